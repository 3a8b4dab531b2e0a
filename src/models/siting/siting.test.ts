import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '#geo/random.ts';
import { runModel } from '../runModel.ts';
import { kCentre } from './centre.ts';
import { maximumCover } from './cover.ts';
import { medianValue, pMedian, type SitingProblem } from './median.ts';
import { readPmed } from './pmedFile.ts';
import { siting } from './siting.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const optima = fixture('optima.csv')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

test.each(['pmed1', 'pmed2', 'pmed3', 'pmed4', 'pmed6'])('%s: p-median and k-centre are at the published optimum', (name) => {
  const { p, distance } = readPmed(fixture(`${name}.txt`));
  const problem = { distance, weight: distance.map(() => 1), sites: p };
  const [, median, centre] = optima.find(([each]) => each === name)!;
  expect(pMedian(problem, { rounds: 100 }).value).toBe(Number(median));
  expect(kCentre(problem)).toMatchObject({ value: Number(centre), proven: true });
});

function small(seed: number): SitingProblem {
  const random = seededRandom(seed);
  const distance = Array.from({ length: 12 }, () =>
    Float64Array.from({ length: 9 }, () => (random.next() < 0.1 ? Infinity : random.whole(1, 40))),
  );
  return { distance, weight: Array.from({ length: 12 }, () => random.whole(1, 9)), sites: 3, fixed: seed % 2 === 0 ? [4] : [] };
}

/** Every choice of three sites that keeps the fixed ones. */
function choices({ fixed = [] }: SitingProblem): number[][] {
  const all: number[][] = [];
  for (let a = 0; a < 9; a += 1)
    for (let b = a + 1; b < 9; b += 1)
      for (let c = b + 1; c < 9; c += 1) if (fixed.every((j) => [a, b, c].includes(j))) all.push([a, b, c]);
  return all;
}

test('small problems: all three answers are those of trying everything, existing sites kept', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const problem = small(seed);
    const { distance, weight } = problem;
    const reach = (chosen: readonly number[]): number => Math.max(...distance.map((row) => Math.min(...chosen.map((j) => row[j]!))));
    const covered = (chosen: readonly number[]): number =>
      distance.reduce((sum, row, i) => sum + (chosen.some((j) => row[j]! <= 12) ? weight[i]! : 0), 0);
    const all = choices(problem);
    const centre = kCentre(problem);
    expect(centre.value).toBe(Math.min(...all.map(reach)));
    expect(pMedian(problem).value).toBe(Math.min(...all.map((chosen) => medianValue(problem, chosen))));
    const cover = maximumCover(problem, 12);
    expect(cover.value).toBe(Math.max(...all.map(covered)));
    for (const { chosen } of [centre, cover]) expect((problem.fixed ?? []).every((j) => chosen.includes(j))).toBe(true);
  }
});

test('the declared model answers each question and names what nobody reaches', () => {
  const demands = [117, 117.01, 117.1].map((lon, i) => ({ id: `v${i}`, weight: 100, place: [lon, 34] }));
  const candidates = [117.005, 117.1].map((lon, i) => ({ id: `c${i}`, place: [lon, 34] }));
  const base = { demands, candidates, sites: 1 };
  expect(runModel(siting, { ...base, question: 'median' })).toMatchObject({ ok: true, outputs: { chosen: ['c0'] } });
  expect(runModel(siting, { ...base, question: 'centre', sites: 2 })).toMatchObject({
    ok: true,
    outputs: { chosen: ['c0', 'c1'], proven: true },
  });
  expect(runModel(siting, { ...base, question: 'cover', radius: 600 })).toMatchObject({
    ok: true,
    outputs: { chosen: ['c0'], covered: 200 },
  });
  const seconds = [
    [10, -1],
    [20, -1],
    [-1, -1],
  ];
  expect(runModel(siting, { ...base, question: 'centre', seconds })).toMatchObject({
    ok: true,
    outputs: { chosen: ['c0'], farthest: 20, unreachable: ['v2'] },
  });
});

test('too many sites, fewer than exist, no radius, a table of the wrong size are refused by name', () => {
  const demands = [{ id: 'v', weight: 1, place: [117, 34] }];
  const candidates = [
    { id: 'a', place: [117, 34], exists: true },
    { id: 'b', place: [117, 34], exists: true },
  ];
  const base = { demands, candidates, sites: 2, question: 'median' };
  expect(runModel(siting, { ...base, sites: 3 })).toMatchObject({ ok: false, problems: [{ field: 'sites', rule: 'max', max: 2 }] });
  expect(runModel(siting, { ...base, sites: 1 })).toMatchObject({ ok: false, problems: [{ field: 'sites', rule: 'min', min: 2 }] });
  expect(runModel(siting, { ...base, question: 'cover' })).toMatchObject({ ok: false, problems: [{ field: 'radius', rule: 'required' }] });
  expect(runModel(siting, { ...base, seconds: [[1]] })).toMatchObject({ ok: false, problems: [{ field: 'seconds', rule: 'size' }] });
  expect(() => readPmed('3 2 1 1 2')).toThrow('promises more edges');
});
