import { expect, test } from 'vitest';
import { mutated } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { applyMapping, mappingFor, matchTopic, type MappedResult } from './applyMapping.ts';
import { follow, readPath, without } from './jsonPath.ts';
import { readMapping, type JsonMapping } from './mapping.ts';

const gauge = {
  id: 'gauge',
  label: { zh: '雨量水位一体站', en: 'rain and level gauge' },
  source: 'made up for the test, after usual makers',
  topics: ['water/{device}/up', 'old/+/{device}/#'],
  each: '$.data[*]',
  time: { path: '$.tm', form: 'chinese' },
  messageId: '$.mid',
  readings: [
    { value: '$.level', quantity: 'waterLevel', channel: '$.ch', unit: 'm', scale: 0.001, invalid: [-9999] },
    { value: '$.rain', quantity: 'rain', unit: 'mm', isText: true, isRequired: false },
  ],
};

function aMapping(json: object): JsonMapping {
  const read = readMapping(json);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}
const apply = (json: unknown, mapping: object = gauge, topic = 'water/st01/up'): MappedResult =>
  applyMapping(aMapping(mapping), topic, new TextEncoder().encode(JSON.stringify(json)));

test('a payload becomes readings with unit, scale, channel and time, and what nobody reads is kept', () => {
  const json = {
    mid: 'm1',
    tm: '2026-07-01 08:00:00',
    fw: '1.2',
    data: [
      { ch: 'a', level: 32_100, rain: '0.5', rssi: -70 },
      { ch: 2, level: -9999, tm: '2026-07-01 08:05:00' },
    ],
  };
  const atMs = Date.parse('2026-07-01T08:00:00+08:00');
  expect(apply(json)).toEqual({
    ok: true,
    device: 'st01',
    payload: {
      messageId: 'm1',
      sentAtMs: atMs,
      sequence: null,
      readings: [
        { channel: 'a', quantity: 'waterLevel', value: 32.1, unit: 'm', quality: null, atMs },
        { channel: '', quantity: 'rain', value: 0.5, unit: 'mm', quality: null, atMs },
      ],
    },
    problems: [],
    more: { fw: '1.2', data: [{ rssi: -70 }] },
  });
  const second = apply({ ...json, data: [{ ch: 'b', level: 1, tm: '2026-07-01 08:05:00' }] });
  expect(second).toMatchObject({ payload: { readings: [{ atMs: atMs + 300_000 }] } });
});

test('names of quantities may stand in the payload, and the device too', () => {
  const mapping = {
    ...gauge,
    topics: ['platform/#'],
    device: '$.head.sn',
    each: '$.points[*]',
    time: { path: '$.t', form: 'epochSeconds' },
    readings: [{ value: '$.v', quantity: '$.name' }],
  };
  const json = {
    head: { sn: 77 },
    t: 1_782_864_000,
    points: [
      { name: 'gas', v: 1.5 },
      { name: 'has blank', v: 2 },
      { name: 'o2', v: 'x' },
    ],
  };
  expect(apply(json, mapping, 'platform/any/thing')).toMatchObject({
    ok: true,
    device: '77',
    payload: { readings: [{ quantity: 'gas', value: 1.5, atMs: 1_782_864_000_000 }] },
    problems: [
      { field: 'points[1].name', rule: 'form' },
      { field: 'points[2].v', rule: 'type' },
    ],
  });
  expect(apply({ ...json, head: {}, points: [{ name: 'gas', v: 1 }] }, mapping, 'platform/x')).toMatchObject({
    ok: false,
    problems: [{ field: 'device', rule: 'required' }],
  });
});

test.each([
  [{ data: [{ ch: 'a' }] }, 'data[0]', 'required'],
  [{ data: [] }, 'each', 'required'],
  [{ data: [{ ch: 'a', level: '5' }] }, 'data[0].level', 'type'],
  [{ data: [{ ch: 'a', level: null }] }, 'data[0].level', 'type'],
  [{ data: [{ level: 5 }] }, 'data[0]', 'required'],
  [[], 'each', 'required'],
])('%j is refused at "%s"', (json, field, rule) => {
  expect(apply(json)).toMatchObject({ ok: false, problems: [{ field, rule }] });
});

test('a time that cannot be read is told once and the reading is kept without it', () => {
  expect(
    apply({
      tm: 'soon',
      data: [
        { ch: 'a', level: 1 },
        { ch: 'b', level: 2 },
      ],
    }),
  ).toMatchObject({
    ok: true,
    problems: [{ field: 'tm', rule: 'time' }],
    payload: { sentAtMs: null, readings: [{ atMs: null }, { atMs: null }] },
  });
});

test('topics fit as MQTT filters do', () => {
  expect(matchTopic(gauge.topics, 'water/7/up')).toEqual({ device: '7' });
  expect(matchTopic(gauge.topics, 'old/x/8/and/more')).toEqual({ device: '8' });
  for (const topic of ['water/7/down', 'water//up', 'water/7/up/x', 'old/x', '']) expect(matchTopic(gauge.topics, topic)).toBeNull();
  const mapping = aMapping(gauge);
  expect(mappingFor([mapping], 'water/7/up')).toBe(mapping);
  expect(mappingFor([mapping], 'xe/341322/water/st01/dev9/up/telemetry')).toBeNull();
});

test('a wrong mapping is told every mistake with its place, in both languages', () => {
  const read = readMapping({
    ...gauge,
    label: { zh: '站' },
    topics: ['a/#/b'],
    time: { path: '$.t', form: 'unix' },
    readings: [{ value: 'level' }, { value: '$.a[', quantity: 'x', scale: 0 }],
    extra: 1,
  });
  if (read.ok) throw new Error('accepted');
  expect(read.problems.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
    'extra unknown',
    'topics[0] topic',
    'device required',
    'label.en required',
    'time.form choice',
    'readings[0].value path',
    'readings[0].quantity required',
    'readings[1].value path',
    'readings[1].scale type',
  ]);
  for (const { message } of read.problems) expect(message.zh !== '' && message.en !== '').toBe(true);
});

test('paths lead to names, indexes and every member', () => {
  const json = { a: { 'b.c': [1, { d: 2 }] }, 水位: 3 };
  const values = (text: string) => {
    const path = readPath(text);
    if (!path.ok) throw new Error(path.reason);
    return follow(path.steps, json).map(({ value }) => value);
  };
  expect(values("$.a['b.c'][1].d")).toEqual([2]);
  expect(values("$['a'][*][0]")).toEqual([1]);
  expect(values('$.水位')).toEqual([3]);
  expect(values('$.constructor')).toEqual([]);
  expect(readPath('$.a..b')).toMatchObject({ ok: false, position: 3 });
  expect(without({ a: [1, 2], b: 3 }, [['a', 0], ['b']])).toEqual({ a: [2] });
});

test('ten thousand mutated payloads are read or refused, never thrown', { timeout: 60_000 }, () => {
  const random = seededRandom(17);
  const mapping = aMapping(gauge);
  const payload = new TextEncoder().encode(
    '{"mid":"m1","tm":"2026-07-01 08:00:00","data":[{"ch":"a","level":32100,"rain":"0.5"},{"ch":"b","level":1}]}',
  );
  for (let run = 0; run < 10_000; run += 1) {
    const result = applyMapping(mapping, 'water/st01/up', mutated(payload, random));
    expect(result.ok || result.problems.length > 0).toBe(true);
  }
});
