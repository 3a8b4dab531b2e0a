import { flood } from '#models/flood/flood.ts';
import type { FloodOutputs } from '#models/flood/answers.ts';
import type { Progress } from '#models/model.ts';
import { runModel } from '#models/runModel.ts';
import { startFlood } from '#server/workers/flood/floodTeam.ts';
import { plainCounty } from './floodTerrain.ts';
import { mostForeignCores, watchCpu } from './machine.ts';
import { record } from './record.ts';

// A whole county on 30 m cells (2.1 million, invented plain with ditches and hollows) under 24 hours of rain of which a part
// runs off: the quick look in this thread, the refined run in two, with progress. `node bench/floodCounty.ts`

const [columns, rows] = [1460, 1440];
const bars = { quickS: 10, refinedS: 180 };
const dem = {
  columns,
  rows,
  west: 39_500_000,
  north: 3_800_000,
  cellX: 30,
  cellY: 30,
  crs: 'EPSG:4527',
  values: plainCounty(columns, rows),
};
/** 120 mm in a day with a peak of 25 mm/h; the ground takes 14 mm/h. */
const intensityMmPerHour = Array.from({ length: 24 }, (_, hour) => 2 + 23 * Math.exp(-((hour - 9) ** 2) / 5));
const event = { dem, rain: { intensityMmPerHour }, durationS: 86_400, infiltrationMmPerHour: 14, frames: 12 };

const stopWatch = watchCpu({});
const begun = performance.now();
const quick = runModel(flood, event);
const quickS = (performance.now() - begun) / 1000;
if (!quick.ok) throw new Error(JSON.stringify(quick.problems));

const seen: Progress[] = [];
const refinedBegun = performance.now();
const answer = await startFlood(event, 2, (progress) => {
  seen.push(progress);
  if (progress.frame) console.error(`${Math.round(progress.done * 100)} % ${progress.stage.en}, ${progress.frame.atS} s`);
}).answer;
const refinedS = (performance.now() - refinedBegun) / 1000;
if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
const outputs = answer.outputs as unknown as FloodOutputs;
const wet = [...outputs.maxDepth.values].filter((each) => each >= 0.05).length / (columns * rows);
const cpu = stopWatch();
record('floodCounty', {
  cells: columns * rows,
  hours: 24,
  quickS: Math.round(quickS * 100) / 100,
  refinedS: Math.round(refinedS * 10) / 10,
  steps: outputs.steps,
  wetShare: Math.round(wet * 1000) / 1000,
  volumeError: outputs.volumeError,
  fastShare: outputs.fastShare,
  progress: seen.length,
  frames: seen.filter(({ frame }) => frame).length,
  isWithinBar: quickS <= bars.quickS && refinedS <= bars.refinedS,
  cpu,
  rejected: cpu.foreignCores > mostForeignCores,
});
