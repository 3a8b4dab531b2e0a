import { expect, test } from 'vitest';
import { decodeAll, everySingleBitDamage, everySplit, fuzz, glued, messagesOf } from '../decoderChecks.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { crc16 } from './crc.ts';
import { encodeFrame, maxFrameBytes, type ModbusFrame } from './frame.ts';
import {
  askRtu,
  askTcp,
  createRtuAnswerDecoder,
  createTcpAnswerDecoder,
  matchAnswer,
  rtuAnswerBytes,
  type ModbusQuestion,
} from './master.ts';
import { modbus } from './modbus.ts';
import { decodePdu, encodePdu, type ModbusPdu } from './pdu.ts';
import { createModbusDecoder } from './stream.ts';

const hex = (text: string): Uint8Array => Uint8Array.fromHex(text.replaceAll(' ', ''));
const read10: ModbusQuestion = { kind: 'read', function: 3, address: 0x6b, count: 3 };
const answer = (registers: number[]): ModbusPdu => ({ kind: 'registers', function: 3, registers });

test('the check value is that of the serial line guide', () => {
  expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x4b37);
  // Appendix B of the guide: unit 2, function 7 gives 41 12 on the wire.
  expect(crc16(hex('0207'))).toBe(0x1241);
});

// Examples of MODBUS Application Protocol Specification V1.1b3, clauses 6.1 to 6.17.
test.each<[string, ModbusPdu]>([
  ['01 0013 0013', { kind: 'read', function: 1, address: 0x13, count: 0x13 }],
  ['03 006B 0003', { kind: 'read', function: 3, address: 0x6b, count: 3 }],
  ['03 06 022B 0000 0064', { kind: 'registers', function: 3, registers: [555, 0, 100] }],
  ['04 02 000A', { kind: 'registers', function: 4, registers: [10] }],
  ['05 00AC FF00', { kind: 'writeOne', function: 5, address: 0xac, value: 0xff00 }],
  ['06 0001 0003', { kind: 'writeOne', function: 6, address: 1, value: 3 }],
  ['0F 0013 000A 02 CD01', { kind: 'writeBits', function: 15, address: 0x13, bits: Array.from('1011001110', (bit) => bit === '1') }],
  ['0F 0013 000A', { kind: 'written', function: 15, address: 0x13, count: 10 }],
  ['10 0001 0002 04 000A 0102', { kind: 'writeRegisters', function: 16, address: 1, registers: [10, 258] }],
  ['10 0001 0002', { kind: 'written', function: 16, address: 1, count: 2 }],
  [
    '17 0003 0006 000E 0003 06 00FF 00FF 00FF',
    { kind: 'readWrite', function: 23, address: 3, count: 6, writeAddress: 14, registers: [255, 255, 255] },
  ],
  ['81 02', { kind: 'exception', function: 1, code: 2 }],
  ['2B 0E 01 00', { kind: 'other', function: 43, data: '0E0100' }],
])('%s is read and written back', (text, pdu) => {
  expect(decodePdu(hex(text))).toEqual({ ok: true, pdu });
  expect(encodePdu(pdu)).toEqual(hex(text));
});

test.each([
  '00',
  '03',
  '03 05 0000000000',
  '03 FFFF 0002',
  '01 0000 07D1',
  '05 0000 1234',
  '80 01',
  '83',
  '10 0001 0002 03 000A01',
  '10 FFFF 0002 04 000A 0102',
  '',
])('"%s" is no data unit', (text) => expect(decodePdu(hex(text))).toMatchObject({ ok: false }));

test('what the standard does not allow cannot be asked', () => {
  for (const pdu of [
    { kind: 'read', function: 3, address: 0, count: 126 },
    { kind: 'read', function: 3, address: 65_535, count: 2 },
    { kind: 'read', function: 1, address: 0, count: 2001 },
    { kind: 'writeOne', function: 5, address: 0, value: 1 },
    { kind: 'writeOne', function: 6, address: 0, value: 65_536 },
    { kind: 'writeRegisters', function: 16, address: 0, registers: Array.from({ length: 124 }, () => 0) },
  ] as const)
    expect(() => encodePdu(pdu as ModbusPdu)).toThrow(RangeError);
  expect(() => askRtu(256, read10)).toThrow('unit');
});

const stream = glued(
  encodeFrame({ transport: 'rtu', transactionId: null, unit: 1, pdu: read10 }),
  encodeFrame({ transport: 'rtu', transactionId: null, unit: 1, pdu: answer([555, 0, 100]) }),
  askTcp(7, read10, 5),
  encodeFrame({ transport: 'tcp', transactionId: 5, unit: 7, pdu: answer([1, 2, 3]) }),
  encodeFrame({ transport: 'rtu', transactionId: null, unit: 9, pdu: { kind: 'exception', function: 4, code: 11 } }),
);

test('serial and TCP frames are found in one capture, in any pieces', () => {
  const whole = decodeAll(modbus.createDecoder(), stream);
  expect(messagesOf(whole).map(({ transport, unit, pdu }) => [transport, unit, pdu.kind])).toEqual([
    ['rtu', 1, 'read'],
    ['rtu', 1, 'registers'],
    ['tcp', 7, 'read'],
    ['tcp', 7, 'registers'],
    ['rtu', 9, 'exception'],
  ]);
  for (const results of everySplit(modbus.createDecoder, stream)) expect(results).toEqual(whole);
  const noisy = glued(hex('FFFF00'), stream.subarray(0, 30), hex('0103'), stream.subarray(21));
  const expected = decodeAll(modbus.createDecoder(), noisy);
  expect(expected[0]).toMatchObject({ ok: false, offset: 0 });
  for (const results of everySplit(modbus.createDecoder, noisy)) expect(results).toEqual(expected);
});

