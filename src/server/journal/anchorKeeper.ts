import type { Actor } from '#kernel/access/access.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import { addDays, endOf, localDate } from '#kernel/clock/localDate.ts';
import { anchorStatement, type Anchor, type AnchorFacts } from '#kernel/journal/anchor.ts';
import { firstHash } from '#kernel/journal/journal.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { sm3 } from '../storage/journal.ts';
import { hasDailyAnchor, insertAnchor, latestAnchors, lockJournalHead } from '../storage/journalAnchors.ts';
import { signatureAlgorithm, type AnchorKey } from './anchorKey.ts';

// Signs where the journal stands: just after each local midnight for the day that has ended, and whenever somebody asks.
// After days without power one anchor covers them all.

const keeper: Actor = { kind: 'system', accountId: null, name: '日志锚定', roles: [], posts: [], areaCode: '', from: 'internal' };
const retryMs = 60_000;

export class AnchorKeeper {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #key: AnchorKey;
  readonly #county: () => string;
  readonly #report: (error: Error) => void;
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(database: Database, clock: Clock, key: AnchorKey, county: () => string, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#key = key;
    this.#county = county;
    this.#report = report;
  }

  get publicKey(): string {
    return this.#key.publicKey;
  }

  /** Makes the anchor of the day that ended last, if it is missing, and waits for the next midnight. */
  wake(): void {
    if (this.#stopped || this.#running) return;
    this.#timer?.cancel();
    this.#running = this.#round().finally(() => {
      this.#running = null;
    });
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  /** An anchor at the present end, whatever the hour; null while the journal is empty. */
  async anchorNow(): Promise<Anchor | null> {
    return this.#database.transaction(keeper, (tx) => this.#make(tx, 'onDemand', localDate(this.#clock.now())));
  }

  async #round(): Promise<void> {
    let waitMs = retryMs;
    try {
      const today = localDate(this.#clock.now());
      const ended = addDays(today, -1);
      await this.#database.transaction(keeper, async (tx) => {
        if (!(await hasDailyAnchor(tx, ended))) await this.#make(tx, 'daily', ended);
      });
      waitMs = endOf(today).getTime() - this.#clock.nowMs();
    } catch (error) {
      this.#report(error as Error);
    }
    if (!this.#stopped) this.#timer = this.#clock.after(waitMs, () => this.wake());
  }

  async #make(tx: Transaction, kind: Anchor['kind'], day: string): Promise<Anchor | null> {
    // The lock on the head also keeps two anchors from taking one number.
    const head = await lockJournalHead(tx);
    if (!head) return null;
    const [before] = await latestAnchors(tx, 1);
    const facts: AnchorFacts = {
      number: (before?.number ?? 0) + 1,
      county: this.#county(),
      day,
      at: this.#clock.now().toISOString(),
      position: head.position,
      hash: head.hash,
      previous: before ? sm3(before.statement) : firstHash,
      keyId: this.#key.keyId,
    };
    const statement = anchorStatement(facts);
    const anchor: Anchor = { ...facts, kind, statement, algorithm: signatureAlgorithm, signature: this.#key.sign(statement) };
    await insertAnchor(tx, anchor);
    return anchor;
  }
}
