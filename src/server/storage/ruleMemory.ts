import type { Transaction } from './database.ts';

// What the alarm engine remembers of a rule, as it was stored last: a few seconds behind the engine.

/** How often a rule, at all of its points, had no verdict: no data yet, a division by zero. */
export async function timesWithoutVerdict(tx: Transaction, ruleId: string): Promise<number> {
  const found = await tx.query<{ times: number }>(
    `select coalesce(sum((memory->>'noVerdicts')::bigint), 0)::float8 as times from rule_memory
     where rule_id = $1 or starts_with(rule_id, $1 || '|')`,
    [ruleId],
  );
  return found.rows[0]?.times ?? 0;
}
