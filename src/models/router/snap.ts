import type { LonLat } from '#geo/position.ts';
import type { EdgeCosts } from './costs.ts';
import type { RoadGraph } from './roadGraph.ts';
import type { Seed } from './search.ts';

// From a place on the map to the nearest road a vehicle may use, and what that means for a search: which junctions one reaches
// from there and how soon, or from which junctions one gets there.

export interface Snap {
  readonly place: LonLat;
  readonly piece: number;
  /** Share of the piece from its first junction, 0…1. */
  readonly share: number;
  readonly position: LonLat;
  /** From the place to the road, as the crow flies. */
  readonly distanceM: number;
}

/** The nearest usable road within `mostM` metres; null when there is none. `fits` narrows it down to some pieces. */
export function snapTo(
  graph: RoadGraph,
  costs: EdgeCosts,
  place: LonLat,
  mostM: number,
  fits: (piece: number) => boolean = () => true,
): Snap | null {
  if (graph.index === null) return null;
  const [x, y] = [place[0] * graph.plane.perLon, place[1] * graph.plane.perLat];
  const isUsable = (piece: number): boolean => isOpen(graph, costs, piece) && fits(piece);
  let best: Snap | null = null;
  // By nearness of boxes; a box farther than the best road so far ends it. Doubled until that is certain.
  for (let count = 8; ; count *= 4) {
    const near = graph.index.neighbors(x, y, count, mostM, isUsable);
    let certain = near.length < count;
    for (const piece of near) {
      const found = nearestOnPiece(graph, piece, place, x, y);
      if (best === null || found.distanceM < best.distanceM) best = found;
    }
    const last = near.at(-1);
    if (best !== null && last !== undefined && boxDistance(graph, last, x, y) >= best.distanceM) certain = true;
    if (certain) return best !== null && best.distanceM <= mostM ? best : null;
  }
}

export function isOpen(graph: RoadGraph, { seconds }: EdgeCosts, piece: number): boolean {
  for (let i = graph.firstPieceEdge[piece]!; i < graph.firstPieceEdge[piece + 1]!; i += 1)
    if (seconds[graph.pieceEdge[i]!]! < Infinity) return true;
  return false;
}

function boxDistance(graph: RoadGraph, piece: number, x: number, y: number): number {
  const { shapeStart, shapeLon, shapeLat } = graph.pieces;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = shapeStart[piece]!; i < shapeStart[piece + 1]!; i += 1) {
    const [px, py] = [shapeLon[i]! * graph.plane.perLon, shapeLat[i]! * graph.plane.perLat];
    [west, south, east, north] = [Math.min(west, px), Math.min(south, py), Math.max(east, px), Math.max(north, py)];
  }
  return Math.hypot(Math.max(0, west - x, x - east), Math.max(0, south - y, y - north));
}

function nearestOnPiece(graph: RoadGraph, piece: number, place: LonLat, x: number, y: number): Snap {
  const { shapeStart, shapeLon, shapeLat } = graph.pieces;
  const { perLon, perLat } = graph.plane;
  let [best, bestX, bestY, bestAlong, along] = [Infinity, 0, 0, 0, 0];
  for (let i = shapeStart[piece]! + 1; i < shapeStart[piece + 1]!; i += 1) {
    const [ax, ay] = [shapeLon[i - 1]! * perLon, shapeLat[i - 1]! * perLat];
    const [dx, dy] = [shapeLon[i]! * perLon - ax, shapeLat[i]! * perLat - ay];
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
    const distance = Math.hypot(x - ax - t * dx, y - ay - t * dy);
    const length = Math.sqrt(squared);
    if (distance < best) [best, bestX, bestY, bestAlong] = [distance, ax + t * dx, ay + t * dy, along + t * length];
    along += length;
  }
  return { place, piece, share: along === 0 ? 0 : bestAlong / along, position: [bestX / perLon, bestY / perLat], distanceM: best };
}

/** Junctions one reaches from a place on a road, by each of its open directions. */
export function seedsFrom(graph: RoadGraph, { seconds }: EdgeCosts, { piece, share }: Snap): Seed[] {
  return seeds(graph, seconds, piece, (edge) => ({ node: graph.head[edge]!, seconds: seconds[edge]! * restOf(graph, edge, share) }));
}

/** Junctions from which one gets to a place on a road, with what remains from there. */
export function seedsTo(graph: RoadGraph, { seconds }: EdgeCosts, { piece, share }: Snap): Seed[] {
  return seeds(graph, seconds, piece, (edge) => ({ node: graph.tail[edge]!, seconds: seconds[edge]! * (1 - restOf(graph, edge, share)) }));
}

/** Share of an edge that lies ahead of somebody at `share` of its piece. */
const restOf = (graph: RoadGraph, edge: number, share: number): number => (graph.forward[edge] === 1 ? 1 - share : share);

function seeds(graph: RoadGraph, seconds: Float64Array, piece: number, of: (edge: number) => Seed): Seed[] {
  const found: Seed[] = [];
  for (let i = graph.firstPieceEdge[piece]!; i < graph.firstPieceEdge[piece + 1]!; i += 1) {
    const edge = graph.pieceEdge[i]!;
    if (seconds[edge]! < Infinity) found.push(of(edge));
  }
  return found;
}

/** Seconds between two places on the same piece without leaving it; Infinity when that is not possible. */
export function alongPiece(graph: RoadGraph, { seconds }: EdgeCosts, from: Snap, to: Snap): number {
  if (from.piece !== to.piece) return Infinity;
  const forward = to.share >= from.share;
  let least = from.share === to.share ? 0 : Infinity;
  for (let i = graph.firstPieceEdge[from.piece]!; i < graph.firstPieceEdge[from.piece + 1]!; i += 1) {
    const edge = graph.pieceEdge[i]!;
    if ((graph.forward[edge] === 1) === forward) least = Math.min(least, seconds[edge]! * Math.abs(to.share - from.share));
  }
  return least;
}
