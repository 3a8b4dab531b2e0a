// What the platform sends. A terminal waits for an answer to everything it sends and sends again otherwise; a registration, a
// clock query and stored pictures have answers of their own, everything else the general one.

import { bcdTimeAt } from '../bcdTime.ts';
import type { KnownBody } from './bodies.table.ts';
import { idOf } from './body.ts';
import { encodeFrame } from './frame.ts';
import type { Jt808Message } from './message.ts';
import { encodeMessage } from './packets.ts';

/** Results of a general answer. */
export const results = { done: 0, failed: 1, badMessage: 2, unsupported: 3, alarmConfirmed: 4 } as const;
/** Results of a registration. */
export const registrationResults = { done: 0, vehicleRegistered: 1, noVehicle: 2, terminalRegistered: 3, noTerminal: 4 } as const;

/** Whom a message came from; `serial` is that of our own message, 0 to 65535. */
type To = Pick<Jt808Message, 'edition' | 'version' | 'phone'>;

/** True for messages that wait for the general answer. */
export function needsAnswer(message: Jt808Message): boolean {
  return message.id < 0x8000 && !ownAnswer.has(message.body.kind);
}
const ownAnswer: ReadonlySet<string> = new Set(['terminalAnswer', 'registration', 'timeQuery', 'terminalResend', 'mediaData']);

/** 8001. Send `done` only once the message is durable. */
export function generalAnswer(message: Jt808Message, serial: number, result: keyof typeof results = 'done'): Uint8Array {
  const fields = { answeredSerial: message.serial, answeredId: message.id, result: results[result] };
  return encodeFrame(down(message, serial, { kind: 'platformAnswer', fields }));
}

/** 8100; with `done` comes the token the terminal shall authenticate itself with. */
export function registrationAnswer(
  message: Jt808Message,
  serial: number,
  result: keyof typeof registrationResults,
  token: string,
): Uint8Array {
  const fields = { answeredSerial: message.serial, result: registrationResults[result], token: result === 'done' ? token : null };
  return encodeFrame(down(message, serial, { kind: 'registrationAnswer', fields }));
}

/** 8004: the time now, for terminals of 2019. */
export function timeAnswer(message: Jt808Message, serial: number, atMs: number): Uint8Array {
  return encodeFrame(down(message, serial, { kind: 'timeAnswer', fields: { at: bcdTimeAt(atMs, 6) } }));
}

/** 8800: a picture has come; without `missing` it is whole. */
export function mediaAnswer(to: To, serial: number, mediaId: number, missing: number[] = []): Uint8Array {
  const fields = { mediaId, missing: missing.length === 0 ? null : missing };
  return encodeFrame(down(to, serial, { kind: 'mediaAnswer', fields }));
}

/** 8003: asks for packages again. */
export function resendRequest(to: To, serial: number, wanted: { firstSerial: number; packages: number[] }): Uint8Array {
  return encodeFrame(down(to, serial, { kind: 'platformResend', fields: wanted }));
}

/** Any other command, in as many frames as it needs. */
export function command(to: To, serial: number, body: KnownBody): Uint8Array[] {
  return encodeMessage(down(to, serial, body));
}

function down({ edition, version, phone }: To, serial: number, body: KnownBody): Jt808Message {
  return { id: idOf(body.kind), edition, version, encryption: 0, reserved: 0, phone, serial, packet: null, body, rest: '', exact: null };
}
