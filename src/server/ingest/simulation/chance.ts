// Randomness of a simulated history: everything that is left to chance comes from one seed, so a history replays exactly.

export interface Chance {
  /** 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** True with this probability. */
  has(probability: number): boolean;
  /** Between the two, evenly. */
  between(from: number, to: number): number;
}

/** @param seed a whole number; neighbours give unrelated histories (mulberry32, public domain) */
export function chance(seed: number): Chance {
  let state = Math.imul(seed, 2654435761) | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    has: (probability) => next() < probability,
    between: (from, to) => from + next() * (to - from),
  };
}
