import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, messagesOf } from '../decoderChecks.ts';
import { confirm, deny, needsConfirm } from './answer.ts';
import { encodeFrame } from './frame.ts';
import { gb26875 } from './gb26875.ts';
import { addressText, type FireMessage } from './message.ts';
import type { Content } from './objects.ts';
import { toReadings } from './readings.ts';
import { timeTagAt } from './timeTag.ts';

interface Recorded {
  hex: string;
  expect: Record<string, string | number | boolean>;
}
const recorded = JSON.parse(readFileSync(new URL('fixtures/frames.json', import.meta.url), 'utf8')) as Recorded[];
const hexes = recorded.map((frame) => frame.hex);
const bytesOf = (hex: string): Uint8Array => Uint8Array.fromHex(hex);
const decode = (hex: string): FireMessage => messagesOf(decodeAll(gb26875.createDecoder(), bytesOf(hex)))[0]!;
const at = (text: string): number => Date.parse(`${text}+08:00`);

/** Device state of a transmission device: test mode, fault, backup power fault. */
const deviceStateHex = '404002000102162A100C07160000000000006400000000000900021501140E2A100C0716882323';

function aMessage(content: Content | null, changes: Partial<FireMessage> = {}): FireMessage {
  return {
    serial: 7,
    version: { main: 1, user: 1 },
    sentAt: timeTagAt(at('2026-07-01T08:00:00')),
    source: 3456,
    destination: 1,
    command: 'send',
    commandCode: 2,
    content,
    ...changes,
  };
}

const throughTheWire = (message: FireMessage): FireMessage => decode(encodeFrame(message).toHex());

test('the recorded version report of a transmission device is read', () => {
  const message = decode(hexes[0]!);
  const expected = recorded[0]!.expect;
  expect(message).toMatchObject({ serial: expected['sequence'], command: 'send', commandCode: expected['command'] });
  expect(message.version).toEqual({ main: expected['protocolVersion'], user: expected['userVersion'] });
  expect(message.source).toBe(0x0d80);
  expect(addressText(message.source)).toBe('000000000D80');
  expect(message.sentAt.atMs).toBe(at('2021-12-08T22:30:01'));
  expect(message.content).toEqual({ kind: 'deviceVersion', type: 25, objects: [{ main: 1, sub: 0 }], trailing: '' });
});

test('our confirmation is byte for byte the recorded one', () => {
  const message = decode(hexes[0]!);
  expect(needsConfirm(message)).toBe(true);
  expect(confirm(message, at('2021-12-08T22:30:00')).toHex().toUpperCase()).toBe(hexes[1]);
  expect(decode(hexes[1]!)).toMatchObject({ command: 'confirm', commandCode: 3, content: null, destination: 0x0d80 });
  expect(needsConfirm(decode(hexes[1]!))).toBe(false);
});

test('the vendor type 150 is kept raw and reported, not dropped', () => {
  const message = decode(hexes[2]!);
  expect(message.source).toBe(1);
  expect(message.content).toEqual({ kind: 'unknown', type: 150, count: 1, raw: '00035B010000000200000F220E190713' });
  expect(toReadings(message)).toEqual({ readings: [], problems: [{ rule: 'unknownType', value: '150' }] });
  expect(encodeFrame(message).toHex().toUpperCase()).toBe(hexes[2]);
});

test('the half frame waits for more bytes and is truncated when none come', () => {
  const decoder = gb26875.createDecoder();
  expect(decoder.push(bytesOf(hexes[3]!))).toEqual([]);
  expect(decoder.end()).toMatchObject([{ ok: false, code: 'truncated', offset: 0 }]);
});

test('the worked example of a device state gives its bits as readings', () => {
  const message = decode(deviceStateHex);
  expect(message).toMatchObject({ serial: 2, version: { main: 1, user: 2 }, source: 0, destination: 0x64 });
  const { readings } = toReadings(message);
  const atMs = at('2022-07-12T16:42:14');
  expect(readings.every((reading) => reading.channel === '' && reading.atMs === atMs)).toBe(true);
  expect(Object.fromEntries(readings.map((reading) => [reading.quantity, reading.value]))).toEqual({
    running: 0,
    fireAlarm: 0,
    fault: 1,
    mainPowerFault: 0,
    backupPowerFault: 1,
    linkFault: 0,
    lineFault: 0,
  });
});

