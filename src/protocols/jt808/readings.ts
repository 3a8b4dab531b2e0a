// What a message of JT/T 808 says about the vehicle, as numbers a rule can judge: position (WGS-84 degrees), speed, every defined
// alarm and status bit as 0 or 1, and additional items that are one number. A position that is not fixed, is encrypted or lies
// outside the globe gives no coordinates but a problem.

import { alarmBits, positionBits, statusBits } from './bits.table.ts';
import { itemRows } from './items.table.ts';
import type { Fix, Item } from './location.ts';
import type { Jt808Message } from './message.ts';

export interface VehicleReading {
  /** Always empty: a terminal is one vehicle. */
  channel: '';
  quantity: string;
  value: number;
  unit: string | null;
  /** When it was measured; null when the terminal's clock gave no real time. */
  atMs: number | null;
}

export interface VehicleProblem {
  rule: 'time' | 'notPositioned' | 'encrypted' | 'position' | 'unknownMessage' | 'unknownItem' | 'rest';
  /** What was found: digits of the time, coordinates, message id or item id, or surplus bytes in hexadecimal. */
  value: string;
}

export interface VehicleReadings {
  readings: VehicleReading[];
  problems: VehicleProblem[];
}

/** Takes the readings out of a message, in the order they were sent. */
export function toReadings(message: Jt808Message): VehicleReadings {
  const result: VehicleReadings = { readings: [], problems: [] };
  const { body } = message;
  if (body.kind === 'unknown') result.problems.push({ rule: 'unknownMessage', value: message.id.toString(16).padStart(4, '0') });
  if (message.rest !== '') result.problems.push({ rule: 'rest', value: message.rest });
  if (body.kind === 'location') readLocation(body.fields.fix, body.fields.items, result);
  else if (body.kind === 'locationAnswer' || body.kind === 'vehicleControlAnswer') {
    readLocation(body.fields.location.fix, body.fields.location.items, result);
  } else if (body.kind === 'batch') {
    for (const { fix, items } of body.fields.locations) readLocation(fix, items, result);
  } else if (body.kind === 'mediaData') readLocation(body.fields.fix, [], result);
  return result;
}

function readLocation(fix: Fix, items: readonly Item[], { readings, problems }: VehicleReadings): void {
  const { atMs } = fix.at;
  if (atMs === null) problems.push({ rule: 'time', value: fix.at.raw });
  const add = (quantity: string, value: number, unit: string | null): void => {
    readings.push({ channel: '', quantity, value, unit, atMs });
  };
  const position = positionOf(fix);
  if ('rule' in position) problems.push(position);
  else {
    add('longitude', position.longitude, '°');
    add('latitude', position.latitude, '°');
    add('altitude', fix.altitude, 'm');
    add('direction', fix.direction, '°');
  }
  add('speed', fix.speed / 10, 'km/h');
  for (const { bit, quantity } of alarmBits) add(quantity, (fix.alarms >>> bit) & 1, null);
  for (const { bit, quantity } of statusBits) if (!positionBits.has(quantity)) add(quantity, (fix.status >>> bit) & 1, null);
  for (const { id, value } of items) {
    const quantity = itemRows.get(id)?.quantity;
    if (value === null) problems.push({ rule: 'unknownItem', value: id.toString(16).toUpperCase().padStart(2, '0') });
    else if (quantity !== undefined && typeof value === 'number') add(quantity.code, value / quantity.divisor, quantity.unit);
  }
}

/** Degrees, east and north positive, or why there are none. */
function positionOf(fix: Fix): { longitude: number; latitude: number } | VehicleProblem {
  const is = (quantity: string): boolean => statusBits.some((row) => row.quantity === quantity && ((fix.status >>> row.bit) & 1) === 1);
  const value = `${fix.longitude},${fix.latitude}`;
  if (is('encrypted')) return { rule: 'encrypted', value };
  if (!is('positioned')) return { rule: 'notPositioned', value };
  const longitude = (is('west') ? -1 : 1) * (fix.longitude / 1_000_000);
  const latitude = (is('south') ? -1 : 1) * (fix.latitude / 1_000_000);
  return Math.abs(longitude) > 180 || Math.abs(latitude) > 90 ? { rule: 'position', value } : { longitude, latitude };
}
