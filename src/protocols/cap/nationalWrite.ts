// Writes the national dialect in the order and form of the platform's own messages: four blanks, an empty element as `<x/>`.

import { escapeXml } from '../xml/xml.ts';
import type { NationalAlert, NationalArea, NationalInfo, NationalMethod, XmlExtra } from './national.ts';

/** The document, with declaration and final line end. A message that was read gives the same text again. */
export function writeNational(alert: NationalAlert): string {
  const children = [
    text('identifier', alert.identifier),
    text('sender', alert.sender),
    text('senderCode', alert.senderCode),
    text('sendTime', alert.sendTime),
    text('status', alert.status),
    text('msgType', alert.msgType),
    text('scope', alert.scope),
    alert.methods.length === 0 ? [] : block('code', alert.methods.map(writeMethod)),
    text('secClassification', alert.secClassification),
    text('note', alert.note),
    text('references', alert.references),
    ...alert.more.map(writeExtra),
    ...alert.info.map(writeInfo),
  ];
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...block('alert', children)].join('\n')}\n`;
}

function writeMethod(method: NationalMethod): string[] {
  return block('method', [
    text('methodName', method.methodName),
    text('message', method.message),
    text('audienceGrp', method.audienceGrp),
    text('audenceprt', method.audenceprt),
    ...method.more.map(writeExtra),
  ]);
}

function writeInfo(info: NationalInfo): string[] {
  const names = 'language eventType urgency severity certainty effective onset expires senderName headline description instruction web';
  const fields = names.split(' ') as Exclude<keyof NationalInfo, 'areas' | 'more'>[];
  return block('info', [...fields.map((name) => text(name, info[name])), ...info.more.map(writeExtra), ...info.areas.map(writeArea)]);
}

function writeArea(area: NationalArea): string[] {
  return block('area', [
    text('areaDesc', area.areaDesc),
    text('polygon', area.polygon),
    text('circle', area.circle),
    text('geocode', area.geocode),
    ...area.more.map(writeExtra),
  ]);
}

function writeExtra({ name, attributes, text: own, children }: XmlExtra): string[] {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');
  if (children.length === 0) return [own === '' ? `<${head}/>` : `<${head}>${escapeXml(own)}</${name}>`];
  const inner = own === '' ? [] : [escapeXml(own)];
  return [`<${head}>`, ...[...inner, ...children.flatMap(writeExtra)].map((line) => `    ${line}`), `</${name}>`];
}

function text(name: string, value: string | null): string[] {
  if (value === null) return [];
  return [value === '' ? `<${name}/>` : `<${name}>${escapeXml(value)}</${name}>`];
}

function block(name: string, children: readonly string[][]): string[] {
  return [`<${name}>`, ...children.flat().map((line) => `    ${line}`), `</${name}>`];
}
