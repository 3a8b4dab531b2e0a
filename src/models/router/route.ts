import { shapeOf } from './closures.ts';
import type { RoadGraph } from './roadGraph.ts';
import { quickest, snap, type Traveller } from './router.ts';
import { edgesTo } from './search.ts';
import { alongPiece, seedsFrom, seedsTo, type Snap } from './snap.ts';
import type { LonLat } from '#geo/position.ts';

// From place to place: the way, its line on the map and how long it takes; or why there is none.

/** Part of a piece that is driven, from share to share of the piece. */
export interface Leg {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly metres: number;
}

export interface Route {
  readonly ok: true;
  readonly seconds: number;
  readonly metres: number;
  readonly line: GeoJSON.LineString;
  readonly legs: readonly Leg[];
  readonly from: Snap;
  readonly to: Snap;
  /** The nearest road belonged to a part that does not connect; the nearest of the main network was taken. */
  readonly movedToMain: boolean;
}

/**
 * `noRoad`: no usable road near that end. `closed`: there is a way, but all of them are closed now. `limits`: signs of height,
 * weight or width keep the vehicle out. `parts`: the roads do not connect. `oneWay`: they connect only against the traffic.
 */
export type NoRouteReason = 'noRoadAtStart' | 'noRoadAtEnd' | 'closed' | 'limits' | 'parts' | 'oneWay';

export interface NoRoute {
  readonly ok: false;
  readonly reason: NoRouteReason;
}

export function findRoute(traveller: Traveller, from: LonLat, to: LonLat): Route | NoRoute {
  const start = snap(traveller, from);
  if (start === null)
    return { ok: false, reason: traveller.closed !== null && snap(unclosed(traveller), from) ? 'closed' : 'noRoadAtStart' };
  const end = snap(traveller, to);
  if (end === null) return { ok: false, reason: traveller.closed !== null && snap(unclosed(traveller), to) ? 'closed' : 'noRoadAtEnd' };
  const direct = routeBetween(traveller, start, end);
  if (direct !== null) return direct;
  const onMain = [snap(traveller, from, 0), snap(traveller, to, 0)] as const;
  if (onMain[0] && onMain[1] && partOf(traveller.graph, start) !== partOf(traveller.graph, end)) {
    const moved = routeBetween(traveller, onMain[0], onMain[1]);
    if (moved !== null) return { ...moved, movedToMain: true };
  }
  return { ok: false, reason: reasonOf(traveller, start, end) };
}

const unclosed = (traveller: Traveller): Traveller => ({ ...traveller, costs: traveller.base, closed: null });

const partOf = (graph: RoadGraph, { piece }: Snap): number => graph.components.of[graph.pieces.from[piece]!]!;

function reasonOf(traveller: Traveller, start: Snap, end: Snap): NoRouteReason {
  const { graph, vehicle } = traveller;
  if (partOf(graph, start) !== partOf(graph, end)) return 'parts';
  const reaches = (cost: Float64Array): boolean => {
    const costs = { ...traveller.base, seconds: cost };
    return (
      quickest(
        { ...traveller, landmarks: () => null, base: { ...traveller.base, leastPace: 0 } },
        seedsFrom(graph, costs, start),
        seedsTo(graph, costs, end),
        cost,
      ).seconds < Infinity
    );
  };
  if (traveller.closed !== null && reaches(traveller.base.seconds)) return 'closed';
  // As if every sign were gone but the direction of traffic stayed.
  const anyWay = graph.head.length;
  const ignoringLimits = Float64Array.from({ length: anyWay }, (_, edge) => {
    const way = graph.ways[graph.pieces.way[graph.piece[edge]!]!]!;
    const against = graph.forward[edge] === 1 ? way.direction === 'backward' : way.direction === 'forward';
    return against && !vehicle.onFoot ? Infinity : 1;
  });
  return reaches(ignoringLimits) ? 'limits' : 'oneWay';
}

