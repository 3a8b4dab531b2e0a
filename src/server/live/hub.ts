import { isWithin } from '#kernel/area/area.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { DomainEvent } from '#kernel/event/event.ts';

// Sends events to open desks. Two streams meet here: the outbox (through PostgreSQL) and alarm changes (straight from the
// ingest log, so they flow while PostgreSQL is away). A client's place is a pair, one coordinate per stream.

/** Where a client stands: the last event of each stream it has seen. */
export interface LiveCursor {
  outbox: number;
  logPosition: number;
}

export function cursorText({ outbox, logPosition }: LiveCursor): string {
  return `${outbox}.${logPosition}`;
}

export function parseCursor(text: string): LiveCursor | null {
  const parts = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return parts ? { outbox: Number(parts[1]), logPosition: Number(parts[2]) } : null;
}

export interface LiveClient {
  /** Divisions it hears of, none inside another. */
  areas: readonly string[];
  /** Whose page it is; absent or null for programs. */
  accountId?: string | null;
  /** Writes a prepared SSE block; false when the client is too slow and must be dropped. */
  write(block: string): boolean;
  drop(): void;
}

interface Held {
  event: DomainEvent;
  outbox: number | null;
  logPosition: number | null;
}

const mostHeld = 20_000;
/** News is gathered this long with a thousand desks open, where the writing of each delivery counts, … */
const longestTickMs = 50;
/** … and this long with a few, where only the waiting would be noticed. */
const shortestTickMs = 5;
const desksForLongest = 1_000;

export class LiveHub {
  readonly #clock: Clock;
  readonly #clients = new Set<LiveClient>();
  /** Events of the recent past, oldest first, for clients that come back. */
  #held: Held[] = [];
  /** Everything before this pair has been forgotten. */
  #floor: LiveCursor;
  #end: LiveCursor;
  #waiting: Held[] = [];
  #tick: Timer | null = null;
  #flushedMs = 0;

  constructor(clock: Clock, start: LiveCursor) {
    this.#clock = clock;
    this.#floor = start;
    this.#end = start;
  }

  get size(): number {
    return this.#clients.size;
  }

  /** Open pages that hear of a division; with accounts, only theirs. */
  listening(areaCode: string, accountIds?: readonly string[]): number {
    const isTheirs = ({ accountId }: LiveClient) => !accountIds || (!!accountId && accountIds.includes(accountId));
    return [...this.#clients].filter((client) => isTheirs(client) && client.areas.some((area) => isWithin(areaCode, area))).length;
  }

  publishOutbox(events: readonly { seq: number; event: DomainEvent }[]): void {
    for (const { seq, event } of events) {
      this.#end = { ...this.#end, outbox: seq };
      this.#hold({ event, outbox: seq, logPosition: null });
    }
  }

  publishAlarms(position: number, events: readonly DomainEvent[]): void {
    this.#end = { ...this.#end, logPosition: Math.max(this.#end.logPosition, position) };
    for (const event of events) this.#hold({ event, outbox: null, logPosition: position });
  }

  /** Adds a client; one that comes back with its place gets what it missed, or `reset` when that is no longer held. */
  join(client: LiveClient, since: LiveCursor | null): void {
    this.#flush();
    // A client that comes back gets its new place only with what it missed: cut off in between, it would ask for that again.
    const place = since ? '' : `id: ${cursorText(this.#end)}\n`;
    client.write(`event: hello\n${place}data: ${JSON.stringify({ now: this.#clock.now().toISOString() })}\n\n`);
    if (since) {
      if (isBefore(since, this.#floor)) client.write(`event: reset\nid: ${cursorText(this.#end)}\ndata: {}\n\n`);
      else
        this.#send(
          [client],
          this.#held.filter((held) => isNews(held, since)),
        );
    }
    this.#clients.add(client);
  }

  leave(client: LiveClient): void {
    this.#clients.delete(client);
  }

  /** A comment line that keeps proxies from closing quiet streams. */
  heartbeat(): void {
    for (const client of this.#clients) this.#write(client, ': \n\n');
  }

  close(): void {
    this.#tick?.cancel();
    for (const client of this.#clients) client.drop();
    this.#clients.clear();
  }

  #hold(held: Held): void {
    this.#held.push(held);
    if (this.#held.length > mostHeld) {
      const dropped = this.#held.splice(0, mostHeld / 10);
      for (const { outbox, logPosition } of dropped) {
        this.#floor = { outbox: outbox ?? this.#floor.outbox, logPosition: logPosition ?? this.#floor.logPosition };
      }
    }
    this.#waiting.push(held);
    // The first news goes out at once; what comes right behind it is gathered.
    const tickMs = this.#tickMs();
    this.#tick ??= this.#clock.after(Math.max(0, Math.min(tickMs, this.#flushedMs + tickMs - this.#clock.nowMs())), () => this.#flush());
  }

  #tickMs(): number {
    return Math.min(longestTickMs, shortestTickMs + ((longestTickMs - shortestTickMs) * this.#clients.size) / desksForLongest);
  }

  #flush(): void {
    this.#tick?.cancel();
    this.#tick = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#flushedMs = this.#clock.nowMs();
    if (waiting.length > 0) this.#send(this.#clients, waiting);
  }

  /** Serialises once for all who hear of the same divisions. */
  #send(clients: Iterable<LiveClient>, news: readonly Held[]): void {
    const blocks = new Map<string, string>();
    for (const client of clients) {
      const key = client.areas.join();
      let block = blocks.get(key);
      if (block === undefined) {
        const events = news.map(({ event }) => event).filter(({ areaCode }) => client.areas.some((area) => isWithin(areaCode, area)));
        block = events.length > 0 ? `event: change\nid: ${cursorText(this.#end)}\ndata: ${JSON.stringify(events)}\n\n` : '';
        blocks.set(key, block);
      }
      if (block !== '') this.#write(client, block);
    }
  }

  #write(client: LiveClient, block: string): void {
    if (client.write(block)) return;
    this.#clients.delete(client);
    client.drop();
  }
}

function isNews(held: Held, since: LiveCursor): boolean {
  return held.outbox === null ? (held.logPosition ?? 0) > since.logPosition : held.outbox > since.outbox;
}

function isBefore(since: LiveCursor, floor: LiveCursor): boolean {
  return since.outbox < floor.outbox || since.logPosition < floor.logPosition;
}
