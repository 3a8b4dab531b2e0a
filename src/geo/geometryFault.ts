import { positionFault, type GeoProblem } from './geoProblem.ts';

// Is a value from outside a geometry of RFC 7946? Checks types, nesting, numbers, ranges, and that rings are closed and have
// at least four positions. Not checked: that a ring does not cross itself.

export type GeometryFault = Pick<GeoProblem, 'field' | 'value' | 'rule' | 'text'>;

/** How many lists lie around a position. */
const nesting: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const maximumCollectionDepth = 3;

/** The first thing wrong with a geometry, or null. */
export function geometryFault(geometry: unknown, field = 'geometry', depth = 0): GeometryFault | null {
  const { type, coordinates, geometries } = (geometry ?? {}) as Record<string, unknown>;
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || depth >= maximumCollectionDepth) {
      return fault(field, type, 'geometry', '几何集合缺少成员或嵌套过深', 'The geometry collection lacks members or is nested too deep');
    }
    for (const [i, part] of geometries.entries()) {
      const found = geometryFault(part, `${field}.geometries[${i}]`, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (typeof type !== 'string' || !Object.hasOwn(nesting, type)) {
    return fault(field, type ?? geometry ?? null, 'geometry', '没有几何，或几何类型不认识', 'No geometry, or an unknown geometry type');
  }
  return coordinatesFault(coordinates, nesting[type]!, type, `${field}.coordinates`);
}

function coordinatesFault(node: unknown, levels: number, type: string, field: string): GeometryFault | null {
  if (levels === 0) {
    const members: unknown[] = Array.isArray(node) ? node : [];
    const numbers = members.every((member) => typeof member === 'number') ? members : [];
    const found = positionFault(numbers[0], numbers[1]);
    return found && { field, value: node ?? null, ...found };
  }
  if (!Array.isArray(node) || node.length === 0) {
    return fault(
      field,
      node ?? null,
      'geometry',
      '坐标层次与几何类型不符，或为空',
      'Coordinates are empty or do not fit the geometry type',
    );
  }
  for (let i = 0; i < node.length; i += 1) {
    const found = coordinatesFault(node[i], levels - 1, type, `${field}[${i}]`);
    if (found) return found;
  }
  if (levels > 1) return null;
  if (type.endsWith('LineString') && node.length < 2) {
    return fault(field, node.length, 'short', '线至少要有 2 个坐标', 'A line needs at least 2 positions');
  }
  return type.endsWith('Polygon') ? ringFault(node as number[][], field) : null;
}

function ringFault(ring: number[][], field: string): GeometryFault | null {
  if (ring.length < 4) return fault(field, ring.length, 'short', '面的环至少要有 4 个坐标', 'A ring needs at least 4 positions');
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1]
    ? null
    : fault(field, last, 'open', '面的环没有闭合：首尾坐标应相同', 'The ring is open: first and last position must be the same');
}

function fault(field: string, value: unknown, rule: string, zh: string, en: string): GeometryFault {
  return { field, value, rule, text: { zh, en } };
}
