import type { LogEntry } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Disk } from '../log/disk.ts';
import { openLog } from '../log/log.ts';

// Everything a log holds, read the way a start reads it.

export interface IngestLogReading {
  entries: { position: number; entry: LogEntry }[];
  damage: string[];
}

export async function logContents(disk: Disk, clock: Clock): Promise<IngestLogReading> {
  const log = await openLog({ disk, clock, report: () => {}, onDurable: () => {} });
  const reader = log.read(0);
  const reading: IngestLogReading = { entries: [], damage: [] };
  for (let items = await reader.next(); items.length > 0; items = await reader.next()) {
    for (const item of items) {
      if (item.ok) reading.entries.push({ position: item.position, entry: item.entry });
      else reading.damage.push(`positions ${item.from} to ${item.to} in ${item.segment}`);
    }
  }
  return reading;
}
