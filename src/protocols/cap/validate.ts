// Rules of CAP 1.2 (CAP-V1.2-OS clause 3.2) that a schema cannot say, checked before an alert is published and noted on
// alerts received. An alert made by our own forms is typed, so closed lists need no check here.

import { hasImpossibleCharacters } from '../xml/xml.ts';
import { capInstant, type CapAlert, type CapArea, type CapInfo, type CapPosition, type CapProblem, type CapResource } from './alert.ts';

const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

/** Every rule the alert breaks, in the order of its elements; empty when it may be published. */
export function validateCap(alert: CapAlert): CapProblem[] {
  const problems: CapProblem[] = [];
  const check = (holds: boolean, path: string, rule: string, message: string): void => {
    if (!holds) problems.push({ path, rule, message });
  };
  check(isPlainId(alert.identifier), 'alert/identifier', 'characters', 'An identifier has no blanks, commas, < or &.');
  check(isPlainId(alert.sender), 'alert/sender', 'characters', 'A sender has no blanks, commas, < or &.');
  check(isTime(alert.sent), 'alert/sent', 'dateTime', timeMessage(alert.sent));
  check(
    alert.scope !== 'Restricted' || alert.restriction !== null,
    'alert/restriction',
    'required',
    'Scope Restricted needs <restriction>.',
  );
  check(alert.scope !== 'Private' || alert.addresses.length > 0, 'alert/addresses', 'required', 'Scope Private needs <addresses>.');
  const needsReference = alert.msgType !== 'Alert';
  check(
    !needsReference || alert.references.length > 0,
    'alert/references',
    'references',
    `${alert.msgType} must name the message it is about.`,
  );
  alert.references.forEach((reference) => {
    const isWhole = isPlainId(reference.sender) && isPlainId(reference.identifier) && isTime(reference.sent);
    check(isWhole, 'alert/references', 'references', `"${reference.identifier}" is not sender,identifier,sent.`);
  });
  check(!repeatsInfo(alert), 'alert/info', 'language', 'Two <info> speak of the same area in the same language.');
  alert.info.forEach((info, at) => problems.push(...validateInfo(info, `alert/info[${at + 1}]`, alert.sent)));
  check(!textsOf(alert).some(hasImpossibleCharacters), 'alert', 'characters', 'A text contains characters that XML cannot carry.');
  return problems;
}

function validateInfo(info: CapInfo, path: string, sent: string): CapProblem[] {
  const problems: CapProblem[] = [];
  const check = (holds: boolean, name: string, rule: string, message: string): void => {
    if (!holds) problems.push({ path: `${path}/${name}`, rule, message });
  };
  check(/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(info.language), 'language', 'language', `"${info.language}" is not a language tag.`);
  check(info.category.length > 0, 'category', 'required', 'At least one category is needed.');
  check(info.event.trim() !== '', 'event', 'required', 'The event is missing.');
  for (const name of ['effective', 'onset', 'expires'] as const) {
    const time = info[name];
    check(time === null || isTime(time), name, 'dateTime', timeMessage(time ?? ''));
  }
  const beginsMs = capInstant(info.effective ?? sent);
  const expiresMs = info.expires === null ? null : capInstant(info.expires);
  check(
    beginsMs === null || expiresMs === null || expiresMs > beginsMs,
    'expires',
    'timeOrder',
    'The alert expires before it takes effect.',
  );
  check(info.web === null || isUri(info.web), 'web', 'uri', `"${info.web}" is not a URI.`);
  const pairs = [...info.eventCodes, ...info.parameters, ...info.areas.flatMap((area) => area.geocodes)];
  check(
    pairs.every((pair) => pair.valueName.trim() !== ''),
    'eventCode',
    'required',
    'A code or parameter has no <valueName>.',
  );
  info.resources.forEach((resource, at) => problems.push(...validateResource(resource, `${path}/resource[${at + 1}]`)));
  info.areas.forEach((area, at) => problems.push(...validateArea(area, `${path}/area[${at + 1}]`)));
  return problems;
}

