import type { DatabaseSync } from 'node:sqlite';
import { crsFaultText, crsOfEpsg, crsOfWkt, type Crs } from '#geo/crs.ts';
import { mapPositions, toWgs84 } from '#geo/datum.ts';
import type { LonLat } from '#geo/position.ts';
import {
  countRows,
  featureTables,
  isGeoPackage,
  openGeoPackage,
  otherTables,
  rowsOf,
  type FeatureTable,
} from '../../storage/geoPackage.ts';
import { FileRefused, type ReadingJob } from './reader.ts';
import type { Spool } from './spool.ts';
import { geometryOfBlob } from './wkb.ts';

// GeoPackage (OGC 12-128r18): an SQLite file with feature tables. Opened read-only, rows one after the other. Tables whose
// system is not known are refused one by one; the others are read.

const mostTextLength = 10_000;

export function readGeoPackage(job: ReadingJob, spool: Spool, progress: (done: number) => void): void {
  let database: DatabaseSync | null = null;
  try {
    database = openGeoPackage(job.path);
    const tables = tablesOf(database, spool);
    for (const [index, table] of tables.entries())
      readTable(database, table, job, spool, (done) => progress((index + done) / tables.length));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SQLITE_ERROR') throw error;
    throw new FileRefused(
      'geopackage',
      (error as Error).message,
      `GeoPackage 已损坏或未传完：${(error as Error).message}`,
      `The GeoPackage is damaged or cut off: ${(error as Error).message}`,
    );
  } finally {
    database?.close();
  }
}

function tablesOf(database: DatabaseSync, spool: Spool): FeatureTable[] {
  if (!isGeoPackage(database))
    throw new FileRefused('geopackage', null, '是 SQLite 数据库，但不是 GeoPackage', 'It is an SQLite database but no GeoPackage');
  for (const { name, kind } of otherTables(database))
    spool.notes.push({
      zh: `表“${name}”（${kind}）不含矢量要素，未读`,
      en: `The table "${name}" (${kind}) holds no vector features and was not read`,
    });
  const found = featureTables(database);
  if (found.length === 0)
    throw new FileRefused('geopackage', null, 'GeoPackage 里没有要素表', 'There is no feature table in the GeoPackage');
  return found;
}

function crsOf(
  { srs_id: srs, organization, organization_coordsys_id: code, definition }: FeatureTable,
  given: number | null,
): Crs | { zh: string; en: string } {
  // −1 and 0 are the undefined systems of the standard.
  if (srs <= 0) {
    const own = given === null ? 'missing' : crsOfEpsg(given);
    return typeof own === 'object' ? own : crsFaultText(own, `EPSG:${given ?? ''}`);
  }
  const byCode = organization?.toUpperCase() === 'EPSG' && code !== null ? crsOfEpsg(code) : 'unknown';
  const crs = byCode === 'unknown' ? crsOfWkt(definition ?? '') : byCode;
  return typeof crs === 'object' ? crs : crsFaultText(crs === 'missing' ? 'unknown' : crs, `${organization ?? ''}:${code ?? srs}`);
}

function readTable(
  database: DatabaseSync,
  table: FeatureTable,
  { options }: ReadingJob,
  spool: Spool,
  progress: (done: number) => void,
): void {
  const layer = table.identifier || table.table_name;
  const crs = crsOf(table, options.epsg);
  if (!('toLonLat' in crs)) return spool.problem({ layer, row: 0, field: 'srs_id', value: table.srs_id, rule: 'crs', text: crs });
  spool.notes.push({ zh: `${layer}：坐标系 ${crs.name}`, en: `${layer}: ${crs.name}` });
  const n = countRows(database, table.table_name);
  const place = ([x, y]: LonLat): LonLat => toWgs84(crs.toLonLat(x, y), options.datum);
  let row = 0;
  for (const record of rowsOf(database, table.table_name)) {
    row += 1;
    progress(row / Math.max(1, n));
    const { [table.column_name]: blob, ...values } = record;
    const geometry = blob instanceof Uint8Array ? geometryOfBlob(blob) : 'empty';
    if (typeof geometry === 'string') {
      spool.problem({
        layer,
        row,
        field: table.column_name,
        value: null,
        rule: geometry,
        text:
          geometry === 'empty'
            ? { zh: '没有几何', en: 'It has no geometry' }
            : { zh: '几何已损坏或类型不支持（曲线等）', en: 'Its geometry is damaged, or of an unknown type (curves)' },
      });
      continue;
    }
    spool.feature(
      layer,
      row,
      mapPositions(geometry, place),
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])),
    );
  }
}

/** A value that JSON can hold; binary columns are left empty. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return null;
  return typeof value === 'string' ? value.slice(0, mostTextLength) : value;
}
