import type { LonLat } from '#geo/position.ts';
import { everywhere, snap, type Traveller } from './router.ts';
import { alongPiece, seedsFrom, seedsTo, type Snap } from './snap.ts';

// Times between many places: a table for allocation and dispatch, and the arrival of everybody at one place.

/** Seconds from each origin to each target, row by row; Infinity where there is no way. */
export interface TravelTable {
  readonly seconds: Float64Array[];
  /** Places that lie on no usable road: index in `origins` or `targets`. */
  readonly offRoad: { readonly origins: number[]; readonly targets: number[] };
}

export function travelTable(traveller: Traveller, origins: readonly LonLat[], targets: readonly LonLat[]): TravelTable {
  const from = origins.map((place) => snap(traveller, place));
  const to = targets.map((place) => snap(traveller, place));
  // One search for each row, or for each column against the traffic when there are fewer.
  const turned = to.length < from.length;
  const seconds = turned
    ? transposed(
        to.map((each) => row(traveller, each, from, true)),
        from.length,
      )
    : from.map((each) => row(traveller, each, to, false));
  const missing = (snaps: readonly (Snap | null)[]): number[] => snaps.flatMap((each, i) => (each === null ? [i] : []));
  return { seconds, offRoad: { origins: missing(from), targets: missing(to) } };
}

function transposed(columns: readonly Float64Array[], rows: number): Float64Array[] {
  return Array.from({ length: rows }, (_, i) => Float64Array.from(columns, (column) => column[i]!));
}

function row(traveller: Traveller, one: Snap | null, many: readonly (Snap | null)[], against: boolean): Float64Array {
  if (one === null) return new Float64Array(many.length).fill(Infinity);
  const { graph, costs } = traveller;
  const times = everywhere(traveller, against ? seedsTo(graph, costs, one) : seedsFrom(graph, costs, one), against);
  return Float64Array.from(many, (other) => {
    if (other === null) return Infinity;
    let least = against ? alongPiece(graph, costs, other, one) : alongPiece(graph, costs, one, other);
    for (const seed of against ? seedsFrom(graph, costs, other) : seedsTo(graph, costs, other))
      least = Math.min(least, times[seed.node]! + seed.seconds);
    return least;
  });
}

/** Somebody or something on its way: a team, a store. */
export interface Arrival<T> {
  readonly thing: T;
  /** On the road; null when there is no way. */
  readonly seconds: number | null;
  /** From its place to the nearest usable road, metres; null when none is near. */
  readonly toRoadM: number | null;
  /** Why it cannot come; null when it can. */
  readonly reason: 'noRoad' | 'noWay' | null;
}

/** When each thing can be at a place, the first to arrive first; those that cannot come stand at the end with the reason. */
export function arrivals<T>(traveller: Traveller, place: LonLat, things: readonly T[], placeOf: (thing: T) => LonLat): Arrival<T>[] {
  const there = snap(traveller, place);
  const snaps = things.map((thing) => snap(traveller, placeOf(thing)));
  const times = row(traveller, there, snaps, true);
  return things
    .map((thing, i): Arrival<T> => {
      const from = snaps[i]!;
      const seconds = times[i]!;
      if (from === null || there === null) return { thing, seconds: null, toRoadM: from?.distanceM ?? null, reason: 'noRoad' };
      return seconds < Infinity
        ? { thing, seconds, toRoadM: from.distanceM, reason: null }
        : { thing, seconds: null, toRoadM: from.distanceM, reason: 'noWay' };
    })
    .toSorted((a, b) => (a.seconds ?? Infinity) - (b.seconds ?? Infinity) || 0);
}
