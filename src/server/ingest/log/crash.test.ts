import { expect, test } from 'vitest';
import { TestClock } from '#kernel/clock/clock.ts';
import { openLog, type IngestLog } from './log.ts';
import { simulatedDisk, type SimulatedDisk } from './simulatedDisk.ts';

// Histories of power cuts, kills, full disks and failing syncs, each from a seed. After each the log is opened again and compared
// with what was promised: nothing acknowledged is lost, nothing appears twice, positions do not change their content.

const histories = 600;

function random(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function contents(log: IngestLog): Promise<Map<number, number>> {
  const reader = log.read(0);
  const found = new Map<number, number>();
  for (let items = await reader.next(3000); items.length > 0; items = await reader.next(3000)) {
    for (const item of items) {
      if (!item.ok) throw new Error(`damage ${item.from}-${item.to} in ${item.segment}`);
      if (item.entry.kind !== 'tick') throw new Error('not what was written');
      expect(found.has(item.position)).toBe(false);
      found.set(item.position, item.entry.atMs);
    }
  }
  return found;
}

interface Story {
  acknowledged: Map<number, number>;
  nextValue: number;
}

/** Appends from several devices at once until the disk dies or the round is over. */
async function live(log: IngestLog, story: Story, next: () => number): Promise<void> {
  const size = () => 'x'.repeat(Math.floor(next() * 900));
  const device = async () => {
    for (let i = 0; i < 6; i++) {
      const value = story.nextValue++;
      const entry = { kind: 'tick' as const, atMs: value, padding: size() };
      await log.append(entry).then(
        (position) => void story.acknowledged.set(position, value),
        // Refused: the device would send again. Nothing was promised.
        () => null,
      );
    }
  };
  await Promise.all([device(), device(), device()]);
}

/** Returns how many appends were acknowledged. */
async function history(seed: number): Promise<number> {
  const next = random(seed);
  const clock = new TestClock();
  const story: Story = { acknowledged: new Map(), nextValue: 1 };
  let disk: SimulatedDisk = simulatedDisk(next);
  for (let round = 0; round < 3; round++) {
    let after: SimulatedDisk | null = null;
    let operations = Math.floor(next() * 40);
    const isPower = next() < 0.6;
    const running = disk;
    running.onOperation = () => {
      if (operations-- === 0) after = isPower ? running.powerCut() : running.kill();
    };
    running.setFaults(next() < 0.4 ? 0.15 : 0);
    if (next() < 0.3) running.setFree(2000 + next() * 4000);
    const log = await openLog({ disk: running, clock, report: () => {}, onDurable: () => {}, segmentBytes: 1500 }).catch(() => null);
    if (log) await live(log, story, next);
    disk = after ?? (isPower ? running.powerCut() : running.kill());
  }
  const log = await openLog({ disk, clock, report: () => {}, onDurable: () => {} });
  const found = await contents(log);
  for (const [position, value] of story.acknowledged) expect([seed, position, found.get(position)]).toEqual([seed, position, value]);
  const values = [...found.values()];
  expect(new Set(values).size).toBe(values.length);
  expect([...found.keys()]).toEqual(Array.from({ length: found.size }, (_, i) => i + 1));
  return story.acknowledged.size;
}

test(`${histories} histories of crashes lose nothing acknowledged and repeat nothing`, { timeout: 60_000 }, async () => {
  let acknowledged = 0;
  for (let seed = 1; seed <= histories; seed++) acknowledged += await history(seed);
  expect(acknowledged).toBeGreaterThan(histories * 5);
});
