import pg from 'pg';
import type { Clock, Timer } from '#kernel/clock/clock.ts';

// One connection that listens. It comes back by itself; after every (re)connection all handlers run once, because what was
// notified meanwhile is lost.

const firstPauseMs = 200;
const longestPauseMs = 5_000;

export class Listener {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #handlers: Record<string, () => void>;
  readonly #report: (error: Error) => void;
  #client: pg.Client | null = null;
  #timer: Timer | null = null;
  #pauseMs = firstPauseMs;
  #stopped = false;

  constructor(url: string, clock: Clock, handlers: Record<string, () => void>, report: (error: Error) => void) {
    this.#url = url;
    this.#clock = clock;
    this.#handlers = handlers;
    this.#report = report;
  }

  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'anlan listener', connectionTimeoutMillis: 5_000 });
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('connection ended')));
    client.on('notification', ({ channel }) => this.#handlers[channel]?.());
    try {
      await client.connect();
      for (const channel of Object.keys(this.#handlers)) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.#client = client;
      this.#pauseMs = firstPauseMs;
      for (const handler of Object.values(this.#handlers)) handler();
    } catch (error) {
      this.#client = client;
      this.#lost(client, error as Error);
    }
  }

  #lost(client: pg.Client, error: Error): void {
    if (this.#stopped || this.#client !== client) return;
    this.#client = null;
    this.#report(error);
    client.end().catch(() => undefined);
    this.#timer = this.#clock.after(this.#pauseMs, () => void this.#connect());
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}
