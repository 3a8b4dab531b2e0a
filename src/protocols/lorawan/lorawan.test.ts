import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAll, everySplit, fuzz, messagesOf } from '../decoderChecks.ts';
import { seededRandom } from '../seededRandom.ts';
import { payloadCodecOf, payloadCodecs } from './codecs.table.ts';
import { checkCodec, type FixedCodec, type PayloadCodec } from './layout.ts';
import { lorawan, readingsOf } from './lorawan.ts';
import { decodePayload, encodePayload, type PayloadItem } from './payload.ts';
import { readUplink, type Uplink } from './uplink.ts';

const hex = (text: string) => Uint8Array.fromHex(text.replaceAll(' ', ''));
const codecOf = (id: string): PayloadCodec => {
  const codec = payloadCodecOf(id);
  if (codec === null) throw new Error(`no layout ${id}`);
  return codec;
};
const udl = codecOf('milesightEm500Udl');
const lpp = codecOf('cayenneLpp');

function itemsOf(codec: PayloadCodec, text: string): PayloadItem[] {
  const result = decodePayload(codec, hex(text));
  if (!result.ok) throw new Error(result.reason);
  return result.items;
}
const valuesOf = (codec: PayloadCodec, text: string) =>
  Object.fromEntries(itemsOf(codec, text).flatMap(({ values }) => values.map(({ quantity, value }) => [quantity, value])));

const recorded = JSON.parse(readFileSync(new URL('fixtures/milesight-em500-udl.json', import.meta.url), 'utf8')) as {
  fPort: number;
  bytes: string;
  decoded: Record<string, number>;
}[];

test.each(recorded)('the recorded uplink $bytes gives the values recorded with it', ({ fPort, bytes, decoded }) => {
  expect(valuesOf(udl, bytes)).toEqual(decoded);
  const uplink = readUplink({ devEui: '24e124713b492364', fPort, bytes, time: '2026-07-01T00:00:00Z' });
  if (!uplink.ok) throw new Error(uplink.reason);
  expect(readingsOf(uplink.uplink, udl)).toMatchObject({
    ok: true,
    readings: [
      { channel: '1', quantity: 'battery', value: decoded['battery'], unit: '%', atMs: Date.UTC(2026, 6, 1) },
      { channel: '3', quantity: 'distance', value: decoded['distance'], unit: 'mm' },
    ],
  });
  expect(readingsOf({ ...uplink.uplink, fPort: 1 }, udl)).toMatchObject({ ok: false, code: 'unknownCommand' });
});

test('stored values keep their own time, alarms are told in words', () => {
  expect(itemsOf(udl, '20CE 00E10B68 D204')).toMatchObject([{ atMs: 0x680be100 * 1000, values: [{ quantity: 'distance', value: 1234 }] }]);
  expect(itemsOf(udl, '83E9 D204 0A00 02')[0]?.values).toMatchObject([{ quantity: 'distanceAlarm', value: 2, meaning: { zh: '突变' } }]);
});

test('Cayenne LPP is read with signs and scales', () => {
  // Examples of the format's own description: two temperatures; a temperature with an acceleration; a position.
  expect(itemsOf(lpp, '03 67 0110 05 67 00FF').map(({ channel, values }) => [channel, values[0]?.value])).toEqual([
    [3, 27.2],
    [5, 25.5],
  ]);
  expect(valuesOf(lpp, '01 67 FFD7 06 71 04D2 FB2E 0000')).toEqual({
    temperature: -4.1,
    accelerationX: 1.234,
    accelerationY: -1.234,
    accelerationZ: 0,
  });
  expect(valuesOf(lpp, '01 88 06765F F2960A 0003E8')).toEqual({ latitude: 42.3519, longitude: -87.9094, altitude: 10 });
});

test('what is cut off or unknown is told with its place, and an unknown tail is kept', () => {
  expect(decodePayload(udl, hex('01755C0382'))).toMatchObject({ ok: false, code: 'truncated', offset: 3 });
  expect(decodePayload(udl, hex('01755C03'))).toMatchObject({ ok: false, code: 'truncated', offset: 3 });
  expect(decodePayload(udl, hex('EEEE01'))).toMatchObject({ ok: false, code: 'unknownCommand', offset: 0 });
  expect(decodePayload(udl, hex(''))).toMatchObject({ ok: false, code: 'truncated' });
  const result = decodePayload(udl, hex('01755CEEEE0102'));
  expect(result).toMatchObject({ ok: true, rest: 'EEEE0102' });
  expect(result.ok && encodePayload(udl, result.items, result.rest)).toEqual(hex('01755CEEEE0102'));
});

