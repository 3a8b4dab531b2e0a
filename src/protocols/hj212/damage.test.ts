import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, everySingleBitDamage, everySplit, fuzz, glued, messagesOf } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { maxFrameBytes } from './frame.ts';
import { hj212 } from './hj212.ts';

const read = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const frames = read('messages.txt')
  .toString('latin1')
  .split(/(?<=\r\n)/)
  .map(bytesOf);
const [air, sewage, pump] = frames as [Uint8Array, Uint8Array, Uint8Array];
const messages = messagesOf(decodeAll(hj212.createDecoder(), ...frames));
const codes = (...pieces: Uint8Array[]): string[] =>
  decodeAll(hj212.createDecoder(), ...pieces).map((result) => (result.ok ? result.message.deviceId : result.code));

test('any split of the bytes gives the same results', () => {
  const stream = glued(bytesOf('noise#'), air, bytesOf('###'), read('messages-bad-crc.txt'), sewage.subarray(0, 80), pump);
  const whole = decodeAll(hj212.createDecoder(), stream);
  expect(whole.filter((result) => result.ok)).toHaveLength(2);
  for (const results of everySplit(hj212.createDecoder, stream)) expect(results).toEqual(whole);
});

test('noise before and between frames is reported with its place and costs no frame', () => {
  const results = decodeAll(hj212.createDecoder(), glued(bytesOf('xyz'), air, bytesOf('\r\n\r\n'), sewage, bytesOf('#?'), pump));
  expect(results.map((result) => [result.ok, result.offset])).toEqual([
    [false, 0],
    [true, 3],
    [true, 336],
    [false, 487],
    [true, 489],
  ]);
  expect(results[0]).toMatchObject({ code: 'invalidFormat', frame: 'xyz' });
});

test('a frame that lost its tail does not swallow the next one', () => {
  expect(codes(glued(air.subarray(0, 100), sewage))).toEqual(['truncated', 'LD130133000015']);
});

test('a half frame at the end of the stream is reported as truncated', () => {
  for (let length = 2; length < sewage.length; length += 1) {
    expect(codes(sewage.subarray(0, length))).toEqual(['truncated']);
  }
});

test('a decoder goes on after the end of a silent half frame', () => {
  const decoder = hj212.createDecoder();
  decoder.push(air.subarray(0, 50));
  expect(decoder.end()).toMatchObject([{ ok: false, code: 'truncated', offset: 0 }]);
  expect(decoder.push(pump)).toMatchObject([{ ok: true, offset: 50 }]);
});

test('a wrong length is refused at once and the next frame is read', () => {
  const longer = bytesOf(`##0999${new TextDecoder().decode(sewage).slice(6)}`);
  const shorter = bytesOf(`##0100${new TextDecoder().decode(sewage).slice(6)}`);
  const impossible = bytesOf(`##9999${new TextDecoder().decode(sewage).slice(6)}`);
  for (const damaged of [longer, shorter, impossible]) {
    expect(codes(glued(damaged, pump)).filter((code) => code.startsWith('NJGD'))).toHaveLength(1);
    expect(codes(glued(damaged, pump))).toHaveLength(2);
  }
});

test('every single wrong bit is found, or changes nothing but the case of the CRC', () => {
  frames.forEach((frame, at) => {
    for (const damaged of everySingleBitDamage(frame)) {
      for (const message of messagesOf(decodeAll(hj212.createDecoder(), damaged))) expect(message).toEqual(messages[at]);
    }
  });
});

test('an endless stream of noise holds no memory and is reported once a run', () => {
  const decoder = hj212.createDecoder();
  const random = seededRandom(1);
  let reports = 0;
  for (let block = 0; block < 200; block += 1) {
    reports += decoder.push(random.bytes(4096).map((byte) => (byte === 0x23 ? 0 : byte))).length;
    expect(decoder.heldBytes).toBeLessThan(maxFrameBytes);
  }
  expect(reports).toBe(1);
  expect(decoder.push(pump)).toMatchObject([{ ok: true, offset: 200 * 4096 }]);
});

test('start marks without end hold no more than one frame and do not flood the log', () => {
  const decoder = hj212.createDecoder();
  let reports = 0;
  for (let block = 0; block < 50; block += 1) {
    reports += decoder.push(bytesOf('##1024'.repeat(100))).length;
    expect(decoder.heldBytes).toBeLessThan(maxFrameBytes);
  }
  expect(reports).toBe(1);
  expect(decoder.push(pump)).toMatchObject([{ ok: true, offset: 50 * 600 }]);
});

test('twenty thousand mutated frames neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const { slowestMs, mostHeldBytes } = fuzz(hj212.createDecoder, frames, seededRandom(20_212), 20_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThan(maxFrameBytes);
});
