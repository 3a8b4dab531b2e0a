import { openSync, readSync, closeSync, fstatSync } from 'node:fs';
import { gunzipSync, constants } from 'node:zlib';
import { FileRefused, type Format } from './reader.ts';

// What a file is, from its bytes. The name counts only between formats of plain text.

const headBytes = 4096;

export interface Sniffed {
  format: Format;
  isGzip: boolean;
}

/** @throws FileRefused when the content is none of the known formats */
export function sniff(path: string, name: string): Sniffed {
  const head = readHead(path);
  if (head.length === 0) throw new FileRefused('empty', 0, '文件是空的', 'The file is empty');
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const content = isGzip ? gunzipHead(head) : head;
  const format = formatOf(content, name.toLowerCase().replace(/\.gz$/, ''));
  if (format === null) throw unknown(name);
  if (isGzip && format !== 'osm-xml' && format !== 'geojson' && format !== 'csv') throw unknown(name);
  return { format, isGzip };
}

function formatOf(head: Buffer, name: string): Format | null {
  const text = head.toString('latin1');
  if (text.startsWith('PK\u0003\u0004')) return 'shapefile';
  if (text.startsWith('SQLite format 3\u0000')) return 'geopackage';
  if (text.startsWith('PMTiles')) return 'pmtiles';
  if (/^(II[*+]\0|MM\0[*+])/.test(text)) return 'geotiff';
  if (text.slice(4, 16).includes('OSMHeader')) return 'osm-pbf';
  const start = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<osm[\s>]/.test(start)) return 'osm-xml';
  if (start.startsWith('{')) return 'geojson';
  // Text without control characters may be a table; anything else is a foreign binary or document.
  if (start.startsWith('<') || /[^\P{Cc}\t\n\f\v\r\u0080-\u009f]/u.test(start)) return null;
  return /\.(csv|txt)$/.test(name) || /^[^\n]*[,;\t]/.test(start) ? 'csv' : null;
}

function readHead(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(headBytes, fstatSync(file).size));
    readSync(file, head, 0, head.length, 0);
    return head;
  } finally {
    closeSync(file);
  }
}

/** The beginning of what a gzip file holds; the end is missing on purpose. */
function gunzipHead(head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 22 });
  } catch (error) {
    throw new FileRefused('gzip', (error as Error).message, 'gzip 压缩已损坏', 'The gzip compression is damaged');
  }
}

function unknown(name: string): FileRefused {
  return new FileRefused(
    'format-unknown',
    name,
    '认不出文件内容；可用：GeoJSON、CSV、OSM（.osm、.osm.gz、.pbf）、GeoTIFF、Shapefile（打包为 .zip）、GeoPackage',
    'The content is of no known format; read are GeoJSON, CSV, OSM (.osm, .osm.gz, .pbf), GeoTIFF, Shapefile (in a .zip), GeoPackage',
  );
}
