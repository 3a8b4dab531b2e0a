import type { AlarmChange } from '#kernel/alarm/entry.ts';
import { isMuted, type Alarm } from '#kernel/alarm/alarm.ts';
import { stepReached, usualEscalation } from '#kernel/clock/escalation.ts';
import type { Life } from './simulatedServer.ts';
import type { SimulatedStore } from './simulatedStore.ts';

// Escalation of alarms in the simulation: the clock's steps decided by the kernel's own function, kept in the store in one
// transaction with what is told, as server/deadlines/timekeeper.ts does it in PostgreSQL.

interface Kept {
  startedAt: string;
  dueAt: string;
  escalation: number;
  isOver: boolean;
}

export interface EscalationBook {
  clocks: Map<string, Kept>;
  told: { alarmId: string; percent: number }[];
}

export const escalationMs = 30_000;
const everyMs = 1_000;

export function keepEscalating(
  life: Life,
  store: SimulatedStore,
  book: EscalationBook,
  sabotage: { repeatsSteps?: boolean },
): (changes: readonly AlarmChange[]) => void {
  const heard = new Map<string, Alarm>();
  // After a start: whatever is open may have been raised just before the stop.
  for (const alarm of life.pipeline.openAlarms()) heard.set(alarm.id, alarm);

  async function round(): Promise<void> {
    const taken = [...heard.values()];
    try {
      await store.within(life.store, () => {
        for (const alarm of taken) follow(alarm);
        climb();
      });
      for (const alarm of taken) if (heard.get(alarm.id) === alarm) heard.delete(alarm.id);
    } catch {
      // Away, or the answer was lost: what was committed is not told again, the rest at the next round.
    }
    life.clock.after(everyMs, next);
  }
  const next = () => void round();

  function follow(alarm: Alarm): void {
    const known = book.clocks.get(alarm.id);
    const isAnswered = isMuted(alarm) || (alarm.state !== 'unacknowledged' && alarm.state !== 'returnedUnacknowledged');
    if (isAnswered) {
      if (known) known.isOver = true;
    } else if (known === undefined) {
      const startMs = life.clock.nowMs();
      book.clocks.set(alarm.id, { startedAt: iso(startMs), dueAt: iso(startMs + escalationMs), escalation: 0, isOver: false });
    }
  }

  function climb(): void {
    for (const [alarmId, kept] of book.clocks) {
      if (kept.isOver) continue;
      const timed = { ...kept, pausedMs: 0, pausedAt: null, doneAt: null, state: 'running' as const };
      const step = stepReached(timed, usualEscalation, life.clock.nowMs());
      if (step === null) continue;
      if (!sabotage.repeatsSteps) kept.escalation = step.percent;
      book.told.push({ alarmId, percent: step.percent });
    }
  }

  life.clock.after(everyMs, next);
  return (changes) => {
    for (const { alarm } of changes) heard.set(alarm.id, alarm);
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
