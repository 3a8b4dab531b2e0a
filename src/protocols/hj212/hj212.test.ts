import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, messagesOf } from '../decoderChecks.ts';
import type { Decoded } from '../protocol.ts';
import { crcText } from './crc.ts';
import { encodeFrame } from './frame.ts';
import { hj212 } from './hj212.ts';
import { flagBits, type Hj212Message } from './message.ts';
import { toReadings } from './readings.ts';

const read = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): Decoded<Hj212Message>[] => decodeAll(hj212.createDecoder(), bytes);
const decodeData = (data: string): Decoded<Hj212Message> | undefined => decode(encodeFrame(data))[0];

test('the check value is that of HJ 212, not of MODBUS', () => {
  expect(crcText(bytesOf('123456789'))).toBe('2F80');
});

test('the check value has only 256 states, so damage of several bytes can pass', () => {
  const values = new Set<string>();
  for (let first = 0; first < 256; first += 1) {
    for (let second = 0; second < 256; second += 1) values.add(crcText(Uint8Array.of(first, second, 0x41)));
  }
  expect(values.size).toBe(256);
});

test('the three recorded messages are read to the last field', () => {
  const results = decode(read('messages.txt'));
  expect(results.map((result) => result.ok)).toEqual([true, true, true]);
  expect(results.map((result) => result.offset)).toEqual([0, 329, 480]);
  const [air, sewage, pump] = messagesOf(results);
  expect(air).toMatchObject({
    requestNumber: '20191012133710130',
    systemType: '22',
    command: '2011',
    password: '123456',
    deviceId: 'Y80110010000010',
    flag: 4,
  });
  expect(flagBits(air?.flag ?? null)).toEqual({ version: 1, hasPackages: false, needsAnswer: false });
  expect(sewage).toMatchObject({ requestNumber: null, systemType: '32', deviceId: 'LD130133000015', flag: null });
  expect(pump).toMatchObject({ systemType: '32', deviceId: 'NJGDKYYC202101q0001w0001' });
});

test('seven air values come with unit, flag and the station time', () => {
  const [air] = messagesOf(decode(read('messages.txt')));
  const { readings, problems } = toReadings(air!);
  const atMs = Date.parse('2019-10-12T13:37:10+08:00');
  expect(problems).toEqual([]);
  expect(readings.map((reading) => [reading.quantity, reading.value, reading.unit])).toEqual([
    ['a21005', 0, 'mg/m³'],
    ['a21004', 0, 'mg/m³'],
    ['a21007', 0.033, null],
    ['a21006', 0.036, null],
    ['a21001', 25.4, null],
    ['a21003', 101.94, 'mg/m³'],
    ['a21002', 49.2, 'mg/m³'],
  ]);
  expect(readings.every((reading) => reading.flag === 'N' && reading.atMs === atMs && reading.suffix === 'Rtd')).toBe(true);
});

test('2005 codes and times with milliseconds are read', () => {
  const [, sewage, pump] = messagesOf(decode(read('messages.txt')));
  const atMs = Date.parse('2016-08-24T00:38:17+08:00');
  expect(toReadings(sewage!).readings).toEqual([
    { quantity: 'B01', value: 36.91, unit: 'L/s', flag: null, atMs, suffix: 'Rtd' },
    { quantity: '011', value: 231, unit: 'mg/L', flag: 'N', atMs, suffix: 'Rtd' },
    { quantity: '060', value: 1.803, unit: 'mg/L', flag: 'N', atMs, suffix: 'Rtd' },
  ]);
  expect(toReadings(pump!).readings.map(({ quantity, value, unit }) => [quantity, value, unit])).toEqual([
    ['ele01', 1, null],
    ['ele02', 0, null],
  ]);
});

test('the two messages with a wrong CRC are refused with the reason and kept as text', () => {
  const results = decode(read('messages-bad-crc.txt'));
  expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual(['checksum', 'checksum']);
  expect(results[1]?.frame).toContain('MN=14513567846884;PNO=0002;PNUM=0002');
});

test('PNO before PNUM is read like PNUM before PNO', () => {
  const swapped = decodeData('QN=20191112091100598;ST=31;CN=2051;PW=123456;MN=1;Flag=6;PNO=0002;PNUM=0003;CP=&&&&');
  const ordered = decodeData('QN=20191112091100598;ST=31;CN=2051;PW=123456;MN=1;Flag=6;PNUM=0003;PNO=0002;CP=&&&&');
  expect(swapped).toMatchObject({ ok: true, message: { packageCount: 3, packageNumber: 2 } });
  expect(messagesOf([swapped!])).toEqual(messagesOf([ordered!]));
});

test('a flag is found when everything is separated by semicolons', () => {
  const result = decodeData('ST=32;CN=2051;MN=1;CP=&&DataTime=20240101000000;011-Avg=5;011-Min=4;011-Flag=D&&');
  expect(toReadings(messagesOf([result!])[0]!).readings).toMatchObject([{ quantity: '011', suffix: 'Avg', flag: 'D' }]);
});

test('values that are no numbers are reported and never become readings', () => {
  const values = ['--', 'NaN', '', 'Infinity', '0x10', '1e999', '12,5'.split(',')[0]];
  const items = values.map((value, at) => `a0000${at}-Rtd=${value}`).join(';');
  const result = decodeData(`ST=22;CN=2011;MN=1;CP=&&DataTime=20240230000000;${items}&&`);
  const { readings, problems } = toReadings(messagesOf([result!])[0]!);
  expect(readings).toMatchObject([{ quantity: 'a00006', value: 12, atMs: null }]);
  expect(problems.map((problem) => problem.rule)).toEqual(['time', ...Array<string>(6).fill('number')]);
});

test.each([
  ['CN=2011;MN=1;CP=&&&&', 'invalidFormat'],
  ['ST=22;CN=2011;CP=&&&&', 'invalidFormat'],
  ['ST=22;CN=2011;MN=1', 'invalidFormat'],
  ['ST=22;CN=2011;MN=1;CP=&&a=1', 'invalidFormat'],
  ['ST=22;CN=2011;MN=1;CP=&&a&&', 'invalidFormat'],
  ['ST=22;CN=2011;MN=1;MN=2;CP=&&&&', 'invalidFormat'],
  ['ST=22;CN=2011;MN=1;Flag=999;CP=&&&&', 'invalidFormat'],
  ['ST=22;CN=7777;MN=1;CP=&&&&', 'unknownCommand'],
])('%s is refused as %s although its CRC is right', (data, code) => {
  expect(decodeData(data)).toMatchObject({ ok: false, code });
});
