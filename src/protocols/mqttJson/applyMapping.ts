// Reads a maker's JSON by its mapping. What no rule reads is given back in `more`, so nothing a device says is lost.

import { follow, without, type Found, type PathStep } from './jsonPath.ts';
import type { JsonMapping, Named, ReadingRule } from './mapping.ts';
import { maxPayloadBytes, type JsonPayload, type JsonReading, type PayloadProblem } from './payload.ts';

export type MappedResult =
  /** `problems`: values that were left out; the others are sound. */
  { ok: true; device: string; payload: JsonPayload; problems: PayloadProblem[]; more: unknown } | { ok: false; problems: PayloadProblem[] };

/** Names of the levels when the topic fits one of the filters, e.g. `{device: '7'}`; null when none fits. */
export function matchTopic(topics: readonly string[], topic: string): Record<string, string> | null {
  for (const filter of topics) {
    const names = matchOne(filter.split('/'), topic.split('/'));
    if (names !== null) return names;
  }
  return null;
}

function matchOne(filter: readonly string[], levels: readonly string[]): Record<string, string> | null {
  const names: Record<string, string> = {};
  for (const [at, wanted] of filter.entries()) {
    if (wanted === '#') return names;
    const level = levels[at];
    if (level === undefined) return null;
    if (wanted.startsWith('{') && level !== '') names[wanted.slice(1, -1)] = level;
    else if (wanted !== '+' && wanted !== level) return null;
  }
  return levels.length === filter.length ? names : null;
}

/** The mapping whose topics the topic fits, first come first served; null when none does (then the default form is read). */
export function mappingFor(mappings: readonly JsonMapping[], topic: string): JsonMapping | null {
  return mappings.find((mapping) => matchTopic(mapping.topics, topic) !== null) ?? null;
}

/** Reads the payload of a topic. Never throws. Refused as a whole only when nothing in it can be used. */
export function applyMapping(mapping: JsonMapping, topic: string, bytes: Uint8Array): MappedResult {
  if (bytes.length > maxPayloadBytes) return refuse('', 'size', `The payload is longer than ${maxPayloadBytes} bytes.`);
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return applyToJson(mapping, topic, json);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('', 'json', error.message);
    if (error instanceof TypeError) return refuse('', 'encoding', 'The payload is not UTF-8.');
    throw error;
  }
}

/** The same for a value that was parsed already. */
export function applyToJson(mapping: JsonMapping, topic: string, json: unknown): MappedResult {
  const work = new Application(mapping, json);
  const device = work.device(matchTopic(mapping.topics, topic)?.['device']);
  const readings = work.readings();
  if (device === null || (readings.length === 0 && work.problems.length > 0)) return { ok: false, problems: work.problems };
  if (readings.length === 0) return refuse('', 'empty', 'The payload has no reading.');
  const payload: JsonPayload = { messageId: work.messageId(), sentAtMs: work.time(json, []), sequence: null, readings };
  return { ok: true, device, payload, problems: work.problems, more: without(json, work.used) ?? null };
}

class Application {
  readonly problems: PayloadProblem[] = [];
  readonly used: (string | number)[][] = [];
  readonly #mapping: JsonMapping;
  readonly #json: unknown;

  constructor(mapping: JsonMapping, json: unknown) {
    this.#mapping = mapping;
    this.#json = json;
  }

  device(ofTopic: string | undefined): string | null {
    const path = this.#mapping.device;
    const found = path === null ? null : this.#one(path, this.#json, []);
    const name = path === null ? ofTopic : textOf(found?.value);
    if (name !== undefined && name !== '' && /^[^\s|\p{Cc}]{1,128}$/u.test(name)) return name;
    this.#add(found === null ? 'device' : placeOf(found.at), name === undefined ? 'required' : 'form', 'The device has no usable name.');
    return null;
  }

