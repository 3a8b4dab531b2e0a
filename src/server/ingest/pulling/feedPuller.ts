import type { Actor } from '#kernel/access/access.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import { readFeedMapping, type FeedMapping } from '#rooms/monitoring/departmentFeeds/feedMapping.ts';
import type { Seal } from '../../access/sealing.ts';
import { Rounds } from '../../calling/rounds.ts';
import type { Database } from '../../storage/database.ts';
import {
  feedProgress,
  noProgress,
  noteFeedAttempt,
  storedFeeds,
  type FeedProgress,
  type FeedTally,
  type StoredFeed,
} from '../../storage/departmentFeeds.ts';
import type { EndpointOptions, Source } from '../endpoints/endpoint.ts';
import { addressOf, pauseSeconds } from './feedAddress.ts';
import { askFeed, type FeedAnswer } from './feedFetch.ts';
import { takeRecords, type Taken } from './takeRecords.ts';

// Asks platforms of departments at their intervals. One slow platform does not keep the others waiting. Validators (ETag,
// Last-Modified) and “since” move on only when all of an answer is on our disk, so what could not be kept is asked for again; what
// comes twice is recognised here as long as the process lives, and by point and time in the database after that. Feeds go on while
// PostgreSQL is away: readings go to the log, and how it went is written with the next attempt that finds the database.

const system: Actor = { kind: 'system', accountId: null, name: '部门平台读取', roles: [], areaCode: '', posts: [], from: 'internal' };

export const purposeOfFeed = (id: string) => `feed:${id}`;

interface Known {
  feed: StoredFeed;
  mapping: FeedMapping | null;
  progress: FeedProgress;
  nextMs: number;
  running: Promise<void> | null;
  /** Readings of the last whole answer. */
  seen: Set<string>;
}

export interface FeedPullerOptions {
  database: Database;
  seal: Seal;
  endpoint: EndpointOptions;
}

export class FeedPuller {
  readonly #options: FeedPullerOptions;
  readonly #clock: Clock;
  readonly #rounds: Rounds;
  readonly #known = new Map<string, Known>();
  #isStale = true;

