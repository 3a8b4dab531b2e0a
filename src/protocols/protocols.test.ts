import { expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { protocolOf, protocols } from './protocols.ts';
import { seededRandom } from './seededRandom.ts';

test('every folder with a protocol is listed, in alphabetical order', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory() && entry.name !== 'xml').map((entry) => entry.name);
  expect(protocols.map((protocol) => protocol.id)).toEqual(names.sort());
});

test('a protocol is found by its id and named in both languages', () => {
  for (const protocol of protocols) {
    expect(protocolOf(protocol.id)).toBe(protocol);
    expect(protocol.label.zh).not.toBe('');
    expect(protocol.label.en).not.toBe('');
  }
  expect(protocolOf('smokeSignals')).toBeNull();
});

test('whatever the bytes, a decoder answers and holds no more than a frame', { timeout: 60_000 }, () => {
  const random = seededRandom(42);
  for (const protocol of protocols) {
    const decoder = protocol.createDecoder();
    for (let run = 0; run < 300; run += 1) {
      for (const result of decoder.push(random.bytes(random.below(6000)))) if (result.ok) protocol.describe(result.message);
      expect(decoder.heldBytes).toBeLessThanOrEqual(protocol.maxFrameBytes);
    }
    decoder.end();
    expect(decoder.end()).toEqual([]);
  }
});
