import { SaxesParser } from 'saxes';
import { entryText, type PackageEntry } from './packageEntries.ts';

// The parts of an Excel workbook (ECMA-376 Part 1, SpreadsheetML) that a sheet cannot be read without: which sheet is the
// first, the shared texts, and which cell formats mean a date.

export type Attributes = Record<string, string>;

export interface XmlEars {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Reads one XML entry piece by piece; names come without their prefix. Entities of a document's own are refused, so none can grow. */
export async function readXml(entry: PackageEntry, ears: XmlEars): Promise<void> {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a part declares a document type');
  });
  parser.on('opentag', ({ name, attributes }) => ears.open?.(local(name), attributes));
  parser.on('text', (text) => ears.text?.(text));
  parser.on('cdata', (text) => ears.text?.(text));
  parser.on('closetag', ({ name }) => ears.close?.(local(name)));
  for await (const piece of entryText(entry)) parser.write(piece);
  parser.close();
}

export interface Workbook {
  /** The first sheet; undefined when there is none. */
  sheet: PackageEntry | undefined;
  texts: readonly string[];
  /** By number of the cell format: whether its numbers are dates. */
  isDate: readonly boolean[];
  /** Days are counted from 1904 instead of 1900. */
  is1904: boolean;
}

export async function openWorkbook(entries: ReadonlyMap<string, PackageEntry>): Promise<Workbook> {
  const book = entries.get('xl/workbook.xml');
  const relations = entries.get('xl/_rels/workbook.xml.rels');
  if (!book || !relations) throw new Error('there is no workbook in the package');
  let first = '';
  let is1904 = false;
  await readXml(book, {
    open: (name, attributes) => {
      if (name === 'sheet' && first === '') first = attributes['r:id'] ?? idOf(attributes);
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  let target = '';
  await readXml(relations, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id'] === first) target = attributes['Target'] ?? '';
    },
  });
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return {
    sheet: first === '' ? undefined : entries.get(path),
    texts: await sharedTexts(entries.get('xl/sharedStrings.xml')),
    isDate: await dateFormats(entries.get('xl/styles.xml')),
    is1904,
  };
}

/** The id of a relation under whatever prefix its writer chose. */
function idOf(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function sharedTexts(entry: PackageEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (!entry) return texts;
  const gather = textGatherer();
  await readXml(entry, {
    open: (name) => gather.open(name),
    text: (text) => gather.text(text),
    close: (name) => {
      gather.close(name);
      if (name === 'si') texts.push(gather.take());
    },
  });
  return texts;
}

/** Gathers what stands in `t` elements, leaving out phonetic readings (`rPh`). Excel writes control characters as `_x000D_`. */
export function textGatherer() {
  let held = '';
  let isText = false;
  let phonetic = 0;
  return {
    open(name: string) {
      if (name === 'rPh') phonetic += 1;
      if (name === 't') isText = phonetic === 0;
    },
    text(text: string) {
      if (isText) held += text;
    },
    close(name: string) {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') isText = false;
    },
    take(): string {
      const text = held.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      held = '';
      return text;
    },
  };
}

/** Formats built in that mean dates or times (ECMA-376 Part 1, 18.8.30; 27–36 and 50–58 in East Asian Excel). */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

async function dateFormats(entry: PackageEntry | undefined): Promise<boolean[]> {
  const isDate: boolean[] = [];
  if (!entry) return isDate;
  const own = new Map<number, string>();
  let inCells = false;
  await readXml(entry, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      const code = own.get(id);
      isDate.push(code === undefined ? builtInDates.some(([from, to]) => id >= from && id <= to) : meansDate(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return isDate;
}

/** A format with a letter of dates or times outside of quotes and brackets. */
function meansDate(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}
