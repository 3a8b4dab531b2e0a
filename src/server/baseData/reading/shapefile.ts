import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { crsFaultText, crsOfEpsg, crsOfWkt, type Crs } from '#geo/crs.ts';
import { mapPositions, toWgs84 } from '#geo/datum.ts';
import type { LonLat } from '#geo/position.ts';
import type { ZipEntry } from '../../files/zipDirectory.ts';
import { DbfTable } from './dbf.ts';
import { FileRefused, type ReadingJob } from './reader.ts';
import { shapeOf } from './shapes.ts';
import type { Spool } from './spool.ts';
import { unzipEntry, zipEntries } from './unzip.ts';

// Shapefiles in a ZIP (ESRI Shapefile Technical Description, July 1998): .shp shapes, .dbf attributes, .prj system, .cpg
// encoding. Read record by record from disk; several in one archive are several layers.

const mostRecordBytes = 64 * 1024 * 1024;

export async function readShapefiles(job: ReadingJob, spool: Spool, progress: (done: number) => void): Promise<void> {
  const entries = (await zipEntries(job.path)).filter(({ name }) => !/(^|\/)(__MACOSX|\.)/.test(name));
  const shapes = entries.filter(({ name }) => /\.shp$/i.test(name));
  if (shapes.length === 0)
    throw new FileRefused(
      'shapefile',
      entries.slice(0, 8).map(({ name }) => name),
      '压缩包里没有 .shp 文件',
      'There is no .shp file in the archive',
    );
  for (const [index, shape] of shapes.entries())
    await readOne(job, spool, entries, shape, index, (done) => progress((index + done) / shapes.length));
}

async function readOne(
  job: ReadingJob,
  spool: Spool,
  entries: readonly ZipEntry[],
  shape: ZipEntry,
  index: number,
  progress: (done: number) => void,
): Promise<void> {
  const base = shape.name.replace(/\.shp$/i, '').toLowerCase();
  const layer = shape.name.replace(/^.*\//, '').replace(/\.shp$/i, '');
  const part = async (ending: string): Promise<string | null> => {
    const entry = entries.find(({ name }) => name.toLowerCase() === `${base}.${ending}`);
    return entry ? unzipEntry(job.path, entry, job.folder, `shape-${index}.${ending}`) : null;
  };
  const [prj, cpg, dbf, shp] = [
    await part('prj'),
    await part('cpg'),
    await part('dbf'),
    await unzipEntry(job.path, shape, job.folder, `shape-${index}.shp`),
  ];
  const crs = crsOf(prj ? readFileSync(prj, 'utf8') : '', job, layer);
  const encoding = encodingOf(job, cpg);
  const table = dbf ? new DbfTable(dbf, encoding, layer) : null;
  spool.notes.push({
    zh: `${layer}：坐标系 ${crs.name}${table ? `，属性编码 ${table.encoding}` : '，没有 .dbf 属性表'}`,
    en: `${layer}: ${crs.name}${table ? `, attributes in ${table.encoding}` : ', no .dbf with attributes'}`,
  });
  try {
    readShapes(shp, layer, crs, table, job, spool, progress);
  } finally {
    table?.close();
  }
}

/** @throws FileRefused when the layer names no system that is known */
export function crsOf(wkt: string, { options }: ReadingJob, layer: string): Crs {
  const own = crsOfWkt(wkt);
  const crs = own === 'missing' && options.epsg !== null ? crsOfEpsg(options.epsg) : own;
  if (typeof crs === 'object') return crs;
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? '';
  const { zh, en } = crsFaultText(crs, name);
  throw new FileRefused('crs', name, `图层“${layer}”：${zh}`, `Layer "${layer}": ${en}`);
}

/** What was asked for, else what the .cpg says; null leaves it to the table itself. */
function encodingOf({ options }: ReadingJob, cpg: string | null): string | null {
  if (options.encoding !== 'auto') return options.encoding;
  const said = cpg ? readFileSync(cpg, 'latin1').trim().toLowerCase() : '';
  if (/^(utf-?8|65001)$/.test(said)) return 'utf-8';
  return /^(gbk|gb2312|gb18030|cp936|936|ansi 936)$/.test(said) ? 'gb18030' : null;
}

function readShapes(
  path: string,
  layer: string,
  crs: Crs,
  table: DbfTable | null,
  { options }: ReadingJob,
  spool: Spool,
  progress: (done: number) => void,
): void {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const header = Buffer.alloc(100);
    if (readSync(file, header, 0, 100, 0) < 100 || header.readInt32BE(0) !== 9994)
      throw new FileRefused('shapefile', layer, `“${layer}.shp”不是 Shapefile 或已损坏`, `"${layer}.shp" is no Shapefile, or damaged`);
    const place = ([x, y]: LonLat): LonLat => toWgs84(crs.toLonLat(x, y), options.datum);
    const head = Buffer.alloc(8);
    for (let at = 100, row = 1; at < size; row += 1) {
      if (readSync(file, head, 0, 8, at) < 8) throw cutOff(layer, row);
      const length = head.readInt32BE(4) * 2;
      if (length < 4 || length > mostRecordBytes || at + 8 + length > size) throw cutOff(layer, row);
      const record = Buffer.alloc(length);
      readSync(file, record, 0, length, at + 8);
      at += 8 + length;
      const properties = table?.row(row) ?? {};
      progress(at / size);
      // A deleted row of the table takes its shape with it.
      if (properties === 'deleted') continue;
      const geometry = shapeOf(record);
      if (typeof geometry === 'string')
        spool.problem({
          layer,
          row,
          field: 'geometry',
          value: record.readInt32LE(0),
          rule: geometry,
          text:
            geometry === 'empty'
              ? { zh: '没有几何', en: 'It has no geometry' }
              : { zh: '几何已损坏或类型不支持', en: 'Its geometry is damaged, or of an unknown type' },
        });
      else spool.feature(layer, row, mapPositions(geometry, place), properties);
    }
  } finally {
    closeSync(file);
  }
}

function cutOff(layer: string, row: number): FileRefused {
  return new FileRefused(
    'cut-off',
    row,
    `“${layer}.shp”在第 ${row} 个要素处断了，可能未传完`,
    `"${layer}.shp" breaks off at feature ${row}; it may not be complete`,
  );
}