  messageId(): string | null {
    const path = this.#mapping.messageId;
    return path === null ? null : (textOf(this.#one(path, this.#json, [])?.value) ?? null);
  }

  readings(): JsonReading[] {
    const { each, readings } = this.#mapping;
    const elements = each === null ? [{ at: [], value: this.#json }] : follow(each, this.#json);
    if (each !== null && elements.length === 0) this.#add('each', 'required', 'There is no element at the path of each.');
    return elements.flatMap((element) => {
      const atMs = this.time(element.value, element.at) ?? this.time(this.#json, []);
      return readings.flatMap((rule) => this.#reading(rule, element, atMs));
    });
  }

  #reading(rule: ReadingRule, element: Found, atMs: number | null): JsonReading[] {
    const found = this.#one(rule.value, element.value, element.at);
    const quantity = this.#name(rule.quantity, element, 'quantity');
    const channel = this.#name(rule.channel, element, 'channel');
    if (found === null) {
      if (rule.isRequired) this.#add(placeOf(element.at) || 'value', 'required', `There is no value at ${pathText(rule.value)}.`);
      return [];
    }
    if (quantity === null || channel === null) return [];
    const value = this.#number(rule, found);
    if (value === null || rule.invalid.includes(value)) return [];
    return [{ channel, quantity, value: tidy(value * rule.scale + rule.offset), unit: rule.unit, quality: null, atMs }];
  }

  #number(rule: ReadingRule, { at, value }: Found): number | null {
    const isNumeric = typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*$/.test(value);
    const number =
      typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : rule.isText && isNumeric ? Number(value) : null;
    if (number !== null && Number.isFinite(number)) return number;
    this.#add(
      placeOf(at),
      number === null ? 'type' : 'finite',
      `${JSON.stringify(value)} is not a number${rule.isText ? '' : ' (isText is not set)'}.`,
    );
    return null;
  }

  #name(named: Named, element: Found, what: string): string | null {
    if ('fixed' in named) return named.fixed;
    const found = this.#one(named.path, element.value, element.at);
    const text = textOf(found?.value);
    if (text !== undefined && /^[^\s|\p{Cc}]{1,64}$/u.test(text)) return text;
    this.#add(
      found === null ? placeOf(element.at) || what : placeOf(found.at),
      found === null ? 'required' : 'form',
      `The ${what} is missing or has blanks, | or control characters.`,
    );
    return null;
  }

  /** Null when the mapping names no time or it is not there; one that cannot be read is a problem. */
  time(value: unknown, from: readonly (string | number)[]): number | null {
    const { time } = this.#mapping;
    const found = time === null ? null : this.#one(time.path, value, from);
    if (time === null || found === null) return null;
    const atMs = instantOf(found.value, time.form);
    const isSane = atMs !== null && atMs >= Date.UTC(2000, 0, 1) && atMs < Date.UTC(2100, 0, 1);
    if (isSane) return atMs;
    const place = placeOf(found.at);
    if (!this.problems.some(({ field, rule }) => field === place && rule === 'time'))
      this.#add(place, 'time', `${JSON.stringify(found.value)} is no time of the form ${time.form} between 2000 and 2100.`);
    return null;
  }

  /** The first thing a path leads to; noted as read. */
  #one(path: readonly PathStep[], value: unknown, from: readonly (string | number)[]): Found | null {
    const [found] = follow(path, value, from);
    if (found !== undefined) this.used.push(found.at);
    return found ?? null;
  }

  #add(field: string, rule: PayloadProblem['rule'], message: string): void {
    this.problems.push({ field, rule, message });
  }
}

function instantOf(value: unknown, form: NonNullable<JsonMapping['time']>['form']): number | null {
  if (form === 'epochMs' || form === 'epochSeconds') {
    const number = typeof value === 'string' && /^\d{1,14}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? Math.round(form === 'epochMs' ? number : number * 1000) : null;
  }
  if (typeof value !== 'string') return null;
  const chinese = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(value.trim());
  const isZoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
  const text =
    form === 'iso' ? (isZoned ? value : '') : chinese === null ? '' : `${chinese[1]}-${chinese[2]}-${chinese[3]}T${chinese[4]}+08:00`;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}

/** A text or a number as text; undefined for anything else. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function placeOf(at: readonly (string | number)[]): string {
  return at.map((key, place) => (typeof key === 'number' ? `[${key}]` : `${place === 0 ? '' : '.'}${key}`)).join('');
}

function pathText(steps: readonly PathStep[]): string {
  return `$${steps.map((each) => (each.kind === 'name' ? `.${each.name}` : each.kind === 'index' ? `[${each.index}]` : '[*]')).join('')}`;
}

/** Takes away what binary fractions add: 321 × 0.1 is 32.1. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function refuse(field: string, rule: PayloadProblem['rule'], message: string): MappedResult {
  return { ok: false, problems: [{ field, rule, message }] };
}
