import type { Quality } from '#kernel/observation/reading.ts';

// What every reading touches of a point, in shared typed arrays: one cache line of numbers and one byte of marks a point, where an
// object would scatter as many boxed numbers over the heap. With 20,000 points the reading of memory is what a reading costs.

/** Numbers of a point, in epoch milliseconds where they are instants; `index << columnShift` is where they begin. */
export const columnShift = 3;

/** Where there is none yet an instant is -Infinity, so that every comparison is between numbers. */
export const column = {
  /** The newest reading by time of measurement: its instant, its value, when it was received. */
  atMs: 0,
  value: 1,
  receivedAtMs: 2,
  /** Newest instant that rules were evaluated for. */
  evaluatedAtMs: 3,
  heardAtMs: 4,
  /** Values from … to (inclusive) to which no limit rule of the point has anything to say; empty while one is not clear. */
  quietFrom: 5,
  quietTo: 6,
  /** The device's own time of the newest reading; NaN = none. */
  deviceAtMs: 7,
} as const;

const qualities: readonly Quality[] = ['good', 'device', 'outOfRange', 'clockAhead', 'clockUnset', 'late'];

/** Marks of a point: the quality of its newest reading in the lowest bits, then flags. */
export const mark = {
  quality: 0b0000_0111,
  /** A silence rule of the point is not clear: being heard changes something. */
  isSilent: 0b0000_1000,
  /** Rules on measured numbers read it. */
  isWatched: 0b0001_0000,
} as const;

export function qualityCode(quality: Quality): number {
  return quality === 'good' ? 0 : qualities.indexOf(quality);
}

export function qualityOf(marks: number): Quality {
  return qualities[marks & mark.quality] ?? 'good';
}

const never = Number.NEGATIVE_INFINITY;
const empty = Float64Array.of(never, 0, never, never, never, never, Number.POSITIVE_INFINITY, Number.NaN);

/** Columns of the points of one engine. They move when they grow: take them anew for each reading. */
export class PointColumns {
  numbers = new Float64Array(64 << columnShift);
  marks = new Uint8Array(64);
  /** Row of the only rule that watches a point, when that is one on its rate of change (rateRows.ts); -1 otherwise. */
  onlyRate = new Int32Array(64).fill(-1);
  readonly #free: number[] = [];
  #used = 0;

  /** A place for a point that has not been heard of. */
  take(): number {
    const index = this.#free.pop() ?? this.#used++;
    if (index >= this.marks.length) this.#grow();
    this.numbers.set(empty, index << columnShift);
    this.marks[index] = 0;
    this.onlyRate[index] = -1;
    return index;
  }

  give(index: number): void {
    this.#free.push(index);
  }

  #grow(): void {
    const [numbers, marks, onlyRate] = [this.numbers, this.marks, this.onlyRate];
    this.numbers = new Float64Array(numbers.length * 2);
    this.numbers.set(numbers);
    this.marks = new Uint8Array(marks.length * 2);
    this.marks.set(marks);
    this.onlyRate = new Int32Array(onlyRate.length * 2).fill(-1);
    this.onlyRate.set(onlyRate);
  }
}
