import type { Text } from '#kernel/language/text.ts';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';

// What officers can have a device do, by protocol. How each is put into a frame stands in the protocol's file under endpoints/.
// Commands whose layout no source confirms are not offered (queries 81 to 89 of GB/T 26875.3, for one).

export interface CommandParameter {
  label: Text;
  unit: Text;
  min: number;
  max: number;
}

export interface CommandRow {
  kind: 'query' | 'set' | 'reset' | 'time';
  label: Text;
  parameters: Readonly<Record<string, CommandParameter>>;
}

const setTime: CommandRow = { kind: 'time', label: { zh: '校时', en: 'Set the clock' }, parameters: {} };
const queryTime: CommandRow = { kind: 'query', label: { zh: '读取时钟', en: 'Read the clock' }, parameters: {} };
const queryNow: CommandRow = { kind: 'query', label: { zh: '读取实时数据', en: 'Read current values' }, parameters: {} };

export const commandRows: Readonly<Partial<Record<EndpointProtocol, Readonly<Record<string, CommandRow>>>>> = {
  // HJ 212-2017, commands 1011, 1012, 1062, 2011; the interval's range is that of its RtdInterval (C4, 30 to 3600 s).
  hj212: {
    setTime,
    queryTime,
    queryNow,
    setInterval: {
      kind: 'set',
      label: { zh: '设置实时数据上报间隔', en: 'Set the interval of current values' },
      parameters: { seconds: { label: { zh: '间隔', en: 'Interval' }, unit: { zh: '秒', en: 's' }, min: 30, max: 3600 } },
    },
  },
  // GB/T 26875.3-2011, types 90 and 91.
  gb26875: {
    setTime,
    dutyCheck: {
      kind: 'query',
      label: { zh: '查岗', en: 'Check whether somebody is on duty' },
      parameters: { minutes: { label: { zh: '应答时限', en: 'Time to answer' }, unit: { zh: '分钟', en: 'min' }, min: 1, max: 255 } },
    },
  },
  // SL 651-2014, functions 37, 45, 46, 4A, 51.
  sl651: {
    setTime,
    queryTime,
    queryNow,
    queryVersion: { kind: 'query', label: { zh: '读取软件版本', en: 'Read the software version' }, parameters: {} },
    queryStatus: { kind: 'query', label: { zh: '读取状态和报警', en: 'Read status and alarms' }, parameters: {} },
  },
  // JT/T 808, messages 8103 (parameter 0029), 8104, 8105 (word 4), 8201.
  jt808: {
    queryPosition: { kind: 'query', label: { zh: '查询位置', en: 'Ask for the position' }, parameters: {} },
    queryParameters: { kind: 'query', label: { zh: '读取终端参数', en: 'Read the parameters' }, parameters: {} },
    setInterval: {
      kind: 'set',
      label: { zh: '设置位置上报间隔', en: 'Set the interval of positions' },
      parameters: { seconds: { label: { zh: '间隔', en: 'Interval' }, unit: { zh: '秒', en: 's' }, min: 1, max: 86_400 } },
    },
    reset: { kind: 'reset', label: { zh: '终端复位', en: 'Reset the terminal' }, parameters: {} },
  },
};
