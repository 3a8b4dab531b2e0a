// Additional items of a location (0200 and its like): one byte of id, one of length, value. Items that are not here, or have
// another length, are kept as bytes. 64 to 67 are those of the driver assistance standard of Jiangsu (T/JSATL 12), which most
// dangerous goods vehicles carry. Source: the published source of a JT/T 808 server and its recorded frames.

import type { Label } from '../protocol.ts';
import { byEdition, optional, raw, record, text, time, u16, u32, u8, type Field } from './fields.ts';

export interface ItemRow {
  label: Label;
  field: Field<unknown>;
  /** For items that are one number: under which code, divided by what, in which unit, it becomes a reading. */
  quantity?: { code: string; divisor: number; unit: string | null };
}

const place = record({ areaType: u8, areaId: optional(u32) });
const alarmNumber = record({
  deviceId: byEdition(text(7), text(30)),
  at: time,
  serial: u8,
  fileCount: u8,
  reserved: byEdition(raw(1), raw(2)),
});
const happened = { speed: u8, altitude: u16, latitude: u32, longitude: u32, at: time, vehicleStatus: u16, alarm: alarmNumber } as const;

const rows: readonly (readonly [id: number, zh: string, en: string, field: Field<unknown>, quantity?: ItemRow['quantity']])[] = [
  [0x01, '里程', 'Mileage', u32, { code: 'mileage', divisor: 10, unit: 'km' }],
  [0x02, '油量', 'Fuel', u16, { code: 'fuel', divisor: 10, unit: 'L' }],
  [0x03, '行驶记录功能获取的速度', 'Speed of the recorder', u16, { code: 'recorderSpeed', divisor: 10, unit: 'km/h' }],
  [0x04, '需要人工确认报警事件的 ID', 'Alarm event to be confirmed by a person', u16],
  [0x11, '超速报警附加信息', 'Overspeed', place],
  [0x12, '进出区域/路线报警附加信息', 'Entry or exit of area or route', record({ areaType: u8, areaId: u32, direction: u8 })],
  [0x13, '路段行驶时间不足/过长', 'Route time too short or long', record({ sectionId: u32, seconds: u16, result: u8 })],
  [0x25, '扩展车辆信号状态位', 'Vehicle signals', u32],
  [0x2a, 'IO 状态位', 'IO status', u16],
  [0x2b, '模拟量', 'Analog values', u32],
  [0x30, '无线通信网络信号强度', 'Radio signal', u8, { code: 'signalStrength', divisor: 1, unit: null }],
  [0x31, 'GNSS 定位卫星数', 'Satellites', u8, { code: 'satellites', divisor: 1, unit: null }],
  [
    0x64,
    '高级驾驶辅助报警（苏标）',
    'Driver assistance alarm (T/JSATL 12)',
    record({
      id: u32,
      state: u8,
      type: u8,
      level: u8,
      frontSpeed: u8,
      frontDistance: u8,
      deviation: u8,
      roadSign: u8,
      roadSignValue: u8,
      ...happened,
    }),
  ],
  [
    0x65,
    '驾驶员状态监测报警（苏标）',
    'Driver state alarm (T/JSATL 12)',
    record({ id: u32, state: u8, type: u8, level: u8, fatigue: u8, reserved: raw(4), ...happened }),
  ],
  [0x66, '胎压监测报警（苏标）', 'Tyre alarm (T/JSATL 12)', record({ id: u32, state: u8, ...happened, tyres: u8 })],
  [0x67, '盲区监测报警（苏标）', 'Blind spot alarm (T/JSATL 12)', record({ id: u32, state: u8, type: u8, ...happened })],
];

export const itemRows: ReadonlyMap<number, ItemRow> = new Map(
  rows.map(([id, zh, en, field, quantity]) => [id, { label: { zh, en }, field, ...(quantity === undefined ? {} : { quantity }) }]),
);
