import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { FileRefused } from './reader.ts';

// The attribute table of a Shapefile (dBASE III): fixed-width rows, read one at a time. Text is GB 18030 in most Chinese files;
// the file says so in its language byte or in the .cpg, or not at all.

interface Column {
  name: string;
  type: string;
  start: number;
  length: number;
}

/** Language bytes of code page 936. */
const chinese = new Set([0x4d, 0x7a]);
const mostColumns = 255;
/** Rows looked at to find out the encoding. */
const sampledRows = 200;

export class DbfTable {
  readonly #file: number;
  readonly #columns: Column[];
  readonly #begin: number;
  readonly #width: number;
  readonly #rows: number;
  readonly #decoder: TextDecoder;
  readonly encoding: string;

  /** @param encoding null to find out. @throws FileRefused when it is no table */
  constructor(path: string, encoding: string | null, layer: string) {
    this.#file = openSync(path, 'r');
    const head = Buffer.alloc(Math.min(fstatSync(this.#file).size, 32 + mostColumns * 32 + 1));
    readSync(this.#file, head, 0, head.length, 0);
    const damaged = () => {
      closeSync(this.#file);
      return new FileRefused('dbf', layer, `“${layer}.dbf”不是属性表或已损坏`, `"${layer}.dbf" is no attribute table, or damaged`);
    };
    if (head.length < 33) throw damaged();
    this.#rows = head.readUInt32LE(4);
    this.#begin = head.readUInt16LE(8);
    this.#width = head.readUInt16LE(10);
    const isUtf8 = encoding === 'utf-8' || (encoding === null && !chinese.has(head[29]!) && this.#looksUtf8());
    this.encoding = encoding ?? (isUtf8 ? 'utf-8' : 'gb18030');
    this.#decoder = new TextDecoder(this.encoding);
    this.#columns = columnsOf(head, this.#decoder);
    if (this.#columns.length === 0 || this.#columns.reduce((sum, { length }) => sum + length, 1) > this.#width) throw damaged();
  }

  /** Values of a row, counted from 1; null when the table ends before. */
  row(number: number): Record<string, unknown> | 'deleted' | null {
    if (number > this.#rows) return null;
    const bytes = Buffer.alloc(this.#width);
    if (readSync(this.#file, bytes, 0, this.#width, this.#begin + (number - 1) * this.#width) < this.#width) return null;
    if (bytes[0] === 0x2a) return 'deleted';
    return Object.fromEntries(
      this.#columns.map(({ name, type, start, length }) => [
        name,
        valueOf(this.#decoder.decode(bytes.subarray(start, start + length)), type),
      ]),
    );
  }

  close(): void {
    closeSync(this.#file);
  }

  #looksUtf8(): boolean {
    const bytes = Buffer.alloc(this.#width * Math.min(this.#rows, sampledRows));
    readSync(this.#file, bytes, 0, bytes.length, this.#begin);
    try {
      // Fields are cut at byte widths, so a character may be torn at the end of one: rows are judged field by field elsewhere;
      // here a torn one only turns the verdict to GB 18030 when it cannot be UTF-8 anyway.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return false;
    }
  }
}

function columnsOf(head: Buffer, decoder: TextDecoder): Column[] {
  const columns: Column[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= head.length && head[at] !== 0x0d; at += 32) {
    const raw = head.subarray(at, at + 11);
    const end = raw.indexOf(0);
    const length = head[at + 16]!;
    columns.push({ name: decoder.decode(end < 0 ? raw : raw.subarray(0, end)), type: String.fromCharCode(head[at + 11]!), start, length });
    start += length;
  }
  return columns;
}

function valueOf(text: string, type: string): unknown {
  const trimmed = text.replaceAll('\0', ' ').trim();
  if (type === 'N' || type === 'F') {
    const value = Number(trimmed);
    // Stars stand for a number too wide for its column.
    return trimmed === '' || !Number.isFinite(value) ? null : value;
  }
  if (type === 'L') return /^[YyTt]$/.test(trimmed) ? true : /^[NnFf]$/.test(trimmed) ? false : null;
  if (type === 'D') return /^\d{8}$/.test(trimmed) ? `${trimmed.slice(0, 4)}-${trimmed.slice(4, 6)}-${trimmed.slice(6)}` : null;
  return trimmed;
}
