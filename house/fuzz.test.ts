import { describe, expect, test } from 'vitest';
import { fuzz, limitMs, type FuzzTarget } from '#protocols/fuzzing.ts';
import type { Decoder } from '#protocols/protocol.ts';
import { fuzzTargets } from '../bench/fuzzTargets.ts';

const targets = fuzzTargets();
const nowMs = () => performance.now();
/** A document takes about as long as fifty frames. */
const perRoundOf = ({ protocol }: FuzzTarget) => (protocol.transport === 'file' ? 100 : 1000);

describe('thousands of damaged frames', () => {
  test.each([...targets])('of %s neither break the decoder, nor slow it down, nor fill its memory', (_, target) => {
    const result = fuzz(target, 20_260_701, 5, nowMs, perRoundOf(target));
    expect(result.failures).toEqual([]);
    expect(result.slowestMs).toBeLessThan(limitMs);
    expect(result.mostHeldBytes).toBeLessThanOrEqual(target.protocol.maxFrameBytes);
    expect(result.damaged).toBeGreaterThan(0);
  });
});

describe('the fuzzer finds', () => {
  const sound = targets.get('sl651')!;
  const withDecoder = (change: (decoder: Decoder<unknown>) => Decoder<unknown>): FuzzTarget => ({
    ...sound,
    protocol: {
      ...sound.protocol,
      createDecoder: () => change(sound.protocol.createDecoder()),
      describe: (message) => sound.protocol.describe(message),
    },
  });
  const failing = (target: FuzzTarget, clock = nowMs) => fuzz(target, 5, 1, clock).failures;

  test('a decoder that throws, one that keeps everything, one that is slow, and the same seed finds the same', () => {
    const throwing = withDecoder((decoder) => ({
      heldBytes: 0,
      end: () => decoder.end(),
      push: (bytes) => {
        if (bytes.includes(0xa5)) throw new RangeError('A5');
        return decoder.push(bytes);
      },
    }));
    expect(failing(throwing)).toEqual([expect.stringContaining('seed 5, frame')]);
    expect(failing(throwing)).toEqual(failing(throwing));
    const keeping = withDecoder((decoder) => ({
      heldBytes: sound.protocol.maxFrameBytes + 1,
      end: () => decoder.end(),
      push: (bytes) => decoder.push(bytes),
    }));
    expect(failing(keeping)).toEqual([expect.stringContaining('held')]);
    let time = 0;
    expect(failing(sound, () => (time += 6))).toEqual([expect.stringContaining('took 6.0 ms in every replay')]);
  });

  test('a message that is written as another one', () => {
    const other = sound.frames[1]!;
    expect(failing({ ...sound, encode: () => other })).toEqual([expect.stringContaining('is written and read as something else')]);
  });
});
