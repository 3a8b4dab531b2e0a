import type { Field } from '#kernel/register/field.ts';
import { checkCharacterOf } from '#kernel/register/creditCode.ts';
import type { Fields } from '#kernel/register/register.ts';
import { applies } from '#kernel/register/conditions.ts';
import { checkValue } from '#kernel/register/check.ts';

// For tests only: input that any declared register would take, made from its fields alone. A field for which nothing fits
// (an unusual pattern) is left out; the record is then refused for its content, not for who sent it.

export interface SampleAbout {
  /** Makes texts differ, so that unique fields do not collide. */
  nth: number;
  areaCode: string;
  /** A record of each register that a reference may name. */
  records: ReadonlyMap<string, string>;
}

export function sampleInput(fields: Fields, about: SampleAbout): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.computed || !applies(field, input)) continue;
    const value = candidates(field, about).find((candidate) => candidate !== undefined && checkValue(field, candidate) === null);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

function candidates(field: Field, { nth, areaCode, records }: SampleAbout): unknown[] {
  switch (field.kind) {
    case 'text':
      return textCandidates(nth);
    case 'longText':
      return ['说明'];
    case 'count':
    case 'measure':
      return [1, field.min, field.max, 0];
    case 'flag':
      return [true];
    case 'choice':
      return field.dictionary ? [] : Object.keys(field.options);
    case 'list':
      return [Object.keys(field.options).slice(0, 1)];
    case 'date':
      return ['2026-06-01'];
    case 'instant':
      return ['2026-06-01T00:00:00.000Z'];
    case 'point':
      return [[116.95, 34.19]];
    case 'areas':
      return [[areaCode]];
    case 'geometry':
      return field.allow.map(shape);
    case 'reference':
      return [records.get(field.register)];
  }
}

function shape(type: 'Polygon' | 'MultiPolygon' | 'LineString'): object {
  const line = [
    [116.9, 34.1],
    [117, 34.1],
    [117, 34.2],
  ];
  const ring = [[...line, line[0]]];
  return { type, coordinates: type === 'LineString' ? line : type === 'Polygon' ? ring : [ring] };
}

function textCandidates(nth: number): string[] {
  const digits = String(nth).padStart(6, '0');
  const credit = `91341322${digits.padStart(9, '0')}`;
  return [
    `样例${nth}`,
    `${credit}${checkCharacterOf(credit)}`,
    idNumber(nth),
    `138${String(nth).padStart(8, '0')}`,
    `05575${digits}`,
    digits,
    `A${digits}`,
    `皖L${digits.slice(1)}`,
    '09:00',
    '2026',
    '34132210100001',
    'https://example.invalid',
  ];
}

/** An identity number that belongs to nobody: a birthday in 1949, before such numbers were given (GB 11643 check character). */
function idNumber(nth: number): string {
  const body = `34132219490101${String(nth % 1000).padStart(3, '0')}`;
  const sum = body.split('').reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return body + '10X98765432'[sum % 11];
}