const packed: FixedCodec = {
  kind: 'fixed',
  id: 'packed',
  label: { zh: '试验', en: 'trial' },
  source: 'made up for the test',
  fPorts: null,
  bytes: 9,
  fields: [
    { quantity: 'state', unit: null, at: 0, bytes: 2, form: 'uint', endian: 'big', bits: { from: 14, count: 2 } },
    { quantity: 'voltage', unit: 'V', at: 0, bytes: 2, form: 'uint', endian: 'big', bits: { from: 0, count: 14 }, scale: 0.001 },
    { quantity: 'trend', unit: null, at: 2, bytes: 1, form: 'int', endian: 'little', bits: { from: 2, count: 4 } },
    { quantity: 'temperature', unit: '℃', at: 3, bytes: 2, form: 'int', endian: 'little', scale: 0.1, offset: -10, invalid: [0x7fff] },
    { quantity: 'level', unit: 'm', at: 5, bytes: 4, form: 'float', endian: 'little' },
  ],
};

test('a fixed layout reads bit fields, both byte orders, floats and "no value"', () => {
  expect(valuesOf(packed, 'CE10 3C FF7F 0000C03F')).toEqual({ state: 3, voltage: 3.6, trend: -1, temperature: null, level: 1.5 });
  expect(valuesOf(packed, '0000 20 1400 0000C07F')).toEqual({ state: 0, voltage: 0, trend: -8, temperature: -8, level: null });
  expect(decodePayload(packed, hex('0000'))).toMatchObject({ ok: false, code: 'truncated' });
});

test('the layouts shipped are sound, a wrong one is told why', () => {
  for (const codec of [...payloadCodecs, packed]) expect(checkCodec(codec)).toEqual([]);
  const [first] = packed.fields;
  if (first === undefined) throw new Error('no field');
  const wrong: FixedCodec = {
    ...packed,
    fields: [
      { ...first, at: 8 },
      { ...first, form: 'float' },
      { ...first, bits: { from: 10, count: 9 }, scale: 0 },
    ],
  };
  expect(checkCodec(wrong)).toEqual([
    'payload.fields[0].bytes: the field ends behind the entry (8 + 2 > 9)',
    'payload.fields[1].bytes: a float has 4 or 8, not 2',
    'payload.fields[1].bits: only whole numbers have bits',
    'payload.fields[2].bits: 9 from 10 do not lie within 2 bytes',
    'payload.fields[2].scale: is 0',
  ]);
});

test('three thousand random payloads are written back byte for byte', () => {
  const random = seededRandom(6);
  for (let run = 0; run < 3000; run += 1) {
    const codec = random.pick([udl, lpp, packed]);
    const entries = codec.kind === 'tlv' ? Array.from({ length: 1 + random.below(5) }, () => random.pick(codec.entries)) : [];
    const bytes =
      codec.kind === 'fixed'
        ? random.bytes(9)
        : Uint8Array.from(entries.flatMap((entry) => [entry.channel ?? random.below(256), entry.type, ...random.bytes(entry.bytes)]));
    // A NaN has many forms; the value is "none" then and the raw bytes speak.
    const result = decodePayload(codec, bytes);
    expect(result.ok && encodePayload(codec, result.items, result.rest)).toEqual(bytes);
  }
  expect(() =>
    encodePayload(udl, [{ channel: 1, type: 0x75, atMs: null, raw: '', values: [{ quantity: 'battery', value: 300, unit: '%' }] }]),
  ).toThrow('battery');
});

