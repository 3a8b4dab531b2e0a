import { clipLine } from '#geo/crossing.ts';
import type { LonLat } from '#geo/position.ts';
import type { DemoTerrain } from '../../demo.ts';
import { soften } from './curve.ts';

// Contour lines by marching squares over the centres of the terrain's cells.

export interface Contour {
  heightM: number;
  line: LonLat[];
}

/** Contours at every multiple of the interval (metres), inside the area only. */
export function drawContours(terrain: DemoTerrain, intervalM: number, area: GeoJSON.Polygon): Contour[] {
  const contours: Contour[] = [];
  const highest = terrain.values.reduce((a, b) => Math.max(a, b)) / 10;
  const lowest = terrain.values.reduce((a, b) => Math.min(a, b)) / 10;
  for (let heightM = Math.ceil(lowest / intervalM) * intervalM; heightM <= highest; heightM += intervalM) {
    for (const line of join(segmentsAt(terrain, heightM * 10 + 0.5))) {
      if (line.length < 6) continue;
      for (const part of clipLine(soften(line), area)) {
        if (part.length > 4) contours.push({ heightM, line: part.map(([x, y]) => [round(x), round(y)]) });
      }
    }
  }
  return contours;
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** A crossing of a contour with the edge between two cell centres, named by that edge so that neighbours agree. */
interface Crossing {
  edge: string;
  at: LonLat;
}

/** Edges of a square in order north, east, south, west; which pairs to join for each of the sixteen cases. */
const cases: [number, number][][] = [
  [],
  [[3, 2]],
  [[2, 1]],
  [[3, 1]],
  [[1, 0]],
  [
    [3, 0],
    [2, 1],
  ],
  [[2, 0]],
  [[3, 0]],
  [[0, 3]],
  [[0, 2]],
  [
    [0, 1],
    [2, 3],
  ],
  [[0, 1]],
  [[1, 3]],
  [[1, 2]],
  [[2, 3]],
  [],
];

function segmentsAt(terrain: DemoTerrain, level: number): [Crossing, Crossing][] {
  const { cols, rows, cellDeg, bbox, values } = terrain;
  const value = (row: number, col: number): number => values[row * cols + col]!;
  const crossing = (row: number, col: number, toRow: number, toCol: number): Crossing => {
    const [a, b] = [value(row, col), value(toRow, toCol)];
    const share = (level - a) / (b - a);
    const [x, y] = [col + (toCol - col) * share + 0.5, row + (toRow - row) * share + 0.5];
    return { edge: `${row},${col},${toRow},${toCol}`, at: [bbox[0] + x * cellDeg, bbox[3] - y * cellDeg] };
  };
  const segments: [Crossing, Crossing][] = [];
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let col = 0; col + 1 < cols; col += 1) {
      const [southWest, southEast] = [value(row + 1, col), value(row + 1, col + 1)];
      const [northEast, northWest] = [value(row, col + 1), value(row, col)];
      const kind = +(southWest > level) + 2 * +(southEast > level) + 4 * +(northEast > level) + 8 * +(northWest > level);
      for (const pair of cases[kind]!) {
        const [from, to] = pair.map((side) => {
          if (side === 0) return crossing(row, col, row, col + 1);
          if (side === 1) return crossing(row, col + 1, row + 1, col + 1);
          return side === 2 ? crossing(row + 1, col, row + 1, col + 1) : crossing(row, col, row + 1, col);
        });
        segments.push([from!, to!]);
      }
    }
  }
  return segments;
}

/** Joins segments that share a crossing into lines; a closed contour ends where it began. */
function join(segments: readonly [Crossing, Crossing][]): LonLat[][] {
  const at = new Map<string, number[]>();
  for (const [i, pair] of segments.entries()) {
    for (const { edge } of pair) at.set(edge, [...(at.get(edge) ?? []), i]);
  }
  const used = new Set<number>();
  const follow = (start: Crossing): LonLat[] => {
    const line: LonLat[] = [];
    for (let here: Crossing | undefined = start; here;) {
      const index: number | undefined = at.get(here.edge)!.find((i) => !used.has(i));
      if (index === undefined) break;
      used.add(index);
      const pair: [Crossing, Crossing] = segments[index]!;
      here = pair[0].edge === here.edge ? pair[1] : pair[0];
      line.push(here.at);
    }
    return line;
  };
  const lines: LonLat[][] = [];
  for (const [i, [from]] of segments.entries()) {
    if (used.has(i)) continue;
    const ahead = follow(from);
    const behind = follow(from);
    lines.push([...behind.toReversed(), from.at, ...ahead]);
  }
  return lines;
}
