import { expect, test } from 'vitest';
import { commands, runCommand } from './commands.ts';

async function call(argv: string[], environment: NodeJS.ProcessEnv = {}) {
  const out: string[] = [];
  const complaints: string[] = [];
  const exitCode = await runCommand(
    argv,
    environment,
    (line) => out.push(line),
    (line) => complaints.push(line),
  );
  return { exitCode, out: out.join('\n'), complaints: complaints.join('\n') };
}

test('an unknown command prints every command in both languages and ends with 2', async () => {
  const { exitCode, complaints } = await call(['fly']);
  expect(exitCode).toBe(2);
  for (const { usage, about } of commands) for (const words of [usage, about.zh, about.en]) expect(complaints).toContain(words);
});

test('help is no mistake', async () => {
  expect(await call(['--help'])).toMatchObject({ exitCode: 0, complaints: '' });
});

test('the commands are listed alphabetically', () => {
  const names = commands.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
});

test('config lists every setting, hides passwords and names a wrong one', async () => {
  const good = await call(['config'], { DATABASE_URL: 'postgres://anlan:geheim@db/anlan', ANLAN_LANG: 'en' });
  expect(good.exitCode).toBe(0);
  expect(good.out).toContain('DATABASE_URL=***');
  expect(good.out).not.toContain('geheim');
  const wrong = await call(['config'], { ANLAN_PORT: '1.5' });
  expect(wrong.exitCode).toBe(1);
  expect(wrong.out).toContain('ANLAN_PORT=1.5');
});

test('doctor reports as JSON for scripts', async () => {
  const { exitCode, out } = await call(['doctor', '--json'], { ANLAN_PORT: '0', ANLAN_INGEST: 'off', ANLAN_COUNTY: '999999' });
  const report = JSON.parse(out) as { ok: boolean; checks: { id: string; state: string }[] };
  expect(exitCode).toBe(1);
  expect(report.ok).toBe(false);
  expect(report.checks.find(({ id }) => id === 'county')?.state).toBe('failed');
});

test('a configuration that cannot be read is the doctor’s first finding', async () => {
  expect(await call(['doctor'], { ANLAN_PORT: 'x', ANLAN_LANG: 'en' })).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('✗') as string,
  });
});
