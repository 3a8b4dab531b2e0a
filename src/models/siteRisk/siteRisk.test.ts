import { expect, test } from 'vitest';
import { destination } from '#geo/distance.ts';
import { seededRandom } from '#geo/random.ts';
import { runModel } from '../runModel.ts';
import { lossOfLife, outcomes, type People, type RingScenario, societalCurve } from './risk.ts';
import { siteRisk } from './siteRisk.ts';
import { shareWithin } from './windRose.ts';

const centre: [number, number] = [116.95, 34.18];
const rose = [0.1, 0.05, 0.05, 0.2, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05];
const site = {
  centre,
  siteKind: 'new',
  windRose: rose,
  scenarios: [
    {
      name: 'tank',
      at: centre,
      frequencyPerYear: 1e-5,
      rings: [
        { radiusM: 300, deaths: 1 },
        { radiusM: 600, deaths: 0.1 },
      ],
    },
    { name: 'cloud', at: centre, frequencyPerYear: 1e-4, halfAngleDeg: 15, rings: [{ radiusM: 1500, deaths: 0.5 }] },
  ],
};
const run = (more: Record<string, unknown> = {}) => runModel(siteRisk, { ...site, ...more });

test('the shares of all fans around the rose sum to one, wherever they begin', () => {
  for (const start of [0, 3, 11.25, 200.5]) {
    const sum = Array.from({ length: 36 }, (_, n) => shareWithin(rose, start + n * 10, 5)).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 12);
  }
  // The fourth sector of sixteen is centred on 67.5°.
  expect(shareWithin(rose, 67.5, 11.25)).toBeCloseTo(0.2, 12);
});

test('contours of stricter limits lie farther out, and the windward side differs from the lee', () => {
  const answer = run();
  if (!answer.ok) throw new Error('refused');
  const rows = answer.outputs['contours'] as { riskPerYear: number; distanceM: number }[];
  expect(rows.map(({ riskPerYear }) => riskPerYear)).toEqual([3e-7, 3e-6, 1e-5]);
  expect(rows[0]!.distanceM).toBeGreaterThanOrEqual(rows[1]!.distanceM);
  const places = [
    { name: 'under the usual wind', place: destination(centre, 1000, 247.5), kind: 'sensitive' },
    { name: 'aside', place: destination(centre, 2000, 0), kind: 'sensitive' },
  ];
  const checked = run({ protectedPlaces: places });
  expect(checked.ok && checked.outputs['places']).toMatchObject([{ acceptable: false }, { acceptable: true, riskPerYear: 0 }]);
});

test('the area under the curve of societal risk is the expected loss of life', () => {
  const random = seededRandom(3);
  const scenarios: RingScenario[] = Array.from({ length: 6 }, (_, n) => ({
    frequency: 10 ** random.between(-7, -4),
    at: [random.between(-200, 200), random.between(-200, 200)],
    rings: [{ radiusM: random.between(200, 1500), deaths: random.next() }],
    halfAngleDeg: n % 2 === 0 ? null : random.between(5, 30),
  }));
  const people: People[] = Array.from({ length: 50 }, () => ({
    at: [random.between(-1500, 1500), random.between(-1500, 1500)],
    count: random.whole(1, 300),
    indoors: random.next(),
  }));
  const all = outcomes(scenarios, rose, people, 0.1);
  const curve = societalCurve(all);
  let area = 0;
  let before = 0;
  for (const { deaths, frequency } of curve) {
    area += (deaths - before) * frequency;
    before = deaths;
  }
  expect(area / lossOfLife(all)).toBeCloseTo(1, 9);
  expect(curve.map(({ frequency }) => frequency)).toEqual(curve.map(({ frequency }) => frequency).toSorted((a, b) => b - a));
});

test('a scenario outside the grid, a rose that does not sum to one and rising rings are refused with their range', () => {
  const problem = (more: Record<string, unknown>) => {
    const answer = run(more);
    return answer.ok ? null : answer.problems[0];
  };
  const far = [{ ...site.scenarios[0]!, at: destination(centre, 9000, 90) }];
  expect(problem({ scenarios: far })).toMatchObject({ field: 'scenarios[0].at', rule: 'geometry', unit: 'm', max: 3000 });
  expect(problem({ windRose: rose.slice(0, 8) })).toMatchObject({ field: 'windRose', rule: 'combination', unit: '1' });
  const rising = [
    {
      ...site.scenarios[0]!,
      rings: [
        { radiusM: 100, deaths: 0.1 },
        { radiusM: 200, deaths: 0.5 },
      ],
    },
  ];
  expect(problem({ scenarios: rising })).toMatchObject({ field: 'scenarios[0].rings' });
});
