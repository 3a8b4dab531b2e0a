import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, messagesOf } from '../decoderChecks.ts';
import { command, confirm, deny, needsConfirm, requestPackage } from './answer.ts';
import { elementOf } from './body.ts';
import { crc } from './crc.ts';
import { encodeFrame } from './frame.ts';
import type { Sl651Message } from './message.ts';
import { createAssembler } from './packets.ts';
import { toReadings } from './readings.ts';
import { sl651 } from './sl651.ts';

const read = (name: string): string[] =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().toUpperCase());
const national = read('frames.hex');
const fujian = read('fujian-spec-examples.hex');
const recorded = [...national, ...fujian];
const decode = (hex: string): Sl651Message => messagesOf(decodeAll(sl651.createDecoder(), Uint8Array.fromHex(hex)))[0]!;
const byFunction = (hexes: string[], code: number): Sl651Message =>
  decode(hexes.find((hex) => hex.slice(20, 22) === code.toString(16).toUpperCase())!);
const values = (message: Sl651Message) => toReadings(message).readings.map(({ quantity, value, unit }) => [quantity, value, unit]);
const at = (text: string): number => Date.parse(`${text}+08:00`);

test('the check value is that of MODBUS', () => {
  expect(crc(new TextEncoder().encode('123456789'))).toBe(0x4b37);
});

test.each(recorded.map((hex) => [`${hex.slice(20, 22)} ${hex.slice(28, 44)}`, hex]))(
  'frame %s is read without anything left over and written again byte for byte',
  (_, hex) => {
    const message = decode(hex);
    expect(message.parts.filter(({ kind }) => kind === 'rest')).toEqual([]);
    expect(encodeFrame(message).toHex().toUpperCase()).toBe(hex);
  },
);

test('a keep-alive has centre, station, password, serial and time', () => {
  expect(decode(national[0]!)).toMatchObject({
    direction: 'up',
    centre: 0,
    station: '9876543210',
    password: '1234',
    functionCode: 0x2f,
    serial: 0x7e08,
    sentAt: { atMs: at('2022-10-11T10:07:47') },
    parts: [],
    end: 'ETX',
  });
});

test.each([
  [
    national,
    0x30,
    [
      ['rain', 0.5, 'mm'],
      ['rainTotal', 0.5, 'mm'],
      ['waterLevel', 0.127, 'm'],
      ['voltage', 11.15, 'V'],
    ],
  ],
  [
    national,
    0x32,
    [
      ['rain', 4, 'mm'],
      ['rainTotal', 4, 'mm'],
      ['waterLevel', 10.49, 'm'],
      ['voltage', 10.99, 'V'],
    ],
  ],
  [
    national,
    0x37,
    [
      ['rain', 1.5, 'mm'],
      ['rainTotal', 1.5, 'mm'],
      ['waterLevel', 0.122, 'm'],
      ['voltage', 11.08, 'V'],
    ],
  ],
  [
    fujian.slice(3),
    0x32,
    [
      ['rain', 0, 'mm'],
      ['rainTotal', 319.6, 'mm'],
      ['waterLevel', 28.96, 'm'],
      ['voltage', 13.12, 'V'],
    ],
  ],
  [
    fujian,
    0x33,
    [
      ['waterLevel', 28.96, 'm'],
      ['rain', 0, 'mm'],
      ['rainTotal', 319.6, 'mm'],
      ['voltage', 13.17, 'V'],
    ],
  ],
  [
    fujian,
    0x37,
    [
      ['rain', 0, 'mm'],
      ['rainTotal', 0, 'mm'],
      ['voltage', 11.43, 'V'],
    ],
  ],
  [fujian, 0x3a, [['rainTotal', 0, 'mm']]],
])('reports carry the station values %#', (hexes, code, expected) => {
  expect(values(byFunction(hexes, code))).toEqual(expected);
});

test('a level the station does not have is a problem, not a reading', () => {
  expect(toReadings(byFunction(fujian, 0x37)).problems).toEqual([{ rule: 'noValue', value: '39' }]);
});

