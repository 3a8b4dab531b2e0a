// One document a stream, for protocols whose message is a whole file (CAP, warnings): bytes are gathered until the stream
// ends, up to a limit, and then read together.

import { printedBytes, type DamageCode, type Damaged, type Decoded, type Decoder } from './protocol.ts';

export interface DocumentRule<M> {
  /** Largest document in bytes; a decoder holds back no more. */
  readonly maxBytes: number;
  /** Must not throw. */
  read(document: Uint8Array): { ok: true; message: M } | { ok: false; code: DamageCode; reason: string };
}

export function createDocumentDecoder<M>(rule: DocumentRule<M>): Decoder<M> {
  return new DocumentStream(rule);
}

class DocumentStream<M> implements Decoder<M> {
  readonly #rule: DocumentRule<M>;
  #held: Uint8Array = new Uint8Array(4096);
  #heldBytes = 0;
  /** Bytes of this document so far, those beyond the limit included. */
  #length = 0;
  #offset = 0;

  constructor(rule: DocumentRule<M>) {
    this.#rule = rule;
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  push(bytes: Uint8Array): Decoded<M>[] {
    const taken = bytes.subarray(0, this.#rule.maxBytes - this.#heldBytes);
    const needed = this.#heldBytes + taken.length;
    if (needed > this.#held.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(this.#held.length * 2, this.#rule.maxBytes)));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held.set(taken, this.#heldBytes);
    this.#heldBytes = needed;
    this.#length += bytes.length;
    return [];
  }

  end(): Decoded<M>[] {
    const document = this.#held.subarray(0, this.#heldBytes);
    const [offset, length] = [this.#offset, this.#length];
    this.#offset += length;
    this.#held = new Uint8Array(4096);
    this.#heldBytes = 0;
    this.#length = 0;
    const frame = new TextDecoder().decode(document);
    if (frame.trim() === '') return [];
    if (length > this.#rule.maxBytes)
      return [damaged('invalidFormat', `The document is longer than ${this.#rule.maxBytes} bytes.`, offset, frame)];
    const result = this.#rule.read(document);
    if (result.ok) return [{ ok: true, frame, message: result.message, offset }];
    return [damaged(result.code, result.reason, offset, frame)];
  }
}

function damaged(code: Damaged['code'], message: string, offset: number, frame: string): Damaged {
  return { ok: false, code, message, offset, frame: frame.slice(0, printedBytes) };
}
