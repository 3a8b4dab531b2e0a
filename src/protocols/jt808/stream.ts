// Cuts a byte stream into frames of JT/T 808. The mark 7E never stands inside a frame, so whatever lies between two marks is a
// frame or damage, and one mark may end a frame and begin the next: after any damage the stream is found again at the next mark.

import { printedBytes, type DamageCode, type Decoded, type Decoder } from '../protocol.ts';
import { mark, maxFrameBytes, readContent } from './frame.ts';
import type { Jt808Message } from './message.ts';

export function createJt808Decoder(): Decoder<Jt808Message> {
  return new Jt808Stream();
}

class Jt808Stream implements Decoder<Jt808Message> {
  /** Bytes since the last mark, which is the first of them once one was seen. */
  #held: Uint8Array = new Uint8Array(0);
  #offset = 0;
  /** True while the rest of something already reported is passed over. */
  #passing = false;

  get heldBytes(): number {
    return this.#held.length;
  }

  push(bytes: Uint8Array): Decoded<Jt808Message>[] {
    const results: Decoded<Jt808Message>[] = [];
    const all = joined(this.#held, bytes);
    let from = 0;
    for (let at = all.indexOf(mark, this.#held.length); at !== -1; at = all.indexOf(mark, at + 1)) {
      if (at > from || all[from] !== mark) this.#close(all.subarray(from, at + 1), results);
      this.#offset += at - from;
      from = at;
    }
    this.#held = all.slice(from);
    if (this.#held.length >= maxFrameBytes) this.#giveUp(results);
    return results;
  }

  end(): Decoded<Jt808Message>[] {
    const results: Decoded<Jt808Message>[] = [];
    const left = this.#held;
    // A mark alone is the end of the frame before.
    if (left.length > 1 && left[0] === mark) this.#report(left, 'truncated', `The stream ends ${left.length} bytes into a frame.`, results);
    else if (left.length > 0 && left[0] !== mark) this.#reportNoise(left, results);
    this.#offset += left.length;
    this.#held = new Uint8Array(0);
    this.#passing = false;
    return results;
  }

  /** Bytes up to and including a mark, from the mark before them if there was one. */
  #close(bytes: Uint8Array, results: Decoded<Jt808Message>[]): void {
    if (bytes.length > maxFrameBytes || bytes[0] !== mark) this.#reportNoise(bytes.subarray(0, -1), results);
    else if (bytes.length > 2) this.#read(bytes, results);
    this.#passing = false;
  }

  #read(frame: Uint8Array, results: Decoded<Jt808Message>[]): void {
    const read = readContent(frame.subarray(1, -1));
    if (read.ok) results.push({ ok: true, frame: print(frame), message: read.message, offset: this.#offset });
    else this.#report(frame, read.code, read.reason, results);
  }

  /** Too many bytes without a mark: they are no frame, whatever comes. */
  #giveUp(results: Decoded<Jt808Message>[]): void {
    this.#reportNoise(this.#held, results);
    this.#passing = true;
    this.#offset += this.#held.length;
    this.#held = new Uint8Array(0);
  }

  /** The size of noise depends on where it was cut, so the report does not name it. */
  #reportNoise(bytes: Uint8Array, results: Decoded<Jt808Message>[]): void {
    if (this.#passing || bytes.length === 0) return;
    this.#report(bytes, 'invalidFormat', 'Bytes stand outside any frame.', results);
  }

  #report(bytes: Uint8Array, code: DamageCode, message: string, results: Decoded<Jt808Message>[]): void {
    results.push({ ok: false, code, message, offset: this.#offset, frame: print(bytes.subarray(0, printedBytes)) });
  }
}

function print(bytes: Uint8Array): string {
  return bytes.toHex().toUpperCase();
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
