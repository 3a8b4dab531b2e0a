import type { Label } from '../protocol.ts';

// Why a device refuses. Source: MODBUS Application Protocol Specification V1.1b3 (2012-04-26), clause 7, "MODBUS Exception
// Responses"; Chinese words are ours.

export const exceptions: Readonly<Record<number, Label>> = {
  1: { zh: '不支持此功能码', en: 'illegal function' },
  2: { zh: '数据地址不存在', en: 'illegal data address' },
  3: { zh: '数据值不合法', en: 'illegal data value' },
  4: { zh: '从站设备故障', en: 'server device failure' },
  5: { zh: '已接受，正在处理', en: 'acknowledged, still working' },
  6: { zh: '从站忙，稍后再试', en: 'server device busy' },
  8: { zh: '存储奇偶校验错', en: 'memory parity error' },
  10: { zh: '网关路径不可用', en: 'gateway path unavailable' },
  11: { zh: '网关下的目标设备无响应', en: 'gateway target device failed to respond' },
};

/** The words of a code; codes outside the standard are named by their number. */
export function exceptionLabel(code: number): Label {
  return exceptions[code] ?? { zh: `标准以外的异常码 ${code}`, en: `exception code ${code} outside the standard` };
}
