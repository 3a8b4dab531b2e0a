import { distanceM } from '#geo/distance.ts';
import { earthRadiusM, radians } from '#geo/position.ts';
import type { RoadSource } from './roadSource.ts';

// Ways are cut where they meet: a piece is the stretch of one way between two junctions, with its shape. Junctions are numbered
// along a space-filling curve, so that neighbours on the map are neighbours in memory; that alone makes searches faster.

export interface Pieces {
  readonly count: number;
  /** Junctions at both ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly metres: Float64Array;
  /** Index into the ways of the source. */
  readonly way: Int32Array;
  /** Shape of piece p: positions shapeStart[p] … shapeStart[p + 1] − 1, both junctions included. */
  readonly shapeStart: Int32Array;
  readonly shapeLon: Float64Array;
  readonly shapeLat: Float64Array;
}

export interface Junctions {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Junction of each node of the source, −1 for nodes inside a piece or on no way. */
  readonly ofNode: Int32Array;
}

export function cutIntoPieces(source: RoadSource): { pieces: Pieces; junctions: Junctions } {
  const ofNode = junctionsOf(source);
  const order = curveOrder(source, ofNode);
  for (const [junction, node] of order.entries()) ofNode[node] = junction;
  const junctions = {
    count: order.length,
    lon: Float64Array.from(order, (node) => source.lon[node]!),
    lat: Float64Array.from(order, (node) => source.lat[node]!),
    ofNode,
  };
  return { pieces: piecesOf(source, ofNode), junctions };
}

/** Marks nodes where ways end, meet or cross themselves, where a turn is ruled or a barrier stands: 0 there, −1 elsewhere. */
function junctionsOf({ lon, ways, turns, barred }: RoadSource): Int32Array {
  const uses = new Uint8Array(lon.length);
  for (const { nodes } of ways) {
    for (const [i, node] of nodes.entries()) {
      const weight = i === 0 || i === nodes.length - 1 ? 2 : 1;
      uses[node] = Math.min(3, uses[node]! + weight);
    }
  }
  for (const { via } of turns) if (uses[via]! > 0) uses[via] = 2;
  for (const node of barred) if (uses[node]! > 0) uses[node] = 2;
  return Int32Array.from(uses, (used) => (used >= 2 ? 0 : -1));
}

/** Nodes of junctions along a Z-curve over the network's box. */
function curveOrder({ lon, lat }: RoadSource, ofNode: Int32Array): number[] {
  const nodes: number[] = [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < ofNode.length; node += 1) {
    if (ofNode[node]! < 0) continue;
    nodes.push(node);
    west = Math.min(west, lon[node]!);
    east = Math.max(east, lon[node]!);
    south = Math.min(south, lat[node]!);
    north = Math.max(north, lat[node]!);
  }
  const side = Math.max(east - west, north - south) || 1;
  const cell = (value: number, least: number): number => Math.min(65_535, Math.floor(((value - least) / side) * 65_536));
  const place = Float64Array.from(lon, (_, node) =>
    ofNode[node]! < 0 ? 0 : spread(cell(lon[node]!, west)) + 2 * spread(cell(lat[node]!, south)),
  );
  return nodes.sort((a, b) => place[a]! - place[b]! || a - b);
}

/** Bits of a 16-bit number, each followed by a zero. */
function spread(value: number): number {
  let x = value;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return ((x | (x << 1)) & 0x55555555) >>> 0;
}

function piecesOf({ lon, lat, ways }: RoadSource, ofNode: Int32Array): Pieces {
  const [from, to, metres, ofWay, shapeLon, shapeLat]: number[][] = [[], [], [], [], [], []];
  const shapeStart = [0];
  for (const [index, { nodes }] of ways.entries()) {
    let start = nodes[0]!;
    let length = 0;
    shapeLon!.push(lon[start]!);
    shapeLat!.push(lat[start]!);
    for (let i = 1; i < nodes.length; i += 1) {
      const [before, node] = [nodes[i - 1]!, nodes[i]!];
      length += distanceM([lon[before]!, lat[before]!], [lon[node]!, lat[node]!]);
      shapeLon!.push(lon[node]!);
      shapeLat!.push(lat[node]!);
      if (ofNode[node]! < 0) continue;
      from!.push(ofNode[start]!);
      to!.push(ofNode[node]!);
      metres!.push(length);
      ofWay!.push(index);
      shapeStart.push(shapeLon!.length);
      start = node;
      length = 0;
      if (i < nodes.length - 1) {
        shapeLon!.push(lon[node]!);
        shapeLat!.push(lat[node]!);
      }
    }
  }
  return {
    count: from!.length,
    from: Int32Array.from(from!),
    to: Int32Array.from(to!),
    metres: Float64Array.from(metres!),
    way: Int32Array.from(ofWay!),
    shapeStart: Int32Array.from(shapeStart),
    shapeLon: Float64Array.from(shapeLon!),
    shapeLat: Float64Array.from(shapeLat!),
  };
}

/** A local plane in metres around a latitude: [metres a degree of longitude, metres a degree of latitude]. */
export function planeAt(latitude: number): { perLon: number; perLat: number } {
  const perLat = radians(1) * earthRadiusM;
  return { perLon: perLat * Math.cos(radians(latitude)), perLat };
}
