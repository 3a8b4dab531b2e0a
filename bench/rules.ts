import { createAlarmEngine, type AlarmEngine } from '../src/kernel/alarm/engine.ts';
import type { AlarmRule, Point } from '../src/kernel/alarm/alarm.ts';
import type { RuleCondition } from '../src/kernel/alarm/condition.ts';
import type { LogEntry } from '../src/kernel/alarm/entry.ts';
import { watchCpu } from './machine.ts';
import { record } from './record.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// What ten rules cost a reading, with all state, in the engine that runs; beside it, in the same run, the floor: ten limits and
// a rate of change over typed arrays, nothing else. CPU time. node bench/rules.ts [points = 20000] [readings = 2000000] [rounds = 3]

const points = Number(process.argv[2] ?? 20_000);
const readings = Number(process.argv[3] ?? 2_000_000);
const rounds = Number(process.argv[4] ?? 3);
const startMs = Date.parse('2026-07-01T00:00:00+08:00');
const limits = [30, 31, 32, 33, 34, 35, 36, 37, 38, 39];

/** Every twentieth reading is over the first limit, none far over. */
const values = Float64Array.from({ length: 4096 }, (_, n) => (n % 200 === 0 ? 30.5 : 20 + ((n * 7919) % 900) / 100));
/** Random order, the same every time. */
const order = Uint32Array.from({ length: readings }, (_, n) => (Math.imul(n, 2654435761) >>> 0) % points);

const registered: Point[] = Array.from({ length: points }, (_, n) => ({
  id: `point-${n}`,
  key: `mqtt:bench-${n}||level`,
  stationId: `station-${n}`,
  stationName: '',
  name: '',
  unit: 'm',
  areaCode: '341322',
  lon: null,
  lat: null,
  rangeMin: null,
  rangeMax: null,
  demo: false,
}));

const plain = { hysteresis: 0.5, delayMs: 0 };
const kinds: Record<string, (own: string, other: string) => RuleCondition[]> = {
  'plain limits': () => limits.map((limit) => ({ kind: 'above', limit, ...plain })),
  'nine limits and a rate': () => [
    ...limits.slice(1).map((limit): RuleCondition => ({ kind: 'above', limit, ...plain })),
    { kind: 'rate', side: 'above', limit: 1e6, windowMs: 3_600_000, ...plain },
  ],
  'every kind': (own, other) => [
    { kind: 'above', limit: 30, ...plain },
    { kind: 'below', limit: 1, ...plain },
    { kind: 'levels', side: 'above', levels: limits.slice(0, 3).map((limit) => ({ limit, priority: 'high' as const })), ...plain },
    { kind: 'rate', side: 'above', limit: 1e6, windowMs: 3_600_000, ...plain },
    { kind: 'noData', silentMs: 3_600_000 },
    { kind: 'stuck', band: 0.01, stuckMs: 3_600_000 },
    { kind: 'sum', gauge: 'increment', windowMs: 3_600_000, levels: [{ limit: 1e9, priority: 'high' }], ...plain },
    { kind: 'deviation', other, limit: 1e6, ...plain },
    {
      kind: 'combination',
      parts: [
        { pointId: own, side: 'above', limit: 50 },
        { pointId: other, side: 'above', limit: 50 },
      ],
      atLeast: 2,
      maxAgeMs: null,
      delayMs: 0,
    },
    { kind: 'expression', source: 'a - b > 50 and a / b > 2', names: { a: own, b: other }, side: 'above', limit: null, ...plain },
  ],
};

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function engineWith(conditions: (own: string, other: string) => RuleCondition[]): AlarmEngine {
  const rules = registered.flatMap((point, n) =>
    conditions(point.id, `point-${(n + 1) % points}`).map((condition, k): AlarmRule => ({
      id: `rule-${n}-${k}`,
      version: 1,
      pointId: point.id,
      priority: 'high',
      text: { zh: '', en: '' },
      condition,
    })),
  );
  return createAlarmEngine({ points: registered, rules, alarms: [], nowMs: startMs });
}

/** Entries as the log gives them: filled before the time is taken, a batch at a time, as decoding is no part of this. */
const entries = Array.from({ length: Math.min(readings, 2_000) }, (): Extract<LogEntry, { kind: 'signal' }> => ({
  kind: 'signal',
  signal: {
    protocol: 'mqtt',
    deviceKey: '',
    receivedAtMs: 0,
    remote: '',
    readings: [{ channel: '', quantity: 'level', value: 0, unit: null, atMs: 0, quality: 'good' }],
    raw: '',
  },
}));
const keys = registered.map((_, n) => `mqtt:bench-${n}`);

function fill(entry: Extract<LogEntry, { kind: 'signal' }>, n: number): void {
  const [reading] = entry.signal.readings;
  if (reading === undefined) return;
  entry.signal.deviceKey = keys[order[n] as number] as string;
  entry.signal.receivedAtMs = startMs + n;
  reading.atMs = startMs + n;
  reading.value = values[n & 4095] as number;
}

/** Microseconds of CPU a reading. */
function cpu(run: () => void, of: number): number {
  const before = process.cpuUsage();
  run();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / of;
}

function measure(engine: AlarmEngine): { us: number; changes: number } {
  let [us, changes] = [0, 0];
  // What making 200,000 rules left behind is collected now, not while readings are timed.
  collect();
  for (let from = 0; from < readings; from += entries.length) {
    const until = Math.min(readings, from + entries.length);
    for (let n = from; n < until; n++) fill(entries[n - from] as Extract<LogEntry, { kind: 'signal' }>, n);
    us += cpu(() => {
      for (let n = from; n < until; n++) changes += engine.apply(entries[n - from] as LogEntry, n + 1).changes.length;
    }, 1);
  }
  return { us: us / readings, changes };
}

/** The floor: ten limits and a rate, state in typed arrays, every limit looked at. */
function floor(): number {
  const [last, lastMs, active] = [new Float64Array(points), new Float64Array(points), new Uint16Array(points)];
  let raised = 0;
  const us = cpu(() => {
    for (let n = 0; n < readings; n++) {
      const point = order[n] as number;
      const value = values[n & 4095] as number;
      let bits = active[point] as number;
      for (let k = 0; k < 10; k++) {
        const limit = limits[k] as number;
        if (value > limit) {
          if ((bits & (1 << k)) === 0) raised += 1;
          bits |= 1 << k;
        } else if (value <= limit - 0.5) bits &= ~(1 << k);
      }
      if ((value - (last[point] as number)) / (n - (lastMs[point] as number) + 1) > 1e6) raised += 1;
      last[point] = value;
      lastMs[point] = n;
      active[point] = bits;
    }
  }, readings);
  if (raised === 0) throw new Error('the floor did nothing');
  return us;
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const round = (value: number) => Math.round(value * 1000) / 1000;

floor();
const floorUs = median(Array.from({ length: rounds }, floor));
for (const [what, conditions] of Object.entries(kinds)) {
  const watched = watchCpu({});
  const runs = Array.from({ length: rounds }, () => measure(engineWith(conditions)));
  const us = median(runs.map((run) => run.us));
  record('rules', {
    what,
    rulesPerReading: 10,
    points,
    readings,
    rounds,
    changes: runs[0]?.changes,
    usPerReading: round(us),
    floorUs: round(floorUs),
    ratioToFloor: round(us / floorUs),
    foreignCores: watched().foreignCores,
    isWithinBar: us <= 0.5,
  });
}
