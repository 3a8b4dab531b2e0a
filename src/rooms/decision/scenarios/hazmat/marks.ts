import { destination } from '#geo/distance.ts';
import type { LonLat } from '#geo/position.ts';
import type { ResultShape } from '#models/resultShapes.ts';
import { keyOf } from '../zoneTones.ts';

// What is drawn over the zones for the people on site: the cordon (警戒线) and the way in from upwind (上风接近方向).

/**
 * Whose outline the cordon follows: the first of these that the answer has. It takes the band, how far the level may reach,
 * where there is one. Lasting harm decides where there is a toxic level; a judgement, not from a standard.
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
  const own = shapes.filter((shape) => keyOf(shape) === level);
  const line = own.find(({ isBand }) => isBand) ?? own[0];
  const features: GeoJSON.Feature[] = line ? [{ type: 'Feature', geometry: line.geometry, properties: { role: 'cordon' } }] : [];
  if (source && approachDeg !== null) features.push(...arrow(source, approachDeg));
  return { features, cordon: line ? level : null, approachDeg: source ? approachDeg : null };
}

/** Length of the arrow and how far from the source it ends, m: long enough to be seen beside a cloud of a kilometre. */
const arrowM = { from: 1100, to: 250, head: 130 };

function arrow(source: LonLat, deg: number): GeoJSON.Feature[] {
  const tip = destination(source, arrowM.to, deg);
  const line = (coordinates: LonLat[]): GeoJSON.Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: { role: 'approach' },
  });
  return [
    line([destination(source, arrowM.from, deg), tip]),
    line([destination(tip, arrowM.head, deg - 28), tip, destination(tip, arrowM.head, deg + 28)]),
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
