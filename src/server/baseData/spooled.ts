import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export interface SpooledFeature {
  geometry: GeoJSON.Geometry;
  properties: Record<string, unknown>;
}

/** What reading wrote to disk, in batches, so that memory holds one batch at a time. */
export async function* spooledFeatures(path: string, batch = 1_000): AsyncGenerator<SpooledFeature[]> {
  let held: SpooledFeature[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    held.push(JSON.parse(line) as SpooledFeature);
    if (held.length < batch) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}
