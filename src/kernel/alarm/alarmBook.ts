import type { Alarm, AlarmRule } from './alarm.ts';
import type { AlarmChange, AlarmCommand } from './entry.ts';
import type { RuleSlot } from './ruleSlot.ts';

// The alarms that are not normal, and what the entry being applied did to them.

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

  /** Writes an alarm as it is now; its rule's slot holds it while it is open. */
  put(slot: RuleSlot | null, alarm: Alarm, kind: AlarmChange['kind'], atMs: number): void {
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
    for (const alarm of this.#open.values()) if (alarm.ruleId === rule.id && alarm.pointId === rule.pointId) return alarm;
    return null;
  }

  /** A copy: alarms may be put while it is walked. */
  open(): Alarm[] {
    return [...this.#open.values()];
  }
}
