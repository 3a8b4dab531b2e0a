import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capOrder, capValues } from '#protocols/cap/values.table.ts';
import { warningKinds } from '#protocols/cma/kinds.table.ts';
import { analogTypes, partTypes, systemTypes as fireSystems } from '#protocols/gb26875/codes.table.ts';
import { objectRows } from '#protocols/gb26875/objects.table.ts';
import { deviceBits, operationBits, partBits, systemBits, type StateBit } from '#protocols/gb26875/states.table.ts';
import { executionResults, requestAnswers, systemTypes, valueFlags } from '#protocols/hj212/codes.table.ts';
import { commands } from '#protocols/hj212/commands.table.ts';
import { pollutants } from '#protocols/hj212/pollutants.table.ts';
import { payloadCodecs } from '#protocols/lorawan/codecs.table.ts';
import { alarmBits, statusBits, type BitRow } from '#protocols/jt808/bits.table.ts';
import { bodyRows } from '#protocols/jt808/bodies.table.ts';
import { itemRows } from '#protocols/jt808/items.table.ts';
import { exceptions } from '#protocols/modbus/exceptions.table.ts';
import type { Label } from '#protocols/protocol.ts';
import { entityForms } from '#protocols/sensorThings/entities.table.ts';
import { filterFunctions } from '#protocols/sensorThings/filter.ts';
import { stationClasses, statusBits as stationBits } from '#protocols/sl651/codes.table.ts';
import { elements, series } from '#protocols/sl651/elements.table.ts';
import { functions } from '#protocols/sl651/functions.table.ts';
import { deviceTypeCodes, industryCodes } from '#protocols/video/codes.table.ts';

// The code tables of each protocol as Markdown, put behind the marker of its page in docs/protocols. What stands above the
// marker is written by hand. `node docs/protocolTables.ts` brings the pages up to date; house/drawings.test.ts fails when
// they are not.

export const marker = '<!-- Below: code tables, written by `node docs/protocolTables.ts`. Do not edit. -->';

type Cell = string | number | null;

function table(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => (cell === null || cell === '' ? '—' : String(cell))).join(' | ')} |`;
  return [`## ${title}`, '', line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line), ''].join('\n');
}

const named = (codes: Readonly<Record<string | number, Label>>) => Object.entries(codes).map(([code, { zh, en }]) => [code, zh, en]);
const codeHead = ['代码 Code', '中文', 'English'];

function bitRows(bits: readonly StateBit[]): Cell[][] {
  return bits.map(({ bit, quantity, one, zero }) => [bit, `\`${quantity}\``, `${one.zh} ${one.en}`, zero ? `${zero.zh} ${zero.en}` : null]);
}
const vehicleBits = (bits: readonly BitRow[]) =>
  bits.map(({ bit, quantity, label, untilAnswered }) => [bit, `\`${quantity}\``, label.zh, label.en, untilAnswered ? '✓' : null]);
const vehicleBitHead = ['位 Bit', '监测量 Quantity', '中文', 'English', '应答后清零 Cleared by the answer'];
const hexCode = (code: number, digits: number) => code.toString(16).toUpperCase().padStart(digits, '0');
const bitHead = ['位 Bit', '监测量 Quantity', '1', '0'];

