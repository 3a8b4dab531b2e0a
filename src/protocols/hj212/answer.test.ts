import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, messagesOf } from '../decoderChecks.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { answerTo, encodeMessage, executionResult, requestAnswer } from './answer.ts';
import { commands } from './commands.table.ts';
import { encodeFrame } from './frame.ts';
import { hj212 } from './hj212.ts';
import type { Hj212Message, Item } from './message.ts';
import { readTime, writeRequestNumber, writeTime } from './time.ts';

function aMessage(changes: Partial<Hj212Message> = {}): Hj212Message {
  return {
    requestNumber: '20240601080000123',
    systemType: '32',
    command: '2011',
    password: '123456',
    deviceId: '010000A8900016F000169DC0',
    flag: 5,
    packageCount: null,
    packageNumber: null,
    items: [
      [{ name: 'DataTime', value: '20240601080000' }],
      [
        { name: 'w01018-Rtd', value: '12.5' },
        { name: 'w01018-Flag', value: 'N' },
      ],
    ],
    otherFields: [],
    ...changes,
  };
}

const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

test('data with bit A are acknowledged by 9014 with the same QN', () => {
  expect(text(answerTo(aMessage()))).toMatch(
    /^##0087QN=20240601080000123;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&[0-9A-F]{4}\r\n$/,
  );
});

test('a notice is acknowledged by 9013, and a 2005 device in its own version', () => {
  expect(text(answerTo(aMessage({ command: '1013', flag: 1 })))).toContain('CN=9013;PW=123456;MN=010000A8900016F000169DC0;Flag=0;');
});

test('nothing is sent when the device waits for nothing, and an answer is not answered', () => {
  expect(answerTo(aMessage({ flag: 4 }))).toBeNull();
  expect(answerTo(aMessage({ flag: null }))).toBeNull();
  expect(answerTo(aMessage({ command: '9014' }))).toBeNull();
});

test('requests and operations are answered with their result', () => {
  expect(text(requestAnswer(aMessage(), 1))).toContain('CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=1&&');
  expect(text(executionResult(aMessage(), 100))).toContain('CP=&&ExeRtn=100&&');
});

test('a value that would break the frame is not sent', () => {
  expect(() => encodeMessage(aMessage({ items: [[{ name: 'a', value: '1;b=2' }]] }))).toThrow(RangeError);
});

test('times are read and written in Chinese local time', () => {
  const atMs = Date.parse('2024-02-29T23:59:59.007+08:00');
  expect(writeRequestNumber(atMs)).toBe('20240229235959007');
  expect(readTime(writeRequestNumber(atMs))).toBe(atMs);
  expect(readTime(writeTime(atMs))).toBe(atMs - 7);
  expect(['20230229000000', '20240101240000', '2024010100000', '2024-01-01 00:00'].map(readTime)).toEqual([null, null, null, null]);
});

test('recorded messages of 2017 and 2005 are written again byte for byte, but for the case of the CRC', () => {
  const recorded = readFileSync(new URL('fixtures/messages.txt', import.meta.url));
  const messages = messagesOf(decodeAll(hj212.createDecoder(), recorded));
  expect(
    messages
      .map((message) => text(encodeMessage(message)))
      .join('')
      .toUpperCase(),
  ).toBe(recorded.toString('latin1').toUpperCase());
});

test('forms that only HJ/T 212-2005 has are read, kept and written again', () => {
  const forms = [
    'ST=32;CN=2072;PW=123456;MN=88888880000001;CP=&&AlarmTime=20050506010101;011-Ala=1.1;AlarmType=1&&',
    'ST=32;CN=2021;PW=123456;MN=88888880000001;CP=&&DataTime=20050506010101;SB1-RS=1;SB2-RS=0&&',
    'ST=32;CN=1021;PW=123456;MN=88888880000001;Flag=1;CP=&&PolId=011;011-LowValue=1.1;011-UpValue=9.9&&',
    'QN=20050506010101001;ST=32;CN=2031;PW=123456;MN=88888880000001;Flag=3;PNUM=2;PNO=1;CP=&&DataTime=20050506000000;B01-Cou=200&&',
  ];
  for (const form of forms) {
    const [message] = messagesOf(decodeAll(hj212.createDecoder(), encodeFrame(form)));
    expect(text(encodeMessage(message!))?.slice(6, -6)).toBe(form);
  }
});

test('whatever is written is read back the same', () => {
  const random = seededRandom(212);
  for (let run = 0; run < 500; run += 1) {
    const message = randomMessage(random);
    expect(messagesOf(decodeAll(hj212.createDecoder(), encodeMessage(message)))).toEqual([message]);
  }
});

function randomMessage(random: SeededRandom): Hj212Message {
  const digits = (length: number): string => Array.from({ length }, () => random.below(10)).join('');
  const perhaps = <T>(value: T): T | null => (random.below(3) === 0 ? null : value);
  const items = Array.from({ length: random.below(8) }, (): Item => {
    const code = random.pick(['a21005', 'w01018', '011', 'B01', 'Leq', 'x']);
    const pairs = [{ name: `${code}-${random.pick(['Rtd', 'Avg', 'Cou'])}`, value: `${digits(2)}.${digits(3)}` }];
    return random.below(2) === 0 ? pairs : [...pairs, { name: `${code}-Flag`, value: random.pick(['N', 'F', '=', 'a&b', '']) }];
  });
  return {
    requestNumber: perhaps(digits(17)),
    systemType: digits(2),
    command: random.pick([...commands.keys()]),
    password: perhaps(digits(6)),
    deviceId: digits(1 + random.below(24)),
    flag: perhaps(random.below(256)),
    packageCount: perhaps(random.below(10_000)),
    packageNumber: perhaps(random.below(10_000)),
    items,
    otherFields: random.below(4) === 0 ? [{ name: 'X', value: digits(3) }] : [],
  };
}
