import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, mutated } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { cap } from './cap.ts';
import { readCap } from './read.ts';

const canada = readFileSync(new URL('fixtures/canada.cap', import.meta.url));

test('a document in any pieces is one message', () => {
  const pieces = Array.from(canada, (_, at) => canada.subarray(at, at + 1));
  expect(decodeAll(cap.createDecoder(), ...pieces)).toEqual(decodeAll(cap.createDecoder(), canada));
  expect(decodeAll(cap.createDecoder(), canada)).toMatchObject([{ ok: true, offset: 0 }]);
});

test('a document that is cut off is truncated, one that is too long is not held', () => {
  expect(decodeAll(cap.createDecoder(), canada.subarray(0, 3000))).toMatchObject([{ ok: false, code: 'truncated' }]);
  const decoder = cap.createDecoder();
  for (let block = 0; block < 40; block += 1) decoder.push(new Uint8Array(65_536).fill(0x61));
  expect(decoder.heldBytes).toBe(cap.maxFrameBytes);
  expect(decoder.end()).toMatchObject([{ ok: false, code: 'invalidFormat' }]);
  decoder.push(canada);
  expect(decoder.end()).toMatchObject([{ ok: true, offset: 40 * 65_536 }]);
});

test('five thousand mutated documents are read or refused, never thrown', { timeout: 60_000 }, () => {
  const random = seededRandom(1);
  const small = readFileSync(new URL('fixtures/no_optional_fields.cap', import.meta.url));
  const observatory = readFileSync(new URL('fixtures/cma-via-wmo-multilang.xml', import.meta.url));
  for (let run = 0; run < 5000; run += 1) {
    const result = readCap(mutated(run % 10 === 0 ? observatory : small, random));
    expect(result.ok || result.problems.length > 0).toBe(true);
  }
});