test('an evenly spaced report gives twelve levels, five minutes apart', () => {
  const { readings, problems } = toReadings(byFunction(fujian, 0x31));
  expect(problems).toEqual([]);
  expect(readings).toHaveLength(12);
  expect(readings.every(({ quantity, value }) => quantity === 'waterLevel' && value === 28.96)).toBe(true);
  expect([readings[0]?.atMs, readings[11]?.atMs]).toEqual([at('2022-12-05T10:05:00'), at('2022-12-05T11:00:00')]);
});

test('an hourly report gives the series of the hour, each value at its own time', () => {
  const { readings } = toReadings(decode(fujian[6]!));
  const levels = readings.filter(({ quantity }) => quantity === 'relativeLevel');
  expect(levels.map(({ value }) => value)).toEqual([...Array<number>(10).fill(26.05), 27.96, 27.96]);
  expect(levels.at(-1)).toMatchObject({ channel: '1', atMs: at('2022-12-02T13:15:00') });
  expect(readings.filter(({ quantity }) => quantity === 'rain5min').map(({ value }) => value)).toEqual(Array<number>(12).fill(0));
  expect(
    readings.filter(({ quantity }) => ['rainTotal', 'waterLevel', 'rain', 'voltage'].includes(quantity)).map(({ value }) => value),
  ).toEqual([319.6, 28.96, 0, 13.16]);
});

test('values of the hour that have not come yet are problems', () => {
  const { readings, problems } = toReadings(decode(fujian[1]!));
  expect(readings.map(({ quantity, value }) => [quantity, value])).toEqual([
    ['relativeLevel', 27.3],
    ['relativeLevel', 27.3],
    ['waterLevel', 27.3],
    ['voltage', 12.9],
  ]);
  expect(problems).toEqual(Array(10).fill({ rule: 'noValue', value: 'F5' }));
  expect(toReadings(byFunction(fujian, 0x38)).problems).toHaveLength(12);
});

test('manual entry, version, settings, status and counters are read', () => {
  expect(byFunction(fujian, 0x35).parts).toMatchObject([{ kind: 'manual', text: 'Q 1.234' }]);
  expect(byFunction(national, 0x45).parts).toMatchObject([{ kind: 'station' }, { kind: 'version', text: 'DATA86-SW-V1.2(H)' }]);
  expect(byFunction(fujian, 0x45).parts[1]).toMatchObject({ text: 'V1.0.20220420' });
  expect(byFunction(national, 0x40).parts.map((part) => (part.kind === 'element' ? [part.id, part.raw] : part.kind))).toEqual([
    'station',
    [1, '05000000'],
    [2, '0011223344'],
    [4, '02218094153172009708'],
    [5, '01A13012345678'],
    [0x0c, '02'],
    [0x0d, '8001000000000000'],
    [0x0f, '31303133313132333435363738'],
  ]);
  expect(byFunction(fujian, 0x49).parts[1]).toMatchObject({ kind: 'element', id: 3, raw: '04D2', values: [] });
  const status = Object.fromEntries(toReadings(byFunction(fujian, 0x46)).readings.map(({ quantity, value }) => [quantity, value]));
  expect(status).toMatchObject({ mainsOff: 1, batteryLow: 0, doorClosed: 1, pumpStopped: 1, levelAlarm: 0 });
  const counters = byFunction(fujian, 0x50).parts[1];
  expect(counters?.kind === 'counters' && [counters.values.length, counters.values[1], counters.values[11]]).toEqual([32, 2, 0xcc]);
});

