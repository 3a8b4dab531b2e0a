// Station classes, control characters and status bits of SL 651-2014.

import type { Label } from '../protocol.ts';

/** Class byte behind the station guide: the letter of the class in ASCII. */
export const stationClasses: Readonly<Record<number, Label>> = {
  0x50: { zh: '降水', en: 'Precipitation' },
  0x48: { zh: '河道', en: 'River' },
  0x4b: { zh: '水库（湖泊）', en: 'Reservoir or lake' },
  0x5a: { zh: '闸坝', en: 'Gate or dam' },
  0x44: { zh: '泵站', en: 'Pumping station' },
  0x54: { zh: '潮汐', en: 'Tide' },
  0x4d: { zh: '墒情', en: 'Soil moisture' },
  0x47: { zh: '地下水', en: 'Groundwater' },
  0x51: { zh: '水质', en: 'Water quality' },
  0x49: { zh: '取水口', en: 'Water intake' },
  0x4f: { zh: '排水口', en: 'Outlet' },
};

/** The character that ends the body: ETX and ETB when a station sends, the others when the centre does. */
export const endCodes = { ETX: 0x03, EOT: 0x04, ENQ: 0x05, ACK: 0x06, NAK: 0x15, ETB: 0x17, ESC: 0x1b } as const;
export type End = keyof typeof endCodes;

export interface StatusBit {
  bit: number;
  quantity: string;
  /** What a set bit means; `zero` where a clear bit says something of its own. */
  one: Label;
  zero?: Label;
}

/** Bits of element 45 (ZT), status and alarms. Bits that are not here keep their place in the raw value. */
export const statusBits: readonly StatusBit[] = [
  { bit: 0, quantity: 'mainsOff', one: { zh: '交流电停电', en: 'Mains power off' } },
  { bit: 1, quantity: 'batteryLow', one: { zh: '蓄电池电压低', en: 'Battery low' } },
  { bit: 2, quantity: 'levelAlarm', one: { zh: '水位超限报警', en: 'Level alarm' } },
  { bit: 3, quantity: 'flowAlarm', one: { zh: '流量超限报警', en: 'Flow alarm' } },
  { bit: 4, quantity: 'qualityAlarm', one: { zh: '水质超限报警', en: 'Quality alarm' } },
  { bit: 5, quantity: 'flowMeterFault', one: { zh: '流量仪表故障', en: 'Flow meter fault' } },
  { bit: 6, quantity: 'levelMeterFault', one: { zh: '水位仪表故障', en: 'Level meter fault' } },
  { bit: 7, quantity: 'doorClosed', one: { zh: '终端箱门关闭', en: 'Door closed' }, zero: { zh: '终端箱门开启', en: 'Door open' } },
  { bit: 8, quantity: 'storageFault', one: { zh: '存储器异常', en: 'Storage fault' } },
  { bit: 9, quantity: 'cardValid', one: { zh: 'IC 卡功能有效', en: 'IC card valid' } },
  {
    bit: 10,
    quantity: 'pumpStopped',
    one: { zh: '水泵停机', en: 'Pump stopped' },
    zero: { zh: '水泵工作', en: 'Pump running' },
  },
  { bit: 11, quantity: 'quotaExceeded', one: { zh: '剩余水量超限', en: 'Remaining quota over its limit' } },
];
