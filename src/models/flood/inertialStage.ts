import type { Label } from '../field.ts';
import type { Progress } from '../model.ts';
import { depthClasses } from './depthClasses.ts';
import { type Forcing, type Ledger, volumeOf } from './inertial/forcing.ts';
import { inertialFlood } from './inertial/inertialFlood.ts';
import { evenRows } from './inertial/inertialRun.ts';
import { sharedArrays, type Sharing, tally, totals } from './inertial/sharedFlood.ts';
import { alone } from './inertial/team.ts';
import { gather, type Layout } from './layout.ts';
import { notePeaks, peaksOf } from './peaks.ts';
import { hasWasmSimd } from './wasm/wasmKernel.ts';
import type { Scenario } from './scenario.ts';

// One run of the local-inertial solver over a scenario, with pictures on the way.

export interface StageResult {
  /** Row order without margins; NaN where there is no ground, in arrival also where water never came. */
  readonly depth: Float64Array;
  readonly maxDepth: Float64Array;
  readonly maxSpeed: Float64Array;
  readonly hazard: Float64Array;
  readonly arrivalS: Float64Array;
  readonly ledger: Ledger;
  readonly initialM3: number;
  readonly storedM3: number;
  readonly fastShare: number;
  readonly fastCells: number;
  readonly steps: number;
}

export interface StageOptions {
  readonly forcing: (layout: Layout) => Forcing;
  readonly stage: Label;
  /** Part of the whole progress this stage takes. */
  readonly from: number;
  readonly to: number;
  readonly frames: number;
  /** This worker's part when several compute the flood together; all must run the stage to its end. */
  readonly sharing?: Sharing | null;
}

/** Looks at the state at least so often in all, for peaks and times of arrival. */
const looks = 288;
const courant = 0.7;

/** Runs to the end of the scenario; the caller may stop between steps. */
export function* inertialStage(scenario: Scenario, options: StageOptions): Generator<Progress, StageResult, void> {
  const { input, where, columns, rows, ground, limitsM } = scenario;
  const settings = { dx: where.dxM, dy: where.dyM, theta: input.theta, dryM: input.dryM };
  const terrain = {
    columns,
    rows,
    ground,
    roughness: input.roughnessGrid?.values ?? input.roughness,
    ...(input.initialDepth && { depth: input.initialDepth.values }),
  };
  const sharing = options.sharing ?? null;
  const precision = precisionOf(scenario);
  const flood = inertialFlood(terrain, { ...settings, courant, precision, forcing: options.forcing }, sharing);
  const { layout, fields, tiles, run } = flood;
  const peaks = sharing
    ? peaksOf(
        layout,
        sharedArrays(sharing.shared.peaks, 4, (buffer, offset, length) => new Float32Array(buffer, offset, length)),
      )
    : peaksOf(layout);
  const ownRows = evenRows(layout.tileRows, sharing?.team ?? alone);
  let worst = { fastShare: 0, fastCells: 0 };
  for (let look = 0; look <= looks; look += 1) {
    run.advance((input.durationS * look) / looks);
    let { wetCells, fastCells } = notePeaks(peaks, fields, tiles, ownRows, run.flows(), run.atS());
    if (sharing) {
      const { rained, flowedIn, lost, flowedOut } = run.ledger;
      tally(sharing, [rained, flowedIn, lost, flowedOut, wetCells, fastCells]);
      sharing.team.wait();
      [, , , , wetCells = 0, fastCells = 0] = totals(sharing.shared);
      sharing.team.wait();
    }
    if (fastCells > worst.fastCells) worst = { fastShare: fastCells / wetCells, fastCells };
    const done = options.from + ((options.to - options.from) * look) / looks;
    const isFrame =
      options.frames > 0 && look > 0 && Math.floor((look * options.frames) / looks) > Math.floor(((look - 1) * options.frames) / looks);
    yield isFrame
      ? {
          done,
          stage: options.stage,
          frame: { atS: run.atS(), features: depthClasses(gather(layout, fields.h), columns, rows, where, limitsM, 300) },
        }
      : { done, stage: options.stage };
  }
  const holes = (values: Float64Array) => values.map((each, cell) => (Number.isNaN(ground[cell]) ? Number.NaN : each));
  const maxDepth = holes(gather(layout, peaks.depth));
  return {
    depth: holes(gather(layout, fields.h)),
    maxDepth,
    maxSpeed: holes(gather(layout, peaks.speed)),
    hazard: holes(gather(layout, peaks.hazard)),
    arrivalS: gather(layout, peaks.arrivalS).map((each) => (each < 0 ? Number.NaN : each)),
    ledger: sharing ? ledgerOf(totals(sharing.shared)) : run.ledger,
    initialM3: run.initialM3,
    storedM3: volumeOf(fields, settings),
    ...worst,
    steps: run.steps(),
  };
}

function ledgerOf([rained = 0, flowedIn = 0, lost = 0, flowedOut = 0]: readonly number[]): Ledger {
  return { rained, flowedIn, lost, flowedOut };
}

/** Precision a scenario is computed in here: single only where WebAssembly has SIMD. */
export function precisionOf({ input }: Scenario): 'single' | 'double' {
  return input.precision === 'single' && hasWasmSimd() ? 'single' : 'double';
}
