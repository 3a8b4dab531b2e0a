import { expect, test } from 'vitest';
import { runHistory, type Sabotage } from './history.ts';

// The short run of the simulator (the long one: npm run simulate), and the proof that it would notice.

const histories = 100;

test(`${histories} histories of crashes, outages and wrong clocks keep every promise`, { timeout: 60_000 }, async () => {
  const sums = { acknowledged: 0, crashes: 0, raised: 0 };
  for (let seed = 1; seed <= histories; seed++) {
    const outcome = await runHistory(seed);
    expect({ seed, broken: outcome.broken }).toEqual({ seed, broken: [] });
    sums.acknowledged += outcome.acknowledged;
    sums.crashes += outcome.crashes;
    sums.raised += outcome.raised;
  }
  expect(sums.acknowledged).toBeGreaterThan(histories * 40);
  expect(sums.crashes).toBeGreaterThan(histories);
  expect(sums.raised).toBeGreaterThan(histories * 4);
});

test('a seed replays exactly, line by line', async () => {
  const [first, second] = [await runHistory(7), await runHistory(7)];
  expect(second).toEqual(first);
  expect((await runHistory(8)).story).not.toEqual(first.story);
});

/** The first broken promise that shows within so many histories; empty when none does. */
async function noticed(sabotage: Sabotage, within = 80): Promise<string[]> {
  for (let seed = 1; seed <= within; seed++) {
    const { broken } = await runHistory(seed, sabotage);
    if (broken.length > 0) return broken;
  }
  return [];
}

test('without fdatasync of the log something acknowledged is lost, and the simulator says so', async () => {
  const broken = await noticed({ disk: (disk) => ({ ...disk, sync: async () => {} }) });
  expect(broken.join('\n')).toMatch(/LOST|DAMAGE|GAP/);
});

test('without fsync of the folder the simulator finds a loss', async () => {
  const broken = await noticed({ disk: (disk) => ({ ...disk, syncNames: async () => {} }) });
  expect(broken.join('\n')).toMatch(/LOST|DAMAGE|GAP/);
});

test('a store that does not know a batch again counts it twice, and the simulator says so', async () => {
  expect((await noticed({ ignoresPosition: true })).join('\n')).toMatch(/QUARANTINE|TWICE|REPLAY/);
});

test('a store that does not know a reading again has it twice, and the simulator says so', async () => {
  expect((await noticed({ ignoresKey: true })).join('\n')).toMatch(/TWICE/);
});

test('a start that loads beside a transaction still open is noticed', async () => {
  expect((await noticed({ loadsWithoutLock: true })).join('\n')).not.toBe('');
});

test('a step of escalation that is told again is noticed', async () => {
  expect((await noticed({ repeatsSteps: true })).join('\n')).toMatch(/STEP/);
});
