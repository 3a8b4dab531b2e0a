import { expect, test } from 'vitest';
import { needFigures, substanceOf } from './lookup.ts';
import { substances } from './substances.table.ts';

test('ids and CAS numbers are unique, and every CAS number has its right check digit', () => {
  expect(new Set(substances.map(({ id }) => id)).size).toBe(substances.length);
  expect(new Set(substances.map(({ cas }) => cas)).size).toBe(substances.length);
  const wrong = substances.filter(({ cas }) => {
    const digits = cas.replaceAll('-', '').split('').map(Number).toReversed();
    return digits.slice(1).reduce((sum, digit, at) => sum + digit * (at + 1), 0) % 10 !== digits[0];
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('an end point of a higher tier or a shorter exposure is never lower', () => {
  const pairs = substances.flatMap(({ id, toxic }) => toxic.flatMap((a) => toxic.map((b) => ({ id, a, b }))));
  const wrong = pairs.filter(({ a, b }) => a.scheme === b.scheme && a.tier >= b.tier && a.minutes <= b.minutes && a.ppm < b.ppm);
  expect(wrong.map(({ id, a }) => `${id} ${a.scheme}-${a.tier} ${a.minutes} min`)).toEqual([]);
});

test('every figure is a positive finite number with a source, and limits are in order', () => {
  const figures = substances.flatMap((substance) => Object.values(substance.figures));
  expect(figures.every(({ value, source }) => value > 0 && Number.isFinite(value) && source.length > 10)).toBe(true);
  const limits = substances.map(
    ({ figures: { lowerFlammable: low, upperFlammable: high } }) => [low?.value ?? 0, high?.value ?? 1] as const,
  );
  expect(limits.every(([low, high]) => low < high)).toBe(true);
});

test('a figure that nobody has read is asked for by field and unit', () => {
  const lpg = substanceOf('lpg')!;
  const answer = needFigures(lpg, {}, { molarMass: 'molarMassKgMol', lowerFlammable: 'lowerFlammable' });
  expect(answer.ok ? [] : answer.problems).toMatchObject([{ field: 'molarMassKgMol', unit: 'kg/mol', rule: 'data' }]);
  const entered = needFigures(lpg, { molarMass: 0.05 }, { molarMass: 'molarMassKgMol', lowerFlammable: 'lowerFlammable' });
  expect(entered).toMatchObject({ ok: true, values: { molarMass: 0.05, lowerFlammable: 0.019 } });
});
