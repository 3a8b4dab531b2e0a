// What is wrong with one row of a file somebody brings: where, what, which rule, and words that say how to mend it.

export interface GeoProblem {
  /** Feature number (1, 2 …) of a GeoJSON file, line number of a CSV file; 0 when the whole file is meant. */
  row: number;
  /** Column, or path such as `geometry.coordinates[0][3]`. */
  field: string;
  /** What stands there, as far as it can be shown. */
  value: unknown;
  /** Stable name: json, type, crs, limit, feature, geometry, position, range, swapped, projected, zero, short, open, csv, columns, number. */
  rule: string;
  text: { zh: string; en: string };
}

export type PositionFault = Pick<GeoProblem, 'rule' | 'text'>;

/** Box around China, degrees; only used to recognise swapped coordinates. */
const isInChina = (lon: number, lat: number): boolean => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;

/** Says why [lon, lat] cannot be a place in degrees, with a guess at the cause; null when it can. */
export function positionFault(lon: unknown, lat: unknown): PositionFault | null {
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    return fault('position', '坐标应为两个数：经度、纬度', 'A position is two numbers: longitude, latitude');
  }
  if (lon === 0 && lat === 0) return fault('zero', '坐标为 (0, 0)，应为未填写', 'Coordinates are (0, 0), probably not filled in');
  if (!isInChina(lon, lat) && isInChina(lat, lon)) {
    return fault('swapped', '经度和纬度写反了：应先经度后纬度', 'Longitude and latitude are swapped: longitude comes first');
  }
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return null;
  if (Math.abs(lon) > 1000 || Math.abs(lat) > 1000) {
    return fault(
      'projected',
      '坐标像是以米为单位的投影坐标，请先转换为经纬度',
      'Coordinates look projected (metres): convert them to degrees first',
    );
  }
  return fault('range', '经度应在 ±180 之间，纬度应在 ±90 之间', 'Longitude must be within ±180 and latitude within ±90');
}

function fault(rule: string, zh: string, en: string): PositionFault {
  return { rule, text: { zh, en } };
}
