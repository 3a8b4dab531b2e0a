import { randomUUIDv7 } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { dutyShifts } from '#rooms/command/duty/dutyShifts.register.ts';
import { escalationSteps } from '#rooms/monitoring/escalation/escalationSteps.register.ts';
import { Timekeeper } from '../deadlines/timekeeper.ts';
import { LiveHub } from '../live/hub.ts';
import { emailCarrier } from '../messages/carriers.ts';
import { deskCarrier, pushCarrier } from '../messages/deskCarriers.ts';
import { gatewayCarrier } from '../messages/gateway.ts';
import { Postman } from '../messages/postman.ts';
import type { Context } from '../operations/context.ts';
import { create } from '../operations/registerOperations.ts';
import { alarmCall } from '../storage/alarmCalls.ts';
import { deadlinesOf } from '../storage/deadlines.ts';
import { deliveriesAbout } from '../storage/deliveries.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { AlarmCaller } from './alarmCaller.ts';
import { testGateway, type TestGateway } from './testGateway.ts';

const raisedAt = '2026-07-01T02:10:00+08:00';
let database: TestDatabase;
let clock: TestClock;
let context: Context;
let gateway: TestGateway;
let mail: SMTPServer;
const mails: string[] = [];
let postman: Postman;
let caller: AlarmCaller;
let alarms: Map<string, Alarm>;
const officer = anActor();
const faults: string[] = [];

function anAlarm(overrides: Partial<Alarm> = {}): Alarm {
  const alarm: Alarm = {
    id: randomUUIDv7(),
    version: 1,
    state: 'unacknowledged',
    priority: 'critical',
    ruleId: randomUUIDv7(),
    ruleVersion: 1,
    pointId: randomUUIDv7(),
    stationId: randomUUIDv7(),
    stationName: '岱河闸',
    pointName: '水位',
    unit: 'm',
    areaCode: '341322100',
    lon: null,
    lat: null,
    text: { zh: '超警戒水位', en: 'above the warning level' },
    value: 31.2,
    peak: 31.2,
    limit: 30,
    raisedAt: new Date(raisedAt).toISOString(),
    returnedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    dismissedReason: null,
    incidentId: null,
    occurrences: 1,
    ruleSentence: null,
    shelf: null,
    suppressedBy: null,
    suppressedCount: 0,
    demo: false,
    lines: [],
    ...overrides,
  };
  alarms.set(alarm.id, alarm);
  return alarm;
}

const source = { openAlarms: () => [...alarms.values()], alarm: (id: string) => alarms.get(id) };
const startCaller = () => new AlarmCaller(database, clock, source, 'zh', (error) => faults.push(error.message));

async function shift(from: string, to: string, name: string, phone: string): Promise<void> {
  const input = {
    startsAt: from,
    endsAt: to,
    leaderName: `${name}的领导`,
    leaderPhone: '13800000009',
    leaderEmail: 'leader@example.invalid',
    officerName: name,
    officerPhone: phone,
  };
  await made(dutyShifts, input);
}

async function made(register: unknown, input: Record<string, unknown>): Promise<void> {
  const outcome = await create(context, officer, register as RegisterDeclaration, randomUUIDv7(), { areaCode: '341322', ...input });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
}

/** Moves time second by second, as callers and postman wake by it, and lets both come to rest. */
async function pass(seconds: number): Promise<void> {
  for (let at = 0; at < seconds; at += 10) {
    clock.advance(Math.min(10, seconds - at) * 1000);
    await caller.settled();
    postman.wake();
    await postman.settled();
  }
}

async function answered(alarm: Alarm): Promise<void> {
  const next: Alarm = {
    ...alarm,
    version: 2,
    state: 'acknowledged',
    acknowledgedAt: clock.now().toISOString(),
    acknowledgedBy: '值班员甲',
  };
  alarms.set(alarm.id, next);
  caller.hear(next, false);
  await caller.settled();
}

const told = (alarm: Alarm) => database.transaction(officer, (tx) => deliveriesAbout(tx, { kind: 'alarm', id: alarm.id }));

