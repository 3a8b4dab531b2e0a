// Names of video streams, as the county's registers keep them and a video platform understands them:
//
//   gb28181:34132200001320000001@34132200002000000001     camera, at the platform (its domain) that serves it
//   jt1078:013912345678/1/main                            camera 1 of a vehicle terminal (JT/T 1078), main or sub stream
//
// Pictures themselves, signalling (SIP) and players are the video platform's.

import type { Label } from '../protocol.ts';
import { deviceTypeCodes, industryCodes } from './codes.table.ts';

export interface Gb28181Code {
  /** Eight digits: division to the street; the last two are 00 for a county. */
  centre: string;
  /** Two digits. */
  industry: string;
  /** Three digits. */
  type: string;
  /** One digit. */
  network: string;
  /** Six digits. */
  serial: string;
}

export type StreamName =
  | { standard: 'gb28181'; device: Gb28181Code; domain: Gb28181Code | null }
  /** `terminal`: number of the SIM, 12 digits (2016) or 20 (terminals of JT/T 808-2019). */
  | { standard: 'jt1078'; terminal: string; channel: number; stream: 'main' | 'sub' };

export type NameResult = { ok: true; name: StreamName } | { ok: false; position: number; reason: string };

/** Reads a name. Never throws; a mistake is told with its position, counted from 0. */
export function readStreamName(text: string): NameResult {
  if (text.startsWith('gb28181:')) return readGb28181(text);
  if (text.startsWith('jt1078:')) return readJt1078(text);
  return { ok: false, position: 0, reason: 'A name begins with gb28181: or jt1078:.' };
}

function readGb28181(text: string): NameResult {
  const begin = 'gb28181:'.length;
  const [code = '', domain, ...more] = text.slice(begin).split('@');
  const device = readGb28181Code(code);
  if (device === null) return { ok: false, position: begin, reason: 'A code of GB/T 28181 has 20 digits.' };
  if (domain === undefined) return { ok: true, name: { standard: 'gb28181', device, domain: null } };
  const platform = readGb28181Code(domain);
  if (platform === null || more.length > 0) return { ok: false, position: begin + 21, reason: 'The code of the platform has 20 digits.' };
  return { ok: true, name: { standard: 'gb28181', device, domain: platform } };
}

function readJt1078(text: string): NameResult {
  const begin = 'jt1078:'.length;
  const [terminal = '', channel = '', stream = 'main', ...more] = text.slice(begin).split('/');
  if (!/^(\d{12}|\d{20})$/.test(terminal)) return { ok: false, position: begin, reason: 'A terminal has 12 or 20 digits.' };
  const position = begin + terminal.length + 1;
  if (!/^[1-9]\d{0,2}$/.test(channel) || Number(channel) > 255)
    return { ok: false, position, reason: 'A channel is a number from 1 to 255.' };
  if ((stream !== 'main' && stream !== 'sub') || more.length > 0)
    return { ok: false, position: position + channel.length + 1, reason: 'The stream is main or sub.' };
  return { ok: true, name: { standard: 'jt1078', terminal, channel: Number(channel), stream } };
}

/** The name as text; `readStreamName` gives the same name again. */
export function writeStreamName(name: StreamName): string {
  if (name.standard === 'jt1078') return `jt1078:${name.terminal}/${name.channel}/${name.stream}`;
  const domain = name.domain === null ? '' : `@${writeGb28181Code(name.domain)}`;
  return `gb28181:${writeGb28181Code(name.device)}${domain}`;
}

/** Cuts a 20-digit code; null when it has another form. */
export function readGb28181Code(code: string): Gb28181Code | null {
  const [, centre, industry, type, network, serial] = /^(\d{8})(\d{2})(\d{3})(\d)(\d{6})$/.exec(code) ?? [];
  return centre && industry && type && network && serial ? { centre, industry, type, network, serial } : null;
}

export function writeGb28181Code({ centre, industry, type, network, serial }: Gb28181Code): string {
  return `${centre}${industry}${type}${network}${serial}`;
}

/** Words for industry and type; null where the tables have none. */
export function gb28181Labels({ industry, type }: Gb28181Code): { industry: Label | null; type: Label | null } {
  return { industry: industryCodes[industry] ?? null, type: deviceTypeCodes[type] ?? null };
}

/**
 * The ten digits of the SSRC by which a GB/T 28181 stream is told on the wire (`y=` of its SDP): 0 live or 1 recorded, digits
 * 4 to 8 of the domain, four of its own.
 * @throws RangeError when `number` is not from 0 to 9999.
 */
export function writeSsrc(domain: Gb28181Code, number: number, isRecorded: boolean): string {
  if (!Number.isInteger(number) || number < 0 || number > 9999) throw new RangeError(`number: ${number} is not from 0 to 9999.`);
  return `${isRecorded ? 1 : 0}${domain.centre.slice(3, 8)}${String(number).padStart(4, '0')}`;
}

/** Takes an SSRC apart; null when it is not ten digits beginning with 0 or 1. */
export function readSsrc(ssrc: string): { isRecorded: boolean; domainDigits: string; number: number } | null {
  const [, first, domainDigits, number] = /^([01])(\d{5})(\d{4})$/.exec(ssrc) ?? [];
  return domainDigits === undefined || number === undefined ? null : { isRecorded: first === '1', domainDigits, number: Number(number) };
}

/**
 * Which stream a packet of JT/T 1078 belongs to, from its first sixteen bytes: mark 30 31 63 64, SIM in BCD at 8, channel
 * at 14. Null when it is no such packet. Whether it is the main or the sub stream does not stand in it: `main` is said.
 */
export function nameOfPacket(bytes: Uint8Array): StreamName | null {
  if (bytes.length < 16 || bytes.subarray(0, 4).toHex() !== '30316364' || (bytes[4] ?? 0) >> 6 !== 2) return null;
  const [terminal, channel = 0] = [bytes.subarray(8, 14).toHex(), bytes[14]];
  return /^\d{12}$/.test(terminal) && channel > 0 ? { standard: 'jt1078', terminal, channel, stream: 'main' } : null;
}
