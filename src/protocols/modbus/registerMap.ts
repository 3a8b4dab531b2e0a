// What a device keeps at which address, declared as data from its manual. Shape and rules are checked before use, all
// mistakes at once, each with its place.

import type { Label } from '../protocol.ts';

export const registerTables = ['coil', 'discreteInput', 'holding', 'input'] as const;
export type RegisterTable = (typeof registerTables)[number];

/** Registers each type takes; `bit` stands in one bit table or in one bit of a register. */
export const typeRegisters = {
  int16: 1,
  uint16: 1,
  int32: 2,
  uint32: 2,
  float32: 2,
  int64: 4,
  uint64: 4,
  float64: 4,
  bit: 1,
} as const;
export type RegisterType = keyof typeof typeRegisters;

export interface RegisterPoint {
  /** Code of the quantity, as in readings. */
  quantity: string;
  /** Part of the device; empty when it has one place of measurement. */
  channel: string;
  table: RegisterTable;
  /** On the wire, from 0. A manual's 40001 is holding register 0. */
  address: number;
  type: RegisterType;
  /** Which bit of the register, 0 the lowest; only for type `bit` in `holding` or `input`. */
  bit: number | null;
  /** Order of the registers of a longer value: `big` puts the highest first, as the standard does. */
  wordOrder: 'big' | 'little';
  /** True where a device also swaps the two bytes of each register. */
  swapBytes: boolean;
  /** Value = raw × scale + offset, in `unit`. */
  scale: number;
  offset: number;
  unit: string | null;
  /** Raw values by which the device says that it has none, e.g. 32767. */
  invalid: number[];
}

export interface RegisterMap {
  id: string;
  label: Label;
  /** Manual and page the addresses come from. */
  source: string;
  /** Most registers of one read; the standard allows 125, some devices fewer. */
  maxRegisters: number;
  /** Unused registers that may be read along to save a read. Some devices refuse reads across gaps: then 0. */
  maxGap: number;
  points: RegisterPoint[];
}

export interface MapProblem {
  /** Like `points[2].address`. */
  field: string;
  rule: 'required' | 'type' | 'choice' | 'range' | 'unknown' | 'double';
  message: Label;
}

export type MapResult = { ok: true; map: RegisterMap } | { ok: false; problems: MapProblem[] };

type Json = Readonly<Record<string, unknown>>;

/** Checks a declaration (parsed JSON) and fills in what may be left out. Never throws. */
export function readRegisterMap(json: unknown): MapResult {
  const reader = new MapReader();
  const map = reader.map(json);
  return reader.problems.length === 0 && map !== null ? { ok: true, map } : { ok: false, problems: reader.problems };
}

const pointKeys = 'quantity channel table address type bit wordOrder swapBytes scale offset unit invalid'.split(' ');
const mapKeys = ['id', 'label', 'source', 'maxRegisters', 'maxGap', 'points'];

class MapReader {
  readonly problems: MapProblem[] = [];

