// What a point did over the last hour or day, in a fixed number of buckets: memory does not grow with the number of readings.

/**
 * Sum, mean, least and greatest value of a sliding window. The window ends with the bucket of the instant asked for, so readings
 * stamped at multiples of a bucket (five-minute rain over 24 h) are counted exactly, others to within one bucket.
 */
export class SlidingWindow {
  readonly #bucketMs: number;
  readonly #ids: Float64Array;
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;

  /** @param windowMs length; @param buckets how finely it is kept */
  constructor(windowMs: number, buckets: number) {
    this.#bucketMs = windowMs / buckets;
    this.#ids = new Float64Array(buckets).fill(-1);
    this.#sums = new Float64Array(buckets);
    this.#counts = new Float64Array(buckets);
    this.#least = new Float64Array(buckets);
    this.#greatest = new Float64Array(buckets);
  }

  add(value: number, atMs: number): void {
    const id = Math.floor(atMs / this.#bucketMs);
    const at = id % this.#ids.length;
    if (this.#ids[at] === id) {
      this.#sums[at] = this.#sum(at) + value;
      this.#counts[at] = (this.#counts[at] as number) + 1;
      if (value < (this.#least[at] as number)) this.#least[at] = value;
      if (value > (this.#greatest[at] as number)) this.#greatest[at] = value;
    } else if ((this.#ids[at] as number) < id) {
      this.#ids[at] = id;
      this.#sums[at] = value;
      this.#counts[at] = 1;
      this.#least[at] = value;
      this.#greatest[at] = value;
    }
  }

  #sum(at: number): number {
    return this.#sums[at] as number;
  }

  #oldest(atMs: number): number {
    return Math.floor(atMs / this.#bucketMs) - this.#ids.length + 1;
  }

  /** Total; 0 for an empty window. */
  sum(atMs: number): number {
    const oldest = this.#oldest(atMs);
    let sum = 0;
    for (let at = 0; at < this.#ids.length; at++) if ((this.#ids[at] as number) >= oldest) sum += this.#sum(at);
    return sum;
  }

  /** Mean of the readings; NaN for an empty window. */
  mean(atMs: number): number {
    const oldest = this.#oldest(atMs);
    let [sum, count] = [0, 0];
    for (let at = 0; at < this.#ids.length; at++) {
      if ((this.#ids[at] as number) < oldest) continue;
      sum += this.#sum(at);
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
    for (let at = 0; at < this.#ids.length; at++) {
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
      if (id < 0 || id <= newest - this.#ids.length) return [];
      return [id, this.#sum(at), this.#counts[at] as number, this.#least[at] as number, this.#greatest[at] as number];
    });
  }

  load(saved: readonly number[]): void {
    for (let from = 0; from + 4 < saved.length; from += 5) {
      const [id, sum, count, least, greatest] = saved.slice(from, from + 5) as [number, number, number, number, number];
      const at = id % this.#ids.length;
      this.#ids[at] = id;
      this.#sums[at] = sum;
      this.#counts[at] = count;
      this.#least[at] = least;
      this.#greatest[at] = greatest;
    }
  }
}
