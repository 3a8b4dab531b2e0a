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
  #pieces: Uint8Array[] = [];
  #offset = 0;
  #length = 0;

  get heldBytes(): number {
    return Math.min(this.#length, maxDocumentBytes);
  }

  push(bytes: Uint8Array): Decoded<CapMessage>[] {
    const room = maxDocumentBytes - this.heldBytes;
    if (room > 0) this.#pieces.push(bytes.slice(0, room));
    this.#length += bytes.length;
    return [];
  }

  end(): Decoded<CapMessage>[] {
    const document = Uint8Array.from(this.#pieces.flatMap((piece) => [...piece]));
    const [offset, length] = [this.#offset, this.#length];
    this.#offset += length;
    this.#pieces = [];
    this.#length = 0;
    const frame = new TextDecoder().decode(document.subarray(0, length > maxDocumentBytes ? printedBytes : length));
    if (frame.trim() === '') return [];
    if (length > maxDocumentBytes) return [damaged('invalidFormat', `The document is longer than ${maxDocumentBytes} bytes.`, offset, frame)];
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
