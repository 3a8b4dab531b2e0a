import type { Alarm, AlarmRule, Shelf } from './alarm.ts';
import type { AlarmChange, AlarmCommand } from './entry.ts';

// The alarms that are not normal, and what the entry being applied did to them.

/** What an alarm belongs to: a rule at work on a point, or a source. */
export interface Holder {
  rule: AlarmRule;
  /** The open alarm; it may have returned already. */
  alarm: Alarm | null;
  /** Shelving outlives the alarm: one raised before it ends is shelved from the start. */
  shelf: Shelf | null;
}

/** Alarms that became history are remembered for a while, only to tell a late officer who was first. */
const closedKept = 500;

export class AlarmBook {
  readonly #open = new Map<string, Alarm>();
  readonly #closed = new Map<string, Alarm>();
  #changes: AlarmChange[] = [];
  #position = 0;
  #command: AlarmCommand | null = null;

  constructor(alarms: readonly Alarm[]) {
    for (const alarm of alarms) this.#open.set(alarm.id, alarm);
  }

  /** Changes from here on are caused by the entry at this position. */
  begin(position: number, command: AlarmCommand | null): void {
    this.#position = position;
    this.#command = command;
  }

  get position(): number {
    return this.#position;
  }

  /** Hands out what changed since `begin`. */
  takeChanges(): AlarmChange[] {
    const changes = this.#changes;
    if (changes.length > 0) this.#changes = [];
    return changes;
  }

  /** Writes an alarm as it is now; its holder has it while it is open. */
  put(slot: Holder | null, alarm: Alarm, kind: AlarmChange['kind'], atMs: number): void {
    const isOpen = alarm.state !== 'normal' && kind !== 'removed';
    if (slot) slot.alarm = isOpen ? alarm : null;
    if (isOpen) this.#open.set(alarm.id, alarm);
    else this.#open.delete(alarm.id);
    if (alarm.state === 'normal') this.#remember(alarm);
    this.#changes.push({ kind, alarm, position: this.#position, atMs, command: this.#command });
  }

  #remember(alarm: Alarm): void {
    this.#closed.set(alarm.id, alarm);
    const oldest = this.#closed.size > closedKept ? this.#closed.keys().next().value : undefined;
    if (oldest !== undefined) this.#closed.delete(oldest);
  }

  find(id: string): Alarm | undefined {
    return this.#open.get(id) ?? this.#closed.get(id);
  }

  /** A returned alarm that waits for an answer stays with its rule when the rule is edited or comes back. */
  openOf(rule: AlarmRule): Alarm | null {
    for (const alarm of this.#open.values())
      if (alarm.ruleId === (rule.recordId ?? rule.id) && alarm.pointId === rule.pointId) return alarm;
    return null;
  }

  /** A copy, as alarms may be put while it is walked; by id, so that a replay walks them the same way. */
  open(): Alarm[] {
    return [...this.#open.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }
}
