// Cuts a byte stream into frames for protocols whose frame begins with a fixed two-byte mark and states its own length
// (HJ 212 `##`, GB/T 26875.3 `@@`). TCP gives no message borders: frames arrive split, glued, after noise on the line,
// or cut by a lost link. The protocol says what a frame is (`FrameRule`); here is only how to find the next one.
//
// After damage there are two ways on. A frame whose end mark stands where its length says is whole, only its content is
// wrong: it is skipped entirely. Otherwise the length itself is doubtful, and the search goes on one byte after the start
// mark, so that a sound frame behind a broken one is never swallowed.
//
// Nor is it delayed: a damaged length may promise a kilobyte more than is coming, and a fire alarm must not wait for it.
// So a sound frame that is complete inside the reach of an unfinished one wins, and the outer one counts as truncated.
// (A frame carried as data inside another would be mistaken for this; neither standard knows such a thing.)

import { printedBytes, type DamageCode, type Decoded, type Decoder } from './protocol.ts';

/** What a rule sees at a start mark, given all bytes that have arrived from there on. */
export type Inspection<M> =
  | { state: 'incomplete' }
  | { state: 'accepted'; length: number; message: M }
  /** Whole by its marks, refused by its content: `length` bytes are given up together. */
  | { state: 'refused'; length: number; code: DamageCode; reason: string }
  /** Not a whole frame. `decidedAt` bytes had to be seen to know it; the search goes on inside them. */
  | { state: 'broken'; decidedAt: number; code: DamageCode; reason: string };

export type Mark = readonly [number, number];

export interface FrameRule<M> {
  readonly startMark: Mark;
  /** The last two bytes of every sound frame; null when a standard ends its frames with the check value itself. */
  readonly endMark: Mark | null;
  /** The shortest frame possible. */
  readonly minFrameBytes: number;
  readonly maxFrameBytes: number;
  /** Bytes that may stand between frames without being reported, such as line ends. */
  readonly filler: readonly number[];
  /** Length of the whole frame that begins at `at`, by its own statement; null while unknown or when impossible. */
  statedLength(bytes: Uint8Array, at: number): number | null;
  /** Must depend on nothing but the bytes, and must decide as early as they allow. */
  inspect(bytes: Uint8Array): Inspection<M>;
  print(bytes: Uint8Array): string;
}

export function createFrameDecoder<M>(rule: FrameRule<M>): Decoder<M> {
  return new FrameStream(rule);
}

class FrameStream<M> implements Decoder<M> {
  readonly #rule: FrameRule<M>;
  #held: Uint8Array = new Uint8Array(0);
  /** Position of the first held byte in the stream. */
  #offset = 0;
  /** Bytes outside any frame: where they began and the first of them; null inside or right after a reported damage. */
  #noise: { offset: number; length: number; first: number[] } | null = null;
  /** True while the rest of something already reported is passed over. */
  #passing = false;

  constructor(rule: FrameRule<M>) {
    this.#rule = rule;
  }

  get heldBytes(): number {
    return this.#held.length;
  }

  push(bytes: Uint8Array): Decoded<M>[] {
    return this.#read(joined(this.#held, bytes), false);
  }

  end(): Decoded<M>[] {
    const results = this.#read(this.#held, true);
    this.#reportNoise(results);
    this.#passing = false;
    return results;
  }

