// Short code lists of HJ 212-2017: system types, value flags, and the two kinds of answer (tables 6 and 7).

import type { Label } from '../protocol.ts';

type Codes = Readonly<Record<string, Label>>;

/** ST: what kind of system the device belongs to. */
export const systemTypes: Codes = {
  21: { zh: '地表水质量监测', en: 'Surface water quality' },
  22: { zh: '空气质量监测', en: 'Ambient air quality' },
  23: { zh: '声环境质量监测', en: 'Ambient noise' },
  24: { zh: '地下水质量监测', en: 'Groundwater quality' },
  25: { zh: '土壤质量监测', en: 'Soil quality' },
  26: { zh: '海水质量监测', en: 'Sea water quality' },
  27: { zh: '挥发性有机物监测', en: 'Volatile organic compounds' },
  31: { zh: '大气环境污染源', en: 'Air pollution source' },
  32: { zh: '地表水体环境污染源', en: 'Water pollution source' },
  39: { zh: '扬尘污染源', en: 'Dust source' },
  41: { zh: '噪声污染源', en: 'Noise source' },
  51: { zh: '烟气排放过程监控', en: 'Flue-gas process' },
  52: { zh: '污水排放过程监控', en: 'Sewage process' },
  91: { zh: '系统交互', en: 'System interaction' },
};

/** Flag of a value: what the device itself says about it. Only N is a plain measurement. */
export const valueFlags: Codes = {
  N: { zh: '正常', en: 'Normal' },
  F: { zh: '停运', en: 'Stopped' },
  M: { zh: '维护', en: 'Maintenance' },
  S: { zh: '手工输入', en: 'Entered by hand' },
  D: { zh: '故障', en: 'Fault' },
  C: { zh: '校准', en: 'Calibration' },
  T: { zh: '超限', en: 'Over limit' },
  B: { zh: '通讯异常', en: 'Communication error' },
};

/** QnRtn: answer to a request (command 9011). */
export const requestAnswers: Codes = {
  1: { zh: '准备执行请求', en: 'Ready' },
  2: { zh: '请求被拒绝', en: 'Refused' },
  3: { zh: 'PW 错误', en: 'PW wrong' },
  4: { zh: 'MN 错误', en: 'MN wrong' },
  5: { zh: 'ST 错误', en: 'ST wrong' },
  6: { zh: 'Flag 错误', en: 'Flag wrong' },
  7: { zh: 'QN 错误', en: 'QN wrong' },
  8: { zh: 'CN 错误', en: 'CN wrong' },
  9: { zh: 'CRC 校验错误', en: 'CRC wrong' },
  100: { zh: '未知错误', en: 'Unknown error' },
};

/** ExeRtn: result of an operation (command 9012). */
export const executionResults: Codes = {
  1: { zh: '执行成功', en: 'Done' },
  2: { zh: '执行失败，原因未知', en: 'Failed, reason unknown' },
  3: { zh: '命令请求条件错误', en: 'Wrong condition' },
  4: { zh: '通讯超时', en: 'Timeout' },
  5: { zh: '系统繁忙', en: 'Busy' },
  6: { zh: '系统故障', en: 'System fault' },
  100: { zh: '没有数据', en: 'No data' },
};
