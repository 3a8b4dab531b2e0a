// Example of a protocol: a lamp buoy that reports its battery. Frame: `$$` · length of the data, 1 byte · data, ASCII
// `id=volts` · sum of the data, 1 byte · CR LF. Invented for the test; no device speaks it.

import { createFrameDecoder, type FrameRule, type Inspection } from '#protocols/frameStream.ts';
import type { Protocol } from '#protocols/protocol.ts';

export interface BeaconMessage {
  deviceId: string;
  volts: number;
}

const mostDataBytes = 60;
const frameBytes = (dataBytes: number) => dataBytes + 6;

const rule: FrameRule<BeaconMessage> = {
  startMark: [0x24, 0x24],
  endMark: [0x0d, 0x0a],
  minFrameBytes: frameBytes(0),
  maxFrameBytes: frameBytes(mostDataBytes),
  filler: [0x0d, 0x0a],
  statedLength: (bytes, at) => {
    const dataBytes = bytes[at + 2];
    return dataBytes === undefined || dataBytes > mostDataBytes ? null : frameBytes(dataBytes);
  },
  inspect,
  print: (bytes) => bytes.toHex().toUpperCase(),
};

function inspect(bytes: Uint8Array): Inspection<BeaconMessage> {
  const dataBytes = bytes[2];
  if (dataBytes === undefined) return { state: 'incomplete' };
  if (dataBytes > mostDataBytes) return { state: 'broken', decidedAt: 3, code: 'invalidFormat', reason: 'The length is above 60.' };
  const length = frameBytes(dataBytes);
  if (bytes.length < length) return { state: 'incomplete' };
  const data = bytes.subarray(3, 3 + dataBytes);
  if (bytes[length - 3] !== data.reduce((sum, byte) => (sum + byte) & 0xff, 0)) {
    return { state: 'refused', length, code: 'checksum', reason: 'The sum does not fit.' };
  }
  const parts = /^([a-z0-9]+)=(\d+(?:\.\d+)?)$/.exec(new TextDecoder().decode(data));
  if (parts === null) return { state: 'refused', length, code: 'invalidFormat', reason: 'The data are not id=volts.' };
  return { state: 'accepted', length, message: { deviceId: parts[1] ?? '', volts: Number(parts[2]) } };
}

export const beacon: Protocol<BeaconMessage> = {
  id: 'beacon',
  label: { zh: '灯标', en: 'Beacon' },
  standard: 'invented for a test',
  transport: 'tcp',
  frameForm: 'hex',
  maxFrameBytes: frameBytes(mostDataBytes),
  createDecoder: () => createFrameDecoder(rule),
  describe: (message) => ({ ...message, unit: 'V' }),
};
