import { expect, test } from 'vitest';
import { isInRings } from '#geo/inside.ts';
import type { LonLat, Rings } from '#geo/position.ts';
import { refineModel, runModel } from '../runModel.ts';
import { dispersion } from './dispersion.ts';
import type { DispersionOutput } from './fields.ts';

const leak = {
  source: [116.95, 34.18],
  substance: 'chlorine',
  release: 'continuous',
  rateKgS: 1,
  windSpeedMps: 3,
  windFromDeg: 270,
  stability: 'D',
};

function run(more: Record<string, unknown> = {}) {
  const answer = runModel(dispersion, { ...leak, ...more });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return { ...answer, outputs: answer.outputs as unknown as DispersionOutput };
}

function problems(more: Record<string, unknown>) {
  const answer = runModel(dispersion, { ...leak, ...more });
  return answer.ok ? [] : answer.problems.map(({ field, rule, unit }) => `${field} ${rule} ${unit}`);
}

const farOf = (outputs: DispersionOutput, id: string) => outputs.zones.find((zone) => zone.id === id)!.farM;

test('cold chlorine is taken as dense and ammonia gas as passive, by the criterion alone', () => {
  expect(run({ sourceTemperatureK: 239 }).outputs.behaviour).toBe('dense');
  expect(run({ substance: 'ammonia' }).outputs.behaviour).toBe('passive');
  // Carried droplets make ammonia heavy: the density of the mixture decides, not the name.
  expect(run({ substance: 'ammonia', sourceDensityKgM3: 5, sourceTemperatureK: 240, rateKgS: 20 }).outputs.behaviour).toBe('dense');
  expect(run({ rateKgS: 0.001, windSpeedMps: 12 }).outputs.behaviour).toBe('passive');
});

test('a zone lies downwind, holds the axis, and a higher level lies inside a lower one', () => {
  const { outputs } = run({ behaviour: 'passive' });
  const reaches = outputs.zones.map(({ farM }) => farM);
  expect(reaches).toEqual(reaches.toSorted((a, b) => a - b));
  const zone = outputs.area.features.find(({ properties }) => properties?.['id'] === 'aegl2' && properties['kind'] === 'zone')!;
  const rings = (zone.geometry as GeoJSON.Polygon).coordinates as Rings;
  const east = (metres: number): LonLat => [116.95 + metres / (111_195 * Math.cos((34.18 * Math.PI) / 180)), 34.18];
  expect(isInRings(east(1000), rings)).toBe(true);
  expect(isInRings(east(-100), rings)).toBe(false);
});

test('more rate reaches farther, and a short release less far than a lasting one', () => {
  for (const behaviour of ['passive', 'dense']) {
    expect(farOf(run({ behaviour, rateKgS: 2 }).outputs, 'aegl3')).toBeGreaterThan(farOf(run({ behaviour }).outputs, 'aegl3'));
    const short = run({ behaviour, release: 'finite', durationS: 60 }).outputs;
    expect(farOf(short, 'aegl2')).toBeLessThanOrEqual(farOf(run({ behaviour }).outputs, 'aegl2'));
    expect(farOf(short, 'lethal1')).toBeLessThanOrEqual(farOf(run({ behaviour }).outputs, 'lethal1'));
  }
});

test('the ensemble holds the answer, and its sector covers the zone', () => {
  const { outputs, uncertainty } = run({ behaviour: 'passive' });
  for (const zone of outputs.zones.filter(({ isCut }) => isCut === 0)) {
    expect(zone.lowM).toBeLessThanOrEqual(zone.farM);
    expect(zone.highM).toBeGreaterThanOrEqual(zone.farM);
  }
  expect(uncertainty.some(({ kind, high }) => kind === 'factor' && high === 2)).toBe(true);
});

test('bad input is named with field, rule and unit, never computed', () => {
  expect(problems({ rateKgS: -1, windSpeedMps: 0, stability: 'Z' })).toEqual([
    'rateKgS min kg/s',
    'windSpeedMps min m/s',
    'stability choice null',
  ]);
  expect(problems({ rateKgS: undefined })).toEqual(['rateKgS required kg/s']);
  expect(problems({ release: 'instantaneous' })).toEqual(['massKg required kg']);
  expect(problems({ substance: 'unobtainium' })).toEqual(['substance choice null']);
  expect(problems({ substance: 'lpg' })).toEqual(['molarMassKgMol data kg/mol']);
  expect(problems({ lidM: 60, releaseHeightM: 80 })).toEqual(['lidM combination m']);
  const late = [{ fromS: 60, speedMps: 3, fromDeg: 0, stability: 'D' }];
  expect(problems({ changingWind: late })).toEqual(['changingWind[0].fromS combination s']);
});

test('light wind and distances beyond the range of σ are said', () => {
  const { warnings, validity } = run({ windSpeedMps: 0.6, behaviour: 'passive' });
  expect(warnings.map(({ code }) => code)).toContain('light-wind');
  expect(validity.find(({ subject }) => subject.en === 'Wind speed')?.met).toBe(false);
  expect(validity.some(({ met, unit }) => unit === 'm' && !met)).toBe(true);
});

test('a place the cloud only brushes has the peak of a deadly concentration but not its load', () => {
  const steady = run({ behaviour: 'passive', exposureMinutes: 30 }).outputs;
  const changingWind = [0, 120, 240, 360].map((fromS) => ({ fromS, speedMps: 3, fromDeg: fromS, stability: 'D' }));
  const { outputs } = run({ changingWind, behaviour: 'passive', release: 'finite', durationS: 480, exposureMinutes: 30 });
  expect(farOf(outputs, 'lethal50')).toBeGreaterThan(0);
  expect(farOf(outputs, 'lethal50')).toBeLessThan(0.8 * farOf(steady, 'lethal50'));
});

test('a small zone of a long release in one wind, followed by puffs, is the zone of the plume', () => {
  const long = { behaviour: 'passive', substance: 'ammonia', rateKgS: 0.02, exposureMinutes: 200, receptorHeightM: 0 };
  const steady = run(long).outputs;
  const puffs = run({ ...long, changingWind: [{ fromS: 0, speedMps: 3, fromDeg: 270, stability: 'D' }] }).outputs;
  for (const { id, farM } of steady.zones.filter((zone) => zone.id.startsWith('aegl')))
    expect(Math.abs(farOf(puffs, id) / farM - 1)).toBeLessThan(0.05);
});

test('changing wind shows both directions, quick and refined', () => {
  const changingWind = [
    { fromS: 0, speedMps: 3, fromDeg: 270, stability: 'D' },
    { fromS: 900, speedMps: 3, fromDeg: 180, stability: 'D' },
  ];
  const quick = run({ changingWind, behaviour: 'passive', reachM: 3000 }).outputs;
  expect(quick.zones.find(({ id }) => id === 'aegl3')!.areaM2).toBeGreaterThan(
    1.8 * run({ behaviour: 'passive' }).outputs.zones[2]!.areaM2,
  );
  const steps = refineModel(dispersion, { ...leak, changingWind, behaviour: 'passive', substance: 'ammonia', reachM: 2000 });
  let frames = 0;
  let step = steps.next();
  while (!step.done) {
    if (step.value.frame) frames += 1;
    step = steps.next();
  }
  expect(frames).toBeGreaterThan(2);
  expect(step.value.ok).toBe(true);
});
