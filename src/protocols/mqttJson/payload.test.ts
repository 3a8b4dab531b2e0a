import { expect, test } from 'vitest';
import { maxPayloadBytes, readPayload, type PayloadResult } from './payload.ts';
import { readTopic } from './topic.ts';

const read = (json: unknown): PayloadResult =>
  readPayload(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));
const atMs = Date.parse('2026-07-01T08:00:00+08:00');

test("Anlan's own form is read with its envelope", () => {
  const items = [
    { code: 'waterLevel', value: 32.1, unit: 'm', quality: 'good', t: atMs - 1000, channel: '1' },
    { code: 'rain', value: 0 },
  ];
  expect(read({ v: 1, msgId: 'a1', ts: atMs, seq: 7, items })).toEqual({
    ok: true,
    payload: {
      messageId: 'a1',
      sentAtMs: atMs,
      sequence: 7,
      readings: [
        { channel: '1', quantity: 'waterLevel', value: 32.1, unit: 'm', quality: 'good', atMs: atMs - 1000 },
        { channel: '', quantity: 'rain', value: 0, unit: null, quality: null, atMs },
      ],
    },
    problems: [],
  });
});

test('a flat object and a bare list are read', () => {
  expect(read({ waterLevel: 32.1, rain: 0.2, t: '2026-07-01T00:00:00Z' })).toMatchObject({
    ok: true,
    payload: {
      readings: [
        { quantity: 'waterLevel', value: 32.1, atMs },
        { quantity: 'rain', value: 0.2, atMs },
      ],
    },
  });
  expect(read([{ code: 'rain', value: 1 }])).toMatchObject({ ok: true, payload: { readings: [{ quantity: 'rain', atMs: null }] } });
});

test.each([
  ['{"items":[{"code":"x","value":"NaN"}]}', 'items[0].value', 'type'],
  ['{"items":[{"code":"x","value":"32.1"}]}', 'items[0].value', 'type'],
  ['{"items":[{"code":"x","value":true}]}', 'items[0].value', 'type'],
  ['{"items":[{"code":"x","value":null}]}', 'items[0].value', 'type'],
  ['{"items":[{"code":"x","value":1e999}]}', 'items[0].value', 'finite'],
  ['{"items":[{"code":"x"}]}', 'items[0].value', 'required'],
  ['{"items":[{"value":1}]}', 'items[0].code', 'required'],
  ['{"items":[{"code":5,"value":1}]}', 'items[0].code', 'type'],
  ['{"items":[{"code":"a|b","value":1}]}', 'items[0].code', 'form'],
  ['{"items":[{"code":"x","value":1,"t":1782864000}]}', 'items[0].t', 'time'],
  ['{"items":[{"code":"x","value":1,"t":"2026-07-01 08:00"}]}', 'items[0].t', 'time'],
  ['{"items":[5]}', 'items[0]', 'type'],
  ['{"items":{}}', 'items', 'type'],
  ['{"items":[]}', '', 'empty'],
  ['[{"code":"x","value":"-"}]', '[0].value', 'type'],
  ['{"waterLevel":"32.1"}', 'waterLevel', 'type'],
  ['{}', '', 'empty'],
  ['5', '', 'type'],
  ['{"a":NaN}', '', 'json'],
  ['', '', 'json'],
  [`"${'x'.repeat(maxPayloadBytes)}"`, '', 'size'],
])('%.60s is refused at "%s" by the rule %s', (json, field, rule) => {
  expect(read(json)).toMatchObject({ ok: false, problems: [{ field, rule }] });
});

test('one bad item costs only itself and is reported', () => {
  expect(
    read([
      { code: 'a', value: 1 },
      { code: 'b', value: 'x' },
    ]),
  ).toMatchObject({
    ok: true,
    payload: { readings: [{ quantity: 'a' }] },
    problems: [{ field: '[1].value', rule: 'type' }],
  });
});

test('bytes that are not UTF-8 are refused', () => {
  expect(readPayload(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ ok: false, problems: [{ rule: 'encoding' }] });
});

test('a deeply nested payload is refused, not a crash', () => {
  expect(read('['.repeat(60_000)).ok).toBe(false);
  expect(read(`${'['.repeat(30_000)}${']'.repeat(30_000)}`).ok).toBe(false);
});

test('a topic of the convention gives its levels, any other is the device id itself', () => {
  expect(readTopic('xe/341322/water/st01/dev9/up/telemetry')).toEqual({
    deviceId: 'dev9',
    levels: { county: '341322', domain: 'water', siteId: 'st01', direction: 'up', kind: 'telemetry' },
  });
  for (const topic of [
    'factory/7/level',
    'xe/341322/water/st01/dev9/sideways/x',
    'xe/341322/water//dev9/up/x',
    'xe/1/2/3/4/up/x/more',
    '',
  ]) {
    expect(readTopic(topic)).toEqual({ deviceId: topic, levels: null });
  }
});
