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
  /**
   * Total of the window that ends with bucket `#newest`, kept up to date: adding it up anew would walk all buckets at every reading.
   * Part of what is saved, since the order of additions shows in the sixteenth digit.
   */
  #total = 0;
  #newest = -1;

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
    this.#advance(id);
    if (id <= this.#newest - this.#buckets) return;
    this.#total += value;
    const at = id % this.#buckets;
    const isNew = this.#ids[at] !== id;
    this.#ids[at] = id;
    this.#sums[at] = isNew ? value : (this.#sums[at] as number) + value;
    if (this.#counts.length === 0) return;
    this.#counts[at] = isNew ? 1 : (this.#counts[at] as number) + 1;
    if (isNew || value < (this.#least[at] as number)) this.#least[at] = value;
    if (isNew || value > (this.#greatest[at] as number)) this.#greatest[at] = value;
  }

  /** Lets the window end with a later bucket: takes off the total what falls out at its beginning. */
  #advance(to: number): void {
    if (to <= this.#newest) return;
    if (to - this.#newest >= this.#buckets) this.#total = 0;
    else {
      for (let gone = this.#newest - this.#buckets + 1; gone <= to - this.#buckets; gone++) {
        const at = ((gone % this.#buckets) + this.#buckets) % this.#buckets;
        if (this.#ids[at] === gone) this.#total -= this.#sums[at] as number;
      }
    }
    this.#newest = to;
  }

  #oldest(atMs: number): number {
    return Math.floor(atMs / this.#bucketMs) - this.#buckets + 1;
  }

  /** Total of the window that ends now, which may not be before the last one asked for; 0 for an empty window. */
  sum(atMs: number): number {
    this.#advance(Math.floor(atMs / this.#bucketMs));
    return this.#total;
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

  /** End and total of the window, then buckets in use, five numbers each; empty for a window that never heard anything. */
  save(): number[] {
    if (this.#newest < 0) return [];
    const buckets = [...this.#ids.keys()].flatMap((at) => {
      const id = this.#ids[at] as number;
      if (id < 0 || id <= this.#newest - this.#buckets) return [];
      return [id, this.#sums[at] as number, this.#counts[at] ?? 0, this.#least[at] ?? 0, this.#greatest[at] ?? 0];
    });
    return [this.#newest, this.#total, ...buckets];
  }

  load(saved: readonly number[]): void {
    [this.#newest = -1, this.#total = 0] = saved;
    for (let from = 2; from + 4 < saved.length; from += 5) {
      const [id, sum, count, least, greatest] = saved.slice(from, from + 5) as [number, number, number, number, number];
      const at = id % this.#buckets;
      this.#ids[at] = id;
      this.#sums[at] = sum;
      if (this.#counts.length === 0) continue;
      this.#counts[at] = count;
      this.#least[at] = least;
      this.#greatest[at] = greatest;
    }
  }
}
