import type { Refusal } from '#kernel/problem/refusal.ts';

// A write made on a device without network: put on file there, numbered, and delivered later, perhaps twice, late, or out
// of order. The rules of delivery are in deviceBook.ts, those of merging in merge.ts.

export const writeKinds = ['create', 'change', 'caseOpen', 'caseAct', 'withdrawn'] as const;
/** `withdrawn`: given up on the device before it was known to have arrived; its number must not leave a gap. */
export type WriteKind = (typeof writeKinds)[number];

export interface OfflineWrite {
  /** UUIDv7 made on the device: the idempotency key. */
  id: string;
  deviceId: string;
  /** 1, 2, 3 … on each device. */
  sequence: number;
  /** Instant of the device's own clock. */
  madeAt: string;
  kind: WriteKind;
  /** Register or case type. */
  type: string;
  recordId: string;
  /** Version the person saw; null: there was nothing before, or this device's own earlier write of the record. */
  baseVersion: number | null;
  /** What the changed fields held when the person changed them; a field left out counts as unknown. */
  base: Readonly<Record<string, unknown>>;
  /** Fields as they are to be; of a case: `action`, `note` and the input of the action. */
  body: Readonly<Record<string, unknown>>;
}

export const writeStates = ['waiting', 'blocked', 'applied', 'refused', 'conflict', 'resolved'] as const;
/**
 * waiting: an earlier write of the device has not arrived. blocked: an earlier one of the same record is not settled.
 * refused, conflict: its sender must look at it. applied, resolved: settled.
 */
export type WriteState = (typeof writeStates)[number];

/** A field two people changed: neither is overwritten until somebody chooses. */
export interface FieldConflict {
  field: string;
  mine: unknown;
  theirs: unknown;
}

export interface Conflict {
  /** Version of the record that was met. */
  version: number;
  /** Who made that version, and when. */
  by: string;
  at: string;
  /** Empty for an action on a case that moved on meanwhile. */
  fields: readonly FieldConflict[];
}

export type Problem = Pick<Refusal, 'code' | 'text' | 'fields'>;

/** What became of a write. */
export interface WriteOutcome {
  state: WriteState;
  /** Version the record has by this write; null while nothing was written. */
  version: number | null;
  problem: Problem | null;
  conflict: Conflict | null;
}

export const waiting: WriteOutcome = { state: 'waiting', version: null, problem: null, conflict: null };
export const blocked: WriteOutcome = { ...waiting, state: 'blocked' };

export function appliedAs(version: number): WriteOutcome {
  return { ...waiting, state: 'applied', version };
}

export function refusedFor({ code, text, fields }: Problem): WriteOutcome {
  return { ...waiting, state: 'refused', problem: { code, text, ...(fields && { fields }) } };
}

export function inConflict(conflict: Conflict): WriteOutcome {
  return { ...waiting, state: 'conflict', conflict };
}

/** @param version of the record by the person's choice; null when they gave their own write up */
export function resolvedAs(version: number | null): WriteOutcome {
  return { ...waiting, state: 'resolved', version };
}

/** Whether nothing remains to be done about a write. */
export function isSettled(state: WriteState): boolean {
  return state === 'applied' || state === 'resolved';
}
