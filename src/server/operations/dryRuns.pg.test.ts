import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { registerById } from '#rooms/rooms.ts';
import { storeObservations } from '../storage/observations.ts';
import { enginePoints, engineRules } from '../storage/stations.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import type { Context } from './context.ts';
import { DryRunDesk } from './dryRuns.ts';
import { change, create } from './registerOperations.ts';

let database: TestDatabase;
let context: Context;
const clock = new TestClock();
const actor = anActor({ roles: ['administrator'] });
const areaCode = '341322101';
const minute = 60_000;
const pointIds: string[] = [];
const register = (id: string) => registerById(id) as RegisterDeclaration;

async function make(id: string, values: Record<string, unknown>): Promise<string> {
  const recordId = randomUUIDv7();
  const made = await create(context, actor, register(id), recordId, { areaCode, ...values });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return recordId;
}

/** Two gauges; the first went over 30 m at every second reading of 3,000, the second never did. */
beforeAll(async () => {
  database = await testDatabase();
  context = { clock, database, county: '341322', publicUrl: 'http://127.0.0.1' };
  for (const n of [1, 2]) {
    const station = await make('stations', { name: `岱河 ${n} 站`, kind: 'water', place: [116.9, 34.2] });
    const device = await make('devices', { name: `水位计 ${n}`, station, protocol: 'mqtt', deviceKey: `mqtt:gauge-${n}` });
    pointIds.push(await make('points', { name: '水位', device, quantity: 'waterLevel', unit: 'm', ...(n === 1 && { warningLevel: 30 }) }));
  }
  const readings = pointIds.flatMap((pointId, gauge) =>
    Array.from({ length: 3000 }, (_, n) => ({
      pointId,
      atMs: clock.nowMs() - (3000 - n) * 10 * minute,
      value: gauge === 0 && n % 2 === 1 ? 31 : 29,
      quality: 'good' as const,
      deviceAtMs: null,
      areaCode,
      demo: false,
    })),
  );
  await database.transaction(actor, (tx) => storeObservations(tx, clock.nowMs(), readings));
});
afterAll(() => database.drop());

const aRule = (more: Record<string, unknown> = {}) => ({
  textZh: '超警戒',
  point: pointIds[0],
  kind: 'above',
  limit: 30,
  priority: 'high',
  chatterTimes: 0,
  active: true,
  areaCode,
  ...more,
});

test('a rule that would have raised 1,500 alarms is refused with that figure, and saved once it is confirmed', async () => {
  const id = randomUUIDv7();
  const refused = await create(context, actor, register('alarmRules'), id, aRule());
  expect(refused).toMatchObject({ ok: false, code: 'rule-floods', status: 409, fields: [{ field: 'confirmedAlarms', value: 1500 }] });
  expect(refused).toMatchObject({ text: { zh: expect.stringContaining('1500 条') } });
  expect(await create(context, actor, register('alarmRules'), id, aRule({ confirmedAlarms: 1499 }))).toMatchObject({ code: 'rule-floods' });
  expect(await create(context, actor, register('alarmRules'), id, aRule({ confirmedAlarms: 1500 }))).toMatchObject({ ok: true });
});

test('a change of words runs nothing, a change of the limit is looked at again', async () => {
  const id = await make('alarmRules', aRule({ limit: 35 }));
  expect(await change(context, actor, register('alarmRules'), id, 1, { textZh: '水位高' })).toMatchObject({ ok: true });
  expect(await change(context, actor, register('alarmRules'), id, 2, { limit: 30 })).toMatchObject({ code: 'rule-floods' });
});

test('an incomplete rule and a formula that cannot be read are refused at their field', async () => {
  const attempt = (more: Record<string, unknown>) => create(context, actor, register('alarmRules'), randomUUIDv7(), aRule(more));
  expect(await attempt({ limit: null })).toMatchObject({ code: 'rule-invalid', fields: [{ field: 'limit' }] });
  expect(await attempt({ kind: 'expression', expression: 'a >' })).toMatchObject({
    code: 'formula-invalid',
    text: { zh: '第 4 个字符：此处缺少数值、测点或函数' },
  });
  expect(await attempt({ kind: 'waterLevel', point: pointIds[1] })).toMatchObject({ code: 'rule-invalid', fields: [{ field: 'point' }] });
});

