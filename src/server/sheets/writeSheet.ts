import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { cellOf, sheetColumns, type SheetColumn, type SheetNames } from './sheetColumns.ts';

// Excel out: a register as its list shows it, and the empty template. Rows are streamed, so a hundred thousand of them never
// stand in memory together.

const guideSheet = '说明';
const listSheet = '选项';
const rowsPerTurn = 100;
const templateRows = 2_000;

export interface ExportFacts {
  /** The filter in words. */
  filter: string;
  total: number;
  by: string;
  /** Local time of the export. */
  at: string;
}

/** Writes records page by page; the second sheet says what was exported, by which filter, and how many rows. */
export async function writeRecords(
  out: Writable,
  declaration: RegisterDeclaration,
  pages: AsyncIterable<readonly AnyRecord[]>,
  names: SheetNames,
  facts: ExportFacts,
): Promise<number> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const columns = sheetColumns(declaration);
  const sheet = openSheet(book, declaration, columns);
  let rows = 0;
  for await (const page of pages) {
    for (const record of page) {
      sheet.addRow(columns.map((column) => cellOf(column, declaration, record, names))).commit();
      rows += 1;
      // Other requests get their turn.
      if (rows % rowsPerTurn === 0) await nextTurn();
    }
  }
  sheet.commit();
  const guide = book.addWorksheet(guideSheet);
  for (const line of [
    ['台账', declaration.label.zh],
    ['筛选条件', facts.filter || '（无）'],
    ['行数', rows],
    ['导出时间', facts.at],
    ['导出人', facts.by],
  ]) {
    guide.addRow(line).commit();
  }
  guide.commit();
  await book.commit();
  return rows;
}

/** Writes the empty template with headings, notes and drop-downs. */
export async function writeTemplate(out: Writable, declaration: RegisterDeclaration, areaNames: readonly string[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const columns = sheetColumns(declaration).map((column) => (column.kind === 'area' ? { ...column, options: areaNames } : column));
  const sheet = book.addWorksheet(declaration.label.zh, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, key, width }) => ({ header: heading, key, width }));
  const lists = book.addWorksheet(listSheet, { state: 'hidden' });
  columns.forEach((column, index) => {
    const head = sheet.getRow(1).getCell(index + 1);
    styleHead(head, column);
    const note = noteOf(column);
    if (note) head.note = note;
    if (!column.options?.length) return;
    column.options.forEach((option, row) => (lists.getRow(row + 1).getCell(index + 1).value = option));
    const letter = lists.getColumn(index + 1).letter;
    const formulae = [`'${listSheet}'!$${letter}$1:$${letter}$${column.options.length}`];
    for (let row = 2; row <= templateRows; row += 1)
      sheet.getRow(row).getCell(index + 1).dataValidation = { type: 'list', allowBlank: true, formulae };
  });
  await book.xlsx.write(out);
}

function openSheet(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  declaration: RegisterDeclaration,
  columns: readonly SheetColumn[],
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(declaration.label.zh, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, width }) => ({ key, width }));
  const head = sheet.addRow(columns.map(({ heading }) => heading));
  columns.forEach((column, index) => styleHead(head.getCell(index + 1), column));
  head.commit();
  return sheet;
}

function styleHead(cell: ExcelJS.Cell, column: SheetColumn): void {
  cell.font = { bold: true, color: { argb: column.required ? 'FFB00020' : 'FF1B2A38' } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } };
}

function noteOf(column: SheetColumn): string {
  const parts = [
    column.required ? '必填' : '',
    column.note?.zh ?? '',
    column.options && column.options.length <= 20 ? `可填：${column.options.join('、')}` : '',
  ];
  return parts.filter(Boolean).join('；');
}