  map(json: unknown): RegisterMap | null {
    if (!isObject(json)) return this.#add('', 'type', { zh: '寄存器表应为对象', en: 'a register map is an object' });
    this.#unknown(json, '', mapKeys);
    const points = json['points'];
    if (!Array.isArray(points) || points.length === 0) this.#add('points', 'required', { zh: '至少一个测点', en: 'at least one point' });
    const label = isObject(json['label']) ? json['label'] : {};
    return {
      id: this.#text(json, 'id', ''),
      label: { zh: this.#text(label, 'zh', 'label.'), en: this.#text(label, 'en', 'label.') },
      source: this.#text(json, 'source', ''),
      maxRegisters: this.#whole(json, 'maxRegisters', '', 1, 125, 125),
      maxGap: this.#whole(json, 'maxGap', '', 0, 124, 8),
      points: Array.isArray(points) ? points.flatMap((point, at) => this.#point(point, `points[${at}].`)) : [],
    };
  }

  #point(json: unknown, path: string): RegisterPoint[] {
    if (!isObject(json)) {
      this.#add(path.slice(0, -1), 'type', { zh: '测点应为对象', en: 'a point is an object' });
      return [];
    }
    this.#unknown(json, path, pointKeys);
    const table = this.#choice(json, 'table', path, registerTables, 'holding');
    const isBitTable = table === 'coil' || table === 'discreteInput';
    const type = this.#choice(json, 'type', path, Object.keys(typeRegisters) as RegisterType[], isBitTable ? 'bit' : null);
    const bit = json['bit'] === undefined ? null : this.#whole(json, 'bit', path, 0, 15, 0);
    if (isBitTable && (type !== 'bit' || bit !== null))
      this.#add(`${path}type`, 'choice', { zh: `${table} 只有单个位`, en: `${table} holds single bits only` });
    if (!isBitTable && (type === 'bit') !== (bit !== null))
      this.#add(`${path}bit`, 'required', {
        zh: '寄存器中的位须给出 bit（0–15），其他类型不给',
        en: 'a bit of a register needs bit (0–15), other types none',
      });
    const channel = json['channel'] === undefined ? '' : this.#text(json, 'channel', path);
    return [
      {
        quantity: this.#text(json, 'quantity', path),
        channel,
        table,
        address: this.#whole(json, 'address', path, 0, 0x10000 - typeRegisters[type], null),
        type,
        bit,
        wordOrder: this.#choice(json, 'wordOrder', path, ['big', 'little'], 'big'),
        swapBytes: json['swapBytes'] === true,
        scale: this.#number(json, 'scale', path, 1),
        offset: this.#number(json, 'offset', path, 0),
        unit: json['unit'] === undefined || json['unit'] === null ? null : this.#text(json, 'unit', path),
        invalid: this.#numbers(json, 'invalid', path),
      },
    ];
  }

  #unknown(json: Json, path: string, known: readonly string[]): void {
    for (const key of Object.keys(json))
      if (!known.includes(key)) this.#add(`${path}${key}`, 'unknown', { zh: `没有 ${key} 这一项`, en: `there is no field ${key}` });
  }

  #text(json: Json, key: string, path: string): string {
    const value = json[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.#add(`${path}${key}`, value === undefined ? 'required' : 'type', { zh: `${key} 应为文字`, en: `${key} is to be a text` });
    return '';
  }

  #whole(json: Json, key: string, path: string, least: number, most: number, otherwise: number | null): number {
    const value = json[key];
    if (value === undefined && otherwise !== null) return otherwise;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.#add(`${path}${key}`, value === undefined ? 'required' : 'range', {
      zh: `${key} 应为 ${least}–${most} 的整数`,
      en: `${key} is to be a whole number from ${least} to ${most}`,
    });
    return least;
  }

  #number(json: Json, key: string, path: string, otherwise: number): number {
    const value = json[key];
    if (value === undefined) return otherwise;
    if (typeof value === 'number' && Number.isFinite(value) && (key !== 'scale' || value !== 0)) return value;
    this.#add(`${path}${key}`, 'type', { zh: `${key} 应为数（scale 不为 0）`, en: `${key} is to be a number (scale not 0)` });
    return otherwise;
  }

  #numbers(json: Json, key: string, path: string): number[] {
    const value = json[key] ?? [];
    if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value;
    this.#add(`${path}${key}`, 'type', { zh: `${key} 应为数的列表`, en: `${key} is to be a list of numbers` });
    return [];
  }

  #choice<V extends string>(json: Json, key: string, path: string, allowed: readonly V[], otherwise: V | null): V {
    const value = json[key] ?? otherwise;
    const found = allowed.find((each) => each === value);
    if (found !== undefined) return found;
    const list = allowed.join(', ');
    this.#add(`${path}${key}`, value === null ? 'required' : 'choice', {
      zh: `${key} 应为其一：${list}`,
      en: `${key} is to be one of ${list}`,
    });
    return allowed[0] as V;
  }

  #add(field: string, rule: MapProblem['rule'], message: Label): null {
    this.problems.push({ field, rule, message });
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
