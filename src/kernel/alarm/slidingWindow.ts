// What a point did over the last hour or day, in a fixed number of buckets: memory does not grow with the number of readings.

/**
 * Sum, mean, least and greatest value of a sliding window. The window ends with the bucket of the instant asked for, so readings
 * stamped at multiples of a bucket (five-minute rain over 24 h) are counted exactly, others to within one bucket.
 */
export class SlidingWindow {
  readonly #bucketMs: number;
  readonly #buckets: number;
  readonly #ids: Float64Array;
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;
  /** What all buckets but the one of this number sum up to: asked for at every reading, changes once a bucket. */
  #restOf = Number.NaN;
  #rest = 0;

  /** @param windowMs length; @param buckets how finely it is kept; @param sumOnly no mean, least or greatest is asked for */
  constructor(windowMs: number, buckets: number, sumOnly = false) {
    this.#bucketMs = windowMs / buckets;
    this.#buckets = buckets;
    this.#ids = new Float64Array(buckets).fill(-1);
    this.#sums = new Float64Array(buckets);
    this.#counts = new Float64Array(sumOnly ? 0 : buckets);
    this.#least = new Float64Array(sumOnly ? 0 : buckets);
    this.#greatest = new Float64Array(sumOnly ? 0 : buckets);
  }

  add(value: number, atMs: number): void {
    const id = Math.floor(atMs / this.#bucketMs);
    const at = id % this.#buckets;
    const known = this.#ids[at] as number;
    if (known > id) return;
    const isNew = known < id;
    this.#ids[at] = id;
    this.#sums[at] = isNew ? value : (this.#sums[at] as number) + value;
    if (this.#counts.length === 0) return;
    this.#counts[at] = isNew ? 1 : (this.#counts[at] as number) + 1;
    if (isNew || value < (this.#least[at] as number)) this.#least[at] = value;
    if (isNew || value > (this.#greatest[at] as number)) this.#greatest[at] = value;
  }

  #oldest(atMs: number): number {
    return Math.floor(atMs / this.#bucketMs) - this.#buckets + 1;
  }

  /** Total; 0 for an empty window. */
  sum(atMs: number): number {
    const now = Math.floor(atMs / this.#bucketMs);
    if (now !== this.#restOf) {
      this.#rest = this.#sumBetween(now - this.#buckets + 1, now);
      this.#restOf = now;
    }
    const at = now % this.#buckets;
    return this.#ids[at] === now ? this.#rest + (this.#sums[at] as number) : this.#rest;
  }

  #sumBetween(oldest: number, before: number): number {
    let sum = 0;
    for (let at = 0; at < this.#buckets; at++) {
      const id = this.#ids[at] as number;
      if (id >= oldest && id < before) sum += this.#sums[at] as number;
    }
    return sum;
  }

  /** Mean of the readings; NaN for an empty window. */
  mean(atMs: number): number {
    const oldest = this.#oldest(atMs);
    let [sum, count] = [0, 0];
    for (let at = 0; at < this.#buckets; at++) {
      if ((this.#ids[at] as number) < oldest) continue;
      sum += this.#sums[at] as number;
      count += this.#counts[at] as number;
    }
    return sum / count;
  }

  /** Least value; NaN for an empty window. */
  least(atMs: number): number {
    return this.#extreme(this.#least, atMs, 1);
  }

  /** Greatest value; NaN for an empty window. */
  greatest(atMs: number): number {
    return this.#extreme(this.#greatest, atMs, -1);
  }

  #extreme(values: Float64Array, atMs: number, sign: 1 | -1): number {
    const oldest = this.#oldest(atMs);
    let found = Number.NaN;
    for (let at = 0; at < values.length; at++) {
      if ((this.#ids[at] as number) < oldest) continue;
      const value = values[at] as number;
      if (Number.isNaN(found) || sign * value < sign * found) found = value;
    }
    return found;
  }

  /** Buckets in use, five numbers each. */
  save(): number[] {
    const newest = this.#ids.reduce((most, id) => Math.max(most, id), -1);
    return [...this.#ids.keys()].flatMap((at) => {
      const id = this.#ids[at] as number;
      if (id < 0 || id <= newest - this.#buckets) return [];
      return [id, this.#sums[at] as number, this.#counts[at] ?? 0, this.#least[at] ?? 0, this.#greatest[at] ?? 0];
    });
  }

  load(saved: readonly number[]): void {
    for (let from = 0; from + 4 < saved.length; from += 5) {
      const [id, sum, count, least, greatest] = saved.slice(from, from + 5) as [number, number, number, number, number];
      const at = id % this.#buckets;
      this.#ids[at] = id;
      this.#sums[at] = sum;
      if (this.#counts.length === 0) continue;
      this.#counts[at] = count;
      this.#least[at] = least;
      this.#greatest[at] = greatest;
    }
    this.#restOf = Number.NaN;
  }
}
