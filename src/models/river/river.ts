import type { ValuesOf } from '../field.ts';
import { type Answer, defineModel, type InputProblem, refused, type Validity, type Warning } from '../model.ts';
import { runoffBySteps } from './curveNumber.ts';
import { isMuskingumSafe, muskingumCoefficients, routeMuskingum } from './muskingum.ts';
import { firstFallingPoint, type RatingCurve, ratingCurve } from './ratingCurve.ts';
import { riverCases } from './river.cases.ts';
import { riverInputs, riverOutputs } from './riverFields.ts';
import {
  bestTrend,
  correctedStage,
  type Crossing,
  crossingOf,
  dampedTrend,
  forecastStage,
  pastErrors,
  settlingSteps,
} from './stageForecast.ts';
import { convolve, nashUnitHydrograph, scsUnitHydrograph } from './unitHydrograph.ts';

export type RiverInput = ValuesOf<typeof riverInputs>;
type RiverOutputs = ValuesOf<typeof riverOutputs>;

/** What is left of an error of the computed stage after each step. */
const keptError = 0.9;
/** Fewer past forecasts than this say little about a band. */
const fewForecasts = 20;

/** Whether a river will pass its warning or guarantee stage in the next hours, when, and how sure that is. */
export const river = defineModel({
  id: 'river',
  version: '1.0.0',
  label: { zh: '河道水位预报', en: 'River stage forecast' },
  question: { zh: '水位会不会到警戒、保证？还有多久？', en: 'Will the river reach its warning or guarantee stage, and when?' },
  clauses: [
    {
      standard: 'Gardner, McKenzie 1985, Manage. Sci. 31, 1237',
      clause: 'damped trend',
      subject: { zh: '水位趋势', en: 'trend of the stage' },
      verified: false,
    },
    { standard: 'McCarthy 1938', clause: 'Muskingum', subject: { zh: '河道演算', en: 'routing' }, verified: false },
    {
      standard: 'Nash 1957, IASH Publ. 45',
      clause: 'cascade of linear stores',
      subject: { zh: '瞬时单位线', en: 'unit hydrograph' },
      verified: false,
    },
    {
      standard: 'USDA NRCS, National Engineering Handbook part 630',
      clause: 'ch. 16',
      subject: { zh: '三角形单位线', en: 'triangular unit hydrograph' },
      verified: false,
    },
    {
      standard: 'USDA NRCS, National Engineering Handbook part 630',
      clause: 'ch. 10',
      subject: { zh: '曲线数产流', en: 'runoff by curve number' },
      verified: false,
    },
  ],
  inputs: riverInputs,
  outputs: riverOutputs,
  compute(input): Answer<RiverOutputs> {
    const problems = problemsOf(input);
    if (problems.length > 0) return { ok: false, problems };
    const { stagesM, leads, band, stepS } = input;
    const rating = input.rating && ratingCurve(input.rating);
    const discharge = dischargeOf(input);
    const forecaster =
      discharge && rating
        ? correctedStage(
            stagesM,
            discharge.map((each) => rating.stage(each)),
            keptError,
          )
        : dampedTrend(stagesM, bestTrend(stagesM, leads));
    const forecast = forecastStage(stagesM, forecaster, leads, band);
    const now = stagesM.at(-1) as number;
    const timed = (thresholdM: number | null) => (thresholdM === null ? null : inSeconds(crossingOf(now, forecast, thresholdM), stepS));
    return {
      ok: true,
      outputs: {
        method: discharge && rating ? 'flow' : 'trend',
        medianM: forecast.median,
        lowM: forecast.low,
        highM: forecast.high,
        riseMmPerHour: ((now - (stagesM.at(-2) as number)) * 3.6e6) / stepS,
        warning: timed(input.warningM),
        guarantee: timed(input.guaranteeM),
        dischargeM3s: discharge,
      },
      validity: validityOf(input, rating, forecast.high),
      uncertainty: [
        {
          output: 'medianM',
          kind: 'ensemble',
          low: (1 - band) / 2,
          high: (1 + band) / 2,
          confidence: band,
          source: 'errors of the same forecast at every past instant of the series',
          text: {
            zh: '带由过去同样预报的误差得出；过程里没有过的涨势不在其内',
            en: 'the band comes from errors of past forecasts; a rise unlike any in the series is not in it',
          },
        },
      ],
      warnings: warningsOf(input, Math.min(...pastErrors(stagesM, forecaster, leads).map(({ length }) => length))),
    };
  },
  cases: riverCases,
});

function inSeconds({ median, earliest, latest, probability }: Crossing, stepS: number) {
  const seconds = (steps: number | null) => steps && steps * stepS;
  return { medianS: seconds(median), earliestS: seconds(earliest), latestS: seconds(latest), probability };
}

/** Flow at the gauge from upstream and from the catchment, over history and forecast; null when neither is given. */
function dischargeOf({ upstream, catchment, baseflowM3s, stagesM, leads, stepS }: RiverInput): number[] | null {
  if (upstream === null && catchment === null) return null;
  const steps = stagesM.length + leads;
  const total = Array.from({ length: steps }, () => baseflowM3s);
  const add = (flow: readonly number[]) => flow.forEach((value, at) => (total[at] = (total[at] as number) + value));
  if (upstream) {
    const coefficients = muskingumCoefficients(upstream.travelS, upstream.weight, stepS);
    const inflow = upstream.dischargeM3s.slice(0, steps);
    add(routeMuskingum(inflow, upstream.reaches, coefficients, inflow[0] as number));
  }
  if (catchment) {
    const { runoffMm, curveNumber } = catchment;
    const runoff = (curveNumber === null ? runoffMm : runoffBySteps(runoffMm, curveNumber)).map((each) => each / 1000);
    add(convolve(runoff, ordinatesOf(catchment, stepS), catchment.areaKm2 * 1e6, stepS, steps));
  }
  return total;
}

