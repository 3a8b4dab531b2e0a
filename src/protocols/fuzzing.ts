// A mutation fuzzer for every protocol: known frames are damaged and thrown at one decoder in pieces of random size. It works in
// rounds of a thousand frames with a decoder and a seed of their own, so that a failing round is replayed exactly by its seed.
//
// Damage alone seldom passes a check value, so half of the frames are sealed again after the damage where the protocol gives a
// way to do it: then the readers of bodies see the damage, not only the check value.

import type { Decoder, Protocol } from './protocol.ts';
import { seededRandom, type SeededRandom } from './seededRandom.ts';

export interface FuzzTarget {
  protocol: Protocol<unknown>;
  /** Known frames, sound or not. */
  frames: readonly Uint8Array[];
  /** Corrects length and check value of a damaged frame. */
  seal?: (frame: Uint8Array) => Uint8Array;
  /** Writes a message again; what it gives must decode to the same message. */
  encode?: (message: unknown) => Uint8Array;
}

export interface FuzzResult {
  frames: number;
  accepted: number;
  damaged: number;
  /** Slowest frame in ms, as its fastest replay had it. */
  slowestMs: number;
  mostHeldBytes: number;
  /** What went wrong, with the seed that replays it; empty when nothing did. */
  failures: string[];
}

export const framesPerRound = 1000;
/** No frame may take longer. */
export const limitMs = 5;
/** A frame slower than this, and than every one before it, is replayed before it is believed. */
const suspectMs = 1;
/** One message in so many is written and read again. */
const encodedEvery = 16;
const replays = 3;

/** Runs rounds with the seeds `seed`, `seed + 1` … and stops at the first one that fails. `nowMs` is a clock of high resolution. */
export function fuzz(target: FuzzTarget, seed: number, rounds: number, nowMs: () => number, perRound = framesPerRound): FuzzResult {
  const total: FuzzResult = { frames: 0, accepted: 0, damaged: 0, slowestMs: 0, mostHeldBytes: 0, failures: [] };
  for (let round = 0; round < rounds && total.failures.length === 0; round += 1) addRound(target, seed + round, nowMs, perRound, total);
  return total;
}

function addRound(target: FuzzTarget, seed: number, nowMs: () => number, perRound: number, total: FuzzResult): void {
  const fail = (index: number, what: string): void => {
    total.failures.push(`${target.protocol.id}: seed ${seed}, frame ${index}: ${what}`);
  };
  const random = seededRandom(seed);
  const decoder = target.protocol.createDecoder();
  for (let index = 0; index < perRound; index += 1) {
    const frame = damagedFrame(target, random);
    const cut = random.below(frame.length + 1);
    try {
      const startedAt = nowMs();
      const results = readPieces(target, decoder, frame, cut);
      const spentMs = nowMs() - startedAt;
      const isSlow = spentMs > suspectMs && spentMs > total.slowestMs;
      total.slowestMs = Math.max(total.slowestMs, isSlow ? replayedMs(target, seed, index, nowMs, spentMs) : Math.min(spentMs, suspectMs));
      for (const result of results) {
        if (!result.ok) total.damaged += 1;
        else {
          total.accepted += 1;
          target.protocol.describe(result.message);
          if (total.accepted % encodedEvery === 0 && !isStable(target, result.message))
            fail(index, 'is written and read as something else');
        }
      }
    } catch (error) {
      fail(index, `threw ${String(error)} for ${frame.toHex()}`);
      return;
    }
    total.frames += 1;
    total.mostHeldBytes = Math.max(total.mostHeldBytes, decoder.heldBytes);
    if (decoder.heldBytes > target.protocol.maxFrameBytes) fail(index, `held ${decoder.heldBytes} bytes`);
    if (total.slowestMs > limitMs) fail(index, `took ${total.slowestMs.toFixed(1)} ms in every replay`);
    if (total.failures.length > 0) return;
  }
  total.damaged += decoder.end().length;
}

/** The fastest of a few replays of one frame, in the state it met; a pause of the machine does not come back, a slow path does. */
function replayedMs(target: FuzzTarget, seed: number, index: number, nowMs: () => number, spentMs: number): number {
  let fastest = spentMs;
  for (let replay = 0; replay < replays && fastest > suspectMs; replay += 1) {
    const random = seededRandom(seed);
    const decoder = target.protocol.createDecoder();
    for (let at = 0; at <= index; at += 1) {
      const frame = damagedFrame(target, random);
      const cut = random.below(frame.length + 1);
      const startedAt = nowMs();
      readPieces(target, decoder, frame, cut);
      if (at === index) fastest = Math.min(fastest, nowMs() - startedAt);
    }
  }
  return fastest;
}

/** A document is all there is of its stream, so it ends there; frames go on behind each other. */
function readPieces({ protocol }: FuzzTarget, decoder: Decoder<unknown>, frame: Uint8Array, cut: number) {
  const results = [...decoder.push(frame.subarray(0, cut)), ...decoder.push(frame.subarray(cut))];
  if (protocol.transport === 'file' || protocol.transport === 'http') results.push(...decoder.end());
  return results;
}

function isStable({ protocol, encode }: FuzzTarget, message: unknown): boolean {
  if (encode === undefined) return true;
  const [again, ...more] = readAll(protocol.createDecoder(), encode(message));
  return more.length === 0 && again?.ok === true && JSON.stringify(again.message) === JSON.stringify(message);
}

function readAll<M>(decoder: Decoder<M>, bytes: Uint8Array) {
  return [...decoder.push(bytes), ...decoder.end()];
}

/** A known frame after zero to eight changes; now and then nothing but noise. */
function damagedFrame({ frames, seal }: FuzzTarget, random: SeededRandom): Uint8Array {
  if (random.below(64) === 0) return random.bytes(random.below(300));
  let bytes = random.pick(frames);
  const changes = random.below(9);
  for (let change = 0; change < changes; change += 1) bytes = changed(bytes, random, frames);
  return seal !== undefined && random.below(2) === 0 ? seal(bytes) : bytes;
}

const telling = [0x00, 0x01, 0x02, 0x03, 0x0d, 0x0a, 0x16, 0x23, 0x26, 0x2c, 0x3b, 0x3d, 0x40, 0x7d, 0x7e, 0x7f, 0x80, 0xf0, 0xf1, 0xff];

function changed(bytes: Uint8Array, random: SeededRandom, frames: readonly Uint8Array[]): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = random.below(bytes.length);
  const span = 1 + random.below(16);
  switch (random.below(8)) {
    case 0:
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
    case 1:
      return bytes.with(at, random.below(256));
    case 2:
      return bytes.with(at, random.pick(telling));
    case 3:
      return pieces(bytes.subarray(0, at), bytes.subarray(at + span));
    case 4:
      return pieces(bytes.subarray(0, at), random.bytes(span), bytes.subarray(at));
    case 5:
      return pieces(bytes.subarray(0, at + span), bytes.subarray(at));
    case 6:
      return bytes.subarray(0, at);
    default: {
      const other = random.pick(frames);
      return pieces(bytes.subarray(0, at), other.subarray(random.below(other.length)));
    }
  }
}

function pieces(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
