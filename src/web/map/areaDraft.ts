import { areaM2 } from '#geo/area.ts';
import { circlePolygon } from '#geo/circle.ts';
import { meetsArea, segmentsMeet } from '#geo/crossing.ts';
import { isInside } from '#geo/inside.ts';
import { rewind } from '#geo/orientation.ts';
import type { Division } from './divisions.ts';
import type { LonLat } from './drawn.ts';

// The area a warning is for: divisions, one polygon, one circle, or any of them together. Pure; AreaDrawer.tsx draws it.

export interface AreaValue {
  /** Division codes. */
  areas: string[];
  shape: GeoJSON.Polygon | null;
  circle: { center: LonLat; radiusKm: number } | null;
}

export const noArea: AreaValue = { areas: [], shape: null, circle: null };

/** The corners of a shape, without the closing one. */
export function cornersOf(shape: GeoJSON.Polygon | null): LonLat[] {
  return (shape?.coordinates[0] ?? []).slice(0, -1) as LonLat[];
}

/** Corners as a closed counter-clockwise polygon; null with fewer than three. */
export function polygonOf(corners: readonly LonLat[]): GeoJSON.Polygon | null {
  const [first] = corners;
  if (!first || corners.length < 3) return null;
  return rewind<GeoJSON.Polygon>({ type: 'Polygon', coordinates: [[...corners, first]] });
}

/** True when two edges that are no neighbours meet: such a polygon has no clear inside. */
export function crossesItself(corners: readonly LonLat[]): boolean {
  const count = corners.length;
  const edge = (index: number): [LonLat, LonLat] => [corners[index % count] as LonLat, corners[(index + 1) % count] as LonLat];
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      if (segmentsMeet(...edge(i), ...edge(j))) return true;
    }
  }
  return false;
}

/** Picks a division, or drops it. Picking the county drops its townships, and the other way round. */
export function toggleDivision(areas: readonly string[], code: string): string[] {
  if (areas.includes(code)) return areas.filter((other) => other !== code);
  return [...areas.filter((other) => !other.startsWith(code) && !code.startsWith(other)), code].toSorted();
}

export interface AreaSummary {
  /** Sum of the parts; parts that overlap are counted twice. Null when a picked division has no outline. */
  squareKm: number | null;
  /** Townships picked, or met by the polygon or the circle. */
  townships: Division[];
}

/** What an area amounts to. Townships without outline count when their place lies in the shape. */
export function summarize(value: AreaValue, divisions: readonly Division[]): AreaSummary {
  const picked = divisions.filter((division) => value.areas.includes(division.code));
  const drawn = [
    value.shape,
    value.circle && value.circle.radiusKm > 0 ? circlePolygon(value.circle.center, value.circle.radiusKm * 1000) : null,
  ];
  const shapes = drawn.filter((shape) => shape !== null);
  const outlines = [...picked.map((division) => division.outline), ...shapes];
  const isKnown = picked.length === value.areas.length && outlines.every((outline) => outline !== null);
  const townships = divisions.filter(
    (division) =>
      division.level === 'township' &&
      (value.areas.some((code) => division.code.startsWith(code)) ||
        shapes.some((shape) => (division.outline ? meetsArea(division.outline, shape) : isInside(division.place, shape)))),
  );
  return { squareKm: isKnown ? outlines.reduce((sum, outline) => sum + (outline ? areaM2(outline) : 0), 0) / 1e6 : null, townships };
}