const payload = Uint8Array.fromHex('01755C03821E00').toBase64();
const envelopes: [Uplink['server'], object][] = [
  [
    'chirpstack4',
    {
      deduplicationId: '3ac7e3c4',
      time: '2026-07-01T00:00:00.5+00:00',
      deviceInfo: { devEui: '24e124713b492364', deviceName: '井1' },
      fCnt: 9,
      fPort: 85,
      data: payload,
      rxInfo: [
        { gatewayId: 'a', rssi: -110, snr: -3 },
        { gatewayId: 'b', rssi: -57, snr: 10 },
      ],
    },
  ],
  [
    'chirpstack3',
    {
      devEUI: Uint8Array.fromHex('24e124713b492364').toBase64(),
      fCnt: 9,
      fPort: 85,
      data: payload,
      publishedAt: '2026-07-01T00:00:00.5Z',
      rxInfo: [{ rssi: -57, loRaSNR: 10 }],
    },
  ],
  [
    'thingsStack3',
    {
      end_device_ids: { device_id: 'well', dev_eui: '24E124713B492364' },
      uplink_message: {
        f_port: 85,
        f_cnt: 9,
        frm_payload: payload,
        received_at: '2026-07-01T00:00:00.5Z',
        rx_metadata: [{ rssi: -57, snr: 10 }],
      },
    },
  ],
  [
    'thingsNetwork2',
    {
      dev_id: 'well',
      hardware_serial: '24E124713B492364',
      port: 85,
      counter: 9,
      payload_raw: payload,
      metadata: { time: '2026-07-01T00:00:00.5Z', gateways: [{ rssi: -57, snr: 10 }] },
    },
  ],
];

test.each(envelopes)('an uplink of %s is unwrapped', (server, json) => {
  expect(readUplink(json)).toMatchObject({
    ok: true,
    uplink: {
      server,
      devEui: '24E124713B492364',
      fPort: 85,
      payload: '01755C03821E00',
      frameCounter: 9,
      atMs: Date.UTC(2026, 6, 1) + 500,
      rssiDbm: -57,
      snrDb: 10,
    },
  });
});

test('fields nobody reads are kept', () => {
  expect(readUplink(envelopes[0]?.[1])).toMatchObject({
    uplink: { more: { deduplicationId: '3ac7e3c4', deviceInfo: { deviceName: '井1' } } },
  });
});

test.each([
  [{ deviceInfo: {}, fPort: 85, data: payload }, 'devEui'],
  [{ devEUI: '24e124713b492364', fPort: 85, data: '***' }, 'data'],
  [{ devEUI: '24e124713b492364', data: payload }, 'fPort'],
  [{ bytes: '017', fPort: 85 }, 'bytes'],
  [{ bytes: '01', fPort: 85, devEui: 'well' }, 'devEui'],
  [{ bytes: '01', fPort: 85, time: 'yesterday' }, 'time'],
  [{ bytes: '00'.repeat(243), fPort: 85 }, 'bytes'],
  [{}, ''],
  [[], ''],
])('%j is refused at "%s"', (json, field) => expect(readUplink(json)).toMatchObject({ ok: false, field }));

test('uplinks in a file are cut apart, in any pieces', () => {
  const text = [
    ...envelopes.map(([, json]) => JSON.stringify(json)),
    '{"fPort":85,"bytes":"01755C","codec":"milesightEm500Udl"}',
    '{"x":1}',
  ].join('\n');
  const whole = decodeAll(lorawan.createDecoder(), new TextEncoder().encode(text));
  expect(whole.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
  const bare = messagesOf(whole)[4];
  expect(bare && lorawan.describe(bare)).toMatchObject({
    decoded: { ok: true, items: [{ values: [{ quantity: 'battery', value: 92 }] }] },
  });
  const short = new TextEncoder().encode(text.slice(-80));
  const expected = decodeAll(lorawan.createDecoder(), short);
  for (const results of everySplit(lorawan.createDecoder, short)) expect(results).toEqual(expected);
});

test('ten thousand mutated uplinks neither break the decoder nor slow it down', { timeout: 60_000 }, () => {
  const frames = envelopes.map(([, json]) => new TextEncoder().encode(`${JSON.stringify(json)}\n`));
  const { slowestMs, mostHeldBytes } = fuzz(lorawan.createDecoder, frames, seededRandom(2), 10_000);
  expect(slowestMs).toBeLessThan(5);
  expect(mostHeldBytes).toBeLessThanOrEqual(lorawan.maxFrameBytes);
});
