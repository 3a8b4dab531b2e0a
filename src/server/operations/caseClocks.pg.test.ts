import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById } from '#rooms/rooms.ts';
import { dutyShifts } from '#rooms/command/duty/dutyShifts.register.ts';
import { Timekeeper } from '../deadlines/timekeeper.ts';
import { openDeadlines } from '../storage/deadlines.ts';
import { eventsAfter, outboxEnd } from '../storage/outbox.ts';
import { insertRecord } from '../storage/records.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { act, openCase, viewCase } from './caseOperations.ts';
import type { Context } from './context.ts';

let database: TestDatabase;
let context: Context;
let clock: TestClock;
const officer = anActor({ name: '执法员甲', roles: ['enforcementOfficer', 'administrator'] });
const leader = anActor({ accountId: randomUUIDv7(), name: '局领导乙', roles: ['bureauLeader', 'dutyLeader'] });
const two = { officerCertificate: '皖1', secondOfficer: '执法员丙', secondCertificate: '皖2' };
const dayMs = 86_400_000;

beforeAll(async () => {
  database = await testDatabase();
  clock = new TestClock('2026-07-01T09:00:00+08:00');
  context = { ...({} as Context), clock, database, county: '341322', publicUrl: 'http://127.0.0.1' };
});
afterAll(() => database.drop());

async function open(type: string, action: string, input: Record<string, unknown>): Promise<string> {
  const id = randomUUIDv7();
  const opened = await openCase(context, officer, must(type), id, { action, input, note: '', version: null });
  if (!opened.ok) throw new Error(`${opened.text.en} ${JSON.stringify(opened.fields)}`);
  return id;
}

async function did(type: string, id: string, action: string, input: Record<string, unknown> = {}, actor = officer): Promise<AnyCase> {
  const done = await act(context, actor, must(type), id, { action, input, note: '说明', version: null });
  if (!done.ok) throw new Error(`${action}: ${done.text.en} ${JSON.stringify(done.fields ?? '')}`);
  return done.value;
}

async function look(type: string, id: string, actor = leader) {
  const view = await viewCase(context, actor, must(type), id);
  if (!view.ok) throw new Error(view.text.en);
  return view.value;
}

function must(type: string) {
  const declaration = caseById(type);
  if (!declaration) throw new Error(type);
  return declaration;
}

async function aHazard(grade: 'general' | 'major' = 'major'): Promise<string> {
  const id = await open('hiddenHazard', 'report', {
    title: '储罐区报警失灵',
    unitName: '演示化工',
    facts: '两处探测器无信号',
    source: 'inspection',
  });
  await did('hiddenHazard', id, 'register', { grade, basis: '判定标准第十二条', cause: '年久失修', harm: '易燃气体泄漏不能发现' });
  await did('hiddenHazard', id, 'order', { rectifyBy: '2026-07-31', orderNumber: '（演示）1 号', ...two });
  return id;
}

