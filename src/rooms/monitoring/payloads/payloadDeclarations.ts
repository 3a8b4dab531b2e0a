import { payloadCodecOf } from '#protocols/lorawan/codecs.table.ts';
import type { PayloadCodec } from '#protocols/lorawan/layout.ts';
import { readLayout } from '#protocols/lorawan/readLayout.ts';
import { readMapping, type JsonMapping } from '#protocols/mqttJson/mapping.ts';

// Rows of the two registers as ingest uses them. Read by the same code when a row is saved and when it is used.

export interface DeclarationProblem {
  /** Field of the register. */
  field: 'topics' | 'mapping' | 'devices' | 'layout' | 'known';
  /** Place inside it, and what is wrong. */
  zh: string;
  en: string;
}

export type DeclarationResult<T> = { ok: true; value: T } | { ok: false; problems: DeclarationProblem[] };

export interface LayoutUse {
  name: string;
  topics: string[];
  /** First digits of device EUIs, upper case; empty for every device. */
  devices: string[];
  codec: PayloadCodec;
}

export interface MappingRow {
  name: string;
  topics: string;
  mapping: string;
  source: string;
}

export interface LayoutRow {
  name: string;
  topics: string;
  devices: string | null;
  known: string | null;
  layout: string | null;
  source: string;
}

/** A row of `payloadMappings`; all mistakes at once. Never throws. */
export function readMappingRow({ name, topics, mapping, source }: MappingRow): DeclarationResult<JsonMapping> {
  const json = parsed(mapping);
  if (!json.ok) return { ok: false, problems: [problem('mapping', `不是 JSON：${json.reason}`, `no JSON: ${json.reason}`)] };
  if (!isObject(json.value)) return { ok: false, problems: [problem('mapping', '应为对象', 'is to be an object')] };
  const read = readMapping({ id: name, label: { zh: name, en: name }, source, ...json.value, topics: lines(topics) });
  if (read.ok) return { ok: true, value: read.mapping };
  return {
    ok: false,
    problems: read.problems.map(({ field, message }) => ({
      field: field.startsWith('topics') ? ('topics' as const) : ('mapping' as const),
      zh: `${field}：${message.zh}`,
      en: `${field}: ${message.en}`,
    })),
  };
}

/** A row of `payloadLayouts`; all mistakes at once. Never throws. */
export function readLayoutRow({ name, topics, devices, known, layout, source }: LayoutRow): DeclarationResult<LayoutUse> {
  const problems: DeclarationProblem[] = [];
  const filters = lines(topics);
  filters.forEach((topic, at) => {
    if (!isFilter(topic))
      problems.push(problem('topics', `第 ${at + 1} 行：+ 须独占一级，# 只能在最后`, `line ${at + 1}: + fills a level, # comes last`));
  });
  if (filters.length === 0) problems.push(problem('topics', '至少一个主题', 'at least one topic is needed'));
  const prefixes = lines(devices ?? '').map((each) => each.toUpperCase());
  prefixes.forEach((prefix, at) => {
    if (!/^[0-9A-F]{1,16}$/.test(prefix))
      problems.push(problem('devices', `第 ${at + 1} 行：应为 1 至 16 位十六进制`, `line ${at + 1}: 1 to 16 hexadecimal digits`));
  });
  const codec = codecOf(name, source, known, layout, problems);
  if (problems.length > 0 || codec === null) return { ok: false, problems };
  return { ok: true, value: { name, topics: filters, devices: prefixes, codec } };
}

function codecOf(
  name: string,
  source: string,
  known: string | null,
  layout: string | null,
  problems: DeclarationProblem[],
): PayloadCodec | null {
  const isOwn = layout !== null && layout.trim() !== '';
  if ((known !== null) === isOwn) {
    problems.push(problem('known', '已有格式和自定格式须填其一', 'either a known layout or an own one is needed'));
    return null;
  }
  if (known !== null) {
    const codec = payloadCodecOf(known);
    if (codec === null) problems.push(problem('known', `没有格式 ${known}`, `there is no layout ${known}`));
    return codec;
  }
  const json = parsed(layout ?? '');
  if (!json.ok) problems.push(problem('layout', `不是 JSON：${json.reason}`, `no JSON: ${json.reason}`));
  const read = json.ok
    ? readLayout(isObject(json.value) ? { id: name, label: { zh: name, en: name }, source, fPorts: null, ...json.value } : json.value)
    : null;
  if (read === null) return null;
  if (read.ok) return read.codec;
  problems.push(...read.problems.map((each) => problem('layout', each, each)));
  return null;
}

function isFilter(topic: string): boolean {
  const levels = topic.split('/');
  return levels.every((level, at) => /^[^+#{}]*$/.test(level) || level === '+' || (level === '#' && at === levels.length - 1));
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

function problem(field: DeclarationProblem['field'], zh: string, en: string): DeclarationProblem {
  return { field, zh, en };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
