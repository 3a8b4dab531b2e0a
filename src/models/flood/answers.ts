import type { Grid, ValuesOf } from '../field.ts';
import type { Answer, Uncertainty, Validity, Warning } from '../model.ts';
import { depthClasses } from './depthClasses.ts';
import type { floodOutputs } from './floodFields.ts';
import { breachShape } from './nearField/breach.ts';
import { breachOf } from './nearField/nearFieldStage.ts';
import type { QuickLook } from './quickAnswer.ts';
import type { Scenario } from './scenario.ts';

// What a flood answers: rasters, areas, volumes, and how far to trust them.

export type FloodOutputs = ValuesOf<typeof floodOutputs>;
export type FloodAnswer = Answer<FloodOutputs>;

export interface Computed {
  readonly depth: Float64Array;
  readonly maxDepth: Float64Array;
  readonly arrivalS: Float64Array;
  readonly maxSpeed: Float64Array;
  readonly hazard: Float64Array;
  readonly storedM3: number;
  readonly pouredM3: number;
  readonly lostM3: number;
  readonly leftM3: number;
  readonly volumeError: number;
  readonly fastShare: number;
  readonly fastCells: number;
  readonly steps: number;
  readonly breachPeakM3s: number | null;
}

/** Above this share of fast cells the local-inertial scheme is not to be believed. */
const mostFastShare = 0.05;

/** Answer of a quick look. */
export function quickAnswer(scenario: Scenario, { standing, pouredM3, lostM3 }: QuickLook): FloodAnswer {
  const { ground } = scenario;
  const depth = standing.depth.map((each, cell) => (Number.isNaN(ground[cell]) ? Number.NaN : each));
  const unknown = new Float64Array(depth.length).fill(Number.NaN);
  const outputs = outputsOf(scenario, 'quickLook', {
    depth,
    maxDepth: depth,
    arrivalS: unknown,
    maxSpeed: unknown,
    hazard: unknown,
    storedM3: standing.storedM3,
    pouredM3,
    lostM3,
    leftM3: standing.leftM3,
    volumeError: errorOf(pouredM3, lostM3 + standing.storedM3 + standing.leftM3),
    fastShare: 0,
    fastCells: 0,
    steps: 0,
    breachPeakM3s: null,
  });
  return {
    ok: true,
    outputs,
    validity: [],
    uncertainty: depthUncertainty,
    warnings: [
      {
        code: 'quick-look',
        text: {
          zh: '速览只显示水最终积在哪里：没有流速、时间与洪峰，堤后水位可能偏低；请作精算',
          en: 'the quick look only shows where water ends up: no speed, time or flood wave, and too little behind dikes; refine it',
        },
      },
      ...breachWarnings(scenario),
    ],
  };
}

/** Answer of a run in time. */
export function refinedAnswer(scenario: Scenario, computed: Computed, isInertial: boolean): FloodAnswer {
  const validity: Validity[] = [
    {
      subject: { zh: '急流占湿格', en: 'share of wet cells with a Froude number above 1' },
      value: computed.fastShare,
      unit: '1',
      min: null,
      max: isInertial ? mostFastShare : null,
      met: !isInertial || computed.fastShare <= mostFastShare,
      source: 'de Almeida and Bates 2013, Water Resour. Res. 49, 4833 (subcritical flow); the limit of 5 % is a choice of this model',
    },
  ];
  const warnings: Warning[] = [...breachWarnings(scenario)];
  if (!validity[0]?.met)
    warnings.push({
      code: 'use-hll',
      text: {
        zh: `急流占湿格 ${(100 * computed.fastShare).toFixed(1)} %，超过 5 %：局部惯性算法在此不准，请用 HLL`,
        en: `${(100 * computed.fastShare).toFixed(1)} % of wet cells are faster than a wave, more than 5 %: the local-inertial scheme is wrong here, use HLL`,
      },
    });
  if (isInertial && scenario.input.runoff === 'gathered' && scenario.rain)
    warnings.push({
      code: 'slopes-at-once',
      text: {
        zh: '坡面雨水即时汇入沟洼：坡面上的薄层水不显示，小沟水到时间偏早',
        en: 'rain on slopes runs at once to ditches and hollows: films on slopes are not shown and small ditches rise too early',
      },
    });
  return { ok: true, outputs: outputsOf(scenario, 'refined', computed), validity, uncertainty: depthUncertainty, warnings };
}

const depthUncertainty: readonly Uncertainty[] = [
  {
    output: 'maxDepth',
    kind: 'interval',
    low: -0.22,
    high: 0.22,
    confidence: null,
    source: 'RMSE against surveyed levels of the Merewether flood: local-inertial 0.22 m, HLL 0.14 m (1 m cells)',
    text: {
      zh: '水深误差约 ±0.2 m，另加高程误差；粗格子看不见窄于一格的堤与沟',
      en: 'depths are about 0.2 m wrong, and the error of the ground comes on top; dikes and ditches narrower than a cell are not seen',
    },
  },
];

function breachWarnings({ input }: Scenario): Warning[] {
  if (input.breach === null) return [];
  return [
    {
      code: 'breach-regression',
      text: {
        zh: '溃口尺寸由土石坝统计公式得出，单个溃口可差数倍；堤防更粗略',
        en: 'the size of the breach is a regression over earthen dams; a single one may differ several times, and dikes more',
      },
    },
  ];
}

/** |poured − accounted| as a share of what was poured. */
export function errorOf(pouredM3: number, accountedM3: number): number {
  return pouredM3 > 0 ? Math.abs(pouredM3 - accountedM3) / pouredM3 : 0;
}

function outputsOf(scenario: Scenario, method: FloodOutputs['method'], computed: Computed): FloodOutputs {
  const { columns, rows, where, limitsM, input } = scenario;
  const { depth, maxDepth, arrivalS, maxSpeed, hazard, ...figures } = computed;
  const raster = (values: Float64Array): Grid => ({ ...gridOf(scenario), values });
  const lowest = limitsM[0] as number;
  const flooded = maxDepth.reduce((count, each) => (each >= lowest ? count + 1 : count), 0);
  const breach = breachOf(scenario);
  const shape = breach && breachShape(breach);
  return {
    method,
    depth: raster(depth),
    maxDepth: raster(maxDepth),
    arrivalS: raster(arrivalS),
    maxSpeed: raster(maxSpeed),
    hazard: raster(hazard),
    classes: depthClasses(maxDepth, columns, rows, where, limitsM),
    floodedM2: flooded * where.dxM * where.dyM,
    ...figures,
    breachWidthM: shape && shape.widthM,
    breachFormationS: shape && shape.formationS,
    breachPeakM3s: input.breach ? computed.breachPeakM3s : null,
  };
}

/** Cells may have been merged: the raster of the answer is that of the scenario, not of the input. */
function gridOf({ input, columns, rows }: Scenario): Omit<Grid, 'values'> {
  const { west, north, cellX, cellY, crs } = input.dem;
  return { columns, rows, west, north, cellX: cellX * input.coarsen, cellY: cellY * input.coarsen, crs };
}
