import { feedRecords, type FeedMapping, type FeedReading } from '#rooms/monitoring/departmentFeeds/feedMapping.ts';
import type { StoredFeed } from '../../storage/departmentFeeds.ts';
import { keep, readingOf, type EndpointOptions } from '../endpoints/endpoint.ts';

// The readings of one answer, into the log. A device's readings go in messages of at most 500, so that one answer of ten thousand
// records neither becomes one enormous entry nor ten thousand small ones.

const mostOfSignal = 500;

export interface Taken {
  /** New and durable. */
  readings: number;
  repeated: number;
  faults: number;
  /** Newest time among those that are durable. */
  newestMs: number | null;
  /** Why the answer must be asked for again; null = all that could be read is durable. */
  problem: string | null;
  /** What could not be read, for people. */
  note: string | null;
}

export interface Taking {
  feed: Pick<StoredFeed, 'name'>;
  mapping: FeedMapping;
  /** Readings of the answer before; replaced by those of this one once all of it is durable. */
  seen: Set<string>;
  remote: string;
}

/** Makes an answer durable. An answer in which nothing can be read is a failure; single faults are counted. */
export async function takeRecords(options: EndpointOptions, { mapping, seen, remote }: Taking, json: unknown): Promise<Taken> {
  const { counters } = options.pipeline;
  const read = feedRecords(mapping, json);
  const note = read.problems
    .slice(0, 3)
    .map(({ field, message }) => `${field}: ${message}`)
    .join(' ')
    .slice(0, 500);
  for (const { field, rule, message } of read.problems) counters.refuse('feed', rule, remote, `${field} ${message}`, message);
  const taken: Taken = { readings: 0, repeated: 0, faults: read.faults, newestMs: null, problem: null, note: note === '' ? null : note };
  if (read.devices.size === 0) {
    // An empty list is an answer; a list in which nothing can be read, or none at all, is a mistake of mapping or platform.
    if (read.records > 0 || !hasList(json)) taken.problem = note === '' ? 'there is no record where the mapping looks for them' : note;
    return taken;
  }
  const fresh = new Set<string>();
  const work: Promise<void>[] = [];
  for (const [device, readings] of read.devices) {
    const unknown = readings.filter((reading) => {
      const key = keyOf(device, reading);
      const isNew = !seen.has(key) && !fresh.has(key);
      fresh.add(key);
      return isNew;
    });
    taken.repeated += readings.length - unknown.length;
    for (let at = 0; at < unknown.length; at += mostOfSignal)
      work.push(keepSome(options, device, unknown.slice(at, at + mostOfSignal), { taken, seen, remote }));
  }
  await Promise.all(work);
  if (taken.problem === null) {
    for (const readings of read.devices.values()) for (const { atMs } of readings) taken.newestMs = Math.max(taken.newestMs ?? atMs, atMs);
    for (const key of seen) if (!fresh.has(key)) seen.delete(key);
    for (const key of fresh) seen.add(key);
  }
  return taken;
}

async function keepSome(
  options: EndpointOptions,
  device: string,
  readings: readonly FeedReading[],
  { taken, seen, remote }: { taken: Taken; seen: Set<string>; remote: string },
): Promise<void> {
  const outcome = await keep(
    options,
    {
      protocol: 'feed',
      deviceKey: `feed:${device}`,
      receivedAtMs: options.clock.nowMs(),
      remote,
      readings: readings.map((reading) => readingOf(reading, 'good')),
      raw: JSON.stringify(readings.slice(0, 20).map(({ channel, quantity, value, atMs }) => [channel, quantity, value, atMs])),
    },
    'trusted',
  );
  if (outcome !== 'kept') return void (taken.problem = `readings could not be kept: ${outcome}`);
  taken.readings += readings.length;
  for (const reading of readings) seen.add(keyOf(device, reading));
}

function keyOf(device: string, { channel, quantity, atMs, value }: FeedReading): string {
  return `${device}|${channel}|${quantity}|${atMs}|${value}`;
}

/** Whether an answer holds an empty list somewhere near its top, which is how platforms say “nothing new”. */
function hasList(json: unknown, depth = 3): boolean {
  if (Array.isArray(json)) return json.length === 0;
  if (typeof json !== 'object' || json === null || depth === 0) return false;
  return Object.values(json).some((member) => hasList(member, depth - 1));
}
