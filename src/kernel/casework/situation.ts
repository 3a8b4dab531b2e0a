import type { Actor } from '#kernel/access/access.ts';
import type { ClockRule, Deadline } from '#kernel/clock/deadline.ts';
import type { Calendar } from '#kernel/clock/dueAt.ts';
import type { Text } from '#kernel/language/text.ts';
import type { AnyCase, CaseDeclaration, CaseLine } from './case.ts';

/** The law a decision is taken under: clock rules with their versions, names of documents, and which days are working days. */
export interface Law {
  rule(id: string): ClockRule | undefined;
  /** Name of an official document. */
  document(id: string): Text | undefined;
  calendar: Calendar;
}

/** A child case, as far as its parent asks. */
export interface Subcase {
  /** Name in the parent's declaration. */
  subcase: string;
  type: string;
  id: string;
  title: string;
  state: string;
  final: boolean;
}

/** All that an action is decided by. Nothing else is looked at, so a decision can be repeated. */
export interface Situation {
  /** The declaration in the version the case follows. */
  declaration: CaseDeclaration;
  /** Null when the action opens a new case. */
  current: AnyCase | null;
  actor: Actor;
  /** Division of the case (of the new case when it opens). */
  areaCode: string;
  at: Date;
  history: readonly CaseLine[];
  deadlines: readonly Deadline[];
  subcases: readonly Subcase[];
  /** Documents on file for the case besides those its actions made. */
  documents: readonly { document: string; at: string }[];
  law: Law;
}
