import { expect, test } from 'vitest';
import { seededRandom } from '../seededRandom.ts';
import { planReads, readingsOf } from './poll.ts';
import { readRegisterMap, typeRegisters, type RegisterMap, type RegisterPoint, type RegisterType } from './registerMap.ts';
import { readValue, writeValue } from './registerValue.ts';

function aMap(points: object[], more: object = {}): RegisterMap {
  const read = readRegisterMap({ id: 'tank', label: { zh: '储罐', en: 'tank' }, source: 'made up for the test', points, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.map;
}
const aPoint = (point: Partial<RegisterPoint>): RegisterPoint =>
  aMap([{ quantity: 'x', address: 0, type: 'uint16', ...point }]).points[0] as RegisterPoint;

test('a wrong declaration is told every mistake with its place, in both languages', () => {
  const read = readRegisterMap({
    id: 'x',
    label: { zh: '表', en: 'map' },
    source: 's',
    maxRegisters: 200,
    points: [
      { quantity: 'level', address: 70_000, type: 'float' },
      { address: 1, type: 'bit' },
      { quantity: 'q', table: 'coil', address: 1, typo: 1 },
    ],
  });
  if (read.ok) throw new Error('accepted');
  expect(read.problems.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
    'maxRegisters range',
    'points[0].type choice',
    'points[0].address range',
    'points[1].bit required',
    'points[1].quantity required',
    'points[2].typo unknown',
  ]);
  for (const { message } of read.problems) expect([message.zh, message.en]).not.toContain('');
});

test('near addresses are read together, far ones and other tables apart, never above the limit', () => {
  const map = aMap([
    { quantity: 'a', address: 0, type: 'float32' },
    { quantity: 'b', address: 8, type: 'uint16' },
    { quantity: 'c', address: 130, type: 'int64' },
    { quantity: 'd', address: 9, type: 'bit', bit: 3 },
    { quantity: 'e', address: 0, table: 'coil' },
    { quantity: 'f', address: 0, table: 'input', type: 'uint16' },
  ]);
  expect(planReads(map).map(({ question, points }) => [question.function, question.address, question.count, points.length])).toEqual([
    [1, 0, 1, 1],
    [3, 0, 10, 3],
    [3, 130, 4, 1],
    [4, 0, 1, 1],
  ]);
  expect(
    planReads(
      aMap(
        [
          { quantity: 'a', address: 0, type: 'uint16' },
          { quantity: 'b', address: 2, type: 'uint16' },
        ],
        { maxGap: 0 },
      ),
    ),
  ).toHaveLength(2);
});

test('every point of a thousand random maps is covered once by reads of at most 125 registers', () => {
  const random = seededRandom(8);
  for (let run = 0; run < 1000; run += 1) {
    const types = (Object.keys(typeRegisters) as RegisterType[]).filter((type) => type !== 'bit');
    const points = Array.from({ length: 1 + random.below(40) }, (_, at) => ({
      quantity: `q${at}`,
      address: random.below(600),
      type: random.pick(types),
      table: random.pick(['holding', 'input']),
    }));
    const reads = planReads(aMap(points));
    expect(reads.flatMap((read) => read.points)).toHaveLength(points.length);
    for (const { question, points: own } of reads) {
      expect(question.count).toBeLessThanOrEqual(125);
      for (const point of own) {
        expect(point.address).toBeGreaterThanOrEqual(question.address);
        expect(point.address + typeRegisters[point.type]).toBeLessThanOrEqual(question.address + question.count);
      }
    }
  }
});

test('an answer becomes readings with units, and what is no value is told apart', () => {
  const map = aMap([
    { quantity: 'temperature', address: 0, type: 'int16', scale: 0.1, unit: '℃', invalid: [-32768] },
    { quantity: 'level', address: 1, type: 'float32', unit: 'm' },
    { quantity: 'pressure', address: 3, type: 'int16', invalid: [-32768] },
    { quantity: 'alarm', address: 4, type: 'bit', bit: 1 },
    { quantity: 'flow', address: 5, type: 'float32' },
  ]);
  const [read] = planReads(map);
  if (read === undefined) throw new Error('nothing planned');
  expect(readingsOf(read, [0xff38, 0x4048, 0xf5c3, 0x8000, 0b10, 0x7fc0, 0])).toEqual({
    readings: [
      { channel: '', quantity: 'temperature', value: -20, unit: '℃' },
      { channel: '', quantity: 'level', value: 3.14000010490417, unit: 'm' },
      { channel: '', quantity: 'alarm', value: 1, unit: null },
    ],
    problems: [
      { channel: '', quantity: 'pressure', address: 3, rule: 'invalid' },
      { channel: '', quantity: 'flow', address: 5, rule: 'notANumber' },
    ],
  });
  expect(readingsOf(read, [1]).problems).toHaveLength(4);
});

test('words and bytes come in every order makers use', () => {
  // 123456.0 as float32 is 47 F1 20 00.
  expect(readValue(aPoint({ type: 'float32' }), [0x47f1, 0x2000])).toEqual({ ok: true, value: 123_456 });
  expect(readValue(aPoint({ type: 'float32', wordOrder: 'little' }), [0x2000, 0x47f1])).toEqual({ ok: true, value: 123_456 });
  expect(readValue(aPoint({ type: 'float32', swapBytes: true }), [0xf147, 0x0020])).toEqual({ ok: true, value: 123_456 });
  expect(readValue(aPoint({ type: 'uint32', wordOrder: 'little', swapBytes: true }), [0x0403, 0x0201])).toEqual({
    ok: true,
    value: 0x01020304,
  });
  expect(readValue(aPoint({ type: 'uint64' }), [0xffff, 0, 0, 0])).toEqual({ ok: false, rule: 'precision' });
  expect(readValue(aPoint({ type: 'uint16', scale: 0.1 }), [235])).toEqual({ ok: true, value: 23.5 });
});

test('what is written to registers is read back', () => {
  const random = seededRandom(21);
  for (let run = 0; run < 2000; run += 1) {
    const type = random.pick(['int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64'] as const);
    const point = aPoint({
      type,
      wordOrder: random.pick(['big', 'little']),
      swapBytes: random.below(2) === 1,
      scale: random.pick([1, 0.5, 2]),
      offset: random.pick([0, -40]),
    });
    const value = random.below(30_000) * point.scale + point.offset;
    expect(readValue(point, writeValue(point, value))).toEqual({ ok: true, value });
  }
  expect(() => writeValue(aPoint({ type: 'int16' }), 40_000)).toThrow('32767');
  expect(() => writeValue(aPoint({ type: 'float32' }), 1e39)).toThrow('float32');
});
