import type { Clock } from '#kernel/clock/clock.ts';
import type { EndpointProtocol, Reading, Signal } from '#kernel/observation/reading.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import type { CommandDesk, Encode } from '../commands/commandDesk.ts';
import type { Contacts } from '../contacts.ts';
import { proofProblems, type DeviceBook, type GivenProof } from '../deviceBook.ts';
import type { PayloadBook } from '../payloadBook.ts';
import type { Pipeline } from '../pipeline.ts';
import type { TlsMaterial } from './listener.ts';
import type { Peer } from './wire.ts';

// What every endpoint is given and gives.

export interface EndpointOptions {
  pipeline: Pick<Pipeline, 'accept' | 'counters'>;
  clock: Clock;
  /** Hears of our own faults; a device's mistakes are counted instead. */
  report: (error: Error, where: string) => void;
  limits?: Partial<Limits>;
  /** How devices prove who they are. */
  book: DeviceBook;
  /** Where devices were last heard from. */
  contacts: Contacts;
  /** What is to be sent to devices; absent = nothing is. */
  commands?: Pick<CommandDesk, 'online' | 'gone' | 'answered'>;
  /** How MQTT messages are read that do not follow our own form; absent = all do. */
  payloads?: Pick<PayloadBook, 'read'>;
  /** Listens under TLS; absent = plainly. */
  tls?: TlsMaterial;
}

export interface Limits {
  connections: number;
  /** Frames of one connection that are being made durable at once. */
  unacknowledged: number;
  /** Frames a second of one connection; beyond it the connection is read more slowly, nothing is lost. */
  framesPerSecond: number;
  /** A connection that says nothing for this long is closed. */
  idleMs: number;
  /** A frame that is not complete after this long is given up. */
  frameMs: number;
}

export const usualLimits: Limits = { connections: 4_000, unacknowledged: 64, framesPerSecond: 200, idleMs: 15 * 60_000, frameMs: 10_000 };

export interface Endpoint {
  protocol: EndpointProtocol;
  /** Host and port in use; port 0 was replaced by the one the system chose. */
  address: { host: string; port: number };
  /** Stops listening and closes every connection; what is not acknowledged will be sent again. */
  close(): Promise<void>;
}

export interface SourceState {
  is: 'connected' | 'waiting';
  sinceMs: number;
  /** Why it waits, in the words of whoever said so; null before the first attempt and while connected. */
  error: string | null;
}

/** Somewhere we go to for readings ourselves. */
export interface Source {
  protocol: EndpointProtocol;
  /** For people: where it is, without any password. */
  label: string;
  state(): SourceState;
  close(): Promise<void>;
}

/**
 * `kept` once a signal is durable; else why not: a ProofProblem of its device, the code under which the log refused it, or `fault`.
 * All are counted.
 * @param given what the device proves itself by; `trusted` where somebody else has seen to it (a broker with accounts of its own)
 */
export async function keep(options: EndpointOptions, signal: Signal, given: GivenProof | 'trusted'): Promise<string> {
  const { pipeline, report, book } = options;
  const { protocol, deviceKey, remote, raw } = signal;
  const problem = given === 'trusted' ? null : book.check(protocol, deviceKey, given);
  if (given !== 'trusted' && problem !== null) {
    pipeline.counters.refuse(protocol, problem, remote, withoutKey(raw, given), deviceKey);
    return problem;
  }
  options.contacts.heard(deviceKey, protocol, remote);
  try {
    await pipeline.accept(signal);
    return 'kept';
  } catch (error) {
    if (!(error instanceof RefusalError)) report(error as Error, `${protocol} endpoint`);
    const code = error instanceof RefusalError ? error.refusal.code : 'fault';
    pipeline.counters.count(protocol, 'refused', code);
    return code;
  }
}

/** Remembers where a registered device can be told something; strangers are told nothing. */
export function tellOnline({ book, commands }: EndpointOptions, deviceKey: string, peer: Peer, encode: Encode): void {
  if (commands && book.device(deviceKey) !== undefined) commands.online(deviceKey, peer, encode);
}

/** Whether an outcome of `keep` says that the device was not believed. */
export function isProofProblem(outcome: string): boolean {
  return proofProblems.has(outcome);
}

/** Frames that were refused are shown to people: a mistyped key is close to the right one. */
function withoutKey(raw: string, { key }: GivenProof): string {
  return key ? raw.replaceAll(key, '••••') : raw;
}

/** A reading as the judge takes it; no time of its own means the time of receipt, marked as such. */
export function readingOf(
  from: { channel: string; quantity: string; value: number; unit: string | null; atMs: number | null },
  quality: Reading['quality'],
): Reading {
  const { channel, quantity, value, unit, atMs } = from;
  return { channel, quantity, value, unit, atMs: atMs ?? Number.NaN, quality };
}

export function remoteOf(socket: { remoteAddress?: string | undefined; remotePort?: number | undefined }): string {
  return `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
}
