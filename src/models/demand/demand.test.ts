import { expect, test } from 'vitest';
import { runModel } from '../runModel.ts';
import { demand } from './demand.ts';
import { needOf, norms } from './norms.table.ts';

const group = (id: string, people: number, lon: number) => ({ id, people, place: [lon, 34] });
const stock = (store: string, item: string, amount: number, lon: number) => ({ store, item, amount, place: [lon, 34] });

test('the nearer store sends first, and what is missing is named with its unit', () => {
  const answer = runModel(demand, {
    groups: [group('学校', 100, 117), group('广场', 50, 117.1)],
    days: 2,
    items: ['drinkingWater', 'tent'],
    stocks: [stock('近库', 'drinkingWater', 500, 117.01), stock('远库', 'drinkingWater', 1_000, 117.2), stock('近库', 'tent', 20, 117)],
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect(answer.outputs['needs']).toMatchObject([
    { item: 'drinkingWater', unit: 'L', need: 900, stock: 1_500, gap: 0, verified: true },
    { item: 'tent', unit: '顶', need: 26, stock: 20, gap: 6, verified: false },
  ]);
  const shipments = answer.outputs['shipments'] as { item: string; from: string; to: string; amount: number }[];
  expect(shipments.find(({ item, from, to }) => item === 'drinkingWater' && from === '近库' && to === '学校')!.amount).toBe(500);
  expect(answer.warnings.map(({ code }) => code)).toEqual(['stock-gap', 'norm-unverified']);
});

test("a county's own norm replaces the built-in one and carries its source", () => {
  const own = [{ item: 'food', amount: 2, daily: true, source: '县救助预案附件三' }];
  const answer = runModel(demand, { groups: [group('甲', 10, 117)], days: 3, items: ['food'], norms: own });
  expect(answer).toMatchObject({ ok: true, outputs: { needs: [{ need: 60, gap: 60, source: '县救助预案附件三', verified: true }] } });
});

test('needs grow with people and days, once-only items with people alone', () => {
  for (const norm of norms) {
    expect(needOf(norm, 0, 5)).toBe(0);
    expect(needOf(norm, 200, 3)).toBeGreaterThanOrEqual(needOf(norm, 199, 3));
    expect(needOf(norm, 200, 6) / needOf(norm, 200, 3)).toBe(norm.daily ? 2 : 1);
    expect(norm.source).not.toBe('');
  }
});

test('no days, negative people, an unknown item are refused by name', () => {
  const base = { groups: [group('甲', 10, 117)], days: 3, items: ['food'] };
  expect(runModel(demand, { ...base, days: 0 })).toMatchObject({ ok: false, problems: [{ field: 'days', unit: 'd', min: 1, max: 365 }] });
  expect(runModel(demand, { ...base, groups: [group('甲', -5, 117)] })).toMatchObject({
    ok: false,
    problems: [{ field: 'groups[0].people', min: 0 }],
  });
  expect(runModel(demand, { ...base, items: ['gold'] })).toMatchObject({ ok: false, problems: [{ field: 'items[0]', rule: 'choice' }] });
});
