// Puts together what a station sends in several packages (modes M3 and M4: pictures, long answers). The first package carries
// serial and time, the others go on where it ended. A package that never came is asked for again by number.

import { readJoinedBody } from './frame.ts';
import type { Sl651Message } from './message.ts';

export interface Assembly {
  /** The whole message, `packet` null; null while packages are missing. */
  message: Sl651Message | null;
  /** Numbers that have not come, in order; empty when whole. */
  missing: number[];
}

export interface Assembler {
  /** Takes one package; a message sent whole passes straight through. The same package twice counts once. */
  add(message: Sl651Message): Assembly;
  /** What is still missing of the message this package belongs to, to be asked for when the station has gone silent. */
  missingOf(message: Sl651Message): number[];
  /** Forgets an unfinished message, when its station was given up. */
  drop(message: Sl651Message): void;
  /** Bytes of packages waiting for others. */
  readonly heldBytes: number;
}

interface Waiting {
  total: number;
  packages: Map<number, Sl651Message>;
  bytes: number;
}

/**
 * @param maxHeldBytes most bytes that may wait; the message that has waited longest is given up first. The default holds two
 * pictures of 2000 packages.
 */
export function createAssembler(maxHeldBytes = 16 * 1024 * 1024): Assembler {
  const waiting = new Map<string, Waiting>();
  let heldBytes = 0;

  const forget = (key: string): void => {
    heldBytes -= waiting.get(key)?.bytes ?? 0;
    waiting.delete(key);
  };
  const keep = (key: string, message: Sl651Message, total: number, number: number): Waiting => {
    if (waiting.get(key)?.total !== total) forget(key);
    const entry = waiting.get(key) ?? { total, packages: new Map<number, Sl651Message>(), bytes: 0 };
    if (!entry.packages.has(number)) {
      entry.packages.set(number, message);
      entry.bytes += bytesOf(message);
      heldBytes += bytesOf(message);
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
      const { packet } = message;
      if (packet === null || packet.number < 1 || packet.number > packet.total) return { message, missing: [] };
      const key = keyOf(message);
      const entry = keep(key, message, packet.total, packet.number);
      const missing = missingIn(entry);
      if (missing.length > 0) return { message: null, missing };
      forget(key);
      return { message: join(entry, message), missing };
    },
    missingOf(message) {
      const entry = waiting.get(keyOf(message));
      return entry === undefined ? [] : missingIn(entry);
    },
    drop: (message) => forget(keyOf(message)),
  };
}

function keyOf({ station, direction, functionCode }: Sl651Message): string {
  return `${station}.${direction}.${functionCode}`;
}

function missingIn({ total, packages }: Waiting): number[] {
  return Array.from({ length: total }, (_, at) => at + 1).filter((number) => !packages.has(number));
}

function rawOf(message: Sl651Message): string {
  return message.parts.map((part) => (part.kind === 'package' ? part.raw : '')).join('');
}

function bytesOf(message: Sl651Message): number {
  return rawOf(message).length / 2;
}

function join({ total, packages }: Waiting, last: Sl651Message): Sl651Message {
  const raw = Array.from({ length: total }, (_, at) => packages.get(at + 1)).map((part) => (part === undefined ? '' : rawOf(part)));
  return { ...last, packet: null, ...readJoinedBody(Uint8Array.fromHex(raw.join('')), last) };
}
