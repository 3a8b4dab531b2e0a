import { systemClock } from '#kernel/clock/clock.ts';
import type { Text } from '#kernel/language/text.ts';
import { preflight } from './cli/preflight.ts';
import { readConfig, type Config } from './config.ts';
import { checkServer } from './database/checkServer.ts';
import { DatabaseFailure } from './database/failure.ts';
import { startEmbedded } from './database/supervisor.ts';
import { startServer, type RunningServer } from './server.ts';
import { NewerDatabaseError } from './storage/migrate.ts';

// The process: reads the configuration, makes sure that it can start, brings up the database, then the server; stops all
// of it on a signal. Whatever the user can mend ends in one sentence and an exit code other than 0.

async function run(): Promise<void> {
  const read = readConfig({ ...process.env, ...edgeArgument(process.argv.slice(2)) });
  if (!read.ok) return fail(read.text, 2);
  const config = read.value;
  const say = (text: Text) => process.stderr.write(`${text[config.lang]}\n`);
  const ready = await preflight(config);
  if (!ready.ok) return fail(ready.text, 1, config);

  const startedMs = systemClock.nowMs();
  say({ zh: '正在启动数据库……', en: 'Starting the database …' });
  const database = await openDatabaseServer(config);
  let server: RunningServer | null = null;
  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    say({ zh: '正在停止……', en: 'Stopping …' });
    await server?.stop();
    await database.stop();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // The launcher is gone (killed): nobody holds the terminal any more.
  process.on('disconnect', () => void stop(0));

  try {
    say({ zh: '正在检查数据表……', en: 'Checking the tables …' });
    server = await startServer(config, database.url, report);
  } catch (error) {
    await database.stop();
    throw error;
  }
  announce(server, config, systemClock.nowMs() - startedMs);
}

async function openDatabaseServer(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl === null)
    return startEmbedded(config.dataFolder, (line) => process.stderr.write(`${line}\n`), { language: config.lang });
  await checkServer(config.databaseUrl);
  return { url: config.databaseUrl, stop: async () => undefined };
}

/** `anlan serve --edge <parent>` is the same as ANLAN_EDGE_PARENT. */
function edgeArgument(given: readonly string[]): { ANLAN_EDGE_PARENT?: string } {
  const at = given.indexOf('--edge');
  return at < 0 ? {} : { ANLAN_EDGE_PARENT: given[at + 1] ?? '' };
}

function announce(server: RunningServer, config: Config, tookMs: number): void {
  const lines = server.endpoints.map(({ protocol, host, port }) => `  ${protocol.padEnd(8)} ${host}:${port}`);
  if (lines.length > 0) process.stderr.write(`${config.lang === 'zh' ? '设备接入：' : 'Devices connect at:'}\n${lines.join('\n')}\n`);
  if (server.setupLink)
    process.stdout.write(`${config.lang === 'zh' ? '首次设置（一次性链接）：' : 'First set-up (one-time link): '}${server.setupLink}\n`);
  process.stderr.write(`${config.lang === 'zh' ? '启动用时' : 'Started in'} ${(tookMs / 1000).toFixed(1)} s\n`);
  process.stdout.write(`anlan ready ${server.url}\n`);
}

/** Faults nobody waits for: one line each, with the place. */
function report(error: Error, where: string): void {
  process.stderr.write(`${systemClock.now().toISOString()} ${where}: ${error.stack ?? error.message}\n`);
}

function fail(text: Text, exitCode: number, config?: Config): void {
  process.stderr.write(`${text[config?.lang ?? 'zh']}\n`);
  process.exitCode = exitCode;
}

process.on('unhandledRejection', (reason) => report(reason instanceof Error ? reason : new Error(String(reason)), 'unhandled'));

try {
  await run();
} catch (error) {
  const language = process.env['ANLAN_LANG'] === 'en' ? 'en' : 'zh';
  if (error instanceof DatabaseFailure) process.stderr.write(`${error.text[language]}\n`);
  else if (error instanceof NewerDatabaseError)
    process.stderr.write(`${language === 'zh' ? '数据库由另一版本的安澜建立：请启动那个版本，或恢复备份。' : error.message}\n`);
  else report(error as Error, 'start');
  process.exit(1);
}