test('a smoke detector reports fire with its place in Chinese', () => {
  const occurredAt = timeTagAt(at('2026-07-01T07:59:58'));
  const part = { systemType: 1, systemAddress: 2, partType: 42, partAddress: 0x00020003, status: 3, text: '三楼东侧走廊', occurredAt };
  const message = throughTheWire(aMessage({ kind: 'partState', type: 2, objects: [part], trailing: '' }));
  expect(message.content).toMatchObject({ objects: [part] });
  expect(toReadings(message).readings.slice(0, 3)).toEqual([
    { channel: '1.2.00020003', quantity: 'running', value: 1, unit: null, atMs: occurredAt.atMs },
    { channel: '1.2.00020003', quantity: 'fireAlarm', value: 1, unit: null, atMs: occurredAt.atMs },
    { channel: '1.2.00020003', quantity: 'fault', value: 0, unit: null, atMs: occurredAt.atMs },
  ]);
  expect(gb26875.describe(message)).toMatchObject({
    content: {
      objects: [
        {
          systemTypeName: { zh: '火灾报警系统' },
          partTypeName: { zh: '点型光电感烟火灾探测器' },
          states: [{ zh: '正常运行' }, { zh: '火警' }],
        },
      ],
    },
  });
});

test.each([
  [2, -125, 'height', -1.25, 'm'],
  [3, -55, 'temperature', -5.5, '°C'],
  [4, 12, 'pressureMpa', 1.2, 'MPa'],
  [6, 123, 'gasLel', 12.3, '%LEL'],
  [12, 3, 'speed', 3, 'm/s'],
])('analog type %i raw %i is %s %f %s', (valueType, value, quantity, scaled, unit) => {
  const object = { systemType: 12, systemAddress: 0, partType: 92, partAddress: 1, valueType, value, occurredAt: null };
  const message = throughTheWire(aMessage({ kind: 'partValue', type: 3, objects: [object], trailing: '' }));
  expect(toReadings(message)).toEqual({
    readings: [{ channel: '12.0.00000001', quantity, value: scaled, unit, atMs: at('2026-07-01T08:00:00') }],
    problems: [],
  });
});

test('a manual alarm is raised by its button and returns by reset', () => {
  const operation = (bits: number): unknown => {
    const object = { operation: bits, operator: 1, occurredAt: timeTagAt(at('2026-07-01T08:00:00')) };
    return toReadings(throughTheWire(aMessage({ kind: 'deviceOperation', type: 24, objects: [object], trailing: '' }))).readings;
  };
  expect(operation(0b100)).toMatchObject([{ channel: '', quantity: 'manualAlarm', value: 1 }]);
  expect(operation(0b1)).toMatchObject([{ quantity: 'manualAlarm', value: 0 }]);
  expect(operation(0b10)).toEqual([]);
});

test('a clock that was never set is reported and stops nothing', () => {
  const unset = { atMs: null, raw: '000000000000' };
  const object = { systemType: 1, systemAddress: 0, status: 1, occurredAt: unset };
  const message = throughTheWire(aMessage({ kind: 'systemState', type: 1, objects: [object], trailing: '' }));
  const { readings, problems } = toReadings(message);
  expect(readings).toHaveLength(14);
  expect(readings[0]?.atMs).toBeNull();
  expect(problems).toEqual([{ rule: 'time', value: '000000000000' }]);
});

test('surplus bytes are kept and reported', () => {
  const object = { systemType: 1, systemAddress: 0, main: 2, sub: 1 };
  const message = throughTheWire(aMessage({ kind: 'systemVersion', type: 5, objects: [object], trailing: 'AB' }));
  expect(toReadings(message).problems).toEqual([{ rule: 'trailing', value: 'AB' }]);
});

test('a frame damaged on the way is denied with its own serial', () => {
  const damaged = deviceStateHex.replace('140E2A', '150E2A');
  const [result] = decodeAll(gb26875.createDecoder(), bytesOf(damaged));
  expect(result).toMatchObject({ ok: false, code: 'checksum' });
  const denial = deny(result!.frame, at('2022-07-12T16:42:23'));
  expect(decode(denial!.toHex())).toMatchObject({ serial: 2, command: 'deny', source: 0x64, destination: 0, content: null });
  expect(deny('4040', 0)).toBeNull();
});

test('reserved commands are refused, user-defined ones are kept', () => {
  const frame = (commandCode: number): Uint8Array =>
    encodeFrame(aMessage({ kind: 'unknown', type: 2, count: null, raw: '' }, { commandCode }));
  expect(decodeAll(gb26875.createDecoder(), frame(9))).toMatchObject([{ ok: false, code: 'unknownCommand' }]);
  expect(decodeAll(gb26875.createDecoder(), frame(200))).toMatchObject([{ ok: true, message: { command: 'userDefined' } }]);
});

test('more objects announced than sent is an invalid frame', () => {
  const frame = encodeFrame(aMessage({ kind: 'unknown', type: 2, count: 9, raw: '0102' }));
  expect(decodeAll(gb26875.createDecoder(), frame)).toMatchObject([{ ok: false, code: 'invalidFormat' }]);
});
