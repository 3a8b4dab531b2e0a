import { destination, distanceM } from '#geo/distance.ts';
import type { LonLat } from '#geo/position.ts';
import type { ResultShape } from '#models/resultShapes.ts';
import { keyOf } from '../zoneTones.ts';

// What is drawn over the zones for the people on site: the cordon (警戒线) and the way in from upwind (上风接近方向).

/**
 * Whose outline the cordon goes round: the first of these that the answer has, with its band, how far it may reach.
 * Lasting harm decides where there is a toxic level; a judgement, not from a standard.
 */
const cordonLevels = ['aegl2', 'erpg2', 'pac2', 'idlh', 'aegl1', 'erpg1', 'pac1', 'lfl10', 'heat4', 'blast1', 'flash'] as const;

export interface Marks {
  features: GeoJSON.Feature[];
  /** Level the cordon follows. */
  cordon: string | null;
  approachDeg: number | null;
}

/** @param source where it leaks; @param approachDeg bearing from the source to where teams come from, or null */
export function marksOf(shapes: readonly ResultShape[], source: LonLat | null, approachDeg: number | null): Marks {
  const level = cordonLevels.find((id) => shapes.some((shape) => keyOf(shape) === id)) ?? null;
  const ring = hullOf(shapes.filter((shape) => keyOf(shape) === level).flatMap(({ geometry }) => cornersOf(geometry)));
  const features: GeoJSON.Feature[] = [];
  if (ring.length > 3)
    features.push({ type: 'Feature', geometry: { type: 'LineString', coordinates: ring }, properties: { role: 'cordon' } });
  const reachM = source ? Math.max(0, ...ring.map((corner) => distanceM(source, corner))) : 0;
  if (source && approachDeg !== null) features.push(...arrow(source, approachDeg, Math.min(5000, Math.max(150, reachM))));
  return { features, cordon: ring.length > 3 ? level : null, approachDeg: source ? approachDeg : null };
}

function cornersOf(geometry: GeoJSON.Geometry): LonLat[] {
  if (geometry.type === 'Polygon') return (geometry.coordinates[0] ?? []) as LonLat[];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flatMap((part) => (part[0] ?? []) as LonLat[]) : [];
}

/** The convex hull, closed (Andrew's monotone chain): a line that can be held with people and tape. */
function hullOf(corners: readonly LonLat[]): LonLat[] {
  const sorted = corners.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  const half = (points: readonly LonLat[]): LonLat[] => {
    const chain: LonLat[] = [];
    for (const point of points) {
      while (chain.length > 1 && !turnsLeft(chain.at(-2), chain.at(-1), point)) chain.pop();
      chain.push(point);
    }
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed()).slice(1)];
}

function turnsLeft(a: LonLat | undefined, b: LonLat | undefined, c: LonLat): boolean {
  return a !== undefined && b !== undefined && (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}

/** An arrow towards the source, as large as the cordon. */
function arrow(source: LonLat, deg: number, sizeM: number): GeoJSON.Feature[] {
  const tip = destination(source, 0.3 * sizeM, deg);
  const line = (coordinates: LonLat[]): GeoJSON.Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: { role: 'approach' },
  });
  return [
    line([destination(source, sizeM, deg), tip]),
    line([destination(tip, 0.13 * sizeM, deg - 28), tip, destination(tip, 0.13 * sizeM, deg + 28)]),
  ];
}

const points = [
  ['北', 'N'],
  ['东北', 'NE'],
  ['东', 'E'],
  ['东南', 'SE'],
  ['南', 'S'],
  ['西南', 'SW'],
  ['西', 'W'],
  ['西北', 'NW'],
] as const;

/** A bearing as a point of the compass. */
export function compassPoint(deg: number): { zh: string; en: string } {
  const [zh, en] = points[Math.round((((deg % 360) + 360) % 360) / 45) % 8] ?? points[0];
  return { zh, en };
}
