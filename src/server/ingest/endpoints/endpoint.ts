import type { Clock } from '#kernel/clock/clock.ts';
import type { EndpointProtocol, Reading } from '#kernel/observation/reading.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import type { Pipeline } from '../pipeline.ts';

// What every endpoint is given and gives.

export interface EndpointOptions {
  pipeline: Pick<Pipeline, 'accept' | 'counters'>;
  clock: Clock;
  /** Hears of our own faults; a device's mistakes are counted instead. */
  report: (error: Error, where: string) => void;
  limits?: Partial<Limits>;
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

/** `kept` once a signal is durable; else the code under which the log refused it, or `fault`; both are counted. */
export async function keep({ pipeline, report }: EndpointOptions, signal: Parameters<Pipeline['accept']>[0]): Promise<string> {
  try {
    await pipeline.accept(signal);
    return 'kept';
  } catch (error) {
    if (!(error instanceof RefusalError)) report(error as Error, `${signal.protocol} endpoint`);
    const code = error instanceof RefusalError ? error.refusal.code : 'fault';
    pipeline.counters.count(signal.protocol, 'refused', code);
    return code;
  }
}

/** Whether a signal became durable. */
export async function isKept(options: EndpointOptions, signal: Parameters<Pipeline['accept']>[0]): Promise<boolean> {
  return (await keep(options, signal)) === 'kept';
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
