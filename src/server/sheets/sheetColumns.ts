import type { Area } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Field } from '#kernel/register/field.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';

// Columns of a register's sheet. One column a field, two for a place; headings are the Chinese label, as county staff know
// it. Export, template and import all read this list, so they can never differ.

export interface SheetColumn {
  /** Stable key: field name, `<field>.lon`, `<field>.lat`, or id, areaCode. */
  key: string;
  heading: string;
  field: string | null;
  kind: Field['kind'] | 'id' | 'area' | 'lon' | 'lat';
  required: boolean;
  note: Text | null;
  /** Words a cell may hold, for the drop-down. */
  options: readonly string[] | null;
  width: number;
}

/** What turning ids into names needs. */
export interface SheetNames {
  areas: ReadonlyMap<string, Area>;
  /** Register id → record id → title. */
  titles: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Dictionary id → code → its name, and whether it is offered today. */
  dictionaries: ReadonlyMap<string, ReadonlyMap<string, { name: Text; isOffered: boolean }>>;
}

const widths: Partial<Record<Field['kind'], number>> = { longText: 40, text: 22, reference: 22, areas: 22, list: 22, instant: 18 };

export function sheetColumns(declaration: RegisterDeclaration): SheetColumn[] {
  const columns: SheetColumn[] = [
    {
      key: 'id',
      heading: '系统编号',
      field: null,
      kind: 'id',
      required: false,
      note: { zh: '新增时留空；修改时不要改动', en: 'empty for a new record; do not change it' },
      options: null,
      width: 38,
    },
    {
      key: 'areaCode',
      heading: '行政区',
      field: null,
      kind: 'area',
      required: false,
      note: { zh: '名称或代码', en: 'name or code' },
      options: null,
      width: 16,
    },
  ];
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (field.computed || field.kind === 'geometry') continue;
    const base = {
      field: name,
      required: field.required ?? false,
      note: field.hint ?? null,
      options: optionsOf(field),
      width: widths[field.kind] ?? 14,
    };
    if (field.kind === 'point') {
      columns.push({ ...base, key: `${name}.lon`, heading: '经度', kind: 'lon', note: { zh: 'WGS-84，度', en: 'WGS-84, degrees' } });
      columns.push({ ...base, key: `${name}.lat`, heading: '纬度', kind: 'lat', note: { zh: 'WGS-84，度', en: 'WGS-84, degrees' } });
    } else {
      columns.push({ ...base, key: name, heading: headingOf(field), kind: field.kind });
    }
  }
  return columns;
}

function headingOf(field: Field): string {
  const unit = field.kind === 'count' ? field.unit.zh : field.kind === 'measure' ? field.unit : '';
  return unit ? `${field.label.zh}（${unit}）` : field.label.zh;
}

function optionsOf(field: Field): readonly string[] | null {
  if (field.kind === 'flag') return ['是', '否'];
  return field.kind === 'choice' ? Object.values(field.options).map(({ zh }) => zh) : null;
}

export type Cell = string | number | Date | null;

/** What a column shows of a record. Text stays text: a leading "=" is never a formula. */
export function cellOf(column: SheetColumn, declaration: RegisterDeclaration, record: AnyRecord, names: SheetNames): Cell {
  if (column.kind === 'id') return record.id;
  if (column.kind === 'area') return names.areas.get(record.areaCode)?.name.zh ?? record.areaCode;
  const value = record[column.field ?? ''];
  if (value === null || value === undefined) return null;
  const field = declaration.fields[column.field ?? ''] as Field;
  switch (column.kind) {
    case 'lon':
      return (value as [number, number])[0];
    case 'lat':
      return (value as [number, number])[1];
    case 'flag':
      return value ? '是' : '否';
    case 'choice':
      return choiceWord(field, value as string, names);
    case 'list':
      return (value as string[]).map((entry) => (field.kind === 'list' ? (field.options[entry]?.zh ?? entry) : entry)).join('、');
    case 'areas':
      return (value as string[]).map((code) => names.areas.get(code)?.name.zh ?? code).join('、');
    case 'reference':
      return field.kind === 'reference' ? (names.titles.get(field.register)?.get(value as string) ?? (value as string)) : (value as string);
    case 'instant':
      return localText(value as string);
    default:
      return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function choiceWord(field: Field, code: string, { dictionaries }: SheetNames): string {
  if (field.kind !== 'choice') return code;
  return (field.dictionary ? dictionaries.get(field.dictionary)?.get(code)?.name.zh : field.options[code]?.zh) ?? code;
}

/** `2026-07-01 08:30` in Asia/Shanghai. */
function localText(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
