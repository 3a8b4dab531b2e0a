import { bboxOfPositions, boxesOverlap } from '#geo/bounds.ts';
import { linesMeet } from '#geo/crossing.ts';
import type { Bbox } from '#geo/position.ts';
import type { Random } from '#geo/random.ts';
import { curveThrough } from './curve.ts';
import { between, gap, lineLength, partOfLine, type Place } from './plane.ts';

// Which places to join by a road. Candidates are the edges of the Gabriel graph (no third place in the circle over the edge,
// here drawn a little smaller); a spanning forest joins everything, further edges spare long detours.

export interface Link {
  from: Place;
  to: Place;
  line: Place[];
}

export interface LinkRules {
  random: Random;
  /** Lines that no road may touch, such as the outline of the county. */
  barriers: readonly Place[][];
  /** Longest link in metres. */
  reach: number;
  /** How many times longer than the straight way a detour must be before a second link is built. */
  detour: number;
  cost: (from: Place, to: Place) => number;
}

export function linkPlaces(
  nodes: readonly Place[],
  places: readonly Place[],
  lines: readonly Place[][],
  { random, barriers, reach, detour, cost }: LinkRules,
): Link[] {
  const added = places.filter((place) => !nodes.includes(place));
  const all = [...nodes, ...added];
  const drawn = [...lines, ...barriers].map(boxed);
  const graph = new Map<number, Map<number, number>>(all.map((_, i) => [i, new Map()]));
  const join = (i: number, j: number, length: number): void => {
    graph.get(i)!.set(j, length);
    graph.get(j)!.set(i, length);
  };
  for (const line of lines) {
    const [from, to] = [all.indexOf(line[0]!), all.indexOf(line.at(-1)!)];
    if (from >= 0 && to >= 0) join(from, to, lineLength(line));
  }

  const links: Link[] = [];
  const wanted = new Set(places);
  const group = all.map((_, i) => (i < nodes.length ? 0 : i));
  const groupOf = (i: number): number => (group[i] === i ? i : (group[i] = groupOf(group[i]!)));
  const candidates = gabrielEdges(all, reach)
    .filter(([i, j]) => wanted.has(all[i]!) || wanted.has(all[j]!))
    .map(([i, j]) => ({ i, j, cost: cost(all[i]!, all[j]!) }))
    .toSorted((a, b) => a.cost - b.cost);
  const build = (i: number, j: number): boolean => {
    const line = drawLink(all[i]!, all[j]!, drawn, random);
    if (!line) return false;
    drawn.push(boxed(line));
    join(i, j, lineLength(line));
    links.push({ from: all[i]!, to: all[j]!, line });
    return true;
  };
  /** True when a road from i already leaves in nearly the same direction. */
  const isNarrow = (i: number, j: number): boolean =>
    [...graph.get(i)!.keys()].some((k) => {
      const [u, v] = [direction(all[i]!, all[j]!), direction(all[i]!, all[k]!)];
      return Math.cos(u - v) > 0.72;
    });
  const connect = ({ i, j }: { i: number; j: number }): boolean => {
    if (groupOf(i) === groupOf(j)) return false;
    if (build(i, j)) group[groupOf(Math.max(i, j))] = groupOf(Math.min(i, j));
    return true;
  };
  const rest = candidates.filter((candidate) => !connect(candidate));
  // A place behind a bay of the outline may have no free Gabriel edge: try whatever else is in reach, nearest first.
  const strays = all.map((_, i) => i).filter((i) => groupOf(i) !== 0);
  strays
    .flatMap((i) => all.map((_, j) => ({ i, j, length: gap(all[i]!, all[j]!) })))
    .filter(({ i, j, length }) => i !== j && length < 2 * reach)
    .toSorted((a, b) => a.length - b.length)
    .forEach(connect);
  for (const { i, j, cost: price } of rest) {
    const straight = gap(all[i]!, all[j]!);
    if (isNarrow(i, j) || isNarrow(j, i)) continue;
    const limit = straight * detour * (price > straight * 1.5 ? 2.2 : 1);
    if (wayLength(graph, i, j, limit) > limit) build(i, j);
  }
  return links;
}

/** Pairs without a third place in (four fifths of) the circle over them; reach bounds their length. */
function gabrielEdges(all: readonly Place[], reach: number): [number, number][] {
  const byX = all.map((_, i) => i).toSorted((a, b) => all[a]![0] - all[b]![0]);
  const edges: [number, number][] = [];
  for (const [n, i] of byX.entries()) {
    const near: number[] = [];
    for (let m = n + 1; m < byX.length && all[byX[m]!]![0] - all[i]![0] <= reach; m += 1) near.push(byX[m]!);
    for (let m = n - 1; m >= 0 && all[i]![0] - all[byX[m]!]![0] <= reach; m -= 1) near.push(byX[m]!);
    for (const j of near) {
      if (i >= j || gap(all[i]!, all[j]!) > reach) continue;
      const [middle, radius] = [between(all[i]!, all[j]!, 0.5), gap(all[i]!, all[j]!) / 2];
      if (near.every((k) => k === j || gap(all[k]!, middle) >= radius * 0.8)) edges.push([i, j]);
    }
  }
  return edges;
}

/** A gently bent road that touches no other but at its ends; straight when there is no room, null when even that touches. */
function drawLink(from: Place, to: Place, others: readonly Boxed[], random: Random): Place[] | null {
  const length = gap(from, to);
  const knots = Math.max(1, Math.round(length / 900));
  const shifts = Array.from({ length: knots }, () => random.between(-1, 1) * Math.min(170, length * 0.07));
  for (const strength of [1, 0.5, 0]) {
    const inner = shifts.map((shift, k): Place => {
      const [x, y] = between(from, to, (k + 1) / (knots + 1));
      return [x - ((to[1] - from[1]) / length) * shift * strength, y + ((to[0] - from[0]) / length) * shift * strength];
    });
    const line = curveThrough([from, ...inner, to], strength === 0 ? length : 150);
    const total = lineLength(line);
    const trim = Math.min(40, total / 8);
    const { line: middle, box } = boxed(partOfLine(line, trim, total - trim));
    if (!others.some((other) => boxesOverlap(box, other.box) && linesMeet(middle, other.line))) return line;
  }
  return null;
}

const direction = (from: Place, to: Place): number => Math.atan2(to[1] - from[1], to[0] - from[0]);

interface Boxed {
  line: readonly Place[];
  box: Bbox;
}

const boxed = (line: readonly Place[]): Boxed => ({ line, box: bboxOfPositions(line)! });

/** Length of the shortest way from i to j, or Infinity once it is longer than `limit`. */
function wayLength(graph: ReadonlyMap<number, ReadonlyMap<number, number>>, i: number, j: number, limit: number): number {
  const known = new Map([[i, 0]]);
  const done = new Set<number>();
  for (;;) {
    let [here, way] = [-1, limit];
    for (const [node, length] of known) if (!done.has(node) && length <= way) [here, way] = [node, length];
    if (here < 0) return Infinity;
    if (here === j) return way;
    done.add(here);
    for (const [next, length] of graph.get(here)!) {
      if (way + length < (known.get(next) ?? Infinity)) known.set(next, way + length);
    }
  }
}
