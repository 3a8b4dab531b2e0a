// What a message of HJ 212 measures. A value counts as a reading when its suffix is Rtd (real time) or Avg (mean of the
// period); Min, Max, Cou, ZsRtd, EFlag and the rest stay in the message. DataTime is the instant of measurement for
// commands 2011 and 2021, and the start of the period for 2051, 2061, 2031 and 2041.

import type { Hj212Message, Pair } from './message.ts';
import { pollutants } from './pollutants.table.ts';
import { readTime } from './time.ts';

export interface Hj212Reading {
  /** Factor code as sent: a21005, w01018, or 2005 codes such as 011 and B01. */
  quantity: string;
  value: number;
  /** Unit of the code table; null for codes outside it. */
  unit: string | null;
  /** Flag of the value, one of `valueFlags`; null when the device sent none. */
  flag: string | null;
  /** DataTime as epoch milliseconds; null when the message has no usable one. */
  atMs: number | null;
  suffix: 'Rtd' | 'Avg';
}

export interface Hj212Problem {
  /** Name as on the wire, e.g. `a21005-Rtd` or `DataTime`. */
  name: string;
  value: string;
  rule: 'number' | 'time' | 'flag';
}

export interface Hj212Readings {
  readings: Hj212Reading[];
  /** What could not be used. The rest of the message is used all the same. */
  problems: Hj212Problem[];
}

const readingName = /^(.+)-(Rtd|Avg)$/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const flagForm = /^[A-Za-z0-9]$/;

/**
 * Takes the readings out of a message, in the order they were sent. A flag is looked for in the same item first, then in
 * the same period, because older devices separate everything by `;`. A new DataTime begins a new period.
 */
export function toReadings(message: Hj212Message): Hj212Readings {
  const result: Hj212Readings = { readings: [], problems: [] };
  for (const period of periodsOf(message)) readPeriod(period, result);
  return result;
}

interface Period {
  dataTime: Pair | null;
  items: Pair[][];
}

function periodsOf(message: Hj212Message): Period[] {
  const periods: Period[] = [];
  let current: Period = { dataTime: null, items: [] };
  for (const item of message.items) {
    const dataTime = item.find((pair) => pair.name === 'DataTime');
    if (dataTime !== undefined) current = { dataTime, items: [] };
    if (!periods.includes(current)) periods.push(current);
    current.items.push(item);
  }
  return periods;
}

function readPeriod(period: Period, result: Hj212Readings): void {
  const atMs = period.dataTime === null ? null : readTime(period.dataTime.value);
  if (period.dataTime !== null && atMs === null) result.problems.push({ ...period.dataTime, rule: 'time' });
  const flags = new Map(period.items.flat().map((pair) => [pair.name, pair.value]));
  for (const item of period.items) {
    for (const pair of item) {
      const [, quantity, suffix] = readingName.exec(pair.name) ?? [];
      if (quantity === undefined || (suffix !== 'Rtd' && suffix !== 'Avg')) continue;
      const value = readNumber(pair.value);
      if (value === null) {
        result.problems.push({ ...pair, rule: 'number' });
        continue;
      }
      const flagName = `${quantity}-Flag`;
      const sent = item.find((other) => other.name === flagName)?.value ?? flags.get(flagName) ?? null;
      const flag = sent !== null && flagForm.test(sent) ? sent.toUpperCase() : null;
      if (sent !== null && flag === null) result.problems.push({ name: flagName, value: sent, rule: 'flag' });
      result.readings.push({ quantity, value, unit: pollutants.get(quantity)?.unit ?? null, flag, atMs, suffix });
    }
  }
}

/** Reads a decimal number; null for anything else, such as `--`, `NaN`, an empty value or one beyond the range of a double. */
function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!decimal.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}
