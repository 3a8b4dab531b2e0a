// Information objects of GB/T 26875.3-2011: which fields an object of each type has, in the order of the wire. Reading
// and writing both follow this table (objects.ts), so a layout is stated once. Source: two independent public
// implementations that agree; the standard's own text was not at hand. The layouts of the queries 61-68 and 81-89 were
// in neither, so those are kept as raw bytes.

import type { Label } from '../protocol.ts';

/** Kinds of field: unsigned and signed little-endian numbers, text of 31 bytes, text behind a length byte, time tag. */
export type FieldKind = 'u8' | 'u16' | 'i16' | 'u32' | 'text31' | 'lengthText' | 'time' | 'rest';

interface ObjectRow {
  readonly type: number;
  readonly kind: string;
  readonly direction: 'up' | 'down';
  readonly label: Label;
  readonly fields: readonly (readonly [name: string, kind: FieldKind])[];
}

const system = [
  ['systemType', 'u8'],
  ['systemAddress', 'u8'],
] as const;
const part = [...system, ['partType', 'u8'], ['partAddress', 'u32']] as const;
const occurred = ['occurredAt', 'time'] as const;
const rest = [['raw', 'rest']] as const;

export const objectRows = [
  {
    type: 1,
    kind: 'systemState',
    direction: 'up',
    label: { zh: '系统状态', en: 'System state' },
    fields: [...system, ['status', 'u16'], occurred],
  },
  {
    type: 2,
    kind: 'partState',
    direction: 'up',
    label: { zh: '部件运行状态', en: 'Part state' },
    fields: [...part, ['status', 'u16'], ['text', 'text31'], occurred],
  },
  {
    type: 3,
    kind: 'partValue',
    direction: 'up',
    label: { zh: '部件模拟量值', en: 'Analog value of a part' },
    fields: [...part, ['valueType', 'u8'], ['value', 'i16'], occurred],
  },
  {
    type: 4,
    kind: 'systemOperation',
    direction: 'up',
    label: { zh: '系统操作信息', en: 'System operation' },
    fields: [...system, ['operation', 'u8'], ['operator', 'u8'], occurred],
  },
  {
    type: 5,
    kind: 'systemVersion',
    direction: 'up',
    label: { zh: '系统软件版本', en: 'System software version' },
    fields: [...system, ['main', 'u8'], ['sub', 'u8']],
  },
  {
    type: 6,
    kind: 'systemConfiguration',
    direction: 'up',
    label: { zh: '系统配置情况', en: 'System configuration' },
    fields: [...system, ['text', 'lengthText']],
  },
  {
    type: 7,
    kind: 'partConfiguration',
    direction: 'up',
    label: { zh: '部件配置情况', en: 'Part configuration' },
    fields: [...part, ['text', 'text31']],
  },
  { type: 8, kind: 'systemTime', direction: 'up', label: { zh: '系统时间', en: 'System time' }, fields: [...system, ['time', 'time']] },
  {
    type: 21,
    kind: 'deviceState',
    direction: 'up',
    label: { zh: '用户信息传输装置运行状态', en: 'Transmission device state' },
    fields: [['status', 'u8'], occurred],
  },
  {
    type: 24,
    kind: 'deviceOperation',
    direction: 'up',
    label: { zh: '用户信息传输装置操作信息', en: 'Transmission device operation' },
    fields: [['operation', 'u8'], ['operator', 'u8'], occurred],
  },
  {
    type: 25,
    kind: 'deviceVersion',
    direction: 'up',
    label: { zh: '用户信息传输装置软件版本', en: 'Transmission device version' },
    fields: [
      ['main', 'u8'],
      ['sub', 'u8'],
    ],
  },
  {
    type: 26,
    kind: 'deviceConfiguration',
    direction: 'up',
    label: { zh: '用户信息传输装置配置情况', en: 'Transmission device configuration' },
    fields: [['text', 'lengthText']],
  },
  {
    type: 28,
    kind: 'deviceTime',
    direction: 'up',
    label: { zh: '用户信息传输装置系统时间', en: 'Transmission device time' },
    fields: [['time', 'time']],
  },
  { type: 61, kind: 'querySystemState', direction: 'down', label: { zh: '读系统状态', en: 'Query system state' }, fields: rest },
  { type: 62, kind: 'queryPartState', direction: 'down', label: { zh: '读部件运行状态', en: 'Query part state' }, fields: rest },
  { type: 63, kind: 'queryPartValue', direction: 'down', label: { zh: '读部件模拟量值', en: 'Query analog value' }, fields: rest },
  {
    type: 64,
    kind: 'querySystemOperation',
    direction: 'down',
    label: { zh: '读系统操作信息', en: 'Query system operations' },
    fields: rest,
  },
  { type: 65, kind: 'querySystemVersion', direction: 'down', label: { zh: '读系统软件版本', en: 'Query system version' }, fields: rest },
  {
    type: 66,
    kind: 'querySystemConfiguration',
    direction: 'down',
    label: { zh: '读系统配置情况', en: 'Query system configuration' },
    fields: rest,
  },
  {
    type: 67,
    kind: 'queryPartConfiguration',
    direction: 'down',
    label: { zh: '读部件配置情况', en: 'Query part configuration' },
    fields: rest,
  },
  { type: 68, kind: 'querySystemTime', direction: 'down', label: { zh: '读系统时间', en: 'Query system time' }, fields: rest },
  { type: 81, kind: 'queryDeviceState', direction: 'down', label: { zh: '读装置运行状态', en: 'Query device state' }, fields: rest },
  {
    type: 84,
    kind: 'queryDeviceOperation',
    direction: 'down',
    label: { zh: '读装置操作信息', en: 'Query device operations' },
    fields: rest,
  },
  { type: 85, kind: 'queryDeviceVersion', direction: 'down', label: { zh: '读装置软件版本', en: 'Query device version' }, fields: rest },
  {
    type: 86,
    kind: 'queryDeviceConfiguration',
    direction: 'down',
    label: { zh: '读装置配置情况', en: 'Query device configuration' },
    fields: rest,
  },
  { type: 88, kind: 'queryDeviceTime', direction: 'down', label: { zh: '读装置系统时间', en: 'Query device time' }, fields: rest },
  { type: 89, kind: 'initialiseDevice', direction: 'down', label: { zh: '初始化装置', en: 'Initialise the device' }, fields: rest },
  {
    type: 90,
    kind: 'setDeviceTime',
    direction: 'down',
    label: { zh: '同步装置时钟', en: 'Synchronise the clock' },
    fields: [['time', 'time']],
  },
  { type: 91, kind: 'dutyCheck', direction: 'down', label: { zh: '查岗', en: 'Duty check' }, fields: [['minutes', 'u8']] },
] as const satisfies readonly ObjectRow[];

/** Kind of a type outside the table, kept as raw bytes. */
export const unknownKind = 'unknown';
export const unknownLabel: Label = { zh: '未知类型', en: 'Unknown type' };
