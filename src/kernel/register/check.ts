import { accept, refuse, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Text } from '#kernel/language/text.ts';
import { isCalendarDate } from './calendarDate.ts';
import { applies } from './conditions.ts';
import type { Field } from './field.ts';
import { isMask } from './mask.ts';
import type { Fields } from './register.ts';
import { applyTextCheck } from './textCheck.ts';

// Checks what a form, a file or a program sends for the fields of a register. The same code runs in the browser and on
// the server, so a form never learns its errors late.

/**
 * Checks input against fields and returns it cleaned (trimmed text, absent → null). A field whose condition does not hold
 * is not asked and comes back empty; the mask of a sensitive field is left out, so what it hides stays as it is.
 * @param partial true for a change: fields not sent stay as they are
 * @param stored the record before a change, against which conditions are read
 */
export function checkFields(
  fields: Fields,
  input: Record<string, unknown>,
  { partial, stored = {} }: { partial: boolean; stored?: Readonly<Record<string, unknown>> },
): Outcome<Record<string, unknown>> {
  const problems: FieldError[] = [];
  const clean: Record<string, unknown> = {};
  const whole = { ...stored, ...input };
  for (const [name, field] of Object.entries(fields)) {
    if (!applies(field, whole)) {
      if (name in input) clean[name] = null;
      continue;
    }
    if (field.sensitive && isMask(input[name])) continue;
    if (!(name in input)) {
      // A change of what a condition reads can make an empty field due.
      const isAsked = !partial || (field.when !== undefined && field.when.field in input && (stored[name] ?? null) === null);
      if (isAsked && field.required) problems.push(fault(name, null, 'required', { zh: '必填', en: 'required' }, field));
      continue;
    }
    const raw = input[name];
    const value = typeof raw === 'string' ? raw.trim() : raw;
    if (value === null || value === undefined || value === '') {
      if (field.required) problems.push(fault(name, raw ?? null, 'required', { zh: '必填', en: 'required' }, field));
      clean[name] = null;
      continue;
    }
    const problem = checkValue(field, value);
    if (problem) problems.push(fault(name, raw, problem.rule, problem.text, field));
    else clean[name] = value;
  }
  if (problems.length > 0)
    return refuse('fields-invalid', 422, { zh: '有内容填写不正确', en: 'Some fields are not right' }, { fields: problems });
  return accept(clean);
}

interface Broken {
  rule: string;
  text: Text;
}

/** What is wrong with one non-empty value, or null. */
export function checkValue(field: Field, value: unknown): Broken | null {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return checkText(field, value);
    case 'count':
      return Number.isSafeInteger(value)
        ? checkRange({ max: mostCounted, min: -mostCounted, ...field }, value as number)
        : wrong('type', '须为整数', 'must be a whole number');
    case 'measure':
      return typeof value === 'number' && Number.isFinite(value) ? checkRange(field, value) : wrong('type', '须为数字', 'must be a number');
    case 'flag':
      return typeof value === 'boolean' ? null : wrong('type', '须为是或否', 'must be true or false');
    case 'choice':
      // Whether a dictionary has the code on the day is asked where the dictionary is.
      if (field.dictionary) return typeof value === 'string' && value.length <= 60 ? null : wrong('choice', '须为代码', 'must be a code');
      return typeof value === 'string' && Object.hasOwn(field.options, value)
        ? null
        : wrong('choice', `须为 ${names(field.options)} 之一`, `must be one of ${Object.keys(field.options).join(', ')}`);
    case 'list':
      return isStrings(value) && value.every((entry) => Object.hasOwn(field.options, entry))
        ? null
        : wrong('choice', `须取自 ${names(field.options)}`, `must be taken from ${Object.keys(field.options).join(', ')}`);
    case 'date':
      return typeof value === 'string' && isCalendarDate(value) ? null : wrong('type', '须为日期 YYYY-MM-DD', 'must be a date YYYY-MM-DD');
    case 'instant':
      return checkInstant(value);
    case 'point':
      return isPosition(value) ? null : wrong('type', '须为 [经度, 纬度]，WGS-84，度', 'must be [longitude, latitude], WGS-84 degrees');
    case 'geometry':
      return checkGeometry(field, value);
    case 'areas':
      return isStrings(value) && value.every((code) => /^(\d{6}|\d{9}|\d{12})$/.test(code))
        ? null
        : wrong('area', '须为行政区划代码（6、9 或 12 位）', 'must be division codes of 6, 9 or 12 digits');
    case 'reference':
      return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)
        ? null
        : wrong('reference', '须为记录编号', 'must be the id of a record');
  }
}

