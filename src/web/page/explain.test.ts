import { expect, test } from 'vitest';
import { ApiProblem, NetworkFailure } from '#web/api/problem.ts';
import { explain, inOneLine } from './explain.ts';

test('a refusal is told in the words of the server', () => {
  const told = explain(new ApiProblem(409, 'alarm-changed', { zh: '李强已确认', en: 'Li Qiang acknowledged it' }));
  expect(told.happened.zh).toBe('李强已确认');
  expect(told.code).toBe('alarm-changed · 409');
});

test('a broken connection says that nothing typed is lost', () => {
  expect(explain(new NetworkFailure(null)).kept.zh).toContain('没有丢失');
});

test('sentences in a row are kept apart', () => {
  expect(inOneLine({ zh: '仍被引用', en: 'Still used' }, { zh: '请先删除。', en: 'Delete first.' })).toEqual({
    zh: '仍被引用。请先删除。',
    en: 'Still used. Delete first.',
  });
});
