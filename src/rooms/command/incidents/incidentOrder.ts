import type { CaseOf } from '#kernel/casework/case.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { incident } from './incident.case.ts';

export type Incident = CaseOf<typeof incident>;

/** The clock of each case that is due first. */
export function nextClocks(deadlines: readonly Deadline[]): Map<string, Deadline> {
  const next = new Map<string, Deadline>();
  for (const deadline of deadlines) {
    const held = next.get(deadline.subject.id);
    if (!held || deadline.dueAt < held.dueAt) next.set(deadline.subject.id, deadline);
  }
  return next;
}

/** Open before closed; among the open, what is due first; else the newest. */
export function inOrder(incidents: readonly Incident[], clocks: ReadonlyMap<string, Deadline>): Incident[] {
  const due = (each: Incident) => (each.state === 'open' ? clocks.get(each.id)?.dueAt : undefined);
  return [...incidents].sort((a, b) => {
    if (a.state !== b.state) return a.state === 'open' ? -1 : b.state === 'open' ? 1 : 0;
    const [dueA, dueB] = [due(a), due(b)];
    if (dueA !== dueB) return dueA === undefined ? 1 : dueB === undefined ? -1 : dueA.localeCompare(dueB);
    return b.openedAt.localeCompare(a.openedAt);
  });
}
