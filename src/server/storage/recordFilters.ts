import type { Field } from '#kernel/register/field.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { isCalendarDate } from '#kernel/register/calendarDate.ts';
import { accept, refuse, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { listColumn, ownColumnKinds } from './recordRows.ts';

// What a list is filtered by, as SQL conditions. `field=value` (several with commas where values hold none), `field.min` and
// `field.max` of counts and measures, `field.from` and `field.to` of dates and instants, both ends included; an empty value
// asks for empty fields. Sensitive fields are no filter: asking often enough would tell what the mask hides.

export type Bind = (value: unknown) => string;

type Kind = Field['kind'] | 'boolean' | 'area' | 'id' | 'state';

/** The condition of one filter, or a refusal that names it. */
export function filterCondition(declaration: RegisterDeclaration, filter: string, value: string, bind: Bind): Outcome<string> {
  const [name = '', end] = filter.split('.');
  const column = listColumn(declaration, name);
  if (!column) return unknownField(filter);
  if (declaration.fields[name]?.sensitive) return sensitiveField(declaration, name);
  const kind: Kind = declaration.fields[name]?.kind ?? (ownColumnKinds[name] as Kind);
  return end === undefined ? equals(kind, filter, column, value, bind) : range(kind, filter, end, column, value, bind);
}

function equals(kind: Kind, filter: string, column: string, value: string, bind: Bind): Outcome<string> {
  if (kind === 'area') return accept(`${column} collate "C" >= ${bind(value)} and ${column} collate "C" < ${bind(`${value}~`)}`);
  if (value === '') return accept(`${column} is null`);
  const values = value.split(',');
  switch (kind) {
    case 'text':
    case 'longText':
      return accept(`${column} = ${bind(value)}`);
    case 'choice':
    case 'state':
      return accept(`${column} = any(${bind(values)}::text[])`);
    case 'list':
      return accept(`${column} && ${bind(values)}::text[]`);
    case 'areas':
      return /^\d{1,12}$/.test(value)
        ? accept(`exists (select 1 from unnest(${column}) as code where code like ${bind(`${value}%`)} or ${bind(value)} like code || '%')`)
        : bad(filter, value);
    case 'flag':
    case 'boolean':
      return value === 'true' || value === 'false' ? accept(`${column} = ${bind(value === 'true')}`) : bad(filter, value);
    case 'count':
    case 'measure':
      return values.every(isNumber) ? accept(`${column} = any(${bind(values.map(Number))}::float8[])`) : bad(filter, value);
    case 'reference':
    case 'id':
      return values.every(isUuid) ? accept(`${column} = any(${bind(values)}::uuid[])`) : bad(filter, value);
    case 'date':
      return values.every(isCalendarDate) ? accept(`${column} = any(${bind(values)}::date[])`) : bad(filter, value);
    case 'instant':
      return isInstant(value) ? accept(`${column} = ${bind(value)}::timestamptz`) : bad(filter, value);
    default:
      return unknownField(filter);
  }
}

function range(kind: Kind, filter: string, end: string, column: string, value: string, bind: Bind): Outcome<string> {
  if (kind === 'count' || kind === 'measure') {
    if (end !== 'min' && end !== 'max') return unknownField(filter);
    return isNumber(value) ? accept(`${column} ${end === 'min' ? '>=' : '<='} ${bind(Number(value))}::float8`) : bad(filter, value);
  }
  if ((kind !== 'date' && kind !== 'instant') || (end !== 'from' && end !== 'to')) return unknownField(filter);
  if (kind === 'date')
    return isCalendarDate(value) ? accept(`${column} ${end === 'from' ? '>=' : '<='} ${bind(value)}::date`) : bad(filter, value);
  // A day stands for all of it, as the county's wall clocks show it.
  if (isCalendarDate(value))
    return accept(
      end === 'from'
        ? `${column} >= ${bind(`${value}T00:00:00+08:00`)}::timestamptz`
        : `${column} < ${bind(`${value}T00:00:00+08:00`)}::timestamptz + interval '24 hours'`,
    );
  return isInstant(value) ? accept(`${column} ${end === 'from' ? '>=' : '<='} ${bind(value)}::timestamptz`) : bad(filter, value);
}

const isNumber = (text: string) => /^-?\d{1,15}(\.\d{1,9})?$/.test(text);
const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
const isInstant = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text));

function bad(filter: string, value: string): Refusal {
  const text = { zh: `筛选条件“${filter}”的值“${value}”不正确`, en: `"${value}" is no value the filter "${filter}" can take` };
  return refuse('filter-invalid', 400, text, { fields: [{ field: filter, value, rule: 'type', text }] });
}

export function unknownField(name: string): Refusal {
  return refuse('field-unknown', 400, { zh: `没有可筛选或排序的字段“${name}”`, en: `There is no field "${name}" to filter or sort by` });
}

export function sensitiveField(declaration: RegisterDeclaration, name: string): Refusal {
  const label = declaration.fields[name]?.label ?? { zh: name, en: name };
  return refuse('field-sensitive', 400, {
    zh: `“${label.zh}”是敏感信息，不能用来筛选、排序或批量修改`,
    en: `"${label.en}" is sensitive: it cannot be filtered, sorted or changed in bulk`,
  });
}
