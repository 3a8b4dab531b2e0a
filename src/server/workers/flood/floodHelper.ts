import { workerData } from 'node:worker_threads';
import { checkInputs } from '#models/checkInputs.ts';
import { flood } from '#models/flood/flood.ts';
import { type SharedFlood, sharingOf } from '#models/flood/inertial/sharedFlood.ts';
import { helpRefine } from '#models/flood/refine.ts';

// Thread entry: takes one band of a flood another thread leads, in step with it to the end.

export interface HelperData {
  readonly raw: unknown;
  readonly memory: SharedFlood;
  readonly index: number;
}

const { raw, memory, index } = workerData as HelperData;
const checked = checkInputs(flood.inputs, raw);
if (!checked.ok) throw new Error('the lead shares only floods whose input was checked');
const steps = helpRefine(checked.value, sharingOf(memory, index));
let isDone = false;
while (!isDone) isDone = steps.next().done === true;
