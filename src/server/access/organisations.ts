import { mayTouch, type Actor, type Role } from '#kernel/access/access.ts';
import { wouldCircle, type Organisation, type Person } from '#kernel/organisation/organisation.ts';
import { decideHandOver, type HandOver, type Post, type PostHolder } from '#kernel/organisation/post.ts';
import { refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { listAccounts } from '../storage/accounts.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import {
  allOrganisations,
  allPersons,
  countInside,
  personById,
  removeOrganisation,
  removePerson,
  saveOrganisation,
  savePerson,
} from '../storage/organisations.ts';
import { emit } from '../storage/outbox.ts';
import {
  accountsOfPost,
  addHolder,
  allHolders,
  allPosts,
  endHolder,
  grantsOfPerson,
  holdersOf,
  holdsAnything,
  lockPost,
  removePost,
  savePost,
} from '../storage/posts.ts';
import { gate } from './holdings.ts';
import { grantFault } from './invitations.ts';

// Organisations, people, posts and their holders: who may keep them, what a hand-over does. Rights that hang on a post move
// with it, so every change tells whose sessions must be looked at anew.

const keepers: readonly Role[] = ['administrator'];
/** Who must be able to call somebody at night. */
const callers: readonly Role[] = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer'];

export interface OrganisationView {
  organisations: Organisation[];
  /** `holders`: present, coming and past ones, the latest first. */
  posts: (Post & { holders: PostHolder[] })[];
  persons: Person[];
}

/** Everything in the actor's reach; telephone numbers in full only for those who must call. */
export async function viewOrganisations(context: Context, actor: Actor): Promise<OrganisationView> {
  return context.database.transaction(actor, async (tx) => {
    const holders = Map.groupBy(await allHolders(tx), ({ postId }) => postId);
    return {
      organisations: await allOrganisations(tx),
      posts: (await allPosts(tx)).map((post) => ({ ...post, holders: holders.get(post.id) ?? [] })),
      persons: (await allPersons(tx)).map((person) => ({
        ...person,
        phone: mayTouch(actor, callers, person.areaCode) ? person.phone : masked(person.phone),
      })),
    };
  });
}

export function keepOrganisation(context: Context, actor: Actor, organisation: Organisation): Promise<Outcome<Organisation>> {
  return keep(context, actor, 'organisation', organisation, async (tx) => {
    const all = await allOrganisations(tx);
    if (organisation.parentId !== null && !all.some(({ id }) => id === organisation.parentId)) throw new RefusalError(missing);
    if (wouldCircle(all, organisation.id, organisation.parentId))
      throw new RefusalError(
        refuse('organisation-circle', 422, { zh: '上级单位不能是自己或自己的下级', en: 'An organisation cannot stand under itself' }),
      );
    return saveOrganisation(tx, organisation);
  });
}

/** Ties a person to an account only where the administrator could give that account what the person's posts carry. */
export async function keepPerson(context: Context, actor: Actor, person: Person): Promise<Outcome<Person>> {
  if (person.accountId !== null) {
    const at = context.clock.now();
    const carried = await context.database.transaction(gate(actor.from), (tx) => grantsOfPerson(tx, person.id, at));
    const fault = grantFault(actor, carried);
    if (fault) return fault;
  }
  return keep(context, actor, 'person', person, async (tx) => {
    const isKnown = person.accountId === null || (await listAccounts(tx)).some(({ id }) => id === person.accountId);
    if (!isKnown) throw new RefusalError(missing);
    return savePerson(tx, person);
  });
}

export async function keepPost(context: Context, actor: Actor, post: Post): Promise<Outcome<Post>> {
  const fault = grantFault(actor, post.grants);
  return fault ?? keep(context, actor, 'post', post, (tx) => savePost(tx, post));
}

/** Inserts or changes something if it still has the version that was seen. */
async function keep<T extends { id: string; areaCode: string; version: number }>(
  context: Context,
  actor: Actor,
  kind: string,
  wanted: T,
  save: (tx: Transaction) => Promise<T | null>,
): Promise<Outcome<T>> {
  if (!mayTouch(actor, keepers, wanted.areaCode)) return outside;
  return inTransaction(context, actor, async (tx) => {
    const saved = await save(tx);
    if (!saved) throw new RefusalError(changed);
    await writeJournal(tx, context.clock, [
      {
        act: wanted.version === 0 ? 'create' : 'update',
        subjectKind: kind,
        subjectId: saved.id,
        areaCode: saved.areaCode,
        detail: { after: saved },
      },
    ]);
    return saved;
  });
}

