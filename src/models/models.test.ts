import { expect, test } from 'vitest';
import type { Fields } from './field.ts';
import { schemaOfFields } from './jsonSchema.ts';
import { modelOf, models } from './models.ts';
import { runModel } from './runModel.ts';
import { allowedError } from './verifyModel.ts';

// Every model is held against every one of its reference cases. Long ones are left to the tests beside the model.

const instant = models.flatMap((model) =>
  model.cases
    .filter(({ cost }) => cost === 'instant')
    .flatMap((each) => each.checks.map((check) => ({ name: `${model.id} ${each.id} ${check.quantity.en}`, check }))),
);

test('ids are unique, and every model cites where it comes from', () => {
  expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
  expect(models.filter(({ clauses, version }) => clauses.length === 0 || !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(models.filter(({ cases }) => new Set(cases.map((each) => each.id)).size !== cases.length)).toEqual([]);
  expect(models.filter((model) => modelOf(model.id) !== model)).toEqual([]);
});

test('every model tells its inputs and outputs as a schema and refuses an empty input in words', () => {
  const countOf = (fields: Fields) => Object.keys(schemaOfFields(fields)['properties'] as object).length;
  expect(models.filter(({ inputs, outputs }) => countOf(inputs) === 0 || countOf(outputs) === 0)).toEqual([]);
  expect(models.filter((model) => runModel(model, {}).ok).map(({ id }) => id)).toEqual([]);
});

test.each(instant)('$name', ({ check }) => {
  const error = Math.abs(check.computed() - check.expected);
  expect(error).toBeLessThanOrEqual(allowedError(check));
});
