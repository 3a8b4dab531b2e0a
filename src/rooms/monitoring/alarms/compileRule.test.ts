import { expect, test } from 'vitest';
import { compileRule, pointBook, type RulePoint, type RuleRecord } from './compileRule.ts';

const id = (n: number) => `0197c000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function aPoint(n: number, more: Partial<RulePoint> = {}): RulePoint {
  return {
    id: id(n),
    key: `mqtt:gauge-${n}||waterLevel`,
    stationId: id(100 + n),
    stationName: `岱河 ${n} 站`,
    name: '水位',
    unit: 'm',
    areaCode: '341322100',
    lon: null,
    lat: null,
    rangeMin: null,
    rangeMax: null,
    demo: false,
    quantity: 'waterLevel',
    deviceName: '水位计',
    warningLevel: null,
    guaranteeLevel: null,
    ...more,
  };
}

const points = [aPoint(1, { warningLevel: 31.5, guaranteeLevel: 33 }), aPoint(2), aPoint(3, { areaCode: '341322101', unit: 'kPa' })];
const book = pointBook(points);
const aRecord = (more: Partial<RuleRecord>): RuleRecord => ({
  id: id(900),
  version: 4,
  areaCode: '341322',
  textZh: '水位',
  textEn: 'Water',
  point: id(1),
  priority: 'medium',
  ...more,
});

function compiled(more: Partial<RuleRecord>) {
  const outcome = compileRule(aRecord(more), book);
  if (!outcome.ok) throw new Error(outcome.text.en);
  return outcome.value;
}
const refusedAt = (more: Partial<RuleRecord>) => {
  const outcome = compileRule(aRecord(more), book);
  return outcome.ok ? [] : (outcome.fields ?? []).map(({ field }) => field);
};

test('warning and guarantee level come from the point, and the rule reads as one sentence', () => {
  expect(compiled({ kind: 'waterLevel', priority2: 'critical', delaySeconds: 300 })).toMatchObject([
    {
      version: 4,
      condition: {
        kind: 'levels',
        levels: [
          { limit: 31.5, priority: 'medium' },
          { limit: 33, priority: 'critical' },
        ],
        delayMs: 300_000,
      },
      sentence: {
        zh: '岱河 1 站·水位高于 31.5 m（中）、33 m（紧急），持续 5 分钟。'.replaceAll('（', ' (').replaceAll('）', ')'),
        en: '岱河 1 站·水位 above 31.5 m (Medium), 33 m (Critical), for 5 min.',
      },
    },
  ]);
  expect(refusedAt({ kind: 'waterLevel', point: id(2) })).toEqual(['point']);
});

test('a rule for an area stands for each of its points and leaves out what it cannot judge', () => {
  const wide = { wide: true, point: null, quantity: 'waterLevel' };
  expect(compiled({ ...wide, kind: 'above', limit: 30 }).map(({ id: own, recordId, pointId }) => [own, recordId, pointId])).toEqual(
    points.map((point) => [`${id(900)}|${point.id}`, id(900), point.id]),
  );
  expect(compiled({ ...wide, kind: 'above', limit: 30, areaCode: '341322101' })).toHaveLength(1);
  expect(compiled({ ...wide, kind: 'waterLevel' })).toHaveLength(1);
});

test('what a kind needs and lacks is named by its field', () => {
  expect(refusedAt({ kind: 'above' })).toEqual(['limit']);
  expect(refusedAt({ kind: 'levels', side: 'above', limit: 30, limit2: 29 })).toEqual(['limit2']);
  expect(refusedAt({ kind: 'levels', side: 'below', limit: 30, limit2: 31 })).toEqual(['limit2']);
  expect(refusedAt({ kind: 'deviation', limit: 1, pointB: id(1) })).toEqual(['pointB']);
  expect(refusedAt({ kind: 'deviation', limit: 1, pointB: id(3) })).toEqual(['pointB']);
  expect(refusedAt({ kind: 'combination', limit: 1, pointB: id(77), limitB: 1 })).toEqual(['pointB']);
  expect(refusedAt({ kind: 'combination', limit: 1, pointB: id(2), limitB: 1, atLeast: 3 })).toEqual(['atLeast']);
  expect(refusedAt({ kind: 'expression', expression: 'a + c > 1', pointC: id(3) })).toEqual(['expression']);
  expect(refusedAt({ kind: 'expression', expression: 'a - b', pointB: id(2) })).toEqual(['limit']);
  expect(refusedAt({ kind: 'above', limit: 3, point: id(55) })).toEqual(['point']);
});

test('a formula refers to its points by letter, a schedule brings its holidays', () => {
  const [rule] = compiled({
    kind: 'expression',
    expression: 'a - b > 0.5',
    pointB: id(2),
    scheduled: true,
    fromTime: '22:00',
    toTime: '06:30',
    workdays: 'off',
  });
  expect(rule).toMatchObject({
    condition: { names: { a: id(1), b: id(2) }, limit: null },
    schedule: { hours: { fromMinute: 1320, toMinute: 390 }, days: { only: 'off' } },
  });
  expect(rule?.schedule?.days?.holidays).toContain('2026-10-07');
  expect(rule?.schedule?.days?.extraWorkdays).toContain('2026-10-10');
  expect(rule?.sentence?.zh).toBe('算式 a - b > 0.5（a = 岱河 1 站·水位，b = 岱河 2 站·水位）；适用：休息日 22:00–06:30。');
});

test('flood control is on unless the rule turns it off', () => {
  expect(compiled({ kind: 'above', limit: 30 })[0]?.chatter).toMatchObject({ times: 6 });
  expect(compiled({ kind: 'above', limit: 30, chatterTimes: 0 })[0]?.chatter).toBeUndefined();
});
