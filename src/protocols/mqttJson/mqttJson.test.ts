import { expect, test } from 'vitest';
import { decodeAll, everySplit, fuzz, messagesOf } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { mqttJson } from './mqttJson.ts';
import { maxPayloadBytes } from './payload.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const quantities = (text: string): string[] =>
  decodeAll(mqttJson.createDecoder(), bytesOf(text)).map((result) => (result.ok ? result.message.readings[0]!.quantity : result.code));

test('values on one line, on many lines and without any border are cut apart', () => {
  expect(quantities('{"a":1}\n{"b":\n  2}\n\n[{"code":"c","value":3}]{"d{[":4}')).toEqual(['a', 'b', 'c', 'd{[']);
});

test('a value that was cut off does not swallow the next', () => {
  expect(quantities('{"a":1\n{"b":2}')).toEqual(['truncated', 'b']);
  expect(quantities('{"a\n{"b":2}')).toEqual(['invalidFormat', 'b']);
  expect(quantities('{"items":[{"code":"a","value":1}')).toEqual(['truncated']);
});

test('noise and brackets that do not match are refused', () => {
  expect(quantities('noise\n{"b":2}')).toEqual(['invalidFormat', 'b']);
  expect(quantities('{"a":1]\n{"b":2}')).toEqual(['invalidFormat', 'b']);
});

test('any split of the bytes gives the same results', () => {
  const stream = bytesOf('x {"水位":1.5,"t":1782864000000}\n{"a":"\\"{"}{"b":2\n[{"code":"c","value":3}] tail');
  const whole = decodeAll(mqttJson.createDecoder(), stream);
  expect(messagesOf(whole)).toHaveLength(2);
  for (const results of everySplit(mqttJson.createDecoder, stream)) expect(results).toEqual(whole);
});

test('an endless value is given up at 64 KiB and the next line is read', () => {
  const decoder = mqttJson.createDecoder();
  expect(decoder.push(bytesOf(`{"a":[${'1,'.repeat(100_000)}`))).toMatchObject([{ ok: false, code: 'invalidFormat', offset: 0 }]);
  expect(decoder.heldBytes).toBe(0);
  expect(decoder.push(bytesOf('\n{"b":2}'))).toMatchObject([{ ok: true, offset: 200_007 }]);
});

test('twenty thousand mutated payloads neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const payloads = ['{"v":1,"msgId":"m","ts":1782864000000,"items":[{"code":"a","value":1.5,"unit":"m"}]}\n', '{"a":1,"b":2}\n'].map(
    bytesOf,
  );
  const { slowestMs, mostHeldBytes } = fuzz(mqttJson.createDecoder, payloads, seededRandom(11), 20_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThanOrEqual(maxPayloadBytes);
});
