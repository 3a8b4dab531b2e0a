import { bboxOf, boxesOverlap } from './bounds.ts';
import { isInside } from './inside.ts';
import { linesOf, polygonsOf, segmentsOf, type AreaGeometry, type LonLat } from './position.ts';

// Do two things touch? Edges are straight in degrees; sets are closed, so touching is meeting (see inside.ts).

const side = (a: LonLat, b: LonLat, p: LonLat): number => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

const spans = (a: LonLat, b: LonLat, p: LonLat): boolean =>
  Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);

/** True when two segments share at least one position. */
export function segmentsMeet(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
  const [sa, sb, sc, sd] = [side(c, d, a), side(c, d, b), side(a, b, c), side(a, b, d)];
  if (sa * sb < 0 && sc * sd < 0) return true;
  return (sa === 0 && spans(c, d, a)) || (sb === 0 && spans(c, d, b)) || (sc === 0 && spans(a, b, c)) || (sd === 0 && spans(a, b, d));
}

/** Share of the way from a to b at which the segment a–b crosses c–d, in [0, 1]; null when it does not or they are parallel. */
export function crossingShare(a: LonLat, b: LonLat, c: LonLat, d: LonLat): number | null {
  const [rx, ry, qx, qy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const denominator = rx * qy - ry * qx;
  if (denominator === 0) return null;
  const t = ((c[0] - a[0]) * qy - (c[1] - a[1]) * qx) / denominator;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

/** A place where a line crosses another: how far along which segment of each. Segment i runs from position i - 1 to i. */
export interface Crossing {
  segment: number;
  share: number;
  otherSegment: number;
}

/** Every crossing of two lines, in order along the first; stretches that run along each other are not counted. */
export function crossingsOf(line: readonly LonLat[], other: readonly LonLat[]): Crossing[] {
  const crossings: Crossing[] = [];
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const [west, east] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    const [south, north] = a[1] < b[1] ? [a[1], b[1]] : [b[1], a[1]];
    const found: Crossing[] = [];
    for (let k = 1; k < other.length; k += 1) {
      const c = other[k - 1]!;
      const d = other[k]!;
      if ((c[0] < west && d[0] < west) || (c[0] > east && d[0] > east)) continue;
      if ((c[1] < south && d[1] < south) || (c[1] > north && d[1] > north)) continue;
      const share = crossingShare(a, b, c, d);
      if (share !== null) found.push({ segment: i, share, otherSegment: k });
    }
    crossings.push(...found.sort((p, q) => p.share - q.share));
  }
  return crossings;
}

/** True when two lines share at least one position. */
export function linesMeet(a: readonly LonLat[], b: readonly LonLat[]): boolean {
  for (const [p, q] of segmentsOf(a)) {
    for (const [r, s] of segmentsOf(b)) if (segmentsMeet(p, q, r, s)) return true;
  }
  return false;
}

/** True when a line runs through the area, lies in it or touches it. */
export function lineMeetsArea(line: readonly LonLat[], area: AreaGeometry): boolean {
  if (line.some((position) => isInside(position, area))) return true;
  return polygonsOf(area).some((rings) => rings.some((ring) => linesMeet(line, ring)));
}

/** True when any part of the geometry lies in the area or touches it. Answers "which records lie in this polygon or circle". */
export function meetsArea(geometry: GeoJSON.Geometry, area: AreaGeometry): boolean {
  const [boxA, boxB] = [bboxOf(geometry), bboxOf(area)];
  if (!boxA || !boxB || !boxesOverlap(boxA, boxB)) return false;
  switch (geometry.type) {
    case 'Point':
      return isInside(geometry.coordinates as LonLat, area);
    case 'MultiPoint':
      return (geometry.coordinates as LonLat[]).some((position) => isInside(position, area));
    case 'LineString':
    case 'MultiLineString':
      return linesOf(geometry).some((line) => lineMeetsArea(line, area));
    case 'Polygon':
    case 'MultiPolygon':
      return areasMeet(geometry, area);
    case 'GeometryCollection':
      return geometry.geometries.some((part) => meetsArea(part, area));
  }
}

function areasMeet(a: AreaGeometry, b: AreaGeometry): boolean {
  const cornerInside = (from: AreaGeometry, to: AreaGeometry): boolean =>
    polygonsOf(from).some((rings) => rings[0]?.[0] !== undefined && isInside(rings[0][0], to));
  if (cornerInside(a, b) || cornerInside(b, a)) return true;
  const outlines = polygonsOf(b).flat();
  return polygonsOf(a)
    .flat()
    .some((ring) => outlines.some((other) => linesMeet(ring, other)));
}

/** The parts of a line that lie inside an area, cut exactly where it crosses the boundary. */
export function clipLine(line: readonly LonLat[], area: AreaGeometry): LonLat[][] {
  const rings = polygonsOf(area).flat();
  const parts: LonLat[][] = [];
  let part: LonLat[] = [];
  const close = (): void => {
    if (part.length > 1) parts.push(part);
    part = [];
  };
  // Whether the last piece was inside; null when it must be looked up because the boundary is near.
  let inside: boolean | null = null;
  for (const [a, b] of segmentsOf(line)) {
    const cuts = rings.flatMap((ring) => crossingsOf([a, b], ring).map(({ share }) => share));
    const shares = [...new Set([0, ...cuts, 1])].toSorted((s, t) => s - t);
    const at = (t: number): LonLat => (t === 0 ? a : t === 1 ? b : [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
    if (cuts.length > 0) inside = null;
    for (let i = 1; i < shares.length; i += 1) {
      const [from, to] = [shares[i - 1]!, shares[i]!];
      const within: boolean = inside ?? isInside(at((from + to) / 2), area);
      if (cuts.length === 0) inside = within;
      if (!within) close();
      else part.push(...(part.length === 0 ? [at(from), at(to)] : [at(to)]));
    }
  }
  close();
  return parts;
}