function checkText(field: Extract<Field, { kind: 'text' | 'longText' }>, value: unknown): Broken | null {
  if (typeof value !== 'string') return wrong('type', '须为文字', 'must be text');
  if (value.length > field.maxLength)
    return wrong(
      'max',
      `不超过 ${field.maxLength} 字，现 ${value.length} 字`,
      `at most ${field.maxLength} characters, has ${value.length}`,
    );
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value)) return wrong('pattern', '含有不可见控制字符', 'contains control characters');
  if (field.kind === 'text' && field.pattern && !new RegExp(field.pattern.source).test(value))
    return { rule: 'pattern', text: field.pattern.rule };
  return field.kind === 'text' && field.check ? applyTextCheck(field.check, value) : null;
}

/** Largest count the database keeps (a 32-bit integer). */
const mostCounted = 2_147_483_647;

function checkRange(field: { min?: number; max?: number }, value: number): Broken | null {
  if (field.min !== undefined && value < field.min) return wrong('min', `不小于 ${field.min}`, `at least ${field.min}`);
  if (field.max !== undefined && value > field.max) return wrong('max', `不大于 ${field.max}`, `at most ${field.max}`);
  return null;
}

function checkInstant(value: unknown): Broken | null {
  const ms = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) return wrong('type', '须为带时区的时间', 'must be an instant with its zone');
  const year = new Date(ms).getUTCFullYear();
  return year >= 1949 && year < 2100 ? null : wrong('max', '年份须在 1949 至 2099 之间', 'year must be 1949 to 2099');
}

function checkGeometry(field: Extract<Field, { kind: 'geometry' }>, value: unknown): Broken | null {
  const shape = value as { type?: unknown; coordinates?: unknown };
  if (typeof value !== 'object' || !field.allow.includes(shape.type as 'Polygon'))
    return wrong('type', `须为 ${field.allow.join('、')} 几何`, `must be a ${field.allow.join(' or ')} geometry`);
  const positions: unknown[] = [];
  const polygons =
    shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [[shape.coordinates]];
  if (!Array.isArray(polygons)) return wrong('type', '坐标不完整', 'coordinates are incomplete');
  for (const rings of polygons) {
    if (!Array.isArray(rings)) return wrong('type', '坐标不完整', 'coordinates are incomplete');
    for (const ring of rings as unknown[]) {
      if (!Array.isArray(ring)) return wrong('type', '坐标不完整', 'coordinates are incomplete');
      if (shape.type !== 'LineString' && (ring.length < 4 || String(ring[0]) !== String(ring.at(-1))))
        return wrong('type', '环须闭合且不少于四点', 'rings must be closed and have four points or more');
      positions.push(...(ring as unknown[]));
    }
  }
  return positions.length > 0 && positions.length <= 20_000 && positions.every(isPosition)
    ? null
    : wrong('type', '坐标须为 WGS-84 度，至多 20000 点', 'coordinates must be WGS-84 degrees, 20,000 at most');
}

export function isPosition(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every((part) => typeof part === 'number' && Number.isFinite(part)) &&
    Math.abs(value[0] as number) <= 180 &&
    Math.abs(value[1] as number) <= 90
  );
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 2000 && value.every((entry) => typeof entry === 'string');
}

function names(options: Record<string, Text>): string {
  return Object.values(options)
    .map((label) => label.zh)
    .join('、');
}

function wrong(rule: string, zh: string, en: string): Broken {
  return { rule, text: { zh, en } };
}

function fault(name: string, value: unknown, rule: string, text: Text, field: Field): FieldError {
  return { field: name, value, rule, text: { zh: `“${field.label.zh}”${text.zh}`, en: `"${field.label.en}" ${text.en}` } };
}
