import { randomUUIDv7 } from 'node:crypto';
import type { CaseLine } from '#kernel/casework/case.ts';
import type { Transaction } from './database.ts';

interface LineRow {
  id: string;
  case_type: string;
  case_id: string;
  at: Date;
  actor_id: string | null;
  actor: string;
  action: string;
  note: string;
  data: Record<string, unknown>;
  state: string | null;
}

/** The timeline of a case, oldest first. */
export async function linesOf(tx: Transaction, caseType: string, caseId: string): Promise<CaseLine[]> {
  const found = await tx.query<LineRow>('select * from case_line where case_type = $1 and case_id = $2 order by at, id', [
    caseType,
    caseId,
  ]);
  return found.rows.map((row) => ({
    id: row.id,
    caseType: row.case_type,
    caseId: row.case_id,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actor: row.actor,
    action: row.action,
    note: row.note,
    data: row.data,
    state: row.state,
  }));
}

export async function addLine(
  tx: Transaction,
  line: {
    caseType: string;
    caseId: string;
    areaCode: string;
    at: Date;
    action: string;
    note: string;
    data: Record<string, unknown>;
    state: string;
    demo: boolean;
  },
): Promise<void> {
  await tx.query(
    `insert into case_line (id, case_type, case_id, area_code, at, actor_id, actor, action, note, data, state, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      randomUUIDv7(),
      line.caseType,
      line.caseId,
      line.areaCode,
      line.at,
      tx.actor.accountId,
      tx.actor.name,
      line.action,
      line.note,
      line.data,
      line.state,
      line.demo,
    ],
  );
}
