import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aPoint } from '#kernel/alarm/alarmBuilders.ts';
import type { LayoutRow, MappingRow } from '#rooms/monitoring/payloads/payloadDeclarations.ts';
import { createPayloadBook } from '../payloadBook.ts';
import { startMqtt } from './mqtt.ts';
import { anEndpoint, eventually } from './testEndpoint.ts';

// mosquitto_pub sends what network servers and makers send; the registers' declarations make readings of it.

const recorded = JSON.parse(
  readFileSync(new URL('../../../protocols/lorawan/fixtures/milesight-em500-udl.json', import.meta.url), 'utf8'),
) as { fPort: number; bytes: string; decoded: Record<string, number> }[];

const eui = '24e124713b492364';
const layouts: LayoutRow[] = [
  {
    name: 'EM500-UDL',
    topics: 'application/+/device/+/event/up\nv3/+/devices/+/up',
    devices: '24E124',
    known: 'milesightEm500Udl',
    layout: null,
    source: 'decoder of the maker',
  },
  {
    name: 'county gauge',
    topics: 'application/+/device/+/event/up',
    devices: 'AA01',
    known: null,
    layout: JSON.stringify({
      kind: 'fixed',
      bytes: 2,
      fPorts: [2],
      fields: [{ quantity: 'waterLevel', unit: 'm', at: 0, bytes: 2, form: 'uint', endian: 'big', scale: 0.01 }],
    }),
    source: 'manual, p. 3',
  },
];
const mappings: MappingRow[] = [
  {
    name: 'maker',
    topics: 'factory/{device}/data',
    mapping: JSON.stringify({
      time: { path: '$.ts', form: 'epochMs' },
      readings: [{ quantity: 'waterLevel', value: '$.d.level', unit: 'm', scale: 0.01 }],
    }),
    source: 'manual, p. 7',
  },
];

async function aBench() {
  const payloads = createPayloadBook((error) => {
    throw error;
  });
  payloads.replace({ mappings, layouts });
  const open = { rangeMin: null, rangeMax: null };
  const points = [
    aPoint({ id: 'battery', key: `mqtt:${eui.toUpperCase()}|1|battery`, ...open }),
    aPoint({ id: 'distance', key: `mqtt:${eui.toUpperCase()}|3|distance`, ...open }),
    aPoint({ id: 'gauge', key: 'mqtt:AA01000000000001||waterLevel', ...open }),
    aPoint({ id: 'pump', key: 'mqtt:P7||waterLevel', ...open }),
    aPoint({ id: 'ours', key: 'mqtt:plain/topic||waterLevel', ...open }),
  ];
  const bench = await anEndpoint(startMqtt, { payloads, points, rules: [] });
  return { ...bench, values: () => Object.fromEntries([...bench.store.readings.values()].map(({ pointId, value }) => [pointId, value])) };
}

function publish(port: number, topic: string, message: object): Promise<number | null> {
  const child = spawn('mosquitto_pub', ['-p', String(port), '-h', '127.0.0.1', '-q', '1', '-t', topic, '-m', JSON.stringify(message)], {
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

const data = (bytes: string) => Uint8Array.fromHex(bytes).toBase64();
const chirpstack = (devEui: string, fPort: number, bytes: string) => ({ deviceInfo: { devEui }, fPort, data: data(bytes), fCnt: 3 });

test.each(recorded)(
  'the recorded uplink $bytes arrives by way of ChirpStack and of The Things Stack',
  async ({ fPort, bytes, decoded }) => {
    const bench = await aBench();
    expect(await publish(bench.port, `application/1/device/${eui}/event/up`, chirpstack(eui, fPort, bytes))).toBe(0);
    await eventually(() => bench.store.readings.size === 2);
    expect(bench.values()).toEqual(decoded);
    const things = { end_device_ids: { dev_eui: eui.toUpperCase() }, uplink_message: { f_port: fPort, frm_payload: data(bytes) } };
    expect(await publish(bench.port, 'v3/app@ttn/devices/well-1/up', things)).toBe(0);
    await eventually(() => bench.store.readings.size === 4);
    expect(bench.values()).toEqual(decoded);
    await bench.close();
  },
);

test('a layout and a mapping of the county, and our own form beside them', async () => {
  const bench = await aBench();
  await publish(bench.port, 'application/1/device/x/event/up', chirpstack('aa01000000000001', 2, '0c80'));
  await publish(bench.port, 'factory/P7/data', { ts: Date.now(), d: { level: 3120 } });
  await publish(bench.port, 'plain/topic', { waterLevel: 30 });
  await eventually(() => bench.store.readings.size === 3);
  expect(bench.values()).toEqual({ gauge: 32, pump: 31.2, ours: 30 });
  await bench.close();
});

test.each([
  ['another device', chirpstack('ff01000000000001', 2, '0c80'), 'noLayout'],
  ['another port', chirpstack('aa01000000000001', 9, '0c80'), 'unknownCommand'],
  ['a payload that is cut', chirpstack('aa01000000000001', 2, '0c'), 'truncated'],
  ['no envelope', { waterLevel: 5 }, 'uplink'],
])('%s is acknowledged, counted with its reason and not stored', async (_, message, reason) => {
  const bench = await aBench();
  expect(await publish(bench.port, 'application/1/device/x/event/up', message)).toBe(0);
  await eventually(() => bench.counted('refused', reason) === 1);
  expect(bench.store.readings.size).toBe(0);
  await bench.close();
});
