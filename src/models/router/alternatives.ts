import type { LonLat } from '#geo/position.ts';
import { findRoute, type NoRoute, type Route, routeBetween } from './route.ts';
import type { Traveller } from './router.ts';

// Other ways that are worth driving: roads of the ways found so far are made dearer and the search repeated (penalty method;
// Y. Chen, M. G. H. Bell, K. Bogenberger, "Reliable pretrip multipath planning", 2007). What comes out is offered only when it
// differs enough and is not much slower. Heuristic: that none is offered does not prove that there is none.

export interface AlternativeRules {
  /** At most this many besides the best. */
  readonly most?: number;
  /** Slower by at most this factor. */
  readonly slower?: number;
  /** At most this share of its length on roads of routes already offered. */
  readonly shared?: number;
}

const penalty = 1.5;

/** The best route first, then alternatives, quickest first. */
export function findRoutes(
  traveller: Traveller,
  from: LonLat,
  to: LonLat,
  { most = 2, slower = 1.5, shared = 0.7 }: AlternativeRules = {},
): Route[] | NoRoute {
  const best = findRoute(traveller, from, to);
  if (!best.ok) return best;
  const { graph, costs } = traveller;
  const offered: Route[] = [best];
  const dearer = costs.seconds.slice();
  let last = best;
  for (let attempt = 0; attempt < most * 4 && offered.length <= most; attempt += 1) {
    for (const { piece } of last.legs) {
      for (let i = graph.firstPieceEdge[piece]!; i < graph.firstPieceEdge[piece + 1]!; i += 1) dearer[graph.pieceEdge[i]!]! *= penalty;
    }
    const next = routeBetween(traveller, best.from, best.to, dearer);
    if (next === null) break;
    last = next;
    if (next.seconds <= best.seconds * slower && offered.every((route) => sharedLength(next, route) <= shared)) offered.push(next);
  }
  return [best, ...offered.slice(1).toSorted((a, b) => a.seconds - b.seconds)];
}

/** Share of a route's length that runs on roads of another. */
export function sharedLength(route: Route, other: Route): number {
  const pieces = new Set(other.legs.map(({ piece }) => piece));
  const metres = route.legs.reduce((sum, leg) => sum + (pieces.has(leg.piece) ? leg.metres : 0), 0);
  return route.metres === 0 ? 1 : metres / route.metres;
}
