// What a message of SL 651-2014 measures. Every element with a value becomes a reading at its observation time (F0F0), and
// every known bit of the status element one of 0 or 1. A series of an hour starts at the observation time and goes on in steps
// of five minutes; an evenly spaced report in steps of its own element 04.

import { elementIds, elements, series } from './elements.table.ts';
import { statusBits } from './codes.table.ts';
import type { Part, Sl651Message } from './message.ts';

export interface HydrologyReading {
  /** Empty for the station itself; `1` to `8` for the relative levels of several gauges. */
  channel: string;
  quantity: string;
  value: number;
  unit: string | null;
  /** When it was observed; null when neither observation nor sending time is a real one. */
  atMs: number | null;
}

export interface HydrologyProblem {
  /** `time`: not a real one; `noValue`: the station itself has none; `unknownElement`: kept, not understood; `rest`: surplus. */
  rule: 'time' | 'noValue' | 'unknownElement' | 'rest';
  /** Digits of the time, identifier of the element, or surplus bytes, in hexadecimal. */
  value: string;
}

export interface HydrologyReadings {
  readings: HydrologyReading[];
  problems: HydrologyProblem[];
}

/** Takes the readings out of a message, in the order they were sent; settings and answers hold none but the status. */
export function toReadings(message: Sl651Message): HydrologyReadings {
  const result: HydrologyReadings = { readings: [], problems: [] };
  if (message.direction === 'down') return result;
  let atMs = message.sentAt?.atMs ?? null;
  let stepMs: number | null = null;
  if (message.sentAt?.atMs === null) result.problems.push({ rule: 'time', value: message.sentAt.raw });
  for (const part of message.parts) {
    if (part.kind === 'observedAt') {
      if (part.time.atMs === null) result.problems.push({ rule: 'time', value: part.time.raw });
      atMs = part.time.atMs ?? atMs;
      stepMs = null;
    } else if (part.kind === 'rest') {
      result.problems.push({ rule: 'rest', value: part.raw });
    } else if (part.kind === 'element' && part.id === elementIds.timeStep) {
      stepMs = stepOf(part.raw);
    } else if (part.kind === 'element') {
      readElement(part, { atMs, stepMs, isSetting: message.functionCode >= 0x40 }, result);
    }
  }
  return result;
}

type Element = Extract<Part, { kind: 'element' }>;

function readElement(
  part: Element,
  when: { atMs: number | null; stepMs: number | null; isSetting: boolean },
  result: HydrologyReadings,
): void {
  const { atMs } = when;
  if (part.id === elementIds.status && part.values[0] !== undefined && part.values[0] !== null) {
    const status = part.values[0];
    for (const { bit, quantity } of statusBits)
      result.readings.push({ channel: '', quantity, value: (status >>> bit) & 1, unit: null, atMs });
    return;
  }
  if (when.isSetting) return;
  const row = rowOf(part.id);
  if (row === null) {
    result.problems.push({ rule: 'unknownElement', value: identifier(part.id) });
    return;
  }
  part.values.forEach((value, at) => {
    if (value === null) result.problems.push({ rule: 'noValue', value: identifier(part.id) });
    else result.readings.push({ ...row.place, value, atMs: later(atMs, at, row.stepMs ?? when.stepMs) });
  });
}

type Place = Pick<HydrologyReading, 'channel' | 'quantity' | 'unit'>;

function rowOf(id: number): { place: Place; stepMs: number | null } | null {
  if (id === elementIds.rainSeries)
    return { place: { channel: '', quantity: series.rain.quantity, unit: series.rain.unit }, stepMs: series.stepMs };
  if (id >= elementIds.levelSeries && id <= elementIds.lastLevelSeries) {
    const channel = String(id - elementIds.levelSeries + 1);
    return { place: { channel, quantity: series.level.quantity, unit: series.level.unit }, stepMs: series.stepMs };
  }
  const row = elements.get(id);
  return row === undefined ? null : { place: { channel: '', quantity: row.quantity, unit: row.unit }, stepMs: null };
}

/** Later values of one element lie later; without a step only the first has a time. */
function later(atMs: number | null, at: number, stepMs: number | null): number | null {
  if (at === 0 || atMs === null) return atMs;
  return stepMs === null ? null : atMs + at * stepMs;
}

/** Days, hours and minutes, two digits each; null for zero and for anything else. */
function stepOf(raw: string): number | null {
  const [, days, hours, minutes] = /^(\d\d)(\d\d)(\d\d)$/.exec(raw) ?? [];
  const stepMs = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
  return stepMs > 0 ? stepMs : null;
}

/** An identifier as it stands on the wire. */
export function identifier(id: number): string {
  return id.toString(16).toUpperCase().padStart(2, '0');
}
