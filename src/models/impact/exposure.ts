import Flatbush from 'flatbush';
import { bboxOf } from '#geo/bounds.ts';
import { meetsArea } from '#geo/crossing.ts';
import type { AreaGeometry } from '#geo/position.ts';
import { shareInside } from './overlap.ts';
import { type PreparedArea, prepareArea } from './preparedArea.ts';

// Who and what lies in an area. Things are indexed once (when a register changes) and asked for every polygon the commander
// draws or a model computes: a quarter of a million points in a few milliseconds.

/** Something that may be hit: a village, school, care home, plant, bridge, store, team. */
export interface Exposed {
  readonly id: string;
  /** Kind in the words of the caller: `school`, `village` … */
  readonly kind: string;
  readonly geometry: GeoJSON.Geometry;
  /** What it holds, by name: people, beds, tonnes. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface ExposureIndex<T extends Exposed> {
  readonly things: readonly T[];
  /** Numbers of things that are points, in the order of `points`. */
  readonly points: Flatbush | null;
  readonly pointThing: Int32Array;
  readonly pointLon: Float64Array;
  readonly pointLat: Float64Array;
  readonly shapes: Flatbush | null;
  readonly shapeThing: Int32Array;
}

/** Things without positions are left out. */
export function indexExposed<T extends Exposed>(things: readonly T[]): ExposureIndex<T> {
  const points: number[] = [];
  const shapes: { thing: number; box: [number, number, number, number] }[] = [];
  for (const [thing, { geometry }] of things.entries()) {
    const box = bboxOf(geometry);
    if (box === null) continue;
    if (geometry.type === 'Point') points.push(thing);
    else shapes.push({ thing, box });
  }
  const pointLon = Float64Array.from(points, (thing) => (things[thing]!.geometry as GeoJSON.Point).coordinates[0]!);
  const pointLat = Float64Array.from(points, (thing) => (things[thing]!.geometry as GeoJSON.Point).coordinates[1]!);
  const shapeTree = shapes.length > 0 ? new Flatbush(shapes.length) : null;
  for (const { box } of shapes) shapeTree?.add(...box);
  shapeTree?.finish();
  return {
    things,
    points: pointTree(pointLon, pointLat),
    pointThing: Int32Array.from(points),
    pointLon,
    pointLat,
    shapes: shapeTree,
    shapeThing: Int32Array.from(shapes, ({ thing }) => thing),
  };
}

function pointTree(lon: Float64Array, lat: Float64Array): Flatbush | null {
  if (lon.length === 0) return null;
  const tree = new Flatbush(lon.length);
  for (let i = 0; i < lon.length; i += 1) tree.add(lon[i]!, lat[i]!);
  tree.finish();
  return tree;
}

/** An area with its meaning: the red circle of a toxic cloud, water above half a metre. Earlier levels are worse. */
export interface Level {
  readonly id: string;
  readonly area: AreaGeometry;
}

export interface Hit<T extends Exposed> {
  readonly thing: T;
  /** Number of the worst level it lies in. */
  readonly level: number;
  /** Share of the thing's area in that level and worse ones, 1 for points and lines. */
  readonly share: number;
}

/**
 * Things that lie in the levels or touch them, each once, at the worst level that reaches it. An area that lies partly inside
 * appears once for each level with the part that this level adds.
 */
export function findExposed<T extends Exposed>(index: ExposureIndex<T>, levels: readonly Level[]): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const seen = new Uint8Array(index.things.length);
  const sofar = new Map<number, number>();
  for (const [level, { area }] of levels.entries()) {
    const prepared = prepareArea(area);
    if (prepared === null) continue;
    for (const thing of pointsIn(index, prepared)) {
      if (seen[thing] === 1) continue;
      seen[thing] = 1;
      hits.push({ thing: index.things[thing]!, level, share: 1 });
    }
    for (const at of index.shapes?.search(...prepared.box) ?? []) {
      const thing = index.shapeThing[at]!;
      const found = seen[thing] === 1 ? 0 : shareOf(index.things[thing]!.geometry, area);
      // What a worse level has taken is not counted again; overlapping levels are taken as nested.
      const added = found - (sofar.get(thing) ?? 0);
      if (added <= 0) continue;
      sofar.set(thing, found);
      if (found >= 1) seen[thing] = 1;
      hits.push({ thing: index.things[thing]!, level, share: added });
    }
  }
  return hits;
}

/** Numbers of point things in the area. */
function pointsIn<T extends Exposed>({ points, pointThing, pointLon, pointLat }: ExposureIndex<T>, prepared: PreparedArea): number[] {
  if (points === null) return [];
  const found: number[] = [];
  // Collected in the test itself: the tree's own list would be walked a second time.
  points.search(...prepared.box, (i) => {
    if (prepared.has(pointLon[i]!, pointLat[i]!)) found.push(pointThing[i]!);
    return false;
  });
  return found;
}

function shareOf(geometry: GeoJSON.Geometry, area: AreaGeometry): number {
  if (!meetsArea(geometry, area)) return 0;
  // A line or a set of points that is touched counts whole: half a bridge is no bridge.
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? shareInside(geometry, area) : 1;
}

/** Sum of what the hit things hold, by level, kind and name of the count; partial areas by their share. */
export interface ExposureSum {
  readonly level: number;
  readonly kind: string;
  readonly things: number;
  readonly counts: Record<string, number>;
  /** True where an area's count was divided by its share: people do not live evenly spread. */
  readonly isEstimate: boolean;
}

export function sumExposed(hits: readonly Hit<Exposed>[]): ExposureSum[] {
  // By level and kind; written for tens of thousands of hits, so no keys are built and no lists of entries.
  const sums: Map<string, { -readonly [K in keyof ExposureSum]: ExposureSum[K] }>[] = [];
  for (const { thing, level, share } of hits) {
    const ofLevel = (sums[level] ??= new Map());
    let sum = ofLevel.get(thing.kind);
    if (sum === undefined) ofLevel.set(thing.kind, (sum = { level, kind: thing.kind, things: 0, counts: {}, isEstimate: false }));
    sum.things += 1;
    if (share < 1) sum.isEstimate = true;
    const { counts } = sum;
    for (const name in thing.counts) counts[name] = (counts[name] ?? 0) + thing.counts[name]! * share;
  }
  return sums.flatMap((ofLevel) => [...ofLevel.values()].toSorted((a, b) => a.kind.localeCompare(b.kind)));
}
