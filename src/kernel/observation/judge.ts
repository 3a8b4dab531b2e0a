import type { Point } from '#kernel/alarm/alarm.ts';
import type { Quality, Reading } from './reading.ts';
import { sentinels } from './sentinel.table.ts';

// Judges what a device said before it is logged: plausible time, plausible value. A judged reading carries its quality for
// good, so replaying the log does not depend on today's clock. What rules then make of it is in kernel/alarm.

/** Device clock may be ahead of ours by this much before its time is not used (standards: 5 min, configurable). */
export const clockToleranceMs = 5 * 60_000;
/** Readings older than this are stored but raise nothing. */
export const evaluationWindowMs = 24 * 3_600_000;
/** Times before 2020-01-01 +08:00 come from clocks that were never set. */
export const earliestPlausibleMs = 1_577_808_000_000;

export type RefusedReading = { reading: Reading; reason: 'notANumber' };

export interface Judged {
  readings: Reading[];
  refused: RefusedReading[];
}

/** Whether rules are evaluated for a reading of this quality. */
export function isEvaluated(quality: Quality): boolean {
  return quality === 'good' || quality === 'clockAhead' || quality === 'clockUnset';
}

/**
 * Whether a reading of this quality counts as being heard of. A device in maintenance says so itself; a sentinel, an impossible
 * value or yesterday's data say nothing about now, so the point still counts as silent.
 */
export function isHeard(quality: Quality): boolean {
  return quality !== 'outOfRange' && quality !== 'late';
}

/**
 * Judges the readings of one message.
 * @param pointOf the registered point of a reading, whose range applies; undefined for one not registered
 * @param count called once for each reading with its quality, or `notANumber` for one that is refused
 */
export function judge(
  readings: readonly Reading[],
  receivedAtMs: number,
  pointOf: (reading: Reading) => Point | undefined,
  count: (outcome: Quality | 'notANumber') => void,
): Judged {
  const judged: Judged = { readings: [], refused: [] };
  const newest = newestWrong(readings, receivedAtMs);
  for (const reading of readings) {
    if (!Number.isFinite(reading.value)) {
      judged.refused.push({ reading, reason: 'notANumber' });
      count('notANumber');
      continue;
    }
    const result = judgeReading(reading, receivedAtMs, newest, pointOf(reading));
    judged.readings.push(result);
    count(result.quality);
  }
  return judged;
}

/** The newest times of a message that lie ahead and that were never set; minus infinity where there is none. */
interface NewestWrong {
  ahead: number;
  unset: number;
}

function newestWrong(readings: readonly Reading[], receivedAtMs: number): NewestWrong {
  const newest = { ahead: Number.NEGATIVE_INFINITY, unset: Number.NEGATIVE_INFINITY };
  for (const { atMs } of readings) {
    if (atMs < earliestPlausibleMs) newest.unset = Math.max(newest.unset, atMs);
    else if (atMs - receivedAtMs > clockToleranceMs) newest.ahead = Math.max(newest.ahead, atMs);
  }
  return newest;
}

function judgeReading(reading: Reading, receivedAtMs: number, newest: NewestWrong, point: Point | undefined): Reading {
  const time = judgeTime(reading.atMs, receivedAtMs, newest);
  const quality = worst(reading.quality, isPlausible(reading.value, point), time.quality);
  if (quality === reading.quality && time.atMs === reading.atMs) return reading;
  const result: Reading = { ...reading, atMs: time.atMs, quality };
  if (time.atMs !== reading.atMs && isCalendarTime(reading.atMs)) result.deviceAtMs = reading.atMs;
  return result;
}

/** Within the years 1 to 9999; anything else is noise that no calendar can print. */
function isCalendarTime(atMs: number): boolean {
  return Number.isInteger(atMs) && atMs >= -62_135_596_800_000 && atMs <= 253_402_300_799_999;
}

/** What the device says of itself comes first, then the value, then the time. */
function worst(said: Quality, isPlausibleValue: boolean, byTime: Quality): Quality {
  if (said === 'device') return 'device';
  if (!isPlausibleValue) return 'outOfRange';
  return said === 'good' ? byTime : said;
}

function judgeTime(atMs: number, receivedAtMs: number, newest: NewestWrong): { atMs: number; quality: Quality } {
  if (!Number.isFinite(atMs)) return { atMs: receivedAtMs, quality: 'clockUnset' };
  if (atMs < earliestPlausibleMs) return { atMs: receivedAtMs - apart(newest.unset, atMs), quality: 'clockUnset' };
  if (atMs - receivedAtMs > clockToleranceMs) return { atMs: receivedAtMs - apart(newest.ahead, atMs), quality: 'clockAhead' };
  return { atMs: Math.round(atMs), quality: receivedAtMs - atMs > evaluationWindowMs ? 'late' : 'good' };
}

/**
 * How far before the newest reading of its message one was measured: a clock that is wrong still tells how far two readings are
 * apart, and several of one point must not fall on the same instant. 0 where even that makes no sense.
 */
function apart(newestMs: number, atMs: number): number {
  const ms = Math.round(newestMs - atMs);
  return ms >= 0 && ms <= evaluationWindowMs ? ms : 0;
}

/** False for a sentinel or a value outside the point's physical range. */
export function isPlausible(value: number, point: Pick<Point, 'rangeMin' | 'rangeMax'> | undefined): boolean {
  const min = point?.rangeMin ?? null;
  const max = point?.rangeMax ?? null;
  if ((min !== null && value < min) || (max !== null && value > max)) return false;
  const sentinel = sentinels.find((known) => known.value === value);
  if (sentinel === undefined) return true;
  return sentinel.mayBeMeasured && min !== null && max !== null;
}
