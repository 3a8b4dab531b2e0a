import { refuse, RefusalError, type FieldError, type Refusal } from '#kernel/problem/refusal.ts';
import type { RuleRecord } from '#rooms/monitoring/alarms/compileRule.ts';
import { dryRunLimit } from '#rooms/monitoring/alarms/flood.table.ts';
import { readFeedMapping } from '#rooms/monitoring/departmentFeeds/feedMapping.ts';
import {
  readLayoutRow,
  readMappingRow,
  type DeclarationResult,
  type LayoutRow,
  type MappingRow,
} from '#rooms/monitoring/payloads/payloadDeclarations.ts';
import type { Transaction } from '../storage/database.ts';
import type { Context } from './context.ts';
import { figureFor, floods, planRule } from './dryRuns.ts';

// What some registers ask of a record beyond its fields, whichever door it comes through. Throws the refusal.

type Guard = (tx: Transaction, context: Context, record: Readonly<Record<string, unknown>>, changed: readonly string[]) => Promise<void>;

/** By register id, alphabetical. */
export const recordGuards: Readonly<Record<string, Guard>> = {
  alarmRules: guardRule,
  departmentFeeds: (_tx, _context, record) => Promise.resolve(guardFeed(record)),
  payloadLayouts: (_tx, _context, record) => Promise.resolve(guardDeclaration(readLayoutRow(record as unknown as LayoutRow))),
  payloadMappings: (_tx, _context, record) => Promise.resolve(guardDeclaration(readMappingRow(record as unknown as MappingRow))),
};

/** A mapping is refused when it is saved, with the place of every mistake, and not when the first answer comes. */
function guardFeed(record: Readonly<Record<string, unknown>>): void {
  const { mapping, name } = record as { mapping: string; name: string };
  const read = readFeedMapping(mapping, name);
  if (read.ok) return;
  const fields = read.problems.map(({ field, message }): FieldError => ({
    field: 'mapping',
    value: field,
    rule: 'mapping',
    text: { zh: `${field}：${message.zh}`, en: `${field}: ${message.en}` },
  }));
  throw new RefusalError(notReadable(fields));
}

function guardDeclaration(read: DeclarationResult<unknown>): void {
  if (read.ok) return;
  throw new RefusalError(
    notReadable(read.problems.map(({ field, zh, en }): FieldError => ({ field, value: null, rule: 'mapping', text: { zh, en } }))),
  );
}

function notReadable(fields: FieldError[]): Refusal {
  return refuse('mapping-invalid', 422, { zh: '映射有误，未保存', en: 'The mapping is not right; nothing was saved' }, { fields });
}

/** Fields that do not change when a rule raises. */
const words = new Set(['textZh', 'textEn', 'priority', 'priority2', 'priority3', 'priority4']);

/** A rule must be complete, and one that would flood the desk must have been confirmed with the figure of its dry run. */
async function guardRule(
  tx: Transaction,
  context: Context,
  record: Readonly<Record<string, unknown>>,
  changed: readonly string[],
): Promise<void> {
  if (changed.length > 0 && changed.every((name) => words.has(name))) return;
  const planned = await planRule(tx, record as unknown as RuleRecord);
  if (!planned.ok) throw new RefusalError(planned);
  if (record['active'] === false) return;
  const result = figureFor(context, planned.value);
  const confirmed = typeof record['confirmedAlarms'] === 'number' ? record['confirmedAlarms'] : 0;
  if (result.alarms > dryRunLimit.alarms && confirmed < result.alarms) throw new RefusalError(floods(result));
}
