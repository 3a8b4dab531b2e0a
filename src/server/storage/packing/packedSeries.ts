import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readValues, writeValues } from './packedValues.ts';
import { emptySeries, type Series } from './series.ts';

// Readings of a point as bytes, exactly. Layout, version 1:
//   version (1 byte) · CRC-32 of the rest (4 bytes, big-endian) · body, deflated (RFC 1951)
// body: count · unit of time, ms · first instant, then differences of differences, in units · values (packedValues.ts) ·
//   runs of one quality (code, length) · 0, or 1 and for each reading 0 or 1 + folded difference of the device's time, ms.
// Bytes stand for years: a change of layout is a new version beside this one.

const version = 1;
const headLength = 5;

/** @param series not empty; instants whole milliseconds, ascending (equal ones may follow each other) */
export function packSeries(series: Series): Buffer {
  const writer = new ByteWriter();
  writer.unsigned(series.atMs.length);
  writeTimes(writer, series.atMs);
  writeValues(writer, series.values);
  writeQualities(writer, series.qualities);
  writeDeviceTimes(writer, series);
  const body = deflateRawSync(writer.written(), { level: 9 });
  const packed = Buffer.allocUnsafe(headLength + body.length);
  packed[0] = version;
  packed.writeUInt32BE(crc32(body), 1);
  body.copy(packed, headLength);
  return packed;
}

/** @throws RangeError when the bytes are not what was written */
export function unpackSeries(packed: Uint8Array): Series {
  if (packed[0] !== version) throw new RangeError(`packed readings: unknown version ${packed[0] ?? 'none'}`);
  const body = packed.subarray(headLength);
  const checksum = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
  if (crc32(body) !== checksum) throw new RangeError('packed readings: the checksum is wrong, the bytes were damaged');
  const reader = new ByteReader(inflateRawSync(body));
  const count = reader.unsigned();
  const series = emptySeries(count);
  readTimes(reader, series.atMs);
  series.values = readValues(reader, count);
  readQualities(reader, series.qualities);
  readDeviceTimes(reader, series);
  return series;
}

function writeTimes(writer: ByteWriter, atMs: Float64Array): void {
  const [first = 0] = atMs;
  let unit = 0;
  for (let at = 1; at < atMs.length && unit !== 1; at += 1) unit = commonDivisor(unit, (atMs[at] ?? 0) - (atMs[at - 1] ?? 0));
  unit = Math.max(1, unit);
  writer.unsigned(unit);
  writer.signed(first);
  let [before, step] = [first, 0];
  for (let at = 1; at < atMs.length; at += 1) {
    const next = ((atMs[at] ?? 0) - before) / unit;
    writer.signed(next - step);
    [before, step] = [atMs[at] ?? 0, next];
  }
}

function readTimes(reader: ByteReader, atMs: Float64Array): void {
  const unit = reader.unsigned();
  let instant = reader.signed();
  let step = 0;
  for (let at = 0; at < atMs.length; at += 1) {
    if (at > 0) {
      step += reader.signed();
      instant += step * unit;
    }
    atMs[at] = instant;
  }
}

function commonDivisor(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

function writeQualities(writer: ByteWriter, qualities: Uint8Array): void {
  for (let at = 0; at < qualities.length;) {
    const code = qualities[at] ?? 0;
    let end = at + 1;
    while (end < qualities.length && qualities[end] === code) end += 1;
    writer.byte(code);
    writer.unsigned(end - at);
    at = end;
  }
}

function readQualities(reader: ByteReader, qualities: Uint8Array): void {
  for (let at = 0; at < qualities.length;) {
    const code = reader.byte();
    const length = reader.unsigned();
    qualities.fill(code, at, at + length);
    at += length;
  }
}

function writeDeviceTimes(writer: ByteWriter, { atMs, deviceAtMs }: Series): void {
  const isAny = deviceAtMs.some((value) => !Number.isNaN(value));
  writer.byte(isAny ? 1 : 0);
  if (!isAny) return;
  deviceAtMs.forEach((value, at) => {
    const difference = value - (atMs[at] ?? 0);
    if (Number.isNaN(value)) writer.unsigned(0);
    else writer.unsigned(1 + (difference < 0 ? -2 * difference - 1 : 2 * difference));
  });
}

function readDeviceTimes(reader: ByteReader, { atMs, deviceAtMs }: Series): void {
  if (reader.byte() === 0) return void deviceAtMs.fill(Number.NaN);
  for (let at = 0; at < atMs.length; at += 1) {
    const folded = reader.unsigned() - 1;
    const difference = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    deviceAtMs[at] = folded < 0 ? Number.NaN : (atMs[at] ?? 0) + difference;
  }
}
