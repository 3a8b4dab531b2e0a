import type { Actor } from '#kernel/access/access.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { Channel, Delivery, DeliveryState, OutgoingMessage } from '#kernel/message/message.ts';
import type { Database } from '../storage/database.ts';
import { claimDeliveries, nextDeliveryAt, settleDelivery, type DueDelivery } from '../storage/deliveries.ts';
import { emit } from '../storage/outbox.ts';

// Sends queued messages and keeps a receipt of every attempt. A channel that fails is tried again after 10 s, 30 s, 2 min,
// 10 min, 30 min, 2 h and then given up, visibly; an officer can start it again.

/** Sends one message; resolves with what the other side answered, rejects with why it could not. */
export type Carrier = (message: OutgoingMessage, id: string) => Promise<string>;

const pausesMs = [10_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000];
const claimMs = 120_000;
const atOnce = 8;
const longestWaitMs = 60_000;

const postman: Actor = { kind: 'system', accountId: null, name: '消息发送', roles: [], areaCode: '', posts: [], from: 'internal' };

export class Postman {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #carriers: Partial<Record<Channel, Carrier>>;
  readonly #report: (error: Error) => void;
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(database: Database, clock: Clock, carriers: Partial<Record<Channel, Carrier>>, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#carriers = carriers;
    this.#report = report;
  }

  /** Looks for due messages now; called at start, on notification and when the next one falls due. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#timer?.cancel();
    this.#running = this.#round().finally(() => {
      this.#running = null;
      if (this.#again) {
        this.#again = false;
        this.wake();
      }
    });
  }

  /** Resolves when the round under way is over. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer?.cancel();
    await this.#running;
  }

  async #round(): Promise<void> {
    let waitMs = longestWaitMs;
    try {
      for (;;) {
        const now = this.#clock.now();
        const due = await this.#database.transaction(postman, (tx) => claimDeliveries(tx, now, new Date(now.getTime() + claimMs), atOnce));
        if (due.length === 0) break;
        await Promise.all(due.map((delivery) => this.#deliver(delivery)));
      }
      const next = await this.#database.transaction(postman, nextDeliveryAt);
      if (next) waitMs = Math.min(waitMs, Math.max(0, next.getTime() - this.#clock.nowMs()));
    } catch (error) {
      this.#report(error as Error);
      waitMs = 2_000;
    }
    if (!this.#stopped) this.#timer = this.#clock.after(waitMs, () => this.wake());
  }

  async #deliver({ id, message, attempts }: DueDelivery): Promise<void> {
    const attempt = await this.#attempt(message, id);
    const all = [...attempts, attempt];
    const pause = pausesMs[all.length - 1];
    const state: DeliveryState = attempt.ok ? 'delivered' : pause === undefined ? 'failed' : 'retrying';
    const nextAttemptAt = state === 'retrying' && pause !== undefined ? new Date(this.#clock.nowMs() + pause) : null;
    await this.#database.transaction(postman, async (tx) => {
      await settleDelivery(tx, id, { state, attempts: all, nextAttemptAt });
      await emit(tx, this.#clock, [
        {
          type: 'delivery.changed',
          areaCode: message.areaCode,
          subject: message.about,
          demo: message.demo,
          data: { deliveryId: id, channel: message.channel, state },
        },
      ]);
    });
  }

  async #attempt(message: OutgoingMessage, id: string): Promise<Delivery['attempts'][number]> {
    const at = this.#clock.now().toISOString();
    const carrier = this.#carriers[message.channel];
    if (!carrier) return { at, ok: false, detail: `channel ${message.channel} is not configured` };
    try {
      return { at, ok: true, detail: await carrier(message, id) };
    } catch (error) {
      return { at, ok: false, detail: (error as Error).message.slice(0, 500) };
    }
  }
}
