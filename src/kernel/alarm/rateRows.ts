import type { Measure } from './measure.ts';
import { addTo, emptyRing, headLength, latestMsOf, loadRing, perHourOf, ringLength, saveRing, type Ring } from './slope.ts';

// Rules on a rate of change, the most common of those that remember: their rings and limits side by side in one typed array, so
// that a reading which changes nothing touches two cache lines and no object.

/** What a row keeps of its rule between the head of its ring and the samples. */
const own = {
  sign: headLength,
  /** Signed rate that must be exceeded for anything to happen; -Infinity while something is happening or the rule has a schedule. */
  over: headLength + 1,
  noVerdicts: headLength + 2,
  /** 1 = changed since its memory was taken. */
  isTouched: headLength + 3,
} as const;
const samples = 16;
const length = ringLength(samples - headLength);

export class RateRows {
  #numbers = new Float64Array(16 * length);
  readonly #free: number[] = [];
  #used = 0;

  add(windowMs: number): number {
    const row = this.#free.pop() ?? this.#used++;
    if ((row + 1) * length > this.#numbers.length) {
      const before = this.#numbers;
      this.#numbers = new Float64Array(before.length * 2);
      this.#numbers.set(before);
    }
    this.#numbers.fill(0, row * length, (row + 1) * length);
    emptyRing(this.#ring(row), windowMs);
    this.rest(row, 1, Number.NEGATIVE_INFINITY);
    return row;
  }

  give(row: number): void {
    this.#free.push(row);
  }

  #ring(row: number): Ring {
    return { numbers: this.#numbers, from: row * length, samples: row * length + samples };
  }

  /** @param over signed rate up to which a reading changes nothing; -Infinity = every reading is to be judged in full */
  rest(row: number, sign: number, over: number): void {
    this.#numbers[row * length + own.sign] = sign;
    this.#numbers[row * length + own.over] = over;
  }

  /**
   * Takes a reading, newer than every one before.
   * @returns true when that was all there is to do; false = the rule is to be judged in full
   */
  take(row: number, value: number, atMs: number): boolean {
    const numbers = this.#numbers;
    const from = row * length;
    addTo(numbers, from, from + samples, value, atMs);
    const over = numbers[from + own.over] as number;
    if (over === Number.NEGATIVE_INFINITY || numbers[from + own.isTouched] === 0) return false;
    const rate = perHourOf(numbers, from, from + samples, atMs);
    if (rate === rate) return (numbers[from + own.sign] as number) * rate <= over;
    numbers[from + own.noVerdicts] = (numbers[from + own.noVerdicts] as number) + 1;
    return true;
  }

  /** Instant of the latest value; -Infinity before the first. */
  latestMs(row: number): number {
    return latestMsOf(this.#numbers, row * length);
  }

  /** How often there was no verdict since this was last asked. */
  takeNoVerdicts(row: number): number {
    const times = this.#numbers[row * length + own.noVerdicts] as number;
    this.#numbers[row * length + own.noVerdicts] = 0;
    return times;
  }

  touch(row: number, isTouched: boolean): void {
    this.#numbers[row * length + own.isTouched] = isTouched ? 1 : 0;
  }

  /** A row as the measure of its rule. */
  measure(row: number): Measure {
    return {
      take: (_, value, atMs) => addTo(this.#numbers, row * length, row * length + samples, value, atMs),
      value: (atMs) => perHourOf(this.#numbers, row * length, row * length + samples, atMs),
      save: () => [saveRing(this.#ring(row))],
      load: ([saved]) =>
        loadRing(
          this.#ring(row),
          (saved ?? []).map((each) => each ?? Number.NaN),
        ),
    };
  }
}
