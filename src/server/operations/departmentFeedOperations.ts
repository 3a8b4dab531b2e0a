import type { Actor } from '#kernel/access/access.ts';
import { addDays, localDate } from '#kernel/clock/localDate.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Seal } from '../access/sealing.ts';
import { purposeOfFeed } from '../ingest/pulling/feedPuller.ts';
import type { Transaction } from '../storage/database.ts';
import {
  feedDays,
  feedProgress,
  noProgress,
  putFeedSecret,
  removeFeedSecret,
  storedFeed,
  storedFeeds,
  type FeedDay,
  type FeedProgress,
  type StoredFeed,
} from '../storage/departmentFeeds.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import type { Context } from './context.ts';
import { inTransaction } from './registerOperations.ts';

// Platforms of departments: how well they can be read, and the secrets they want, which go in and never come out again.

const shownDays = 7;

export type FeedQuality = Pick<StoredFeed, 'id' | 'name' | 'everySeconds' | 'active' | 'headerName' | 'areaCode' | 'demo'> &
  Omit<FeedProgress, 'url' | 'etag' | 'lastModified'> & { host: string; isSecretSet: boolean; days: FeedDay[] };

/** Every platform in the actor's area with how reading went over the last seven days. */
export function feedQuality(context: Context, actor: Actor): Promise<Outcome<{ items: FeedQuality[] }>> {
  return inTransaction(context, actor, async (tx) => {
    const [feeds, progress] = [await storedFeeds(tx), await feedProgress(tx)];
    const days = await feedDays(tx, addDays(localDate(context.clock.now()), 1 - shownDays));
    return { items: feeds.map((feed) => qualityOf(feed, progress.get(feed.id) ?? noProgress, days.get(feed.id) ?? [])) };
  });
}

function qualityOf(feed: StoredFeed, progress: FeedProgress, days: FeedDay[]): FeedQuality {
  const { id, name, everySeconds, active, headerName, areaCode, demo, sealed } = feed;
  const { url: _, etag: __, lastModified: ___, ...shown } = progress;
  return {
    id,
    name,
    everySeconds,
    active,
    headerName,
    areaCode,
    demo,
    ...shown,
    host: new URL(feed.url).host,
    isSecretSet: sealed !== null,
    days,
  };
}

/** Sets the content of the header that proves who we are. Refuses `feed-missing` 404. */
export function setFeedSecret(context: Context, seal: Seal, actor: Actor, id: string, secret: string): Promise<Outcome<null>> {
  return inTransaction(context, actor, async (tx) => {
    const feed = await mustFind(tx, id);
    const sealed = seal.close(Buffer.from(secret), purposeOfFeed(id));
    await putFeedSecret(tx, { feedId: id, sealed, by: actor.name, at: context.clock.now(), areaCode: feed.areaCode, demo: feed.demo });
    await tell(tx, context, feed, 'setFeedSecret');
    return null;
  });
}

/** Takes it away. Refuses `feed-missing` 404. */
export function clearFeedSecret(context: Context, actor: Actor, id: string): Promise<Outcome<null>> {
  return inTransaction(context, actor, async (tx) => {
    const feed = await mustFind(tx, id);
    if (await removeFeedSecret(tx, id)) await tell(tx, context, feed, 'clearFeedSecret');
    return null;
  });
}

async function mustFind(tx: Transaction, id: string): Promise<StoredFeed> {
  const feed = await storedFeed(tx, id);
  if (feed === null)
    throw new RefusalError(
      refuse('feed-missing', 404, { zh: '没有这个部门平台，或不在您的辖区', en: 'There is no such platform in your area' }),
    );
  return feed;
}

async function tell(tx: Transaction, context: Context, { id, name, areaCode, demo }: StoredFeed, act: string): Promise<void> {
  await emit(tx, context.clock, [
    { type: 'departmentFeed.secretChanged', areaCode, subject: { kind: 'departmentFeeds', id }, demo, data: {} },
  ]);
  await writeJournal(tx, context.clock, [{ act, subjectKind: 'departmentFeeds', subjectId: id, areaCode, detail: { name } }]);
}
