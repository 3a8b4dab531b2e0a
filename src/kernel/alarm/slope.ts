// How fast a value changes: now against the oldest sample of a window. Samples are thinned, so memory is bounded.

const most = 48;
const hourMs = 3_600_000;

export class Slope {
  readonly #windowMs: number;
  #times: number[] = [];
  #values: number[] = [];
  #latest = Number.NaN;
  #latestAtMs = Number.NEGATIVE_INFINITY;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  add(value: number, atMs: number): void {
    this.#latest = value;
    this.#latestAtMs = atMs;
    const last = this.#times.at(-1);
    if (last !== undefined && atMs - last < this.#windowMs / most) return;
    this.#times.push(atMs);
    this.#values.push(value);
    let gone = 0;
    while (gone < this.#times.length && atMs - (this.#times[gone] as number) > this.#windowMs) gone += 1;
    if (gone > 0) {
      this.#times.splice(0, gone);
      this.#values.splice(0, gone);
    }
  }

  /** Change per hour; NaN until half a window is covered, so that two readings a second apart are no rate. */
  perHour(atMs: number): number {
    let oldest = 0;
    while (oldest < this.#times.length && atMs - (this.#times[oldest] as number) > this.#windowMs) oldest += 1;
    if (oldest === this.#times.length) return Number.NaN;
    const spanMs = this.#latestAtMs - (this.#times[oldest] as number);
    if (spanMs < this.#windowMs / 2) return Number.NaN;
    return ((this.#latest - (this.#values[oldest] as number)) * hourMs) / spanMs;
  }

  save(): number[] {
    if (this.#times.length === 0) return [];
    return [this.#latestAtMs, this.#latest, ...this.#times.flatMap((time, at) => [time, this.#values[at] as number])];
  }

  load(saved: readonly number[]): void {
    if (saved.length < 2) return;
    [this.#latestAtMs, this.#latest] = saved as unknown as [number, number];
    const samples = saved.slice(2);
    this.#times = samples.filter((_, at) => at % 2 === 0);
    this.#values = samples.filter((_, at) => at % 2 === 1);
  }
}
