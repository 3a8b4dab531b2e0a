import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, inflateSync } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { geometryToWgs84 } from '#geo/datum.ts';
import type { Text } from '#kernel/language/text.ts';
import type { OsmCollector } from '#models/router/osmCollector.ts';
import { streamOsmPbf } from '#models/router/readOsmPbf.ts';
import { OsmFault, readOsmXml } from '#models/router/readOsmXml.ts';
import { collectThings, type OsmCounts, type OsmLayer } from './osmThings.ts';
import { FileRefused, keptBox, type ReadingJob } from './reader.ts';
import type { Spool } from './spool.ts';

const labels: Record<OsmLayer, Text> = {
  roads: { zh: '道路', en: 'Roads' },
  waterways: { zh: '河渠', en: 'Waterways' },
  water: { zh: '水面', en: 'Water' },
  railways: { zh: '铁路', en: 'Railways' },
  'land-use': { zh: '土地利用', en: 'Land use' },
};
/** A gzip file may unpack to this much; a planet's nodes do not belong to a county. */
const mostUnpacked = 8 * 1024 ** 3;

/** OpenStreetMap, as XML (packed or not) or PBF, streamed: the file need not fit into memory. */
export async function readOsm(
  job: ReadingJob,
  spool: Spool,
  progress: (done: number) => void,
  kind: 'xml' | 'xml-gz' | 'pbf',
): Promise<void> {
  const { datum } = job.options;
  const collector = collectThings(
    keptBox(job),
    (layer, id, geometry, properties) =>
      spool.feature(layer, id, geometryToWgs84(geometry, datum), properties, { id: layer, label: labels[layer] }),
    (layer, id, rule, zh, en) => spool.problem({ layer, row: id, field: 'members', value: null, rule, text: { zh, en } }),
  );
  try {
    note(spool, kind === 'pbf' ? readPbf(job.path, collector, progress) : await readXml(job.path, collector, progress, kind === 'xml-gz'));
  } catch (error) {
    throw refusalOf(error as Error & { code?: string });
  }
}

function readPbf(path: string, collector: OsmCollector<OsmCounts>, progress: (done: number) => void): OsmCounts {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const read = (at: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length);
      readSync(file, bytes, 0, length, at);
      return bytes;
    };
    // The size a block promises is not trusted: unpacking ends there.
    return streamOsmPbf(
      read,
      size,
      (packed, promised) => inflateSync(packed, { maxOutputLength: promised }),
      collector,
      (done) => progress(done / size),
    );
  } finally {
    closeSync(file);
  }
}

async function readXml(
  path: string,
  collector: OsmCollector<OsmCounts>,
  progress: (done: number) => void,
  isGzip: boolean,
): Promise<OsmCounts> {
  const reader = readOsmXml(collector);
  const decoder = new StringDecoder('utf8');
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const { size } = statSync(path);
  let unpacked = 0;
  const take = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) {
      unpacked += piece.length;
      if (unpacked > mostUnpacked)
        throw new FileRefused('bomb', unpacked, '解压后过大，已停止读取', 'It unpacks to too much; reading was stopped');
      reader.write(decoder.write(piece));
      progress(file.bytesRead / size);
    }
  };
  await (isGzip ? pipeline(file, createGunzip(), take) : pipeline(file, take));
  return reader.finish();
}

function note(spool: Spool, { nodes, outside, cutWays, unreadTurns }: OsmCounts): void {
  spool.notes.push({
    zh: `保留节点 ${nodes} 个，县外略去 ${outside} 个；被边界截断的线 ${cutWays} 条（保留县内部分）`,
    en: `${nodes} nodes kept, ${outside} outside left out; ${cutWays} ways cut at the border, the part inside kept`,
  });
  if (unreadTurns > 0)
    spool.notes.push({
      zh: `${unreadTurns} 条转向限制无法读取（经由道路或成员不全），未采用`,
      en: `${unreadTurns} turn restrictions could not be read (via a way, or members missing) and were not taken`,
    });
}

/** Damage in the file is the file's, anything else is ours. */
function refusalOf(error: Error & { code?: string }): Error {
  if (error instanceof FileRefused) return error;
  if (error instanceof OsmFault)
    return new FileRefused(
      'osm',
      error.line,
      `OSM 文件损坏或未传完${error.line > 0 ? `（第 ${error.line} 行）` : ''}：${error.message}`,
      `The OSM file is damaged or cut off${error.line > 0 ? ` (line ${error.line})` : ''}: ${error.message}`,
    );
  if (
    /^Z_|ERR_BUFFER_TOO_LARGE|ERR_OUT_OF_RANGE/.test(error.code ?? '') ||
    error instanceof RangeError ||
    /Unimplemented type|varint/i.test(error.message)
  )
    return new FileRefused('packed', error.code ?? error.message, '压缩数据损坏或未传完', 'The packed data are damaged or cut off');
  return error;
}
