// Reads a layout that a county declares as JSON. The form of every field is checked here, its sense by `checkCodec`.

import { checkCodec, type PayloadCodec } from './layout.ts';

export type LayoutResult = { ok: true; codec: PayloadCodec } | { ok: false; problems: string[] };

type Json = Readonly<Record<string, unknown>>;

const heads = ['kind', 'id', 'label', 'source', 'fPorts'];
const fieldKeys = ['quantity', 'unit', 'at', 'bytes', 'form', 'endian', 'bits', 'scale', 'offset', 'invalid', 'meanings'];
const forms = ['uint', 'int', 'float', 'hex', 'seconds'];

/** Checks a declaration (parsed JSON); all mistakes at once, each by its place. Never throws. */
export function readLayout(json: unknown): LayoutResult {
  if (!isObject(json)) return { ok: false, problems: ['layout: is to be an object'] };
  const problems: string[] = [];
  const { kind } = json;
  if (kind !== 'tlv' && kind !== 'fixed') problems.push('kind: is to be tlv or fixed');
  const own = kind === 'tlv' ? ['entries'] : ['bytes', 'fields'];
  unknown(json, '', [...heads, ...own], problems);
  for (const key of ['id', 'source']) if (typeof json[key] !== 'string' || json[key] === '') problems.push(`${key}: is to be a text`);
  const { label, fPorts } = json;
  if (!isObject(label) || typeof label['zh'] !== 'string' || typeof label['en'] !== 'string') problems.push('label: is to have zh and en');
  if (fPorts !== null && !(Array.isArray(fPorts) && fPorts.every((port) => Number.isInteger(port) && port >= 1 && port <= 223)))
    problems.push('fPorts: is to be null or a list of ports from 1 to 223');
  if (kind === 'fixed') {
    wholeNumber(json, 'bytes', '', problems);
    readFields(json['fields'], 'fields', problems);
  } else if (kind === 'tlv') readEntries(json['entries'], problems);
  if (problems.length > 0) return { ok: false, problems };
  const codec = json as unknown as PayloadCodec;
  const senseless = checkCodec(codec);
  return senseless.length > 0 ? { ok: false, problems: senseless } : { ok: true, codec };
}

function readEntries(value: unknown, problems: string[]): void {
  if (!Array.isArray(value) || value.length === 0) return void problems.push('entries: is to be a list with at least one entry');
  value.forEach((entry: unknown, at) => {
    const place = `entries[${at}]`;
    if (!isObject(entry)) return void problems.push(`${place}: is to be an object`);
    unknown(entry, `${place}.`, ['channel', 'type', 'bytes', 'fields'], problems);
    if (entry['channel'] !== null) wholeNumber(entry, 'channel', `${place}.`, problems);
    wholeNumber(entry, 'type', `${place}.`, problems);
    wholeNumber(entry, 'bytes', `${place}.`, problems);
    readFields(entry['fields'], `${place}.fields`, problems);
  });
}

function readFields(value: unknown, place: string, problems: string[]): void {
  if (!Array.isArray(value) || value.length === 0) return void problems.push(`${place}: is to be a list with at least one field`);
  value.forEach((field: unknown, at) => {
    if (isObject(field)) readField(field, `${place}[${at}].`, problems);
    else problems.push(`${place}[${at}]: is to be an object`);
  });
}

function readField(field: Json, place: string, problems: string[]): void {
  unknown(field, place, fieldKeys, problems);
  const { quantity, unit, form, endian, bits, invalid, meanings } = field;
  if (typeof quantity !== 'string' || !/^[^\s|\p{Cc}]{1,64}$/u.test(quantity))
    problems.push(`${place}quantity: is to be a code without blanks and |`);
  if (unit !== null && typeof unit !== 'string') problems.push(`${place}unit: is to be a text or null`);
  wholeNumber(field, 'at', place, problems);
  wholeNumber(field, 'bytes', place, problems);
  if (typeof form !== 'string' || !forms.includes(form)) problems.push(`${place}form: is to be one of ${forms.join(', ')}`);
  if (endian !== 'big' && endian !== 'little') problems.push(`${place}endian: is to be big or little`);
  for (const key of ['scale', 'offset'])
    if (field[key] !== undefined && !Number.isFinite(field[key])) problems.push(`${place}${key}: is to be a number`);
  if (bits !== undefined && !(isObject(bits) && Number.isInteger(bits['from']) && Number.isInteger(bits['count'])))
    problems.push(`${place}bits: is to have from and count, whole numbers`);
  if (invalid !== undefined && !(Array.isArray(invalid) && invalid.every((each) => Number.isFinite(each))))
    problems.push(`${place}invalid: is to be a list of numbers`);
  if (meanings !== undefined && !isMeanings(meanings)) problems.push(`${place}meanings: is to be values with zh and en`);
}

function isMeanings(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([key, label]) => /^-?\d+$/.test(key) && isObject(label) && typeof label['zh'] === 'string' && typeof label['en'] === 'string',
    )
  );
}

function wholeNumber(json: Json, key: string, place: string, problems: string[]): void {
  if (!Number.isInteger(json[key])) problems.push(`${place}${key}: is to be a whole number`);
}

function unknown(json: Json, place: string, known: readonly string[], problems: string[]): void {
  for (const key of Object.keys(json)) if (!known.includes(key)) problems.push(`${place}${key}: there is no such field`);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
