import { PbfReader } from 'pbf';
import { collectOsm, type OsmCollector, type OsmMember } from './osmCollector.ts';
import { OsmFault } from './readOsmXml.ts';
import type { RoadSource } from './roadSource.ts';
import type { Tags } from './tags.ts';

// OpenStreetMap PBF (`.osm.pbf`): blobs of protobuf, mostly zlib-packed. Field numbers: OpenStreetMap wiki "PBF Format" with
// fileformat.proto and osmformat.proto. Unpacking is handed in, since this folder may not know Node.

/** Unpacks zlib data; `size` is the unpacked length the file promises. */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array;

/** Upper bounds of the format, so that a damaged length cannot eat memory: 64 KiB of header, 32 MiB of blob. */
const mostHeaderBytes = 64 * 1024;
const mostBlobBytes = 32 * 1024 * 1024;

const knownFeatures = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** Bytes of the file; shorter than asked where it ends. */
export type ReadBytes = (at: number, length: number) => Uint8Array;

/** Reads a whole file. @throws OsmFault when it is damaged, cut off, packed in an unknown way or of another schema. */
export function readOsmPbf(bytes: Uint8Array, inflate: Inflate): RoadSource {
  return streamOsmPbf((at, length) => bytes.subarray(at, at + length), bytes.length, inflate, collectOsm());
}

/**
 * Reads a file blob by blob, so that it need not fit into memory.
 * @param hear told how many bytes are done
 * @throws OsmFault as `readOsmPbf`
 */
export function streamOsmPbf<Result>(
  read: ReadBytes,
  size: number,
  inflate: Inflate,
  collector: OsmCollector<Result>,
  hear: (done: number) => void = () => undefined,
): Result {
  for (const { type, data, end } of blobsOf(read, size, inflate)) {
    if (type === 'OSMHeader') checkHeader(new PbfReader(data));
    else if (type === 'OSMData') readBlock(new PbfReader(data), collector);
    hear(end);
  }
  return collector.finish();
}

function* blobsOf(read: ReadBytes, size: number, inflate: Inflate): Generator<{ type: string; data: Uint8Array; end: number }> {
  let at = 0;
  while (at < size) {
    if (at + 4 > size) throw new OsmFault('the file is cut off', 0);
    const length = read(at, 4);
    const headerSize = new DataView(length.buffer, length.byteOffset, 4).getUint32(0);
    if (headerSize > mostHeaderBytes || at + 4 + headerSize > size) throw new OsmFault('the file is no PBF, or cut off', 0);
    const header = new PbfReader(read(at + 4, headerSize)).readFields(
      (tag, found, pbf) => {
        if (tag === 1) found.type = pbf.readString();
        else if (tag === 3) found.size = pbf.readVarint();
      },
      { type: '', size: 0 },
    );
    at += 4 + headerSize;
    if (header.size > mostBlobBytes || at + header.size > size) throw new OsmFault('a block is too long, or the file is cut off', 0);
    const data = unpacked(read(at, header.size), inflate);
    at += header.size;
    yield { type: header.type, data, end: at };
  }
}

function unpacked(blob: Uint8Array, inflate: Inflate): Uint8Array {
  const found = new PbfReader(blob).readFields<{ raw: Uint8Array | null; packed: Uint8Array | null; size: number }>(
    (tag, blobFields, pbf) => {
      if (tag === 1) blobFields.raw = pbf.readBytes();
      else if (tag === 2) blobFields.size = pbf.readVarint();
      else if (tag === 3) blobFields.packed = pbf.readBytes();
    },
    { raw: null, packed: null, size: 0 },
  );
  if (found.raw) return found.raw;
  if (!found.packed) throw new OsmFault('a block is packed in a way other than zlib', 0);
  if (found.size > mostBlobBytes) throw new OsmFault('a block is too long', 0);
  return inflate(found.packed, found.size);
}

function checkHeader(pbf: PbfReader): void {
  const features = pbf.readFields<string[]>((tag, found) => {
    if (tag === 4) found.push(pbf.readString());
  }, []);
  const unknown = features.filter((feature) => !knownFeatures.has(feature));
  if (unknown.length > 0) throw new OsmFault(`the file demands ${unknown.join(', ')}, which is not understood`, 0);
}

interface Block {
  strings: string[];
  groups: Uint8Array[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

function readBlock(pbf: PbfReader, collector: OsmCollector<unknown>): void {
  const block = pbf.readFields<Block>(
    (tag, found) => {
      if (tag === 1) found.strings = stringsOf(pbf.readBytes());
      else if (tag === 2) found.groups.push(pbf.readBytes());
      else if (tag === 17) found.granularity = pbf.readVarint();
      else if (tag === 19) found.latOffset = pbf.readVarint(true);
      else if (tag === 20) found.lonOffset = pbf.readVarint(true);
    },
    { strings: [], groups: [], granularity: 100, latOffset: 0, lonOffset: 0 },
  );
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, _, each) => {
      if (tag === 1) readNode(new PbfReader(each.readBytes()), block, collector);
      else if (tag === 2) readDense(new PbfReader(each.readBytes()), block, collector);
      else if (tag === 3) readWay(new PbfReader(each.readBytes()), block, collector);
      else if (tag === 4) readRelation(new PbfReader(each.readBytes()), block, collector);
    }, null);
  }
}