  #read(bytes: Uint8Array, final: boolean): Decoded<M>[] {
    const results: Decoded<M>[] = [];
    let at = 0;
    while (at < bytes.length) {
      const start = this.#findStart(bytes, at, final);
      this.#passOver(bytes.subarray(at, start), this.#offset + at, results);
      at = start;
      if (at >= bytes.length || (!final && at === bytes.length - 1)) break;
      const rest = bytes.subarray(at);
      const found = this.#inspect(rest);
      if (found.state === 'incomplete' && !final) break;
      this.#reportNoise(results);
      at += this.#take(found, rest, this.#offset + at, results);
    }
    this.#offset += at;
    this.#held = bytes.slice(at);
    return results;
  }

  #inspect(rest: Uint8Array): Inspection<M> {
    const found = this.#rule.inspect(rest);
    const reach = found.state === 'incomplete' ? rest.length : found.state === 'broken' ? found.decidedAt : found.length;
    const innerEnd = this.#innerEnd(rest.subarray(0, reach));
    if (innerEnd === null) return found;
    return { state: 'broken', decidedAt: innerEnd, code: 'truncated', reason: 'Another frame begins before this one ends.' };
  }

  /** Where the first sound frame that lies inside these bytes, but not at their beginning, is complete; mostly null. */
  #innerEnd(bytes: Uint8Array): number | null {
    const { startMark, endMark, minFrameBytes } = this.#rule;
    if (endMark !== null && findMark(bytes, endMark, minFrameBytes - 1) === -1) return null;
    const last = bytes.length - minFrameBytes;
    let earliest: number | null = null;
    for (let at = findMark(bytes, startMark, 1); at !== -1 && at <= last; at = findMark(bytes, startMark, at + 1)) {
      const end = at + (this.#rule.statedLength(bytes, at) ?? Number.POSITIVE_INFINITY);
      if (end > (earliest ?? bytes.length)) continue;
      if (endMark !== null && (bytes[end - 2] !== endMark[0] || bytes[end - 1] !== endMark[1])) continue;
      if (this.#rule.inspect(bytes.subarray(at, end)).state === 'accepted') earliest = end;
    }
    return earliest;
  }

  /** Reports what stands at a start mark and returns how many bytes are done with. */
  #take(found: Inspection<M>, rest: Uint8Array, offset: number, results: Decoded<M>[]): number {
    const isAfterDamage = this.#passing;
    this.#passing = false;
    if (found.state === 'accepted') {
      const frame = this.#rule.print(rest.subarray(0, found.length));
      results.push({ ok: true, frame, message: found.message, offset });
      return found.length;
    }
    if (found.state === 'refused') {
      this.#reportDamage(results, found.code, found.reason, offset, rest.subarray(0, found.length));
      return found.length;
    }
    const [decidedAt, code, reason] =
      found.state === 'incomplete'
        ? ([rest.length, 'truncated', `The stream ends ${rest.length} bytes into a frame.`] as const)
        : ([found.decidedAt, found.code, found.reason] as const);
    const next = this.#findStart(rest.subarray(0, decidedAt), 1, false);
    // A start mark by chance, right behind something reported, is more of the same: noise must not flood the log.
    const isSameDamage = isAfterDamage && next < this.#rule.minFrameBytes && next < rest.length;
    if (!isSameDamage) this.#reportDamage(results, code, reason, offset, rest.subarray(0, next));
    this.#passing = true;
    return next;
  }

  /** First start mark at or after `from`; a first half at the very end counts unless nothing more can follow. */
  #findStart(bytes: Uint8Array, from: number, final: boolean): number {
    const at = findMark(bytes, this.#rule.startMark, from);
    if (at !== -1) return at;
    const last = bytes.length - 1;
    return !final && last >= from && bytes[last] === this.#rule.startMark[0] ? last : bytes.length;
  }

  #passOver(bytes: Uint8Array, offset: number, results: Decoded<M>[]): void {
    if (bytes.length === 0 || this.#passing) return;
    let from = 0;
    if (this.#noise === null) {
      while (from < bytes.length && this.#rule.filler.includes(bytes[from] ?? -1)) from += 1;
      if (from === bytes.length) return;
    }
    this.#noise ??= { offset: offset + from, length: 0, first: [] };
    const room = this.#rule.maxFrameBytes - this.#noise.length;
    const taken = bytes.subarray(from, from + room);
    this.#noise.length += taken.length;
    this.#noise.first.push(...taken.subarray(0, Math.max(0, printedBytes - this.#noise.first.length)));
    if (this.#noise.length >= this.#rule.maxFrameBytes) {
      this.#reportNoise(results);
      this.#passing = true;
    }
  }

  #reportNoise(results: Decoded<M>[]): void {
    if (this.#noise === null) return;
    const { offset, length, first } = this.#noise;
    this.#noise = null;
    const reason = `${length} bytes stand outside any frame.`;
    results.push({ ok: false, code: 'invalidFormat', message: reason, offset, frame: this.#rule.print(Uint8Array.from(first)) });
  }

  #reportDamage(results: Decoded<M>[], code: DamageCode, reason: string, offset: number, bytes: Uint8Array): void {
    const frame = this.#rule.print(bytes.subarray(0, printedBytes));
    results.push({ ok: false, code, message: reason, offset, frame });
  }
}

/** Position of the first mark at or after `from`, or -1. */
function findMark(bytes: Uint8Array, [first, second]: Mark, from: number): number {
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (bytes[at + 1] === second) return at;
  }
  return -1;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
