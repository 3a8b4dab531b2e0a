import type { Label } from '../protocol.ts';
import type { PayloadCodec, PayloadField } from './layout.ts';

// Layouts shipped with Anlan. Each names the maker's document; what that leaves open is kept as raw bytes and not guessed.

type Short = Partial<PayloadField> & { quantity: string };

const field =
  (endian: 'big' | 'little') =>
  (bytes: number, form: PayloadField['form'], { quantity, ...more }: Short): PayloadField => ({
    unit: null,
    at: 0,
    bytes,
    form,
    endian,
    quantity,
    ...more,
  });
const big = field('big');
const little = field('little');
const entry = (channel: number | null, type: number, bytes: number, ...fields: PayloadField[]) => ({ channel, type, bytes, fields });

const distanceAlarms: Readonly<Record<number, Label>> = {
  0: { zh: '正常', en: 'normal' },
  1: { zh: '超阈值', en: 'threshold' },
  2: { zh: '突变', en: 'sudden change' },
};

export const payloadCodecs: readonly PayloadCodec[] = [
  {
    kind: 'tlv',
    id: 'cayenneLpp',
    label: { zh: 'Cayenne LPP 通用传感器', en: 'Cayenne LPP' },
    source: 'myDevices Cayenne Low Power Payload: CayenneLPP.h and README (type = IPSO object id − 3200)',
    fPorts: null,
    entries: [
      entry(null, 0, 1, big(1, 'uint', { quantity: 'digitalInput' })),
      entry(null, 1, 1, big(1, 'uint', { quantity: 'digitalOutput' })),
      entry(null, 2, 2, big(2, 'int', { quantity: 'analogInput', scale: 0.01 })),
      entry(null, 3, 2, big(2, 'int', { quantity: 'analogOutput', scale: 0.01 })),
      entry(null, 101, 2, big(2, 'uint', { quantity: 'illuminance', unit: 'lx' })),
      entry(null, 102, 1, big(1, 'uint', { quantity: 'presence' })),
      entry(null, 103, 2, big(2, 'int', { quantity: 'temperature', unit: '℃', scale: 0.1 })),
      entry(null, 104, 1, big(1, 'uint', { quantity: 'relativeHumidity', unit: '%', scale: 0.5 })),
      entry(
        null,
        113,
        6,
        big(2, 'int', { quantity: 'accelerationX', unit: 'g', scale: 0.001 }),
        big(2, 'int', { quantity: 'accelerationY', unit: 'g', scale: 0.001, at: 2 }),
        big(2, 'int', { quantity: 'accelerationZ', unit: 'g', scale: 0.001, at: 4 }),
      ),
      entry(null, 115, 2, big(2, 'uint', { quantity: 'pressure', unit: 'hPa', scale: 0.1 })),
      entry(
        null,
        134,
        6,
        big(2, 'int', { quantity: 'rotationX', unit: '°/s', scale: 0.01 }),
        big(2, 'int', { quantity: 'rotationY', unit: '°/s', scale: 0.01, at: 2 }),
        big(2, 'int', { quantity: 'rotationZ', unit: '°/s', scale: 0.01, at: 4 }),
      ),
      entry(
        null,
        136,
        9,
        big(3, 'int', { quantity: 'latitude', unit: '°', scale: 0.0001 }),
        big(3, 'int', { quantity: 'longitude', unit: '°', scale: 0.0001, at: 3 }),
        big(3, 'int', { quantity: 'altitude', unit: 'm', scale: 0.01, at: 6 }),
      ),
    ],
  },
  {
    kind: 'tlv',
    id: 'milesightEm500Udl',
    label: { zh: '星纵物联 EM500-UDL 超声波液位', en: 'Milesight EM500-UDL ultrasonic level' },
    source: 'Milesight SensorDecoders, em-series/em500-udl/README.md, commit 7b57ddc6b8fe',
    fPorts: [85],
    entries: [
      entry(0x01, 0x75, 1, little(1, 'uint', { quantity: 'battery', unit: '%' })),
      entry(0x03, 0x82, 2, little(2, 'uint', { quantity: 'distance', unit: 'mm' })),
      // The maker's table and decoder disagree about the scale of the two distances here, so only the alarm is named.
      entry(0x83, 0xe9, 5, little(1, 'uint', { quantity: 'distanceAlarm', at: 4, meanings: distanceAlarms })),
      entry(0x20, 0xce, 6, little(4, 'seconds', { quantity: 'time' }), little(2, 'uint', { quantity: 'distance', unit: 'mm', at: 4 })),
      entry(0xff, 0x01, 1, little(1, 'hex', { quantity: 'ipsoVersion' })),
      entry(0xff, 0x09, 2, little(2, 'hex', { quantity: 'hardwareVersion' })),
      entry(0xff, 0x0a, 2, little(2, 'hex', { quantity: 'firmwareVersion' })),
      entry(0xff, 0x0b, 1, little(1, 'hex', { quantity: 'deviceStatus' })),
      entry(0xff, 0x0f, 1, little(1, 'hex', { quantity: 'lorawanClass' })),
      entry(0xff, 0x16, 8, little(8, 'hex', { quantity: 'serialNumber' })),
      entry(0xff, 0xfe, 1, little(1, 'hex', { quantity: 'resetEvent' })),
      entry(0xff, 0xff, 2, little(2, 'hex', { quantity: 'tslVersion' })),
    ],
  },
];

/** The layout of an id, or null. */
export function payloadCodecOf(id: string): PayloadCodec | null {
  return payloadCodecs.find((codec) => codec.id === id) ?? null;
}