function ordinatesOf(
  { unitHydrograph, reservoirs, residenceS, concentrationS }: NonNullable<RiverInput['catchment']>,
  stepS: number,
): number[] {
  return unitHydrograph === 'nash'
    ? nashUnitHydrograph(reservoirs ?? 1, residenceS ?? stepS, stepS)
    : scsUnitHydrograph(concentrationS ?? stepS, stepS);
}

function problemsOf(input: RiverInput): InputProblem[] {
  const { stagesM, leads, upstream, catchment, rating, warningM, guaranteeM } = input;
  const problems: InputProblem[] = [];
  const add = (...args: Parameters<typeof refused>) => problems.push(...refused(...args).problems);
  const needed = stagesM.length + leads;
  if (stagesM.length < settlingSteps + leads + 8)
    add(
      'leads',
      'combination',
      {
        zh: `只有 ${stagesM.length} 个水位，最多预报 ${stagesM.length - settlingSteps - 8} 步`,
        en: `with ${stagesM.length} stages at most ${stagesM.length - settlingSteps - 8} steps can be forecast`,
      },
      { value: leads, unit: '1', max: stagesM.length - settlingSteps - 8 },
    );
  if ((upstream || catchment) && !rating)
    add('rating', 'required', { zh: '由流量预报水位需要水位流量关系', en: 'a stage from flow needs a rating curve' });
  const falling = rating ? firstFallingPoint(rating) : -1;
  if (falling !== -1)
    add(`rating[${falling}]`, 'combination', {
      zh: '水位与流量都应逐点增大',
      en: 'stage and discharge must both rise from point to point',
    });
  if (upstream && upstream.dischargeM3s.length < needed)
    add(
      'upstream.dischargeM3s',
      'length',
      { zh: `应有 ${needed} 个值，到预报末为止`, en: `needs ${needed} values, to the end of the forecast` },
      { value: upstream.dischargeM3s.length, min: needed },
    );
  if (catchment && catchment.runoffMm.length < needed)
    add(
      'catchment.runoffMm',
      'length',
      { zh: `应有 ${needed} 个值，到预报末为止`, en: `needs ${needed} values, to the end of the forecast` },
      { value: catchment.runoffMm.length, min: needed },
    );
  for (const name of catchment?.unitHydrograph === 'nash' ? (['reservoirs', 'residenceS'] as const) : (['concentrationS'] as const))
    if (catchment && catchment[name] === null)
      add(`catchment.${name}`, 'required', { zh: '所选单位线需要此项', en: 'the unit hydrograph chosen needs it' });
  if (upstream && !isMuskingumSafe(muskingumCoefficients(upstream.travelS, upstream.weight, input.stepS)))
    add(
      'upstream.travelS',
      'combination',
      {
        zh: `应使 2Kx ≤ 时距 ≤ 2K(1−x)，否则会出现负流量；增减河段数`,
        en: 'must satisfy 2Kx ≤ step ≤ 2K(1 − x), or flows may turn negative; use more or fewer reaches',
      },
      {
        value: upstream.travelS,
        unit: 's',
        min: input.stepS / (2 * (1 - upstream.weight)),
        max: upstream.weight > 0 ? input.stepS / (2 * upstream.weight) : null,
      },
    );
  if (warningM !== null && guaranteeM !== null && guaranteeM < warningM)
    add(
      'guaranteeM',
      'combination',
      { zh: `不应低于警戒水位 ${warningM} m`, en: `must not be below the warning stage, ${warningM} m` },
      { value: guaranteeM, unit: 'm', min: warningM },
    );
  return problems;
}

function validityOf({ stagesM }: RiverInput, rating: RatingCurve | null, high: readonly number[]): Validity[] {
  const most = Math.max(...high);
  const highest = stagesM.reduce((max, each) => Math.max(max, each), Number.NEGATIVE_INFINITY);
  return [
    {
      subject: { zh: '预报带上缘不高于实测最高水位', en: 'upper edge of the band not above the highest stage of the series' },
      value: most,
      unit: 'm',
      min: null,
      max: highest,
      met: most <= highest,
      source: 'errors were counted below this stage only',
    },
    ...(rating
      ? [
          {
            subject: { zh: '在水位流量关系之内', en: 'inside the rating curve' },
            value: most,
            unit: 'm',
            min: rating.from.stageM,
            max: rating.to.stageM,
            met: most <= rating.to.stageM && most >= rating.from.stageM,
            source: 'the table of the rating curve',
          },
        ]
      : []),
  ];
}

function warningsOf({ leads }: RiverInput, pastCount: number): Warning[] {
  if (pastCount >= fewForecasts) return [];
  return [
    {
      code: 'short-history',
      text: {
        zh: `第 ${leads} 步只有 ${pastCount} 次过去的预报可比，预报带不可靠`,
        en: `only ${pastCount} past forecasts reach lead ${leads}: the band is not reliable`,
      },
    },
  ];
}
