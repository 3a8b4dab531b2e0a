import { existsSync, lstatSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Text } from '#kernel/language/text.ts';
import type { Config } from '#server/config.ts';
import { checkServer } from '#server/database/checkServer.ts';
import { chooseOperator } from '#server/database/asOrdinaryUser.ts';
import { clusterFolder, inspectCluster } from '#server/database/cluster.ts';
import { bytesToBegin, bytesToContinue, freeBytes, inspectDataFolder } from '#server/database/dataFolder.ts';
import { DatabaseFailure } from '#server/database/failure.ts';
import { findPostgres } from '#server/database/platform.ts';
import { type Check, failed, limited, ok } from './check.ts';

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

/** The data folder: can it be used, is there room, does it hold a database of ours. Leaves nothing behind. */
export function checkDataFolder(config: Config): Check[] {
  const folder = config.dataFolder;
  return [
    attempt('data-folder', () => {
      const fresh = config.databaseUrl === null && !existsSync(clusterFolder(folder));
      inspectDataFolder(folder, fresh ? bytesToBegin : bytesToContinue);
      const free = megabytes(freeBytes(folder));
      return existsSync(folder)
        ? { zh: `数据文件夹 ${folder} 可写，剩余 ${free} MB。`, en: `The data folder ${folder} can be written; ${free} MB are free.` }
        : {
            zh: `数据文件夹 ${folder} 将在首次启动时建立，剩余 ${free} MB。`,
            en: `The data folder ${folder} will be made on the first start; ${free} MB are free.`,
          };
    }),
    ...checkOwner(folder),
  ];
}

/** Files of one account opened by another end in a half-readable folder: said before it happens. */
function checkOwner(folder: string): Check[] {
  const mine = process.getuid?.();
  if (mine === undefined || !existsSync(folder)) return [];
  const owner = lstatSync(folder).uid;
  if (owner === mine)
    return [
      ok('data-owner', {
        zh: `数据文件夹属于当前账户（${userInfo().username}）。`,
        en: `The data folder belongs to this account (${userInfo().username}).`,
      }),
    ];
  return [
    limited(
      'data-owner',
      {
        zh: `数据文件夹属于 uid ${owner}，当前账户为 uid ${mine}；请始终用同一个账户启动安澜。`,
        en: `The data folder belongs to uid ${owner}, this account is uid ${mine}; always start Anlan with the same account.`,
      },
      { zh: '原账户可能读不了新写的文件', en: 'the former account may be unable to read what is written now' },
    ),
  ];
}

/** The embedded database's programs and cluster, or the server that DATABASE_URL names. */
export async function checkDatabase(config: Config): Promise<Check[]> {
  return config.databaseUrl === null ? checkEmbedded(config) : [await checkOutside(config.databaseUrl)];
}

function checkEmbedded(config: Config): Check[] {
  const programs = attempt('database-programs', () => {
    const binaries = findPostgres();
    const operator = chooseOperator(binaries, config.dataFolder, clusterFolder(config.dataFolder));
    const how: Record<string, Text> = {
      plain: { zh: '以当前账户运行', en: 'run as this account' },
      namespace: { zh: '在用户命名空间中运行', en: 'run inside a user namespace' },
      otherUser: { zh: '以普通系统账户运行', en: 'run as an ordinary system account' },
    };
    return {
      zh: `内置 PostgreSQL ${binaries.packageVersion}，${how[operator.kind]?.zh}。`,
      en: `Embedded PostgreSQL ${binaries.packageVersion}, ${how[operator.kind]?.en}.`,
    };
  });
  if (programs.state === 'failed') return [programs];
  const cluster = attempt('database-cluster', () => {
    const absent = inspectCluster(config.dataFolder, findPostgres().major) === 'absent';
    return absent
      ? { zh: '数据库将在首次启动时建立。', en: 'The database will be made on the first start.' }
      : { zh: '数据库已建立，版本相符。', en: 'The database exists and its version fits.' };
  });
  return [programs, cluster];
}

async function checkOutside(url: string): Promise<Check> {
  try {
    const facts = await checkServer(url);
    const version = `${Math.floor(facts.versionNumber / 10_000)}.${facts.versionNumber % 10_000}`;
    return ok('database-server', {
      zh: `DATABASE_URL 可用：PostgreSQL ${version}，数据库 ${facts.database}。`,
      en: `DATABASE_URL works: PostgreSQL ${version}, database ${facts.database}.`,
    });
  } catch (error) {
    if (error instanceof DatabaseFailure) return failed('database-server', error.text);
    throw error;
  }
}

function attempt(id: string, look: () => Text): Check {
  try {
    return ok(id, look());
  } catch (error) {
    if (error instanceof DatabaseFailure) return failed(id, error.text);
    throw error;
  }
}
