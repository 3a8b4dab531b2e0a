import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { collectOsm, type OsmCollector, type OsmMember } from './osmCollector.ts';
import type { RoadSource } from './roadSource.ts';

// OpenStreetMap XML (`.osm`), read as it streams: the caller writes pieces of text, unpacked and decoded, in order.

export interface OsmXmlReader<Result = RoadSource> {
  /** Next piece of the file. Throws `OsmFault` when it is not OpenStreetMap XML. */
  write(text: string): void;
  /** Characters read so far, for progress. */
  readonly read: number;
  finish(): Result;
}

/** The file is not what it claims to be. `line` counts from 1, 0 where lines do not exist. */
export class OsmFault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export function readOsmXml(): OsmXmlReader;
export function readOsmXml<Result>(collector: OsmCollector<Result>): OsmXmlReader<Result>;
export function readOsmXml(collector: OsmCollector<unknown> = collectOsm()): OsmXmlReader<unknown> {
  const parser = new SaxesParser();
  let read = 0;
  let thing: { kind: 'node' | 'way' | 'relation'; id: number; lon: number; lat: number } | null = null;
  let tags: Record<string, string> | null = null;
  let refs: number[] = [];
  let members: OsmMember[] = [];
  let isOsm = false;

  const begin = (tag: SaxesTagPlain): void => {
    const { name, attributes } = tag;
    if (name === 'tag') {
      const { k, v } = attributes as { k?: string; v?: string };
      if (thing && k !== undefined && v !== undefined) (tags ??= {})[k] = v;
    } else if (name === 'nd') {
      refs.push(Number(attributes['ref']));
    } else if (name === 'member') {
      const type = attributes['type'] as OsmMember['type'];
      members.push({ type, ref: Number(attributes['ref']), role: attributes['role'] ?? '' });
    } else if (name === 'node' || name === 'way' || name === 'relation') {
      thing = { kind: name, id: Number(attributes['id']), lon: Number(attributes['lon']), lat: Number(attributes['lat']) };
      tags = null;
      refs = [];
      members = [];
    } else if (name === 'osm') {
      isOsm = true;
    }
  };

  const end = (name: string): void => {
    if (thing === null || name !== thing.kind) return;
    if (name === 'node') {
      if (!Number.isFinite(thing.lon) || !Number.isFinite(thing.lat)) throw new OsmFault(`node ${thing.id} has no place`, parser.line);
      collector.node(thing.id, thing.lon, thing.lat, tags);
    } else if (name === 'way') {
      collector.way(thing.id, refs, tags ?? {});
    } else {
      collector.relation(members, tags ?? {});
    }
    thing = null;
  };

  parser.on('error', (error) => {
    throw new OsmFault(error.message, parser.line);
  });
  parser.on('doctype', () => {
    throw new OsmFault('a document type is not allowed', parser.line);
  });
  parser.on('opentag', begin);
  parser.on('closetag', ({ name }) => end(name));

  return {
    write(text) {
      read += text.length;
      parser.write(text);
    },
    get read() {
      return read;
    },
    finish() {
      parser.close();
      if (!isOsm) throw new OsmFault('the file has no element <osm>', parser.line);
      return collector.finish();
    },
  };
}
