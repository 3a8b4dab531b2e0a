import { createInflateRaw } from 'node:zlib';

// Entries of a zip, unpacked piece by piece: what has been read of a sheet is let go before the next piece comes. The directory
// has been checked before (checkPackage.ts); what it says about sizes is not believed here but counted.

const entryMark = 0x02014b50;
const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const stored = 0;
const deflated = 8;
/** More than this from one entry is no workbook that people fill. */
const mostEntryBytes = 300 * 1024 * 1024;

export interface PackageEntry {
  method: number;
  packed: Buffer;
}

/** Where each entry lies, by its path. `bytes` has passed checkPackage. */
export function packageEntries(bytes: Buffer): ReadonlyMap<string, PackageEntry> {
  const end = bytes.lastIndexOf(endMark);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, PackageEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error('the directory of the package is broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    entries.set(name.replaceAll('\\', '/'), { method: bytes.readUInt16LE(at + 10), packed });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of an entry in pieces (UTF-8). Throws for other packing than deflate and for more than 300 MB. */
export async function* entryText({ method, packed }: PackageEntry): AsyncGenerator<string> {
  if (method !== stored && method !== deflated) throw new Error(`an entry is packed by method ${method}`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let total = 0;
  for await (const piece of method === stored ? [packed] : inflated(packed)) {
    total += piece.length;
    if (total > mostEntryBytes) throw new Error('an entry unpacks to too much');
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw();
  stream.end(packed);
  for await (const piece of stream) yield piece as Buffer;
}
