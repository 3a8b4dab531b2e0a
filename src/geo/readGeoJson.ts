import { bboxOf, joinBoxes } from './bounds.ts';
import { geometryFault } from './geometryFault.ts';
import type { GeoProblem } from './geoProblem.ts';
import { rewind } from './orientation.ts';
import type { Bbox } from './position.ts';

// Reads a GeoJSON file (RFC 7946) that somebody brings. Total: whatever the text is, the answer is a list of good features and
// a list of problems. The datum is not judged here, see datum.ts.

export interface GeoReading {
  /** Features without a problem, rings turned to RFC 7946, each with its number in the file. */
  features: { row: number; feature: GeoJSON.Feature<GeoJSON.Geometry, Record<string, unknown>> }[];
  /** Features or rows found in the file, good or bad. */
  rows: number;
  /** Names of properties, in order of appearance. */
  columns: string[];
  /** Box around the good features, in the file's own datum. */
  bbox: Bbox | null;
  /** At most one per feature. */
  problems: GeoProblem[];
}

export const maximumFeatures = 200_000;

/** Reads text of a FeatureCollection, a Feature or a bare geometry; a byte-order mark is ignored. */
export function readGeoJson(text: string): GeoReading {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused('json', error.message, '文件不是 JSON，可能已损坏或未传完', 'The file is not JSON; it may be damaged or cut off');
  }
  const { type, features, crs } = (document ?? {}) as Record<string, unknown>;
  const name = crsName(crs);
  if (name !== null && !/(CRS:?:?84|4326|4490)$/.test(name)) {
    return refused(
      'crs',
      name,
      '文件声明了其他坐标系，请先转换为经纬度（WGS-84 或 CGCS2000）',
      'The file names another coordinate reference system: convert it to degrees (WGS-84 or CGCS2000) first',
    );
  }
  if (type === 'FeatureCollection' && Array.isArray(features)) return readFeatures(features);
  if (type === 'Feature') return readFeatures([document]);
  if (geometryFault(document) === null) return readFeatures([{ type: 'Feature', properties: {}, geometry: document }]);
  return refused('type', type ?? null, '不是 GeoJSON：应为 FeatureCollection', 'Not GeoJSON: a FeatureCollection is expected');
}

function readFeatures(source: unknown[]): GeoReading {
  if (source.length > maximumFeatures) {
    return refused(
      'limit',
      source.length,
      `要素超过 ${maximumFeatures} 个，请分成几个文件`,
      `More than ${maximumFeatures} features: split the file`,
    );
  }
  const reading: GeoReading = { features: [], rows: source.length, columns: [], bbox: null, problems: [] };
  const columns = new Set<string>();
  for (const [index, item] of source.entries()) {
    const row = index + 1;
    const { type, geometry, properties, id } = (item ?? {}) as Record<string, unknown>;
    if (type !== 'Feature') {
      const text = { zh: '应为 Feature', en: 'A Feature is expected' };
      reading.problems.push({ row, field: 'type', value: type ?? null, rule: 'feature', text });
      continue;
    }
    const fault = geometryFault(geometry);
    if (fault) {
      reading.problems.push({ row, ...fault });
      continue;
    }
    const values = properties !== null && typeof properties === 'object' ? (properties as Record<string, unknown>) : {};
    for (const column of Object.keys(values)) columns.add(column);
    const good = turned(geometry as GeoJSON.Geometry);
    const box = bboxOf(good);
    if (box) reading.bbox = reading.bbox ? joinBoxes(reading.bbox, box) : box;
    const key = typeof id === 'string' || typeof id === 'number' ? { id } : {};
    reading.features.push({ row, feature: { type: 'Feature', ...key, properties: values, geometry: good } });
  }
  reading.columns = [...columns];
  return reading;
}

const turned = (geometry: GeoJSON.Geometry): GeoJSON.Geometry =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? rewind(geometry) : geometry;

/** Name in the `crs` member of the 2008 draft, which RFC 7946 removed; null without one. */
function crsName(crs: unknown): string | null {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  return typeof name === 'string' ? name : null;
}

function refused(rule: string, value: unknown, zh: string, en: string): GeoReading {
  const problem: GeoProblem = { row: 0, field: '', value, rule, text: { zh, en } };
  return { features: [], rows: 0, columns: [], bbox: null, problems: [problem] };
}