test('provincial elements, extended elements and user functions are kept, reported and written again', () => {
  const base = byFunction(national, 0x30);
  const parts: Sl651Message['parts'] = [
    ...base.parts,
    { kind: 'element', id: 0xb7, definition: 0x12, raw: 'AB12', values: [] },
    { kind: 'element', id: 0xff03, definition: 0x08, raw: '55', values: [] },
    elementOf(0x02, -12.5),
  ];
  const message = decode(encodeFrame({ ...base, parts }).toHex());
  expect(message.parts).toEqual(parts);
  expect(toReadings(message).problems).toEqual([
    { rule: 'unknownElement', value: 'B7' },
    { rule: 'unknownElement', value: 'FF03' },
  ]);
  expect(toReadings(message).readings.at(-1)).toMatchObject({ quantity: 'airTemperature', value: -12.5, unit: '°C' });
  const own = { ...base, functionCode: 0xe3, parts: [{ kind: 'rest' as const, raw: 'DEADBEEF' }] };
  expect(decode(encodeFrame(own).toHex())).toEqual(own);
  const reserved = encodeFrame({ ...base, functionCode: 0x60 });
  expect(decodeAll(sl651.createDecoder(), reserved)).toMatchObject([{ ok: false, code: 'unknownCommand' }]);
});

test('a value that does not fit its field is not sent', () => {
  expect(() => elementOf(0x39, 100_000)).toThrow(RangeError);
  expect(() => elementOf(0x39, Number.NaN)).toThrow(RangeError);
  expect(() => elementOf(0xb7, 1)).toThrow(RangeError);
});

test('a confirmation has the serial of the report, the station before the centre, and may keep the station on the line', () => {
  const report = byFunction(national, 0x32);
  expect(needsConfirm(report)).toBe(true);
  expect(needsConfirm(decode(national[0]!))).toBe(false);
  const bytes = confirm(report, at('2017-07-18T11:00:20'));
  expect(bytes.toHex().toUpperCase()).toMatch(/^7E7E00112233440503E832800802003417071811002 ?01B/);
  expect(decode(bytes.toHex())).toMatchObject({ direction: 'down', centre: 5, station: '0011223344', serial: 52, end: 'ESC', parts: [] });
  expect(decode(deny(report, 1e12).toHex())).toMatchObject({ end: 'NAK', serial: 52 });
  expect(decode(command(report, 0x37, 1e12, []).toHex())).toMatchObject({ functionCode: 0x37, end: 'ENQ', parts: [] });
});

test('a picture in packages is put together in any order, and what is missing is asked for', () => {
  const first = byFunction(national, 0x32);
  const picture = 'FFD8'.padEnd(6000, 'A5');
  const body = encodeFrame({ ...first, functionCode: 0x36, parts: [...first.parts.slice(0, 2), { kind: 'picture', raw: picture }] });
  const raw = body.subarray(14, -3).toHex().toUpperCase();
  const total = Math.ceil(raw.length / 1000);
  const packages = Array.from({ length: total }, (_, index): Sl651Message => {
    const part = { kind: 'package' as const, raw: raw.slice(index * 1000, (index + 1) * 1000) };
    const end = index + 1 === total ? 'ETX' : 'ETB';
    return decode(
      encodeFrame({
        ...first,
        functionCode: 0x36,
        packet: { total, number: index + 1 },
        serial: null,
        sentAt: null,
        parts: [part],
        end,
      }).toHex(),
    );
  });
  const assembler = createAssembler();
  for (const index of [2, 0, 0, 6, 5, 4, 1]) expect(assembler.add(packages[index]!).message).toBeNull();
  expect(assembler.missingOf(packages[0]!)).toEqual([4]);
  expect(decode(requestPackage(packages[0]!, 4).toHex())).toMatchObject({ direction: 'down', packet: { total, number: 4 }, end: 'NAK' });
  const whole = assembler.add(packages[3]!).message;
  expect(whole).toMatchObject({ serial: 52, packet: null });
  expect(whole?.parts.at(-1)).toEqual({ kind: 'picture', raw: picture });
  expect(assembler.heldBytes).toBe(0);
});

test('the recorded packages of a picture know their place', () => {
  const packets = national.map(decode).flatMap(({ packet }) => (packet === null ? [] : [packet]));
  expect(packets).toEqual([
    { total: 13, number: 13 },
    { total: 13, number: 2 },
    { total: 13, number: 3 },
  ]);
  const assembler = createAssembler();
  const assemblies = national
    .map(decode)
    .filter(({ packet }) => packet !== null)
    .map((message) => assembler.add(message));
  expect(assemblies.at(-1)).toEqual({ message: null, missing: [1, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
});
