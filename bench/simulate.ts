import { runHistory } from '#server/ingest/simulation/history.ts';
import { runEdgeHistory } from '#server/ingest/simulation/edgeHistory.ts';
import { record } from './record.ts';

// npm run simulate -- <histories> [seed]: runs ingest through simulated histories of faults (10,000 unless told otherwise) from a
// seed on. A history that breaks a promise is printed; `npm run simulate -- 1 <its seed>` replays it exactly.

const [histories = 10_000, first = 1] = process.argv.slice(2).map(Number);
if (!(Number.isSafeInteger(histories) && histories > 0 && Number.isSafeInteger(first))) {
  console.error('npm run simulate -- <次数> [种子]：均为整数。 / <histories> [seed]: whole numbers.');
  process.exit(2);
}

const startedAt = performance.now();
const usedBefore = process.cpuUsage();
const sums = { acknowledged: 0, crashes: 0, raised: 0 };
const failed: number[] = [];
for (let seed = first; seed < first + histories; seed++) {
  // Every fifth is one of a node and its county.
  const { broken, story, ...outcome } = seed % 5 === 0 ? { crashes: 0, ...(await runEdgeHistory(seed)) } : await runHistory(seed);
  sums.acknowledged += outcome.acknowledged;
  sums.crashes += outcome.crashes;
  sums.raised += outcome.raised;
  if (broken.length === 0) {
    if (histories === 1) console.log(story.join('\n'));
    continue;
  }
  failed.push(seed);
  if (failed.length > 3) continue;
  console.log(`\nseed ${seed}\n${story.slice(-60).join('\n')}\n${broken.join('\n')}`);
}
const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
const { user, system } = process.cpuUsage(usedBefore);
const cpuSeconds = Number(((user + system) / 1e6).toFixed(1));
record('simulate', { histories, firstSeed: first, seconds, cpuSeconds, ...sums, failed: failed.length, failedSeeds: failed.slice(0, 20) });
if (failed.length > 0) process.exitCode = 1;
