// Finds Modbus frames in a stream. What is no frame is given up byte by byte and reported once, with its first bytes.

import { printedBytes, type DamageCode, type Decoded, type Decoder } from '../protocol.ts';
import { hasUnknownRtuLength, maxFrameBytes, readRtu, readTcp, rtuLengths, tcpLengths, type ModbusFrame, type Side } from './frame.ts';

export interface StreamForm {
  /** Null finds both, as in a capture nobody labelled. */
  transport: 'tcp' | 'rtu' | null;
  /** Null reads questions and answers. */
  side: Side | null;
  /** Also wanted: only frames of these lengths, which the master knows from what it asked. */
  lengths?: readonly number[];
}

type Found =
  | { state: 'accepted'; length: number; frame: ModbusFrame }
  | { state: 'incomplete' }
  | { state: 'refused'; code: DamageCode; reason: string };

/** Reads one stream in the given form. */
export function createModbusDecoder(form: StreamForm): Decoder<ModbusFrame> {
  return new ModbusStream(form);
}

class ModbusStream implements Decoder<ModbusFrame> {
  readonly #form: StreamForm;
  #held: Uint8Array = new Uint8Array(0);
  #offset = 0;
  #damage: { offset: number; code: DamageCode; reason: string; first: number[]; length: number } | null = null;

  constructor(form: StreamForm) {
    this.#form = form;
  }

  get heldBytes(): number {
    return this.#held.length;
  }

  push(bytes: Uint8Array): Decoded<ModbusFrame>[] {
    const both = new Uint8Array(this.#held.length + bytes.length);
    both.set(this.#held);
    both.set(bytes, this.#held.length);
    return this.#read(both, false);
  }

  end(): Decoded<ModbusFrame>[] {
    const results = this.#read(this.#held, true);
    this.#report(results);
    return results;
  }

  #read(bytes: Uint8Array, final: boolean): Decoded<ModbusFrame>[] {
    const results: Decoded<ModbusFrame>[] = [];
    let at = 0;
    while (at < bytes.length) {
      const rest = bytes.subarray(at, at + maxFrameBytes);
      const found = inspect(rest, this.#form);
      if (found.state === 'incomplete' && !final) break;
      if (found.state === 'accepted') {
        this.#report(results);
        const frame = rest.subarray(0, found.length).toHex().toUpperCase();
        results.push({ ok: true, frame, message: found.frame, offset: this.#offset + at });
        at += found.length;
      } else {
        const why = found.state === 'refused' ? found : ({ code: 'truncated', reason: 'The stream ends inside a frame.' } as const);
        this.#giveUp(rest[0] ?? 0, this.#offset + at, why.code, why.reason);
        at += 1;
      }
    }
    this.#offset += at;
    this.#held = bytes.slice(at);
    return results;
  }

  #giveUp(byte: number, offset: number, code: DamageCode, reason: string): void {
    this.#damage ??= { offset, code, reason, first: [], length: 0 };
    this.#damage.length += 1;
    if (this.#damage.first.length < printedBytes) this.#damage.first.push(byte);
  }

  #report(results: Decoded<ModbusFrame>[]): void {
    if (this.#damage === null) return;
    const { offset, code, reason, first, length } = this.#damage;
    this.#damage = null;
    const message = `${reason} ${length} bytes are given up.`;
    results.push({ ok: false, code, message, offset, frame: Uint8Array.from(first).toHex().toUpperCase() });
  }
}

/** The shortest sound frame at the beginning; `incomplete` while a longer one may still come. */
function inspect(bytes: Uint8Array, { transport, side, lengths: wanted }: StreamForm): Found {
  const tcp = transport === 'rtu' ? [] : tcpLengths(bytes);
  const rtu = transport === 'tcp' ? [] : rtuLengths(bytes, side);
  const candidates = [
    ...(tcp === 'unknown' ? [] : tcp.map((length) => ({ length, read: readTcp }))),
    ...rtu.map((length) => ({ length, read: readRtu })),
  ].filter(({ length }) => wanted === undefined || wanted.includes(length));
  candidates.sort((a, b) => a.length - b.length);
  let first: { code: DamageCode; reason: string } | null = null;
  for (const { length, read } of candidates) {
    if (length > bytes.length) return { state: 'incomplete' };
    const result = read(bytes.subarray(0, length), side);
    if (result.ok) return { state: 'accepted', length, frame: result.frame };
    if (first === null || first.code === 'checksum') first = { code: result.code, reason: result.reason };
  }
  if (tcp === 'unknown' || (transport !== 'tcp' && hasUnknownRtuLength(bytes, side))) return { state: 'incomplete' };
  return { state: 'refused', ...(first ?? { code: 'invalidFormat', reason: 'No frame begins here.' }) };
}
