// A message of GB/T 26875.3 as values. What its objects mean is worked out in readings.ts.

import type { Content } from './objects.ts';
import type { TimeTag } from './timeTag.ts';

const commandKinds = ['control', 'send', 'confirm', 'request', 'answer', 'deny'] as const;

/** Command byte 1 to 6 in words; `userDefined` for 128 to 255. */
export type Command = (typeof commandKinds)[number] | 'userDefined';

export interface FireMessage {
  /** 0 to 65535; an answer repeats the serial of its request. */
  serial: number;
  version: { main: number; user: number };
  sentAt: TimeTag;
  /** Address of the sender, six bytes on the wire, low byte first. */
  source: number;
  destination: number;
  command: Command;
  commandCode: number;
  /** Null when the frame carries no application data, as confirmations do. */
  content: Content | null;
}

/** Null for 0 and 7 to 127, which the standard reserves. */
export function commandKind(code: number): Command | null {
  if (code >= 128) return 'userDefined';
  return commandKinds[code - 1] ?? null;
}

/** Command byte of a kind; `userDefined` has no single one. */
export function commandCode(command: (typeof commandKinds)[number]): number {
  return commandKinds.indexOf(command) + 1;
}

/** An address as twelve hexadecimal digits, high byte first: the form in which devices are registered. */
export function addressText(address: number): string {
  return address.toString(16).toUpperCase().padStart(12, '0');
}
