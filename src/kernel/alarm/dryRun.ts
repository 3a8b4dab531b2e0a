import type { Reading } from '#kernel/observation/reading.ts';
import type { Alarm, AlarmPriority, AlarmRule, Point } from './alarm.ts';
import { createAlarmEngine, type AlarmEngine } from './engine.ts';
import type { AlarmChange, LogEntry } from './entry.ts';

// What a rule would have done: past readings through the engine that runs now, as if they came in when they were measured.
// Nobody answers in a dry run, so a condition that comes back counts as a further alarm.

/** A reading as it was stored. */
export interface PastReading extends Pick<Reading, 'atMs' | 'value' | 'quality'> {
  pointId: string;
}

export interface DryAlarm {
  pointId: string;
  stationName: string;
  pointName: string;
  at: string;
  value: number | null;
  unit: string;
  priority: AlarmPriority;
  /** Flood control would have kept it under the alarm about its source. */
  suppressed: boolean;
}

export interface DryResult {
  /** Alarms that would have called somebody. */
  alarms: number;
  /** Those that flood control would have kept back. */
  suppressed: number;
  /** The first ones, oldest first. */
  items: DryAlarm[];
  readings: number;
  /** How often the rule could not tell. */
  noVerdicts: number;
}

const tickMs = 60_000;
const itemsKept = 500;

/** Takes readings in order of time; memory does not grow with their number. */
export class DryRun {
  readonly #engine: AlarmEngine;
  readonly #points: Map<string, Point>;
  readonly #result: DryResult = { alarms: 0, suppressed: 0, items: [], readings: 0, noVerdicts: 0 };
  #position = 0;
  #tickedMs: number;

  constructor(points: readonly Point[], rules: readonly AlarmRule[], fromMs: number) {
    this.#engine = createAlarmEngine({ points, rules, alarms: [], nowMs: fromMs });
    this.#points = new Map(points.map((point) => [point.id, point]));
    this.#tickedMs = fromMs;
  }

  take({ atMs, pointId, quality, value }: PastReading): void {
    const point = this.#points.get(pointId);
    if (point === undefined) return;
    this.#tickTo(atMs);
    this.#result.readings += 1;
    const [deviceKey = '', channel = '', quantity = ''] = splitKey(point.key);
    const reading: Reading = { channel, quantity, value, unit: point.unit, atMs, quality };
    this.#apply({ kind: 'signal', signal: { protocol: 'http', deviceKey, receivedAtMs: atMs, remote: '', readings: [reading], raw: '' } });
  }

  #tickTo(atMs: number): void {
    while (atMs - this.#tickedMs >= tickMs) {
      this.#tickedMs += tickMs;
      if (this.#engine.isTickDue(this.#tickedMs)) this.#apply({ kind: 'tick', atMs: this.#tickedMs });
    }
  }

  #apply(entry: LogEntry): void {
    this.#position += 1;
    for (const change of this.#engine.apply(entry, this.#position).changes) this.#note(change);
  }

  #note({ alarm, atMs, kind }: AlarmChange): void {
    if (kind !== 'raised' && kind !== 'raisedAgain') return;
    if (alarm.suppressedBy) this.#result.suppressed += 1;
    else this.#result.alarms += 1;
    if (this.#result.items.length < itemsKept) this.#result.items.push(dryAlarm(alarm, atMs));
  }

  /** @param toMs end of the time looked at: silence up to there counts */
  end(toMs: number): DryResult {
    this.#tickTo(toMs);
    return { ...this.result(), noVerdicts: this.#engine.noVerdicts().reduce((sum, [, times]) => sum + times, 0) };
  }

  /** As far as it has come. */
  result(): DryResult {
    return { ...this.#result, items: [...this.#result.items] };
  }
}

function dryAlarm(alarm: Alarm, atMs: number): DryAlarm {
  const { pointId, pointName, priority, stationName, unit, value } = alarm;
  const suppressed = alarm.suppressedBy !== null;
  return { pointId, stationName, pointName, at: new Date(atMs).toISOString(), value, unit, priority, suppressed };
}

/** Device key, channel and quantity of a point's key; only the device key may hold the separator. */
function splitKey(key: string): string[] {
  const quantityAt = key.lastIndexOf('|');
  const channelAt = key.lastIndexOf('|', quantityAt - 1);
  return [key.slice(0, channelAt), key.slice(channelAt + 1, quantityAt), key.slice(quantityAt + 1)];
}
