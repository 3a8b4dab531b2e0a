// Names of video streams as a protocol: a list with one name a line, for imports and `anlan decode video`.

import { printedBytes, type Decoded, type Decoder, type Protocol } from '../protocol.ts';
import { gb28181Labels, readStreamName, writeStreamName, type StreamName } from './streamName.ts';

/** Longest line; names are far shorter. */
const maxLineBytes = 256;
const lineFeed = 0x0a;

export const video: Protocol<StreamName> = {
  id: 'video',
  label: { zh: '视频流名称', en: 'names of video streams' },
  standard: 'GB/T 28181 (20-digit code), JT/T 1078 (terminal and channel)',
  transport: 'file',
  frameForm: 'text',
  lineEnd: Uint8Array.of(lineFeed),
  maxFrameBytes: maxLineBytes,
  createDecoder: () => new NameList(),
  describe: (name) => ({
    ...name,
    name: writeStreamName(name),
    meaning: name.standard === 'gb28181' ? gb28181Labels(name.device) : null,
  }),
};

class NameList implements Decoder<StreamName> {
  #held: number[] = [];
  #position = 0;
  /** True while the rest of a line that was too long is passed over. */
  #passing = false;

  get heldBytes(): number {
    return this.#held.length;
  }

  push(bytes: Uint8Array): Decoded<StreamName>[] {
    const results: Decoded<StreamName>[] = [];
    for (const byte of bytes) {
      if (byte === lineFeed) {
        if (!this.#passing) this.#readLine(results);
        this.#passing = false;
      } else if (!this.#passing && this.#held.length === maxLineBytes) {
        this.#refuse(results, `The line is longer than ${maxLineBytes} bytes.`, 0);
        this.#passing = true;
      } else if (!this.#passing) this.#held.push(byte);
      this.#position += 1;
    }
    return results;
  }

  end(): Decoded<StreamName>[] {
    const results: Decoded<StreamName>[] = [];
    this.#readLine(results);
    this.#passing = false;
    return results;
  }

  #readLine(results: Decoded<StreamName>[]): void {
    const line = new TextDecoder().decode(Uint8Array.from(this.#held));
    const text = line.trim();
    if (text === '') {
      this.#held = [];
      return;
    }
    const lead = line.length - line.trimStart().length;
    const read = readStreamName(text);
    if (!read.ok) return this.#refuse(results, read.reason, lead + read.position);
    results.push({ ok: true, frame: text, message: read.name, offset: this.#position - this.#held.length + lead });
    this.#held = [];
  }

  #refuse(results: Decoded<StreamName>[], message: string, place: number): void {
    const bytes = Uint8Array.from(this.#held);
    const frame = new TextDecoder().decode(bytes.subarray(0, printedBytes));
    results.push({ ok: false, code: 'invalidFormat', message, offset: this.#position - bytes.length + place, frame });
    this.#held = [];
  }
}
