import { randomUUIDv7 } from 'node:crypto';
import type { Text } from '#kernel/language/text.ts';
import type { ClockMove } from '#kernel/casework/clockMoves.ts';
import { nextStepAt as nextStepOf, usualEscalation, type EscalationStep } from '#kernel/clock/escalation.ts';
import type { ClockRuleVersion, Deadline, DeadlineState } from '#kernel/clock/deadline.ts';
import type { NewClock } from '#kernel/clock/runningClock.ts';
import type { Transaction } from './database.ts';

/** The rule as it was when the clock started. */
interface FrozenRule {
  label: Text;
  duty: Text;
  version: ClockRuleVersion;
  waits?: boolean;
  escalation?: readonly EscalationStep[];
}

interface DeadlineRow {
  id: string;
  rule_id: string;
  rule: FrozenRule;
  subject_kind: string;
  subject_id: string;
  title: string;
  area_code: string;
  started_at: Date;
  due_at: Date;
  first_due_at: Date;
  done_at: Date | null;
  state: DeadlineState;
  paused_at: Date | null;
  paused_ms: number;
  extended_to: Date | null;
  extensions: number;
  calendar_verified: boolean;
  escalation: number;
  demo: boolean;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function toDeadline(row: DeadlineRow): Deadline {
  const { version } = row.rule;
  return {
    id: row.id,
    ruleId: row.rule_id,
    label: row.rule.label,
    duty: row.rule.duty,
    clause: `${version.standard} ${version.clause}`,
    verified: version.verified,
    waits: row.rule.waits ?? false,
    within: version.within,
    extension: version.extension ?? null,
    subject: { kind: row.subject_kind, id: row.subject_id, title: row.title },
    areaCode: row.area_code,
    startedAt: row.started_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    firstDueAt: row.first_due_at.toISOString(),
    doneAt: iso(row.done_at),
    state: row.state,
    pausedAt: iso(row.paused_at),
    pausedMs: row.paused_ms,
    extendedTo: iso(row.extended_to),
    extensions: row.extensions,
    calendarVerified: row.calendar_verified,
    escalation: row.escalation,
    demo: row.demo,
  };
}

/** Steps at which somebody is told; a period of waiting has one, its end, and nobody is told. */
const waitingEnds: readonly EscalationStep[] = [{ percent: 100, to: [] }];

function stepsOf(rule: Pick<FrozenRule, 'waits' | 'escalation'>): readonly EscalationStep[] {
  return rule.waits ? waitingEnds : (rule.escalation ?? usualEscalation);
}

export interface Owner {
  subject: { kind: string; id: string; title: string };
  areaCode: string;
  demo: boolean;
}

/** Writes what an action does to clocks; answers with the clocks as they are afterwards, in the same order. */
export async function applyClockMoves(tx: Transaction, owner: Owner, moves: readonly ClockMove[]): Promise<Deadline[]> {
  const after: Deadline[] = [];
  for (const move of moves)
    after.push(move.kind === 'started' ? await insertClock(tx, owner, move.clock) : await saveClock(tx, move.deadline));
  return after;
}

async function insertClock(tx: Transaction, { subject, areaCode, demo }: Owner, { rule, version, ...clock }: NewClock): Promise<Deadline> {
  const { label, duty, waits, escalation } = rule;
  const frozen: FrozenRule = { label, duty, version, ...(waits && { waits }), ...(escalation && { escalation }) };
  const fresh = { startedAt: clock.startedAt.toISOString(), dueAt: clock.dueAt.toISOString(), pausedMs: 0, pausedAt: null, doneAt: null };
  const next = nextStepOf({ ...fresh, state: 'running', escalation: 0 }, stepsOf(frozen));
  const inserted = await tx.query<DeadlineRow>(
    `insert into deadline (id, rule_id, rule, subject_kind, subject_id, title, area_code, started_at, due_at, first_due_at, state, calendar_verified, next_step_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 'running', $10, $11, $12) returning *`,
    [
      randomUUIDv7(),
      rule.id,
      frozen,
      subject.kind,
      subject.id,
      subject.title,
      areaCode,
      clock.startedAt,
      clock.dueAt,
      clock.calendarVerified,
      next,
      demo,
    ],
  );
  return toDeadline(inserted.rows[0] as DeadlineRow);
}

/** Writes what changed of a clock and when its next step comes. */
export async function saveClock(tx: Transaction, clock: Deadline): Promise<Deadline> {
  const found = await tx.query<{ rule: FrozenRule }>('select rule from deadline where id = $1', [clock.id]);
  const rule = found.rows[0]?.rule;
  if (!rule) throw new Error(`clock ${clock.id} vanished while its case was locked`);
  const saved = await tx.query<DeadlineRow>(
    `update deadline set due_at = $2, first_due_at = $3, done_at = $4, state = $5, paused_at = $6, paused_ms = $7, extended_to = $8, extensions = $9,
       calendar_verified = $10, escalation = $11, next_step_at = $12
     where id = $1 returning *`,
    [
      clock.id,
      clock.dueAt,
      clock.firstDueAt,
      clock.doneAt,
      clock.state,
      clock.pausedAt,
      clock.pausedMs,
      clock.extendedTo,
      clock.extensions,
      clock.calendarVerified,
      clock.escalation,
      nextStepOf(clock, stepsOf(rule)),
    ],
  );
  return toDeadline(saved.rows[0] as DeadlineRow);
}

export async function deadlinesOf(tx: Transaction, subject: { kind: string; id: string }): Promise<Deadline[]> {
  const found = await tx.query<DeadlineRow>('select * from deadline where subject_kind = $1 and subject_id = $2 order by due_at, id', [
    subject.kind,
    subject.id,
  ]);
  return found.rows.map(toDeadline);
}

/** The same, locked against the timekeeper until the transaction ends. */
export async function lockDeadlinesOf(tx: Transaction, subject: { kind: string; id: string }): Promise<Deadline[]> {
  const found = await tx.query<DeadlineRow>(
    'select * from deadline where subject_kind = $1 and subject_id = $2 order by due_at, id for update',
    [subject.kind, subject.id],
  );
  return found.rows.map(toDeadline);
}

/** Clocks nobody has answered yet (overdue and standing ones too), what is due first on top. */
export async function openDeadlines(tx: Transaction, limit: number): Promise<Deadline[]> {
  const found = await tx.query<DeadlineRow>(
    "select * from deadline where done_at is null and state <> 'cancelled' order by due_at, id limit $1",
    [limit],
  );
  return found.rows.map(toDeadline);
}

/** Clocks whose next step has come, locked against another server, with their steps. */
export async function lockDueSteps(
  tx: Transaction,
  at: Date,
  limit: number,
): Promise<{ deadline: Deadline; steps: readonly EscalationStep[] }[]> {
  const found = await tx.query<DeadlineRow>(
    'select * from deadline where next_step_at <= $1 order by next_step_at, id limit $2 for update skip locked',
    [at, limit],
  );
  return found.rows.map((row) => ({ deadline: toDeadline(row), steps: stepsOf(row.rule) }));
}

/** The instant at which some clock next reaches a step, or null when none will. */
export async function nextStepAt(tx: Transaction): Promise<Date | null> {
  const found = await tx.query<{ at: Date | null }>('select min(next_step_at) as at from deadline');
  return found.rows[0]?.at ?? null;
}
