import pg from 'pg';
import type { Text } from '#kernel/language/text.ts';
import { DatabaseFailure, type DatabaseFailureCode, errnoOf } from './failure.ts';

// A PostgreSQL that somebody else runs, named by DATABASE_URL: can Anlan live in it? Asked before anything is written.

export const oldestMajor = 15;
/** The role every transaction of the program runs as; row level security is written for it. */
const programRole = 'anlan_app';

export interface ServerFacts {
  /** `server_version_num`, e.g. 150018. */
  versionNumber: number;
  encoding: string;
  database: string;
  user: string;
  mayCreateRoles: boolean;
  roleExists: boolean;
  mayActAsRole: boolean;
  mayCreateTables: boolean;
}

/**
 * Connects once and looks.
 * @throws DatabaseFailure with one clear sentence; the URL's password never appears in it
 */
export async function checkServer(url: string): Promise<ServerFacts> {
  const target = describe(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000, application_name: 'anlan check' });
  client.on('error', () => undefined);
  let facts: ServerFacts;
  try {
    await client.connect();
    facts = await askFacts(client);
  } catch (error) {
    throw explain(target, error);
  } finally {
    await client.end().catch(() => undefined);
  }
  const failure = judge(facts, target);
  if (failure !== null) throw failure;
  return facts;
}

interface Target {
  where: string;
  host: string;
  user: string;
  database: string;
}

function describe(url: string): Target {
  if (!URL.canParse(url)) {
    throw new DatabaseFailure('url-invalid', {
      zh: 'DATABASE_URL 不是有效的地址，应形如 postgres://用户:口令@主机:5432/数据库。',
      en: 'DATABASE_URL is no valid address; it looks like postgres://user:password@host:5432/database.',
    });
  }
  const { hostname, port, username, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const user = decodeURIComponent(username);
  return {
    where: host.startsWith('/') ? host : `${host}:${port || '5432'}`,
    host,
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
  };
}

async function askFacts(client: pg.Client): Promise<ServerFacts> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::int as "versionNumber",
       pg_encoding_to_char(d.encoding) as encoding,
       d.datname as database,
       current_user as user,
       u.rolsuper or u.rolcreaterole as "mayCreateRoles",
       exists (select from pg_roles where rolname = $1) as "roleExists",
       exists (select from pg_roles r where r.rolname = $1 and pg_has_role(current_user, r.oid, 'member')) as "mayActAsRole",
       has_schema_privilege(current_user, 'public', 'create') as "mayCreateTables"
     from pg_database d, pg_roles u
     where d.datname = current_database() and u.rolname = current_user`,
    [programRole],
  );
  return rows[0] as ServerFacts;
}

/** What stands against using a server; null when nothing does. */
export function judge(facts: ServerFacts, target: { where: string }): DatabaseFailure | null {
  const { where } = target;
  const major = Math.floor(facts.versionNumber / 10_000);
  if (major < oldestMajor) {
    return new DatabaseFailure('server-too-old', {
      zh: `${where} 上是 PostgreSQL ${major}，安澜需要 ${oldestMajor} 或更新版本。`,
      en: `${where} runs PostgreSQL ${major}; Anlan needs ${oldestMajor} or newer.`,
    });
  }
  if (facts.encoding !== 'UTF8') {
    return new DatabaseFailure('server-encoding', {
      zh: `数据库 ${facts.database} 的编码是 ${facts.encoding}，应为 UTF8：请用 create database … encoding 'UTF8' template template0 新建。`,
      en: `The database ${facts.database} is encoded in ${facts.encoding}, UTF8 is needed: make a new one with create database … encoding 'UTF8' template template0.`,
    });
  }
  if (!facts.mayActAsRole && !facts.mayCreateRoles) {
    return new DatabaseFailure('server-no-role', {
      zh: `用户 ${facts.user} 不能建立也不能使用角色 ${programRole}：请让数据库管理员执行 create role ${programRole} nologin; grant ${programRole} to ${facts.user};`,
      en: `User ${facts.user} may neither create nor use the role ${programRole}; have an administrator run: create role ${programRole} nologin; grant ${programRole} to ${facts.user};`,
    });
  }
  if (!facts.mayCreateTables) {
    return new DatabaseFailure('server-no-role', {
      zh: `用户 ${facts.user} 不能在数据库 ${facts.database} 的 public 模式中建表：请执行 grant create on schema public to ${facts.user};`,
      en: `User ${facts.user} may not create tables in schema public of ${facts.database}; have an administrator run: grant create on schema public to ${facts.user};`,
    });
  }
  return null;
}

function explain(target: Target, error: unknown): DatabaseFailure {
  const code = errnoOf(error);
  const { where, host, user, database } = target;
  const said = error instanceof Error ? error.message : String(error);
  const known: Record<string, [DatabaseFailureCode, Text]> = {
    ECONNREFUSED: [
      'server-refused',
      {
        zh: `${where} 上没有数据库应答，请检查 DATABASE_URL 的地址和端口、数据库是否已启动。`,
        en: `No database answers at ${where}; check address and port in DATABASE_URL and whether the database runs.`,
      },
    ],
    ENOTFOUND: [
      'server-unknown-host',
      { zh: `找不到主机 ${host}，请检查 DATABASE_URL。`, en: `The host ${host} is unknown; check DATABASE_URL.` },
    ],
    '28P01': [
      'server-wrong-password',
      {
        zh: `${where} 不接受用户 ${user} 的口令，请检查 DATABASE_URL。`,
        en: `${where} does not accept the password of user ${user}; check DATABASE_URL.`,
      },
    ],
    '28000': [
      'server-wrong-password',
      {
        zh: `${where} 不允许用户 ${user} 连接，请检查 DATABASE_URL 和服务器的 pg_hba.conf。`,
        en: `${where} does not let user ${user} in; check DATABASE_URL and the server’s pg_hba.conf.`,
      },
    ],
    '3D000': [
      'server-no-database',
      {
        zh: `${where} 上没有数据库 ${database}，请先建立：create database ${database} encoding 'UTF8';`,
        en: `There is no database ${database} at ${where}; make it first: create database ${database} encoding 'UTF8';`,
      },
    ],
  };
  known.ENOENT = known.ECONNREFUSED as [DatabaseFailureCode, Text];
  known.EAI_AGAIN = known.ENOTFOUND as [DatabaseFailureCode, Text];
  const found = known[code];
  if (found !== undefined) return new DatabaseFailure(found[0], found[1], said);
  if (/timeout|ETIMEDOUT|EHOSTUNREACH/i.test(`${said} ${code}`)) {
    return new DatabaseFailure(
      'server-timeout',
      {
        zh: `${where} 在 8 秒内没有应答，请检查网络和 DATABASE_URL。`,
        en: `${where} did not answer within 8 seconds; check the network and DATABASE_URL.`,
      },
      said,
    );
  }
  return new DatabaseFailure(
    'server-failed',
    { zh: `不能使用 ${where} 上的数据库：${said}`, en: `The database at ${where} cannot be used: ${said}` },
    said,
  );
}
