// Reads a CAP 1.2 or 1.1 alert. Strict where meaning would be guessed: an alert that breaks the schema (missing scope,
// empty urgency, a polygon that is not one) is refused with every broken rule and its place. Lenient where real senders
// differ without harm: empty optional elements, order, foreign extensions and signatures; those come back as notes.

import { readXml, type XmlElement } from '../xml/xml.ts';
import {
  capInstant,
  type CapAlert,
  type CapArea,
  type CapCircle,
  type CapInfo,
  type CapPosition,
  type CapProblem,
  type CapReference,
  type CapResource,
  type CapVersion,
} from './alert.ts';
import { ElementReader, readDecimal, readGroup, readPosition } from './elementReader.ts';
import { validateCap } from './validate.ts';
import { capNamespaces, capOrder, capValues } from './values.table.ts';

export type CapResult =
  /** `notes`: rules of the standard beyond the schema that the alert breaks; it can be shown all the same. */
  { ok: true; alert: CapAlert; notes: CapProblem[] } | { ok: false; problems: CapProblem[] };

/** Reads a document whose root is an alert. Never throws. */
export function readCap(xml: string | Uint8Array): CapResult {
  const document = readXml(xml);
  if (!document.ok) return refuse(document.code, `Line ${document.line}: ${document.message}`);
  const { root } = document;
  if (root.name !== 'alert') return refuse('root', `The root element is <${root.name}>, not <alert>.`);
  return readAlert(root);
}

/** Reads every alert inside a document that carries some, such as an Atom feed or an EDXL-DE envelope. */
export function readEnclosedCaps(xml: string | Uint8Array): CapResult[] {
  const document = readXml(xml);
  if (!document.ok) return [refuse(document.code, `Line ${document.line}: ${document.message}`)];
  const find = (element: XmlElement): XmlElement[] => (versionOf(element) === null ? element.children.flatMap(find) : [element]);
  return find(document.root).map(readAlert);
}

function versionOf(element: XmlElement): CapVersion | null {
  if (element.name !== 'alert') return null;
  const versions: readonly CapVersion[] = ['1.1', '1.2'];
  return versions.find((version) => capNamespaces[version] === element.namespace) ?? null;
}

function readAlert(root: XmlElement): CapResult {
  const version = versionOf(root);
  if (version === null) {
    const found = root.namespace === '' ? 'no namespace (the dialect of a national platform?)' : `namespace ${root.namespace}`;
    return refuse('namespace', `<alert> has ${found}, not that of CAP 1.1 or 1.2.`);
  }
  const problems: CapProblem[] = [];
  const alert = readFields(new ElementReader(root, 'alert', problems), version);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, alert, notes: [...strays(root), ...validateCap(alert)] };
}

function readFields(alert: ElementReader, version: CapVersion): CapAlert {
  return {
    version,
    identifier: alert.required('identifier'),
    sender: alert.required('sender'),
    sent: readTime(alert, 'sent', alert.required('sent'), version) ?? '',
    status: alert.choice('status', capValues.status),
    msgType: alert.choice('msgType', capValues.msgType),
    source: alert.optional('source'),
    scope: alert.choice('scope', capValues.scope),
    restriction: alert.optional('restriction'),
    addresses: readGroup(alert.optional('addresses')),
    codes: alert.texts('code'),
    note: alert.optional('note'),
    references: readReferences(alert),
    incidents: readGroup(alert.optional('incidents')),
    info: alert.readers('info').map((info) => readInfo(info, version)),
  };
}

function readInfo(info: ElementReader, version: CapVersion): CapInfo {
  const category = info.choices('category', capValues.category);
  if (category.length === 0) info.problem('category', 'required', '<category> is missing.');
  return {
    language: info.optional('language') ?? 'en-US',
    category,
    event: info.required('event'),
    responseType: info.choices('responseType', capValues.responseType),
    urgency: info.choice('urgency', capValues.urgency),
    severity: info.choice('severity', capValues.severity),
    certainty: info.choice('certainty', capValues.certainty),
    audience: info.optional('audience'),
    eventCodes: info.pairs('eventCode'),
    effective: readTime(info, 'effective', info.optional('effective'), version),
    onset: readTime(info, 'onset', info.optional('onset'), version),
    expires: readTime(info, 'expires', info.optional('expires'), version),
    senderName: info.optional('senderName'),
    headline: info.optional('headline'),
    description: info.optional('description'),
    instruction: info.optional('instruction'),
    web: info.optional('web'),
    contact: info.optional('contact'),
    parameters: info.pairs('parameter'),
    resources: info.readers('resource').map(readResource),
    areas: info.readers('area').map(readArea),
  };
}

