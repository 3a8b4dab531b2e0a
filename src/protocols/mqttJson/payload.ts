// Readings as JSON, the way Anlan asks devices to send them by MQTT or HTTP. Three forms are understood:
//
//   {"v":1,"msgId":"…","ts":1782864000000,"seq":7,"items":[{"code":"waterLevel","value":32.1,"unit":"m","t":…}]}
//   {"waterLevel":32.1,"rain":0.2,"t":1782864000000}      flat: every other key is a quantity
//   [{"code":"waterLevel","value":32.1}]                   items alone
//
// Times are epoch milliseconds or ISO 8601 with a zone. A value is a JSON number: "32.1", "NaN", true and null are refused
// by name, because guessing here turns a broken sensor into a measurement.

/** Largest payload in bytes. */
export const maxPayloadBytes = 64 * 1024;

export interface JsonReading {
  /** Part of the device; empty when it has one place of measurement. */
  channel: string;
  quantity: string;
  value: number;
  unit: string | null;
  /** Quality in the device's own words. */
  quality: string | null;
  /** Own time of the item, else that of the message; null when neither is given. */
  atMs: number | null;
}

export interface JsonPayload {
  /** Identifies the message for the device, so that a repeated one is known. */
  messageId: string | null;
  sentAtMs: number | null;
  sequence: number | null;
  readings: JsonReading[];
}

export interface PayloadProblem {
  /** Where: empty for the whole payload, else like `ts` or `items[2].value`. */
  field: string;
  rule: 'size' | 'encoding' | 'json' | 'type' | 'required' | 'finite' | 'time' | 'form' | 'empty';
  /** One English sentence. */
  message: string;
}

export type PayloadResult =
  /** `problems`: items that were left out; the others are sound. */
  { ok: true; payload: JsonPayload; problems: PayloadProblem[] } | { ok: false; problems: PayloadProblem[] };

type JsonObject = Readonly<Record<string, unknown>>;

/** Keys of a flat object that are not quantities. */
const envelopeKeys: ReadonlySet<string> = new Set(['v', 'msgId', 'ts', 't', 'seq', 'channel', 'items']);

/** Instants outside these years are a clock or unit mistake: seconds instead of milliseconds land in 1970. */
const earliestMs = Date.UTC(2000, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

/** One for all: making a decoder costs more than most payloads. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a payload. Never throws. Refused as a whole only when nothing in it can be used. */
export function readPayload(bytes: Uint8Array): PayloadResult {
  if (bytes.length > maxPayloadBytes) return refuse('', 'size', `The payload is longer than ${maxPayloadBytes} bytes.`);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse('', 'encoding', 'The payload is not UTF-8.');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse('', 'json', error instanceof Error ? error.message : 'The payload is not JSON.');
  }
  return readJson(json);
}

/** The same for a value that was parsed already, such as the body of an HTTP request. */
export function readJson(json: unknown): PayloadResult {
  const reader = new PayloadReader();
  if (Array.isArray(json)) return reader.finish({}, reader.items(json, '', null));
  if (!isObject(json)) return refuse('', 'type', 'The payload is neither an object nor a list.');
  const sentAtMs = reader.time(json, json['ts'] === undefined ? 't' : 'ts', '');
  const items = json['items'];
  if (items === undefined) return reader.finish(json, reader.flat(json, sentAtMs), sentAtMs);
  if (!Array.isArray(items)) return refuse('items', 'type', 'items is not a list.');
  return reader.finish(json, reader.items(items, 'items', sentAtMs), sentAtMs);
}

class PayloadReader {
  readonly #problems: PayloadProblem[] = [];

