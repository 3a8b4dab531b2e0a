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
  for (const { id, toxic } of substances)
    for (const a of toxic)
      for (const b of toxic)
        if (a.scheme === b.scheme && a.tier >= b.tier && a.minutes <= b.minutes)
          expect(a.ppm, `${id} ${a.scheme}-${a.tier} ${a.minutes} min`).toBeGreaterThanOrEqual(b.ppm);
});

test('every figure is a positive finite number with a source, and limits are in order', () => {
  for (const { figures } of substances) {
    for (const figure of Object.values(figures)) {
      expect(figure.value > 0 && Number.isFinite(figure.value)).toBe(true);
      expect(figure.source.length).toBeGreaterThan(10);
    }
    if (figures.lowerFlammable && figures.upperFlammable) expect(figures.lowerFlammable.value).toBeLessThan(figures.upperFlammable.value);
  }
});

test('a figure that nobody has read is asked for by field and unit', () => {
  const lpg = substanceOf('lpg')!;
  const answer = needFigures(lpg, {}, { molarMass: 'molarMassKgMol', lowerFlammable: 'lowerFlammable' });
  expect(answer.ok ? [] : answer.problems).toMatchObject([{ field: 'molarMassKgMol', unit: 'kg/mol', rule: 'data' }]);
  const entered = needFigures(lpg, { molarMass: 0.05 }, { molarMass: 'molarMassKgMol', lowerFlammable: 'lowerFlammable' });
  expect(entered).toMatchObject({ ok: true, values: { molarMass: 0.05, lowerFlammable: 0.019 } });
});
