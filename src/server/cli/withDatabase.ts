import { existsSync } from 'node:fs';
import type { Language } from '#kernel/language/text.ts';
import type { Config } from '#server/config.ts';
import { clusterFolder } from '#server/database/cluster.ts';
import { DatabaseFailure } from '#server/database/failure.ts';
import { startEmbedded } from '#server/database/supervisor.ts';
import { openDatabase, type Database } from '#server/storage/database.ts';

const noDatabase = {
  zh: '还没有数据库：请先运行 npm start，或检查 ANLAN_DATA。',
  en: 'There is no database yet: run npm start first, or check ANLAN_DATA.',
};

/**
 * Lets a command work on the county's database, beside a running server or without one.
 * @returns what the work answers; 1 when there is no database, or none that can be reached
 */
export async function withDatabase(
  { config, language, complain }: { config: Config; language: Language; complain: (line: string) => void },
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const { databaseUrl, dataFolder } = config;
  if (databaseUrl === null && !existsSync(clusterFolder(dataFolder))) {
    complain(noDatabase[language]);
    return 1;
  }
  try {
    const embedded = databaseUrl === null ? await startEmbedded(dataFolder, () => undefined, { language, share: true }) : null;
    const database = openDatabase(embedded?.url ?? databaseUrl ?? '', () => undefined);
    try {
      return await work(database);
    } finally {
      await database.close();
      await embedded?.stop();
    }
  } catch (error) {
    if (!(error instanceof DatabaseFailure)) throw error;
    complain(error.text[language]);
    return 1;
  }
}
