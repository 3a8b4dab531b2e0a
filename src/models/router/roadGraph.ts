import Flatbush from 'flatbush';
import { type Pieces, cutIntoPieces, planeAt } from './pieces.ts';
import { componentsOf, type Components } from './components.ts';
import type { RoadSource, RoadWay, SkippedRoads } from './roadSource.ts';
import { applyTurnRules, type RawEdge } from './turnRules.ts';

// The road network as packed arrays (compressed sparse rows): edges sorted by the junction they leave, and a second order by
// the junction they reach for searches against the traffic. Built once; vehicles and closures only change numbers beside it.

export interface RoadGraph {
  /** Junctions and the copies that turn rules made. */
  readonly nodeCount: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The same places on a plane, metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly plane: { readonly perLon: number; readonly perLat: number };
  /** Edges leaving node n: firstOut[n] … firstOut[n + 1] − 1. */
  readonly firstOut: Int32Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly piece: Int32Array;
  /** 1 along the drawing direction of the piece. */
  readonly forward: Uint8Array;
  /** 1 where a barrier for vehicles stands at the start of the edge: it can be driven up to, not past. */
  readonly barred: Uint8Array;
  /** Edges arriving at node n: inEdge[firstIn[n]] … */
  readonly firstIn: Int32Array;
  readonly inEdge: Int32Array;
  readonly pieces: Pieces;
  /** Edges of piece p (both directions, copies included): pieceEdge[firstPieceEdge[p]] … */
  readonly firstPieceEdge: Int32Array;
  readonly pieceEdge: Int32Array;
  readonly ways: readonly RoadWay[];
  /** Boxes of the pieces in metres of the plane; null without pieces. */
  readonly index: Flatbush | null;
  readonly components: Components;
  readonly report: NetworkReport;
}

/** What was built and what could not be, for the person who brought the file. */
export interface NetworkReport {
  readonly ways: number;
  readonly junctions: number;
  readonly pieces: number;
  readonly kilometres: number;
  readonly turnRules: number;
  /** Pieces the network falls into, largest first, as number of junctions. More than one means roads that do not connect. */
  readonly parts: readonly number[];
  readonly skipped: SkippedRoads;
}

export function buildRoadGraph(source: RoadSource): RoadGraph {
  const { pieces, junctions } = cutIntoPieces(source);
  const raw = rawEdges(pieces);
  const { copies, unread } = applyTurnRules(
    raw,
    source.turns,
    pieces,
    junctions,
    source.ways.map(({ id }) => id),
  );
  const nodeCount = junctions.count + copies.length;
  const placed = (of: Float64Array): Float64Array =>
    Float64Array.from({ length: nodeCount }, (_, i) => of[i < junctions.count ? i : copies[i - junctions.count]!]!);
  const [lon, lat] = [placed(junctions.lon), placed(junctions.lat)];
  const plane = planeAt(middle(lat));
  const packed = pack(raw, nodeCount, pieces.count);
  const barriers = barredJunctions(source, junctions.ofNode);
  const components = componentsOf(junctions.count, pieces);
  return {
    nodeCount,
    lon,
    lat,
    x: lon.map((value) => value * plane.perLon),
    y: lat.map((value) => value * plane.perLat),
    plane,
    ...packed,
    barred: Uint8Array.from(packed.tail, (node) => Number(barriers.has(node))),
    pieces,
    ways: source.ways,
    index: indexOf(pieces, plane),
    components,
    report: {
      ways: source.ways.length,
      junctions: junctions.count,
      pieces: pieces.count,
      kilometres: pieces.metres.reduce((sum, metres) => sum + metres, 0) / 1000,
      turnRules: source.turns.length - unread,
      parts: components.sizes,
      skipped: { ...source.skipped, turns: source.skipped.turns + unread },
    },
  };
}

function middle(values: Float64Array): number {
  if (values.length === 0) return 0;
  return (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) / 2;
}

function barredJunctions({ barred }: RoadSource, ofNode: Int32Array): ReadonlySet<number> {
  return new Set(barred.map((node) => ofNode[node] ?? -1).filter((junction) => junction >= 0));
}

/** Both directions of every piece; which of them a vehicle may use is a matter of its costs. */
function rawEdges(pieces: Pieces): RawEdge[] {
  const edges: RawEdge[] = [];
  for (let piece = 0; piece < pieces.count; piece += 1) {
    const [from, to] = [pieces.from[piece]!, pieces.to[piece]!];
    edges.push({ tail: from, head: to, piece, forward: true }, { tail: to, head: from, piece, forward: false });
  }
  return edges;
}

function pack(raw: readonly RawEdge[], nodeCount: number, pieceCount: number) {
  const firstOut = starts(raw, nodeCount, ({ tail }) => tail);
  const fill = firstOut.slice();
  const [tail, head, piece, forward] = [
    new Int32Array(raw.length),
    new Int32Array(raw.length),
    new Int32Array(raw.length),
    new Uint8Array(raw.length),
  ];
  for (const edge of raw) {
    const at = fill[edge.tail]!;
    fill[edge.tail] = at + 1;
    tail[at] = edge.tail;
    head[at] = edge.head;
    piece[at] = edge.piece;
    forward[at] = Number(edge.forward);
  }
  const byHead = grouped(head, nodeCount);
  const byPiece = grouped(piece, pieceCount);
  return {
    firstOut,
    tail,
    head,
    piece,
    forward,
    firstIn: byHead.first,
    inEdge: byHead.edges,
    firstPieceEdge: byPiece.first,
    pieceEdge: byPiece.edges,
  };
}

function starts(raw: readonly RawEdge[], count: number, of: (edge: RawEdge) => number): Int32Array {
  const first = new Int32Array(count + 1);
  for (const edge of raw) first[of(edge) + 1]! += 1;
  for (let i = 0; i < count; i += 1) first[i + 1]! += first[i]!;
  return first;
}

/** Edge numbers grouped by a key of each edge. */
function grouped(keys: Int32Array, count: number): { first: Int32Array; edges: Int32Array } {
  const first = new Int32Array(count + 1);
  for (const key of keys) first[key + 1]! += 1;
  for (let i = 0; i < count; i += 1) first[i + 1]! += first[i]!;
  const fill = first.slice();
  const edges = new Int32Array(keys.length);
  for (let edge = 0; edge < keys.length; edge += 1) {
    const key = keys[edge]!;
    edges[fill[key]!] = edge;
    fill[key]! += 1;
  }
  return { first, edges };
}

function indexOf(pieces: Pieces, plane: { perLon: number; perLat: number }): Flatbush | null {
  if (pieces.count === 0) return null;
  const index = new Flatbush(pieces.count);
  for (let piece = 0; piece < pieces.count; piece += 1) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = pieces.shapeStart[piece]!; i < pieces.shapeStart[piece + 1]!; i += 1) {
      const [x, y] = [pieces.shapeLon[i]! * plane.perLon, pieces.shapeLat[i]! * plane.perLat];
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    index.add(west, south, east, north);
  }
  index.finish();
  return index;
}
