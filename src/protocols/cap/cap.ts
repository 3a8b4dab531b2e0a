// CAP as a protocol: one document a stream. TCP does not carry it; the reader serves `anlan decode cap` and imports.

import { printedBytes, type Damaged, type Decoded, type Decoder, type Protocol } from '../protocol.ts';
import type { CapAlert, CapProblem } from './alert.ts';
import { readCap } from './read.ts';

/** Largest document in bytes. */
const maxDocumentBytes = 1 << 20;

export interface CapMessage {
  alert: CapAlert;
  notes: CapProblem[];
}

export const cap: Protocol<CapMessage> = {
  id: 'cap',
  label: { zh: '通用预警协议', en: 'Common Alerting Protocol' },
  standard: 'OASIS CAP-V1.2-OS',
  transport: 'file',
  frameForm: 'text',
  maxFrameBytes: maxDocumentBytes,
  createDecoder: () => new DocumentDecoder(),
  describe: ({ alert, notes }) => ({ ...alert, notes }),
};

class DocumentDecoder implements Decoder<CapMessage> {
  #held: Uint8Array = new Uint8Array(4096);
  #heldBytes = 0;
  /** Bytes of this document so far, those beyond the limit included. */
  #length = 0;
  #offset = 0;

  get heldBytes(): number {
    return this.#heldBytes;
  }

  push(bytes: Uint8Array): Decoded<CapMessage>[] {
    const taken = bytes.subarray(0, maxDocumentBytes - this.#heldBytes);
    const needed = this.#heldBytes + taken.length;
    if (needed > this.#held.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(this.#held.length * 2, maxDocumentBytes)));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held.set(taken, this.#heldBytes);
    this.#heldBytes = needed;
    this.#length += bytes.length;
    return [];
  }

  end(): Decoded<CapMessage>[] {
    const document = this.#held.subarray(0, this.#heldBytes);
    const [offset, length] = [this.#offset, this.#length];
    this.#offset += length;
    this.#held = new Uint8Array(4096);
    this.#heldBytes = 0;
    this.#length = 0;
    const frame = new TextDecoder().decode(document);
    if (frame.trim() === '') return [];
    if (length > maxDocumentBytes)
      return [damaged('invalidFormat', `The document is longer than ${maxDocumentBytes} bytes.`, offset, frame)];
    const result = readCap(document);
    if (result.ok) return [{ ok: true, frame, message: { alert: result.alert, notes: result.notes }, offset }];
    const code = result.problems.some((problem) => problem.rule === 'unfinished') ? 'truncated' : 'invalidFormat';
    const reasons = result.problems.map((problem) => `${problem.path}: ${problem.rule}: ${problem.message}`);
    return [damaged(code, reasons.join(' '), offset, frame)];
  }
}

function damaged(code: Damaged['code'], message: string, offset: number, frame: string): Damaged {
  return { ok: false, code, message, offset, frame: frame.slice(0, printedBytes) };
}
