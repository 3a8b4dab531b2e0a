import type { Bbox, LonLat } from './position.ts';

// Bounding boxes. A box is closed: touching counts as overlapping.

/** Calls `visit` for every position of a geometry, whatever its type. */
export function eachPosition(geometry: GeoJSON.Geometry, visit: (position: LonLat) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) eachPosition(part, visit);
    return;
  }
  const walk = (node: unknown): void => {
    const list = node as unknown[];
    if (typeof list[0] === 'number') visit(list as unknown as LonLat);
    else for (const child of list) walk(child);
  };
  walk(geometry.coordinates);
}

/** The smallest box around positions; null when there is none. */
export function bboxOfPositions(positions: Iterable<LonLat>): Bbox | null {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positions) grow(box, position);
  return box[0] <= box[2] ? box : null;
}

/** The smallest box around a geometry; null for an empty one. */
export function bboxOf(geometry: GeoJSON.Geometry): Bbox | null {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(geometry, (position) => grow(box, position));
  return box[0] <= box[2] ? box : null;
}

function grow(box: Bbox, [lon, lat]: LonLat): void {
  if (lon < box[0]) box[0] = lon;
  if (lat < box[1]) box[1] = lat;
  if (lon > box[2]) box[2] = lon;
  if (lat > box[3]) box[3] = lat;
}

/** The smallest box around two boxes. */
export function joinBoxes(a: Bbox, b: Bbox): Bbox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export function boxesOverlap(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
