import type { FileHandle } from 'node:fs/promises';

// The directory at the end of a ZIP archive (PKWARE APPNOTE 6.3, without ZIP64 and encryption), read without unpacking: it
// tells a Word file from an Excel file and from an archive made to fill the disk of whoever unpacks it.

export interface ZipEntry {
  name: string;
  compressed: number;
  size: number;
  /** Where its own header begins in the file. */
  offset: number;
}

const endLength = 22;
const longestComment = 65_535;
const mostEntries = 10_000;
const encrypted = 1;

/** Null when it is no plain ZIP archive: cut off, ZIP64, encrypted, too many entries, or bytes before it that are not its own. */
export async function readZipDirectory(file: FileHandle, length: number): Promise<ZipEntry[] | null> {
  const tailLength = Math.min(length, endLength + longestComment);
  const tail = Buffer.alloc(tailLength);
  await file.read(tail, 0, tailLength, length - tailLength);
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + endLength > tailLength) return null;
  const count = tail.readUInt16LE(end + 10);
  const directoryLength = tail.readUInt32LE(end + 12);
  const directoryStart = tail.readUInt32LE(end + 16);
  // Where the directory must begin if nothing was put in front of or behind the archive (a polyglot).
  if (directoryStart + directoryLength !== length - tailLength + end || end + endLength + tail.readUInt16LE(end + 20) !== tailLength)
    return null;
  if (count > mostEntries || count === 0xffff) return null;
  const directory = Buffer.alloc(directoryLength);
  await file.read(directory, 0, directoryLength, directoryStart);
  return readEntries(directory, count);
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  for (let at = 0, n = 0; n < count; n += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
    if (directory.readUInt16LE(at + 8) & encrypted) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

const mostUnpacked = 400 * 1024 * 1024;
const mostRatio = 200;
const ratioFrom = 10 * 1024 * 1024;

export type OfficeVerdict = 'docx' | 'xlsx' | 'bomb' | 'macros' | 'foreign';

/** What kind of Office file a directory belongs to, or why it is refused. */
export function officeKind(entries: readonly ZipEntry[]): OfficeVerdict {
  const names = new Set(entries.map(({ name }) => name));
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = entries.reduce((sum, { compressed }) => sum + compressed, 0);
  if (unpacked > mostUnpacked || (unpacked > ratioFrom && unpacked > packed * mostRatio)) return 'bomb';
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return 'macros';
  if ([...names].some((name) => name.startsWith('/') || name.split('/').includes('..'))) return 'foreign';
  if (!names.has('[Content_Types].xml')) return 'foreign';
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : 'foreign';
}
