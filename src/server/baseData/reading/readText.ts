import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { geometryToWgs84 } from '#geo/datum.ts';
import { geometryFault } from '#geo/geometryFault.ts';
import type { GeoReading } from '#geo/readGeoJson.ts';
import { readCsvPoints } from '#geo/readCsvPoints.ts';
import { readGeoJson } from '#geo/readGeoJson.ts';
import { splitFeatures } from './splitFeatures.ts';
import { FileRefused, type ReadingJob } from './reader.ts';
import type { Spool } from './spool.ts';

// GeoJSON and CSV. Small files are read whole, with the messages of the pure readers; a large GeoJSON feature by feature.

const wholeBytes = 24 * 1024 * 1024;
const mostCsvBytes = 64 * 1024 * 1024;

export async function readText(
  job: ReadingJob,
  spool: Spool,
  progress: (done: number) => void,
  format: 'geojson' | 'csv',
  isGzip: boolean,
): Promise<void> {
  const { size } = statSync(job.path);
  const name = job.file.replace(/\.(geojson|json|csv|txt)(\.gz)?$/i, '');
  if (format === 'geojson' && (isGzip || size > wholeBytes)) return readLarge(job, spool, progress, name, isGzip);
  if (isGzip || size > mostCsvBytes)
    throw new FileRefused(
      'limit',
      size,
      `CSV 不超过 ${mostCsvBytes / 1024 / 1024} MB 且不压缩，请分成几个文件`,
      `A CSV has at most ${mostCsvBytes / 1024 / 1024} MB and is not packed: split it`,
    );
  const text = decode(readFileSync(job.path), job.options.encoding);
  take(format === 'csv' ? readCsvPoints(text) : readGeoJson(text), job, spool, name);
}

function take(reading: GeoReading, { options }: ReadingJob, spool: Spool, name: string): void {
  for (const { row, feature } of reading.features)
    spool.feature(name, row, geometryToWgs84(feature.geometry, options.datum), feature.properties);
  for (const problem of reading.problems) spool.problem({ layer: name, ...problem });
  spool.rows = reading.rows;
}

async function readLarge(
  { path, options }: ReadingJob,
  spool: Spool,
  progress: (done: number) => void,
  name: string,
  isGzip: boolean,
): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const { size } = statSync(path);
  const splitter = splitFeatures((text, row) => {
    const read = parsed(text);
    if (read === null)
      return spool.problem({
        layer: name,
        row,
        field: '',
        value: text.slice(0, 80),
        rule: 'json',
        text: { zh: '不是 JSON', en: 'Not JSON' },
      });
    const { type, geometry, properties } = read as { type?: unknown; geometry?: unknown; properties?: unknown };
    if (type !== 'Feature')
      return spool.problem({
        layer: name,
        row,
        field: 'type',
        value: type ?? null,
        rule: 'feature',
        text: { zh: '应为 Feature', en: 'A Feature is expected' },
      });
    const fault = geometryFault(geometry);
    if (fault) return spool.problem({ layer: name, row, ...fault });
    spool.feature(
      name,
      row,
      geometryToWgs84(geometry as GeoJSON.Geometry, options.datum),
      typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {},
    );
  });
  const decoder = new TextDecoder('utf-8');
  const consume = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) {
      splitter.write(decoder.decode(piece, { stream: true }));
      progress(file.bytesRead / size);
    }
  };
  await (isGzip ? pipeline(file, createGunzip(), consume) : pipeline(file, consume));
  splitter.finish();
  spool.rows = splitter.rows;
}

function parsed(text: string): object | null {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' ? found : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Text of a file in UTF-8, or in GB 18030 when it is not valid UTF-8 (spreadsheets on a Chinese Windows). */
function decode(bytes: Buffer, encoding: ReadingJob['options']['encoding']): string {
  if (encoding === 'gb18030') return new TextDecoder('gb18030').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}
