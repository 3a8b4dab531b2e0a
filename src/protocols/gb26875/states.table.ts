// Bits of the status and operation fields of GB/T 26875.3-2011, lowest bit first. `quantity` is the code under which the
// bit becomes a reading; it is 1 when the bit is set, except where `one` and `zero` say otherwise.

import type { Label } from '../protocol.ts';

export interface StateBit {
  bit: number;
  quantity: string;
  /** What a set bit says. */
  one: Label;
  /** What a clear bit says, where it is more than the absence of `one`. */
  zero?: Label;
}

const running: StateBit = {
  bit: 0,
  quantity: 'running',
  one: { zh: '正常运行', en: 'Running normally' },
  zero: { zh: '测试状态', en: 'Test mode' },
};
const fireAlarm: StateBit = { bit: 1, quantity: 'fireAlarm', one: { zh: '火警', en: 'Fire alarm' } };
const fault: StateBit = { bit: 2, quantity: 'fault', one: { zh: '故障', en: 'Fault' } };
const common: readonly StateBit[] = [
  running,
  fireAlarm,
  fault,
  { bit: 3, quantity: 'shielded', one: { zh: '屏蔽', en: 'Shielded' } },
  { bit: 4, quantity: 'supervision', one: { zh: '监管', en: 'Supervision' } },
  { bit: 5, quantity: 'started', one: { zh: '启动（开启）', en: 'Started' } },
  { bit: 6, quantity: 'feedback', one: { zh: '反馈', en: 'Feedback' } },
  { bit: 7, quantity: 'delayed', one: { zh: '延时', en: 'Delayed' } },
];

/** Status of a fire system (type 1), 16 bits. */
export const systemBits: readonly StateBit[] = [
  ...common,
  { bit: 8, quantity: 'mainPowerFault', one: { zh: '主电故障', en: 'Main power fault' } },
  { bit: 9, quantity: 'backupPowerFault', one: { zh: '备电故障', en: 'Backup power fault' } },
  { bit: 10, quantity: 'busFault', one: { zh: '总线故障', en: 'Bus fault' } },
  { bit: 11, quantity: 'manualMode', one: { zh: '手动状态', en: 'Manual mode' }, zero: { zh: '自动状态', en: 'Automatic mode' } },
  { bit: 12, quantity: 'configurationChanged', one: { zh: '配置改变', en: 'Configuration changed' } },
  { bit: 13, quantity: 'reset', one: { zh: '复位', en: 'Reset' } },
];

/** Status of a part, i.e. a detector, module or button (type 2), 16 bits. */
export const partBits: readonly StateBit[] = [...common, { bit: 8, quantity: 'powerFault', one: { zh: '电源故障', en: 'Power fault' } }];

/** Status of the transmission device itself (type 21), 8 bits. */
export const deviceBits: readonly StateBit[] = [
  { ...running, one: { zh: '正常监视', en: 'Monitoring normally' } },
  fireAlarm,
  fault,
  { bit: 3, quantity: 'mainPowerFault', one: { zh: '主电故障', en: 'Main power fault' } },
  { bit: 4, quantity: 'backupPowerFault', one: { zh: '备电故障', en: 'Backup power fault' } },
  { bit: 5, quantity: 'linkFault', one: { zh: '与监控中心通信信道故障', en: 'Link to the centre broken' } },
  { bit: 6, quantity: 'lineFault', one: { zh: '监测连接线路故障', en: 'Monitored line broken' } },
];

/** What somebody did at a system or device (types 4 and 24), 8 bits. */
export const operationBits: readonly StateBit[] = [
  { bit: 0, quantity: 'reset', one: { zh: '复位', en: 'Reset' } },
  { bit: 1, quantity: 'muted', one: { zh: '消音', en: 'Muted' } },
  { bit: 2, quantity: 'manualAlarm', one: { zh: '手动报警', en: 'Manual alarm' } },
  { bit: 3, quantity: 'alarmCleared', one: { zh: '警情消除', en: 'Alarm cleared' } },
  { bit: 4, quantity: 'selfTest', one: { zh: '自检', en: 'Self-test' } },
  { bit: 5, quantity: 'confirmed', one: { zh: '确认（查岗应答）', en: 'Confirmed (answer to a duty check)' } },
  { bit: 6, quantity: 'test', one: { zh: '测试', en: 'Test' } },
];
