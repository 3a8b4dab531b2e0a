import { PbfWriter } from 'pbf';
import type { OsmMember } from './osmCollector.ts';

// Writes small OpenStreetMap PBF files for tests, with dense nodes and string table as the format describes.

export interface OsmThings {
  nodes: { id: number; lon: number; lat: number; tags?: Record<string, string> }[];
  ways: { id: number; refs: number[]; tags: Record<string, string> }[];
  relations: { id: number; members: OsmMember[]; tags: Record<string, string> }[];
}

/** @param deflate packs a block with zlib; without it blocks stay raw */
export function writeOsmPbf({ nodes, ways, relations }: OsmThings, deflate?: (raw: Uint8Array) => Uint8Array): Uint8Array {
  const strings = [''];
  const indexOf = (word: string): number => {
    const known = strings.indexOf(word);
    return known >= 0 ? known : strings.push(word) - 1;
  };
  const group = new PbfWriter();
  group.writeMessage(
    2,
    (_, pbf) => {
      pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
      pbf.writePackedSVarint(8, differences(nodes.map(({ lat }) => Math.round(lat * 1e7))));
      pbf.writePackedSVarint(9, differences(nodes.map(({ lon }) => Math.round(lon * 1e7))));
      pbf.writePackedVarint(
        10,
        nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flatMap(([key, value]) => [indexOf(key), indexOf(value)]), 0]),
      );
    },
    null,
  );
  const writeTags = (tags: Record<string, string>, pbf: PbfWriter): void => {
    pbf.writePackedVarint(2, Object.keys(tags).map(indexOf));
    pbf.writePackedVarint(3, Object.values(tags).map(indexOf));
  };
  for (const { id, refs, tags } of ways) {
    group.writeMessage(
      3,
      (_, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, pbf);
        pbf.writePackedSVarint(8, differences(refs));
      },
      null,
    );
  }
  for (const { id, members, tags } of relations) {
    group.writeMessage(
      4,
      (_, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, pbf);
        pbf.writePackedVarint(
          8,
          members.map(({ role }) => indexOf(role)),
        );
        pbf.writePackedSVarint(9, differences(members.map(({ ref }) => ref)));
        pbf.writePackedVarint(
          10,
          members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)),
        );
      },
      null,
    );
  }
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_, pbf) => {
      for (const word of strings) pbf.writeStringField(1, word);
    },
    null,
  );
  block.writeBytesField(2, group.finish());
  const header = new PbfWriter();
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) header.writeStringField(4, feature);
  return joined([blob('OSMHeader', header.finish(), deflate), blob('OSMData', block.finish(), deflate)]);
}

function blob(type: string, raw: Uint8Array, deflate?: (raw: Uint8Array) => Uint8Array): Uint8Array {
  const body = new PbfWriter();
  if (deflate) {
    body.writeVarintField(2, raw.length);
    body.writeBytesField(3, deflate(raw));
  } else {
    body.writeBytesField(1, raw);
  }
  const bytes = body.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, bytes.length);
  const head = header.finish();
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  return joined([size, head, bytes]);
}

const differences = (values: readonly number[]): number[] => values.map((value, i) => value - (i === 0 ? 0 : values[i - 1]!));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
