import type { Actor } from '#kernel/access/access.ts';
import type { Clock, Timer } from '#kernel/clock/clock.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import { stepReached, type EscalationStep } from '#kernel/clock/escalation.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { lockDueSteps, nextStepAt, saveClock } from '../storage/deadlines.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import { recipientsOf } from './recipients.ts';

// Watches clocks: as their steps come it tells the posts that the step names, at 100 per cent the clock is breached. Clocks
// that stand still have no next step. Woken by the next step's time, by new clocks, and at least every minute.

const timekeeper: Actor = { kind: 'system', accountId: null, name: '时限管理', roles: [], posts: [], areaCode: '', from: 'internal' };
const longestWaitMs = 60_000;
const atOnce = 500;

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
        for (const { deadline, steps } of await lockDueSteps(tx, this.#clock.now(), atOnce)) await this.#climb(tx, deadline, steps);
        return nextStepAt(tx);
      });
      if (next) waitMs = Math.min(waitMs, Math.max(200, next.getTime() - this.#clock.nowMs()));
    } catch (error) {
      this.#report(error as Error);
      waitMs = 2_000;
    }
    if (!this.#stopped) this.#timer = this.#clock.after(waitMs, () => this.wake());
  }

  async #climb(tx: Transaction, deadline: Deadline, steps: readonly EscalationStep[]): Promise<void> {
    const step = stepReached(deadline, steps, this.#clock.nowMs());
    if (!step) return;
    const { areaCode, demo, subject, ruleId, dueAt } = deadline;
    const isOver = step.percent >= 100;
    if (deadline.waits) {
      await saveClock(tx, { ...deadline, escalation: step.percent, state: 'met', doneAt: dueAt });
      await emit(tx, this.#clock, [
        { type: 'deadline.ended', areaCode, subject: { kind: 'deadline', id: deadline.id }, demo, data: { ruleId, dueAt, about: subject } },
      ]);
      return;
    }
    const isNew = isOver && deadline.state !== 'breached';
    await saveClock(tx, { ...deadline, escalation: step.percent, state: isOver ? 'breached' : 'running' });
    const to = await recipientsOf(tx, step.to, this.#clock.now(), demo);
    await emit(tx, this.#clock, [
      {
        // Climbing on after the breach is a warning again: the clock is breached once.
        type: isNew ? 'deadline.breached' : 'deadline.warned',
        areaCode,
        subject: { kind: 'deadline', id: deadline.id },
        demo,
        data: { ruleId, dueAt, step: step.percent, about: subject, to },
      },
    ]);
    const detail = { ruleId, dueAt, step: step.percent, to: to.map(({ post, name }) => ({ post, name })) };
    if (isOver)
      await writeJournal(tx, this.#clock, [
        { act: isNew ? 'breached' : 'escalated', subjectKind: subject.kind, subjectId: subject.id, areaCode, detail },
      ]);
  }
}
