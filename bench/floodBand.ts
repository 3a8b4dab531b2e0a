import { parentPort, workerData } from 'node:worker_threads';
import { inertialFlood } from '#models/flood/inertial/inertialFlood.ts';
import { sharingOf, type SharedFlood } from '#models/flood/inertial/sharedFlood.ts';
import { allWet, allWetSettings } from './floodTerrain.ts';

// A thread of bench/floodKernel.ts: one worker of a flood in which every cell is wet. Posts the seconds of each round.

const { memory, index, rounds, seconds, cells, precision } = workerData as {
  memory: SharedFlood;
  index: number;
  rounds: number;
  seconds: number;
  cells: number;
  precision: 'single' | 'double';
};
const { run } = inertialFlood(allWet(cells), { ...allWetSettings, precision }, sharingOf(memory, index));
const took: { seconds: number; steps: number }[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const [begun, before] = [performance.now(), run.steps()];
  run.advance(round * seconds);
  took.push({ seconds: (performance.now() - begun) / 1000, steps: run.steps() - before });
}
if (index === 0) parentPort?.postMessage(took);
