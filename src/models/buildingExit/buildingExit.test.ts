import { expect, test } from 'vitest';
import { seededRandom } from '#geo/random.ts';
import { runModel } from '../runModel.ts';
import { buildingExit } from './buildingExit.ts';
import { exitTimes, flowThrough, type Passage } from './exitTime.ts';

const lastOf = (chain: readonly Passage[]): number => exitTimes(chain).at(-1)!.lastS;

function aChain(seed: number): Passage[] {
  const random = seededRandom(seed);
  return Array.from({ length: random.whole(1, 6) }, (_, i) => ({
    kind: random.pick(['corridor', 'door', 'stairs'] as const),
    widthM: random.between(0.8, 4),
    lengthM: random.between(0, 60),
    people: i === 0 ? random.whole(1, 400) : random.whole(0, 200),
    freeMps: random.between(0.4, 1.4),
  }));
}

test('nobody is out sooner than by walking freely, nor sooner than the flow of any passage allows', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const chain = aChain(seed);
    const time = lastOf(chain);
    const freeWalk = chain.reduce((sum, { lengthM, freeMps }) => sum + lengthM / freeMps!, 0);
    expect(time).toBeGreaterThanOrEqual(freeWalk - 1e-9);
    let people = 0;
    for (const passage of chain) {
      people += passage.people;
      expect(time).toBeGreaterThanOrEqual(people / flowThrough(passage) - 1e-9);
    }
  }
});

test('twice the width, fewer people or a shorter way never make it slower', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const chain = aChain(seed);
    const time = lastOf(chain);
    for (const i of chain.keys()) {
      const changed = (change: Partial<Passage>) => lastOf(chain.map((passage, k) => (k === i ? { ...passage, ...change } : passage)));
      expect(changed({ widthM: chain[i]!.widthM * 2 })).toBeLessThanOrEqual(time + 1e-9);
      expect(changed({ lengthM: chain[i]!.lengthM / 2 })).toBeLessThanOrEqual(time + 1e-9);
      expect(changed({ people: Math.ceil(chain[i]!.people / 2) })).toBeLessThanOrEqual(time + 1e-9);
    }
  }
});

test('the door at which the last queue stands is the bottleneck', () => {
  const passages = [
    { kind: 'corridor', widthM: 3, lengthM: 20, people: 300 },
    { kind: 'stairs', widthM: 1.2, lengthM: 12, people: 0 },
    { kind: 'door', widthM: 3, lengthM: 0, people: 0 },
  ];
  const answer = runModel(buildingExit, { passages });
  expect(answer).toMatchObject({ ok: true, outputs: { bottleneck: 2 }, origins: { premovementS: 'standard' } });
});

test('an empty building and a gap too narrow to pass are refused by name', () => {
  expect(runModel(buildingExit, { passages: [{ kind: 'door', widthM: 1, people: 0 }] })).toMatchObject({
    ok: false,
    problems: [{ field: 'passages', rule: 'combination' }],
  });
  expect(runModel(buildingExit, { passages: [{ kind: 'corridor', widthM: 0.35, people: 5 }] })).toMatchObject({
    ok: false,
    problems: [{ field: 'passages[0].widthM', min: 0.4, unit: 'm' }],
  });
  expect(runModel(buildingExit, { passages: [{ kind: 'door', widthM: -1, people: 5 }] })).toMatchObject({
    ok: false,
    problems: [{ field: 'passages[0].widthM', unit: 'm', max: 50 }],
  });
});
