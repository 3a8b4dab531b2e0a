// How a maker's own JSON becomes readings, declared as data: which topics it is for, where the device's name, the time and
// the values stand. Checked before use, all mistakes at once.

import type { Label } from '../protocol.ts';
import { readPath, type PathStep } from './jsonPath.ts';

export const timeForms = ['epochMs', 'epochSeconds', 'iso', 'chinese'] as const;

/** A text fixed in the mapping, or a path to it. */
export type Named = { fixed: string } | { path: PathStep[] };

export interface ReadingRule {
  /** From the element of `each` if there is one, else from the whole payload. */
  value: PathStep[];
  quantity: Named;
  /** Part of the device; empty for none. */
  channel: Named;
  unit: string | null;
  /** Value = sent × scale + offset. */
  scale: number;
  offset: number;
  /** Sent values that mean "none". */
  invalid: number[];
  /** True when the maker sends numbers as text, "32.1". */
  isText: boolean;
  /** False when devices may leave it out. */
  isRequired: boolean;
}

export interface JsonMapping {
  id: string;
  label: Label;
  source: string;
  /** MQTT filters with names for levels: `factory/{device}/+/data/#`. */
  topics: string[];
  /** Where the device's name stands; null when a topic level `{device}` says it. */
  device: PathStep[] | null;
  /** Elements that are each read by the rules; null for the payload as one. */
  each: PathStep[] | null;
  /** `chinese` is 2026-07-01 08:00:00 in Chinese time. Looked for in the element first, then in the payload. */
  time: { path: PathStep[]; form: (typeof timeForms)[number] } | null;
  messageId: PathStep[] | null;
  readings: ReadingRule[];
}

export interface MappingProblem {
  /** Like `readings[2].value`. */
  field: string;
  rule: 'required' | 'type' | 'path' | 'choice' | 'topic' | 'unknown';
  message: Label;
}

export type MappingResult = { ok: true; mapping: JsonMapping } | { ok: false; problems: MappingProblem[] };

type Json = Readonly<Record<string, unknown>>;

const mappingKeys = ['id', 'label', 'source', 'topics', 'device', 'each', 'time', 'messageId', 'readings'];
const ruleKeys = ['value', 'quantity', 'channel', 'unit', 'scale', 'offset', 'invalid', 'isText', 'isRequired'];

/** Checks a declaration (parsed JSON). Never throws. A text that begins with `$` is a path, any other stands for itself. */
export function readMapping(json: unknown): MappingResult {
  const reader = new MappingReader();
  const mapping = reader.mapping(json);
  return reader.problems.length === 0 && mapping !== null ? { ok: true, mapping } : { ok: false, problems: reader.problems };
}

class MappingReader {
  readonly problems: MappingProblem[] = [];