beforeAll(async () => {
  database = await testDatabase();
  gateway = await testGateway();
  mail = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
});
beforeEach(async () => {
  clock = new TestClock(raisedAt);
  context = { clock, database, county: '341322', publicUrl: '' };
  alarms = new Map();
  gateway.asked.length = 0;
  gateway.answer = { status: 200, body: '{"code":"0","msgId":"m-1"}' };
  mails.length = 0;
  faults.length = 0;
  for (const table of ['alarm_call', 'delivery', 'duty_shifts', 'escalation_steps', 'deadline'])
    await database.pool.query(`delete from ${table}`);
  const hub = new LiveHub(clock, { outbox: 0, logPosition: 0 });
  hub.join({ areas: ['341322'], accountId: officer.accountId, write: () => true, drop: () => undefined }, null);
  const declared = {
    method: 'POST' as const,
    headers: {},
    contentType: 'application/json' as const,
    accepted: { path: 'code', equals: '0' },
  };
  const sms = { ...declared, url: `${gateway.url}/sms`, receiptPath: 'msgId', body: '{"mobile":"{phone}","content":"{text}"}' };
  const voice = { ...declared, url: `${gateway.url}/call?to={phone}`, body: '{"say":"{text}"}' };
  const { port } = mail.server.address() as AddressInfo;
  postman = new Postman(
    database,
    clock,
    {
      desk: deskCarrier(hub),
      push: pushCarrier(database, clock, hub),
      sms: gatewayCarrier(sms),
      voice: gatewayCarrier(voice),
      email: emailCarrier(`smtp://127.0.0.1:${port}`, 'anlan@example.invalid'),
    },
    (error) => faults.push(error.message),
  );
  caller = startCaller();
  await shift('2026-06-30T20:00:00+08:00', '2026-07-01T02:14:00+08:00', '王夜班', '13800000001');
  await shift('2026-07-01T02:14:00+08:00', '2026-07-01T20:00:00+08:00', '李早班', '13800000002');
});
afterEach(async () => {
  await caller.stop();
  await postman.stop();
  if (faults.length > 0) throw new Error(faults.join('; '));
});
afterAll(async () => {
  await gateway.close();
  await new Promise<void>((resolve) => mail.close(() => resolve()));
  await database.drop();
});

const step = (more: Record<string, unknown>) =>
  made(escalationSteps, {
    name: '一',
    priority: 'critical',
    afterSeconds: 30,
    whom: 'dutyOfficer',
    channels: ['sms'],
    gapSeconds: 20,
    active: true,
    ...more,
  });

test('the officer of now is called by each channel in order, then the leader, and every attempt is a receipt', async () => {
  await step({ channels: ['desk', 'sms', 'voice'] });
  await step({ afterSeconds: 120, whom: 'dutyLeader', channels: ['sms', 'email'], gapSeconds: 0 });
  const alarm = anAlarm();
  caller.wake();
  await caller.settled();
  await pass(130);
  const deliveries = await told(alarm);
  expect(deliveries.map(({ channel, recipientName, state, attempts }) => [channel, recipientName, state, attempts[0]?.detail])).toEqual([
    ['desk', '值班员 王夜班', 'delivered', 'shown on 1 open page'],
    ['sms', '值班员 王夜班', 'delivered', 'HTTP 200 m-1'],
    ['voice', '值班员 王夜班', 'delivered', 'HTTP 200'],
    ['sms', '带班领导 王夜班的领导', 'delivered', 'HTTP 200 m-1'],
    ['email', '带班领导 王夜班的领导', 'delivered', expect.stringContaining('250')],
  ]);
  expect(deliveries.map(({ createdAt }) => (Date.parse(createdAt) - Date.parse(raisedAt)) / 1000)).toEqual([30, 50, 70, 120, 120]);
  expect(gateway.asked.map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
    ['/sms', { mobile: '13800000001', content: '【紧急报警】02:10 岱河闸 水位 31.2 m，超警戒水位。尚无人应答，请立即确认。' }],
    ['/call?to=13800000001', { say: expect.stringContaining('岱河闸') }],
    ['/sms', { mobile: '13800000009', content: expect.stringContaining('超警戒水位') }],
  ]);
  expect(mails).toHaveLength(1);
});

test('whoever is on duty when the step comes is called, not who was when the alarm was raised', async () => {
  await step({ repeatEverySeconds: 300, repeatTimes: 1 });
  anAlarm();
  caller.wake();
  await caller.settled();
  await pass(400);
  expect(gateway.asked.map(({ body }) => (JSON.parse(body) as { mobile: string }).mobile)).toEqual(['13800000001', '13800000002']);
});

test('an answer by anybody ends the calling, and what has not left yet is withdrawn', async () => {
  gateway.answer = { status: 503, body: 'busy' };
  await step({ repeatEverySeconds: 60, repeatTimes: 5 });
  const alarm = anAlarm();
  caller.wake();
  await caller.settled();
  await pass(35);
  expect((await told(alarm)).map(({ state, attempts }) => [state, attempts[0]?.detail])).toEqual([['retrying', 'HTTP 503 busy']]);
  await answered(alarm);
  await pass(600);
  expect((await told(alarm)).map(({ state, attempts }) => [state, attempts.length])).toEqual([['withdrawn', 1]]);
  const call = await database.transaction(officer, (tx) => alarmCall(tx, alarm.id));
  expect(call).toMatchObject({ state: 'stopped', stoppedBy: '值班员甲' });
  expect(gateway.asked).toHaveLength(1);
});

