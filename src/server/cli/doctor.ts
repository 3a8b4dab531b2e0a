import type { Language, Text } from '#kernel/language/text.ts';
import { readConfig } from '#server/config.ts';
import type { Check } from './checks/check.ts';
import { examine } from './preflight.ts';

const marks: Record<Check['state'], string> = { ok: '✓', limited: '!', failed: '✗' };
const disabled: Text = { zh: '因此不可用', en: 'disabled by this' };

/** anlan doctor [--json]: asks everything, changes nothing; exit code 1 when Anlan would not start. */
export async function runDoctor(args: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): Promise<number> {
  const language: Language = environment.ANLAN_LANG === 'en' ? 'en' : 'zh';
  const config = readConfig(environment);
  const checks: Check[] = config.ok
    ? [
        { id: 'config', state: 'ok', text: { zh: '配置无误。', en: 'The configuration is right.' } },
        ...(await examine(config.value, environment)),
      ]
    : [{ id: 'config', state: 'failed', text: config.text }];
  const healthy = checks.every((check) => check.state !== 'failed');
  if (args.includes('--json')) print(JSON.stringify({ ok: healthy, checks }, null, 2));
  else for (const check of checks) print(lineOf(check, language));
  return healthy ? 0 : 1;
}

function lineOf(check: Check, language: Language): string {
  const consequence =
    check.disables === undefined ? '' : ` ${disabled[language]}${language === 'zh' ? '：' : ': '}${check.disables[language]}`;
  return `${marks[check.state]} ${check.text[language]}${consequence}`;
}
