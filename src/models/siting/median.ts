import { seededRandom, type Random } from '#geo/random.ts';

// p-median: p sites so that all demands together are as near as possible. Exchange of one site at a time with the gains and
// losses of all exchanges in one pass (R. A. Whitaker 1983; M. G. C. Resende, R. F. Werneck, "A fast swap-based local search
// procedure for location problems", 2007), from many starts, disturbed around the best (variable neighbourhood search,
// P. Hansen, N. Mladenović 1997).

export interface SitingProblem {
  /** Distance or time from demand i to candidate j; Infinity where there is no way. */
  readonly distance: readonly Float64Array[];
  /** Weight of each demand, such as its people. */
  readonly weight: readonly number[];
  readonly sites: number;
  /** Candidates that are there already and stay; they count among `sites`. */
  readonly fixed?: readonly number[];
}

export interface Siting {
  readonly chosen: readonly number[];
  /** Sum of weight × distance, largest distance, or weight covered: what the question was. */
  readonly value: number;
}

interface Nearest {
  readonly first: Int32Array;
  readonly firstD: Float64Array;
  readonly secondD: Float64Array;
}

export function pMedian(problem: SitingProblem, { rounds = 200, seed = 1 } = {}): Siting {
  const random = seededRandom(seed);
  const candidates = problem.distance[0]?.length ?? 0;
  const fixed = new Set(problem.fixed ?? []);
  const finite = withFinite(problem);
  let best = descend(finite, startGreedy(finite, fixed), fixed);
  let value = medianValue(finite, best);
  const free = problem.sites - fixed.size;
  for (let round = 0, size = 1; round < rounds && free > 0 && candidates > problem.sites; round += 1) {
    const next = descend(finite, disturbed(best, candidates, Math.min(size, free), fixed, random), fixed);
    const nextValue = medianValue(finite, next);
    if (nextValue < value - 1e-9) {
      [best, value, size] = [next, nextValue, 1];
    } else {
      size = size >= Math.min(free, 8) ? 1 : size + 1;
    }
  }
  return { chosen: best.toSorted((a, b) => a - b), value: medianValue(problem, best) };
}

/** No way is a very long way, so that gains stay numbers. */
function withFinite(problem: SitingProblem): SitingProblem {
  let largest = 1;
  for (const row of problem.distance) for (const each of row) if (each < Infinity && each > largest) largest = each;
  const far = largest * 1_000;
  return { ...problem, distance: problem.distance.map((row) => row.map((each) => (each < Infinity ? each : far))) };
}

export function medianValue({ distance, weight }: SitingProblem, chosen: readonly number[]): number {
  return distance.reduce(
    (sum, row, i) => sum + (weight[i] === 0 ? 0 : weight[i]! * chosen.reduce((least, j) => Math.min(least, row[j]!), Infinity)),
    0,
  );
}

/** One site after another, each where it saves most. */
function startGreedy(problem: SitingProblem, fixed: ReadonlySet<number>): number[] {
  const chosen = [...fixed];
  const near = problem.distance.map((row) => chosen.reduce((least, j) => Math.min(least, row[j]!), Infinity));
  const candidates = problem.distance[0]?.length ?? 0;
  while (chosen.length < Math.min(problem.sites, candidates)) {
    let [best, bestSum] = [-1, Infinity];
    for (let j = 0; j < candidates; j += 1) {
      if (chosen.includes(j)) continue;
      let sum = 0;
      for (let i = 0; i < near.length; i += 1) sum += problem.weight[i]! * Math.min(near[i]!, problem.distance[i]![j]!);
      if (sum < bestSum) [best, bestSum] = [j, sum];
    }
    chosen.push(best);
    for (let i = 0; i < near.length; i += 1) near[i] = Math.min(near[i]!, problem.distance[i]![best]!);
  }
  return chosen;
}

function disturbed(chosen: readonly number[], candidates: number, size: number, fixed: ReadonlySet<number>, random: Random): number[] {
  const next = [...chosen];
  for (let k = 0; k < size; k += 1) {
    const at = random.whole(0, next.length - 1);
    const candidate = random.whole(0, candidates - 1);
    if (!fixed.has(next[at]!) && !next.includes(candidate)) next[at] = candidate;
  }
  return next;
}

/** Best exchange after best exchange until none helps. */
function descend(problem: SitingProblem, start: readonly number[], fixed: ReadonlySet<number>): number[] {
  const chosen = [...start];
  const { distance, weight } = problem;
  const candidates = distance[0]?.length ?? 0;
  const isIn = new Uint8Array(candidates);
  for (const j of chosen) isIn[j] = 1;
  // What closing a site costs when site j opens: loss[site] less what the pairs save.
  const loss = new Float64Array(chosen.length);
  const pair = new Float64Array(chosen.length);
  for (;;) {
    const near = nearestOf(distance, chosen);
    loss.fill(0);
    for (let i = 0; i < distance.length; i += 1) loss[near.first[i]!]! += weight[i]! * (near.secondD[i]! - near.firstD[i]!);
    let [into, out, bestGain] = [-1, -1, 1e-9];
    for (let j = 0; j < candidates; j += 1) {
      if (isIn[j] === 1) continue;
      pair.fill(0);
      let gain = 0;
      for (let i = 0; i < distance.length; i += 1) {
        const d = distance[i]![j]!;
        const { first, firstD, secondD } = near;
        if (d < firstD[i]!) {
          gain += weight[i]! * (firstD[i]! - d);
          pair[first[i]!]! += weight[i]! * (secondD[i]! - firstD[i]!);
        } else if (d < secondD[i]!) {
          pair[first[i]!]! += weight[i]! * (secondD[i]! - d);
        }
      }
      for (let k = 0; k < chosen.length; k += 1) {
        if (fixed.has(chosen[k]!)) continue;
        const total = gain - loss[k]! + pair[k]!;
        if (total > bestGain) [into, out, bestGain] = [j, k, total];
      }
    }
    if (into < 0) return chosen;
    isIn[chosen[out]!] = 0;
    isIn[into] = 1;
    chosen[out] = into;
  }
}

/** Nearest chosen site (its place in `chosen`) of each demand, and how far the second is. */
function nearestOf(distance: readonly Float64Array[], chosen: readonly number[]): Nearest {
  const first = new Int32Array(distance.length);
  const firstD = new Float64Array(distance.length).fill(Infinity);
  const secondD = new Float64Array(distance.length).fill(Infinity);
  for (let i = 0; i < distance.length; i += 1) {
    const row = distance[i]!;
    for (let k = 0; k < chosen.length; k += 1) {
      const d = row[chosen[k]!]!;
      if (d < firstD[i]!) {
        secondD[i] = firstD[i]!;
        firstD[i] = d;
        first[i] = k;
      } else if (d < secondD[i]!) {
        secondD[i] = d;
      }
    }
  }
  // With a single site there is no second: closing it is never considered alone.
  for (let i = 0; i < distance.length; i += 1) if (secondD[i] === Infinity) secondD[i] = firstD[i]! * 1_000 + 1;
  return { first, firstD, secondD };
}
