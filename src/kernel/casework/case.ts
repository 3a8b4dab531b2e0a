import type { Role } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Fields, RecordBase, RegisterDeclaration } from '#kernel/register/register.ts';
import type { FieldValue } from '#kernel/register/field.ts';
import type { Condition } from './condition.ts';
import type { Gate } from './gate.ts';

export type { Gate } from './gate.ts';

// Casework: a register with a life. States, actions, who may act, gates and clocks are data; the engine refuses whatever
// is not declared and says why. A case in progress keeps the version of the declaration it began with.

export interface CaseAction {
  label: Text;
  /** States it may start from; empty = it opens a new case. */
  from: readonly string[];
  /** State afterwards; absent = the state stays; `stateBefore` = where the case was before it came into that state. */
  to?: string | { stateBefore: string };
  /** Roles that may do it; none = only the program. */
  by: readonly Role[];
  /** Posts whose holders may do it too, whatever their role. */
  posts?: readonly string[];
  /** Fields the action takes as input. */
  input?: readonly string[];
  /** Of the case's fields, those that must be filled once the action is done. */
  requires?: readonly string[];
  /** Input that goes to the timeline only. */
  note?: 'optional' | 'required';
  gates?: readonly Gate[];
  /**
   * Clocks that begin: rule ids. With `until`, a field of kind date sets when it ends; with `from`, it begins when the last
   * of those clocks ends, not now; with `when`, it begins only if that holds.
   */
  starts?: readonly (string | { clock: string; until?: string; from?: readonly string[]; when?: Condition })[];
  /** Clocks whose duty is done by it. */
  stops?: readonly string[];
  /** Clocks nobody owes any more. */
  cancels?: readonly string[];
  /** Clocks that stand still from now on, and clocks that go on. */
  pauses?: readonly string[];
  resumes?: readonly string[];
  /** Clocks that get more time: all that the rule allows, or up to the date in a field. */
  extends?: readonly { clock: string; until?: string }[];
  /** Official documents made by it, by their id. */
  makes?: readonly string[];
  /** Opens a child case: which subcase, by which of its actions, with which of this case's fields (child field → own field). */
  opens?: { subcase: string; action: string; carry: Readonly<Record<string, string>> };
  /** Event type that follows. */
  emits: string;
  /** Order of buttons and danger style. */
  tone?: 'primary' | 'danger';
}

/** What a change of the law or of the county's practice may change while cases are under way. */
export interface CaseRules {
  /** Grows by one with each change of states, actions or gates. */
  version: number;
  states: Record<string, { label: Text; final?: boolean }>;
  actions: Record<string, CaseAction>;
  /** Child cases: their type, and their reference field that names this case. */
  subcases?: Readonly<Record<string, { label: Text; type: string; by: string }>>;
}

export interface CaseDeclaration<F extends Fields = Fields> extends RegisterDeclaration<F>, CaseRules {
  /** Versions that cases in progress may still follow, oldest first. Fields are those of today: only rules have versions. */
  earlier?: readonly CaseRules[];
  /** Its actions are not kept for later where there is no network: what they say would be wrong by the time it arrives. */
  onlineOnly?: boolean;
}

export function defineCase<const F extends Fields>(declaration: CaseDeclaration<F>): CaseDeclaration<F> {
  return declaration;
}

/** The declaration with the rules of one version, or null when nobody kept that version. */
export function atVersion(declaration: CaseDeclaration, version: number): CaseDeclaration | null {
  if (version === declaration.version) return declaration;
  const rules = declaration.earlier?.find((each) => each.version === version);
  return rules ? { ...declaration, ...rules } : null;
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
  /** State once the action was done; null on lines of cases that came from elsewhere. */
  state: string | null;
}
