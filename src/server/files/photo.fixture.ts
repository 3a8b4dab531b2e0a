import { Transformer } from '@napi-rs/image';

// For tests: real photos, made here, with what a camera writes (EXIF 2.32, little-endian TIFF).

/** A JPEG of one colour gradient. */
export function aPhoto(width = 640, height = 480): Buffer {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) pixels.set([at % 256, (at >> 8) % 256, 120, 255], at * 4);
  return Transformer.fromRgbaPixels(pixels, width, height).jpegSync(85);
}

export interface CameraWords {
  takenAt: string;
  offset: string;
  lat: [degrees: number, minutes: number, seconds: number];
  lon: [degrees: number, minutes: number, seconds: number];
  /** 1 = upright, 6 = turned a quarter to the right. */
  orientation: number;
}

/** The same photo with camera data in front of its picture data. */
export function withCameraWords(jpeg: Buffer, words: CameraWords): Buffer {
  const tiff = tiffOf(words);
  const header = Buffer.from([0xff, 0xe1, 0, 0]);
  header.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), header, Buffer.from('Exif\0\0', 'latin1'), tiff, jpeg.subarray(2)]);
}

type Entry = [tag: number, type: number, count: number, value: Buffer];

const ascii = (tag: number, text: string): Entry => [tag, 2, text.length + 1, Buffer.from(`${text}\0`, 'latin1')];
const short = (tag: number, value: number): Entry => [tag, 3, 1, Buffer.from([value & 255, value >> 8, 0, 0])];
const long = (tag: number, value: number): Entry => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return [tag, 4, 1, buffer];
};
const rationals = (tag: number, values: readonly number[]): Entry => {
  const buffer = Buffer.alloc(values.length * 8);
  values.forEach((value, n) => {
    buffer.writeUInt32LE(Math.round(value * 1000), n * 8);
    buffer.writeUInt32LE(1000, n * 8 + 4);
  });
  return [tag, 5, values.length, buffer];
};

function tiffOf({ takenAt, offset, lat, lon, orientation }: CameraWords): Buffer {
  const root = (exifAt: number, gpsAt: number): Entry[] => [
    ascii(0x010f, 'HUAWEI'),
    ascii(0x0110, 'ALN-AL00'),
    short(0x0112, orientation),
    long(0x8769, exifAt),
    long(0x8825, gpsAt),
  ];
  const exif: Entry[] = [ascii(0x9003, takenAt), ascii(0x9011, offset)];
  const gps: Entry[] = [
    ascii(0x0001, 'N'),
    rationals(0x0002, lat),
    ascii(0x0003, 'E'),
    rationals(0x0004, lon),
    rationals(0x0006, [36.5]),
    rationals(0x0007, [1, 30, 0]),
    rationals(0x0011, [270]),
    ascii(0x001d, takenAt.slice(0, 10)),
  ];
  const start = 8;
  const exifAt = start + directory(root(0, 0), 0).length;
  const gpsAt = exifAt + directory(exif, 0).length;
  const header = Buffer.from([0x49, 0x49, 42, 0, start, 0, 0, 0]);
  return Buffer.concat([header, directory(root(exifAt, gpsAt), start), directory(exif, exifAt), directory(gps, gpsAt)]);
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4);
  table.writeUInt16LE(entries.length);
  const further: Buffer[] = [];
  let furtherAt = at + table.length;
  entries.forEach(([tag, type, count, value], n) => {
    const row = 2 + n * 12;
    table.writeUInt16LE(tag, row);
    table.writeUInt16LE(type, row + 2);
    table.writeUInt32LE(count, row + 4);
    if (value.length <= 4) value.copy(table, row + 8);
    else {
      table.writeUInt32LE(furtherAt, row + 8);
      further.push(value);
      furtherAt += value.length;
    }
  });
  return Buffer.concat([table, ...further]);
}
