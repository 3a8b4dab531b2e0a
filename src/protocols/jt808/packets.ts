// Puts together what is sent in several packages, and cuts what is too long for one. When packages are missing, the receiver
// asks for them by number and the serial of the first: the platform with 8003, a terminal of 2019 with 0005.

import { readBody, writeBody } from './body.ts';
import { encodeFrame, maxBodyBytes } from './frame.ts';
import type { Jt808Message } from './message.ts';

export interface Assembly {
  /** The whole message with `packet` null, or its last package while others are missing or when its body cannot be read. */
  message: Jt808Message | null;
  missing: number[];
  /** Why a message whose packages are all there is none. */
  reason: string | null;
}

export interface Assembler {
  /** Takes one package; a message sent whole passes straight through. The same package twice counts once. */
  add(message: Jt808Message): Assembly;
  /** What is missing of the message a package belongs to: the serial of its first package and the numbers. */
  missingOf(message: Jt808Message): { firstSerial: number; packages: number[] };
  drop(message: Jt808Message): void;
  /** Bytes of packages waiting for others. */
  readonly heldBytes: number;
}

interface Waiting {
  total: number;
  firstSerial: number;
  packages: Map<number, string>;
  bytes: number;
}

/** @param maxHeldBytes most bytes that may wait; the message that has waited longest is given up first. */
export function createAssembler(maxHeldBytes = 16 * 1024 * 1024): Assembler {
  const waiting = new Map<string, Waiting>();
  let heldBytes = 0;

  const forget = (key: string): void => {
    heldBytes -= waiting.get(key)?.bytes ?? 0;
    waiting.delete(key);
  };
  const keep = (key: string, packet: { total: number; number: number }, serial: number, raw: string): Waiting => {
    const firstSerial = (serial - packet.number + 1 + 65_536) % 65_536;
    const known = waiting.get(key);
    // A new message of the same kind begins when its number of packages differs or its first package comes again under another serial.
    if (known !== undefined && (known.total !== packet.total || (packet.number === 1 && known.firstSerial !== firstSerial))) forget(key);
    const entry = waiting.get(key) ?? { total: packet.total, firstSerial, packages: new Map<number, string>(), bytes: 0 };
    if (!entry.packages.has(packet.number)) {
      entry.packages.set(packet.number, raw);
      entry.bytes += raw.length / 2;
      heldBytes += raw.length / 2;
    }
    waiting.set(key, entry);
    for (const oldest of waiting.keys()) {
      if (heldBytes <= maxHeldBytes || oldest === key) break;
      forget(oldest);
    }
    return entry;
  };

  return {
    get heldBytes() {
      return heldBytes;
    },
    add(message) {
      const { packet, body } = message;
      if (packet === null || body.kind !== 'package') return { message, missing: [], reason: null };
      if (packet.number < 1 || packet.number > packet.total) {
        return { message: null, missing: [], reason: `Package ${packet.number} of ${packet.total} cannot be.` };
      }
      const key = keyOf(message);
      const entry = keep(key, packet, message.serial, body.raw);
      const missing = missingIn(entry);
      if (missing.length > 0) return { message: null, missing, reason: null };
      forget(key);
      return join(entry, message);
    },
    missingOf(message) {
      const entry = waiting.get(keyOf(message));
      return { firstSerial: entry?.firstSerial ?? message.serial, packages: entry === undefined ? [] : missingIn(entry) };
    },
    drop: (message) => forget(keyOf(message)),
  };
}

function keyOf({ phone, id }: Jt808Message): string {
  return `${phone}.${id}`;
}

function missingIn({ total, packages }: Waiting): number[] {
  return Array.from({ length: total }, (_, at) => at + 1).filter((number) => !packages.has(number));
}

function join({ total, firstSerial, packages }: Waiting, last: Jt808Message): Assembly {
  const raw = Array.from({ length: total }, (_, at) => packages.get(at + 1) ?? '').join('');
  const head = { ...last, packet: null, serial: firstSerial };
  if (last.encryption !== 0)
    return { message: { ...head, body: { kind: 'unknown', raw }, rest: '', exact: null }, missing: [], reason: null };
  const read = readBody(last.id, Uint8Array.fromHex(raw), last.edition === 2019);
  if ('reason' in read) return { message: null, missing: [], reason: read.reason };
  return { message: { ...head, ...read }, missing: [], reason: null };
}

/** Frames of a message of any length: one, or as many packages as its body needs, with serials that follow each other. */
export function encodeMessage(message: Jt808Message): Uint8Array[] {
  const body = writeBody(message, message.edition === 2019);
  if (body.length <= maxBodyBytes) return [encodeFrame(message)];
  const total = Math.ceil(body.length / maxBodyBytes);
  return Array.from({ length: total }, (_, at) => {
    const raw = body
      .subarray(at * maxBodyBytes, (at + 1) * maxBodyBytes)
      .toHex()
      .toUpperCase();
    const serial = (message.serial + at) % 65_536;
    return encodeFrame({ ...message, serial, packet: { total, number: at + 1 }, body: { kind: 'package', raw }, rest: '', exact: null });
  });
}
