// JT/T 808 (道路运输车辆卫星定位系统 终端通讯协议), editions of 2013 and 2019: binary frames over TCP from terminals in dangerous
// goods vehicles, buses and rescue vehicles to the platform.

import type { Protocol } from '../protocol.ts';
import { alarmBits, statusBits, type BitRow } from './bits.table.ts';
import { hexId, rowOf } from './body.ts';
import { maxFrameBytes } from './frame.ts';
import { itemRows } from './items.table.ts';
import type { Fix, Item } from './location.ts';
import type { Body, Jt808Message } from './message.ts';
import { toReadings } from './readings.ts';
import { createJt808Decoder } from './stream.ts';

export const jt808: Protocol<Jt808Message> = {
  id: 'jt808',
  label: { zh: '车辆卫星定位', en: 'Vehicle terminals' },
  standard: 'JT/T 808-2019',
  transport: 'tcp',
  frameForm: 'hex',
  maxFrameBytes,
  createDecoder: createJt808Decoder,
  describe(message) {
    return {
      ...message,
      id: hexId(message.id),
      name: rowOf(message.id)?.label ?? null,
      body: describeBody(message.body),
      ...toReadings(message),
    };
  },
};

function describeBody(body: Body): object {
  switch (body.kind) {
    case 'location':
      return { ...body, fields: describeLocated(body.fields) };
    case 'locationAnswer':
    case 'vehicleControlAnswer':
      return { ...body, fields: { ...body.fields, location: describeLocated(body.fields.location) } };
    case 'batch':
      return { ...body, fields: { ...body.fields, locations: body.fields.locations.map(describeLocated) } };
    default:
      return body;
  }
}

function describeLocated({ fix, items }: { fix: Fix; items: Item[] }): object {
  return {
    fix: { ...fix, alarmNames: namesOf(alarmBits, fix.alarms), statusNames: namesOf(statusBits, fix.status) },
    items: items.map((item) => ({ ...item, name: itemRows.get(item.id)?.label ?? null })),
  };
}

function namesOf(rows: readonly BitRow[], value: number): object[] {
  return rows.filter(({ bit }) => ((value >>> bit) & 1) === 1).map(({ label }) => label);
}
