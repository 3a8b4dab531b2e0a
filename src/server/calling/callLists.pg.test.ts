import { randomUUIDv7 } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { posts } from '#rooms/administration/organisations/posts.register.ts';
import { disasterReporters } from '#rooms/command/losses/disasterReporters.register.ts';
import { gatewayCarrier } from '../messages/gateway.ts';
import { Postman } from '../messages/postman.ts';
import { endCallList, makeCallList, tickCallEntry } from '../operations/callListOperations.ts';
import type { Context } from '../operations/context.ts';
import { create } from '../operations/registerOperations.ts';
import { callListById } from '../storage/callLists.ts';
import { deliveriesAboutAll } from '../storage/deliveries.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { ListCaller } from './listCaller.ts';
import { testGateway, type TestGateway } from './testGateway.ts';

const officer = anActor();
const faults: string[] = [];
let database: TestDatabase;
let clock: TestClock;
let context: Context;
let gateway: TestGateway;
let postman: Postman;
let caller: ListCaller;

async function made(register: unknown, input: Record<string, unknown>): Promise<void> {
  const outcome = await create(context, officer, register as RegisterDeclaration, randomUUIDv7(), input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

beforeAll(async () => {
  database = await testDatabase();
  gateway = await testGateway();
  context = { clock: new TestClock(), database, county: '341322', publicUrl: '' };
  await made(posts, {
    areaCode: '341322101',
    name: '应急办',
    organisation: '龙城镇',
    level: 'township',
    holderA: '镇甲',
    phoneA: '13800000001',
    holderB: '镇乙',
    phoneB: '13800000002',
  });
  await made(disasterReporters, { areaCode: '341322101201', name: '村甲', post: 'postA', phone: '13800000003', active: true });
});
beforeEach(async () => {
  clock = new TestClock('2026-07-01T02:00:00+08:00');
  context = { clock, database, county: '341322', publicUrl: '' };
  gateway.asked.length = 0;
  faults.length = 0;
  for (const table of ['call_list', 'delivery']) await database.pool.query(`delete from ${table}`);
  const sms = {
    url: `${gateway.url}/sms`,
    method: 'POST' as const,
    headers: {},
    contentType: 'application/json' as const,
    body: '{"mobile":"{phone}","content":"{text}"}',
  };
  postman = new Postman(database, clock, { sms: gatewayCarrier(sms) }, (error) => faults.push(error.message));
  caller = new ListCaller(database, clock, (error) => faults.push(error.message));
});
afterEach(async () => {
  await caller.stop();
  await postman.stop();
  if (faults.length > 0) throw new Error(faults.join('; '));
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

async function aList(channels: string[], divisions = ['341322101']) {
  const ask = {
    id: randomUUIDv7(),
    title: '暴雨橙色预警',
    message: '立即转移',
    about: { kind: 'receivedWarning', id: 'x' },
    divisions,
    minutes: 5,
    tries: 2,
    channels,
    demo: false,
  };
  const outcome = await makeCallList(context, officer, ask);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return { ...outcome.value, ask };
}

async function pass(minutes: number): Promise<void> {
  for (let at = 0; at < minutes; at += 1) {
    clock.advance(60_000);
    await caller.settled();
    postman.wake();
    await postman.settled();
  }
}

async function entriesOf(id: string) {
  const found = await database.transaction(officer, (tx) => callListById(tx, id));
  return found?.entries ?? [];
}
const states = async (id: string) => (await entriesOf(id)).map(({ name, state, tries }) => [name, state, tries]);

test('messages go again after the stated minutes and then climb from A to B, each a receipt', async () => {
  const { list } = await aList(['sms']);
  caller.wake();
  await caller.settled();
  postman.wake();
  await postman.settled();
  expect(await states(list.id)).toEqual([
    ['镇甲', 'calling', 1],
    ['镇乙', 'notYet', 0],
    ['村甲', 'calling', 1],
  ]);
  const village = (await entriesOf(list.id))[2];
  if (!village) throw new Error('the village is missing');
  await pass(1);
  const ticked = await tickCallEntry(context, officer, village.id, 'confirmed', { version: village.version, channel: 'phone', text: '' });
  expect(ticked).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  await pass(10);
  expect(await states(list.id)).toEqual([
    ['镇甲', 'noAnswer', 2],
    ['镇乙', 'calling', 1],
    ['村甲', 'confirmed', 1],
  ]);
  expect(gateway.asked.map(({ body }) => (JSON.parse(body) as { mobile: string }).mobile)).toEqual([
    '13800000001',
    '13800000003',
    '13800000001',
    '13800000002',
  ]);
  const ids = (await entriesOf(list.id)).map(({ id }) => id);
  const receipts = await database.transaction(officer, (tx) => deliveriesAboutAll(tx, 'callEntry', ids));
  expect(receipts[ids[0] ?? '']?.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});

test('a list that people call themselves climbs when nobody ticked within the minutes', async () => {
  const { list } = await aList([]);
  caller.wake();
  await pass(6);
  expect(await states(list.id)).toEqual([
    ['镇甲', 'noAnswer', 0],
    ['镇乙', 'notYet', 0],
    ['村甲', 'noAnswer', 0],
  ]);
  const [first, deputy] = await entriesOf(list.id);
  expect(deputy?.lines).toMatchObject([{ kind: 'climbed', text: '镇甲 应急办 A' }]);
  expect(Date.parse(deputy?.nextAt ?? '')).toBe(Date.parse('2026-07-01T02:10:00+08:00'));
  expect(first?.lines.at(-1)).toMatchObject({ kind: 'climbed' });
  expect(gateway.asked).toEqual([]);
});

test('two officers at one entry: the second is told, nothing is overwritten', async () => {
  const { entries } = await aList([]);
  const [entry] = entries;
  if (!entry) throw new Error('no entry');
  await tickCallEntry(context, officer, entry.id, 'reached', { version: entry.version, channel: 'phone', text: '' });
  expect(await tickCallEntry(context, officer, entry.id, 'noAnswer', { version: entry.version, channel: 'phone', text: '' })).toMatchObject(
    { ok: false, code: 'call-entry-changed', status: 409 },
  );
});

test('the same creation sent twice makes one list, and a closed list calls nobody any more', async () => {
  const { ask, list } = await aList(['sms']);
  expect(await makeCallList(context, officer, ask)).toMatchObject({ ok: true, value: { list: { id: list.id } } });
  expect((await database.pool.query('select 1 from call_entry')).rowCount).toBe(3);
  expect(await endCallList(context, officer, list.id)).toMatchObject({ ok: true });
  caller.wake();
  await caller.settled();
  await pass(3);
  expect(gateway.asked).toEqual([]);
});

test('a division where nobody is registered is refused with what to do', async () => {
  const ask = {
    id: randomUUIDv7(),
    title: 't',
    message: 'm',
    about: { kind: 'k', id: 'x' },
    divisions: ['341322999'],
    minutes: 5,
    tries: 2,
    channels: [],
    demo: false,
  };
  expect(await makeCallList(context, officer, ask)).toMatchObject({ ok: false, code: 'call-list-empty', status: 422 });
});
