// GB/T 26875.3-2011 (城市消防远程监控系统 第3部分：报警传输网络通信协议): binary frames over TCP from the user information
// transmission device of a building to the monitoring centre.

import { createFrameDecoder } from '../frameStream.ts';
import type { Label, Protocol } from '../protocol.ts';
import { analogTypes, partTypes, systemTypes } from './codes.table.ts';
import { frameRule, maxFrameBytes } from './frame.ts';
import { addressText, type FireMessage } from './message.ts';
import type { Content } from './objects.ts';
import { objectRows, unknownLabel } from './objects.table.ts';
import { stateNames, toReadings } from './readings.ts';
import { deviceBits, operationBits, partBits, systemBits, type StateBit } from './states.table.ts';
import type { TimeTag } from './timeTag.ts';

export const gb26875: Protocol<FireMessage> = {
  id: 'gb26875',
  label: { zh: '消防远程监控', en: 'Remote fire monitoring' },
  standard: 'GB/T 26875.3-2011',
  transport: 'tcp',
  frameForm: 'hex',
  maxFrameBytes,
  createDecoder: () => createFrameDecoder(frameRule),
  describe(message) {
    return {
      ...message,
      sentAt: describeTime(message.sentAt),
      source: addressText(message.source),
      destination: addressText(message.destination),
      content: message.content === null ? null : describeContent(message.content),
      ...toReadings(message),
    };
  },
};

/** Bits of the `status` or `operation` field, by kind of object. */
const bitsByKind: Readonly<Record<string, readonly StateBit[]>> = {
  systemState: systemBits,
  partState: partBits,
  deviceState: deviceBits,
  systemOperation: operationBits,
  deviceOperation: operationBits,
};

function describeContent(content: Content): object {
  if (content.kind === 'unknown') return { ...content, name: unknownLabel };
  const name = objectRows.find((row) => row.type === content.type)?.label ?? unknownLabel;
  const objects = content.objects.map((object) => describeObject(content.kind, object));
  return { ...content, name, count: objects.length, objects };
}

function describeObject(kind: string, object: Readonly<Record<string, number | string | TimeTag | null>>): object {
  const described: Record<string, unknown> = {};
  const name = (key: string, names: Readonly<Record<number, Label>>, code: unknown): void => {
    if (typeof code === 'number') described[key] = names[code] ?? null;
  };
  for (const [field, value] of Object.entries(object)) {
    described[field] = typeof value === 'object' && value !== null ? describeTime(value) : value;
  }
  name('systemTypeName', systemTypes, object['systemType']);
  name('partTypeName', partTypes, object['partType']);
  const bits = bitsByKind[kind];
  const status = object['status'] ?? object['operation'];
  if (bits !== undefined && typeof status === 'number') described['states'] = stateNames(bits, status);
  const valueType = object['valueType'];
  if (typeof valueType === 'number') described['valueTypeName'] = analogTypes[valueType]?.label ?? null;
  return described;
}

function describeTime(tag: TimeTag): object {
  return { ...tag, at: tag.atMs === null ? null : new Date(tag.atMs).toISOString() };
}
