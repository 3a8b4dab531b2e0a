import type { Disk } from './disk.ts';
import { findTail, isProven, parseName, readHeader, segmentHeader, segmentHeaderLength, segmentName } from './segment.ts';
import type { Damage, Segment, Tail } from './segment.ts';

// Opening the log after a stop of any kind: which segments count and where the last one ends. Older segments were complete when
// the next one was begun; they are checked as they are read.
//
// The last batch of the last segment is written again, into a new segment. A process that was killed may leave bytes that only
// the page cache has, and after a failed fdatasync Linux marks such pages clean: syncing the old file once more would succeed and
// prove nothing. Fresh bytes can be synced. Until the copy is complete the old file counts.

export interface Recovered {
  segments: Segment[];
  last: number;
  /** Highest generation ever used. */
  generation: number;
  damage: Damage[];
}

export async function recoverSegments(disk: Disk, nowMs: number, report: (line: string) => void): Promise<Recovered> {
  const segments = await listSegments(disk);
  const recovered: Recovered = { segments, last: 0, generation: Math.max(0, ...segments.map((segment) => segment.generation)), damage: [] };
  for (let tail = segments.at(-1); tail !== undefined; tail = segments.at(-1)) {
    const bytes = await disk.read(tail.name, 0, tail.end);
    const found = findTail(bytes, tail);
    if (isEmpty(bytes, tail, found)) {
      await disk.remove(tail.name);
      segments.pop();
      if (tail.jumped) return { ...recovered, last: tail.first - 1 };
      continue;
    }
    if (found.end < bytes.length)
      report(`ingest log: ${bytes.length - found.end} bytes of an unfinished write in ${tail.name} after position ${found.last}`);
    for (const { from, to } of found.damage) report(`ingest log: DAMAGED in ${tail.name}, positions ${from} to ${to} cannot be read`);
    const generation = recovered.generation + 1;
    segments.push(await copyBatch(disk, tail, bytes, found, generation, nowMs));
    if (tail.first === found.batchFirst) await discard(disk, segments, tail);
    return { segments, last: found.last, generation, damage: found.damage };
  }
  return recovered;
}

async function listSegments(disk: Disk): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const name of await disk.list()) {
    const parsed = parseName(name);
    if (parsed === null) continue;
    const header = readHeader(await disk.read(name, 0, segmentHeaderLength)) ?? { createdAtMs: 0, jumped: false, copiedThrough: 0 };
    segments.push({ name, ...parsed, ...header, end: await disk.size(name) });
  }
  return segments.sort((a, b) => a.first - b.first || a.generation - b.generation);
}

/** Begun, but nothing in it was ever acknowledged: the segment before it is the tail, and what a failed write left there counts again. */
function isEmpty(bytes: Buffer, tail: Segment, found: Tail): boolean {
  if (found.last < tail.first || found.last < tail.copiedThrough) return true;
  return readHeader(bytes) === null && !isProven(bytes, tail.first);
}

async function copyBatch(disk: Disk, tail: Segment, bytes: Buffer, found: Tail, generation: number, nowMs: number): Promise<Segment> {
  const jumped = tail.jumped && tail.first === found.batchFirst;
  const name = segmentName(found.batchFirst, generation);
  const copy = { name, first: found.batchFirst, generation, createdAtMs: nowMs, jumped, copiedThrough: found.last };
  const content = Buffer.concat([segmentHeader(copy), bytes.subarray(found.batchStart, found.end)]);
  await disk.append(name, content);
  await disk.sync(name);
  await disk.syncNames();
  return { ...copy, end: content.length };
}

/** Everything the old file held is in the copy. */
async function discard(disk: Disk, segments: Segment[], tail: Segment): Promise<void> {
  await disk.remove(tail.name);
  segments.splice(segments.indexOf(tail), 1);
}