function stringsOf(bytes: Uint8Array): string[] {
  return new PbfReader(bytes).readFields<string[]>((tag, found, pbf) => {
    if (tag === 1) found.push(pbf.readString());
  }, []);
}

const degrees = (offset: number, granularity: number, value: number): number => (offset + granularity * value) * 1e-9;

function tagsOf(keys: readonly number[], values: readonly number[], { strings }: Block): Tags {
  return Object.fromEntries(keys.map((key, i) => [strings[key] ?? '', strings[values[i] ?? 0] ?? '']));
}

function readNode(pbf: PbfReader, block: Block, collector: OsmCollector<unknown>): void {
  const node = pbf.readFields<{ id: number; keys: number[]; values: number[]; lat: number; lon: number }>(
    (tag, found) => {
      if (tag === 1) found.id = pbf.readSVarint();
      else if (tag === 2) pbf.readPackedVarint(found.keys);
      else if (tag === 3) pbf.readPackedVarint(found.values);
      else if (tag === 8) found.lat = pbf.readSVarint();
      else if (tag === 9) found.lon = pbf.readSVarint();
    },
    { id: 0, keys: [], values: [], lat: 0, lon: 0 },
  );
  const tags = node.keys.length > 0 ? tagsOf(node.keys, node.values, block) : null;
  collector.node(
    node.id,
    degrees(block.lonOffset, block.granularity, node.lon),
    degrees(block.latOffset, block.granularity, node.lat),
    tags,
  );
}

/** Nodes of a block in columns, each value as the difference to the one before; tags as key, value, key, value, 0. */
function readDense(pbf: PbfReader, block: Block, collector: OsmCollector<unknown>): void {
  const columns = pbf.readFields<{ ids: number[]; lats: number[]; lons: number[]; keysValues: number[] }>(
    (tag, found) => {
      if (tag === 1) pbf.readPackedSVarint(found.ids);
      else if (tag === 8) pbf.readPackedSVarint(found.lats);
      else if (tag === 9) pbf.readPackedSVarint(found.lons);
      else if (tag === 10) pbf.readPackedVarint(found.keysValues);
    },
    { ids: [], lats: [], lons: [], keysValues: [] },
  );
  let [id, lat, lon, at] = [0, 0, 0, 0];
  for (let i = 0; i < columns.ids.length; i += 1) {
    id += columns.ids[i]!;
    lat += columns.lats[i]!;
    lon += columns.lons[i]!;
    let tags: Record<string, string> | null = null;
    while (at < columns.keysValues.length && columns.keysValues[at] !== 0) {
      (tags ??= {})[block.strings[columns.keysValues[at]!] ?? ''] = block.strings[columns.keysValues[at + 1]!] ?? '';
      at += 2;
    }
    at += 1;
    collector.node(id, degrees(block.lonOffset, block.granularity, lon), degrees(block.latOffset, block.granularity, lat), tags);
  }
}

function readWay(pbf: PbfReader, block: Block, collector: OsmCollector<unknown>): void {
  const way = pbf.readFields<{ id: number; keys: number[]; values: number[]; refs: number[] }>(
    (tag, found) => {
      if (tag === 1) found.id = pbf.readVarint();
      else if (tag === 2) pbf.readPackedVarint(found.keys);
      else if (tag === 3) pbf.readPackedVarint(found.values);
      else if (tag === 8) pbf.readPackedSVarint(found.refs);
    },
    { id: 0, keys: [], values: [], refs: [] },
  );
  collector.way(way.id, summed(way.refs), tagsOf(way.keys, way.values, block));
}

const memberTypes = ['node', 'way', 'relation'] as const;

function readRelation(pbf: PbfReader, block: Block, collector: OsmCollector<unknown>): void {
  const relation = pbf.readFields<{ keys: number[]; values: number[]; roles: number[]; refs: number[]; types: number[] }>(
    (tag, found) => {
      if (tag === 2) pbf.readPackedVarint(found.keys);
      else if (tag === 3) pbf.readPackedVarint(found.values);
      else if (tag === 8) pbf.readPackedVarint(found.roles);
      else if (tag === 9) pbf.readPackedSVarint(found.refs);
      else if (tag === 10) pbf.readPackedVarint(found.types);
    },
    { keys: [], values: [], roles: [], refs: [], types: [] },
  );
  const members: OsmMember[] = summed(relation.refs).map((ref, i) => ({
    ref,
    role: block.strings[relation.roles[i] ?? 0] ?? '',
    type: memberTypes[relation.types[i] ?? 0] ?? 'node',
  }));
  collector.relation(members, tagsOf(relation.keys, relation.values, block));
}

function summed(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}
