// Reads whatever file carries alerts: one alert in either dialect, an Atom feed or an EDXL-DE envelope with alerts inside, or
// an index feed whose entries only link to alerts (RFC 4287, clause 4.1.2: an entry without content must have a link).

import { readXml, type XmlElement } from '../xml/xml.ts';
import type { CapProblem } from './alert.ts';
import { readCapDocument, type CapDocument } from './cap.ts';
import { readEnclosedCaps } from './read.ts';

const atomNamespace = 'http://www.w3.org/2005/Atom';

export interface CapFile {
  kind: 'alert' | 'envelope' | 'index';
  documents: CapDocument[];
  /** Addresses of alerts that the file only points to. */
  links: string[];
  /** What is wrong with the file around its alerts. */
  problems: CapProblem[];
}

/** Reads a file. Never throws. */
export function readCapFile(xml: string | Uint8Array): CapFile {
  const document = readXml(xml);
  if (!document.ok || document.root.name === 'alert') return { kind: 'alert', documents: [readCapDocument(xml)], links: [], problems: [] };
  const { root } = document;
  const documents = readEnclosedCaps(xml).map((result): CapDocument => (result.ok ? { ...result, dialect: 'cap' } : result));
  const isFeed = root.name === 'feed' && root.namespace === atomNamespace;
  const entries = isFeed ? root.children.filter(({ name, namespace }) => name === 'entry' && namespace === atomNamespace) : [];
  const links = entries.map(linkOf);
  const problems = entries.flatMap((entry, at): CapProblem[] =>
    links[at] !== null || entry.children.some(({ name }) => name === 'content')
      ? []
      : [{ path: `feed/entry[${at + 1}]`, rule: 'link', message: 'The entry has neither content nor a link to an alert.' }],
  );
  if (documents.length === 0 && entries.length === 0)
    problems.push({ path: root.name, rule: 'noAlert', message: `<${root.name}> holds no alert.` });
  const found = links.filter((link) => link !== null);
  return { kind: documents.length === 0 && isFeed ? 'index' : 'envelope', documents, links: found, problems };
}

function linkOf(entry: XmlElement): string | null {
  return entry.children.find(({ name, attributes }) => name === 'link' && attributes.get('href'))?.attributes.get('href') ?? null;
}
