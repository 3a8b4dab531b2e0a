import type { Disk } from './disk.ts';
import { findTail, isProven, parseName, readHeader, segmentHeaderLength, type Damage, type Segment } from './segment.ts';

// Opening the log after a stop of any kind: which segments count and where the last one ends. Older segments were complete when
// the next one was begun; they are checked as they are read.

export interface Recovered {
  segments: Segment[];
  last: number;
  /** Highest generation ever used. */
  generation: number;
  damage: Damage[];
}

export async function recoverSegments(disk: Disk, report: (line: string) => void): Promise<Recovered> {
  const segments: Segment[] = [];
  let generation = 0;
  for (const name of await disk.list()) {
    const parsed = parseName(name);
    if (parsed === null) continue;
    generation = Math.max(generation, parsed.generation);
    const header = readHeader(await disk.read(name, 0, segmentHeaderLength));
    segments.push({ name, ...parsed, createdAtMs: header?.createdAtMs ?? 0, jumped: header?.jumped ?? false, end: await disk.size(name) });
  }
  segments.sort((a, b) => a.first - b.first || a.generation - b.generation);
  return { ...(await recoverTail(disk, segments, report)), generation };
}

async function recoverTail(disk: Disk, segments: Segment[], report: (line: string) => void): Promise<Omit<Recovered, 'generation'>> {
  for (;;) {
    const tail = segments.at(-1);
    if (tail === undefined) return { segments, last: 0, damage: [] };
    const bytes = await disk.read(tail.name, 0, tail.end);
    const found = findTail(bytes, tail);
    // Begun but nothing in it was ever acknowledged. The one before it is the tail, and what a failed write left there counts again.
    if (found.last < tail.first || (readHeader(bytes) === null && !isProven(bytes, tail.first))) {
      await disk.remove(tail.name);
      await disk.syncNames();
      segments.pop();
      if (tail.jumped) return { segments, last: tail.first - 1, damage: [] };
      continue;
    }
    if (found.end < tail.end) {
      report(`ingest log: cut ${tail.end - found.end} bytes of an unfinished write from ${tail.name} after position ${found.last}`);
      await disk.truncate(tail.name, found.end);
      tail.end = found.end;
    }
    // A killed process leaves written but unsynced bytes in the page cache; they count from now on, so they must be on disk.
    await disk.sync(tail.name);
    await disk.syncNames();
    for (const { from, to } of found.damage) report(`ingest log: DAMAGED in ${tail.name}, positions ${from} to ${to} cannot be read`);
    return { segments, last: found.last, damage: found.damage };
  }
}
