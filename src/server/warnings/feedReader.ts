import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '../storage/database.ts';
import { Rounds } from '../calling/rounds.ts';
import { activeFeeds, noteFeedRead } from '../storage/receivedWarnings.ts';
import { alertLinks } from './feedLinks.ts';
import { receiver, type WarningBook } from './warningBook.ts';

// Fetches the declared feeds at their intervals. A feed is one alert, or a list that links to alerts; what was read before is
// not fetched again. What went wrong stands at the feed, and does not keep the others from being read.

const timeoutMs = 20_000;
const largestBytes = 5 * 1024 * 1024;
const mostAlerts = 200;
const mostRemembered = 5_000;

type Feed = Awaited<ReturnType<typeof activeFeeds>>[number];

export class FeedReader {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #book: WarningBook;
  readonly #rounds: Rounds;
  /** Addresses of alerts that were taken or refused for good. */
  readonly #done = new Set<string>();

  constructor(database: Database, clock: Clock, book: WarningBook, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#book = book;
    this.#rounds = new Rounds(clock, () => this.#round(), report);
  }

  wake(): void {
    this.#rounds.wake();
  }

  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  async #round(): Promise<Date | null> {
    const feeds = await this.#database.transaction(receiver, activeFeeds);
    let nextMs = Number.POSITIVE_INFINITY;
    for (const feed of feeds) {
      const dueMs = feed.readAt === null ? 0 : feed.readAt.getTime() + feed.everySeconds * 1000;
      if (dueMs > this.#clock.nowMs()) {
        nextMs = Math.min(nextMs, dueMs);
        continue;
      }
      const problem = await this.#read(feed);
      await this.#database.transaction(receiver, (tx) => noteFeedRead(tx, feed.id, this.#clock.now(), problem));
      nextMs = Math.min(nextMs, this.#clock.nowMs() + feed.everySeconds * 1000);
    }
    return Number.isFinite(nextMs) ? new Date(nextMs) : null;
  }

  /** What went wrong, in one line, or null. */
  async #read({ name, url }: Feed): Promise<string | null> {
    try {
      const bytes = await fetchBytes(url);
      const links = alertLinks(bytes, url);
      if (links === null) return faultOf(await this.#book.take(bytes, name));
      const faults: string[] = [];
      for (const link of links.slice(0, mostAlerts).filter((each) => !this.#done.has(each))) {
        const fault = await this.#readAlert(link, name);
        if (fault) faults.push(`${link} ${fault}`);
      }
      return faults.length > 0 ? faults.join('; ').slice(0, 500) : null;
    } catch (error) {
      return spoken(error as Error);
    }
  }

  /** An address that cannot be reached is tried again next time; a document that is no alert is not. */
  async #readAlert(link: string, name: string): Promise<string | null> {
    let bytes: Uint8Array;
    try {
      bytes = await fetchBytes(link);
    } catch (error) {
      return spoken(error as Error);
    }
    const fault = faultOf(await this.#book.take(bytes, name));
    this.#remember(link);
    return fault;
  }

  #remember(link: string): void {
    if (this.#done.size >= mostRemembered) this.#done.clear();
    this.#done.add(link);
  }
}

function spoken({ cause, message }: Error): string {
  return `${message}${cause instanceof Error ? `: ${cause.message}` : ''}`.slice(0, 500);
}

/** A warning for other counties is no trouble of the feed. */
function faultOf(outcome: Awaited<ReturnType<WarningBook['take']>>): string | null {
  return outcome.ok || outcome.code === 'warning-elsewhere' ? null : outcome.text.zh;
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const answer = await fetch(url, {
    headers: { 'user-agent': 'anlan', accept: 'application/cap+xml, application/atom+xml, application/xml' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new Error(`HTTP ${answer.status}`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > largestBytes) throw new Error(`more than ${largestBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
