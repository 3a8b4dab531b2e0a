import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { betaByNo, classes, named } from './gb18218.table.ts';
import { alphaOf, gradeOf } from './identify.ts';
import { majorHazards } from './majorHazards.ts';

const problems = (stocks: unknown, people = 10) => {
  const answer = runModel(majorHazards, { unit: 'storage', people, stocks });
  return answer.ok ? [] : answer.problems.map(({ field, rule }) => `${field} ${rule}`);
};

test('table 1 has its 85 rows in order, thresholds above zero and CAS numbers with right check digits', () => {
  expect(named.map(({ no }) => no)).toEqual(Array.from({ length: 85 }, (_, at) => at + 1));
  expect(named.every(({ tonnes }) => tonnes > 0)).toBe(true);
  const wrong = named.filter(({ cas }) => {
    if (cas === null) return false;
    const digits = cas.replaceAll('-', '').split('').map(Number).toReversed();
    return digits.slice(1).reduce((sum, digit, at) => sum + digit * (at + 1), 0) % 10 !== digits[0];
  });
  expect(wrong.map(({ no, cas }) => `${no} ${cas}`)).toEqual([]);
});

test('β by name covers the fourteen chemicals of table 3, and the class symbols are unique', () => {
  expect(Object.keys(betaByNo)).toHaveLength(14);
  expect(new Set(classes.map(({ symbol }) => symbol)).size).toBe(classes.length);
});

test('limits of people and of R belong to the higher row', () => {
  expect([0, 1, 29, 30, 49, 50, 99, 100].map(alphaOf)).toEqual([0.5, 1, 1, 1.2, 1.2, 1.5, 1.5, 2]);
  expect([9.99, 10, 49.9, 50, 99.9, 100].map(gradeOf)).toEqual([4, 3, 3, 2, 2, 1]);
});

test('below the threshold a unit is no major hazard, and just below it that is said', () => {
  const answer = runModel(majorHazards, { unit: 'storage', people: 500, stocks: [{ no: 1, tonnes: 9.5 }] });
  expect(answer.ok && answer.outputs).toMatchObject({ grade: 0, s: 0.95 });
  expect(answer.ok && answer.warnings.map(({ code }) => code)).toContain('near-threshold');
});

test('a chemical without class, an unknown class and a negative quantity are named', () => {
  expect(problems([{ no: 65, tonnes: 600 }])).toEqual(['stocks[0].symbol data']);
  expect(problems([{ tonnes: 5 }])).toEqual(['stocks[0].symbol required']);
  expect(problems([{ no: 86, tonnes: 5 }])).toEqual(['stocks[0].no max']);
  expect(problems([{ no: 1, tonnes: -2, symbol: 'X9' }])).toEqual(['stocks[0].symbol choice', 'stocks[0].tonnes min']);
  expect(problems([])).toHaveLength(1);
});
