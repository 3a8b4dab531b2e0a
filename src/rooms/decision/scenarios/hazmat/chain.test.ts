import { expect, test } from 'vitest';
import { modelOf } from '#models/models.ts';
import { runModel, type ModelResult } from '#models/runModel.ts';
import { examplesOf } from '../examples.table.ts';
import { handoversOf } from './chain.ts';

const scene = { source: [116.95, 34.19], windSpeedMps: 3, windFromDeg: 45, stability: 'D' };

function run(id: string, inputs: object): ModelResult {
  const model = modelOf(id);
  const result = model && runModel(model, inputs);
  if (!result?.ok) throw new Error(`${id}: ${JSON.stringify(result)}`);
  return result;
}

test('a hole in a tank becomes a cloud, and its flammable part a flash fire, with no figure typed in between', () => {
  const source = run('sourceTerms', { ...examplesOf('sourceTerms')[0]?.inputs });
  const cloud = handoversOf(source).find(({ to }) => to === 'dispersion');
  expect(cloud?.computed).toContain('rateKgS');
  const answer = run('dispersion', { ...scene, ...cloud?.inputs });
  expect(answer.outputs['zones']).not.toHaveLength(0);
  const kinds = handoversOf(source).filter(({ to }) => to === 'fireExplosion');
  expect(kinds.map(({ inputs }) => inputs['kind'])).toEqual(['poolFire', 'jetFire', 'fireball', 'vceTnt']);
  for (const { inputs } of kinds) expect(run('fireExplosion', { source: scene.source, ...inputs }).outputs['circles']).not.toHaveLength(0);
});

test('a propane cloud hands on its flammable part', () => {
  const cloud = run('dispersion', { ...scene, substance: 'propane', release: 'continuous', rateKgS: 20 });
  const [flash] = handoversOf(cloud);
  expect(run('fireExplosion', { ...flash?.inputs }).outputs['area']).toMatchObject({ features: [{ properties: { id: 'flash' } }] });
});

test.each(['sourceTerms', 'dispersion', 'fireExplosion', 'earthquake', 'fireSpread'])('every example of %s is answered', (id) => {
  const places = Object.entries(modelOf(id)?.inputs ?? {}).filter(([, { kind }]) => kind === 'place');
  const placed = Object.fromEntries(places.map(([name]) => [name, scene.source]));
  // What the registers hold is given by the server.
  const examples = examplesOf(id).map(({ inputs }) => Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'exposure')));
  expect(examples.map((inputs) => run(id, { ...placed, ...inputs }).ok)).toEqual(examples.map(() => true));
});
