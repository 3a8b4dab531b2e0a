// What the centre sends back: command 3 confirms, command 6 denies. Both repeat the serial and version of the request
// and swap the addresses; neither carries data. A device that hears nothing within 10 s sends again, three times in all.

import { encodeFrame, headBytes, readHead } from './frame.ts';
import { commandCode, type FireMessage } from './message.ts';
import { timeTagAt } from './timeTag.ts';

/** Confirms a message. Send it only once the message is durable. `atMs` is the time of sending. */
export function confirm(message: FireMessage, atMs: number): Uint8Array {
  return answer(message, 'confirm', atMs);
}

/** Denies a sound message that was not taken. */
export function refuse(message: FireMessage, atMs: number): Uint8Array {
  return answer(message, 'deny', atMs);
}

/** True for messages that the device waits to have confirmed; confirmations and denials are not answered. */
export function needsConfirm(message: FireMessage): boolean {
  return message.command === 'send' || message.command === 'userDefined';
}

/**
 * Denies a frame that arrived damaged, so that the device sends it again at once.
 * @param frame the damaged bytes in hexadecimal, as a decoder reports them.
 * @returns null when not even the head is there, so nobody can be addressed.
 */
export function deny(frame: string, atMs: number): Uint8Array | null {
  if (frame.length < headBytes * 2 || !frame.startsWith('4040')) return null;
  return answer(readHead(Uint8Array.fromHex(frame)), 'deny', atMs);
}

function answer(
  to: Pick<FireMessage, 'serial' | 'version' | 'source' | 'destination'>,
  command: 'confirm' | 'deny',
  atMs: number,
): Uint8Array {
  return encodeFrame({
    serial: to.serial,
    version: to.version,
    sentAt: timeTagAt(atMs),
    source: to.destination,
    destination: to.source,
    commandCode: commandCode(command),
    content: null,
  });
}
