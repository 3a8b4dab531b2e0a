import type { Field, Fields, Label, ValuesOf } from './field.ts';
import { type InputProblem, unitOf } from './model.ts';

// Untrusted JSON to checked inputs. Every problem is found, not only the first; standard values are filled in and named, so
// that a result can show what nobody entered.

export interface CheckedInputs<I extends Fields> {
  ok: true;
  value: ValuesOf<I>;
  /** Paths of fields that were left out and took their standard value. */
  standards: string[];
}

export type Checked<I extends Fields> = CheckedInputs<I> | { ok: false; problems: InputProblem[] };

interface Findings {
  problems: InputProblem[];
  standards: string[];
}

/**
 * Checks `raw` against the fields of a model.
 * @param raw parsed JSON; unknown names are refused, since a misspelt optional field would otherwise be ignored
 */
export function checkInputs<I extends Fields>(fields: I, raw: unknown): Checked<I> {
  const findings: Findings = { problems: [], standards: [] };
  const value = readRecord(fields, raw, '', findings);
  if (findings.problems.length > 0) return { ok: false, problems: findings.problems };
  return { ok: true, value: value as ValuesOf<I>, standards: findings.standards };
}

function readRecord(fields: Fields, raw: unknown, path: string, findings: Findings): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (!isObject(raw)) {
    findings.problems.push(problem(path === '' ? '(input)' : path, raw, null, 'type', say('应为对象', 'must be an object')));
    return found;
  }
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  for (const name of Object.keys(raw))
    if (!Object.hasOwn(fields, name))
      findings.problems.push(
        problem(at(name), raw[name], null, 'unknown', say(`没有名为 ${name} 的输入`, `there is no input named ${name}`)),
      );
  for (const [name, field] of Object.entries(fields)) found[name] = readField(field, raw[name], at(name), findings);
  return found;
}

function readField(field: Field, raw: unknown, path: string, findings: Findings): unknown {
  if (raw === undefined || raw === null) return readMissing(field, path, findings);
  const reader = readers[field.kind] as (field: Field, raw: unknown, path: string, findings: Findings) => unknown;
  return reader(field, raw, path, findings);
}

function readMissing(field: Field, path: string, findings: Findings): unknown {
  if ('standard' in field && field.standard !== undefined) {
    findings.standards.push(path);
    return field.standard;
  }
  if (!field.optional)
    findings.problems.push(problem(path, null, field, 'required', say(`缺少${field.label.zh}`, `${field.label.en} is missing`)));
  return null;
}

type Reader<K extends Field['kind']> = (field: Extract<Field, { kind: K }>, raw: unknown, path: string, findings: Findings) => unknown;

const readers: { [K in Field['kind']]: Reader<K> } = {
  number(field, raw, path, { problems }) {
    const fault = numberFault(field, raw);
    if (fault) problems.push(problem(path, raw, field, fault.rule, fault.text));
    return raw;
  },
  choice(field, raw, path, { problems }) {
    const values = field.options.map(({ value }) => value);
    if (typeof raw !== 'string' || !values.includes(raw))
      problems.push(problem(path, raw, field, 'choice', say(`应为 ${values.join('、')} 之一`, `must be one of ${values.join(', ')}`)));
    return raw;
  },
  flag(field, raw, path, { problems }) {
    if (typeof raw !== 'boolean') problems.push(problem(path, raw, field, 'type', say('应为 true 或 false', 'must be true or false')));
    return raw;
  },
  text(field, raw, path, { problems }) {
    if (typeof raw !== 'string' || raw.length > field.maxLength)
      problems.push(
        problem(
          path,
          raw,
          field,
          'length',
          say(`应为不超过 ${field.maxLength} 字的文字`, `must be text of at most ${field.maxLength} characters`),
        ),
      );
    return raw;
  },
  place(field, raw, path, { problems }) {
    if (!isPosition(raw))
      problems.push(
        problem(path, raw, field, 'geometry', say('应为 [经度, 纬度]（WGS-84，度）', 'must be [longitude, latitude] in WGS-84 degrees')),
      );
    return raw;
  },
  area: geometryReader(['Polygon', 'MultiPolygon'], 4),
  line: geometryReader(['LineString', 'MultiLineString'], 2),
  features(field, raw, path, { problems }) {
    if (!isObject(raw) || raw['type'] !== 'FeatureCollection' || !Array.isArray(raw['features']))
      problems.push(problem(path, null, field, 'geometry', say('应为 GeoJSON FeatureCollection', 'must be a GeoJSON FeatureCollection')));
    return raw;
  },
  series(field, raw, path, findings) {
    if (!isCountedList(raw, field, path, findings)) return raw;
    raw.forEach((each, index) => {
      const fault = numberFault(field, each);
      if (fault) findings.problems.push(problem(`${path}[${index}]`, each, field, fault.rule, fault.text));
    });
    return raw;
  },
  grid: readGrid,
  list(field, raw, path, findings) {
    if (!isCountedList(raw, field, path, findings)) return raw;
    return raw.map((each, index) => readField(field.of, each, `${path}[${index}]`, findings));
  },
  record(field, raw, path, findings) {
    return readRecord(field.fields, raw, path, findings);
  },
};