  constructor(options: FeedPullerOptions) {
    this.#options = options;
    this.#clock = options.endpoint.clock;
    this.#rounds = new Rounds(
      this.#clock,
      () => this.#round(),
      (error) => options.endpoint.report(error, 'department feeds'),
    );
  }

  /** Takes feeds as the register has them now, and asks those that are due. */
  reload(): void {
    this.#isStale = true;
    this.#rounds.wake();
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#rounds.settled();
    const running = [...this.#known.values()].flatMap((each) => each.running ?? []);
    if (running.length === 0) return;
    await Promise.all(running);
    await this.settled();
  }

  async stop(): Promise<void> {
    await this.#rounds.stop();
    await Promise.all([...this.#known.values()].flatMap((each) => each.running ?? []));
  }

  sources(): Source[] {
    return [...this.#known.values()]
      .filter(({ feed }) => feed.active)
      .map(({ feed, progress }) => ({
        protocol: 'feed' as const,
        label: `${feed.name} ${feed.url.split('?')[0]}`,
        state: () => ({
          is: progress.problem === null && progress.succeededAt !== null ? ('connected' as const) : ('waiting' as const),
          sinceMs: (progress.problem === null ? progress.succeededAt : progress.triedAt)?.getTime() ?? this.#clock.nowMs(),
          error: progress.problem,
        }),
        close: () => Promise.resolve(),
      }));
  }

  async #round(): Promise<Date | null> {
    if (this.#isStale) await this.#load();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const known of this.#known.values()) {
      if (!known.feed.active) continue;
      if (known.running === null && known.nextMs <= this.#clock.nowMs()) this.#start(known);
      if (known.running === null) nextMs = Math.min(nextMs, known.nextMs);
    }
    return Number.isFinite(nextMs) ? new Date(nextMs) : null;
  }

  async #load(): Promise<void> {
    const { database, endpoint } = this.#options;
    this.#isStale = false;
    try {
      const [feeds, progress] = await database.transaction(system, async (tx) => [await storedFeeds(tx), await feedProgress(tx)] as const);
      for (const id of this.#known.keys()) if (!feeds.some((feed) => feed.id === id)) this.#known.delete(id);
      for (const feed of feeds) {
        const before = this.#known.get(feed.id);
        const read = readFeedMapping(feed.mapping, feed.name);
        if (!read.ok) endpoint.report(new Error(`the mapping of ${feed.name} cannot be read`), 'department feeds');
        const mapping = read.ok ? read.mapping : null;
        if (before && JSON.stringify(before.feed) === JSON.stringify(feed)) continue;
        const known = progress.get(feed.id) ?? noProgress;
        // What was declared anew is read anew: another mapping may find more in the answer that had not changed.
        const fresh = { ...(before?.progress ?? known), ...(before && { etag: null, lastModified: null }) };
        const dueMs =
          before || known.triedAt === null ? 0 : known.triedAt.getTime() + pauseSeconds(feed.everySeconds, known.failures, null) * 1000;
        this.#known.set(feed.id, { feed, mapping, progress: fresh, nextMs: dueMs, running: before?.running ?? null, seen: new Set() });
      }
    } catch (error) {
      this.#isStale = true;
      throw error;
    }
  }

  #start(known: Known): void {
    known.running = this.#pull(known)
      .catch((error: Error) => this.#options.endpoint.report(error, 'department feeds'))
      .finally(() => {
        known.running = null;
        this.#rounds.wake();
      });
  }

  async #pull(known: Known): Promise<void> {
    const { feed, mapping, progress } = known;
    if (mapping === null) return void (known.nextMs = Number.POSITIVE_INFINITY);
    const url = addressOf(feed, progress.cursorAt);
    const same = progress.url === url;
    const triedAt = this.#clock.now();
    const header = this.#headerOf(feed);
    const question = {
      url,
      header: header.ok ? header.header : null,
      etag: same ? progress.etag : null,
      lastModified: same ? progress.lastModified : null,
    };
    const answer: FeedAnswer = header.ok
      ? await askFeed(question, this.#clock)
      : { is: 'failed', problem: header.problem, latencyMs: 0, skewMs: null, retryAfterSeconds: null };
    const taken =
      answer.is === 'answer'
        ? await takeRecords(this.#options.endpoint, { feed, mapping, seen: known.seen, remote: withoutQuery(url) }, answer.json)
        : null;
    const { next, tally } = this.#after(known, { url, triedAt, answer, taken });
    known.progress = next;
    known.nextMs = triedAt.getTime() + pauseSeconds(feed.everySeconds, next.failures, answer.retryAfterSeconds) * 1000;
    this.#options.endpoint.pipeline.counters.count(
      'feed',
      'pull',
      next.failures > 0 ? 'failed' : answer.is === 'unchanged' ? 'unchanged' : 'good',
    );
    await this.#options.database.transaction(system, (tx) => noteFeedAttempt(tx, feed, next, localDate(triedAt), tally));
  }

  #headerOf({
    id,
    headerName,
    sealed,
  }: StoredFeed): { ok: true; header: { name: string; value: string } | null } | { ok: false; problem: string } {
    if (headerName === null || headerName === '') return { ok: true, header: null };
    if (sealed === null) return { ok: false, problem: `the content of the header ${headerName} was not set` };
    try {
      return { ok: true, header: { name: headerName, value: Buffer.from(this.#options.seal.open(sealed, purposeOfFeed(id))).toString() } };
    } catch (error) {
      this.#options.endpoint.report(error as Error, 'department feeds');
      return { ok: false, problem: `the content of the header ${headerName} cannot be opened: set it again` };
    }
  }

  #after(
    { feed, progress }: Known,
    { url, triedAt, answer, taken }: { url: string; triedAt: Date; answer: FeedAnswer; taken: Taken | null },
  ): { next: FeedProgress; tally: FeedTally } {
    const problem = answer.is === 'failed' ? answer.problem : (taken?.problem ?? null);
    const isGood = problem === null;
    const sinceMs = progress.succeededAt === null ? 0 : triedAt.getTime() - progress.succeededAt.getTime();
    const isGap = isGood && sinceMs > feed.everySeconds * 2_000;
    const tally: FeedTally = {
      failed: isGood ? 0 : 1,
      unchanged: answer.is === 'unchanged' ? 1 : 0,
      readings: taken?.readings ?? 0,
      repeated: taken?.repeated ?? 0,
      faults: taken?.faults ?? 0,
      gaps: isGap ? 1 : 0,
      gapSeconds: isGap ? Math.round(sinceMs / 1000) : 0,
      slowestMs: answer.latencyMs,
    };
    const newest = taken?.newestMs ?? null;
    const cursorMs = Math.max(
      progress.cursorAt?.getTime() ?? Number.NEGATIVE_INFINITY,
      Math.min(newest ?? Number.NEGATIVE_INFINITY, triedAt.getTime()),
    );
    const next: FeedProgress = {
      ...progress,
      ...(isGood && answer.is === 'answer' && { url, etag: answer.etag, lastModified: answer.lastModified }),
      ...(isGood && { succeededAt: triedAt, cursorAt: Number.isFinite(cursorMs) ? new Date(cursorMs) : null }),
      ...(taken !== null && taken.readings > 0 && { changedAt: triedAt }),
      triedAt,
      failures: isGood ? 0 : progress.failures + 1,
      latencyMs: Math.round(answer.latencyMs),
      skewMs: answer.skewMs ?? progress.skewMs,
      problem: problem ?? (taken !== null && taken.faults > 0 ? taken.note : null),
    };
    return { next, tally };
  }
}

/** Some platforms want a key in the address; it is not shown. */
function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url;
}
