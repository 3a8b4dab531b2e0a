// Function codes of SL 651-2014 and what their bodies carry. E0 to FF are free for provinces and makers and are kept as raw
// bytes; every other code is reserved and refused as unknownCommand. Source: the draft text of the standard as published with
// a public implementation, read together with the frames of the fixtures; the printed standard was not at hand.

import type { Label } from '../protocol.ts';

/**
 * How the body goes on behind serial and time:
 * - `elements`: guides and elements; the station guide is followed by a class byte when the station sends;
 * - `settings`: the same without class byte; identifiers are those of the parameter tables, values are bytes, not decimals;
 * - `version`: station guide, length byte, text; `counters`: station guide and 32 two-byte counters;
 * - `raw`: not explained here and kept as bytes.
 */
export type BodyForm = 'elements' | 'settings' | 'version' | 'counters' | 'raw';

export interface FunctionRow {
  label: Label;
  body: BodyForm;
}

const rows: readonly (readonly [code: number, body: BodyForm, zh: string, en: string])[] = [
  [0x2f, 'elements', '链路维持报', 'Keep-alive'],
  [0x30, 'elements', '测试报', 'Test report'],
  [0x31, 'elements', '均匀时段水文信息报', 'Evenly spaced report'],
  [0x32, 'elements', '定时报', 'Timed report'],
  [0x33, 'elements', '加报报', 'Additional report'],
  [0x34, 'elements', '小时报', 'Hourly report'],
  [0x35, 'elements', '人工置数报', 'Manual entry'],
  [0x36, 'elements', '图片报或中心站查询图片', 'Picture'],
  [0x37, 'elements', '查询实时数据', 'Query real-time data'],
  [0x38, 'elements', '查询时段数据', 'Query data of a period'],
  [0x39, 'elements', '查询人工置数', 'Query manual entry'],
  [0x3a, 'elements', '查询指定要素', 'Query chosen elements'],
  [0x40, 'settings', '修改基本配置', 'Set basic configuration'],
  [0x41, 'settings', '读取基本配置', 'Read basic configuration'],
  [0x42, 'settings', '修改运行参数', 'Set running parameters'],
  [0x43, 'settings', '读取运行参数', 'Read running parameters'],
  [0x44, 'raw', '查询水泵电机实时工作数据', 'Query pump motor data'],
  [0x45, 'version', '查询软件版本', 'Query software version'],
  [0x46, 'settings', '查询状态和报警信息', 'Query status and alarms'],
  [0x47, 'settings', '初始化固态存储', 'Initialise storage'],
  [0x48, 'settings', '恢复出厂设置', 'Factory reset'],
  [0x49, 'settings', '修改密码', 'Change password'],
  [0x4a, 'settings', '设置时钟', 'Set the clock'],
  [0x4b, 'settings', '设置 IC 卡状态', 'Set IC card state'],
  [0x4c, 'raw', '控制水泵', 'Control pumps'],
  [0x4d, 'raw', '控制阀门', 'Control valves'],
  [0x4e, 'raw', '控制闸门', 'Control gates'],
  [0x4f, 'raw', '水量定值控制', 'Quota control'],
  [0x50, 'counters', '查询事件记录', 'Query event record'],
  [0x51, 'settings', '查询时钟', 'Query the clock'],
];

const userFunction: FunctionRow = { label: { zh: '用户自定义', en: 'User-defined' }, body: 'raw' };

/** Every function the standard names, by code. */
export const functions: ReadonlyMap<number, FunctionRow> = new Map(rows.map(([code, body, zh, en]) => [code, { label: { zh, en }, body }]));

/** Null for codes the standard reserves. */
export function functionOf(code: number): FunctionRow | null {
  return functions.get(code) ?? (code >= 0xe0 ? userFunction : null);
}
