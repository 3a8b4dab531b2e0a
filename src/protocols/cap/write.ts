// Writes an alert as CAP 1.2, valid by the OASIS schema whenever `validateCap` finds nothing. The same alert always gives
// the same bytes, so a published file can be compared with what was approved.

import { escapeXml } from '../xml/xml.ts';
import {
  capInstant,
  capTime,
  type CapAlert,
  type CapArea,
  type CapInfo,
  type CapPair,
  type CapPosition,
  type CapResource,
} from './alert.ts';
import { isClosed } from './validate.ts';
import { capNamespaces } from './values.table.ts';

/** The document, with declaration and final line end. Rings are closed and times get a numeric offset on the way. */
export function writeCap(alert: CapAlert): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<alert xmlns="${capNamespaces['1.2']}">`,
    ...indent([
      text('identifier', alert.identifier),
      text('sender', alert.sender),
      text('sent', writeTime(alert.sent)),
      text('status', alert.status),
      text('msgType', alert.msgType),
      text('source', alert.source),
      text('scope', alert.scope),
      text('restriction', alert.restriction),
      text('addresses', writeGroup(alert.addresses)),
      ...alert.codes.map((code) => text('code', code)),
      text('note', alert.note),
      text('references', writeReferences(alert)),
      text('incidents', writeGroup(alert.incidents)),
      ...alert.info.map(writeInfo),
    ]),
    '</alert>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeInfo(info: CapInfo): string[] {
  return block('info', [
    text('language', info.language),
    ...info.category.map((category) => text('category', category)),
    text('event', info.event),
    ...info.responseType.map((response) => text('responseType', response)),
    text('urgency', info.urgency),
    text('severity', info.severity),
    text('certainty', info.certainty),
    text('audience', info.audience),
    ...info.eventCodes.map((pair) => writePair('eventCode', pair)),
    text('effective', writeTime(info.effective)),
    text('onset', writeTime(info.onset)),
    text('expires', writeTime(info.expires)),
    text('senderName', info.senderName),
    text('headline', info.headline),
    text('description', info.description),
    text('instruction', info.instruction),
    text('web', info.web),
    text('contact', info.contact),
    ...info.parameters.map((pair) => writePair('parameter', pair)),
    ...info.resources.map(writeResource),
    ...info.areas.map(writeArea),
  ]);
}

function writeResource(resource: CapResource): string[] {
  return block('resource', [
    text('resourceDesc', resource.resourceDesc),
    text('mimeType', resource.mimeType),
    text('size', resource.size === null ? null : String(resource.size)),
    text('uri', resource.uri),
    text('derefUri', resource.derefUri),
    text('digest', resource.digest),
  ]);
}

function writeArea(area: CapArea): string[] {
  return block('area', [
    text('areaDesc', area.areaDesc),
    ...area.polygons.map((ring) => text('polygon', closed(ring).map(writePosition).join(' '))),
    ...area.circles.map((circle) => text('circle', `${writePosition(circle)} ${decimal(circle.radiusKm)}`)),
    ...area.geocodes.map((pair) => writePair('geocode', pair)),
    text('altitude', area.altitudeFeet === null ? null : decimal(area.altitudeFeet)),
    text('ceiling', area.ceilingFeet === null ? null : decimal(area.ceilingFeet)),
  ]);
}

function writePair(name: string, pair: CapPair): string[] {
  return block(name, [text('valueName', pair.valueName), [`<value>${escapeXml(pair.value)}</value>`]]);
}

function writeReferences(alert: CapAlert): string | null {
  const triples = alert.references.map(({ sender, identifier, sent }) => `${sender},${identifier},${writeTime(sent)}`);
  return triples.length === 0 ? null : triples.join(' ');
}

function writeGroup(members: readonly string[]): string | null {
  if (members.length === 0) return null;
  return members.map((member) => (/\s/.test(member) ? `"${member}"` : member)).join(' ');
}

/** Keeps a time that CAP 1.2 accepts; a `Z` or a fraction becomes Chinese time in whole seconds. */
function writeTime(time: string): string;
function writeTime(time: string | null): string | null;
function writeTime(time: string | null): string | null {
  if (time === null || /T[\d:]{8}[+-]\d{2}:\d{2}$/.test(time)) return time;
  const atMs = capInstant(time);
  return atMs === null ? time : capTime(atMs);
}

function closed(ring: readonly CapPosition[]): readonly CapPosition[] {
  return isClosed(ring) ? ring : [...ring, ...ring.slice(0, 1)];
}

function writePosition({ lat, lon }: CapPosition): string {
  return `${decimal(lat)},${decimal(lon)}`;
}

/** Six decimals, about 0.1 m on the ground, never an exponent. */
function decimal(value: number): string {
  return value
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}

/** One line, or none for an absent value. */
function text(name: string, value: string | null): string[] {
  return value === null ? [] : [`<${name}>${escapeXml(value)}</${name}>`];
}

function block(name: string, children: readonly string[][]): string[] {
  return [`<${name}>`, ...indent(children), `</${name}>`];
}

function indent(children: readonly string[][]): string[] {
  return children.flat().map((line) => `  ${line}`);
}
