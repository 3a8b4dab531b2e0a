import { textGatherer, type Attributes, readXml, type Workbook } from './workbookParts.ts';

// The cells of a sheet, row after row. A row is handed on and forgotten: a sheet of any length takes the memory of one row.

export type CellValue = string | number | boolean | Date | null;

export interface SheetEnd {
  hasMerges: boolean;
  /** Rows with something in them, the headings among them. */
  filledRows: number;
}

/** Days from 1900's and 1904's day zero to 1970-01-01. */
const daysTo1970 = { from1900: 25_569, from1904: 24_107 };
const dayMs = 86_400_000;

/**
 * Hands on every row that has something in it.
 * @param hear row number as Excel shows it, cells by column from 1; false: no more rows are wanted, though they are still counted
 */
export async function readSheetRows(
  book: Workbook & { sheet: NonNullable<Workbook['sheet']> },
  hear: (row: number, cells: ReadonlyMap<number, CellValue>) => boolean,
): Promise<SheetEnd> {
  const end: SheetEnd = { hasMerges: false, filledRows: 0 };
  const gather = textGatherer();
  let isWanted = true;
  let row = 0;
  let column = 0;
  let cell: Attributes | null = null;
  let figure = '';
  let inFigure = false;
  let cells = new Map<number, CellValue>();

  const openCell = (attributes: Attributes) => {
    cell = attributes;
    column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
    figure = '';
  };
  const closeCell = () => {
    const value = cell && valueOf(book, cell, figure, gather.take());
    if (value !== null && value !== '') cells.set(column, value);
    cell = null;
  };
  const closeRow = () => {
    if (cells.size === 0) return;
    end.filledRows += 1;
    if (isWanted) isWanted = hear(row, cells);
    cells = new Map();
  };

  await readXml(book.sheet, {
    open: (name, attributes) => {
      gather.open(name);
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
        column = 0;
      } else if (name === 'c') openCell(attributes);
      else if (name === 'v') inFigure = true;
      else if (name === 'mergeCell') end.hasMerges = true;
    },
    text: (text) => {
      gather.text(text);
      if (inFigure) figure += text;
    },
    close: (name) => {
      gather.close(name);
      if (name === 'v') inFigure = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
    },
  });
  return end;
}

/** What a cell holds; of a formula its last result. An error (`#N/A`) is nothing. */
function valueOf({ texts, isDate, is1904 }: Workbook, cell: Attributes, figure: string, inline: string): CellValue {
  const type = cell['t'] ?? 'n';
  if (type === 'inlineStr') return inline;
  if (figure === '' || type === 'e') return null;
  if (type === 's') return texts[Number(figure)] ?? null;
  if (type === 'str') return figure;
  if (type === 'b') return figure === '1';
  if (type === 'd') return new Date(/T/.test(figure) ? `${figure.replace(/Z$/, '')}Z` : figure);
  const number = Number(figure);
  if (!isDate[Number(cell['s'] ?? 0)]) return number;
  return new Date(Math.round((number - (is1904 ? daysTo1970.from1904 : daysTo1970.from1900)) * dayMs));
}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    const place = letter.charCodeAt(0) - 64;
    if (place < 1 || place > 26) break;
    column = column * 26 + place;
  }
  return column;
}
