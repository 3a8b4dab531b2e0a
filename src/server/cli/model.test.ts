import { expect, test } from 'vitest';
import { modelCommand } from './model.ts';

async function run(args: readonly string[], input = ''): Promise<{ code: number; out: string; errors: string[] }> {
  const lines: string[] = [];
  const errors: string[] = [];
  async function* stdin(): AsyncGenerator<string> {
    yield await Promise.resolve(input);
  }
  const io = {
    stdin: stdin(),
    print: (line: string) => void lines.push(line),
    complain: (line: string) => void errors.push(line),
    language: 'en' as const,
  };
  return { code: await modelCommand(args, io), out: lines.join('\n'), errors };
}

const quake = { epicentre: [116.95, 34.19], magnitude: 6.5, strikeDeg: 20, relation: 'eastern' };

test('the list names every model with what it rests on', async () => {
  const { code, out } = await run(['list', '--json']);
  expect(code).toBe(0);
  const items = JSON.parse(out) as { id: string; version: string; clauses: unknown[] }[];
  expect(items.find(({ id }) => id === 'earthquake')?.clauses.length).toBeGreaterThan(0);
  expect((await run(['list'])).out).toContain('GB 18306-2015');
});

test('show prints schemas with units and ranges', async () => {
  const { code, out } = await run(['show', 'earthquake']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ inputs: { properties: { magnitude: { minimum: 3, maximum: 8.5, 'x-unit': '1' } } } });
});

test('run prints a result that carries everything to repeat it', async () => {
  const { code, out } = await run(['run', 'earthquake'], JSON.stringify(quake));
  expect(code).toBe(0);
  const result = JSON.parse(out) as Record<string, unknown>;
  for (const part of ['model', 'version', 'clauses', 'inputs', 'validity', 'uncertainty', 'warnings', 'outputs'])
    expect(result).toHaveProperty(part);
});

test('a wrong input gives exit code 2 and names field, unit and range', async () => {
  const { code, out, errors } = await run(['run', 'earthquake'], JSON.stringify({ ...quake, magnitude: 99 }));
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ field: 'magnitude', value: 99, unit: '1', min: 3, max: 8.5 }] });
  expect(errors).toEqual(['magnitude: must not be greater than 8.5 [3 … 8.5] 1 (99)']);
});

test('what is no call is refused with usage, what is no JSON with its place', async () => {
  expect((await run(['dance'])).code).toBe(2);
  expect((await run(['run', 'moonquake'], '{}')).errors[0]).toContain('There is no model moonquake');
  expect((await run(['run', 'earthquake'], '{')).errors[0]).toContain('not JSON');
});
