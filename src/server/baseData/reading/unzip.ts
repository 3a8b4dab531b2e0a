import { closeSync, createReadStream, createWriteStream, openSync, readSync, writeFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { readZipDirectory, type ZipEntry } from '../../files/zipDirectory.ts';
import { FileRefused } from './reader.ts';

// Chosen entries of a ZIP archive, unpacked to disk. The directory is checked before, and what really comes out is counted: a
// directory can lie.

const mostUnpackedBytes = 2 * 1024 ** 3;
const mostRatio = 200;
const ratioFromBytes = 10 * 1024 * 1024;
const stored = 0;
const deflated = 8;

/** @throws FileRefused when it is no plain archive (cut off, encrypted, ZIP64) or unpacks to too much */
export async function zipEntries(path: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const entries = await readZipDirectory(file, (await stat(path)).size);
    if (!entries)
      throw new FileRefused(
        'zip',
        null,
        'ZIP 已损坏、未传完、加密或超过 4 GB',
        'The ZIP is damaged, cut off, encrypted or larger than 4 GB',
      );
    const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
    const packed = entries.reduce((sum, { compressed }) => sum + compressed, 0);
    if (unpacked > mostUnpackedBytes || (unpacked > ratioFromBytes && unpacked > packed * mostRatio)) throw bomb(unpacked);
    return entries;
  } finally {
    await file.close();
  }
}

/** Unpacks one entry into `folder` under a name of our own. */
export async function unzipEntry(path: string, entry: ZipEntry, folder: string, name: string): Promise<string> {
  const target = join(folder, name);
  const { start, method } = dataOf(path, entry);
  if (method !== stored && method !== deflated)
    throw new FileRefused('zip', method, `“${entry.name}”用了不支持的压缩方式`, `"${entry.name}" is packed in an unknown way`);
  let count = 0;
  const counted = new Transform({
    transform(piece: Buffer, _, done) {
      count += piece.length;
      done(count > entry.size ? bomb(count) : null, piece);
    },
  });
  try {
    if (entry.compressed === 0) writeFileSync(target, '');
    else {
      const packed = createReadStream(path, { start, end: start + entry.compressed - 1 });
      const out = createWriteStream(target);
      await (method === deflated ? pipeline(packed, createInflateRaw(), counted, out) : pipeline(packed, counted, out));
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    if (!((error as { code?: string }).code ?? '').startsWith('Z_')) throw error;
    throw new FileRefused(
      'zip',
      entry.name,
      `“${entry.name}”解压出错，文件已损坏`,
      `"${entry.name}" cannot be unpacked: the file is damaged`,
    );
  }
  if (count !== entry.size) throw new FileRefused('zip', entry.name, `“${entry.name}”不完整`, `"${entry.name}" is not complete`);
  return target;
}

/** Where the data of an entry begin: after its own header, whose name and extra field have lengths of their own. */
function dataOf(path: string, { offset, name }: ZipEntry): { start: number; method: number } {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(30);
    readSync(file, header, 0, 30, offset);
    if (header.readUInt32LE(0) !== 0x04034b50)
      throw new FileRefused(
        'zip',
        name,
        'ZIP 目录与内容不符，文件已损坏',
        'The directory of the ZIP does not fit its content: the file is damaged',
      );
    return { start: offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), method: header.readUInt16LE(8) };
  } finally {
    closeSync(file);
  }
}

function bomb(bytes: number): FileRefused {
  return new FileRefused('bomb', bytes, '解压后过大，已拒绝', 'It unpacks to too much and was refused');
}
