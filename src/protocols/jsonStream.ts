// Cuts a stream of bytes into JSON values, one after another, on one line or many, for protocols whose messages are JSON.
// On the wire MQTT or HTTP cut the messages; files and `anlan decode` have only the text. What a value means is the
// protocol's own (`read`).

import { printedBytes, type DamageCode, type Decoded, type Decoder } from './protocol.ts';

export type JsonRead<M> = { ok: true; message: M } | { ok: false; reason: string };

export interface JsonRule<M> {
  /** Longest value in bytes; a decoder holds back no more. */
  readonly maxBytes: number;
  /** Reads the bytes of one value, brackets included. Must not throw. */
  read(bytes: Uint8Array): JsonRead<M>;
}

export function createJsonDecoder<M>(rule: JsonRule<M>): Decoder<M> {
  return new JsonStream(rule);
}

const openers = '{[';
const closers = '}]';
/** What may stand before an opening bracket inside a value; anything else means that the last value was cut off. */
const beforeOpener = '[,:';

class JsonStream<M> implements Decoder<M> {
  readonly #rule: JsonRule<M>;
  #held: Uint8Array = new Uint8Array(1024);
  #heldBytes = 0;
  /** Position of the next byte in the stream. */
  #position = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Last byte that is not white space, as a character. */
  #last = '';
  /** True while the rest of something already reported is passed over, up to the next line. */
  #passing = false;

  constructor(rule: JsonRule<M>) {
    this.#rule = rule;
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  push(bytes: Uint8Array): Decoded<M>[] {
    const results: Decoded<M>[] = [];
    for (const byte of bytes) {
      this.#read(byte, results);
      this.#position += 1;
    }
    return results;
  }

  end(): Decoded<M>[] {
    const results: Decoded<M>[] = [];
    if (this.#depth > 0) this.#refuse(results, 'truncated', 'The stream ends inside a value.');
    else if (this.#heldBytes > 0) this.#refuse(results, 'invalidFormat', 'The text is neither an object nor a list.');
    this.#passing = false;
    return results;
  }

  #read(byte: number, results: Decoded<M>[]): void {
    const character = String.fromCharCode(byte);
    if (this.#passing) {
      this.#passing = character !== '\n';
      return;
    }
    const isOpener = !this.#inString && openers.includes(character);
    if (this.#depth === 0) {
      if (isOpener || character === '\n') this.#endNoise(results);
      if (!isOpener && (this.#heldBytes > 0 ? character === '\n' : /[\s,]/.test(character))) return;
    } else if (isOpener && !beforeOpener.includes(this.#last)) {
      this.#refuse(results, 'truncated', 'Another value begins before this one ends.');
    } else if (this.#inString && character === '\n') {
      this.#refuse(results, 'invalidFormat', 'A line ends inside a string.');
      return;
    }
    if (this.#heldBytes === this.#rule.maxBytes) {
      this.#refuse(results, 'invalidFormat', `The value is longer than ${this.#rule.maxBytes} bytes.`);
      this.#passing = true;
      return;
    }
    if (this.#heldBytes === this.#held.length) this.#grow();
    this.#held[this.#heldBytes] = byte;
    this.#heldBytes += 1;
    this.#follow(character, results);
  }

  /** Keeps track of strings and brackets, and hands over a value when its last bracket closes. */
  #follow(character: string, results: Decoded<M>[]): void {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (character === '\\') this.#escaped = true;
      else if (character === '"') this.#inString = false;
    } else if (this.#depth > 0 && character === '"') this.#inString = true;
    else if (openers.includes(character)) this.#depth += 1;
    else if (this.#depth > 0 && closers.includes(character)) {
      this.#depth -= 1;
      if (this.#depth === 0) this.#finish(results);
      return;
    }
    if (!/\s/.test(character)) this.#last = character;
  }

  #finish(results: Decoded<M>[]): void {
    const bytes = this.#held.slice(0, this.#heldBytes);
    const result = this.#rule.read(bytes);
    if (!result.ok) {
      this.#refuse(results, 'invalidFormat', result.reason, 1);
      return;
    }
    const offset = this.#position + 1 - this.#heldBytes;
    results.push({ ok: true, frame: new TextDecoder().decode(bytes), message: result.message, offset });
    this.#restart();
  }

  #grow(): void {
    const larger = new Uint8Array(Math.min(this.#held.length * 2, this.#rule.maxBytes));
    larger.set(this.#held);
    this.#held = larger;
  }

  #endNoise(results: Decoded<M>[]): void {
    if (this.#heldBytes > 0) this.#refuse(results, 'invalidFormat', 'The text is neither an object nor a list.');
  }

  #refuse(results: Decoded<M>[], code: DamageCode, message: string, ahead: 0 | 1 = 0): void {
    const frame = new TextDecoder().decode(this.#held.subarray(0, Math.min(this.#heldBytes, printedBytes)));
    results.push({ ok: false, code, message, offset: this.#position + ahead - this.#heldBytes, frame });
    this.#restart();
  }

  #restart(): void {
    this.#heldBytes = 0;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#last = '';
  }
}
