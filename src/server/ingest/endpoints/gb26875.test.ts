import { expect, test } from 'vitest';
import { aPoint, aRule } from '#kernel/alarm/alarmBuilders.ts';
import { encodeFrame } from '#protocols/gb26875/frame.ts';
import { timeTagAt } from '#protocols/gb26875/timeTag.ts';
import { startGb26875 } from './gb26875.ts';
import { anEndpoint } from './testEndpoint.ts';

/** State of the transmission device (type 21); bit 1 is fire. */
function aFrame(serial: number, status: number): Buffer {
  const at = timeTagAt(Date.now());
  return Buffer.from(
    encodeFrame({
      serial,
      version: { main: 1, user: 2 },
      sentAt: at,
      source: 0x64,
      destination: 1,
      commandCode: 2,
      content: { kind: 'deviceState', type: 21, objects: [{ status, occurredAt: at }], trailing: '' },
    }),
  );
}

const point = aPoint({ key: 'gb26875:000000000064||fireAlarm', unit: '', rangeMin: null, rangeMax: null });
const fire = aRule({ priority: 'critical', condition: { kind: 'above', limit: 0.5, hysteresis: 0, delayMs: 0 } });

test('a fire alarm is confirmed with command 3 and the same serial once it is on disk', async () => {
  const bench = await anEndpoint(startGb26875, { points: [point], rules: [fire] });
  const device = await bench.device();
  device.send(aFrame(7, 0b11));
  const answer = await device.received((bytes) => bytes.length >= 30);
  expect([answer.readUInt16LE(2), answer[26], answer.readUIntLE(18, 6)]).toEqual([7, 3, 0x64]);
  expect(bench.pipeline.openAlarms()).toMatchObject([{ priority: 'critical', value: 1 }]);
  await bench.close();
});

test('a frame with a wrong checksum is denied with command 6, and the sound one after it is confirmed', async () => {
  const bench = await anEndpoint(startGb26875, { points: [point] });
  const device = await bench.device();
  const broken = aFrame(8, 1);
  broken[28] = (broken[28] ?? 0) ^ 0x40;
  device.send(Buffer.concat([broken, aFrame(9, 1)]));
  const answer = await device.received((bytes) => bytes.length >= 60);
  const frames = [answer.subarray(0, 30), answer.subarray(30, 60)].map((frame) => [frame.readUInt16LE(2), frame[26]]);
  expect(frames).toEqual([
    [8, 6],
    [9, 3],
  ]);
  expect(bench.counted('refused', 'checksum')).toBe(1);
  expect(bench.counted('answered', 'denied')).toBe(1);
  await bench.close();
});