function validateResource(resource: CapResource, path: string): CapProblem[] {
  const rules: [boolean, string, string, string][] = [
    [resource.resourceDesc.trim() !== '', 'resourceDesc', 'required', 'The description is missing.'],
    [/^[^\s/]+\/[^\s/]+$/.test(resource.mimeType), 'mimeType', 'mimeType', `"${resource.mimeType}" is not a MIME type.`],
    [
      resource.size === null || (Number.isInteger(resource.size) && resource.size >= 0),
      'size',
      'number',
      'The size is a whole number of bytes.',
    ],
    [resource.uri === null || isUri(resource.uri), 'uri', 'uri', `"${resource.uri}" is not a URI.`],
    [resource.digest === null || /^[0-9a-fA-F]{40}$/.test(resource.digest), 'digest', 'digest', 'The digest is SHA-1 in hexadecimal.'],
    [
      resource.derefUri === null || /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(resource.derefUri),
      'derefUri',
      'base64',
      'The content is not base64.',
    ],
  ];
  return rules.flatMap(([holds, name, rule, message]) => (holds ? [] : [{ path: `${path}/${name}`, rule, message }]));
}

function validateArea(area: CapArea, path: string): CapProblem[] {
  const problems: CapProblem[] = [];
  const check = (holds: boolean, name: string, rule: string, message: string): void => {
    if (!holds) problems.push({ path: `${path}/${name}`, rule, message });
  };
  check(area.areaDesc.trim() !== '', 'areaDesc', 'required', 'The description of the area is missing.');
  area.polygons.forEach((ring, at) => {
    check(ring.length >= 4, `polygon[${at + 1}]`, 'polygon', `A polygon has at least four positions, this one ${ring.length}.`);
    check(isClosed(ring), `polygon[${at + 1}]`, 'polygon', 'The last position of a polygon repeats the first.');
    check(ring.every(isOnGlobe), `polygon[${at + 1}]`, 'position', 'A position lies outside the globe.');
  });
  area.circles.forEach((circle, at) => {
    check(isOnGlobe(circle), `circle[${at + 1}]`, 'position', 'The centre lies outside the globe.');
    check(Number.isFinite(circle.radiusKm) && circle.radiusKm >= 0, `circle[${at + 1}]`, 'circle', 'The radius is not a length in km.');
  });
  check(area.ceilingFeet === null || area.altitudeFeet !== null, 'ceiling', 'required', 'A ceiling needs an altitude.');
  const isRange = area.ceilingFeet === null || area.altitudeFeet === null || area.ceilingFeet >= area.altitudeFeet;
  check(isRange, 'ceiling', 'number', 'The ceiling lies below the altitude.');
  return problems;
}

/** True when the ring's last position repeats its first. */
export function isClosed(ring: readonly CapPosition[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && ring.length > 1 && first.lat === last.lat && first.lon === last.lon;
}

function isOnGlobe({ lat, lon }: CapPosition): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function isPlainId(text: string): boolean {
  return text !== '' && !/[\s,<&]/.test(text);
}

/** No more than the characters of a URI; relative ones may name a resource that the alert carries itself. */
function isUri(text: string): boolean {
  return /^[^\s<>"{}|\\^`]+$/.test(text);
}

function isTime(text: string): boolean {
  return timeForm.test(text) && capInstant(text) !== null;
}

function timeMessage(text: string): string {
  return `"${text}" is not like 2026-07-01T08:00:00+08:00.`;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Two infos in one language are sound when they speak of different events or areas. */
function repeatsInfo(alert: CapAlert): boolean {
  const keys = alert.info.map((info) => [info.language.toLowerCase(), info.event, ...info.areas.map((area) => area.areaDesc)].join('|'));
  return new Set(keys).size !== keys.length;
}
