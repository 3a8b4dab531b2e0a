// What every stream decoder must withstand, stated once for the tests of all protocols.

import type { Decoded, Decoder } from './protocol.ts';
import type { SeededRandom } from './seededRandom.ts';

/** All results for a stream that arrives in the given pieces. */
export function decodeAll<M>(decoder: Decoder<M>, ...pieces: readonly Uint8Array[]): Decoded<M>[] {
  return [...pieces.flatMap((piece) => decoder.push(piece)), ...decoder.end()];
}

/** The messages alone. */
export function messagesOf<M>(results: readonly Decoded<M>[]): M[] {
  return results.flatMap((result) => (result.ok ? [result.message] : []));
}

/** Results for every way to cut the stream in two, and for single bytes. */
export function everySplit<M>(createDecoder: () => Decoder<M>, stream: Uint8Array): Decoded<M>[][] {
  const singles = Array.from(stream, (_, at) => stream.subarray(at, at + 1));
  const halves = Array.from(stream, (_, at) => decodeAll(createDecoder(), stream.subarray(0, at), stream.subarray(at)));
  return [...halves, decodeAll(createDecoder(), ...singles)];
}

/** The stream with each of its bits wrong in turn. */
export function everySingleBitDamage(stream: Uint8Array): Uint8Array[] {
  return Array.from({ length: stream.length * 8 }, (_, bit) => {
    const damaged = stream.slice();
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return damaged;
  });
}

export function glued(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** One to eight random changes: a byte overwritten, removed, inserted, or a tail cut off. */
export function mutated(frame: Uint8Array, random: SeededRandom): Uint8Array {
  const bytes = [...frame];
  const changes = 1 + random.below(8);
  for (let change = 0; change < changes && bytes.length > 0; change += 1) {
    const at = random.below(bytes.length);
    const [value] = random.bytes(1);
    random.pick([
      () => bytes.splice(at, 1, value ?? 0),
      () => bytes.splice(at, 1),
      () => bytes.splice(at, 0, value ?? 0),
      () => bytes.splice(Math.max(at, bytes.length - 16)),
    ])();
  }
  return Uint8Array.from(bytes);
}

/**
 * Throws mutated frames at one decoder, in pieces of random size.
 * @returns the slowest frame in ms (a frame that was slow is timed again up to three times on a fresh decoder, so that a pause of the machine
 * does not count) and the most bytes ever held back.
 */
export function fuzz<M>(
  createDecoder: () => Decoder<M>,
  frames: readonly Uint8Array[],
  random: SeededRandom,
  count: number,
): { slowestMs: number; mostHeldBytes: number } {
  const decoder = createDecoder();
  let slowestMs = 0;
  let mostHeldBytes = 0;
  for (let run = 0; run < count; run += 1) {
    const frame = mutated(random.pick(frames), random);
    const cut = random.below(frame.length + 1);
    let spentMs = timed(() => decoder.push(frame.subarray(0, cut))) + timed(() => decoder.push(frame.subarray(cut)));
    for (let again = 0; again < 3 && spentMs > slowestMs; again += 1) {
      spentMs = Math.min(
        spentMs,
        timed(() => decodeAll(createDecoder(), frame)),
      );
    }
    slowestMs = Math.max(slowestMs, spentMs);
    mostHeldBytes = Math.max(mostHeldBytes, decoder.heldBytes);
  }
  decoder.end();
  return { slowestMs, mostHeldBytes };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
