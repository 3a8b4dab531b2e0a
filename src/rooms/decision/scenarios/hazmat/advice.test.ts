import { expect, test } from 'vitest';
import { adviseZones, indoorShare, type CloudZone } from './advice.ts';

const zone = (id: string, farM: number, widthM: number): CloudZone => ({ id, name: { zh: id, en: id }, farM, widthM });

test('a closed room takes in what the mass balance says: half an air change lets in 21 % of the dose', () => {
  expect(indoorShare(3600, 0.5)).toBeCloseTo(1 - (1 - Math.exp(-0.5)) / 0.5, 12);
  expect(indoorShare(3600, 0.5)).toBeCloseTo(0.213, 3);
  expect(indoorShare(0, 0.5)).toBe(0);
});

test('a cloud that passes in ten minutes and is there first: people shelter', () => {
  const [advice] = adviseZones({ windMps: 3, releaseS: 600, exposureS: 3600, zones: [zone('aegl3', 800, 200)] }, 0.5);
  expect(advice).toMatchObject({ rule: 'shelter', passageS: 600 });
  expect(advice?.nearM).toBeCloseTo(3 * (600 + 100 / 1.33), 6);
});

test('a long release in leaky houses: near people shelter and are led out, far ones leave across the wind', () => {
  const cloud = { windMps: 2, releaseS: null, exposureS: 3600, zones: [zone('aegl3', 900, 100), zone('aegl2', 9000, 800)] };
  expect(adviseZones(cloud, 4).map(({ rule }) => rule)).toEqual(['shelterThenEscort', 'leaveCrosswind']);
});

test('where the mixture may burn nobody shelters, and discomfort calls for no decision', () => {
  const cloud = {
    windMps: 2,
    releaseS: null,
    exposureS: 3600,
    zones: [zone('lfl', 60, 20), zone('aegl1', 5000, 900), zone('aegl2', 0, 0)],
  };
  expect(adviseZones(cloud, 0.5).map(({ rule }) => rule)).toEqual(['noIgnition']);
});
