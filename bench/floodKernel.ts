import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inertialFlood } from '#models/flood/inertial/inertialFlood.ts';
import { shareFlood } from '#models/flood/inertial/sharedFlood.ts';
import { layoutOf } from '#models/flood/layout.ts';
import { allWet, allWetSettings } from './floodTerrain.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { record } from './record.ts';

// The flood kernel where every one of 1,000 × 1,000 cells is wet, in cell updates a second: TypeScript (doubles), WebAssembly
// with SIMD (floats), and the same step in C, built here with gcc -O3 -march=native -ffast-math; by turns and in processor
// time, so that all meet the same machine. Then two workers against one. `node bench/floodKernel.ts`, needs gcc. Read the ratios.

const cells = 1000;
const rounds = 7;
const stepS = 4;
const stepsEach = 30;
const bars = { typescript: 0.08, wasm: 0.35, workers: 1.6 };

const folder = mkdtempSync(join(tmpdir(), 'anlan-bench-flood-'));
const program = join(folder, 'kernel');
try {
  execFileSync('gcc', ['-O3', '-march=native', '-ffast-math', '-o', program, join(import.meta.dirname, 'floodKernel.c'), '-lm']);
  kernels();
  for (const precision of ['single', 'double'] as const) await workers(precision);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function kernels(): void {
  const stopWatch = watchCpu({});
  const rates: Record<'c' | 'wasm' | 'typescript', number[]> = { c: [], wasm: [], typescript: [] };
  const flood = (precision: 'single' | 'double') => {
    const { run } = inertialFlood(allWet(cells), { ...allWetSettings, precision });
    let atS = 0;
    return (steps: number) => {
      const [begun, before] = [process.threadCpuUsage().user, run.steps()];
      atS += steps * stepS;
      run.advance(atS);
      return ((run.steps() - before) * cells * cells) / (process.threadCpuUsage().user - begun);
    };
  };
  const [wasm, typescript] = [flood('single'), flood('double')];
  wasm(stepsEach);
  typescript(stepsEach);
  for (let round = 0; round < rounds; round += 1) {
    const { seconds } = JSON.parse(execFileSync(program, [String(cells), String(stepsEach * 3), String(stepS)], { encoding: 'utf8' })) as {
      seconds: number;
    };
    rates.c.push((stepsEach * 3 * cells * cells) / seconds / 1e6);
    rates.wasm.push(wasm(stepsEach * 3));
    rates.typescript.push(typescript(stepsEach));
  }
  const ratios = (name: 'wasm' | 'typescript') => middle(rates[name].map((rate, round) => rate / (rates.c[round] as number)));
  const { foreignCores } = stopWatch();
  record('floodKernel', {
    what: 'kernels',
    cells: cells * cells,
    rounds,
    cMcellsPerS: middle(rates.c),
    wasmMcellsPerS: middle(rates.wasm),
    typescriptMcellsPerS: middle(rates.typescript),
    wasmOfC: ratios('wasm'),
    typescriptOfC: ratios('typescript'),
    isWithinBar: ratios('wasm') >= bars.wasm && ratios('typescript') >= bars.typescript,
    // The C rounds run in a process of their own, which counts as foreign here; ratios are of the same seconds all the same.
    foreignCores,
  });
}

async function workers(precision: 'single' | 'double'): Promise<void> {
  const stopWatch = watchCpu({});
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    one.push(await rate(1, precision));
    two.push(await rate(2, precision));
  }
  const cpu = stopWatch();
  const gain = middle(two.map((each, round) => each / (one[round] as number)));
  record('floodKernel', {
    what: 'workers',
    precision,
    oneMcellsPerS: middle(one),
    twoMcellsPerS: middle(two),
    gain,
    isWithinBar: gain >= bars.workers,
    cpu,
    rejected: cpu.foreignCores > mostForeignCores,
  });
}

/** Cell updates a second, millions, of a team. */
async function rate(count: number, precision: 'single' | 'double'): Promise<number> {
  const memory = shareFlood(layoutOf(cells, cells), precision, count);
  const threads = Array.from(
    { length: count },
    (_, index) =>
      new Worker(new URL('./floodBand.ts', import.meta.url), {
        workerData: { memory, index, rounds: 3, seconds: stepsEach * stepS, cells, precision },
      }),
  );
  const took = await new Promise<{ seconds: number; steps: number }[]>((resolve, reject) => {
    threads[0]?.once('message', resolve);
    for (const thread of threads) thread.once('error', reject);
  });
  await Promise.all(threads.map((thread) => thread.terminate()));
  // The first round compiles.
  const measured = took.slice(1);
  const steps = measured.reduce((sum, each) => sum + each.steps, 0);
  return (steps * cells * cells) / measured.reduce((sum, each) => sum + each.seconds, 0) / 1e6;
}

function middle(values: readonly number[]): number {
  return Math.round((values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0) * 1000) / 1000;
}
