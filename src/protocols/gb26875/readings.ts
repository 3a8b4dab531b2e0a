// What a message of GB/T 26875.3 says about the world, as numbers a rule can judge. Every defined status bit becomes a
// reading of 0 or 1, so the return to normal is as visible as the alarm. Analog values come scaled and with a unit.
//
// Operation records (types 4 and 24) are events, not states. One of them matters for alarms: a person pressing the manual
// alarm. It becomes `manualAlarm` 1, and 0 when somebody resets or clears the alarm.

import { analogTypes } from './codes.table.ts';
import type { FireMessage } from './message.ts';
import { deviceBits, operationBits, partBits, systemBits, type StateBit } from './states.table.ts';
import type { TimeTag } from './timeTag.ts';

export interface FireReading {
  /** `systemType.systemAddress.partAddress` for a part (address in eight hex digits), the first two for a system, empty for the device. */
  channel: string;
  quantity: string;
  value: number;
  unit: string | null;
  /** When it happened at the device; null when its clock gave no real time. */
  atMs: number | null;
}

export interface FireProblem {
  rule: 'time' | 'valueType' | 'unknownType' | 'trailing';
  /** What was found: a raw time tag, a type number, surplus bytes in hexadecimal. */
  value: string;
}

export interface FireReadings {
  readings: FireReading[];
  problems: FireProblem[];
}

/** Takes the readings out of a message, in the order they were sent. */
export function toReadings(message: FireMessage): FireReadings {
  const { content } = message;
  const result: FireReadings = { readings: [], problems: [] };
  if (content === null) return result;
  if (content.kind === 'unknown') {
    result.problems.push({ rule: 'unknownType', value: String(content.type) });
    return result;
  }
  if (content.trailing !== '') result.problems.push({ rule: 'trailing', value: content.trailing });
  const add = (channel: string, quantity: string, value: number, unit: string | null, at: TimeTag | null): void => {
    result.readings.push({ channel, quantity, value, unit, atMs: instant(at ?? message.sentAt, result.problems) });
  };
  const addBits = (channel: string, bits: readonly StateBit[], object: { status: number; occurredAt: TimeTag | null }): void => {
    for (const { bit, quantity } of bits) add(channel, quantity, (object.status >> bit) & 1, null, object.occurredAt);
  };
  // Every other kind, such as versions and clocks, holds nothing that a rule could judge.
  if (content.kind === 'systemState') {
    for (const object of content.objects) addBits(systemChannel(object), systemBits, object);
  } else if (content.kind === 'partState') {
    for (const object of content.objects) addBits(partChannel(object), partBits, object);
  } else if (content.kind === 'deviceState') {
    for (const object of content.objects) addBits('', deviceBits, object);
  } else if (content.kind === 'partValue') {
    for (const object of content.objects) {
      const analog = analogTypes[object.valueType];
      if (analog === undefined) result.problems.push({ rule: 'valueType', value: String(object.valueType) });
      else add(partChannel(object), analog.quantity, object.value / analog.divisor, analog.unit, object.occurredAt);
    }
  } else if (content.kind === 'systemOperation' || content.kind === 'deviceOperation') {
    for (const object of content.objects) {
      const value = manualAlarm(object.operation);
      const channel = 'systemType' in object ? systemChannel(object) : '';
      if (value !== null) add(channel, 'manualAlarm', value, null, object.occurredAt);
    }
  }
  return result;
}

/** Channel of a system: `1.0`. */
export function systemChannel(at: { systemType: number; systemAddress: number }): string {
  return `${at.systemType}.${at.systemAddress}`;
}

/** Channel of a part: `1.0.00020003`. */
export function partChannel(at: { systemType: number; systemAddress: number; partAddress: number }): string {
  return `${systemChannel(at)}.${at.partAddress.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** Names of the set bits, and of clear ones that say something, for people. */
export function stateNames(bits: readonly StateBit[], status: number): StateBit['one'][] {
  return bits.flatMap(({ bit, one, zero }) => {
    if (((status >> bit) & 1) === 1) return [one];
    return zero === undefined ? [] : [zero];
  });
}

function manualAlarm(operation: number): 0 | 1 | null {
  const isSet = (quantity: string): boolean => operationBits.some((row) => row.quantity === quantity && ((operation >> row.bit) & 1) === 1);
  if (isSet('manualAlarm')) return 1;
  return isSet('reset') || isSet('alarmCleared') ? 0 : null;
}

function instant(tag: TimeTag, problems: FireProblem[]): number | null {
  const known = problems.some((problem) => problem.rule === 'time' && problem.value === tag.raw);
  if (tag.atMs === null && !known) problems.push({ rule: 'time', value: tag.raw });
  return tag.atMs;
}
