import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, everySingleBitDamage, everySplit, fuzz, glued, messagesOf } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { bodyRule, readBody } from './body.ts';
import { endCodes, type End } from './codes.table.ts';
import { encodeFrame, maxFrameBytes } from './frame.ts';
import { functions } from './functions.table.ts';
import type { Sl651Message } from './message.ts';
import { sl651 } from './sl651.ts';

const frames = ['frames.hex', 'fujian-spec-examples.hex'].flatMap((name) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Uint8Array.fromHex(line.trim())),
);
const [alive, , report] = frames as [Uint8Array, Uint8Array, Uint8Array];
const results = (...pieces: Uint8Array[]) =>
  decodeAll(sl651.createDecoder(), ...pieces).map((result) => (result.ok ? result.message.functionCode : result.code));

test('any split of the bytes gives the same results', () => {
  const stream = glued(
    Uint8Array.of(1, 0x7e),
    alive,
    Uint8Array.of(0x7e),
    report,
    alive.with(20, 9),
    report.subarray(0, 30),
    alive,
    report.subarray(0, 9),
  );
  const whole = decodeAll(sl651.createDecoder(), stream);
  expect(whole.filter((result) => result.ok).map((result) => result.ok && result.message.functionCode)).toEqual([0x2f, 0x30, 0x2f]);
  for (const split of everySplit(sl651.createDecoder, stream)) expect(split).toEqual(whole);
});

test('one 7E too many behind a frame costs neither that frame nor the next', () => {
  expect(results(glued(alive, Uint8Array.of(0x7e), report)).filter((result) => typeof result === 'number')).toEqual([0x2f, 0x30]);
});

test('every single wrong bit is found', () => {
  for (const frame of frames) {
    for (const damaged of everySingleBitDamage(frame)) expect(messagesOf(decodeAll(sl651.createDecoder(), damaged))).toEqual([]);
  }
});

test('every two wrong bits of a keep-alive are found', () => {
  for (const once of everySingleBitDamage(alive.subarray(0))) {
    for (const twice of everySingleBitDamage(once)) {
      if (twice.every((byte, at) => byte === alive[at])) continue;
      expect(messagesOf(sl651.createDecoder().push(twice))).toEqual([]);
    }
  }
});

test('a frame behind one that promises too much is read the moment it is complete', () => {
  const decoder = sl651.createDecoder();
  const tooLong = alive.with(11, 0x0f);
  expect(decoder.push(glued(tooLong, report.subarray(0, -1)))).toEqual([]);
  expect(decoder.push(report.subarray(-1))).toMatchObject([
    { ok: false, code: 'truncated', offset: 0 },
    { ok: true, offset: alive.length },
  ]);
});

test('a wrong length behind which an end character stands by chance swallows nothing', () => {
  const longer = alive.with(12, report.length + 8);
  const stream = glued(longer, report, report);
  expect(results(stream).filter((result) => typeof result === 'number')).toEqual([0x30, 0x30]);
});

test('noise and start marks without end hold no more than one frame', () => {
  const decoder = sl651.createDecoder();
  const random = seededRandom(651);
  for (let block = 0; block < 100; block += 1) {
    decoder.push(random.bytes(4096));
    decoder.push(new Uint8Array(4096).fill(0x7e));
    decoder.push(glued(alive.with(11, 0x0f).subarray(0, 14), new Uint8Array(5000)));
    expect(decoder.heldBytes).toBeLessThan(maxFrameBytes);
  }
});

test('whatever body is read is written back the same, for every function, direction and end', () => {
  const random = seededRandom(2014);
  const codes = [...functions.keys(), 0xe0, 0xff];
  const guided = [0xf0, 0xf1, 0xf2, 0xf3];
  for (let run = 0; run < 5000; run += 1) {
    const functionCode = random.pick(codes);
    const direction = random.pick(['up', 'down'] as const);
    const pieces = Array.from({ length: random.below(6) }, () => {
      const guide = random.pick(guided);
      return random.below(2) === 0 ? Uint8Array.of(guide, guide) : random.bytes(random.below(20));
    });
    const form = functions.get(functionCode)?.body ?? 'raw';
    const body = readBody(glued(random.bytes(random.below(10)), ...pieces), bodyRule(functionCode, form, direction));
    const message: Sl651Message = {
      direction,
      centre: random.below(256),
      station: random.bytes(5).toHex().toUpperCase(),
      password: random.bytes(2).toHex().toUpperCase(),
      functionCode,
      packet: null,
      ...body,
      end: random.pick(Object.keys(endCodes) as End[]),
    };
    const frame = encodeFrame(message);
    const [again] = messagesOf(decodeAll(sl651.createDecoder(), frame));
    expect(again).toEqual(message);
    expect(encodeFrame(again!)).toEqual(frame);
  }
});

test('twenty thousand mutated frames neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const { slowestMs, mostHeldBytes } = fuzz(sl651.createDecoder, frames, seededRandom(652), 20_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThan(maxFrameBytes);
});
