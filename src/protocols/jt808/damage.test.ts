import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, everySingleBitDamage, everySplit, fuzz, glued, messagesOf } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { bodyRows } from './bodies.table.ts';
import { readBody } from './body.ts';
import { encodeFrame, maxBodyBytes, maxFrameBytes } from './frame.ts';
import { jt808 } from './jt808.ts';
import type { Jt808Message } from './message.ts';

const fixture = new URL('fixtures/frames-with-decoded-fields.json', import.meta.url);
const recorded = JSON.parse(readFileSync(fixture, 'utf8')) as { hex: string }[];
const frames = recorded.map(({ hex }) => Uint8Array.fromHex(hex));
const location = Uint8Array.fromHex('7e0200401c0100000000013800000000000200000001000000030209adbc06f879950023025d007d02250815103000747e');
const [answer] = frames as [Uint8Array];
const codes = (...pieces: Uint8Array[]) =>
  decodeAll(jt808.createDecoder(), ...pieces).map((result) => (result.ok ? result.message.id : result.code));

test('any split of the bytes gives the same results', () => {
  const noise = Uint8Array.of(1, 2, 3);
  const stream = glued(noise, location, answer, noise, location.subarray(0, 20), answer.with(14, 9), location, Uint8Array.of(0x7e, 0x30));
  const whole = decodeAll(jt808.createDecoder(), stream);
  expect(whole.map((result) => (result.ok ? result.message.id : result.code))).toEqual([
    'invalidFormat',
    0x0200,
    0x8001,
    'truncated',
    'truncated',
    'checksum',
    0x0200,
    'truncated',
  ]);
  for (const results of everySplit(jt808.createDecoder, stream)) expect(results).toEqual(whole);
});

test('every single wrong bit is found', () => {
  for (const frame of [...frames, location]) {
    for (const damaged of everySingleBitDamage(frame)) expect(messagesOf(decodeAll(jt808.createDecoder(), damaged))).toEqual([]);
  }
});

test('the XOR does not see the same bit wrong in two bytes, nor bytes that changed places, and nothing else here could', () => {
  const altitude = 33;
  for (let bit = 0; bit < 8; bit += 1) {
    const twice = location.with(altitude, location[altitude]! ^ (1 << bit)).with(altitude + 2, location[altitude + 2]! ^ (1 << bit));
    expect(messagesOf(decodeAll(jt808.createDecoder(), twice))).toHaveLength(1);
  }
  const swapped = location.with(altitude, location[altitude + 1]!).with(altitude + 1, location[altitude]!);
  expect(swapped).not.toEqual(location);
  expect(messagesOf(decodeAll(jt808.createDecoder(), swapped))).toHaveLength(1);
});

test('one mark may end a frame and begin the next, and a lost mark costs no more than its neighbours', () => {
  expect(codes(glued(location, answer.subarray(1)))).toEqual([0x0200, 0x8001]);
  expect(codes(glued(location.subarray(0, -1), answer))).toEqual([0x0200, 0x8001]);
  expect(codes(glued(location.subarray(0, -1), answer.subarray(1), location))).toEqual(['invalidFormat', 0x0200]);
});

test('a half frame at the end is truncated, a frame behind a half one is read', () => {
  for (let length = 2; length < location.length; length += 1) expect(codes(location.subarray(0, length))).toEqual(['truncated']);
  expect(codes(glued(location.subarray(0, 30), answer))).toEqual(['truncated', 0x8001]);
});

test('noise without a mark holds no more than a frame and is reported once', () => {
  const decoder = jt808.createDecoder();
  let reports = 0;
  for (let block = 0; block < 200; block += 1) {
    reports += decoder.push(new Uint8Array(4096).fill(0x55)).length;
    expect(decoder.heldBytes).toBeLessThan(maxFrameBytes);
  }
  expect(reports).toBe(1);
  expect(decoder.push(location)).toMatchObject([{ ok: true, offset: 200 * 4096 }]);
});

test('whatever body is read is written back the same, for every kind and both editions', () => {
  const random = seededRandom(808);
  let read = 0;
  for (let run = 0; run < 20_000; run += 1) {
    const row = random.pick(bodyRows);
    const is2019 = random.below(2) === 1;
    const small = random.below(3) === 0;
    const bytes = random.bytes(random.below(random.below(4) === 0 ? maxBodyBytes : 60)).map((byte) => (small ? byte & 3 : byte));
    const body = readBody(row.id, bytes, is2019);
    if ('reason' in body) continue;
    read += 1;
    const message: Jt808Message = {
      id: row.id,
      edition: is2019 ? 2019 : 2013,
      version: is2019 ? random.below(256) : null,
      encryption: 0,
      reserved: random.below(2) as 0 | 1,
      phone: random
        .bytes(is2019 ? 10 : 6)
        .toHex()
        .toUpperCase(),
      serial: random.below(65_536),
      packet: null,
      ...body,
    };
    const frame = encodeFrame(message);
    const [again] = messagesOf(decodeAll(jt808.createDecoder(), frame));
    expect(again).toEqual(message);
    expect(encodeFrame(again!)).toEqual(frame);
  }
  expect(read).toBeGreaterThan(5000);
});

test('twenty thousand mutated frames neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const { slowestMs, mostHeldBytes } = fuzz(jt808.createDecoder, [...frames, location], seededRandom(809), 20_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThan(maxFrameBytes);
});