interface Limits {
  min?: number;
  max?: number;
  aboveMin?: true;
  integer?: true;
  unit: string;
}

/** Why a value is not a number this field allows, null when it is. */
export function numberFault(field: Limits, raw: unknown): { rule: string; text: Label } | null {
  const unit = field.unit === '1' ? '' : ` ${field.unit}`;
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return { rule: 'type', text: say('应为有限的数', 'must be a finite number') };
  if (field.integer && !Number.isInteger(raw)) return { rule: 'integer', text: say('应为整数', 'must be a whole number') };
  if (field.min !== undefined && (field.aboveMin ? raw <= field.min : raw < field.min))
    return field.aboveMin
      ? { rule: 'min', text: say(`应大于 ${field.min}${unit}`, `must be greater than ${field.min}${unit}`) }
      : { rule: 'min', text: say(`不应小于 ${field.min}${unit}`, `must not be less than ${field.min}${unit}`) };
  if (field.max !== undefined && raw > field.max)
    return { rule: 'max', text: say(`不应大于 ${field.max}${unit}`, `must not be greater than ${field.max}${unit}`) };
  return null;
}

function geometryReader(types: readonly string[], leastPositions: number) {
  return (field: Field, raw: unknown, path: string, { problems }: Findings): unknown => {
    if (!isObject(raw) || !types.includes(String(raw['type'])) || !hasPositions(raw['coordinates'], leastPositions))
      problems.push(
        problem(
          path,
          null,
          field,
          'geometry',
          say(`应为 WGS-84 的 GeoJSON ${types.join(' 或 ')}`, `must be a GeoJSON ${types.join(' or ')} in WGS-84`),
        ),
      );
    return raw;
  };
}

/** Whether every innermost list is a line or ring of at least `least` positions. */
function hasPositions(coordinates: unknown, least: number): boolean {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return false;
  if (isPosition(coordinates[0])) return coordinates.length >= least && coordinates.every(isPosition);
  return coordinates.every((part) => hasPositions(part, least));
}

function readGrid(field: Extract<Field, { kind: 'grid' }>, raw: unknown, path: string, { problems }: Findings): unknown {
  if (!isObject(raw)) {
    problems.push(problem(path, null, field, 'type', say('应为栅格对象', 'must be a raster object')));
    return raw;
  }
  const { columns, rows, west, north, cellX, cellY, crs, values } = raw;
  const sizes = [columns, rows].every((size) => Number.isInteger(size) && (size as number) > 0) && [cellX, cellY].every(isPositive);
  const placed = [west, north].every((each) => Number.isFinite(each)) && typeof crs === 'string';
  const isNumbers = Array.isArray(values) || values instanceof Float64Array || values instanceof Float32Array;
  if (!sizes || !placed || !isNumbers || values.length !== (columns as number) * (rows as number)) {
    const words = say(
      '栅格应有 columns、rows、west、north、cellX、cellY、crs 和 columns×rows 个 values',
      'a raster needs columns, rows, west, north, cellX, cellY, crs and columns×rows values',
    );
    problems.push(problem(path, null, field, 'size', words));
    return raw;
  }
  const numbers = Array.isArray(values)
    ? Float64Array.from(values, (each: unknown) => (typeof each === 'number' ? each : Number.NaN))
    : values;
  const bad = numbers.findIndex((each) => (Number.isNaN(each) ? !field.holes : numberFault(field, each) !== null));
  if (bad >= 0) {
    const value = numbers[bad] as number;
    const hole = say('栅格有缺值的格子', 'the raster has cells without a value');
    const text = Number.isNaN(value) ? hole : (numberFault(field, value)?.text ?? hole);
    problems.push(
      problem(`${path}.values[${bad}]`, Number.isNaN(value) ? null : value, field, Number.isNaN(value) ? 'data' : 'range', text),
    );
  }
  return { columns, rows, west, north, cellX, cellY, crs, values: numbers };
}

function isCountedList(
  raw: unknown,
  field: { minItems?: number; maxItems: number } & Field,
  path: string,
  { problems }: Findings,
): raw is unknown[] {
  const least = field.minItems ?? 0;
  if (Array.isArray(raw) && raw.length >= least && raw.length <= field.maxItems) return true;
  const count = Array.isArray(raw) ? `, ${raw.length}` : '';
  const text = say(`应为 ${least} 至 ${field.maxItems} 项的列表${count}`, `must be a list of ${least} to ${field.maxItems} items${count}`);
  problems.push({ ...problem(path, Array.isArray(raw) ? raw.length : raw, field, 'length', text), min: least, max: field.maxItems });
  return false;
}

function problem(path: string, value: unknown, field: Field | null, rule: string, text: Label): InputProblem {
  const limits = field as Partial<Limits> | null;
  return { field: path, value, unit: field && unitOf(field), min: limits?.min ?? null, max: limits?.max ?? null, rule, text };
}

const say = (zh: string, en: string): Label => ({ zh, en });
const isObject = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const isPositive = (raw: unknown): boolean => typeof raw === 'number' && Number.isFinite(raw) && raw > 0;

function isPosition(raw: unknown): boolean {
  if (!Array.isArray(raw) || raw.length < 2) return false;
  const [lon, lat] = raw as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
