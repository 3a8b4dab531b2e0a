import { addBit, type Bits, countCommon, dropBit, emptyBits, hasBit, isWithin, sizeOf, without } from './bitset.ts';
import type { Siting, SitingProblem } from './median.ts';

// k-centre: k sites so that the farthest demand is as near as possible. The answer is one of the distances there are; a binary
// search over them asks each time whether k sites cover everybody within that radius (E. Minieka 1970). The cover is sought
// depth first: the demand with the fewest sites in reach, each of its sites in turn, cut off when even the best sites could not
// cover the rest or when more demands than sites have no site in common. What others make superfluous is left out before. Exact as long as the search ends within its budget; the result says whether it did.

export interface CentreSiting extends Siting {
  /** True when no smaller radius is possible, false when the search for it was cut short. */
  readonly proven: boolean;
}

export interface CentreOptions {
  /** Nodes of each search before it is given up. */
  readonly budget?: number;
}

export function kCentre({ distance, weight, sites, fixed = [] }: SitingProblem, { budget = 300_000 }: CentreOptions = {}): CentreSiting {
  const demands = [...weight.keys()].filter((i) => weight[i]! > 0);
  const rows = demands.map((i) => distance[i]!);
  const radii = [...new Set(rows.flatMap((row) => [...row].filter((each) => each < Infinity)))].toSorted((a, b) => a - b);
  const atLeast = Math.max(0, ...rows.map((row) => row.reduce((least, each) => Math.min(least, each), Infinity)));
  if (demands.length === 0) return { chosen: [...fixed], value: 0, proven: true };
  if (atLeast === Infinity) return { chosen: [...fixed], value: Infinity, proven: true };
  let [low, high] = [radii.findIndex((radius) => radius >= atLeast), radii.length];
  let best: { chosen: number[]; value: number } | null = null;
  let cut = -1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = coverWithin(rows, radii[middle]!, sites, fixed, budget);
    if (Array.isArray(found)) {
      best = { chosen: found, value: reached(rows, found) };
      high = radii.findIndex((radius) => radius >= best!.value);
    } else {
      if (found === 'gaveUp') cut = Math.max(cut, middle);
      low = middle + 1;
    }
  }
  if (best === null) return { chosen: [...fixed], value: Infinity, proven: cut < 0 };
  return { chosen: filled(best.chosen, sites, distance[0]!.length).toSorted((a, b) => a - b), value: best.value, proven: cut < 0 };
}

const reached = (rows: readonly Float64Array[], chosen: readonly number[]): number =>
  rows.reduce(
    (worst, row) =>
      Math.max(
        worst,
        chosen.reduce((least, j) => Math.min(least, row[j]!), Infinity),
      ),
    0,
  );

/** Sites that the cover did not need. */
function filled(chosen: readonly number[], sites: number, candidates: number): number[] {
  const all = [...chosen];
  for (let j = 0; j < candidates && all.length < sites; j += 1) if (!all.includes(j)) all.push(j);
  return all;
}

/** Sites that reach every row within the radius, no more than `sites`; `none` when there are none, `gaveUp` when it took too long. */
export function coverWithin(
  rows: readonly Float64Array[],
  radius: number,
  sites: number,
  fixed: readonly number[],
  budget: number,
): number[] | 'none' | 'gaveUp' {
  const candidates = rows[0]!.length;
  const covers: Bits[] = Array.from({ length: candidates }, () => emptyBits(rows.length));
  const reach: number[][] = rows.map(() => []);
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < candidates; j += 1) {
      if (row[j]! > radius) continue;
      addBit(covers[j]!, i);
      reach[i]!.push(j);
    }
  }
  let open = emptyBits(rows.length);
  for (let i = 0; i < rows.length; i += 1) addBit(open, i);
  for (const j of fixed) open = without(open, covers[j]!);
  const barred = dominatedSites(covers, open);
  for (const row of dominatedRows(reach, barred, open, candidates)) dropBit(open, row);
  const order = [...reach.keys()].toSorted((a, b) => reach[a]!.length - reach[b]!.length);
  const search = { covers, reach, order, used: new Int32Array(candidates), budget, nodes: 0 };
  const found = descend(search, open, sites - fixed.length, barred);
  if (found !== null) return [...fixed, ...found];
  return search.nodes > budget ? 'gaveUp' : 'none';
}

