import { expect, test } from 'vitest';
import type { ValuesOf } from '../field.ts';
import { runModel } from '../runModel.ts';
import { seededNormal } from '../statistics.ts';
import { ratingCurve } from './ratingCurve.ts';
import { river } from './river.ts';
import type { riverOutputs } from './riverFields.ts';
import { routeMuskingum, muskingumCoefficients } from './muskingum.ts';
import { scsPeak, scsUnitHydrograph } from './unitHydrograph.ts';

const noise = seededNormal(7);
/** Three days of small waves, then a flood that rises 8 cm an hour. */
const stages = Array.from(
  { length: 96 },
  (_, hour) => 30 + 0.6 * Math.sin(hour / 9) + (hour > 84 ? 0.08 * (hour - 84) : 0) + 0.005 * noise(),
);
const rating = Array.from({ length: 20 }, (_, at) => ({ stageM: 28 + at * 0.5, dischargeM3s: 12 * (at * 0.5) ** 1.6 + at }));

function outputsOf(raw: unknown): ValuesOf<typeof riverOutputs> {
  const answer = runModel(river, raw);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.outputs as unknown as ValuesOf<typeof riverOutputs>;
}

const problemsOf = (raw: unknown) => {
  const answer = runModel(river, raw);
  return answer.ok ? [] : answer.problems.map(({ field, rule }) => `${field} ${rule}`);
};

test('a rising river is told to reach its warning stage, soonest and latest around the likely time', () => {
  const now = stages.at(-1) as number;
  const { warning, guarantee, medianM, lowM, highM, method } = outputsOf({
    stagesM: stages,
    warningM: now + 0.12,
    guaranteeM: now + 5,
    leads: 10,
  });
  expect(method).toBe('trend');
  expect(warning?.probability).toBeGreaterThan(0.5);
  expect(warning?.medianS).toBeGreaterThan(0);
  expect(warning?.earliestS as number).toBeLessThan(warning?.medianS as number);
  expect(guarantee).toEqual({ medianS: null, earliestS: null, latestS: null, probability: 0 });
  medianM.forEach((each, lead) => {
    expect(lowM[lead]).toBeLessThanOrEqual(each);
    expect(highM[lead]).toBeGreaterThanOrEqual(each);
  });
  expect((highM[9] as number) - (lowM[9] as number)).toBeGreaterThan((highM[0] as number) - (lowM[0] as number));
});

test('a river above its warning stage has reached it now', () => {
  expect(outputsOf({ stagesM: stages, warningM: 29 }).warning).toEqual({ medianS: 0, earliestS: 0, latestS: 0, probability: 1 });
});

test('a wave upstream is seen hours before it comes', () => {
  const upstream = Array.from(
    { length: 108 },
    (_, hour) => 20 + (hour > 92 ? 150 * Math.exp(-((hour - 98) ** 2) / 12) : 0) + 4 * Math.sin(hour / 7),
  );
  const curve = ratingCurve(rating);
  const routed = routeMuskingum(upstream, 3, muskingumCoefficients(3600, 0.2, 3600), upstream[0] as number);
  const stagesM = routed.slice(0, 96).map((each) => curve.stage(each) + 0.01 * noise());
  const { method, medianM, dischargeM3s } = outputsOf({
    stagesM,
    rating,
    upstream: { dischargeM3s: upstream, reaches: 3, travelS: 3600 },
    leads: 12,
  });
  expect(method).toBe('flow');
  expect(dischargeM3s?.length).toBe(108);
  expect(Math.max(...medianM) - (stagesM.at(-1) as number)).toBeGreaterThan(0.8);
  medianM.forEach((each, lead) => expect(Math.abs(each - curve.stage(routed[96 + lead] as number))).toBeLessThan(0.1));
});

test('rain on a catchment comes as the triangle of the SCS', () => {
  const runoffMm = Array.from({ length: 60 }, (_, hour) => (hour === 40 ? 10 : 0));
  const { dischargeM3s } = outputsOf({
    stagesM: stages.slice(0, 48),
    rating,
    catchment: { areaKm2: 100, runoffMm, unitHydrograph: 'scs', concentrationS: 18_000 },
    baseflowM3s: 3,
    leads: 12,
  });
  expect(Math.max(...(dischargeM3s ?? [])) - 3).toBeGreaterThan(0.85 * scsPeak(100, 10, 18_000, 3600));
  expect(Math.max(...scsUnitHydrograph(18_000, 3600)) * (1e6 / 3.6e3)).toBeLessThanOrEqual(scsPeak(100, 10, 18_000, 3600));
});

test('a rating curve and its inverse undo each other', () => {
  const curve = ratingCurve(rating);
  for (let stage = 28; stage < 37; stage += 0.13) expect(curve.stage(curve.discharge(stage))).toBeCloseTo(stage, 10);
});

test('bad input is refused with the field that is wrong', () => {
  expect(problemsOf({ stagesM: stages.slice(0, 10) })).toEqual(['stagesM length']);
  expect(problemsOf({ stagesM: stages.slice(0, 30), leads: 24 })).toEqual(['leads combination']);
  expect(problemsOf({ stagesM: [...stages, Number.NaN] })).toEqual(['stagesM[96] type']);
  expect(problemsOf({ stagesM: stages, warningM: 33, guaranteeM: 31 })).toEqual(['guaranteeM combination']);
  expect(problemsOf({ stagesM: stages, rating: [...rating, { stageM: 28, dischargeM3s: 9 }] })).toEqual(['rating[20] combination']);
  const dischargeM3s = stages.map(() => 20);
  expect(problemsOf({ stagesM: stages, rating, upstream: { dischargeM3s, travelS: 3600 } })).toEqual(['upstream.dischargeM3s length']);
  const long = Array.from({ length: 108 }, () => 20);
  expect(problemsOf({ stagesM: stages, upstream: { dischargeM3s: long, travelS: 3600 } })).toEqual(['rating required']);
  expect(problemsOf({ stagesM: stages, rating, upstream: { dischargeM3s: long, travelS: 86_400 } })).toEqual([
    'upstream.travelS combination',
  ]);
  expect(problemsOf({ stagesM: stages, rating, catchment: { areaKm2: 5, runoffMm: long, unitHydrograph: 'nash' } })).toEqual([
    'catchment.reservoirs required',
    'catchment.residenceS required',
  ]);
});
