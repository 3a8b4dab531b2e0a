// A warning of an observatory or another agency as the monitoring room needs it: who, what kind, which colour, where by
// division code, from when to when, and which earlier message it is about. Read from CAP (as the WMO relays it) or from the
// national dialect. Areas come as codes without geometry; finding the places is the reader's.

import type { CapAlert, CapInfo, CapProblem } from '../cap/alert.ts';
import { capInstant } from '../cap/alert.ts';
import { readCapDocument, type CapDocument } from '../cap/cap.ts';
import { nationalDivisions, nationalReferences, nationalToCapTime, type NationalAlert } from '../cap/national.ts';
import { decodeXmlText } from '../xml/xml.ts';
import { readHeadline, type WarningAct, type WarningColour } from './headline.ts';
import { warningKindOf } from './kinds.table.ts';

export interface WarningDivision {
  /** Twelve digits, filled up with zeros. */
  code: string;
  name: string | null;
}

export interface WarningText {
  language: string;
  event: string | null;
  headline: string | null;
  description: string | null;
  instruction: string | null;
}

export interface CmaWarning {
  identifier: string;
  /** First fourteen digits of the identifier: six of the division, eight of the agency; null when it has another form. */
  agencyCode: string | null;
  agency: string;
  status: CapAlert['status'];
  msgType: CapAlert['msgType'];
  act: WarningAct | null;
  /** Chinese word of the kind, e.g. 高温. */
  kind: string | null;
  /** Code of the national platform, e.g. 11B09. */
  eventCode: string | null;
  colour: WarningColour | null;
  divisions: WarningDivision[];
  /** Epoch milliseconds; null when not said. */
  sentAtMs: number | null;
  effectiveAtMs: number | null;
  expiresAtMs: number | null;
  /** Identifiers of earlier messages. */
  references: string[];
  texts: WarningText[];
  /** Contradictions and gaps; the warning is shown all the same. */
  notes: CapProblem[];
  dialect: 'cap' | 'national';
  /** The document as it came, with whatever else it holds. */
  xml: string;
}

export type WarningResult = { ok: true; warning: CmaWarning } | { ok: false; problems: CapProblem[] };

/** Reads a document in either dialect. Never throws. Refused when it is no alert, or has no info. */
export function readWarning(source: string | Uint8Array): WarningResult {
  const document = readCapDocument(source);
  if (!document.ok) return document;
  if (document.alert.info.length === 0)
    return { ok: false, problems: [{ path: 'alert/info', rule: 'required', message: '<info> is missing.' }] };
  const xml = typeof source === 'string' ? source : (decodeXmlText(source) ?? '');
  return { ok: true, warning: document.dialect === 'cap' ? fromCap(document, xml) : fromNational(document, xml) };
}

type Parts = Pick<
  CmaWarning,
  'divisions' | 'sentAtMs' | 'effectiveAtMs' | 'expiresAtMs' | 'references' | 'texts' | 'notes' | 'dialect' | 'xml'
>;

function fromCap({ alert, notes }: Extract<CapDocument, { ok: true; dialect: 'cap' }>, xml: string): CmaWarning {
  const info = alert.info.find(({ language }) => /^zh\b/i.test(language)) ?? alert.info[0];
  const codes = alert.info.flatMap((each) => each.eventCodes).map(({ value }) => value);
  const parts: Parts = {
    divisions: divisionsOf(info === undefined ? [] : capDivisions(info)),
    sentAtMs: capInstant(alert.sent),
    effectiveAtMs: instantOf(info?.effective ?? null),
    expiresAtMs: instantOf(info?.expires ?? null),
    references: alert.references.map(({ identifier }) => identifier),
    texts: alert.info.map(({ language, event, headline, description, instruction }) => ({
      language,
      event,
      headline,
      description,
      instruction,
    })),
    notes: [...notes],
    dialect: 'cap',
    xml,
  };
  const severity = severityColours[info?.severity ?? ''] ?? null;
  return complete(alert, parts, { agency: null, severity, eventCode: codes.find(isEventCode) ?? null, event: info?.event ?? null });
}

