import type { Role } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Fields, RecordBase, RegisterDeclaration } from '#kernel/register/register.ts';
import type { FieldValue } from '#kernel/register/field.ts';

// Casework: a register with a life. States, actions, who may act, gates and clocks are data; the engine refuses whatever
// is not declared and says why. A case in progress keeps the version of the declaration it began with.

export interface CaseAction {
  label: Text;
  /** States it may start from; empty = it opens a new case. */
  from: readonly string[];
  /** State afterwards; absent = the state stays. */
  to?: string;
  by: readonly Role[];
  /** Fields the action takes as input. */
  input?: readonly string[];
  /** Of the case's fields, those that must be filled once the action is done. */
  requires?: readonly string[];
  /** Input that goes to the timeline only. */
  note?: 'optional' | 'required';
  gates?: readonly Gate[];
  /** Clock rule ids. */
  starts?: readonly string[];
  stops?: readonly string[];
  /** Event type that follows. */
  emits: string;
  /** Order of buttons and danger style. */
  tone?: 'primary' | 'danger';
}

export type Gate =
  /** The actor must not be whoever did that action last (four eyes). */
  | { kind: 'differentPersonFrom'; action: string; clause?: string }
  /** A declared action must have been done before. */
  | { kind: 'done'; action: string; clause?: string };

export interface CaseDeclaration<F extends Fields = Fields> extends RegisterDeclaration<F> {
  /** Grows with each change of states, actions or gates. */
  version: number;
  states: Record<string, { label: Text; final?: boolean }>;
  actions: Record<string, CaseAction>;
}

export function defineCase<const F extends Fields>(declaration: CaseDeclaration<F>): CaseDeclaration<F> {
  return declaration;
}

export interface CaseBase extends RecordBase {
  state: string;
  /** Version of the declaration the case began with. */
  caseVersion: number;
  openedAt: string;
  closedAt: string | null;
}

export type CaseOf<C> = C extends CaseDeclaration<infer F> ? CaseBase & { [K in keyof F]: FieldValue<F[K]> | null } : never;
export type AnyCase = CaseBase & Record<string, unknown>;

/** A line of a case's timeline; written with every action, never changed. */
export interface CaseLine {
  id: string;
  caseType: string;
  caseId: string;
  at: string;
  actorId: string | null;
  actor: string;
  action: string;
  note: string;
  data: Record<string, unknown>;
}
