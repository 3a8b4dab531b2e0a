import { expect, test } from 'vitest';
import { areaM2 } from '#geo/area.ts';
import { distanceM } from '#geo/distance.ts';
import { runModel } from '../runModel.ts';
import { earthquake } from './earthquake.ts';
import { accelerationGal, instrumentalIntensity } from './intensity.ts';

const good = { epicentre: [116.95, 34.19], magnitude: 6.5, strikeDeg: 20, relation: 'eastern' };

function zonesOf(input: object) {
  const result = runModel(earthquake, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.outputs['zones'] as {
    intensity: number;
    zone: GeoJSON.Polygon;
    areaKm2: number;
    people: number | null;
    inner: GeoJSON.Polygon | null;
  }[];
}

test('zones grow outwards, keep their area on the ground and lie along the strike', () => {
  const zones = zonesOf(good);
  expect(zones.map(({ intensity }) => intensity)).toEqual([8, 7, 6, 5, 4]);
  for (const { zone, areaKm2 } of zones) expect(areaM2(zone) / 1e6 / areaKm2).toBeCloseTo(1, 1);
  const tip = zones[2]?.zone.coordinates[0]?.[0] as [number, number];
  expect(distanceM([116.95, 34.19], tip) / 1000).toBeCloseTo(74.4, 0);
  expect(tip[0]).toBeGreaterThan(116.95);
});

test('people count once, in the strongest zone they are in, and nobody outside', () => {
  const at = (lon: number, people: number): GeoJSON.Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, 34.19] },
    properties: { people },
  });
  const exposure = { type: 'FeatureCollection', features: [at(116.95, 1000), at(117.1, 200), at(125, 7)] };
  const zones = zonesOf({ ...good, exposure });
  expect(zones.map(({ people }) => people)).toEqual([1000, 200, 0, 0, 0]);
});

test('the official map takes the place of the ellipses, and one without intensities is refused', () => {
  const square: GeoJSON.Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [116, 34],
        [117, 34],
        [117, 35],
        [116, 35],
        [116, 34],
      ],
    ],
  };
  const officialMap = (intensity: unknown) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: square, properties: { intensity } }],
  });
  expect(zonesOf({ ...good, officialMap: officialMap(7) })).toMatchObject([{ intensity: 7, inner: null }]);
  const refusal = runModel(earthquake, { ...good, officialMap: officialMap('strong') });
  expect(refusal.ok ? null : refusal.problems[0]).toMatchObject({ field: 'officialMap', rule: 'geometry' });
});

test('a small shock is reported as outside what the relation was fitted for, never as certainty', () => {
  const result = runModel(earthquake, { ...good, magnitude: 3.2 });
  expect(result.ok && result.validity[0]).toMatchObject({ met: false });
  expect(result.ok && result.uncertainty.length).toBe(2);
});

test('deaths appear only when somebody states the share of destroyed houses', () => {
  const exposure = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [116.95, 34.19] }, properties: { people: 10_000 } }],
  };
  const without = zonesOf({ ...good, exposure }) as unknown as { deaths: number | null }[];
  expect(without[0]?.deaths).toBeNull();
  const stated = zonesOf({ ...good, exposure, destroyedShare: [{ intensity: 8, share: 0.1 }] }) as unknown as { deaths: number | null }[];
  expect(stated[0]?.deaths).toBeCloseTo(4.1, 1);
});

test('both branches of peak acceleration meet at magnitude 6.5', () => {
  expect(accelerationGal('eastern', 'long', 6.5, 20)).toBeCloseTo(281.8, 0);
  expect(accelerationGal('eastern', 'long', 6.5000001, 20)).toBeCloseTo(282.1, 0);
});

test('instrumental intensity begins VI where the standard says', () => {
  expect(instrumentalIntensity(0.457, 0.0381)).toBeCloseTo(5.5, 1);
  expect(instrumentalIntensity(0.936, 0.0817)).toBeCloseTo(6.5, 1);
  expect(instrumentalIntensity(1e-9, 1e-9)).toBe(1);
});

test('what is no epicentre, magnitude or relation is named', () => {
  const refusal = runModel(earthquake, { epicentre: [190, 34], magnitude: 9, strikeDeg: -1, relation: 'moon' });
  expect(refusal.ok ? [] : refusal.problems.map(({ field }) => field)).toEqual(['epicentre', 'magnitude', 'strikeDeg', 'relation']);
});
