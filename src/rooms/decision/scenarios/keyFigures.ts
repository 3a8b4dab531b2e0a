import type { Field, Fields } from '#models/field.ts';

// The figures by which two scenarios are held against each other: the plain numbers of an answer, and the main number of
// each row of its lists, named by the row.

export interface KeyFigure {
  /** Same key, same quantity. */
  key: string;
  label: { zh: string; en: string };
  unit: string;
  value: number;
}

/** Of a list's row: what it is called by, and the number that says most of it. */
const mainNumbers = ['farM', 'radiusM', 'areaHa', 'areaKm2', 'people'];

export function keyFiguresOf(fields: Fields, outputs: Readonly<Record<string, unknown>>): KeyFigure[] {
  return Object.entries(fields).flatMap(([name, field]) => figuresOf(name, field, outputs[name]));
}

function figuresOf(name: string, field: Field, value: unknown): KeyFigure[] {
  if (value === null || value === undefined) return [];
  if (field.kind === 'number') return [{ key: name, label: field.label, unit: field.unit, value: value as number }];
  if (field.kind !== 'list' || field.of.kind !== 'record') return [];
  const { fields } = field.of;
  const main = mainNumbers.find((each) => fields[each]?.kind === 'number');
  const of = main === undefined ? undefined : fields[main];
  if (main === undefined || of?.kind !== 'number') return [];
  return (value as Record<string, unknown>[]).slice(0, 20).flatMap((row, index) => {
    const number = row[main];
    const title = titleOf(row) ?? { zh: String(index + 1), en: String(index + 1) };
    const label = { zh: `${title.zh} · ${of.label.zh}`, en: `${title.en} · ${of.label.en.toLowerCase()}` };
    return typeof number === 'number'
      ? [{ key: `${name}.${typeof row['id'] === 'string' ? row['id'] : title.en}.${main}`, label, unit: of.unit, value: number }]
      : [];
  });
}

function titleOf(row: Readonly<Record<string, unknown>>): KeyFigure['label'] | null {
  if (typeof row['nameZh'] === 'string' && typeof row['nameEn'] === 'string') return { zh: row['nameZh'], en: row['nameEn'] };
  if (typeof row['intensity'] === 'number') return { zh: `${row['intensity']} 度`, en: `Intensity ${row['intensity']}` };
  if (typeof row['atHours'] === 'number') return { zh: `${row['atHours']} 小时`, en: `${row['atHours']} h` };
  return null;
}

export interface Compared {
  key: string;
  label: KeyFigure['label'];
  unit: string;
  here: number | null;
  there: number | null;
}

/** Figures of both, in the order of the first; what only one has is null in the other. */
export function compareFigures(here: readonly KeyFigure[], there: readonly KeyFigure[]): Compared[] {
  const other = new Map(there.map((figure) => [figure.key, figure]));
  const rows = here.map(({ key, label, unit, value }) => ({ key, label, unit, here: value, there: other.get(key)?.value ?? null }));
  const known = new Set(here.map(({ key }) => key));
  const alone = there
    .filter(({ key }) => !known.has(key))
    .map(({ key, label, unit, value }) => ({ key, label, unit, here: null, there: value }));
  return [...rows, ...alone];
}