/** The quickest route between two places on roads; null when there is none. `cost` may differ from what is reported. */
export function routeBetween(traveller: Traveller, start: Snap, end: Snap, cost?: Float64Array): Route | null {
  const { graph, costs } = traveller;
  const searched = cost ? { ...costs, seconds: cost } : costs;
  const along = alongPiece(graph, searched, start, end);
  const found = quickest(traveller, seedsFrom(graph, searched, start), seedsTo(graph, searched, end), searched.seconds);
  if (Math.min(along, found.seconds) === Infinity) return null;
  const legs =
    along <= found.seconds
      ? [legOn(traveller, start.piece, start.share, end.share)]
      : legsThrough(traveller, start, end, found.node, searched.seconds);
  return {
    ok: true,
    seconds: sum(legs.map(({ seconds }) => seconds)),
    metres: sum(legs.map(({ metres }) => metres)),
    line: { type: 'LineString', coordinates: lineOf(graph, legs, start, end) },
    legs,
    from: start,
    to: end,
    movedToMain: false,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function legsThrough(traveller: Traveller, start: Snap, end: Snap, node: number, cost: Float64Array): Leg[] {
  const { graph, space } = traveller;
  const edges = edgesTo(graph, node, space);
  const first = edges.length > 0 ? graph.tail[edges[0]!]! : node;
  const seedOf = (wanted: (edge: number) => boolean, piece: number, rest: (edge: number) => number): number => {
    let [best, least] = [-1, Infinity];
    for (let i = graph.firstPieceEdge[piece]!; i < graph.firstPieceEdge[piece + 1]!; i += 1) {
      const edge = graph.pieceEdge[i]!;
      const seconds = cost[edge]! * rest(edge);
      if (wanted(edge) && seconds < least) [best, least] = [edge, seconds];
    }
    return best;
  };
  const ahead = (edge: number, share: number): number => (graph.forward[edge] === 1 ? 1 - share : share);
  const out = seedOf(
    (edge) => graph.head[edge] === first,
    start.piece,
    (edge) => ahead(edge, start.share),
  );
  const into = seedOf(
    (edge) => graph.tail[edge] === node,
    end.piece,
    (edge) => 1 - ahead(edge, end.share),
  );
  return [
    legOn(traveller, start.piece, start.share, graph.forward[out] === 1 ? 1 : 0),
    ...edges.map((edge) => legOn(traveller, graph.piece[edge]!, graph.forward[edge] === 1 ? 0 : 1, graph.forward[edge] === 1 ? 1 : 0)),
    legOn(traveller, end.piece, graph.forward[into] === 1 ? 0 : 1, end.share),
  ].filter(({ from, to }, i, all) => from !== to || all.length === 1);
}

/** Time on a stretch by the vehicle's true costs. */
function legOn({ graph, costs }: Traveller, piece: number, from: number, to: number): Leg {
  const share = Math.abs(to - from);
  let seconds = share === 0 ? 0 : Infinity;
  for (let i = graph.firstPieceEdge[piece]!; i < graph.firstPieceEdge[piece + 1]!; i += 1) {
    const edge = graph.pieceEdge[i]!;
    if ((graph.forward[edge] === 1) === to >= from) seconds = Math.min(seconds, costs.seconds[edge]! * share);
  }
  return { piece, from, to, seconds, metres: graph.pieces.metres[piece]! * share };
}

function lineOf(graph: RoadGraph, legs: readonly Leg[], start: Snap, end: Snap): LonLat[] {
  const line: LonLat[] = [start.position];
  for (const { piece, from, to } of legs) {
    const shape = shapeOf(graph, piece);
    const shares = sharesOf(graph, shape);
    const between = shape.filter((_, i) => shares[i]! >= Math.min(from, to) && shares[i]! <= Math.max(from, to));
    line.push(...(to >= from ? between : between.reverse()));
  }
  line.push(end.position);
  const kept = line.filter(([lon, lat], i) => i === 0 || lon !== line[i - 1]![0] || lat !== line[i - 1]![1]);
  return kept.length > 1 ? kept : [start.position, end.position];
}

/** Share of the length of a shape at each of its positions, on the plane. */
function sharesOf({ plane }: RoadGraph, shape: readonly LonLat[]): number[] {
  const along = [0];
  for (let i = 1; i < shape.length; i += 1) {
    const [a, b] = [shape[i - 1]!, shape[i]!];
    along.push(along[i - 1]! + Math.hypot((b[0] - a[0]) * plane.perLon, (b[1] - a[1]) * plane.perLat));
  }
  const whole = along.at(-1)!;
  return along.map((value, i) => (whole === 0 ? i / Math.max(1, along.length - 1) : value / whole));
}
