import type { Language } from '#kernel/language/text.ts';
import { type Variable, readConfig, variables } from '#server/config.ts';

/** anlan config [--json]: every variable, its value now, its default and meaning; exit code 1 when one is wrong. */
export function runConfig(args: readonly string[], environment: NodeJS.ProcessEnv, print: (line: string) => void): number {
  const language: Language = environment.ANLAN_LANG === 'en' ? 'en' : 'zh';
  const config = readConfig(environment);
  if (args.includes('--json')) {
    print(
      JSON.stringify(
        variables.map((variable) => ({
          name: variable.name,
          value: shown(variable, environment),
          default: variable.standard,
          meaning: variable.meaning,
        })),
        null,
        2,
      ),
    );
  } else {
    for (const variable of variables) print(`${variable.name}=${shown(variable, environment)}\n    ${variable.meaning[language]}`);
  }
  if (!config.ok) print(config.text[language]);
  return config.ok ? 0 : 1;
}

function shown(variable: Variable, environment: NodeJS.ProcessEnv): string {
  const given = environment[variable.name]?.trim();
  if (given === undefined || given === '') return variable.standard;
  return variable.secret === true ? '***' : given;
}