test('a restart in the middle neither forgets a step nor calls it twice', async () => {
  await step({ repeatEverySeconds: 60, repeatTimes: 3 });
  const alarm = anAlarm();
  caller.wake();
  await caller.settled();
  await pass(100);
  await caller.stop();
  caller = startCaller();
  caller.wake();
  await caller.settled();
  await pass(200);
  expect((await told(alarm)).map(({ createdAt }) => (Date.parse(createdAt) - Date.parse(raisedAt)) / 1000)).toEqual([30, 90, 150, 210]);
});

test('rounds missed while the program was off are made up by one call, not by all of them', async () => {
  await step({ repeatEverySeconds: 60, repeatTimes: 9 });
  const alarm = anAlarm();
  clock.advance(300_000);
  caller.wake();
  await caller.settled();
  expect(await told(alarm)).toHaveLength(1);
});

test('an alarm answered while the program was off is not called for', async () => {
  await step({});
  const alarm = anAlarm();
  caller.wake();
  await caller.settled();
  await caller.stop();
  alarms.delete(alarm.id);
  await database.pool.query(
    `insert into alarm (id, version, state, priority, rule_id, rule_version, point_id, station_id, station_name, point_name, unit, area_code, text, raised_at, acknowledged_by, occurrences, lines, position)
     values ($1, 2, 'acknowledged', 'critical', $1, 1, $1, $1, 's', 'p', 'm', '341322', '{"zh":"z","en":"e"}', $2, '值班员乙', 1, '[]', 1)`,
    [alarm.id, raisedAt],
  );
  caller = startCaller();
  caller.wake();
  await caller.settled();
  await pass(120);
  expect(await told(alarm)).toEqual([]);
  expect(await database.transaction(officer, (tx) => alarmCall(tx, alarm.id))).toMatchObject({ state: 'stopped', stoppedBy: '值班员乙' });
});

test('called in vain it becomes a supervision that climbs, and the first answer ends it', async () => {
  await step({});
  const alarm = anAlarm();
  caller.wake();
  await caller.settled();
  await pass(120);
  const open = () => database.transaction(officer, (tx) => deadlinesOf(tx, { kind: 'alarm', id: alarm.id }));
  expect(await open()).toMatchObject([
    { ruleId: 'alarmUnanswered', state: 'running', subject: { title: '岱河闸 超警戒水位' }, verified: false },
  ]);
  const timekeeper = new Timekeeper(database, clock, (error) => faults.push(error.message));
  timekeeper.wake();
  await timekeeper.settled();
  clock.advance(16 * 60_000);
  await timekeeper.settled();
  await timekeeper.stop();
  const climbed = await database.pool.query<{ type: string; data: { to: { post: string }[] } }>(
    "select type, data from event where type like 'deadline.%' and subject_kind = 'deadline' order by seq",
  );
  expect(climbed.rows.map(({ type }) => type)).toContain('deadline.breached');
  await answered(alarm);
  expect(await open()).toMatchObject([{ state: 'breached', doneAt: clock.now().toISOString() }]);
});

test('a shelved alarm calls nobody; off the shelf it calls from the beginning', async () => {
  await step({});
  const alarm = anAlarm({ shelf: { until: '2026-07-01T03:00:00+08:00', by: '甲', reason: '检修' } });
  caller.wake();
  await caller.settled();
  await pass(120);
  expect(await told(alarm)).toEqual([]);
  const back = anAlarm({ ...alarm, shelf: null });
  caller.hear(back, false);
  await caller.settled();
  await pass(40);
  expect(await told(alarm)).toHaveLength(1);
});

test('an empty roster and a missing number are receipts as well', async () => {
  await database.pool.query("update duty_shifts set officer_phone = ''");
  await step({});
  await step({ afterSeconds: 40, whom: 'postA' });
  const alarm = anAlarm();
  caller.wake();
  await caller.settled();
  await pass(60);
  expect((await told(alarm)).map(({ recipientName, state, attempts }) => [recipientName, state, attempts[0]?.detail])).toEqual([
    ['值班员 王夜班', 'failed', '值班表上没有号码或邮箱'],
    ['指定岗位 A 岗', 'failed', '值班表上没有人'],
  ]);
});
