// A message of the national platform for releasing emergency warnings (国家突发事件预警信息发布系统, known by its number
// 12379) as values. It looks like CAP and is not: no namespace, `sendTime` with a blank, severity by colour, one event code,
// blocks per channel, comma lists. No public text of the standard (GB/T 35965.1) was at hand; the form follows one real
// message (fixtures/china-12379-style.xml), so whatever else a message holds is kept and written back.

import type { capValues } from './values.table.ts';

type Value<K extends keyof typeof capValues> = (typeof capValues)[K][number];

export const nationalSeverities = ['Red', 'Orange', 'Yellow', 'Blue', 'Unknown'] as const;
export type NationalSeverity = (typeof nationalSeverities)[number];

/** An element the form does not know, kept to be written back. */
export interface XmlExtra {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlExtra[];
}

/** What goes out by one channel. Lists end with a comma as they came. */
export interface NationalMethod {
  /** SMS, SPEAKER, WEB, … */
  methodName: string;
  message: string | null;
  audienceGrp: string | null;
  /** The element is really spelt so. */
  audenceprt: string | null;
  more: XmlExtra[];
}

// In all of these null means that the element is absent, an empty text that it stands there empty.

export interface NationalArea {
  /** Names, separated by commas. */
  areaDesc: string | null;
  polygon: string | null;
  circle: string | null;
  /** Division codes, separated by commas, in the order of the names. */
  geocode: string | null;
  more: XmlExtra[];
}

export interface NationalInfo {
  language: string | null;
  /** Five characters such as 11B06. */
  eventType: string;
  urgency: Value<'urgency'>;
  severity: NationalSeverity;
  certainty: Value<'certainty'>;
  effective: string | null;
  onset: string | null;
  expires: string | null;
  /** Here the person who signed, not the agency. */
  senderName: string | null;
  headline: string | null;
  description: string | null;
  instruction: string | null;
  web: string | null;
  areas: NationalArea[];
  more: XmlExtra[];
}

export interface NationalAlert {
  /** As a rule sender code, `_`, and fourteen digits of time. */
  identifier: string;
  /** Name of the agency. */
  sender: string;
  /** Fourteen digits: six of the division, eight of the agency. */
  senderCode: string | null;
  /** As written: `2020-02-05 10:45:00+08:00`. */
  sendTime: string;
  status: Value<'status'>;
  msgType: Value<'msgType'>;
  scope: Value<'scope'>;
  methods: NationalMethod[];
  secClassification: string | null;
  note: string | null;
  /** Identifiers of earlier messages, as written. */
  references: string | null;
  info: NationalInfo[];
  more: XmlExtra[];
}

/** Identifiers of the earlier messages named; CAP's own triples are understood as well. */
export function nationalReferences(alert: Pick<NationalAlert, 'references'>): string[] {
  return (alert.references ?? '')
    .split(/[\s;；]+/)
    .flatMap((part) => {
      const pieces = part.split(/[,，]/).map((piece) => piece.trim());
      const isTriple = pieces.length === 3 && /^\d{4}-\d{2}-\d{2}T/.test(pieces[2] ?? '');
      return isTriple ? [pieces[1] ?? ''] : pieces;
    })
    .filter((identifier) => identifier !== '');
}

/** Division codes with their names, each once; the name is null where the two lists differ in length. */
export function nationalDivisions(info: NationalInfo): { code: string; name: string | null }[] {
  const found = new Map<string, string | null>();
  for (const area of info.areas) {
    const codes = listOf(area.geocode);
    const names = listOf(area.areaDesc);
    codes.forEach((code, at) => {
      if (!found.has(code)) found.set(code, names.length === codes.length ? (names[at] ?? null) : null);
    });
  }
  return [...found].map(([code, name]) => ({ code, name }));
}

/** Members of a comma list without its empty ones. */
export function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[,，]/)
    .map((member) => member.trim())
    .filter((member) => member !== '');
}

/** A time of the dialect as CAP writes it: `2020-02-05T10:45:00+08:00`; without an offset it is Chinese time. Null when it is none. */
export function nationalToCapTime(time: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?\s*([+-]\d{2}:\d{2}|Z)?$/.exec(time.trim());
  if (match === null) return null;
  const [, day, clock, offset] = match;
  const iso = `${day}T${clock}${offset === 'Z' ? '+00:00' : (offset ?? '+08:00')}`;
  const written = new Date(`${day}T${clock}Z`);
  const isReal = !Number.isNaN(Date.parse(iso)) && !Number.isNaN(written.getTime()) && written.toISOString().startsWith(`${day}T${clock}`);
  return isReal ? iso : null;
}