test('a rule for an area becomes one for each of its points, with the version of its record', async () => {
  const id = await make('alarmRules', aRule({ wide: true, point: null, quantity: 'waterLevel', limit: 40 }));
  const rules = await database.transaction(actor, async (tx) => engineRules(tx, await enginePoints(tx)));
  const versions = new Map(rules.filter(({ recordId }) => recordId === id).map(({ pointId, version }) => [pointId, version]));
  expect(versions).toEqual(new Map(pointIds.map((pointId) => [pointId, 1])));
});

test('a dry run shows how far it is, what it found, and only to who started it', async () => {
  const desk = new DryRunDesk(context, (error) => {
    throw error;
  });
  const started = await desk.start(actor, { ...aRule(), id: randomUUIDv7(), version: 0 });
  if (!started.ok) throw new Error(started.text.en);
  const { id } = started.value;
  expect(desk.find(anActor({ accountId: randomUUIDv7() }), id)).toMatchObject({ ok: false, code: 'dry-run-unknown' });
  const state = await finished(desk, id);
  expect(state).toMatchObject({ state: 'done', progress: 1, points: 1, result: { alarms: 1500, readings: 3000 } });
  expect(state.result.items).toHaveLength(500);
  expect(state.sentence?.zh).toBe('岱河 1 站·水位高于 30 m。');
});

/** The same database, with what each transaction asked. */
function watched(): { context: Context; transactions: string[][] } {
  const transactions: string[][] = [];
  const watching: Context['database'] = {
    pool: database.pool,
    close: () => database.close(),
    transaction: (as, work) =>
      database.transaction(as, (tx) => {
        const asked: string[] = [];
        transactions.push(asked);
        return work({
          ...tx,
          query: (text, values) => {
            asked.push(text);
            return tx.query(text, values);
          },
        });
      }),
  };
  return { context: { ...context, database: watching }, transactions };
}

const readsHistory = (asked: readonly string[]) => asked.some((text) => /from observation\b/i.test(text));
const writesRule = (asked: readonly string[]) => asked.some((text) => /insert into "?alarm_?rules?/i.test(text));

test('saving a rule reads no history when a dry run of the same conditions has ended within the hour', async () => {
  const { context: here, transactions } = watched();
  const desk = new DryRunDesk(here, (error) => {
    throw error;
  });
  const started = await desk.start(actor, { ...aRule({ limit: 30.5 }), id: randomUUIDv7(), version: 0 });
  if (!started.ok) throw new Error(started.text.en);
  await finished(desk, started.value.id);
  expect(transactions.filter(readsHistory).length).toBeGreaterThan(0);
  transactions.length = 0;
  const rule = aRule({ limit: 30.5, textZh: '另一个名称', confirmedAlarms: 1500 });
  expect(await create(here, actor, register('alarmRules'), randomUUIDv7(), rule)).toMatchObject({ ok: true });
  expect(transactions.filter(readsHistory)).toEqual([]);
});

test('where there was no dry run of the same conditions it runs before the transaction that saves the rule', async () => {
  const { context: here, transactions } = watched();
  expect(await create(here, actor, register('alarmRules'), randomUUIDv7(), aRule({ limit: 45 }))).toMatchObject({ ok: true });
  expect(transactions.filter(readsHistory).length).toBeGreaterThan(0);
  const saving = transactions.filter(writesRule);
  expect(saving).toHaveLength(1);
  expect(saving.filter(readsHistory)).toEqual([]);
});

test('a cancelled dry run stops where it is', async () => {
  const desk = new DryRunDesk(context, (error) => {
    throw error;
  });
  const started = await desk.start(actor, { ...aRule(), id: randomUUIDv7(), version: 0 });
  if (!started.ok) throw new Error(started.text.en);
  desk.cancel(actor, started.value.id);
  const state = await finished(desk, started.value.id);
  expect(state).toMatchObject({ state: 'cancelled' });
  expect(state.result.readings).toBeLessThan(3000);
  // What it had asked for is still on its way; nothing may come after the database is gone.
  await desk.stop();
});

/** Asks until it runs no more; each turn lets the database answer. */
async function finished(desk: DryRunDesk, id: string) {
  for (;;) {
    const found = desk.find(actor, id);
    if (!found.ok) throw new Error(found.text.en);
    if (found.value.state !== 'running') return found.value;
    await database.pool.query('select 1');
  }
}