function fromNational({ alert, notes }: Extract<CapDocument, { ok: true; dialect: 'national' }>, xml: string): CmaWarning {
  const [info] = alert.info;
  const time = (text: string | null | undefined) => instantOf(text ? nationalToCapTime(text) : null);
  const parts: Parts = {
    divisions: divisionsOf(alert.info.flatMap(nationalDivisions)),
    sentAtMs: time(alert.sendTime),
    effectiveAtMs: time(info?.effective),
    expiresAtMs: time(info?.expires),
    references: nationalReferences(alert),
    texts: alert.info.map(({ language, headline, description, instruction }) => ({
      language: language || 'zh-CN',
      event: null,
      headline: headline || null,
      description: description || null,
      instruction: instruction || null,
    })),
    notes: [...notes],
    dialect: 'national',
    xml,
  };
  const severity = severityColours[info?.severity ?? ''] ?? null;
  return complete(alert, parts, { agency: alert.sender, severity, eventCode: info?.eventType ?? null, event: null });
}

/** Colours as the dialect names them, and CAP severities by the practice of Chinese warning services. */
const severityColours: Readonly<Record<string, WarningColour>> = {
  Extreme: 'red',
  Severe: 'orange',
  Moderate: 'yellow',
  Minor: 'blue',
  Red: 'red',
  Orange: 'orange',
  Yellow: 'yellow',
  Blue: 'blue',
};

interface Said {
  agency: string | null;
  severity: WarningColour | null;
  eventCode: string | null;
  event: string | null;
}

/** The headline goes first: it is what people were told; a severity or code that says otherwise is noted. */
function complete(alert: CapAlert | NationalAlert, parts: Parts, said: Said): CmaWarning {
  const chinese = parts.texts.find(({ language }) => /^zh\b/i.test(language)) ?? parts.texts[0];
  const headline = readHeadline(chinese?.headline ?? '');
  const note = (path: string, rule: string, message: string): void => void parts.notes.push({ path, rule, message });
  if (headline === null) note('alert/info/headline', 'form', 'The headline does not name agency, kind and colour in the usual form.');
  const named = [headline?.colour, headline?.gradeColour, said.severity].filter((colour) => colour !== null && colour !== undefined);
  if (new Set(named).size > 1)
    note('alert/info/severity', 'contradiction', `Headline, grade and severity name ${[...new Set(named)].join(' and ')}.`);
  const byWord = warningKindOf(headline?.kind ?? said.event ?? '');
  if (byWord !== null && said.eventCode !== null && byWord.eventCode !== said.eventCode)
    note('alert/info/eventCode', 'contradiction', `The headline names ${byWord.eventCode}, the code is ${said.eventCode}.`);
  const eventCode = said.eventCode ?? byWord?.eventCode ?? null;
  if (parts.divisions.length === 0) note('alert/info/area', 'required', 'No division code is given.');
  return {
    identifier: alert.identifier,
    agencyCode: /^\d{14}(?=_|$)/.exec(alert.identifier)?.[0] ?? null,
    agency: headline?.agency ?? said.agency ?? alert.sender,
    status: alert.status,
    msgType: alert.msgType,
    act: headline?.act ?? null,
    kind: headline?.kind ?? warningKindOf(eventCode ?? '')?.label.zh ?? said.event,
    eventCode,
    colour: headline?.colour ?? said.severity,
    ...parts,
  };
}

function capDivisions(info: CapInfo): WarningDivision[] {
  return info.areas.flatMap(({ areaDesc, geocodes }) => {
    const codes = geocodes.map(({ value }) => value).filter((value) => /^(\d{6}|\d{9}|\d{12})$/.test(value));
    return codes.map((code) => ({ code, name: codes.length === 1 ? areaDesc : null }));
  });
}

function divisionsOf(found: readonly WarningDivision[]): WarningDivision[] {
  const byCode = new Map<string, WarningDivision>();
  for (const { code, name } of found) {
    const full = code.padEnd(12, '0');
    if (!byCode.has(full)) byCode.set(full, { code: full, name });
  }
  return [...byCode.values()];
}

function isEventCode(value: string): boolean {
  return /^1[1-4][A-Z0-9]\d{2}$/.test(value);
}

function instantOf(time: string | null): number | null {
  return time === null ? null : capInstant(time);
}

/** The digits of a 12-digit division code that say something: 370614000000 is all of 370614. */
export function divisionPrefix(code: string): string {
  const full = code.padEnd(12, '0');
  for (const [length, rest] of [
    [2, 10],
    [4, 8],
    [6, 6],
    [9, 3],
  ] as const)
    if (full.endsWith('0'.repeat(rest))) return full.slice(0, length);
  return full;
}

/** True when the warning speaks of the division, of one inside it, or of one around it. */
export function touchesDivision(warning: Pick<CmaWarning, 'divisions'>, code: string): boolean {
  const own = divisionPrefix(code);
  return warning.divisions.some((division) => {
    const other = divisionPrefix(division.code);
    return own.startsWith(other) || other.startsWith(own);
  });
}
