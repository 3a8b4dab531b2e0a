import type { Progress } from '../model.ts';
import { refused } from '../model.ts';
import { type Computed, errorOf, type FloodAnswer, refinedAnswer } from './answers.ts';
import { coarsened } from './coarse.ts';
import { depthClasses } from './depthClasses.ts';
import type { Sharing } from './inertial/sharedFlood.ts';
import { inertialStage, precisionOf, type StageResult } from './inertialStage.ts';
import { type NearFieldResult, nearFieldStage, type Window, windowOf } from './nearField/nearFieldStage.ts';
import { quickLook, quickStage } from './quickAnswer.ts';
import type { Filled } from './quickLook/priorityFlood.ts';
import { type Layout, layoutOf } from './layout.ts';
import { forcingOf, rainfallM3 } from './rainOnGround.ts';
import { overTime, prepare, type FloodInput, type Scenario } from './scenario.ts';

// From the quick look by way of a coarse run to the refined one; every stage shows a picture.

const coarseFrom = 250_000;
const coarseCells = 60_000;
const mostNearFieldCells = 600_000;

const nearStage = { zh: '精算：近区', en: 'Refined: near field' };

/** Whether several workers may share the refined stage: only the local-inertial scheme is cut into bands. */
export function mayShare(input: FloodInput): boolean {
  return input.scheme !== 'hll' && input.breach === null;
}

/** What a helper of the first worker runs: the refined stage alone, in step with it. */
export function* helpRefine(input: FloodInput, sharing: Sharing): Generator<Progress, void, void> {
  const prepared = prepare(input);
  if (!prepared.ok) return;
  yield* refinedStage(coarsened(prepared.scenario, input.coarsen), null, sharing);
}

function refinedStage(scenario: Scenario, filled: Filled | null, sharing: Sharing | null): Generator<Progress, StageResult, void> {
  const stage = { zh: '精算', en: 'Refined' };
  const forcing = (layout: Layout) => forcingOf(scenario, layout, filled);
  const frames = sharing !== null && sharing.team.index > 0 ? 0 : scenario.input.frames;
  return inertialStage(scenario, { forcing, stage, from: 0.1, to: 1, frames, sharing });
}

/**
 * The refined answer; the caller may stop between steps.
 * @param share asked for the first worker's part once the size of the flood is known
 */
export function* refineFlood(
  input: FloodInput,
  share: ((layout: Layout, precision: 'single' | 'double') => Sharing) | null = null,
): Generator<Progress, FloodAnswer, void> {
  const prepared = prepare(input);
  if (!prepared.ok) return prepared;
  const scenario = coarsened(prepared.scenario, input.coarsen);
  const window = windowOf(scenario);
  const usesHll = input.scheme === 'hll' || input.breach !== null;
  if (usesHll && window.columns * window.rows > mostNearFieldCells) return tooLarge(window, input);
  yield { done: 0, stage: quickStage };
  const quick = quickLook(scenario);
  const { columns, rows, where, limitsM } = scenario;
  const picture = depthClasses(quick.standing.depth, columns, rows, where, limitsM, 300);
  yield { done: 0.02, stage: quickStage, frame: { atS: input.durationS, features: picture } };
  if (usesHll) {
    const coversAll = window.columns * window.rows === columns * rows;
    const near = yield* nearFieldStage(scenario, window, nearStage, 0.02, coversAll ? 1 : 0.5);
    if (coversAll) return refinedAnswer(scenario, ofNearField(near), false);
    const far = yield* farField(scenario, near);
    return refinedAnswer(scenario, joined(scenario, near, far), true);
  }
  if (columns * rows > coarseFrom) yield* coarseStage(scenario);
  const sharing = share && mayShare(input) ? share(layoutOf(columns, rows), precisionOf(scenario)) : null;
  const result = yield* refinedStage(scenario, quick.filled, sharing);
  return refinedAnswer(scenario, ofInertial(scenario, result), true);
}

