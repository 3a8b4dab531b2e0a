import { systemClock } from '#kernel/clock/clock.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import type { CaseView, Me, Page } from '#web/api/answers.ts';
import { offlineDatabase } from './offlineDatabase.ts';
import { offlineState, setOfflineState } from './offlineState.ts';
import { Outbox } from './outbox.ts';
import { caseWith, pageWith, recordWith } from './overlay.ts';

// The last answers of the server, kept for times without network. What concerns accounts, keys and the journal is not kept.

const keptForMs = 14 * 24 * 3_600_000;
const mostAnswers = 400;
/** Characters of JSON; a larger answer (a map) is not worth the phone's memory. */
const largest = 1_000_000;
/** The one account of this browser without which nothing else may be read. */
const sessionKey = 'session';
let sinceTidy = 0;

const keyOf = (accountId: string, path: string) => `${accountId} ${path}`;

export async function keepAnswer(accountId: string, path: string, body: unknown): Promise<void> {
  if (JSON.stringify(body).length > largest) return;
  const { answers } = offlineDatabase();
  await answers.put({ key: keyOf(accountId, path), accountId, atMs: systemClock.nowMs(), body });
  sinceTidy += 1;
  if (sinceTidy % 50 !== 1) return;
  await answers
    .where('atMs')
    .below(systemClock.nowMs() - keptForMs)
    .delete();
  const over = (await answers.count()) - mostAnswers;
  if (over > 0) await answers.bulkDelete((await answers.orderBy('atMs').limit(over).toArray()).map(({ key }) => key));
}

/** The kept answer to a call, with the device's own writes in it. */
export async function findAnswer(path: string): Promise<{ body: unknown } | null> {
  const { answers } = offlineDatabase();
  if (path === '/session') {
    const kept = await answers.get(sessionKey);
    return kept ? { body: { me: kept.body } } : null;
  }
  const { accountId, name } = offlineState();
  if (accountId === null) return null;
  const kept = await answers.get(keyOf(accountId, path));
  const body = await withOwnWrites(new Outbox(accountId), path, kept?.body ?? null, name);
  if (body === null) return null;
  const atMs = kept?.atMs ?? systemClock.nowMs();
  setOfflineState({ servedAtMs: Math.min(offlineState().servedAtMs ?? atMs, atMs) });
  return { body };
}

async function withOwnWrites(outbox: Outbox, path: string, body: unknown, by: string): Promise<unknown> {
  const [address = '', query = ''] = path.split('?');
  const [, root, type = '', id, more] = address.split('/');
  if (more !== undefined) return body;
  if (root === 'registers' && registerById(type)) {
    if (id !== undefined) return recordWith(body as AnyRecord | null, await outbox.about(type, id), by);
    const cursor = new URLSearchParams(query).get('cursor');
    const writes = (await outbox.all()).filter((write) => write.type === type);
    return pageWith(body as Page<AnyRecord> | null, writes, by, cursor === null);
  }
  const declaration = root === 'cases' ? caseById(type) : undefined;
  if (declaration && id !== undefined) return caseWith(body as CaseView | null, declaration, await outbox.about(type, id), by);
  return body;
}

/** Remembers who is logged in, so that the page opens without network; answers kept for anybody else go. */
export async function keepSession(me: Me): Promise<void> {
  const { answers } = offlineDatabase();
  await answers.where('accountId').notEqual(me.accountId).delete();
  await answers.put({ key: sessionKey, accountId: me.accountId, atMs: systemClock.nowMs(), body: me });
}

/** Forgets every answer: nobody is logged in here any more. Writes that have not arrived stay. */
export async function forgetAnswers(): Promise<void> {
  await offlineDatabase().answers.clear();
}
