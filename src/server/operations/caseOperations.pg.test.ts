import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { incident as declaration } from '#rooms/command/incidents/incident.case.ts';
import { Timekeeper } from '../deadlines/timekeeper.ts';
import { eventsAfter, outboxEnd } from '../storage/outbox.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { act, openCase, viewCase } from './caseOperations.ts';
import type { Context } from './context.ts';
import { countOfStates, list } from './registerOperations.ts';

const incident = declaration as unknown as CaseDeclaration;
let database: TestDatabase;
let context: Context;
let clock: TestClock;
const officer = anActor();
const first = { title: '演示河段水位上涨', eventCode: '11A01', place: [116.9, 34.2], facts: '巡查员报告水位上涨。' };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function anIncident(): Promise<string> {
  clock = new TestClock();
  context = { clock, database, county: '341322', publicUrl: 'http://127.0.0.1' };
  const id = randomUUIDv7();
  const opened = await openCase(context, officer, incident, id, { action: 'open', input: first, note: '', version: null });
  if (!opened.ok) throw new Error(opened.text.en);
  return id;
}

describe('an incident', () => {
  test('starts its reporting clocks and tells what may be done next', async () => {
    const id = await anIncident();
    const view = await viewCase(context, officer, incident, id);
    if (!view.ok) throw new Error(view.text.en);
    expect(view.value.case).toMatchObject({ state: 'open', title: first.title, caseVersion: 1, areaCode: '341322' });
    const clocks = view.value.deadlines.map(({ ruleId, dueAt }) => [ruleId, Date.parse(dueAt) - clock.nowMs()]);
    expect(clocks).toEqual([
      ['countyToCityPhone', 30 * 60_000],
      ['countyToCityText', 60 * 60_000],
      ['departmentUpward', 120 * 60_000],
    ]);
    expect(view.value.actions.find(({ id: action }) => action === 'reportedToProvince')).toMatchObject({
      allowed: false,
      why: { zh: '须先“启动直报省时限”' },
    });
    expect(view.value.actions.map(({ id: action }) => action)).not.toContain('open');
  });

  test('is counted with its state, under the other filters and only for those who may read it', async () => {
    await anIncident();
    const query = { limit: 1, sort: '-openedAt', filters: { state: 'closed' } };
    const all = await countOfStates(context, officer, incident, query);
    const page = await list(context, officer, incident, { ...query, filters: { state: 'open' } });
    if (!all.ok || !page.ok) throw new Error('not counted');
    expect(all.value.find(({ state }) => state === 'open')?.count).toBe(page.value.total);
    expect(await countOfStates(context, officer, incident, { ...query, q: '没有这样的事件' })).toEqual({ ok: true, value: [] });
    expect(await countOfStates(context, anActor({ areaCode: '341323' }), incident, query)).toEqual({ ok: true, value: [] });
  });

  test('opened twice with the same id is one incident', async () => {
    const id = await anIncident();
    const again = await openCase(context, officer, incident, id, { action: 'open', input: first, note: '', version: null });
    expect(again).toMatchObject({ ok: true, value: { id } });
    const view = await viewCase(context, officer, incident, id);
    expect(view.ok && view.value.deadlines.length).toBe(3);
  });

  test('stops a clock in time or late, and writes every act into timeline and outbox', async () => {
    const id = await anIncident();
    const start = await outboxEnd(database);
    clock.advance(20 * 60_000);
    expect(
      await act(context, officer, incident, id, { action: 'reportByPhone', input: {}, note: '已报市值班室', version: 1 }),
    ).toMatchObject({ ok: true, value: { version: 2 } });
    clock.advance(50 * 60_000);
    await act(context, officer, incident, id, { action: 'reportInWriting', input: {}, note: '已书面报', version: 2 });
    const view = await viewCase(context, officer, incident, id);
    if (!view.ok) throw new Error(view.text.en);
    expect(Object.fromEntries(view.value.deadlines.map(({ ruleId, state }) => [ruleId, state]))).toEqual({
      countyToCityPhone: 'met',
      countyToCityText: 'breached',
      departmentUpward: 'running',
    });
    expect(view.value.lines.map(({ action, note }) => [action, note])).toEqual([
      ['open', ''],
      ['reportByPhone', '已报市值班室'],
      ['reportInWriting', '已书面报'],
    ]);
    expect((await eventsAfter(database, start, 20)).map(({ type }) => type)).toEqual([
      'incident.reported',
      'deadline.met',
      'incident.reported',
      'deadline.breached',
    ]);
  });

  test('tells the second of two officers who was first', async () => {
    const id = await anIncident();
    await act(context, officer, incident, id, { action: 'note', input: {}, note: '到场', version: 1 });
    const late = await act(context, anActor({ accountId: randomUUIDv7(), name: '值班员乙' }), incident, id, {
      action: 'note',
      input: {},
      note: '也到场',
      version: 1,
    });
    expect(late).toMatchObject({
      ok: false,
      code: 'case-changed',
      status: 409,
      text: { zh: '值班员甲 刚刚已“记录”，请看过最新情况再操作' },
    });
    const onlooker = anActor({ roles: ['viewer'], name: '旁人' });
    expect(await act(context, onlooker, incident, id, { action: 'note', input: {}, note: '看看', version: 1 })).toMatchObject({
      ok: false,
      code: 'case-role-missing',
    });
  });

  test('closed, it takes no further report', async () => {
    const id = await anIncident();
    const leader = anActor({ roles: ['dutyLeader'] });
    expect(await act(context, leader, incident, id, { action: 'close', input: {}, note: '险情解除', version: 1 })).toMatchObject({
      ok: true,
      value: { state: 'closed' },
    });
    expect(await act(context, officer, incident, id, { action: 'update', input: first, note: '', version: 2 })).toMatchObject({
      ok: false,
      code: 'case-action-not-allowed',
    });
    const view = await viewCase(context, officer, incident, id);
    expect(view.ok && view.value.deadlines.every(({ doneAt }) => doneAt !== null)).toBe(true);
  });

  test('a running clock warns at 50 and 80 per cent and is breached at 100, once each', async () => {
    const id = await anIncident();
    const start = await outboxEnd(database);
    const timekeeper = new Timekeeper(database, clock, (error) => {
      throw error;
    });
    const round = async (minutes: number) => {
      clock.advance(minutes * 60_000);
      timekeeper.wake();
      await timekeeper.settled();
    };
    for (const minutes of [10, 6, 9, 6]) await round(minutes);
    await timekeeper.stop();
    const steps = (await eventsAfter(database, start, 50)).filter(
      ({ data }) => data['ruleId'] === 'countyToCityPhone' && (data['about'] as { id: string }).id === id,
    );
    expect(steps.map(({ type, data }) => [type, data['step']])).toEqual([
      ['deadline.warned', 50],
      ['deadline.warned', 80],
      ['deadline.breached', 100],
    ]);
  });
});
