import { existsSync } from 'node:fs';
import { systemClock } from '#kernel/clock/clock.ts';
import type { Language } from '#kernel/language/text.ts';
import { readConfig } from '#server/config.ts';
import { clusterFolder } from '#server/database/cluster.ts';
import { DatabaseFailure } from '#server/database/failure.ts';
import { startEmbedded } from '#server/database/supervisor.ts';
import { openDatabase } from '#server/storage/database.ts';
import { verifyJournal } from '#server/storage/journal.ts';

const noDatabase = {
  zh: '还没有数据库：请先运行 npm start，或检查 ANLAN_DATA。',
  en: 'There is no database yet: run npm start first, or check ANLAN_DATA.',
};

/** anlan journal verify: walks the hash chain; exit code 1 when it does not hold. Works beside a running server. */
export async function runJournal(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  if (args[0] !== 'verify') {
    complain('anlan journal verify');
    return 2;
  }
  const config = readConfig(environment);
  const language: Language = environment.ANLAN_LANG === 'en' ? 'en' : 'zh';
  if (!config.ok) {
    print(config.text[language]);
    return 1;
  }
  const { databaseUrl, dataFolder } = config.value;
  if (databaseUrl === null && !existsSync(clusterFolder(dataFolder))) {
    print(noDatabase[language]);
    return 1;
  }
  try {
    const embedded = databaseUrl === null ? await startEmbedded(dataFolder, () => undefined, { language, share: true }) : null;
    try {
      return await verify(embedded?.url ?? databaseUrl ?? '', print);
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    if (!(error instanceof DatabaseFailure)) throw error;
    print(error.text[language]);
    return 1;
  }
}

async function verify(url: string, print: (line: string) => void): Promise<number> {
  const database = openDatabase(url, () => undefined);
  try {
    const result = await verifyJournal(database, () => undefined);
    print(JSON.stringify({ ok: result.faults.length === 0, at: systemClock.now().toISOString(), ...result }));
    return result.faults.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}