describe('a hidden hazard', () => {
  test('goes through its loop, with an extension and two officers at the end', async () => {
    const id = await aHazard();
    const plan = { planGoals: '恢复监测', planMeasures: '更换探测器', planFunds: 3.5, planResponsible: '张三', planEmergency: '人工巡检' };
    await did('hiddenHazard', id, 'plan', plan);
    await did('hiddenHazard', id, 'applyExtension', { extendTo: '2026-08-20', extensionReason: '设备到货迟' });
    const extended = await did('hiddenHazard', id, 'approveExtension', {}, leader);
    expect(extended.state).toBe('rectifying');
    await did('hiddenHazard', id, 'applyAcceptance', { rectified: '已更换' });
    const alone = await act(context, officer, must('hiddenHazard'), id, {
      action: 'accept',
      input: { acceptanceOpinion: '合格', ...two, secondOfficer: '执法员甲' },
      note: '',
      version: null,
    });
    expect(alone).toMatchObject({ ok: false, code: 'two-officers', clause: '行政处罚法 第四十二条；安全生产法 第六十五条' });
    await did('hiddenHazard', id, 'accept', { acceptanceOpinion: '合格', ...two });
    await did('hiddenHazard', id, 'close', {}, leader);
    const view = await look('hiddenHazard', id);
    expect(view.case).toMatchObject({ state: 'closed', closedAt: expect.any(String) });
    expect(view.deadlines.find(({ ruleId }) => ruleId === 'hazardRectification')).toMatchObject({
      state: 'met',
      extensions: 1,
      extendedTo: new Date('2026-08-21T00:00:00+08:00').toISOString(),
      firstDueAt: new Date('2026-08-01T00:00:00+08:00').toISOString(),
    });
    expect(view.documents.map(({ label }) => label.zh)).toEqual([
      '事故隐患登记表',
      '责令限期整改指令书',
      '重大事故隐患治理方案',
      '整改延期申请书',
      '整改延期审批表',
      '延期通知书',
      '整改情况报告',
      '隐患整改验收申请',
      '隐患整改验收意见书',
    ]);
    expect(view.lines.at(-1)).toMatchObject({ action: 'close', state: 'closed' });
  });

  test('transferred, it opens a penalty case that remembers where it came from, and cannot be withdrawn meanwhile', async () => {
    const id = await open('hiddenHazard', 'report', { title: '违规储存', unitName: '演示仓库', facts: '超量储存', source: 'report' });
    await did('hiddenHazard', id, 'register', { grade: 'general', basis: '安全生产法第三十九条' });
    await did('hiddenHazard', id, 'transfer', {}, leader);
    const { subcases, actions } = await look('hiddenHazard', id);
    expect(subcases).toMatchObject([{ subcase: 'penalty', type: 'penaltyOrdinary', title: '违规储存', state: 'proposed', final: false }]);
    const child = await look('penaltyOrdinary', subcases[0]?.id ?? '');
    expect(child.case).toMatchObject({ hiddenHazard: id, partyName: '演示仓库', violated: '安全生产法第三十九条' });
    expect(actions.find(({ id: action }) => action === 'withdraw')).toMatchObject({
      allowed: false,
      why: { zh: '关联的行政处罚案件尚未办结' },
    });
  });

  test('overdue, it climbs from township to department to safety committee', async () => {
    const id = await aHazard('general');
    const start = await outboxEnd(database);
    const timekeeper = new Timekeeper(database, clock, (error) => {
      throw error;
    });
    for (const days of [26, 6, 3, 4]) {
      clock.advance(days * dayMs);
      timekeeper.wake();
      await timekeeper.settled();
    }
    await timekeeper.stop();
    const told = (await eventsAfter(database, start, 100))
      .filter(({ data }) => (data['about'] as { id?: string } | undefined)?.id === id)
      .map(({ type, data }) => [type, data['step'], (data['to'] as { post: string }[]).map(({ post }) => post).join(' ')]);
    expect(told).toEqual([
      ['deadline.warned', 80, 'township'],
      ['deadline.breached', 100, 'township'],
      ['deadline.warned', 110, 'township supervisingDepartment'],
      ['deadline.warned', 125, 'supervisingDepartment safetyCommitteeOffice'],
    ]);
  });
});

