import type { Text } from '#kernel/language/text.ts';
import type { Field } from '#kernel/register/field.ts';
import type { SheetColumn, SheetNames } from './sheetColumns.ts';
import type { CellValue } from './sheetRows.ts';

// From a cell as people fill it to the value a field takes. What cannot be read is named with its rule; the checks that
// every form makes come afterwards (kernel/register/check.ts).

export type ReadCell = { ok: true; value: unknown } | { ok: false; rule: string; text: Text };

const wrong = (rule: string, zh: string, en: string): ReadCell => ({ ok: false, rule, text: { zh, en } });
const good = (value: unknown): ReadCell => ({ ok: true, value });

/** A cell as it is read on: text without its edges, yes and no as words; null when empty. */
export function plainCell(value: CellValue): string | number | Date | null {
  if (value === null || typeof value === 'number' || value instanceof Date) return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return value.trim() === '' ? null : value.trim();
}

export function readCell(column: SheetColumn, field: Field | null, value: string | number | Date, names: SheetNames): ReadCell {
  switch (column.kind) {
    case 'id':
      return /^[0-9a-f-]{36}$/.test(String(value))
        ? good(String(value))
        : wrong('reference', '系统编号被改动过', 'the id has been changed');
    case 'area':
      return readArea(String(value), names);
    case 'lon':
    case 'lat':
    case 'count':
    case 'measure':
      return readNumber(value);
    case 'flag':
      return readFlag(String(value));
    case 'choice':
      if (field?.kind !== 'choice') return wrong('choice', '无法识别', 'is not recognised');
      return field.dictionary ? readEntry(field.dictionary, String(value), names) : readOption(field.options, String(value));
    case 'list':
      return field?.kind === 'list'
        ? readMany(String(value), (part) => readOption(field.options, part))
        : wrong('choice', '无法识别', 'is not recognised');
    case 'areas':
      return readMany(String(value), (part) => readArea(part, names));
    case 'reference':
      return field?.kind === 'reference'
        ? readReference(field.register, String(value), names)
        : wrong('reference', '无法识别', 'is not recognised');
    case 'date':
      return readDate(value);
    case 'instant':
      return readInstant(value);
    default:
      return good(value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
  }
}

function readArea(text: string, names: SheetNames): ReadCell {
  if (names.areas.has(text)) return good(text);
  const found = [...names.areas.values()].filter(({ name }) => name.zh === text || name.en === text);
  if (found.length === 1) return good(found[0]?.code);
  return wrong(
    'area',
    found.length === 0 ? `没有行政区“${text}”` : `有多个“${text}”，请填代码`,
    found.length === 0 ? `there is no division "${text}"` : `"${text}" is not unique: give the code`,
  );
}

function readNumber(value: string | number | Date): ReadCell {
  if (typeof value === 'number') return good(value);
  const text = String(value).replace(/[,，\s]/g, '');
  return /^-?\d+(\.\d+)?$/.test(text) ? good(Number(text)) : wrong('type', '须为数字', 'must be a number');
}

function readFlag(text: string): ReadCell {
  if (/^(是|有|true|yes|1)$/i.test(text)) return good(true);
  return /^(否|无|false|no|0)$/i.test(text) ? good(false) : wrong('type', '须填“是”或“否”', 'must be 是 or 否');
}

function readOption(options: Record<string, Text>, text: string): ReadCell {
  const found = Object.entries(options).find(([key, label]) => key === text || label.zh === text || label.en === text);
  if (found) return good(found[0]);
  const words = Object.values(options).map(({ zh }) => zh);
  return wrong('choice', `须为 ${words.join('、')} 之一`, `must be one of ${words.join(', ')}`);
}

/** A code of a dictionary or its name, valid today. */
function readEntry(dictionary: string, text: string, { dictionaries }: SheetNames): ReadCell {
  const entries = dictionaries.get(dictionary) ?? new Map<string, never>();
  const found = [...entries].filter(([code, { name }]) => code === text || name.zh === text || name.en === text);
  const offered = found.filter(([, { isOffered }]) => isOffered);
  if (offered.length === 1) return good(offered[0]?.[0]);
  if (offered.length > 1) return wrong('choice', `有多个“${text}”，请填代码`, `"${text}" is not unique: give the code`);
  return found.length > 0
    ? wrong('choice', `“${text}”在字典中已失效`, `"${text}" is no longer valid in the dictionary`)
    : wrong('choice', `字典中没有“${text}”`, `the dictionary has no "${text}"`);
}

function readMany(text: string, read: (part: string) => ReadCell): ReadCell {
  const parts = text
    .split(/[、,，;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const values: unknown[] = [];
  for (const part of parts) {
    const one = read(part);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return good(values);
}

function readReference(register: string, text: string, names: SheetNames): ReadCell {
  const titles = names.titles.get(register) ?? new Map<string, string>();
  if (titles.has(text)) return good(text);
  const found = [...titles].filter(([, title]) => title === text);
  if (found.length === 1) return good(found[0]?.[0]);
  return wrong(
    'reference',
    found.length === 0 ? `没有名为“${text}”的记录` : `有多条“${text}”，请填系统编号`,
    found.length === 0 ? `no record is called "${text}"` : `"${text}" is not unique: give the id`,
  );
}

/** Excel dates come as UTC midnight; text as 2026-07-01, 2026/7/1 or 2026年7月1日. */
function readDate(value: string | number | Date): ReadCell {
  if (value instanceof Date) return good(value.toISOString().slice(0, 10));
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(value));
  if (!parts) return wrong('type', '须为日期，如 2026-07-01', 'must be a date such as 2026-07-01');
  return good(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`);
}

function readInstant(value: string | number | Date): ReadCell {
  if (value instanceof Date) return good(`${value.toISOString().slice(0, 16)}:00+08:00`);
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T](\d{1,2}):(\d{2})(?::\d{2})?$/.exec(String(value));
  if (!parts) return wrong('type', '须为时间，如 2026-07-01 08:30', 'must be a time such as 2026-07-01 08:30');
  const [, year, month, day, hour, minute] = parts as unknown as [string, string, string, string, string, string];
  return good(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:00+08:00`);
}
