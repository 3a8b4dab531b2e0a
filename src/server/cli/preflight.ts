import { type Outcome, accept, refuse } from '#kernel/problem/refusal.ts';
import type { Config } from '#server/config.ts';
import type { Check } from './checks/check.ts';
import { checkDataFolder, checkDatabase } from './checks/data.ts';
import { checkPorts } from './checks/ports.ts';
import { checkProgram } from './checks/program.ts';
import { checkTestTools } from './checks/testTools.ts';

/**
 * What must hold before the server starts; asked before anything is written, so a refusal leaves nothing half made.
 * @returns refusal with the id of the first failed check as code, e.g. `port-http`, `data-folder`, `database-server`
 */
export async function preflight(config: Config): Promise<Outcome<null>> {
  const checks = [...checkProgram(config, {}), ...checkDataFolder(config), ...(await checkDatabase(config)), ...(await checkPorts(config))];
  const found = checks.find((check) => check.state === 'failed');
  return found === undefined ? accept(null) : refuse(found.id, 503, found.text);
}

/** Everything `anlan doctor` looks at. A port held by a running Anlan of this installation is no failure here. */
export async function examine(config: Config, environment: NodeJS.ProcessEnv): Promise<Check[]> {
  const ports = await checkPorts(config);
  return [
    ...checkProgram(config, environment),
    ...checkDataFolder(config),
    ...(await checkDatabase(config)),
    ...ports.map((check) => (isAnlanItself(check) ? { ...check, state: 'ok' as const, text: running } : check)),
    ...checkTestTools(environment),
  ];
}

const running = { zh: '安澜正在运行并使用该端口。', en: 'Anlan is running and uses this port.' };

function isAnlanItself(check: Check): boolean {
  return check.state === 'failed' && check.text.en.includes('src/server/main.ts');
}
