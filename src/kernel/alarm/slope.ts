// How fast a value changes: now against the oldest sample of a window. Samples are thinned, so memory is bounded: a ring of numbers
// in a typed array, alone (Slope) or one of many in a shared one (rateRows.ts).

const most = 48;
const hourMs = 3_600_000;
/** Samples further apart than a 48th of the window and not older than it are at most 49. */
const kept = 52;
/** What stands before the samples of a ring, the part that every reading touches. */
const head = { count: 0, first: 1, latest: 2, latestAtMs: 3, newestMs: 4, oldestMs: 5, oldest: 6, windowMs: 7 } as const;
export const headLength = 8;
/** Numbers that a ring takes, time and value of each sample after its head and what its owner keeps behind that. */
export const ringLength = (own: number) => headLength + own + kept * 2;

/** A ring at `from` with samples from `samples` of the array. */
export interface Ring {
  numbers: Float64Array;
  from: number;
  samples: number;
}

export function emptyRing({ numbers, from }: Ring, windowMs: number): void {
  numbers.fill(0, from, from + headLength);
  numbers[from + head.latest] = Number.NaN;
  numbers[from + head.latestAtMs] = Number.NEGATIVE_INFINITY;
  numbers[from + head.windowMs] = windowMs;
}

/** Takes a value, newer than every one before. */
export function addTo(numbers: Float64Array, from: number, samples: number, value: number, atMs: number): void {
  numbers[from + head.latest] = value;
  numbers[from + head.latestAtMs] = atMs;
  const count = numbers[from + head.count] as number;
  const windowMs = numbers[from + head.windowMs] as number;
  if (count > 0 && atMs - (numbers[from + head.newestMs] as number) < windowMs / most) return;
  forget(numbers, from, samples, atMs);
  push(numbers, from, samples, value, atMs);
}

function push(numbers: Float64Array, from: number, samples: number, value: number, atMs: number): void {
  const count = numbers[from + head.count] as number;
  const place = ((numbers[from + head.first] as number) + count) % kept;
  numbers[samples + place * 2] = atMs;
  numbers[samples + place * 2 + 1] = value;
  numbers[from + head.count] = count + 1;
  numbers[from + head.newestMs] = atMs;
  if (count > 0) return;
  numbers[from + head.oldestMs] = atMs;
  numbers[from + head.oldest] = value;
}

/** Drops what is older than the window. */
function forget(numbers: Float64Array, from: number, samples: number, atMs: number): void {
  const windowMs = numbers[from + head.windowMs] as number;
  while ((numbers[from + head.count] as number) > 0 && atMs - (numbers[from + head.oldestMs] as number) > windowMs) {
    const first = ((numbers[from + head.first] as number) + 1) % kept;
    numbers[from + head.first] = first;
    numbers[from + head.count] = (numbers[from + head.count] as number) - 1;
    numbers[from + head.oldestMs] = numbers[samples + first * 2] as number;
    numbers[from + head.oldest] = numbers[samples + first * 2 + 1] as number;
  }
}

/** Change per hour; NaN until half a window is covered, so that two readings a second apart are no rate. Time never runs backwards. */
export function perHourOf(numbers: Float64Array, from: number, samples: number, atMs: number): number {
  forget(numbers, from, samples, atMs);
  if (numbers[from + head.count] === 0) return Number.NaN;
  const spanMs = (numbers[from + head.latestAtMs] as number) - (numbers[from + head.oldestMs] as number);
  if (spanMs < (numbers[from + head.windowMs] as number) / 2) return Number.NaN;
  return (((numbers[from + head.latest] as number) - (numbers[from + head.oldest] as number)) * hourMs) / spanMs;
}

/** Instant of the latest value; -Infinity before the first. */
export function latestMsOf(numbers: Float64Array, from: number): number {
  return numbers[from + head.latestAtMs] as number;
}

/** Latest instant and value, then those of each sample; empty for a ring that never heard anything. */
export function saveRing({ numbers, from, samples }: Ring): number[] {
  const latestAtMs = numbers[from + head.latestAtMs] as number;
  if (latestAtMs === Number.NEGATIVE_INFINITY) return [];
  const saved = [latestAtMs, numbers[from + head.latest] as number];
  for (let n = 0; n < (numbers[from + head.count] as number); n++) {
    const at = samples + (((numbers[from + head.first] as number) + n) % kept) * 2;
    saved.push(numbers[at] as number, numbers[at + 1] as number);
  }
  return saved;
}

export function loadRing(ring: Ring, saved: readonly number[]): void {
  const { numbers, from, samples } = ring;
  emptyRing(ring, numbers[from + head.windowMs] as number);
  if (saved.length < 2) return;
  numbers[from + head.latestAtMs] = saved[0] as number;
  numbers[from + head.latest] = saved[1] as number;
  for (let at = 2; at + 1 < saved.length && at / 2 <= kept; at += 2) {
    push(numbers, from, samples, saved[at + 1] as number, saved[at] as number);
  }
}

/** A ring of its own. */
export class Slope {
  readonly #ring: Ring = { numbers: new Float64Array(ringLength(0)), from: 0, samples: headLength };

  constructor(windowMs: number) {
    emptyRing(this.#ring, windowMs);
  }

  add(value: number, atMs: number): void {
    addTo(this.#ring.numbers, 0, headLength, value, atMs);
  }

  perHour(atMs: number): number {
    return perHourOf(this.#ring.numbers, 0, headLength, atMs);
  }

  save(): number[] {
    return saveRing(this.#ring);
  }

  load(saved: readonly number[]): void {
    loadRing(this.#ring, saved);
  }
}