function tooLarge(window: Window, input: FloodInput): FloodAnswer {
  const cells = window.columns * window.rows;
  return refused(
    input.breach ? 'breach.nearFieldM' : 'scheme',
    'limit',
    {
      zh: `HLL 要算 ${cells} 格，最多 ${mostNearFieldCells} 格：缩小近区、裁剪或合并格子`,
      en: `HLL would have ${cells} cells to compute, ${mostNearFieldCells} at most: make the near field smaller, cut the raster or merge cells`,
    },
    { value: cells, max: mostNearFieldCells },
  );
}

/** A run on large cells, a preview only. */
function* coarseStage(scenario: Scenario): Generator<Progress, void, void> {
  const block = Math.ceil(Math.sqrt((scenario.columns * scenario.rows) / coarseCells));
  const coarse = coarsened(scenario, block);
  const stage = { zh: `初算：${block} 格并一格`, en: `First run: ${block} cells merged` };
  yield* inertialStage(coarse, { forcing: (layout) => forcingOf(coarse, layout), stage, from: 0.02, to: 0.1, frames: 4 });
}

/** Outside the near field: local-inertial, fed with what came through the breach. */
function farField(scenario: Scenario, near: NearFieldResult): Generator<Progress, StageResult, void> {
  const door = scenario.breachCell;
  const flow = overTime(near.hydrograph, near.sliceS, 1);
  const fed: Scenario = door === null ? scenario : { ...scenario, inflows: [...scenario.inflows, { ...door, flow }] };
  const stage = { zh: '精算：远区', en: 'Refined: far field' };
  return inertialStage(fed, { forcing: (layout) => forcingOf(fed, layout), stage, from: 0.5, to: 1, frames: scenario.input.frames });
}

function ofInertial(scenario: Scenario, { ledger, initialM3, ...result }: StageResult): Computed {
  const { rained, flowedIn, lost, flowedOut } = ledger;
  // Rain that never ran off was lost before it reached the solver.
  const onSlopes = Math.max(0, rainfallM3(scenario, scenario.input.durationS) - rained);
  const pouredM3 = initialM3 + rained + flowedIn + onSlopes;
  return {
    ...result,
    pouredM3,
    lostM3: lost + onSlopes,
    leftM3: flowedOut,
    volumeError: errorOf(pouredM3 - onSlopes, result.storedM3 + lost + flowedOut),
    breachPeakM3s: null,
  };
}

function ofNearField(near: NearFieldResult): Computed {
  const pouredM3 = near.pouredM3 + near.initialM3;
  const { depth, maxDepth, maxSpeed, hazard, arrivalS, storedM3, lostM3, leftM3, fastShare, fastCells, steps } = near;
  return {
    depth,
    maxDepth,
    maxSpeed,
    hazard,
    arrivalS,
    storedM3,
    lostM3,
    leftM3,
    fastShare,
    fastCells,
    steps,
    pouredM3,
    volumeError: errorOf(pouredM3, near.storedM3 + near.lostM3 + near.leftM3),
    breachPeakM3s: near.breach?.peakM3s() ?? null,
  };
}

/** The far field with the near field laid over it. */
function joined(scenario: Scenario, near: NearFieldResult, far: StageResult): Computed {
  const whole = ofInertial(scenario, far);
  const { column, row, columns, rows } = near.window;
  for (let y = 0; y < rows; y += 1)
    for (const name of ['depth', 'maxDepth', 'maxSpeed', 'hazard', 'arrivalS'] as const)
      whole[name].set(near[name].subarray(y * columns, (y + 1) * columns), (row + y) * scenario.columns + column);
  for (let cell = 0; cell < scenario.ground.length; cell += 1)
    if (Number.isNaN(scenario.ground[cell]))
      for (const name of ['depth', 'maxDepth', 'maxSpeed', 'hazard'] as const) whole[name][cell] = Number.NaN;
  return {
    ...whole,
    volumeError: Math.max(whole.volumeError, ofNearField(near).volumeError),
    breachPeakM3s: near.breach?.peakM3s() ?? null,
    steps: near.steps + far.steps,
  };
}
