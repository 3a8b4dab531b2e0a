import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';

// An .xlsx is a zip. Its directory is read before anything is unpacked: a small file that says it unpacks to gigabytes is
// refused, and so is anything that is no zip at all.

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const mostUnpackedBytes = 300 * 1024 * 1024;
const mostEntries = 2_000;

export function checkPackage(bytes: Buffer): Outcome<null> {
  const notOne = refuse('sheet-unreadable', 422, { zh: '文件不是 Excel 工作簿（.xlsx）', en: 'The file is not an Excel workbook (.xlsx)' });
  const bomb = refuse('sheet-bomb', 413, { zh: '文件解压后过大，已拒绝', en: 'The file unpacks to too much and was refused' });
  if (bytes.length < 22) return notOne;
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (bytes.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) return notOne;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (entries > mostEntries) return bomb;
  let unpacked = 0;
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return notOne;
    const size = bytes.readUInt32LE(at + 24);
    unpacked += size;
    if (size === 0xffffffff || unpacked > mostUnpackedBytes) return bomb;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return accept(null);
}
