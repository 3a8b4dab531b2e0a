import { expect, test } from 'vitest';
import { dispersion } from '#models/dispersion/dispersion.ts';
import { runModel } from '#models/runModel.ts';
import { compareFigures, keyFiguresOf } from './keyFigures.ts';

function figures(rateKgS: number, substance = 'ammonia') {
  const source = [116.95, 34.19];
  const result = runModel(dispersion, {
    source,
    substance,
    release: 'continuous',
    rateKgS,
    windSpeedMps: 3,
    windFromDeg: 45,
    stability: 'D',
  });
  if (!result.ok) throw new Error('refused');
  return keyFiguresOf(dispersion.outputs, result.outputs);
}

test('a larger leak is held against a smaller one level by level', () => {
  const rows = compareFigures(figures(4), figures(2));
  const aegl3 = rows.find(({ key }) => key === 'zones.aegl3.farM');
  expect(aegl3?.label.en).toMatch(/^AEGL-3 .* distance downwind$/);
  expect(aegl3?.here).toBeGreaterThan(aegl3?.there ?? Infinity);
});

test('what only one of the two has stands beside an empty cell', () => {
  const rows = compareFigures(figures(2, 'propane'), figures(2));
  expect(rows.some(({ here, there }) => here === null && there !== null)).toBe(true);
});
