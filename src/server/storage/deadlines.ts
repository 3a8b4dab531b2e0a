import { randomUUIDv7 } from 'node:crypto';
import type { Text } from '#kernel/language/text.ts';
import type { ClockRule, ClockRuleVersion, Deadline, DeadlineState } from '#kernel/clock/deadline.ts';
import type { Transaction } from './database.ts';

/** The rule as it was when the clock started. */
interface FrozenRule {
  label: Text;
  duty: Text;
  version: ClockRuleVersion;
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
  done_at: Date | null;
  state: DeadlineState;
  escalation: 0 | 50 | 80 | 100;
  demo: boolean;
}

function toDeadline(row: DeadlineRow): Deadline {
  return {
    id: row.id,
    ruleId: row.rule_id,
    label: row.rule.label,
    duty: row.rule.duty,
    clause: `${row.rule.version.standard} ${row.rule.version.clause}`,
    verified: row.rule.version.verified,
    subject: { kind: row.subject_kind, id: row.subject_id, title: row.title },
    areaCode: row.area_code,
    startedAt: row.started_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    state: row.state,
    escalation: row.escalation,
    demo: row.demo,
  };
}

export interface NewDeadline {
  rule: ClockRule;
  version: ClockRuleVersion;
  subject: { kind: string; id: string; title: string };
  areaCode: string;
  startedAt: Date;
  dueAt: Date;
  demo: boolean;
}

export async function startDeadline(tx: Transaction, started: NewDeadline): Promise<Deadline> {
  const { rule, version, subject } = started;
  const frozen: FrozenRule = { label: rule.label, duty: rule.duty, version };
  const inserted = await tx.query<DeadlineRow>(
    `insert into deadline (id, rule_id, rule, subject_kind, subject_id, title, area_code, started_at, due_at, state, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'running', $10) returning *`,
    [
      randomUUIDv7(),
      rule.id,
      frozen,
      subject.kind,
      subject.id,
      subject.title,
      started.areaCode,
      started.startedAt,
      started.dueAt,
      started.demo,
    ],
  );
  return toDeadline(inserted.rows[0] as DeadlineRow);
}

/** Stops the running (or breached, still open) clocks of some rules on one case: met when in time, breached when late. */
export async function stopDeadlines(
  tx: Transaction,
  subject: { kind: string; id: string },
  ruleIds: readonly string[],
  at: Date,
): Promise<Deadline[]> {
  const stopped = await tx.query<DeadlineRow>(
    `update deadline set done_at = $4, state = case when $4 <= due_at then 'met' else 'breached' end
     where subject_kind = $1 and subject_id = $2 and rule_id = any($3) and done_at is null and state in ('running', 'breached') returning *`,
    [subject.kind, subject.id, ruleIds, at],
  );
  return stopped.rows.map(toDeadline);
}

export async function deadlinesOf(tx: Transaction, subject: { kind: string; id: string }): Promise<Deadline[]> {
  const found = await tx.query<DeadlineRow>('select * from deadline where subject_kind = $1 and subject_id = $2 order by due_at, id', [
    subject.kind,
    subject.id,
  ]);
  return found.rows.map(toDeadline);
}

/** Clocks nobody has answered yet (overdue ones too), what is due first on top. */
export async function openDeadlines(tx: Transaction, limit: number): Promise<Deadline[]> {
  const found = await tx.query<DeadlineRow>(
    "select * from deadline where done_at is null and state in ('running', 'breached') order by due_at, id limit $1",
    [limit],
  );
  return found.rows.map(toDeadline);
}

/** Open clocks whose next escalation step may have come, locked against another server. */
export async function lockOpenDeadlines(tx: Transaction, limit: number): Promise<Deadline[]> {
  const found = await tx.query<DeadlineRow>(
    `select * from deadline where done_at is null and state = 'running' order by due_at, id limit $1 for update skip locked`,
    [limit],
  );
  return found.rows.map(toDeadline);
}

export async function escalate(tx: Transaction, id: string, escalation: number, state: DeadlineState): Promise<void> {
  await tx.query('update deadline set escalation = $2, state = $3 where id = $1', [id, escalation, state]);
}

/** The instant at which some open clock next reaches a step, or null when none will. */
export async function nextStepAt(tx: Transaction): Promise<Date | null> {
  const found = await tx.query<{ at: Date | null }>(
    `select min(started_at + (due_at - started_at) * (case escalation when 0 then 0.5 when 50 then 0.8 else 1 end)) as at
     from deadline where done_at is null and state = 'running'`,
  );
  return found.rows[0]?.at ?? null;
}