  finish(envelope: JsonObject, readings: JsonReading[], sentAtMs: number | null = null): PayloadResult {
    const messageId = this.#text(envelope, 'msgId', '', 128);
    const sequence = envelope['seq'] === undefined ? null : this.#number(envelope, 'seq', '');
    if (readings.length === 0 && this.#problems.length === 0) this.#add('', 'empty', 'The payload has no reading.');
    if (readings.length === 0) return { ok: false, problems: this.#problems };
    return { ok: true, payload: { messageId, sentAtMs, sequence, readings }, problems: this.#problems };
  }

  items(items: readonly unknown[], path: string, sentAtMs: number | null): JsonReading[] {
    return items.flatMap((item, at) => {
      const place = `${path}[${at}]`;
      if (!isObject(item)) {
        this.#add(place, 'type', 'The item is not an object.');
        return [];
      }
      return this.#item(item, `${place}.`, sentAtMs);
    });
  }

  #item(item: JsonObject, path: string, sentAtMs: number | null): JsonReading[] {
    const before = this.#problems.length;
    if (item['code'] === undefined) this.#add(`${path}code`, 'required', 'The item has no code.');
    const quantity = this.#text(item, 'code', path, 64);
    const value = this.#number(item, 'value', path);
    const unit = this.#text(item, 'unit', path, 32);
    const quality = this.#text(item, 'quality', path, 64);
    const channel = this.#text(item, 'channel', path, 64) ?? '';
    const atMs = this.time(item, 't', path) ?? sentAtMs;
    if (quantity === null || value === null || this.#problems.length > before) return [];
    if (!isCode(quantity)) this.#add(`${path}code`, 'form', 'A code has no blanks, no | and no control characters.');
    if (channel !== '' && !isCode(channel)) this.#add(`${path}channel`, 'form', 'A channel has no blanks, no | and no control characters.');
    return this.#problems.length > before ? [] : [{ channel, quantity, value, unit, quality, atMs }];
  }

  flat(object: JsonObject, sentAtMs: number | null): JsonReading[] {
    const channel = object['channel'];
    return Object.entries(object)
      .filter(([key]) => !envelopeKeys.has(key))
      .flatMap(([code, value]) => {
        const item: JsonObject = channel === undefined ? { code, value } : { code, value, channel };
        const before = this.#problems.length;
        const readings = this.#item(item, '', sentAtMs);
        for (const problem of this.#problems.slice(before)) if (problem.field === 'value') problem.field = code;
        return readings;
      });
  }

  time(object: JsonObject, key: string, path: string): number | null {
    const value = object[key];
    if (value === undefined || value === null) return null;
    const field = `${path}${key}`;
    const isZoned = typeof value === 'string' && /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
    const atMs = typeof value === 'number' ? value : isZoned ? Date.parse(value) : Number.NaN;
    if (atMs >= earliestMs && atMs < latestMs) return Math.round(atMs);
    this.#add(field, 'time', `${field} is not epoch milliseconds or ISO 8601 with a zone, between 2000 and 2100.`);
    return null;
  }

  #number(object: JsonObject, key: string, path: string): number | null {
    const value = object[key];
    const field = `${path}${key}`;
    if (value === undefined) this.#add(field, 'required', `${field} is missing.`);
    else if (typeof value !== 'number') this.#add(field, 'type', `${field} is ${kindOf(value)}, not a number.`);
    else if (!Number.isFinite(value)) this.#add(field, 'finite', `${field} is beyond the range of a number.`);
    else return value;
    return null;
  }

  #text(object: JsonObject, key: string, path: string, longest: number): string | null {
    const value = object[key];
    if (value === undefined || value === null) return null;
    const field = `${path}${key}`;
    if (typeof value !== 'string') this.#add(field, 'type', `${field} is ${kindOf(value)}, not a text.`);
    else if (value.length > longest) this.#add(field, 'size', `${field} is longer than ${longest}.`);
    else return value;
    return null;
  }

  #add(field: string, rule: PayloadProblem['rule'], message: string): void {
    this.#problems.push({ field, rule, message });
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCode(text: string): boolean {
  return /^[^\s|\p{Cc}]+$/u.test(text);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function refuse(field: string, rule: PayloadProblem['rule'], message: string): PayloadResult {
  return { ok: false, problems: [{ field, rule, message }] };
}