function readResource(resource: ElementReader): CapResource {
  return {
    resourceDesc: resource.required('resourceDesc'),
    // CAP 1.1 let it be absent.
    mimeType: resource.optional('mimeType') ?? 'application/octet-stream',
    size: resource.number('size'),
    uri: resource.optional('uri'),
    derefUri: resource.optional('derefUri'),
    digest: resource.optional('digest'),
  };
}

function readArea(area: ElementReader): CapArea {
  return {
    areaDesc: area.required('areaDesc'),
    polygons: area.elements('polygon').map((element, at) => readPolygon(area, `polygon[${at + 1}]`, element.text)),
    circles: area.elements('circle').map((element, at) => readCircle(area, `circle[${at + 1}]`, element.text)),
    geocodes: area.pairs('geocode'),
    altitudeFeet: area.number('altitude'),
    ceilingFeet: area.number('ceiling'),
  };
}

function readPolygon(area: ElementReader, path: string, text: string): CapPosition[] {
  const parts = text.trim().split(/\s+/);
  const positions = parts.flatMap((part) => {
    const position = readPosition(part);
    if (position === null) area.problem(path, 'position', `"${part}" is not lat,lon in degrees.`);
    return position === null ? [] : [position];
  });
  return positions;
}

function readCircle(area: ElementReader, path: string, text: string): CapCircle {
  const [centre = '', radius = '', ...more] = text.trim().split(/\s+/);
  const position = readPosition(centre);
  const radiusKm = readDecimal(radius);
  if (position === null || radiusKm === null || more.length > 0) area.problem(path, 'circle', `"${text.trim()}" is not lat,lon radius.`);
  return { ...(position ?? { lat: 0, lon: 0 }), radiusKm: radiusKm ?? 0 };
}

function readReferences(alert: ElementReader): CapReference[] {
  const text = alert.optional('references');
  if (text === null) {
    if (alert.elements('references').length > 0) alert.problem('references', 'references', '<references> is empty.');
    return [];
  }
  return text.split(/\s+/).flatMap((triple) => {
    const [sender, identifier, sent, ...more] = triple.split(',');
    const isWhole = Boolean(sender && identifier && sent) && more.length === 0;
    if (!isWhole) alert.problem('references', 'references', `"${triple}" is not sender,identifier,sent.`);
    return isWhole ? [{ sender: sender ?? '', identifier: identifier ?? '', sent: sent ?? '' }] : [];
  });
}

/** CAP 1.1 allowed any time of XML Schema, `Z` and fractions included; 1.2 wants whole seconds and a numeric offset. */
function readTime(reader: ElementReader, name: string, text: string | null, version: CapVersion): string | null {
  if (text === null || text === '') return null;
  const hasForm = version === '1.1' || /^[\d-]{10}T[\d:]{8}[+-]\d{2}:\d{2}$/.test(text);
  if (!hasForm || capInstant(text) === null) reader.problem(name, 'dateTime', `"${text}" is not like 2026-07-01T08:00:00+08:00.`);
  return text;
}

function strays(root: XmlElement): CapProblem[] {
  const alert = new ElementReader(root, 'alert', []);
  const infos = alert.readers('info');
  return [
    ...alert.strays(capOrder.alert),
    ...infos.flatMap((info) => info.strays(capOrder.info)),
    ...infos.flatMap((info) => info.readers('resource')).flatMap((resource) => resource.strays(capOrder.resource)),
    ...infos.flatMap((info) => info.readers('area')).flatMap((area) => area.strays(capOrder.area)),
  ];
}

function refuse(rule: string, message: string): { ok: false; problems: CapProblem[] } {
  return { ok: false, problems: [{ path: 'alert', rule, message }] };
}
