import type { Text } from '#kernel/language/text.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { checkPackage } from './checkPackage.ts';
import { packageEntries } from './packageEntries.ts';
import { plainCell, readCell } from './readCell.ts';
import { type CellValue, readSheetRows } from './sheetRows.ts';
import { openWorkbook } from './workbookParts.ts';
import { sheetColumns, type SheetColumn, type SheetNames } from './sheetColumns.ts';

// Excel in: the first sheet of a workbook, by its headings. Total: whatever stands in a cell becomes a value or a problem
// with its row, column, value and reason.

export const mostRows = 50_000;

export interface CellProblem {
  /** Row number as Excel shows it. */
  row: number;
  column: string;
  value: string;
  rule: string;
  text: Text;
}

export interface SheetRow {
  row: number;
  /** Record id when the sheet came from an export. */
  id: string | null;
  areaCode: string | null;
  /** Field values; only columns the sheet has. */
  values: Record<string, unknown>;
  problems: CellProblem[];
}

/** Reads a workbook of this register. Refuses another template, merged cells, too many rows and packages that are no workbook. */
export async function readSheet(declaration: RegisterDeclaration, bytes: Buffer, names: SheetNames): Promise<Outcome<SheetRow[]>> {
  const sound = checkPackage(bytes);
  if (!sound.ok) return sound;
  try {
    return await readFirstSheet(declaration, bytes, names);
  } catch (error) {
    return refuse('sheet-unreadable', 422, {
      zh: '文件不是完好的 Excel 工作簿（.xlsx）',
      en: `The file is not a sound Excel workbook (.xlsx): ${(error as Error).message.slice(0, 100)}`,
    });
  }
}

async function readFirstSheet(declaration: RegisterDeclaration, bytes: Buffer, names: SheetNames): Promise<Outcome<SheetRow[]>> {
  const { sheet, ...book } = await openWorkbook(packageEntries(bytes));
  if (!sheet) return refuse('sheet-empty', 422, { zh: '工作簿中没有工作表', en: 'The workbook has no sheet' });
  let headings: Outcome<Map<number, SheetColumn>> | undefined;
  const rows: SheetRow[] = [];
  const { hasMerges, filledRows } = await readSheetRows({ ...book, sheet }, (number, cells) => {
    headings ??= readHeadings(declaration, number === 1 ? cells : new Map());
    if (!headings.ok) return false;
    const row = number > 1 ? readRow(declaration, number, cells, headings.value, names) : null;
    if (row) rows.push(row);
    return rows.length <= mostRows;
  });
  if (hasMerges)
    return refuse('sheet-merged', 422, {
      zh: '工作表中有合并单元格，请取消合并后再导入',
      en: 'The sheet has merged cells: unmerge them first',
    });
  if (filledRows > mostRows + 1)
    return refuse('sheet-too-long', 413, {
      zh: `共 ${filledRows - 1} 行，一次最多 ${mostRows} 行，请分成几个文件`,
      en: `${filledRows - 1} rows; at most ${mostRows} at once: split the file`,
    });
  headings ??= readHeadings(declaration, new Map());
  return headings.ok ? accept(rows) : headings;
}

function readHeadings(declaration: RegisterDeclaration, head: ReadonlyMap<number, CellValue>): Outcome<Map<number, SheetColumn>> {
  const columns = sheetColumns(declaration);
  const found = new Map<number, SheetColumn>();
  const unknown: string[] = [];
  for (const [index, cell] of head) {
    const heading = plainCell(cell);
    if (heading === null) continue;
    const column = columns.find((candidate) => candidate.heading === String(heading) && ![...found.values()].includes(candidate));
    if (column) found.set(index, column);
    else unknown.push(String(heading));
  }
  const missing = columns.filter((column) => column.required && ![...found.values()].includes(column)).map(({ heading }) => heading);
  if (found.size === 0 || unknown.length > 0 || missing.length > 0) {
    const names = (list: string[]) => list.join('、');
    return refuse('sheet-template', 422, {
      zh: `表头与“${declaration.label.zh}”模板不符${unknown.length ? `，多出：${names(unknown)}` : ''}${missing.length ? `，缺少：${names(missing)}` : ''}`,
      en: `The headings are not those of the template of ${declaration.label.en}${unknown.length ? `; unknown: ${names(unknown)}` : ''}${missing.length ? `; missing: ${names(missing)}` : ''}`,
    });
  }
  return accept(found);
}

function readRow(
  declaration: RegisterDeclaration,
  number: number,
  cells: ReadonlyMap<number, CellValue>,
  headings: Map<number, SheetColumn>,
  names: SheetNames,
): SheetRow | null {
  const read: SheetRow = { row: number, id: null, areaCode: null, values: {}, problems: [] };
  const places = new Map<string, { lon?: number; lat?: number }>();
  let isEmpty = true;
  for (const [index, column] of headings) {
    const cell = plainCell(cells.get(index) ?? null);
    if (cell !== null) isEmpty = false;
    const outcome =
      cell === null ? { ok: true as const, value: null } : readCell(column, declaration.fields[column.field ?? ''] ?? null, cell, names);
    if (!outcome.ok)
      read.problems.push({ row: number, column: column.heading, value: String(cell), rule: outcome.rule, text: outcome.text });
    else if (column.kind === 'id') read.id = outcome.value as string | null;
    else if (column.kind === 'area') read.areaCode = outcome.value as string | null;
    else if (column.kind === 'lon' || column.kind === 'lat') {
      if (outcome.value !== null)
        places.set(column.field ?? '', { ...places.get(column.field ?? ''), [column.kind]: outcome.value as number });
      else if (!places.has(column.field ?? '')) places.set(column.field ?? '', {});
    } else read.values[column.field ?? ''] = outcome.value;
  }
  for (const [field, { lon, lat }] of places) {
    if ((lon === undefined) !== (lat === undefined)) {
      read.problems.push({
        row: number,
        column: lon === undefined ? '经度' : '纬度',
        value: '',
        rule: 'required',
        text: { zh: '经度和纬度须同时填写', en: 'longitude and latitude go together' },
      });
    } else read.values[field] = lon === undefined ? null : [lon, lat];
  }
  return isEmpty ? null : read;
}
