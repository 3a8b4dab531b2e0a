import { lineMeetsArea } from '#geo/crossing.ts';
import { bboxOf } from '#geo/bounds.ts';
import { polygonsOf, type AreaGeometry, type LonLat } from '#geo/position.ts';
import type { RoadGraph } from './roadGraph.ts';

// What is closed just now: areas (flood water, a toxic cloud, a cordon) and single roads. The result is a mark on each piece.

export interface Closures {
  readonly areas?: readonly AreaGeometry[];
  /** Ids of ways that are closed over their whole length. */
  readonly ways?: readonly string[];
  /** Pieces by number, as a route names them. */
  readonly pieces?: readonly number[];
}

/** 1 for each piece that is closed; null when nothing is. A piece that touches a closed area is closed. */
export function closedPieces(graph: RoadGraph, { areas = [], ways = [], pieces = [] }: Closures): Uint8Array | null {
  if (areas.length + ways.length + pieces.length === 0) return null;
  const closed = new Uint8Array(graph.pieces.count);
  for (const area of areas) closeArea(graph, area, closed);
  if (ways.length > 0) {
    const names = new Set(ways);
    const shut = graph.ways.map(({ id }) => names.has(id));
    for (let piece = 0; piece < closed.length; piece += 1) if (shut[graph.pieces.way[piece]!]) closed[piece] = 1;
  }
  for (const piece of pieces) if (piece >= 0 && piece < closed.length) closed[piece] = 1;
  return closed;
}

function closeArea(graph: RoadGraph, area: AreaGeometry, closed: Uint8Array): void {
  const { perLon, perLat } = graph.plane;
  // Polygon by polygon: a flood of many puddles has a box as large as the county.
  for (const rings of polygonsOf(area)) {
    const part: GeoJSON.Polygon = { type: 'Polygon', coordinates: rings };
    const box = bboxOf(part);
    if (box === null || graph.index === null) continue;
    const found = graph.index.search(box[0] * perLon, box[1] * perLat, box[2] * perLon, box[3] * perLat);
    for (const piece of found) if (closed[piece] === 0 && lineMeetsArea(shapeOf(graph, piece), part)) closed[piece] = 1;
  }
}

/** Positions of a piece in its drawing direction. */
export function shapeOf({ pieces }: RoadGraph, piece: number): LonLat[] {
  const shape: LonLat[] = [];
  for (let i = pieces.shapeStart[piece]!; i < pieces.shapeStart[piece + 1]!; i += 1) shape.push([pieces.shapeLon[i]!, pieces.shapeLat[i]!]);
  return shape;
}
