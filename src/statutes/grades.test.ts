import { describe, expect, test } from 'vitest';
import { accidentGrade } from './accidents.grade.ts';
import { countyResponseTemplate } from './countyResponse.grade.ts';
import { earthquakeGrade } from './earthquakes.grade.ts';
import { forestFireGrade } from './forestFires.grade.ts';
import { gradeOf } from './grade.ts';
import { gradeRules } from './grades.ts';
import { hazardGrade } from './hiddenHazards.grade.ts';
import { nationalReliefResponse } from './reliefResponse.grade.ts';
import { riskLevelByLec, riskLevelByLs } from './riskLevels.grade.ts';

const today = '2026-07-01';
const levelOf = (rule: Parameters<typeof gradeOf>[0], values: Parameters<typeof gradeOf>[1]) => gradeOf(rule, values, today)?.level ?? null;

describe('the grade of a production accident (order 493, article 3)', () => {
  test.each([
    [{ dead: 30 }, 'extraordinary'],
    [{ dead: 29 }, 'major'],
    [{ dead: 10 }, 'major'],
    [{ dead: 9 }, 'larger'],
    [{ dead: 3 }, 'larger'],
    [{ dead: 2 }, 'general'],
    [{ seriouslyInjured: 100 }, 'extraordinary'],
    [{ seriouslyInjured: 49 }, 'larger'],
    [{ loss: 10_000 }, 'extraordinary'],
    [{ loss: 4_999 }, 'larger'],
    [{ loss: 999.9 }, 'general'],
    [{}, 'general'],
  ])('%o is %s', (values, level) => expect(levelOf(accidentGrade, values)).toBe(level));

  test('the highest dimension counts and is named with its article', () => {
    expect(gradeOf(accidentGrade, { dead: 1, seriouslyInjured: 12, loss: 6_000 }, today)).toMatchObject({
      level: 'major',
      by: ['loss'],
      version: { clause: '第三条', verified: true },
    });
  });

  test('before the ordinance there is no grade', () => {
    expect(gradeOf(accidentGrade, { dead: 30 }, '2007-05-31')).toBeNull();
  });
});

test('a forest fire of one hectare is larger, of less general; three dead make it larger', () => {
  expect(
    [{ burntArea: 1 }, { burntArea: 0.9 }, { burntArea: 0.2, dead: 3 }, { burntArea: 1000 }].map((each) => levelOf(forestFireGrade, each)),
  ).toEqual(['larger', 'general', 'larger', 'extraordinary']);
});

test('a hidden hazard is major when one fact makes it so', () => {
  expect(levelOf(hazardGrade, { criterion: false, mustStop: true })).toBe('major');
  expect(levelOf(hazardGrade, { criterion: false })).toBe('general');
});

test('risk: the bound belongs to the higher level, low is blue', () => {
  expect([320, 319, 160, 70, 69].map((d) => levelOf(riskLevelByLec, { d }))).toEqual(['red', 'orange', 'orange', 'yellow', 'blue']);
  expect([25, 20, 16, 15, 12, 9, 8, 1].map((r) => levelOf(riskLevelByLs, { r }))).toEqual([
    'red',
    'red',
    'orange',
    'orange',
    'yellow',
    'yellow',
    'blue',
    'blue',
  ]);
});

test('relief, earthquakes and the county template give null below their lowest bound', () => {
  expect(levelOf(nationalReliefResponse, { deadOrMissing: 19, movedOrHelped: 9.9 })).toBeNull();
  expect(levelOf(nationalReliefResponse, { deadOrMissing: 20, movedOrHelped: 100 })).toBe('II');
  expect(levelOf(earthquakeGrade, { magnitude: 3.9 })).toBeNull();
  expect(levelOf(countyResponseTemplate, { incidentGrade: 'general', dead: 1, warningLevel: 'blue' })).toBe('III');
});

test('every row names a declared dimension and level, and rows of a dimension do not overlap', () => {
  for (const { levels, dimensions, versions } of gradeRules) {
    for (const { rows, standard, clause, source } of versions) {
      for (const text of [standard, clause, source]) expect(text.trim()).not.toBe('');
      for (const row of rows) {
        expect(Object.keys(levels)).toContain(row.level);
        expect(Object.keys(dimensions)).toContain(row.dimension);
      }
      for (const dimension of Object.keys(dimensions)) {
        const own = rows
          .filter((row) => row.dimension === dimension && row.is === undefined)
          .sort((a, b) => (a.ge ?? -Infinity) - (b.ge ?? -Infinity));
        own.slice(1).forEach((row, index) => expect(own[index]?.lt).toBe(row.ge));
      }
    }
  }
});
