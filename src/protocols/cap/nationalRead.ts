// Reads the national dialect. As strict and as lenient as the CAP reader: a missing or impossible value is refused with
// every broken rule and its place; elements of unknown name are kept.

import { readXml, type XmlElement } from '../xml/xml.ts';
import type { CapProblem } from './alert.ts';
import { ElementReader } from './elementReader.ts';
import {
  listOf,
  nationalSeverities,
  nationalToCapTime,
  type NationalAlert,
  type NationalArea,
  type NationalInfo,
  type NationalMethod,
  type NationalSeverity,
  type XmlExtra,
} from './national.ts';
import { capValues } from './values.table.ts';

export type NationalResult = { ok: true; alert: NationalAlert; notes: CapProblem[] } | { ok: false; problems: CapProblem[] };

const known = {
  alert: 'identifier sender senderCode sendTime status msgType scope code secClassification note references info',
  method: 'methodName message audienceGrp audenceprt',
  info: 'language eventType urgency severity certainty effective onset expires senderName headline description instruction web area',
  area: 'areaDesc polygon circle geocode',
} as const;

/** True for a root that only the dialect has: an alert without namespace that says `sendTime`, `senderCode` or `eventType`. */
export function isNational(root: XmlElement): boolean {
  if (root.name !== 'alert' || root.namespace !== '') return false;
  const names = [...root.children, ...root.children.flatMap((child) => (child.name === 'info' ? child.children : []))].map(
    ({ name }) => name,
  );
  return names.some((name) => name === 'sendTime' || name === 'senderCode' || name === 'eventType');
}

/** Reads a document in the dialect. Never throws. */
export function readNational(xml: string | Uint8Array): NationalResult {
  const document = readXml(xml);
  if (!document.ok) {
    return { ok: false, problems: [{ path: 'alert', rule: document.code, message: `Line ${document.line}: ${document.message}` }] };
  }
  return readNationalRoot(document.root);
}

/** The same for a root that was parsed already. */
export function readNationalRoot(root: XmlElement): NationalResult {
  const problems: CapProblem[] = [];
  if (root.name !== 'alert' || root.namespace !== '') {
    const message = `The root is <${root.name}> in namespace "${root.namespace}", not <alert> in none.`;
    return { ok: false, problems: [{ path: 'alert', rule: 'root', message }] };
  }
  const alert = readFields(new Fields(root, 'alert', problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, alert, notes: notesOf(alert) };
}

/** A reader that tells an empty element from none and keeps what it does not know. */
class Fields extends ElementReader {
  readonly element: XmlElement;
  readonly list: CapProblem[];

  constructor(element: XmlElement, path: string, problems: CapProblem[]) {
    super(element, path, problems);
    this.element = element;
    this.list = problems;
  }

  within(name: string): Fields[] {
    return this.elements(name).map((element, at) => new Fields(element, `${this.path}/${name}[${at + 1}]`, this.list));
  }

  kept(name: string): string | null {
    const text = this.optional(name);
    return text ?? (this.elements(name).length > 0 ? '' : null);
  }

  time(name: string): string | null {
    const text = this.kept(name);
    if (text !== null && text !== '' && nationalToCapTime(text) === null)
      this.problem(name, 'dateTime', `"${text}" is not like 2020-02-05 10:45:00+08:00.`);
    return text;
  }

  more(names: string): XmlExtra[] {
    const expected = names.split(' ');
    return this.element.children.filter((child) => !expected.includes(child.name)).map(extraOf);
  }
}

function readFields(alert: Fields): NationalAlert {
  alert.required('sendTime');
  const info = alert.within('info').map(readInfo);
  if (info.length === 0) alert.problem('info', 'required', '<info> is missing.');
  return {
    identifier: alert.required('identifier'),
    sender: alert.required('sender'),
    senderCode: alert.kept('senderCode'),
    sendTime: alert.time('sendTime') ?? '',
    status: alert.choice('status', capValues.status),
    msgType: alert.choice('msgType', capValues.msgType),
    scope: alert.choice('scope', capValues.scope),
    methods: alert.within('code').flatMap((code) => code.within('method').map(readMethod)),
    secClassification: alert.kept('secClassification'),
    note: alert.kept('note'),
    references: alert.kept('references'),
    info,
    more: alert.more(known.alert),
  };
}

function readMethod(method: Fields): NationalMethod {
  return {
    methodName: method.required('methodName'),
    message: method.kept('message'),
    audienceGrp: method.kept('audienceGrp'),
    audenceprt: method.kept('audenceprt'),
    more: method.more(known.method),
  };
}

function readInfo(info: Fields): NationalInfo {
  const eventType = info.required('eventType');
  if (eventType !== '' && !/^1[1-4][A-Z0-9]\d{2}$/.test(eventType))
    info.problem('eventType', 'code', `"${eventType}" is not an event code such as 11B06.`);
  return {
    language: info.kept('language'),
    eventType,
    urgency: info.choice('urgency', capValues.urgency),
    severity: readSeverity(info),
    certainty: info.choice('certainty', capValues.certainty),
    effective: info.time('effective'),
    onset: info.time('onset'),
    expires: info.time('expires'),
    senderName: info.kept('senderName'),
    headline: info.kept('headline'),
    description: info.kept('description'),
    instruction: info.kept('instruction'),
    web: info.kept('web'),
    areas: info.within('area').map(readArea),
    more: info.more(known.info),
  };
}

/** Some senders write the colour in lower case. */
function readSeverity(info: Fields): NationalSeverity {
  const text = info.required('severity');
  const found = nationalSeverities.find((colour) => colour.toLowerCase() === text.toLowerCase());
  if (found === undefined && text !== '') info.problem('severity', 'choice', `"${text}" is not one of ${nationalSeverities.join(', ')}.`);
  return found ?? 'Unknown';
}

function readArea(area: Fields): NationalArea {
  const geocode = area.kept('geocode');
  for (const code of listOf(geocode))
    if (!/^(\d{6}|\d{9}|\d{12})$/.test(code)) area.problem('geocode', 'code', `"${code}" is not a division code of 6, 9 or 12 digits.`);
  return {
    areaDesc: area.kept('areaDesc'),
    polygon: area.kept('polygon'),
    circle: area.kept('circle'),
    geocode,
    more: area.more(known.area),
  };
}

function notesOf(alert: NationalAlert): CapProblem[] {
  const notes: CapProblem[] = [];
  const note = (path: string, rule: string, message: string): void => void notes.push({ path, rule, message });
  if (alert.msgType !== 'Alert' && !alert.references) note('alert/references', 'references', `${alert.msgType} names no earlier message.`);
  if (!/^\d{14}_\d{14}$/.test(alert.identifier)) note('alert/identifier', 'form', 'The identifier is not 14 digits, _ and 14 digits.');
  else if (alert.senderCode && !alert.identifier.startsWith(alert.senderCode))
    note('alert/senderCode', 'form', 'The identifier begins with another sender code.');
  alert.info.forEach((info, at) => {
    if (!info.areas.some((area) => area.geocode || area.polygon || area.circle))
      note(`alert/info[${at + 1}]/area`, 'required', 'No area is given.');
  });
  for (const { name } of [...alert.more, ...alert.info.flatMap((info) => info.more)])
    note(`alert/${name}`, 'unknownElement', `<${name}> is kept but not understood.`);
  return notes;
}

function extraOf({ name, attributes, text, children }: XmlElement): XmlExtra {
  return { name, attributes: Object.fromEntries(attributes), text: text.trim(), children: children.map(extraOf) };
}