/** Sites that cover nothing another does not cover as well. */
function dominatedSites(covers: readonly Bits[], open: Bits): Bits {
  const barred = emptyBits(covers.length);
  const size = covers.map((cover) => countCommon(cover, open));
  const bySize = [...covers.keys()].toSorted((a, b) => size[b]! - size[a]! || a - b);
  for (const [rank, site] of bySize.entries()) {
    for (let k = 0; k < rank; k += 1) {
      const other = bySize[k]!;
      if (hasBit(barred, other) || !isWithin(covers[site]!, covers[other]!, open)) continue;
      addBit(barred, site);
      break;
    }
  }
  return barred;
}

/** Rows that are covered whenever some other row is. */
function dominatedRows(reach: readonly number[][], barred: Bits, open: Bits, candidates: number): number[] {
  const all = emptyBits(candidates);
  for (let j = 0; j < candidates; j += 1) addBit(all, j);
  const sites = reach.map((own) => {
    const bits = emptyBits(candidates);
    for (const site of own) if (!hasBit(barred, site)) addBit(bits, site);
    return bits;
  });
  const rows = [...reach.keys()].filter((row) => hasBit(open, row)).toSorted((a, b) => sizeOf(sites[a]!) - sizeOf(sites[b]!) || a - b);
  const dropped = new Set<number>();
  for (const [rank, row] of rows.entries()) {
    for (let k = 0; k < rank; k += 1) {
      if (dropped.has(rows[k]!) || !isWithin(sites[rows[k]!]!, sites[row]!, all)) continue;
      dropped.add(row);
      break;
    }
  }
  return [...dropped];
}

interface CoverSearch {
  readonly covers: readonly Bits[];
  readonly reach: readonly number[][];
  /** Rows, the one with the fewest sites first. */
  readonly order: readonly number[];
  /** By site, number of the search node that last used it. */
  readonly used: Int32Array;
  readonly budget: number;
  nodes: number;
}

/** @param barred sites already tried higher up, which need not be tried again */
function descend(search: CoverSearch, open: Bits, sites: number, barred: Bits): number[] | null {
  const left = sizeOf(open);
  if (left === 0) return [];
  search.nodes += 1;
  if (sites === 0 || search.nodes > search.budget || needsMoreThan(search, open, barred, sites)) return null;
  const gains = gainsOf(search, open, barred);
  if (gains.bound(sites) < left) return null;
  const row = hardest(search, open, barred);
  const options = search.reach[row]!.filter((site) => !hasBit(barred, site)).toSorted((a, b) => gains.of[b]! - gains.of[a]!);
  const tried = barred.slice();
  for (const site of options) {
    const rest = descend(search, without(open, search.covers[site]!), sites - 1, tried);
    if (rest !== null) return [site, ...rest];
    addBit(tried, site);
  }
  return null;
}

function gainsOf({ covers }: CoverSearch, open: Bits, barred: Bits): { of: Int32Array; bound: (sites: number) => number } {
  const of = new Int32Array(covers.length);
  for (let site = 0; site < covers.length; site += 1) of[site] = hasBit(barred, site) ? 0 : countCommon(open, covers[site]!);
  return {
    of,
    // As if the best sites did not overlap.
    bound: (sites) =>
      of
        .toSorted()
        .subarray(-sites)
        .reduce((sum, gain) => sum + gain, 0),
  };
}

/** The open row that the fewest sites can still reach. */
function hardest({ reach }: CoverSearch, open: Bits, barred: Bits): number {
  let [best, fewest] = [-1, Infinity];
  for (let row = 0; row < reach.length; row += 1) {
    if (!hasBit(open, row)) continue;
    let count = 0;
    for (const site of reach[row]!) if (!hasBit(barred, site)) count += 1;
    if (count < fewest) [best, fewest] = [row, count];
  }
  return best;
}

/** Whether more rows than `sites` have no site in common: each of them needs one of its own. */
function needsMoreThan({ reach, order, used, nodes }: CoverSearch, open: Bits, barred: Bits, sites: number): boolean {
  let count = 0;
  for (const row of order) {
    if (!hasBit(open, row)) continue;
    const own = reach[row]!;
    let isFree = true;
    for (let k = 0; k < own.length && isFree; k += 1) isFree = used[own[k]!] !== nodes || hasBit(barred, own[k]!);
    if (!isFree) continue;
    count += 1;
    if (count > sites) return true;
    for (const site of own) used[site] = nodes;
  }
  return false;
}
