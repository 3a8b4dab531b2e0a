// JSON readings as a protocol. On the wire MQTT cuts the messages, so the server hands each payload to `readPayload`. A
// stream of bytes (a file, `anlan decode mqttJson`) is cut here: one JSON value after another, on one line or many.

import { printedBytes, type DamageCode, type Decoded, type Decoder, type Protocol } from '../protocol.ts';
import { maxPayloadBytes, readPayload, type JsonPayload, type PayloadProblem } from './payload.ts';

export interface JsonMessage extends JsonPayload {
  /** Items that were left out. */
  problems: PayloadProblem[];
}

export const mqttJson: Protocol<JsonMessage> = {
  id: 'mqttJson',
  label: { zh: 'MQTT JSON 读数', en: 'MQTT readings in JSON' },
  standard: 'Anlan MQTT convention 1',
  transport: 'mqtt',
  frameForm: 'text',
  maxFrameBytes: maxPayloadBytes,
  createDecoder: () => new JsonStream(),
  describe: (message) => ({
    ...message,
    readings: message.readings.map((reading) => ({
      ...reading,
      at: reading.atMs === null ? null : new Date(reading.atMs).toISOString(),
    })),
  }),
};

const openers = '{[';
const closers = '}]';
/** What may stand before an opening bracket inside a value; anything else means that the last value was cut off. */
const beforeOpener = '[,:';

class JsonStream implements Decoder<JsonMessage> {
  #held = new Uint8Array(maxPayloadBytes);
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

  get heldBytes(): number {
    return this.#heldBytes;
  }

  push(bytes: Uint8Array): Decoded<JsonMessage>[] {
    const results: Decoded<JsonMessage>[] = [];
    for (const byte of bytes) {
      this.#read(byte, results);
      this.#position += 1;
    }
    return results;
  }

  end(): Decoded<JsonMessage>[] {
    const results: Decoded<JsonMessage>[] = [];
    if (this.#depth > 0) this.#refuse(results, 'truncated', 'The stream ends inside a value.');
    else if (this.#heldBytes > 0) this.#refuse(results, 'invalidFormat', 'The text is neither an object nor a list.');
    this.#passing = false;
    return results;
  }

  #read(byte: number, results: Decoded<JsonMessage>[]): void {
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
    if (this.#heldBytes === maxPayloadBytes) {
      this.#refuse(results, 'invalidFormat', `The value is longer than ${maxPayloadBytes} bytes.`);
      this.#passing = true;
      return;
    }
    this.#held[this.#heldBytes] = byte;
    this.#heldBytes += 1;
    this.#follow(character, results);
  }

  /** Keeps track of strings and brackets, and hands over a value when its last bracket closes. */
  #follow(character: string, results: Decoded<JsonMessage>[]): void {
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

  #finish(results: Decoded<JsonMessage>[]): void {
    const bytes = this.#held.slice(0, this.#heldBytes);
    const result = readPayload(bytes);
    if (result.ok) {
      const offset = this.#position + 1 - this.#heldBytes;
      results.push({ ok: true, frame: new TextDecoder().decode(bytes), message: { ...result.payload, problems: result.problems }, offset });
      this.#restart();
      return;
    }
    const reasons = result.problems.map(({ field, rule, message }) => `${field === '' ? 'payload' : field}: ${rule}: ${message}`);
    this.#refuse(results, 'invalidFormat', reasons.join(' '), 1);
  }

  #endNoise(results: Decoded<JsonMessage>[]): void {
    if (this.#heldBytes > 0) this.#refuse(results, 'invalidFormat', 'The text is neither an object nor a list.');
  }

  #refuse(results: Decoded<JsonMessage>[], code: DamageCode, message: string, ahead: 0 | 1 = 0): void {
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
