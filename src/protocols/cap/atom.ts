// An Atom feed (RFC 4287) of CAP alerts: what other systems poll to learn of new warnings. Entries link to the CAP files.
// The same alerts always give the same bytes: no clock is read, and entries stand newest first, then by identifier.

import { escapeXml } from '../xml/xml.ts';
import { capInstant, type CapAlert, type CapInfo } from './alert.ts';

export interface AtomFeed {
  /** Permanent URI of the feed (RFC 4287 4.2.6), e.g. `urn:uuid:…` or its first address. */
  id: string;
  title: string;
  /** Who publishes: the bureau. */
  author: string;
  /** Address of the feed itself. */
  selfUrl: string;
  /** Language chosen for titles where an alert has several, e.g. zh-CN. */
  language: string;
  /** Time of the last change when there is no alert, RFC 3339. */
  emptySince: string;
  entries: readonly AtomEntry[];
}

export interface AtomEntry {
  alert: CapAlert;
  /** Address of the CAP file. */
  url: string;
}

/** MIME type of CAP files. */
export const capMimeType = 'application/cap+xml';

export function writeAtomFeed(feed: AtomFeed): string {
  const entries = [...feed.entries].sort(newestFirst);
  const updated = entries[0]?.alert.sent ?? feed.emptySince;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `  <id>${escapeXml(feed.id)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <updated>${escapeXml(updated)}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfUrl)}"/>`,
    ...entries.flatMap((entry) => writeEntry(entry, feed.language)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeEntry({ alert, url }: AtomEntry, language: string): string[] {
  const info = infoFor(alert, language);
  const title = info?.headline ?? info?.event ?? alert.identifier;
  const summary = info?.description ?? alert.note ?? title;
  return [
    '  <entry>',
    `    <id>${escapeXml(url)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${escapeXml(alert.sent)}</updated>`,
    `    <published>${escapeXml(alert.sent)}</published>`,
    `    <author><name>${escapeXml(info?.senderName ?? alert.sender)}</name></author>`,
    `    <link rel="alternate" type="${capMimeType}" href="${escapeXml(url)}"/>`,
    `    <category term="${escapeXml(alert.msgType)}"/>`,
    ...(info?.category ?? []).map((category) => `    <category term="${escapeXml(category)}"/>`),
    `    <summary>${escapeXml(summary)}</summary>`,
    '  </entry>',
  ];
}

/** The info in the wanted language, else one of the same primary language, else the first. */
function infoFor(alert: CapAlert, language: string): CapInfo | null {
  const wanted = language.toLowerCase();
  const primary = wanted.split('-')[0];
  return (
    alert.info.find((info) => info.language.toLowerCase() === wanted) ??
    alert.info.find((info) => info.language.toLowerCase().split('-')[0] === primary) ??
    alert.info[0] ??
    null
  );
}

function newestFirst(left: AtomEntry, right: AtomEntry): number {
  const byTime = (capInstant(right.alert.sent) ?? 0) - (capInstant(left.alert.sent) ?? 0);
  if (byTime !== 0) return byTime;
  return left.alert.identifier < right.alert.identifier ? -1 : Number(left.alert.identifier > right.alert.identifier);
}
