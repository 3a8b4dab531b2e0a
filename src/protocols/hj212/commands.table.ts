// Command numbers (CN) of HJ 212-2017, with those of HJ/T 212-2005 that devices in the field still send (marked
// 2005) and the heartbeats that practice added (9015, 9021). Commands outside the table are refused as unknownCommand.

import type { Label } from '../protocol.ts';

const rows: readonly (readonly [command: string, zh: string, en: string])[] = [
  ['1000', '设置超时时间及重发次数', 'Set timeout and retries'],
  ['1001', '设置超限报警时间（2005）', 'Set over-limit alarm time (2005)'],
  ['1011', '提取/上传现场机时间', 'Get or report the device clock'],
  ['1012', '设置现场机时间', 'Set the device clock'],
  ['1013', '现场机时间校准请求', 'Device asks for the time'],
  ['1021', '提取/上传污染物报警门限值（2005）', 'Get or report alarm limits (2005)'],
  ['1022', '设置污染物报警门限值（2005）', 'Set alarm limits (2005)'],
  ['1031', '提取/上传上位机地址（2005）', 'Get or report the centre address (2005)'],
  ['1032', '设置上位机地址（2005）', 'Set the centre address (2005)'],
  ['1041', '提取/上传日数据上报时间（2005）', 'Get or report the daily report time (2005)'],
  ['1042', '设置日数据上报时间（2005）', 'Set the daily report time (2005)'],
  ['1061', '提取/上传实时数据间隔', 'Get or report the real-time interval'],
  ['1062', '设置实时数据间隔', 'Set the real-time interval'],
  ['1063', '提取/上传分钟数据间隔', 'Get or report the minute interval'],
  ['1064', '设置分钟数据间隔', 'Set the minute interval'],
  ['1072', '设置现场机访问密码', 'Set the access password'],
  ['2011', '取/上传实时数据', 'Real-time data'],
  ['2012', '停止察看实时数据', 'Stop real-time data'],
  ['2021', '取/上传设备运行状态', 'Device status'],
  ['2022', '停止察看设备运行状态', 'Stop device status'],
  ['2031', '取/上传日历史数据', 'Daily data'],
  ['2041', '取/上传设备运行时间日历史数据', 'Daily running time of devices'],
  ['2051', '取/上传分钟数据', 'Minute data'],
  ['2061', '取/上传小时数据', 'Hour data'],
  ['2071', '取/上传污染物报警记录（2005）', 'Alarm records (2005)'],
  ['2072', '上传报警事件（2005）', 'Alarm event (2005)'],
  ['2081', '上传数采仪开机时间', 'Boot time of the data logger'],
  ['3011', '零点校准量程校准', 'Zero and span calibration'],
  ['3012', '即时采样', 'Sample now'],
  ['3013', '启动清洗/反吹', 'Start cleaning or blowback'],
  ['3014', '比对采样', 'Comparison sample'],
  ['3015', '超标留样', 'Keep an over-limit sample'],
  ['3016', '设置采样时间周期', 'Set the sampling cycle'],
  ['3017', '提取/上传采样时间周期', 'Get or report the sampling cycle'],
  ['3018', '提取/上传出样时间', 'Get or report the sample time'],
  ['3019', '提取/上传设备唯一标识', 'Get or report the unique device id'],
  ['3020', '提取/上传现场机信息', 'Get or report device information'],
  ['3021', '设置现场机参数', 'Set device parameters'],
  ['9011', '请求应答', 'Answer to a request'],
  ['9012', '操作执行结果', 'Result of an operation'],
  ['9013', '通知应答', 'Answer to a notice'],
  ['9014', '数据应答', 'Answer to data'],
  ['9015', '心跳', 'Heartbeat'],
  ['9021', '心跳（2005）', 'Heartbeat (2005)'],
];

/** Name of every known command by its four digits. */
export const commands: ReadonlyMap<string, Label> = new Map(rows.map(([command, zh, en]) => [command, { zh, en }]));
