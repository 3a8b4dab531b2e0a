import { expect, test } from 'vitest';
import { choice, list, number, record, series } from './field.ts';
import { schemaOfFields } from './jsonSchema.ts';
import { defineModel, refused } from './model.ts';
import { runModel } from './runModel.ts';

const kettle = defineModel({
  id: 'kettle',
  version: '1.0.0',
  label: { zh: '水壶', en: 'Kettle' },
  question: { zh: '多久烧开？', en: 'When does it boil?' },
  clauses: [{ standard: 'energy balance', clause: 'Q = m·c·ΔT', subject: { zh: '热量', en: 'heat' }, verified: true }],
  inputs: {
    massKg: number({ label: { zh: '水量', en: 'Mass' }, unit: 'kg', min: 0, aboveMin: true, max: 10 }),
    powerW: number({ label: { zh: '功率', en: 'Power' }, unit: 'W', min: 0, standard: 2000 }),
    vessel: choice({ label: { zh: '容器', en: 'Vessel' }, options: [{ value: 'steel', label: { zh: '钢', en: 'Steel' } }] }),
    losses: series({ label: { zh: '热损失', en: 'Losses' }, unit: 'W', min: 0, maxItems: 3, optional: true }),
    people: list({
      label: { zh: '人', en: 'People' },
      of: record({
        label: { zh: '人', en: 'Person' },
        fields: { cups: number({ label: { zh: '杯', en: 'Cups' }, unit: '1', integer: true }) },
      }),
      maxItems: 2,
    }),
  },
  outputs: { secondsToBoil: number({ label: { zh: '用时', en: 'Time' }, unit: 's' }) },
  compute({ massKg, powerW, losses, people }) {
    const cups = people.reduce((sum, { cups: each }) => sum + each, 0);
    const useful = powerW - (losses ?? []).reduce((sum, loss) => sum + loss, 0);
    if (cups > 40) return refused('people', 'capacity', { zh: '杯数太多', en: 'too many cups' }, { value: cups });
    return { ok: true, outputs: { secondsToBoil: (massKg * 4186 * 80) / useful }, validity: [], uncertainty: [], warnings: [] };
  },
  cases: [],
});

const good = { massKg: 1, vessel: 'steel', people: [{ cups: 2 }] };

test('a result carries model, clauses, the inputs used, and says which nobody entered', () => {
  const result = runModel(kettle, good, { massKg: 'sensor' });
  expect(result).toMatchObject({ ok: true, model: 'kettle', version: '1.0.0', inputs: { powerW: 2000, losses: null } });
  expect(result.ok && result.origins).toEqual({ powerW: 'standard', massKg: 'sensor' });
  expect(result.ok && result.outputs['secondsToBoil']).toBeCloseTo(167.44);
});

test('every wrong input is named with field, unit and range, and nothing is computed', () => {
  const result = runModel(kettle, {
    massKg: 0,
    powerW: Number.NaN,
    vessel: 'wood',
    people: [{ cups: 1.5 }],
    losses: [1, -1],
    colour: 'red',
  });
  expect(result.ok).toBe(false);
  const found = result.ok ? [] : result.problems.map(({ field, rule, unit, min, max }) => [field, rule, unit, min, max]);
  expect(found).toEqual([
    ['colour', 'unknown', null, null, null],
    ['massKg', 'min', 'kg', 0, 10],
    ['powerW', 'type', 'W', 0, null],
    ['vessel', 'choice', null, null, null],
    ['losses[1]', 'min', 'W', 0, null],
    ['people[0].cups', 'integer', '1', null, null],
  ]);
});

test('what is missing is said, and a refusal of the model itself comes through', () => {
  const missing = runModel(kettle, { massKg: 1 });
  expect(missing.ok ? [] : missing.problems.map(({ field, rule }) => `${field} ${rule}`)).toEqual(['vessel required', 'people required']);
  const many = runModel(kettle, { ...good, people: [{ cups: 41 }] });
  expect(many.ok ? null : many.problems[0]).toMatchObject({ field: 'people', rule: 'capacity', value: 41 });
});

test('a number that is none never leaves a model', () => {
  expect(() => runModel(kettle, { ...good, powerW: 0 })).toThrow('no number at secondsToBoil');
});

test('the schema tells units, ranges and what is required', () => {
  expect(schemaOfFields(kettle.inputs)).toMatchObject({
    required: ['massKg', 'vessel', 'people'],
    properties: {
      massKg: { type: 'number', exclusiveMinimum: 0, maximum: 10, 'x-unit': 'kg' },
      powerW: { default: 2000 },
      losses: { type: 'array', items: { type: 'number', minimum: 0 }, maxItems: 3 },
    },
  });
});
