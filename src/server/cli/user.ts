import { parseArgs } from 'node:util';
import { systemClock } from '#kernel/clock/clock.ts';
import { roles, type Actor, type Role } from '#kernel/access/access.ts';
import type { Language } from '#kernel/language/text.ts';
import { invite, inviteByName } from '#server/access/invitations.ts';
import { readConfig } from '#server/config.ts';
import { accountByName } from '#server/storage/accounts.ts';
import { removeFactors } from '#server/storage/factors.ts';
import { writeJournal } from '#server/storage/journal.ts';
import { withDatabase } from './withDatabase.ts';

type Print = (line: string) => void;

const roleNames = Object.keys(roles) as Role[];
const usage = `anlan user add <account> --name <name> --role <role> [--role <role>] [--area <code>]
anlan user reset <account> [--second-factor]
    角色 / roles: ${roleNames.join(' ')}
    --second-factor  一并解除第二验证方式 / unties the second factors as well`;

const words = {
  link: { zh: '一次性链接（3 天内有效）：', en: 'One-time link (valid for 3 days): ' },
};

/** Whoever runs the server: the last resort when no administrator can sign in. */
const operator: Actor = { kind: 'system', accountId: null, name: '命令行', roles: [], areaCode: '', posts: [], from: 'internal' };

/** anlan user add|reset: makes an account, or a new link for one; works beside a running server. */
export async function runUser(args: readonly string[], environment: NodeJS.ProcessEnv, print: Print, complain: Print): Promise<number> {
  const asked = readCall(args);
  if (asked === null) {
    complain(usage);
    return 2;
  }
  const config = readConfig(environment);
  const language: Language = environment['ANLAN_LANG'] === 'en' ? 'en' : 'zh';
  if (!config.ok) {
    complain(config.text[language]);
    return 2;
  }
  const { host, port, publicUrl, county } = config.value;
  return withDatabase({ config: config.value, language, complain }, async (database) => {
    const context = { clock: systemClock, database, county, publicUrl: '' };
    const areaCode = asked.area ?? county;
    const made =
      asked.verb === 'add'
        ? await invite(context, operator, {
            account: asked.account,
            name: asked.name,
            areaCode,
            grants: asked.roles.map((role) => ({ role, areaCode })),
          })
        : await inviteByName(context, operator, asked.account);
    if (!made.ok) {
      complain(made.text[language]);
      return 1;
    }
    if (asked.verb === 'reset' && asked.secondFactor)
      await database.transaction(operator, async (tx) => {
        const account = await accountByName(tx, asked.account);
        if (!account) return;
        await removeFactors(tx, account.id);
        await writeJournal(tx, systemClock, [
          { act: 'secondFactorReset', subjectKind: 'account', subjectId: account.id, areaCode: account.areaCode },
        ]);
      });
    const base = publicUrl ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
    print(`${words.link[language]}${base}/invite?token=${made.value.token}`);
    return 0;
  });
}

type Call =
  | { verb: 'add'; account: string; name: string; roles: Role[]; area: string | null }
  | { verb: 'reset'; account: string; secondFactor: boolean; area: null };

/** The call as it was typed, or null when it is not one. */
function readCall(args: readonly string[]): Call | null {
  const [verb, account = '', ...rest] = args;
  if ((verb !== 'add' && verb !== 'reset') || !/^[A-Za-z0-9._-]{2,40}$/.test(account)) return null;
  try {
    const { values } = parseArgs({
      args: rest,
      options: {
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        area: { type: 'string' },
        'second-factor': { type: 'boolean' },
      },
    });
    if (verb === 'reset') return { verb, account, secondFactor: values['second-factor'] === true, area: null };
    const named = values.role ?? [];
    const known = roleNames.filter((role) => named.includes(role));
    if (known.length === 0 || known.length !== new Set(named).size) return null;
    if (values.area !== undefined && !/^(\d{6}|\d{9}|\d{12})$/.test(values.area)) return null;
    return { verb, account, name: values.name ?? account, roles: known, area: values.area ?? null };
  } catch {
    // parseArgs says no to an option nobody knows; the usage tells which there are.
    return null;
  }
}