/** Tables of each page, by the id of its protocol. */
export const protocolTables: Readonly<Record<string, readonly string[]>> = {
  cap: [
    ...Object.entries(capOrder).map(([level, elements]) =>
      table(
        `\`${level}\` 的元素，按顺序 Elements in order`,
        ['#', '元素 Element'],
        elements.map((element, at) => [at + 1, `\`${element}\``]),
      ),
    ),
    table(
      '取值 Closed lists',
      ['元素 Element', '取值 Values'],
      Object.entries(capValues).map(([element, values]) => [`\`${element}\``, values.join(' · ')]),
    ),
  ],
  cma: [table('预警种类 Kinds', codeHead, named(Object.fromEntries(warningKinds.map(({ eventCode, label }) => [eventCode, label]))))],
  gb26875: [
    table(
      '信息对象 Information objects',
      ['类型 Type', '方向 Direction', '名称 Name', '`kind`', '字段 Fields（名称:类型 name:type）'],
      objectRows.map(({ type, direction, label, kind, fields }) => [
        type,
        direction === 'up' ? '上行 up' : '下行 down',
        `${label.zh} ${label.en}`,
        `\`${kind}\``,
        fields.map(([name, form]) => `${name}:${form}`).join(' '),
      ]),
    ),
    table('系统状态位 Status of a system', bitHead, bitRows(systemBits)),
    table('部件状态位 Status of a part', bitHead, bitRows(partBits)),
    table('传输装置状态位 Status of the transmission device', bitHead, bitRows(deviceBits)),
    table('操作位 Operations', bitHead, bitRows(operationBits)),
    table(
      '模拟量 Analog values',
      ['代码 Code', '监测量 Quantity', '名称 Name', '单位 Unit', '除以 Divided by'],
      Object.entries(analogTypes).map(([code, { quantity, label, unit, divisor }]) => [
        code,
        `\`${quantity}\``,
        `${label.zh} ${label.en}`,
        unit,
        divisor,
      ]),
    ),
    table('系统类型 System types', codeHead, named(fireSystems)),
    table('部件类型 Part types', codeHead, named(partTypes)),
  ],
  hj212: [
    table('命令编码 CN', codeHead, named(Object.fromEntries(commands))),
    table('系统编码 ST', codeHead, named(systemTypes)),
    table('数据标记 Flag of a value', codeHead, named(valueFlags)),
    table('请求返回 QnRtn', codeHead, named(requestAnswers)),
    table('执行结果 ExeRtn', codeHead, named(executionResults)),
    table(
      '因子编码 Factors',
      ['代码 Code', '2017 代码', '中文', 'English', '单位 Unit'],
      [...pollutants].map(([code, { code: current, label, unit }]) => [
        `\`${code}\``,
        code === current ? null : `\`${current}\``,
        label.zh,
        label.en,
        unit,
      ]),
    ),
  ],
  lorawan: payloadCodecs.map((codec) =>
    table(
      `${codec.label.zh} ${codec.label.en} \`${codec.id}\``,
      ['通道 Channel', '类型 Type', '字节 Bytes', '监测量 Quantity', '单位 Unit', '倍率 Scale'],
      (codec.kind === 'tlv' ? codec.entries : [{ ...codec, channel: null, type: null }]).flatMap(({ channel, type, bytes, fields }) =>
        fields.map(({ quantity, unit, scale }) => [channel, type, bytes, `\`${quantity}\``, unit, scale ?? null]),
      ),
    ),
  ),
  jt808: [
    table(
      '消息 Messages',
      ['消息 ID', '名称 Name', '`kind`', '字段 Fields（2013|2019 不同时并列；方括号内可缺 in brackets: may be missing）'],
      bodyRows.map(({ id, label, kind, field }) => [
        hexCode(id, 4),
        `${label.zh} ${label.en}`,
        `\`${kind}\``,
        field.form.replaceAll('|', ' / '),
      ]),
    ),
    table(
      '位置附加信息 Additional items of a location',
      ['ID', '名称 Name', '字段 Fields', '监测量 Quantity', '单位 Unit'],
      [...itemRows].map(([id, { label, field, quantity }]) => [
        hexCode(id, 2),
        `${label.zh} ${label.en}`,
        field.form.replaceAll('|', ' / '),
        quantity === undefined ? null : `\`${quantity.code}\``,
        quantity?.unit ?? null,
      ]),
    ),
    table('报警标志位 Alarm bits', vehicleBitHead, vehicleBits(alarmBits)),
    table(
      '状态位 Status bits',
      vehicleBitHead.slice(0, 4),
      vehicleBits(statusBits).map((row) => row.slice(0, 4)),
    ),
  ],
  modbus: [table('异常码 Exception codes', codeHead, named(exceptions))],
  mqttJson: [],
  sensorThings: [
    table(
      '实体 Entities（! 必填 required）',
      ['集合 Collection', '属性 Properties', '关联 Relations'],
      Object.entries(entityForms).map(([set, { properties, relations }]) => [
        `\`${set}\``,
        properties.map(({ name, isRequired }) => `${name}${isRequired ? '!' : ''}`).join(' '),
        relations.map(({ name, isRequired }) => `${name}${isRequired ? '!' : ''}`).join(' '),
      ]),
    ),
    table(
      '筛选函数 Functions of $filter',
      ['函数 Function', '参数个数 Arguments'],
      Object.entries(filterFunctions).map(([name, counts]) => [`\`${name}\``, counts.join('、')]),
    ),
  ],
  sl651: [
    table(
      '功能码 Functions',
      ['代码 Code', '中文', 'English', '正文 Body'],
      [...functions].map(([code, { label, body }]) => [hexCode(code, 2), label.zh, label.en, `\`${body}\``]),
    ),
    table(
      '要素 Elements',
      ['标识符 Id', '监测量 Quantity', '中文', 'English', '单位 Unit', '位数 Digits', '小数 Decimals'],
      [...elements].map(([id, { quantity, label, unit, digits, decimals }]) => [
        hexCode(id, 2),
        `\`${quantity}\``,
        label.zh,
        label.en,
        unit,
        digits,
        decimals,
      ]),
    ),
    table(
      '小时内 5 分钟数组 Series of an hour',
      ['标识符 Id', '监测量 Quantity', '中文', 'English', '单位 Unit', '每值字节 Bytes a value', '除以 Divided by'],
      [['F4', series.rain] as const, ['F5–FC', series.level] as const].map(([id, { quantity, label, unit, bytes, divisor }]) => [
        id,
        `\`${quantity}\``,
        label.zh,
        label.en,
        unit,
        bytes,
        divisor,
      ]),
    ),
    table('状态和报警位 Status and alarm bits (45)', bitHead, bitRows(stationBits)),
    table(
      '测站分类码 Station classes',
      codeHead,
      Object.entries(stationClasses).map(([code, { zh, en }]) => [hexCode(Number(code), 2), zh, en]),
    ),
  ],
  video: [table('行业编码 Industries', codeHead, named(industryCodes)), table('类型编码 Types', codeHead, named(deviceTypeCodes))],
};

/** A page with its tables brought up to date. */
export function withTables(id: string, page: string): string {
  const tables = protocolTables[id] ?? [];
  const [prose = ''] = page.split(marker);
  return tables.length === 0 ? prose : `${prose.trimEnd()}\n\n${marker}\n\n${tables.join('\n')}`;
}

export const pageOf = (id: string) => join(import.meta.dirname, 'protocols', `${id}.md`);

if (process.argv[1] === import.meta.filename) {
  for (const id of Object.keys(protocolTables)) writeFileSync(pageOf(id), withTables(id, readFileSync(pageOf(id), 'utf8')));
  process.stdout.write(`brought ${Object.keys(protocolTables).length} pages of docs/protocols up to date\n`);
}
