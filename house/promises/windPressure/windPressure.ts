import { number } from '#models/field.ts';
import { defineModel } from '#models/model.ts';

/** Pressure of wind on a wall facing it, Pa: ½·ρ·v² (Bernoulli). */
export function windPressurePa(speedMps: number, densityKgM3: number): number {
  return (densityKgM3 * speedMps ** 2) / 2;
}

/** Example of a model: what a gust presses on a tent wall (风压). */
export const windPressure = defineModel({
  id: 'windPressure',
  version: '1.0.0',
  label: { zh: '风压', en: 'Wind pressure' },
  question: { zh: '阵风压在帐篷壁上有多大？', en: 'How hard does a gust press on a tent wall?' },
  clauses: [{ standard: 'Bernoulli', clause: '½·ρ·v²', subject: { zh: '动压', en: 'dynamic pressure' }, verified: true }],
  inputs: {
    speedMps: number({ label: { zh: '风速', en: 'Wind speed' }, unit: 'm/s', min: 0, max: 100 }),
    densityKgM3: number({ label: { zh: '空气密度', en: 'Density of air' }, unit: 'kg/m³', min: 0.5, max: 2, standard: 1.25 }),
  },
  outputs: { pressurePa: number({ label: { zh: '风压', en: 'Pressure' }, unit: 'Pa', min: 0 }) },
  compute: ({ speedMps, densityKgM3 }) => ({
    ok: true,
    outputs: { pressurePa: windPressurePa(speedMps, densityKgM3) },
    validity: [],
    uncertainty: [],
    warnings: [],
  }),
  cases: [
    {
      id: 'P1',
      subject: { zh: '20 m/s', en: '20 m/s' },
      source: 'closed form',
      inputs: { 'v m/s': 20 },
      checks: [
        {
          quantity: { zh: '风压', en: 'pressure' },
          unit: 'Pa',
          expected: 250,
          tolerance: { absolute: 1e-9 },
          computed: () => windPressurePa(20, 1.25),
        },
      ],
      cost: 'instant',
    },
  ],
});
