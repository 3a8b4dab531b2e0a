// What the centre sends: confirmations of reports (mode M2), requests for packages that are missing (M3), and commands.
// Stations that stay on the line are told ESC, others EOT, after which they sleep. A station that hears nothing sends again
// twice with the same serial.

import { bcdTimeAt } from '../bcdTime.ts';
import type { End } from './codes.table.ts';
import { encodeFrame } from './frame.ts';
import type { Part, Sl651Message } from './message.ts';

/** True for messages a station waits to have confirmed: everything it sends by itself except the keep-alive. */
export function needsConfirm(message: Sl651Message): boolean {
  return message.direction === 'up' && message.functionCode >= 0x30 && message.functionCode <= 0x36;
}

/**
 * Confirms a report. Send it only once the report is durable.
 * @param end `ESC` keeps the station on the line, `EOT` lets it go, `ACK` asks it to go on with the next package.
 */
export function confirm(message: Sl651Message, atMs: number, end: Extract<End, 'EOT' | 'ESC' | 'ACK'> = 'ESC'): Uint8Array {
  return command(message, message.functionCode, atMs, [], { end, serial: message.serial ?? 0 });
}

/** Refuses a message, so that the station sends it again (at most twice). */
export function deny(message: Sl651Message, atMs: number): Uint8Array {
  return command(message, message.functionCode, atMs, [], { end: 'NAK', serial: message.serial ?? 0 });
}

/** Asks again for one package: NAK in a frame that carries the number of the package. */
export function requestPackage(message: Sl651Message, number: number): Uint8Array {
  const total = message.packet?.total ?? 0;
  return encodeFrame({ ...headOf(message), packet: { total, number }, serial: null, sentAt: null, parts: [], end: 'NAK' });
}

/**
 * A command to the station a message came from: queries, settings, clock.
 * @param atMs time of sending; for function 4A it is the time the station shall show.
 * @param parts parameters, e.g. `elementOf(…)` without data, or parts of kind `rest` for what the standard leaves to the maker.
 */
export function command(
  to: Pick<Sl651Message, 'centre' | 'station' | 'password'>,
  functionCode: number,
  atMs: number,
  parts: Part[],
  { end = 'ENQ', serial = 0 }: { end?: End; serial?: number } = {},
): Uint8Array {
  return encodeFrame({ ...headOf({ ...to, functionCode }), packet: null, serial, sentAt: bcdTimeAt(atMs, 6), parts, end });
}

function headOf({ centre, station, password, functionCode }: Pick<Sl651Message, 'centre' | 'station' | 'password' | 'functionCode'>) {
  return { direction: 'down', centre, station, password, functionCode } as const;
}
