import type { Actor } from '#kernel/access/access.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import { escalationAt } from '#kernel/clock/dueAt.ts';
import type { Database } from '../storage/database.ts';
import { escalate, lockOpenDeadlines, nextStepAt } from '../storage/deadlines.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';

// Watches running clocks: at 50 and 80 per cent it warns, at 100 the clock is breached. Woken by the next step's time, by
// new clocks, and at least every minute.

const timekeeper: Actor = { kind: 'system', accountId: null, name: '时限管理', roles: [], areaCode: '', from: 'internal' };
const longestWaitMs = 60_000;

export class Timekeeper {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #report: (error: Error) => void;
  #timer: Timer | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(database: Database, clock: Clock, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#report = report;
  }

  wake(): void {
    if (this.#stopped || this.#running) return;
    this.#timer?.cancel();
    this.#running = this.#round().finally(() => {
      this.#running = null;
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
      const next = await this.#database.transaction(timekeeper, async (tx) => {
        const nowMs = this.#clock.nowMs();
        for (const deadline of await lockOpenDeadlines(tx, 1000)) {
          const step = escalationAt(Date.parse(deadline.startedAt), Date.parse(deadline.dueAt), nowMs);
          if (step <= deadline.escalation) continue;
          const breached = step === 100;
          await escalate(tx, deadline.id, step, breached ? 'breached' : 'running');
          const { areaCode, demo, subject, ruleId, dueAt } = deadline;
          await emit(tx, this.#clock, [
            {
              type: breached ? 'deadline.breached' : 'deadline.warned',
              areaCode,
              subject: { kind: 'deadline', id: deadline.id },
              demo,
              data: { ruleId, dueAt, step, about: subject },
            },
          ]);
          if (breached)
            await writeJournal(tx, this.#clock, [
              { act: 'breached', subjectKind: subject.kind, subjectId: subject.id, areaCode, detail: { ruleId, dueAt } },
            ]);
        }
        return nextStepAt(tx);
      });
      if (next) waitMs = Math.min(waitMs, Math.max(200, next.getTime() - this.#clock.nowMs()));
    } catch (error) {
      this.#report(error as Error);
      waitMs = 2_000;
    }
    if (!this.#stopped) this.#timer = this.#clock.after(waitMs, () => this.wake());
  }
}