test('a refusal is said in both languages', () => {
  const last = messagesOf(decodeAll(modbus.createDecoder(), stream)).at(-1);
  expect(last && modbus.describe(last)).toMatchObject({ pdu: { code: 11, meaning: { zh: '网关下的目标设备无响应' } } });
});

test('any single wrong bit of an answer on a serial line is noticed', () => {
  const frame = encodeFrame({ transport: 'rtu', transactionId: null, unit: 1, pdu: answer([555, 0, 100]) });
  for (const damaged of everySingleBitDamage(frame)) {
    const results = decodeAll(createRtuAnswerDecoder(read10), damaged);
    expect(messagesOf(results)).toEqual([]);
    expect(results).toHaveLength(1);
  }
  expect(decodeAll(createRtuAnswerDecoder(read10), frame)).toMatchObject([{ ok: true }]);
});

test('a cut answer is truncated, one with a wrong check value says so', () => {
  const frame = encodeFrame({ transport: 'rtu', transactionId: null, unit: 1, pdu: answer([1, 2, 3]) });
  expect(decodeAll(createRtuAnswerDecoder(read10), frame.subarray(0, 9))).toMatchObject([{ ok: false, code: 'truncated', offset: 0 }]);
  const damaged = frame.slice();
  damaged[5] = 0xee;
  expect(decodeAll(createRtuAnswerDecoder(read10), damaged)).toMatchObject([{ ok: false, code: 'checksum', offset: 0 }]);
});

test('only an answer to the question counts', () => {
  const asked = { unit: 7, transactionId: 5, question: read10 };
  const frame: ModbusFrame = { transport: 'tcp', transactionId: 5, unit: 7, pdu: answer([1, 2, 3]) };
  expect(matchAnswer(asked, frame)).toEqual({ state: 'registers', registers: [1, 2, 3] });
  expect(matchAnswer(asked, { ...frame, unit: 8 })).toMatchObject({ state: 'stray' });
  expect(matchAnswer(asked, { ...frame, transactionId: 6 })).toMatchObject({ state: 'stray' });
  expect(matchAnswer(asked, { ...frame, pdu: answer([1, 2]) })).toMatchObject({ state: 'stray' });
  expect(matchAnswer(asked, { ...frame, pdu: { kind: 'exception', function: 3, code: 2 } })).toMatchObject({
    state: 'refused',
    code: 2,
    label: { en: 'illegal data address' },
  });
  const write: ModbusQuestion = { kind: 'writeRegisters', function: 16, address: 4, registers: [9, 9] };
  const done: ModbusPdu = { kind: 'written', function: 16, address: 4, count: 2 };
  expect(matchAnswer({ ...asked, question: write }, { ...frame, pdu: done })).toEqual({ state: 'done' });
  expect(matchAnswer({ ...asked, question: write }, { ...frame, pdu: { ...done, count: 1 } })).toMatchObject({ state: 'stray' });
  expect(rtuAnswerBytes({ kind: 'read', function: 1, address: 0, count: 9 })).toBe(7);
});

function anyPdu(random: SeededRandom): ModbusPdu {
  const registers = Array.from({ length: 1 + random.below(120) }, () => random.below(65_536));
  const bits = Array.from({ length: 1 + random.below(300) }, () => random.below(2) === 1);
  const address = random.below(60_000);
  return random.pick<ModbusPdu>([
    { kind: 'read', function: random.pick([1, 2, 3, 4] as const), address, count: 1 + random.below(125) },
    { kind: 'registers', function: random.pick([3, 4, 23] as const), registers },
    { kind: 'writeOne', function: 6, address, value: random.below(65_536) },
    { kind: 'writeOne', function: 5, address, value: random.pick([0, 0xff00]) },
    { kind: 'writeBits', function: 15, address, bits },
    { kind: 'writeRegisters', function: 16, address, registers },
    { kind: 'written', function: 16, address, count: 1 + random.below(123) },
    { kind: 'readWrite', function: 23, address, count: 5, writeAddress: address, registers },
    { kind: 'exception', function: 1 + random.below(100), code: random.below(256) },
    { kind: 'other', function: 43, data: random.bytes(random.below(200)).toHex().toUpperCase() },
  ]);
}

test('two thousand messages are read back as they were written, over TCP and serial lines', () => {
  const random = seededRandom(3);
  for (let run = 0; run < 2000; run += 1) {
    const pdu = anyPdu(random);
    const tcp: ModbusFrame = { transport: 'tcp', transactionId: random.below(65_536), unit: random.below(256), pdu };
    expect(messagesOf(decodeAll(createModbusDecoder({ transport: 'tcp', side: null }), encodeFrame(tcp)))).toEqual([tcp]);
    if (pdu.kind === 'other') continue;
    const rtu: ModbusFrame = { transport: 'rtu', transactionId: null, unit: 1 + random.below(247), pdu };
    expect(messagesOf(decodeAll(createModbusDecoder({ transport: 'rtu', side: null }), encodeFrame(rtu)))).toEqual([rtu]);
  }
});

test('twenty thousand damaged frames neither break the decoders nor slow them down', { timeout: 60_000 }, () => {
  const frames = [stream.subarray(0, 8), stream.subarray(8, 19), stream.subarray(19, 31), stream.subarray(31)];
  for (const create of [modbus.createDecoder, createTcpAnswerDecoder]) {
    const { slowestMs, mostHeldBytes } = fuzz(create, frames, seededRandom(5), 10_000);
    expect(slowestMs).toBeLessThan(5);
    expect(mostHeldBytes).toBeLessThanOrEqual(maxFrameBytes);
  }
});
