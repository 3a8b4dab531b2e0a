import { CsvError, parse } from 'csv-parse/sync';
import { bboxOfPositions } from './bounds.ts';
import { positionFault, type GeoProblem } from './geoProblem.ts';
import type { LonLat } from './position.ts';
import { maximumFeatures, type GeoReading } from './readGeoJson.ts';

// Reads a table of places with a longitude and a latitude column, as spreadsheets export it. Takes decoded text: bytes in
// GB 18030 (what Excel writes on a Chinese Windows) are decoded by the caller.

const longitudeNames = ['经度', '东经', '经度坐标', 'lon', 'lng', 'long', 'longitude', 'x', 'pointx', '经度lon', '经度lng'];
const latitudeNames = ['纬度', '北纬', '纬度坐标', 'lat', 'latitude', 'y', 'pointy', '纬度lat'];

/** Column names without case, spaces, underscores and bracketed units: `经度 (°)` is 经度. */
const plain = (name: string): string =>
  name
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();

/** Reads CSV text (comma, semicolon or tab; first line = names) into points; the row of a problem is its line in the file. */
export function readCsvPoints(text: string): GeoReading {
  const lines = parseLines(text);
  if (!Array.isArray(lines)) return refused(lines);
  const [header, ...body] = lines;
  const names = (header?.cells ?? []).map((name) => name.trim());
  const [lonAt, latAt] = [longitudeNames, latitudeNames].map((known) => names.findIndex((name) => known.includes(plain(name))));
  if (lonAt === undefined || latAt === undefined || lonAt < 0 || latAt < 0) {
    const words = { zh: '第一行应有经度、纬度两列', en: 'The first line must name a longitude and a latitude column' };
    return refused({ row: 1, field: '', value: names, rule: 'columns', text: words });
  }
  if (body.length > maximumFeatures) {
    const words = { zh: `超过 ${maximumFeatures} 行，请分成几个文件`, en: `More than ${maximumFeatures} rows: split the file` };
    return refused({ row: 0, field: '', value: body.length, rule: 'limit', text: words });
  }
  const columns = names.filter((name, i) => i !== lonAt && i !== latAt && name !== '');
  const reading: GeoReading = { features: [], rows: body.length, columns, bbox: null, problems: [] };
  for (const { cells, line } of body) {
    const place = readPlace(cells, line, { lon: lonAt, lat: latAt }, names);
    if ('rule' in place) {
      reading.problems.push(place);
      continue;
    }
    const properties = Object.fromEntries(columns.map((name) => [name, (cells[names.indexOf(name)] ?? '').trim()]));
    const geometry: GeoJSON.Point = { type: 'Point', coordinates: place };
    reading.features.push({ row: line, feature: { type: 'Feature', properties, geometry } });
  }
  reading.bbox = bboxOfPositions(reading.features.map(({ feature }) => (feature.geometry as GeoJSON.Point).coordinates as LonLat));
  return reading;
}

function readPlace(cells: string[], row: number, at: { lon: number; lat: number }, names: string[]): LonLat | GeoProblem {
  for (const i of [at.lon, at.lat]) {
    if (readDegrees(cells[i] ?? '') !== null) continue;
    const text = { zh: '不是度数，例：116.947 或 116°56′49″', en: 'Not degrees; examples: 116.947 or 116°56′49″' };
    return { row, field: names[i]!, value: cells[i] ?? '', rule: 'number', text };
  }
  const [lon, lat] = [readDegrees(cells[at.lon]!)!, readDegrees(cells[at.lat]!)!];
  const fault = positionFault(lon, lat);
  return fault ? { row, field: `${names[at.lon]},${names[at.lat]}`, value: [lon, lat], ...fault } : [lon, lat];
}

/** Degrees from decimal text (116.947, 116.947°, E116.947) or degrees, minutes, seconds (116°56′49.2″); null for anything else. */
export function readDegrees(cell: string): number | null {
  const text = cell
    .normalize('NFKC')
    .replace(/^[东西南北]?[经纬]|\s/g, '')
    .replace(/^[EN]|[EN]$/gi, '');
  if (/^[+-]?\d+(\.\d+)?°?$/.test(text)) return Number.parseFloat(text);
  const parts = /^(\d{1,3})[°度](\d{1,2}(?:\.\d+)?)['′’分](?:(\d{1,2}(?:\.\d+)?)(?:["″”秒]|''|′′)?)?$/.exec(text);
  if (!parts) return null;
  const [minutes, seconds] = [Number(parts[2]), Number(parts[3] ?? 0)];
  return minutes < 60 && seconds < 60 ? Number(parts[1]) + minutes / 60 + seconds / 3600 : null;
}

function parseLines(text: string): { cells: string[]; line: number }[] | GeoProblem {
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = ['\t', ';', ','].find((mark) => firstLine.includes(mark)) ?? ',';
  try {
    const rows = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, info: true });
    return (rows as unknown as { info: { lines: number }; record: string[] }[])
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
      .map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const words = { zh: '引号没有成对，表格读不下去', en: 'Quotes do not match, the table cannot be read further' };
    return { row: Number(error['lines'] ?? 0), field: '', value: error.code, rule: 'csv', text: words };
  }
}

function refused(problem: GeoProblem): GeoReading {
  return { features: [], rows: 0, columns: [], bbox: null, problems: [problem] };
}
