// Reads and writes the data segment: `QN=…;ST=…;CN=…;PW=…;MN=…;Flag=…;PNUM=…;PNO=…;CP=&&…&&` (HJ 212-2017).
// Real devices leave out QN or Flag (2005 habit) and swap PNUM and PNO, so the order is free and only ST, CN and MN are
// demanded.

import type { DamageCode } from '../protocol.ts';
import { commands } from './commands.table.ts';
import type { Hj212Message, Item, Pair } from './message.ts';

export type DataSegment =
  | { ok: true; message: Hj212Message }
  | { ok: false; code: Extract<DamageCode, 'invalidFormat' | 'unknownCommand'>; reason: string };

/**
 * Form of each known field; a value that does not fit makes the frame invalid. The standard gives PW 6 and MN 24
 * characters; longer ones up to 32 are let through, because refusing a device its own id helps nobody.
 */
const fieldForms = {
  QN: /^\d{17}$/,
  ST: /^\d{2}$/,
  CN: /^\d{4}$/,
  PW: /^[^\s]{0,32}$/,
  MN: /^[\x21-\x7e]{1,32}$/,
  Flag: /^\d{1,3}$/,
  PNUM: /^\d{1,4}$/,
  PNO: /^\d{1,4}$/,
} as const;
type FieldName = keyof typeof fieldForms;

export function readDataSegment(data: string): DataSegment {
  const parameters = cutParameters(data);
  if (typeof parameters === 'string') return invalid(parameters);
  const fields = new Map<FieldName, string>();
  const otherFields: Pair[] = [];
  for (const part of parameters.head.split(';')) {
    if (part === '') continue;
    const pair = readPair(part);
    if (pair === null) return invalid(`"${part}" is not name=value.`);
    if (!isFieldName(pair.name)) otherFields.push(pair);
    else if (fields.has(pair.name)) return invalid(`${pair.name} stands twice.`);
    else if (!fieldForms[pair.name].test(pair.value)) return invalid(`${pair.name} "${pair.value}" has the wrong form.`);
    else fields.set(pair.name, pair.value);
  }
  const items = readItems(parameters.inside);
  if (typeof items === 'string') return invalid(items);
  return assemble(fields, otherFields, items);
}

function assemble(fields: Map<FieldName, string>, otherFields: Pair[], items: Item[]): DataSegment {
  const [systemType, command, deviceId] = [fields.get('ST'), fields.get('CN'), fields.get('MN')];
  if (systemType === undefined) return invalid('ST (system type) is missing.');
  if (command === undefined) return invalid('CN (command number) is missing.');
  if (deviceId === undefined) return invalid('MN (device id) is missing.');
  if (!commands.has(command)) return { ok: false, code: 'unknownCommand', reason: `CN ${command} is not a known command.` };
  const flag = numberOf(fields.get('Flag'));
  if (flag !== null && flag > 255) return invalid(`Flag ${flag} is above 255.`);
  const message: Hj212Message = {
    requestNumber: fields.get('QN') ?? null,
    systemType,
    command,
    password: fields.get('PW') ?? null,
    deviceId,
    flag,
    packageCount: numberOf(fields.get('PNUM')),
    packageNumber: numberOf(fields.get('PNO')),
    items,
    otherFields,
  };
  return { ok: true, message };
}

/** Divides the segment at `CP=&&…&&`; returns a reason when that is not where it should be. */
function cutParameters(data: string): { head: string; inside: string } | string {
  const start = data.search(/(?:^|;)CP=&&/);
  if (start === -1) return 'CP=&& is missing.';
  const inside = data.slice(data.indexOf('&&', start) + 2);
  if (!inside.endsWith('&&') || inside.slice(0, -2).includes('&&')) return 'CP does not end with && at the end of the data.';
  return { head: data.slice(0, start), inside: inside.slice(0, -2) };
}

function readItems(inside: string): Item[] | string {
  const items: Item[] = [];
  for (const itemText of inside.split(';')) {
    const item: Item = [];
    for (const part of itemText.split(',')) {
      if (part === '') continue;
      const pair = readPair(part);
      if (pair === null) return `"${part}" in CP is not name=value.`;
      item.push(pair);
    }
    if (item.length > 0) items.push(item);
  }
  return items;
}

function readPair(part: string): Pair | null {
  const equals = part.indexOf('=');
  return equals < 1 ? null : { name: part.slice(0, equals), value: part.slice(equals + 1) };
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fieldForms, name);
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function invalid(reason: string): DataSegment {
  return { ok: false, code: 'invalidFormat', reason };
}

/**
 * Writes the segment in the order of the standard; absent fields are left out.
 * @throws RangeError when a name or value contains a separator, which could not be read back.
 */
export function writeDataSegment(message: Hj212Message): string {
  const fields: [string, string | null][] = [
    ['QN', message.requestNumber],
    ['ST', message.systemType],
    ['CN', message.command],
    ['PW', message.password],
    ['MN', message.deviceId],
    ['Flag', message.flag === null ? null : String(message.flag)],
    ['PNUM', message.packageCount === null ? null : String(message.packageCount)],
    ['PNO', message.packageNumber === null ? null : String(message.packageNumber)],
    ...message.otherFields.map((pair): [string, string] => [pair.name, pair.value]),
  ];
  const head = fields.filter(([, value]) => value !== null).map(([name, value]) => `${name}=${value}`);
  const items = message.items.map((item) => item.map(writePair).join(','));
  return `${head.join(';')};CP=&&${items.join(';')}&&`;
}

function writePair({ name, value }: Pair): string {
  if (/[;,\r\n]|&&/.test(name + value) || name === '' || name.includes('=')) {
    throw new RangeError(`"${name}=${value}" contains a separator of HJ 212.`);
  }
  return `${name}=${value}`;
}
