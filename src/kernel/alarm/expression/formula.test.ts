import { expect, test } from 'vitest';
import { formula } from './formula.ts';

const units = { a: 'm', b: 'm', c: 'kPa' };

function run(source: string, values: Record<string, number> = { a: 6, b: 3, c: 100 }): number {
  const made = formula(source, units);
  if (!made.ok) throw new Error(made.text.en);
  for (const [name, value] of Object.entries(values)) made.value.take(name, value, 0);
  return made.value.value(0);
}

function wrong(source: string): string {
  const made = formula(source, units);
  return made.ok ? 'fine' : made.text.en;
}

test('arithmetic binds as on paper, and Chinese signs and words count', () => {
  expect(run('a + b * 2')).toBe(12);
  expect(run('(a + b) * -2')).toBe(-18);
  expect(run('a - b - 1')).toBe(2);
  expect(run('（a ＋ b）'.replace('＋', '+'))).toBe(9);
  expect(run('a ＞ 5 且 非 b ≥ 4')).toBe(1);
  expect(run('a > 5 or b > 5 and b > 9')).toBe(1);
  expect(run('max(a, b) - min(a, b) + abs(b - a)')).toBe(6);
  expect(run('avg(a, b)')).toBe(4.5);
});

test('what is not known gives no verdict, unless the answer does not depend on it', () => {
  expect(run('a / (b - 3)')).toBeNaN();
  expect(run('a / (b - 3) > 1')).toBeNaN();
  expect(run('a / (b - 3) > 1 and a < 0')).toBe(0);
  expect(run('a / (b - 3) > 1 or a > 0')).toBe(1);
  expect(run('not a > b', { a: 1 })).toBeNaN();
});

test('windows follow what a point did', () => {
  const made = formula('max(a, 1h) - min(a, 1h) + sum(a, 10min) * 0 + rate(a, 1h) * 0', units);
  if (!made.ok) throw new Error(made.text.en);
  for (let n = 0; n <= 12; n++) made.value.take('a', n, n * 600_000);
  expect(made.value.value(12 * 600_000)).toBe(5);
  const again = formula('max(a, 1h) - min(a, 1h) + sum(a, 10min) * 0 + rate(a, 1h) * 0', units);
  if (!again.ok) throw new Error(again.text.en);
  again.value.load(made.value.save());
  expect(again.value.value(12 * 600_000)).toBe(5);
});

test('what cannot be read is refused with its place', () => {
  expect(wrong('a +')).toBe('character 4: a number, a point or a function is missing here');
  expect(wrong('a > 3 @')).toBe('character 7: unknown character "@"');
  expect(wrong('a > d')).toBe('character 5: there is no point "d", use a, b, c');
  expect(wrong('a + c > 3')).toBe('character 3: units differ: m and kPa');
  expect(wrong('(a > 3')).toBe('character 7: a closing bracket ")" is missing');
  expect(wrong('avg(a, 3parsec) > 1')).toBe('character 9: unknown unit of time "parsec", use s, min, h or d');
  expect(wrong('avg(a, 60d) > 1')).toBe('character 8: a window must be 1 second to 7 days');
  expect(wrong('evil(a)')).toMatch(/there is no function "evil"/);
  expect(wrong('constructor > 1')).toMatch(/there is no point "constructor"/);
  expect(wrong('toString(a)')).toMatch(/there is no function "toString"/);
  expect(wrong('(a > 3) + 1')).toMatch(/a number is needed here/);
  expect(wrong('a and b')).toMatch(/a condition .* is needed here/);
  expect(wrong('3 > 2')).toMatch(/uses no point/);
  expect(wrong(`${'('.repeat(60)}a${')'.repeat(60)}`)).toMatch(/nested more than 50 deep/);
  expect(wrong(`${'-'.repeat(60)}a`)).toMatch(/nested more than 50 deep/);
  const refused = formula('a +', units);
  expect(refused).toMatchObject({ ok: false, text: { zh: '第 4 个字符：此处缺少数值、测点或函数' } });
});
