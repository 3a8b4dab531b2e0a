// Between CAP 1.2 and the national dialect. What CAP has no element for travels in parameters named `cn12379:…` of the
// first info, so that a message converted there and back is the same; what is lost or assumed is said.

import type { CapAlert, CapArea, CapInfo, CapPair, CapPosition, CapProblem, CapReference } from './alert.ts';
import { readDecimal, readPosition } from './elementReader.ts';
import {
  listOf,
  nationalReferences,
  nationalToCapTime,
  type NationalAlert,
  type NationalArea,
  type NationalInfo,
  type NationalMethod,
  type NationalSeverity,
} from './national.ts';

export interface Conversion<A> {
  alert: A;
  /** What was assumed (`assumed`) or could not be said in the other form (`lost`). */
  notes: CapProblem[];
}
export type ConversionResult<A> = ({ ok: true } & Conversion<A>) | { ok: false; problems: CapProblem[] };

/** Name of a code system in which 12-digit division codes stand, as Chinese alerts relayed by the WMO have it. */
export const divisionCodeSystem = 'CPEAS Geographic Code';
const own = 'cn12379:';

/** By the practice of Chinese warning services (colours of four levels). */
const severityOfColour = { Red: 'Extreme', Orange: 'Severe', Yellow: 'Moderate', Blue: 'Minor', Unknown: 'Unknown' } as const;

const categoryByPrefix: readonly (readonly [prefix: string, category: CapInfo['category'][number]])[] = [
  ['11C', 'Geo'],
  ['11D', 'Geo'],
  ['11F', 'Env'],
  ['11G', 'Fire'],
  ['11', 'Met'],
  ['12D', 'CBRNE'],
  ['12G', 'Fire'],
  ['12H', 'Transport'],
  ['12J', 'Transport'],
  ['12K', 'Transport'],
  ['12P', 'Infra'],
  ['12Q', 'Env'],
  ['12', 'Safety'],
  ['13', 'Health'],
  ['14', 'Security'],
];

/**
 * The message as CAP 1.2.
 * @param eventName words for an event code; without one the headline's own words, else the code, stand for the event.
 */
export function nationalToCap(national: NationalAlert, eventName: (code: string) => string | null = () => null): Conversion<CapAlert> {
  const notes: CapProblem[] = [];
  const agency = /^\d{14}/.exec(national.identifier)?.[0];
  const sender = national.senderCode || agency || national.sender.replaceAll(/[\s,<&]/g, '_');
  const references = nationalReferences(national).flatMap((identifier) => referenceOf(identifier, sender, notes));
  const alert: CapAlert = {
    version: '1.2',
    identifier: national.identifier,
    sender,
    sent: nationalToCapTime(national.sendTime) ?? national.sendTime,
    status: national.status,
    msgType: national.msgType,
    source: null,
    scope: national.scope,
    restriction: null,
    addresses: [],
    codes: [],
    note: national.note || null,
    references,
    incidents: [],
    info: national.info.map((info, at) => infoToCap(info, national, at, eventName, notes)),
  };
  for (const { name } of [...national.more, ...national.info.flatMap((info) => info.more)])
    notes.push({ path: `alert/${name}`, rule: 'lost', message: `<${name}> has no place in CAP.` });
  return { alert, notes };
}