describe('a penalty case', () => {
  async function anInvestigation(): Promise<string> {
    const id = await open('penaltyOrdinary', 'propose', {
      title: '未设置监测报警',
      partyName: '演示化工',
      facts: '检查发现',
      partyKind: 'organisation',
    });
    await did('penaltyOrdinary', id, 'amend', { violationEndedOn: '2026-06-20', violated: '安全生产法第三十六条' });
    await did('penaltyOrdinary', id, 'open', {}, leader);
    return id;
  }

  test('stands still while it is suspended, tells nobody, and goes on from where it was', async () => {
    const id = await anInvestigation();
    const before = (await look('penaltyOrdinary', id)).deadlines.find(({ ruleId }) => ruleId === 'penaltyDecision');
    clock.advance(10 * dayMs);
    await did('penaltyOrdinary', id, 'suspend', {}, leader);
    const start = await outboxEnd(database);
    const timekeeper = new Timekeeper(database, clock, (error) => {
      throw error;
    });
    clock.advance(200 * dayMs);
    timekeeper.wake();
    await timekeeper.settled();
    await timekeeper.stop();
    const told = (await eventsAfter(database, start, 100)).filter(({ data }) => (data['about'] as { id?: string } | undefined)?.id === id);
    expect(told).toEqual([]);
    const waiting = await database.transaction(leader, (tx) => openDeadlines(tx, 500));
    expect(waiting.find(({ subject }) => subject.id === id)).toMatchObject({ state: 'paused', pausedAt: expect.any(String) });
    const resumed = await did('penaltyOrdinary', id, 'resume', {}, leader);
    expect(resumed.state).toBe('investigating');
    const after = (await look('penaltyOrdinary', id)).deadlines.find(({ ruleId }) => ruleId === 'penaltyDecision');
    expect(Date.parse(after?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBe(200 * dayMs);
    expect(after).toMatchObject({ state: 'running', pausedAt: null, pausedMs: 200 * dayMs });
  });

  test('charges three per cent a day, closes with every clock answered, and flags working days nobody entered', async () => {
    const id = await anInvestigation();
    await did('penaltyOrdinary', id, 'investigate', { evidence: '笔录、照片', ...two });
    await did('penaltyOrdinary', id, 'conclude', { penaltyKinds: ['fine'], fineYuan: 20_000, penaltyBasis: '第九十九条', ...two });
    await did('penaltyOrdinary', id, 'notify', two);
    await did('penaltyOrdinary', id, 'recordStatement', { statement: '无异议', ...two });
    await did('penaltyOrdinary', id, 'submitDecision');
    const self = await act(context, { ...leader, accountId: officer.accountId }, must('penaltyOrdinary'), id, {
      action: 'decidePenalty',
      input: { decidedFineYuan: 20_000, decisionNumber: '1', decisionReason: '从轻' },
      note: '',
      version: null,
    });
    expect(self).toMatchObject({ ok: false, code: 'four-eyes' });
    await did(
      'penaltyOrdinary',
      id,
      'decidePenalty',
      { decidedFineYuan: 20_000, decisionNumber: '（演示）1', decisionReason: '从轻' },
      leader,
    );
    const publication = (await look('penaltyOrdinary', id)).deadlines.find(({ ruleId }) => ruleId === 'penaltyPublication');
    expect(publication?.calendarVerified).toBe(new Date(clock.nowMs()).getUTCFullYear() <= 2026);
    await did('penaltyOrdinary', id, 'serve', { serviceWay: 'direct', ...two });
    clock.advance(25 * dayMs);
    expect(await did('penaltyOrdinary', id, 'recordPayment', { paidYuan: 20_000 })).toMatchObject({ lateFeeYuan: 6_000 });
    await did('penaltyOrdinary', id, 'settlePayment');
    await did('penaltyOrdinary', id, 'publish');
    await did('penaltyOrdinary', id, 'close', { executed: '罚款缴清' }, leader);
    const { case: closed, deadlines } = await look('penaltyOrdinary', id);
    expect(closed.state).toBe('closed');
    expect(deadlines.filter(({ doneAt, state }) => doneAt === null && state !== 'cancelled')).toEqual([]);
    expect(deadlines.find(({ ruleId }) => ruleId === 'penaltyPayment')?.state).toBe('breached');
  });
});

describe('a plan', () => {
  test('published in a new version takes the place of the one it revises', async () => {
    const write = async (id: string) => {
      await did('planFiling', id, 'draft', { riskAssessment: '已评估', resources: '已调查', outline: '要点' });
      await did('planFiling', id, 'submitReview');
      await did('planFiling', id, 'passReview', { reviewWay: 'review', reviewers: '专家组', reviewOpinion: '通过' }, leader);
      await did('planFiling', id, 'sign', { signedBy: '局领导乙' }, leader);
      return did('planFiling', id, 'publish', { issueNumber: '（演示）1 号' });
    };
    const id = await open('planFiling', 'compile', { title: '危险化学品预案', owner: 'unit', kind: 'overall', compiler: '演示化工' });
    await write(id);
    const clocks = (await look('planFiling', id)).deadlines.map(({ ruleId }) => ruleId).sort();
    expect(clocks).toEqual(['planEvaluation', 'planFiling']);
    await did('planFiling', id, 'revise', { revisionTrigger: 'risk' });
    const revision = (await look('planFiling', id)).subcases[0];
    expect(revision).toMatchObject({ subcase: 'revision', state: 'compiling' });
    expect(await write(revision?.id ?? '')).toMatchObject({ state: 'published', publishedOn: expect.stringMatching(/^\d{4}-/) });
    const old = await look('planFiling', id);
    expect(old.case.state).toBe('superseded');
    expect(old.deadlines.every(({ state, doneAt }) => state === 'cancelled' || doneAt !== null)).toBe(true);
  });
});

describe('who is told', () => {
  test('the officer on duty at half time, the leader at 80 per cent, leader and commander at the end', async () => {
    const at = clock.now();
    const shift = {
      startsAt: new Date(at.getTime() - dayMs).toISOString(),
      endsAt: new Date(at.getTime() + dayMs).toISOString(),
      leaderName: '带班李',
      officerName: '值班王',
    };
    await database.transaction(officer, (tx) =>
      insertRecord(tx, dutyShifts as unknown as RegisterDeclaration, {
        id: randomUUIDv7(),
        areaCode: '341322',
        demo: false,
        at,
        values: shift,
      }),
    );
    const id = await open('incident', 'open', { title: '演示', eventCode: '11A01', place: [116.9, 34.2], facts: '水位上涨' });
    const start = await outboxEnd(database);
    const timekeeper = new Timekeeper(database, clock, (error) => {
      throw error;
    });
    for (const minutes of [16, 9, 6]) {
      clock.advance(minutes * 60_000);
      timekeeper.wake();
      await timekeeper.settled();
    }
    await timekeeper.stop();
    const told = (await eventsAfter(database, start, 200))
      .filter(({ data }) => data['ruleId'] === 'countyToCityPhone' && (data['about'] as { id?: string }).id === id)
      .map(({ data }) => (data['to'] as { post: string; name: string | null }[]).map(({ post, name }) => `${post} ${name ?? ''}`.trim()));
    expect(told).toEqual([['dutyOfficer 值班王'], ['dutyLeader 带班李'], ['dutyLeader 带班李', 'commander']]);
  });
});
