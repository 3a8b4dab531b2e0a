import { createAlarmEngine } from '#kernel/alarm/engine.ts';
import type { Alarm, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import type { MemoryStore } from '../memoryStore.ts';
import type { IngestLogReading } from './logContents.ts';
import { raisedOf, raisingsOf, type PlainRules } from './alarmOracle.ts';
import type { EscalationBook } from './escalationKeeper.ts';
import type { SimulatedDevice } from './simulatedDevice.ts';

// What must be true after every history, when everything has been repaired and has come to rest. Each broken promise is a line.

export interface Aftermath {
  log: IngestLogReading;
  store: MemoryStore;
  openAlarms: readonly Alarm[];
  devices: readonly SimulatedDevice[];
  points: readonly Point[];
  rules: readonly AlarmRule[];
  plain: PlainRules;
  startMs: number;
  /** Notes that officers were told were kept. */
  acknowledgedActs: readonly string[];
  escalation: EscalationBook;
}

export function brokenPromises(after: Aftermath): string[] {
  return [
    ...readingsKept(after),
    ...logWhole(after),
    ...oneAlarmEach(after),
    ...replaysAlike(after),
    ...actsOnce(after),
    ...stepsOnce(after),
  ];
}

function readingsKept({ store, devices, points }: Aftermath): string[] {
  const broken: string[] = [];
  for (const device of devices) {
    const point = points.find(({ key }) => key.startsWith(`${device.key}|`));
    if (point === undefined) continue;
    const stored = new Map<number, number>();
    for (const reading of store.readings.values()) {
      if (reading.pointId === point.id) stored.set(reading.value, (stored.get(reading.value) ?? 0) + 1);
    }
    for (const value of device.acknowledged)
      if (!stored.has(value)) broken.push(`LOST ${device.key} ${value}: acknowledged and not stored`);
    for (const [value, times] of stored) {
      if (times > 1) broken.push(`TWICE ${device.key} ${value}: stored ${times} times`);
      if (!device.sent.has(value)) broken.push(`INVENTED ${device.key} ${value}: nobody sent it`);
    }
  }
  return broken;
}

function logWhole({ log, store }: Aftermath): string[] {
  const broken = log.damage.map((line) => `DAMAGE ${line}`);
  const last = log.entries.at(-1)?.position ?? 0;
  log.entries.forEach(({ position }, index) => {
    if (position !== index + 1) broken.push(`GAP the log has position ${position} where ${index + 1} belongs`);
  });
  if (store.position !== last) broken.push(`BEHIND the store is at ${store.position}, the log at ${last}`);
  const strangers = log.entries.filter(({ entry }) => entry.kind === 'signal' && entry.signal.deviceKey === 'mqtt:stranger').length;
  const quarantined = store.quarantined.get('mqtt:stranger') ?? 0;
  if (strangers !== quarantined) broken.push(`QUARANTINE ${quarantined} messages counted, ${strangers} in the log`);
  return broken.slice(0, 5);
}

function oneAlarmEach({ log, store, devices, points, rules, plain, startMs }: Aftermath): string[] {
  const broken: string[] = [];
  const alarms = [...store.alarms.values()];
  const expected = raisingsOf(
    log.entries.map(({ entry }) => entry),
    devices.map(({ key }) => key),
    plain,
    startMs,
  );
  for (const rule of rules) {
    const point = points.find(({ id }) => id === rule.pointId);
    const raisings = expected.get(point?.key.split('|')[0] ?? '');
    if (raisings === undefined) continue;
    const wanted = rule.condition.kind === 'noData' ? raisings.silent : raisings.above;
    const raised = raisedOf(alarms, rule.id);
    if (raised !== wanted)
      broken.push(`ALARMS ${rule.condition.kind} of ${point?.key}: raised ${raised} times, the condition began ${wanted} times`);
    const open = alarms.filter((alarm) => alarm.ruleId === rule.id && alarm.state !== 'normal');
    if (open.length > 1) broken.push(`ALARMS ${open.length} open for one condition of ${point?.key}`);
  }
  return broken;
}

/** The whole log through a fresh engine gives what the store has after all the restarts. */
function replaysAlike({ log, store, openAlarms, points, rules, startMs }: Aftermath): string[] {
  const engine = createAlarmEngine({ points, rules, alarms: [], nowMs: startMs });
  const known = new Map<string, Alarm>();
  for (const { entry, position } of log.entries) {
    for (const { alarm, kind } of engine.apply(entry, position).changes) {
      if (kind === 'removed') known.delete(alarm.id);
      else known.set(alarm.id, alarm);
    }
  }
  const inOrder = (alarms: Iterable<Alarm>) => JSON.stringify([...alarms].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const broken: string[] = [];
  if (inOrder(known.values()) !== inOrder(store.alarms.values())) broken.push('REPLAY the stored alarms differ from those of the log');
  if (inOrder(engine.openAlarms()) !== inOrder(openAlarms)) broken.push('REPLAY the open alarms differ from those of the log');
  return broken;
}

function actsOnce({ store, acknowledgedActs }: Aftermath): string[] {
  const texts = [...store.alarms.values()].flatMap(({ lines }) => lines.flatMap(({ actor, text }) => (actor === '' ? [] : [text])));
  return acknowledgedActs.flatMap((act) => {
    const times = texts.filter((text) => text === act).length;
    return times === 1 ? [] : [`ACT "${act}" was confirmed to the officer and stands ${times} times`];
  });
}

function stepsOnce({ escalation }: Aftermath): string[] {
  const times = new Map<string, number>();
  for (const { alarmId, percent } of escalation.told) times.set(`${alarmId} ${percent}`, (times.get(`${alarmId} ${percent}`) ?? 0) + 1);
  const broken = [...times].flatMap(([step, count]) => (count > 1 ? [`STEP ${step} per cent was told ${count} times`] : []));
  for (const [alarmId, kept] of escalation.clocks) {
    if (!kept.isOver && kept.escalation < 100) broken.push(`STEP ${alarmId} is unanswered and stands at ${kept.escalation} per cent`);
  }
  return broken.slice(0, 5);
}
