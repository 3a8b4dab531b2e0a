import { randomUUIDv7 } from 'node:crypto';
import type { Feature, Geometry } from 'geojson';
import { bboxOf, joinBoxes } from '#geo/bounds.ts';
import { geometryToWgs84, type Datum } from '#geo/datum.ts';
import type { GeoProblem } from '#geo/geoProblem.ts';
import type { Bbox } from '#geo/position.ts';
import { readCsvPoints } from '#geo/readCsvPoints.ts';
import { readGeoJson } from '#geo/readGeoJson.ts';
import type { Clock } from '#kernel/clock/clock.ts';

// Base data on its way in: a file is read, converted to WGS-84 and held for a look; only a second call stores it.

export interface Preview {
  uploadId: string;
  file: string;
  rows: number;
  features: Feature<Geometry, Record<string, unknown>>[];
  kind: 'point' | 'line' | 'polygon' | null;
  bbox: Bbox | null;
  columns: string[];
  problems: GeoProblem[];
}

const holdMs = 30 * 60_000;
const mostHeld = 8;

export class Uploads {
  readonly #clock: Clock;
  #held: (Preview & { atMs: number })[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Reads a file and holds what is good in it for half an hour. */
  preview(file: string, bytes: Buffer, format: 'geojson' | 'csv', datum: Datum): Preview {
    const text = decode(bytes);
    const reading = format === 'csv' ? readCsvPoints(text) : readGeoJson(text);
    const features: Preview['features'] = reading.features.map(({ feature }) => ({
      ...feature,
      geometry: geometryToWgs84(feature.geometry, datum),
    }));
    const preview: Preview = {
      uploadId: randomUUIDv7(),
      file,
      rows: reading.rows,
      features,
      kind: kindOf(features),
      bbox: boxOf(features),
      columns: reading.columns,
      problems: reading.problems,
    };
    const nowMs = this.#clock.nowMs();
    this.#held = [...this.#held.filter(({ atMs }) => nowMs - atMs < holdMs), { ...preview, atMs: nowMs }].slice(-mostHeld);
    return preview;
  }

  /** A held file; null when it is too old or unknown. It stays until it is dropped. */
  find(uploadId: string): Preview | null {
    return this.#held.find((held) => held.uploadId === uploadId) ?? null;
  }

  /** What was stored need not be held any longer. */
  drop(uploadId: string): void {
    this.#held = this.#held.filter((held) => held.uploadId !== uploadId);
  }
}

/** Text of a file in UTF-8, or in GB 18030 when it is not valid UTF-8 (spreadsheets on a Chinese Windows). */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function kindOf(features: Preview['features']): Preview['kind'] {
  const type = features[0]?.geometry.type;
  if (!type || type === 'GeometryCollection') return null;
  if (type.endsWith('Point')) return 'point';
  return type.endsWith('LineString') ? 'line' : 'polygon';
}

function boxOf(features: Preview['features']): Bbox | null {
  let box: Bbox | null = null;
  for (const { geometry } of features) {
    const own = bboxOf(geometry);
    if (own) box = box ? joinBoxes(box, own) : own;
  }
  return box;
}
