// An alert of the Common Alerting Protocol 1.2 (OASIS CAP-V1.2-OS) as values. Not here: the dialect of the national
// platform 12379, which looks alike but has other elements and needs its own reader and writer.

import type { capValues } from './values.table.ts';

type Value<K extends keyof typeof capValues> = (typeof capValues)[K][number];

export type CapVersion = '1.1' | '1.2';

/** Position in WGS-84 degrees. Named, because CAP writes latitude first and GeoJSON longitude first. */
export interface CapPosition {
  lat: number;
  lon: number;
}

export interface CapCircle extends CapPosition {
  radiusKm: number;
}

/** A name from some code system and the value in it, e.g. `profile:CAP-CP:Location:0.3` and `3537001`. */
export interface CapPair {
  valueName: string;
  value: string;
}

/** Names an earlier message; the three together identify it. */
export interface CapReference {
  sender: string;
  identifier: string;
  sent: string;
}

export interface CapResource {
  resourceDesc: string;
  mimeType: string;
  /** Bytes, approximately. */
  size: number | null;
  uri: string | null;
  /** Content in base64. */
  derefUri: string | null;
  /** SHA-1 of the content, hexadecimal. */
  digest: string | null;
}

export interface CapArea {
  areaDesc: string;
  /** Closed rings: first position repeated at the end, at least four positions. */
  polygons: CapPosition[][];
  circles: CapCircle[];
  geocodes: CapPair[];
  /** Above mean sea level. CAP counts in feet. */
  altitudeFeet: number | null;
  ceilingFeet: number | null;
}

export interface CapInfo {
  /** BCP 47 tag; CAP takes en-US when it is absent. */
  language: string;
  category: Value<'category'>[];
  event: string;
  responseType: Value<'responseType'>[];
  urgency: Value<'urgency'>;
  severity: Value<'severity'>;
  certainty: Value<'certainty'>;
  audience: string | null;
  eventCodes: CapPair[];
  effective: string | null;
  onset: string | null;
  expires: string | null;
  senderName: string | null;
  headline: string | null;
  description: string | null;
  instruction: string | null;
  web: string | null;
  contact: string | null;
  parameters: CapPair[];
  resources: CapResource[];
  areas: CapArea[];
}

export interface CapAlert {
  /** Version it was read from; writing always gives 1.2. */
  version: CapVersion;
  identifier: string;
  sender: string;
  /** All times are kept as written: `2026-07-01T08:00:00+08:00`, with the offset spelt out, never `Z`. */
  sent: string;
  status: Value<'status'>;
  msgType: Value<'msgType'>;
  source: string | null;
  scope: Value<'scope'>;
  restriction: string | null;
  addresses: string[];
  codes: string[];
  note: string | null;
  references: CapReference[];
  incidents: string[];
  info: CapInfo[];
}

/** What is wrong, where and by which rule. `path` reads like `alert/info[2]/area[1]/polygon[1]`. */
export interface CapProblem {
  path: string;
  /** Stable: required, single, choice, dateTime, number, position, polygon, circle, references, characters, … */
  rule: string;
  /** One English sentence. */
  message: string;
}

const zoneMs = 8 * 3_600_000;

/** Writes an instant as CAP wants it, in Chinese time: `2026-07-01T08:00:00+08:00`. Cut to the second. */
export function capTime(atMs: number): string {
  return `${new Date(atMs + zoneMs).toISOString().slice(0, 19)}+08:00`;
}

/** Epoch milliseconds of a CAP time, or null when it names no real instant. */
export function capInstant(time: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.exec(time);
  const atMs = Date.parse(time);
  if (match === null || Number.isNaN(atMs)) return null;
  // Date.parse lets 31 February roll over; the written day must be a real one.
  const written = new Date(`${match[1]}Z`);
  return written.toISOString().slice(0, 19) === match[1] ? atMs : null;
}
