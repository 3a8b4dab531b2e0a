import { parseArgs } from 'node:util';
import { framesPerRound, fuzz, limitMs } from '#protocols/fuzzing.ts';
import { fuzzTargets } from './fuzzTargets.ts';
import { record } from './record.ts';

// npm run fuzz: a million damaged frames for every protocol. `npm run fuzz -- sl651 jt808` takes some of them, `--frames n` fewer,
// `--seed n --frames 1000` replays a round that failed, exactly.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { frames: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const rounds = Math.ceil(Number(values.frames) / framesPerRound);
const seed = Number(values.seed);
const targets = fuzzTargets();
const chosen = positionals.length > 0 ? positionals : [...targets.keys()];
const unknown = chosen.filter((id) => !targets.has(id));
if (!(rounds > 0) || !Number.isSafeInteger(seed) || unknown.length > 0) {
  console.error(`不认识：${unknown.join(' ')}；协议有 ${[...targets.keys()].join(' ')}；--frames 与 --seed 为整数。`);
  console.error(`Not known: ${unknown.join(' ')}. Protocols: ${[...targets.keys()].join(' ')}. --frames and --seed are whole numbers.`);
  process.exit(2);
}

for (const id of chosen) {
  const target = targets.get(id);
  if (target === undefined) continue;
  const startedAt = performance.now();
  const { failures, slowestMs, ...result } = fuzz(target, seed, rounds, () => performance.now());
  const seconds = (performance.now() - startedAt) / 1000;
  record('fuzz', {
    protocol: id,
    seed,
    ...result,
    framesPerSecond: Math.round(result.frames / seconds),
    slowestMs: Number(slowestMs.toFixed(3)),
    limitMs,
    maxFrameBytes: target.protocol.maxFrameBytes,
    rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    failures,
  });
  if (failures.length > 0) process.exitCode = 1;
}