/** Takes something off the list that nothing hangs on any more. */
export function dismiss(context: Context, actor: Actor, kind: 'organisation' | 'person' | 'post', id: string): Promise<Outcome<null>> {
  return inTransaction(context, actor, async (tx) => {
    const at = context.clock.now();
    const all: readonly { id: string; areaCode: string }[] =
      kind === 'organisation' ? await allOrganisations(tx) : kind === 'person' ? await allPersons(tx) : await allPosts(tx);
    const found = all.find((each) => each.id === id);
    if (!found) throw new RefusalError(missing);
    if (!mayTouch(actor, keepers, found.areaCode)) throw new RefusalError(outside);
    if (kind === 'organisation') {
      if ((await countInside(tx, id)) > 0) throw new RefusalError(inUse);
      await removeOrganisation(tx, id, at);
    } else if (kind === 'person') {
      if (await holdsAnything(tx, id, at)) throw new RefusalError(inUse);
      await removePerson(tx, id, at);
    } else {
      if ((await holdersOf(tx, id)).some(({ to }) => to === null || Date.parse(to) > at.getTime())) throw new RefusalError(inUse);
      await removePost(tx, id, at);
    }
    await writeJournal(tx, context.clock, [{ act: 'remove', subjectKind: kind, subjectId: id, areaCode: found.areaCode }]);
    return null;
  });
}

/** Whose rights a change of a post touches, besides what it answers. */
export interface PostChange {
  holders: PostHolder[];
  accounts: string[];
}

/** Ends the present holding of a seat and begins the next one at the same instant. */
export function handOver(
  context: Context,
  actor: Actor,
  postId: string,
  ask: Omit<HandOver, 'atMs'> & { at: string | null; why: string },
): Promise<Outcome<PostChange>> {
  return changePost(context, actor, postId, async (tx, post) => {
    // Whoever appoints gives what the post carries.
    const fault = grantFault(actor, post.grants);
    if (fault) throw new RefusalError(fault);
    const at = ask.at === null ? context.clock.now() : new Date(ask.at);
    const next = await personById(tx, ask.personId);
    if (!next) throw new RefusalError(missing);
    const decided = decideHandOver(await holdersOf(tx, postId), { ...ask, atMs: at.getTime() });
    if (!decided.ok) throw new RefusalError(decided);
    const { ends } = decided.value;
    if (ends) await endHolder(tx, ends.id, at);
    await addHolder(tx, { id: randomUUIDv7(), postId, personId: next.id, areaCode: post.areaCode, seat: ask.seat, from: at });
    const detail = { seat: ask.seat, from: ends?.personName ?? null, to: next.name, at: at.toISOString() };
    await emit(tx, context.clock, [
      {
        type: 'post.handedOver',
        areaCode: post.areaCode,
        subject: { kind: 'post', id: postId },
        demo: false,
        data: { title: post.name, ...detail },
      },
    ]);
    return { act: 'handOver', why: ask.why, detail };
  });
}

/** Ends a holding now, or withdraws one that is to come; the seat is vacant afterwards. */
export function vacate(context: Context, actor: Actor, postId: string, holderId: string, why: string): Promise<Outcome<PostChange>> {
  return changePost(context, actor, postId, async (tx) => {
    const at = context.clock.now();
    const holder = (await holdersOf(tx, postId)).find(({ id }) => id === holderId);
    if (!holder || (holder.to !== null && Date.parse(holder.to) <= at.getTime())) throw new RefusalError(changed);
    await endHolder(tx, holderId, at);
    return { act: 'vacate', why, detail: { seat: holder.seat, from: holder.personName, at: at.toISOString() } };
  });
}

async function changePost(
  context: Context,
  actor: Actor,
  postId: string,
  change: (tx: Transaction, post: Post) => Promise<{ act: string; why: string; detail: Record<string, unknown> }>,
): Promise<Outcome<PostChange>> {
  return inTransaction(context, actor, async (tx) => {
    const post = await lockPost(tx, postId);
    if (!post) throw new RefusalError(missing);
    if (!mayTouch(actor, keepers, post.areaCode)) throw new RefusalError(outside);
    const entry = await change(tx, post);
    await writeJournal(tx, context.clock, [{ ...entry, subjectKind: 'post', subjectId: postId, areaCode: post.areaCode }]);
    return { holders: await holdersOf(tx, postId), accounts: await accountsOfPost(tx, postId) };
  });
}

function masked(phone: string): string {
  return phone.length < 7 ? phone.replaceAll(/./g, '*') : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

const outside: Refusal = refuse('area-outside', 403, {
  zh: '只有本辖区的系统管理员可以修改单位和岗位',
  en: 'Only an administrator of the division may change organisations and posts',
});
const missing: Refusal = refuse('not-found', 404, { zh: '没有这一项，或不在您的辖区', en: 'There is no such thing in your area' });
const changed: Refusal = refuse('version-conflict', 412, {
  zh: '已被他人修改，请重新载入后再改',
  en: 'Somebody changed it meanwhile: reload first',
});
const inUse: Refusal = refuse('still-used', 409, {
  zh: '其下还有单位、岗位、人员或任职，不能移除',
  en: 'Organisations, posts, people or holders still hang on it',
});
