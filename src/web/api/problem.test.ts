import { expect, test } from 'vitest';
import { readProblem } from './problem.ts';

const text = { zh: '已被他人确认', en: 'Somebody else acknowledged it' };

test('a refusal keeps its code, words, fields and whatever else it says', () => {
  const field = { field: 'name', value: '', rule: 'required', text };
  const problem = readProblem(422, { code: 'fields-invalid', text, fields: [field, 'rubbish'], by: '李强' });
  expect(problem.code).toBe('fields-invalid');
  expect(problem.text).toEqual(text);
  expect(problem.fields).toEqual([field]);
  expect(problem.more).toEqual({ by: '李强' });
});

test('an answer that explains nothing still has words and its status', () => {
  const problem = readProblem(500, undefined);
  expect(problem.code).toBe('unexplained');
  expect(problem.status).toBe(500);
  expect(problem.text.zh).not.toBe('');
});