  mapping(json: unknown): JsonMapping | null {
    if (!isObject(json)) return this.#add('', 'type', { zh: '映射应为对象', en: 'a mapping is an object' });
    this.#unknown(json, '', mappingKeys);
    const label = isObject(json['label']) ? json['label'] : {};
    const topics = this.#topics(json['topics']);
    const device = this.#optionalPath(json, 'device', '');
    if (device === null && !topics.every((topic) => topic.split('/').includes('{device}')))
      this.#add('device', 'required', {
        zh: '主题中没有 {device} 时须给出 device 路径',
        en: 'without {device} in every topic a path to the device is needed',
      });
    const rules = json['readings'];
    if (!Array.isArray(rules) || rules.length === 0)
      this.#add('readings', 'required', { zh: '至少一条读数规则', en: 'at least one reading is needed' });
    return {
      id: this.#text(json, 'id', ''),
      label: { zh: this.#text(label, 'zh', 'label.'), en: this.#text(label, 'en', 'label.') },
      source: this.#text(json, 'source', ''),
      topics,
      device,
      each: this.#optionalPath(json, 'each', ''),
      time: this.#time(json['time']),
      messageId: this.#optionalPath(json, 'messageId', ''),
      readings: Array.isArray(rules) ? rules.flatMap((rule, at) => this.#rule(rule, `readings[${at}]`)) : [],
    };
  }

  #topics(value: unknown): string[] {
    const topics = Array.isArray(value) ? value.filter((topic) => typeof topic === 'string') : [];
    if (topics.length === 0) this.#add('topics', 'required', { zh: '至少一个主题', en: 'at least one topic is needed' });
    topics.forEach((topic, at) => {
      const levels = topic.split('/');
      const isSound = levels.every(
        (level, place) => /^([^+#{}]*|\+|\{[a-zA-Z]+\})$/.test(level) || (level === '#' && place === levels.length - 1),
      );
      const names = levels.filter((level) => level.startsWith('{'));
      if (topic === '' || !isSound || new Set(names).size < names.length)
        this.#add(`topics[${at}]`, 'topic', {
          zh: '+、{名称} 须独占一级且不重名，# 只能在最后',
          en: '+ and {name} fill a level and are not repeated, # comes last',
        });
    });
    return topics;
  }

  #time(value: unknown): JsonMapping['time'] {
    if (value === undefined || value === null) return null;
    if (!isObject(value)) return this.#add('time', 'type', { zh: 'time 应为对象', en: 'time is to be an object' });
    this.#unknown(value, 'time.', ['path', 'form']);
    const form = timeForms.find((each) => each === value['form']);
    const list = timeForms.join(', ');
    if (form === undefined) this.#add('time.form', 'choice', { zh: `form 应为其一：${list}`, en: `form is to be one of ${list}` });
    const path = this.#path(value['path'], 'time.path');
    return path === null || form === undefined ? null : { path, form };
  }

  #rule(json: unknown, place: string): ReadingRule[] {
    if (!isObject(json)) {
      this.#add(place, 'type', { zh: '规则应为对象', en: 'a reading is an object' });
      return [];
    }
    this.#unknown(json, `${place}.`, ruleKeys);
    const value = this.#path(json['value'], `${place}.value`);
    const quantity = this.#named(json['quantity'], `${place}.quantity`, null);
    const channel = this.#named(json['channel'], `${place}.channel`, '');
    const [scale, offset] = [this.#number(json, 'scale', place, 1), this.#number(json, 'offset', place, 0)];
    const invalid = json['invalid'] ?? [];
    const isNumbers = Array.isArray(invalid) && invalid.every((each) => typeof each === 'number');
    if (!isNumbers) this.#add(`${place}.invalid`, 'type', { zh: 'invalid 应为数的列表', en: 'invalid is to be a list of numbers' });
    const unit = json['unit'] === undefined || json['unit'] === null ? null : this.#text(json, 'unit', `${place}.`);
    if (value === null || quantity === null || channel === null) return [];
    const isText = this.#flag(json, 'isText', place, false);
    const isRequired = this.#flag(json, 'isRequired', place, true);
    return [{ value, quantity, channel, unit, scale, offset, invalid: isNumbers ? invalid : [], isText, isRequired }];
  }

  #named(value: unknown, field: string, otherwise: string | null): Named | null {
    if (value === undefined && otherwise !== null) return { fixed: otherwise };
    if (typeof value !== 'string' || value === '')
      return this.#add(field, value === undefined ? 'required' : 'type', {
        zh: '应为文字或以 $ 开头的路径',
        en: 'is to be a text, or a path that begins with $',
      });
    if (!value.startsWith('$')) return { fixed: value };
    const path = this.#path(value, field);
    return path === null ? null : { path };
  }

  #optionalPath(json: Json, key: string, place: string): PathStep[] | null {
    return json[key] === undefined || json[key] === null ? null : this.#path(json[key], `${place}${key}`);
  }

  #path(value: unknown, field: string): PathStep[] | null {
    if (typeof value !== 'string')
      return this.#add(field, value === undefined ? 'required' : 'type', {
        zh: '应为路径，如 $.data.level',
        en: 'is to be a path such as $.data.level',
      });
    const read = readPath(value);
    if (read.ok) return read.steps;
    return this.#add(field, 'path', {
      zh: `路径第 ${read.position + 1} 个字符处有误`,
      en: `at character ${read.position + 1}: ${read.reason}`,
    });
  }

  #number(json: Json, key: 'scale' | 'offset', place: string, otherwise: number): number {
    const value = json[key] ?? otherwise;
    if (typeof value === 'number' && Number.isFinite(value) && (key === 'offset' || value !== 0)) return value;
    this.#add(`${place}.${key}`, 'type', { zh: `${key} 应为数（scale 不为 0）`, en: `${key} is to be a number (scale not 0)` });
    return otherwise;
  }

  #flag(json: Json, key: string, place: string, otherwise: boolean): boolean {
    const value = json[key] ?? otherwise;
    if (typeof value === 'boolean') return value;
    this.#add(`${place}.${key}`, 'type', { zh: `${key} 应为 true 或 false`, en: `${key} is to be true or false` });
    return otherwise;
  }

  #text(json: Json, key: string, place: string): string {
    const value = json[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.#add(`${place}${key}`, value === undefined ? 'required' : 'type', { zh: `${key} 应为文字`, en: `${key} is to be a text` });
    return '';
  }

  #unknown(json: Json, place: string, known: readonly string[]): void {
    for (const key of Object.keys(json))
      if (!known.includes(key)) this.#add(`${place}${key}`, 'unknown', { zh: `没有 ${key} 这一项`, en: `there is no field ${key}` });
  }

  #add(field: string, rule: MappingProblem['rule'], message: Label): null {
    this.problems.push({ field, rule, message });
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