/** CAP wants the time of the earlier message; the dialect only has its identifier, in which a time stands. */
function referenceOf(identifier: string, sender: string, notes: CapProblem[]): CapReference[] {
  const digits = /_(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(identifier);
  const [, year, month, day, hour, minute, second] = digits ?? [];
  const sent = digits === null ? null : nationalToCapTime(`${year}-${month}-${day} ${hour}:${minute}:${second}`);
  const message = sent === null ? `${identifier} has no time in it.` : `The sending time of ${identifier} is that in its identifier.`;
  notes.push({ path: 'alert/references', rule: sent === null ? 'lost' : 'assumed', message });
  return sent === null ? [] : [{ sender: identifier.split('_')[0] || sender, identifier, sent }];
}

function infoToCap(
  info: NationalInfo,
  national: NationalAlert,
  at: number,
  eventName: (code: string) => string | null,
  notes: CapProblem[],
): CapInfo {
  const time = (text: string | null) => (text ? nationalToCapTime(text) : null);
  const category = categoryByPrefix.find(([prefix]) => info.eventType.startsWith(prefix))?.[1] ?? 'Other';
  const inHeadline = /发布?([^发布]{1,12}?)[红橙黄蓝]色/.exec(info.headline ?? '')?.[1];
  return {
    language: info.language || 'zh-CN',
    category: [category],
    event: eventName(info.eventType) ?? inHeadline ?? info.eventType,
    responseType: [],
    urgency: info.urgency,
    severity: severityOfColour[info.severity],
    certainty: info.certainty,
    audience: null,
    eventCodes: [{ valueName: 'eventType', value: info.eventType }],
    effective: time(info.effective),
    onset: time(info.onset),
    expires: time(info.expires),
    senderName: national.sender,
    headline: info.headline || null,
    description: info.description || null,
    instruction: info.instruction || null,
    web: info.web || null,
    contact: null,
    parameters: [...parametersOf(info), ...(at === 0 ? alertParameters(national) : [])],
    resources: [],
    areas: info.areas.map((area, areaAt) => areaToCap(area, `alert/info[${at + 1}]/area[${areaAt + 1}]`, notes)),
  };
}

function parametersOf({ senderName }: NationalInfo): CapPair[] {
  return senderName ? [{ valueName: `${own}signatory`, value: senderName }] : [];
}

function alertParameters({ sender, senderCode, secClassification, methods }: NationalAlert): CapPair[] {
  const pairs: [string, string | null][] = [
    ['sender', sender],
    ['senderCode', senderCode],
    ['secClassification', secClassification],
    ['methods', methods.length === 0 ? null : JSON.stringify(methods)],
  ];
  return pairs.flatMap(([name, value]) => (value ? [{ valueName: `${own}${name}`, value }] : []));
}

function areaToCap(area: NationalArea, path: string, notes: CapProblem[]): CapArea {
  const polygons = area.polygon ? [area.polygon.trim().split(/\s+/).map(readPosition)] : [];
  const rings = polygons.filter((ring): ring is CapPosition[] => ring.length >= 4 && ring.every((position) => position !== null));
  if (polygons.length > rings.length) notes.push({ path: `${path}/polygon`, rule: 'lost', message: 'The polygon is not lat,lon pairs.' });
  const [centre, radius] = (area.circle || '').trim().split(/\s+/);
  const [position, radiusKm] = [readPosition(centre ?? ''), readDecimal(radius ?? '')];
  if (area.circle && (position === null || radiusKm === null))
    notes.push({ path: `${path}/circle`, rule: 'lost', message: 'The circle is not lat,lon and a radius.' });
  return {
    areaDesc: area.areaDesc || listOf(area.geocode).join(','),
    polygons: rings,
    circles: position === null || radiusKm === null ? [] : [{ ...position, radiusKm }],
    geocodes: listOf(area.geocode).map((value) => ({ valueName: divisionCodeSystem, value })),
    altitudeFeet: null,
    ceilingFeet: null,
  };
}

/** A CAP alert in the dialect. Refused when it has no event code of the national list, or no info at all. */
export function capToNational(cap: CapAlert): ConversionResult<NationalAlert> {
  const problems: CapProblem[] = [];
  const notes: CapProblem[] = [];
  const chinese = cap.info.filter((info) => /^zh\b/i.test(info.language));
  const chosen = chinese.length > 0 ? chinese : cap.info.slice(0, 1);
  if (chosen.length === 0) problems.push({ path: 'alert/info', rule: 'required', message: '<info> is missing.' });
  if (cap.info.length > chosen.length)
    notes.push({ path: 'alert/info', rule: 'lost', message: `${cap.info.length - chosen.length} info in other languages are left out.` });
  const saved = new Map(chosen.flatMap((info) => info.parameters).map(({ valueName, value }) => [valueName, value]));
  const info = chosen.flatMap((each, at) => infoToNational(each, at, problems, notes));
  if (problems.length > 0) return { ok: false, problems };
  const senderCode = saved.get(`${own}senderCode`) ?? /^\d{14}/.exec(cap.identifier)?.[0] ?? null;
  if (senderCode === null) notes.push({ path: 'alert/senderCode', rule: 'lost', message: 'No sender code of 14 digits is known.' });
  const alert: NationalAlert = {
    identifier: cap.identifier,
    sender: saved.get(`${own}sender`) ?? chosen[0]?.senderName ?? cap.sender,
    senderCode,
    sendTime: cap.sent.replace('T', ' '),
    status: cap.status,
    msgType: cap.msgType,
    scope: cap.scope,
    methods: readMethods(saved.get(`${own}methods`), notes),
    secClassification: saved.get(`${own}secClassification`) ?? null,
    note: cap.note ?? '',
    references: cap.references.map(({ identifier }) => identifier).join(','),
    info,
    more: [],
  };
  return { ok: true, alert, notes };
}

const colourOfSeverity: Record<CapInfo['severity'], NationalSeverity> = {
  Extreme: 'Red',
  Severe: 'Orange',
  Moderate: 'Yellow',
  Minor: 'Blue',
  Unknown: 'Unknown',
};

function infoToNational(info: CapInfo, at: number, problems: CapProblem[], notes: CapProblem[]): NationalInfo[] {
  const path = `alert/info[${at + 1}]`;
  const eventType = info.eventCodes.map(({ value }) => value).find((value) => /^1[1-4][A-Z0-9]\d{2}$/.test(value));
  if (eventType === undefined) {
    const message = 'No eventCode has a code of the national list, such as eventType 11B06.';
    problems.push({ path: `${path}/eventCode`, rule: 'required', message });
    return [];
  }
  const lost = (name: string) => notes.push({ path: `${path}/${name}`, rule: 'lost', message: `<${name}> has no place in the dialect.` });
  if (info.resources.length > 0) lost('resource');
  if (info.responseType.length > 0) lost('responseType');
  if (info.contact !== null) lost('contact');
  if (info.audience !== null) lost('audience');
  const time = (text: string | null) => (text ?? '').replace('T', ' ');
  return [
    {
      language: info.language,
      eventType,
      urgency: info.urgency,
      severity: colourOfSeverity[info.severity],
      certainty: info.certainty,
      effective: time(info.effective),
      onset: time(info.onset),
      expires: time(info.expires),
      senderName: info.parameters.find(({ valueName }) => valueName === `${own}signatory`)?.value ?? '',
      headline: info.headline ?? '',
      description: info.description ?? '',
      instruction: info.instruction ?? '',
      web: info.web ?? '',
      areas: info.areas.map((area) => areaToNational(area, notes)),
      more: [],
    },
  ];
}

function areaToNational({ areaDesc, polygons, circles, geocodes }: CapArea, notes: CapProblem[]): NationalArea {
  const codes = geocodes.map(({ value }) => value).filter((value) => /^(\d{6}|\d{9}|\d{12})$/.test(value));
  if (codes.length < geocodes.length || polygons.length > 1 || circles.length > 1)
    notes.push({ path: 'alert/info/area', rule: 'lost', message: 'Only division codes, one polygon and one circle can be said.' });
  const [ring, circle] = [polygons[0] ?? [], circles[0]];
  return {
    areaDesc,
    polygon: ring.map(({ lat, lon }) => `${lat},${lon}`).join(' '),
    circle: circle === undefined ? '' : `${circle.lat},${circle.lon} ${circle.radiusKm}`,
    geocode: codes.join(','),
    more: [],
  };
}

function readMethods(json: string | undefined, notes: CapProblem[]): NationalMethod[] {
  if (json === undefined) return [];
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list) && list.every(isMethod)) return list;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  notes.push({ path: 'alert/code', rule: 'lost', message: 'The channels in the parameters cannot be read.' });
  return [];
}

function isMethod(value: unknown): value is NationalMethod {
  return typeof value === 'object' && value !== null && 'methodName' in value && typeof value.methodName === 'string' && 'more' in value;
}
