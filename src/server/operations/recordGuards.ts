import type { Clock } from '#kernel/clock/clock.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import type { RuleRecord } from '#rooms/monitoring/alarms/compileRule.ts';
import { dryRunLimit } from '#rooms/monitoring/alarms/flood.table.ts';
import type { Transaction } from '../storage/database.ts';
import { dryRunIn, floods, planRule } from './dryRuns.ts';

// What some registers ask of a record beyond its fields, whichever door it comes through. Throws the refusal.

type Guard = (tx: Transaction, clock: Clock, record: Readonly<Record<string, unknown>>, changed: readonly string[]) => Promise<void>;

/** By register id, alphabetical. */
export const recordGuards: Readonly<Record<string, Guard>> = { alarmRules: guardRule };

/** Fields that do not change when a rule raises. */
const words = new Set(['textZh', 'textEn', 'priority', 'priority2', 'priority3', 'priority4']);

/** A rule must be complete, and one that would flood the desk must have been confirmed with the figure of its dry run. */
async function guardRule(
  tx: Transaction,
  clock: Clock,
  record: Readonly<Record<string, unknown>>,
  changed: readonly string[],
): Promise<void> {
  if (changed.length > 0 && changed.every((name) => words.has(name))) return;
  const planned = await planRule(tx, record as unknown as RuleRecord);
  if (!planned.ok) throw new RefusalError(planned);
  if (record['active'] === false) return;
  const result = await dryRunIn(tx, clock.nowMs(), planned.value);
  const confirmed = typeof record['confirmedAlarms'] === 'number' ? record['confirmedAlarms'] : 0;
  if (result.alarms > dryRunLimit.alarms && confirmed < result.alarms) throw new RefusalError(floods(result));
}
