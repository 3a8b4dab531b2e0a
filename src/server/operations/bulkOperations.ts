import { hasRole, narrowTo, type Actor } from '#kernel/access/access.ts';
import { refuse, RefusalError, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { sensitiveField, unknownField } from '../storage/recordFilters.ts';
import type { Transaction } from '../storage/database.ts';
import { bulkEntry, writeJournal, type Act } from '../storage/journal.ts';
import { emit, type NewEvent } from '../storage/outbox.ts';
import { matchingIds, type ListQuery } from '../storage/recordList.ts';
import { lockRecord, updateRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { checkRecord } from './recordChecks.ts';
import { changed, inTransaction, mayNot, updateAct } from './registerOperations.ts';

// One change to many records: looked at first, then all of them or none, and taken back for a quarter of an hour. Sensitive
// and unique fields are left out: a phone that is the same for a hundred people is a mistake.

export const mostChanged = 1_000;
const undoMs = 15 * 60_000;

export type Choice = { ids: readonly string[] } | { query: Pick<ListQuery, 'q' | 'filters' | 'archived'> };

export interface BulkAsk {
  choice: Choice;
  change: Readonly<Record<string, unknown>>;
  /** Versions seen in the preview by id; a record changed since is a problem. */
  versions?: Readonly<Record<string, number>>;
  why: string;
}

export interface BulkPreview {
  /** Records chosen, and those of them whose values would differ. */
  chosen: number;
  changing: number;
  versions: Record<string, number>;
  /** `field` is `<record id>.<field>`, or the id alone. */
  problems: FieldError[];
}

/** Says what a change would do, without doing it. */
export function preview(context: Context, actor: Actor, declaration: RegisterDeclaration, ask: BulkAsk): Promise<Outcome<BulkPreview>> {
  return work(context, actor, declaration, ask, async (_tx, { chosen, changing, problems }) => ({
    chosen: chosen.length,
    changing: changing.length,
    versions: Object.fromEntries(chosen.map(({ id, version }) => [id, version])),
    problems,
  }));
}

/** Changes all chosen records or, when one has a problem, none. */
export function apply(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  batchId: string,
  ask: BulkAsk,
): Promise<Outcome<{ batchId: string; changed: number; undoUntil: string }>> {
  const { clock } = context;
  return work(context, actor, declaration, ask, async (tx, { changing, problems }) => {
    if (problems.length > 0)
      throw new RefusalError(
        refuse(
          'bulk-problems',
          422,
          { zh: '部分记录不能这样改，全部未改', en: 'Some records cannot take this change; none was changed' },
          { fields: problems },
        ),
      );
    const acts: Act[] = [];
    const events: NewEvent[] = [];
    const kept: { id: string; version: number; before: Record<string, unknown> }[] = [];
    for (const { record, values } of changing) {
      const after = await updateRecord(tx, declaration, record.id, { at: clock.now(), values });
      acts.push({ ...updateAct(declaration, record, after, values), why: ask.why });
      events.push(changed('record.updated', declaration, after));
      kept.push({
        id: record.id,
        version: after.version,
        before: Object.fromEntries(Object.keys(values).map((name) => [name, record[name] ?? null])),
      });
    }
    await emit(tx, clock, events);
    const summary = { act: 'bulkUpdate', subjectKind: declaration.id, subjectId: batchId, areaCode: tx.actor.areaCode, why: ask.why };
    await writeJournal(tx, clock, [...acts, { ...summary, detail: { change: ask.change, records: kept } }]);
    return { batchId, changed: kept.length, undoUntil: new Date(clock.nowMs() + undoMs).toISOString() };
  });
}

/** Takes a change of many back, within a quarter of an hour and by the same person; records changed since stay as they are. */
export async function undo(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  batchId: string,
): Promise<Outcome<{ restored: number; kept: string[] }>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  const { clock } = context;
  return inTransaction(context, narrowTo(actor, declaration.access.write), async (tx) => {
    const { done, undone } = await bulkEntry(tx, declaration.id, batchId);
    if (!done || done.actorId !== actor.accountId)
      throw new RefusalError(refuse('bulk-missing', 404, { zh: '没有这次批量修改', en: 'There is no such change of many' }));
    if (undone) throw new RefusalError(refuse('bulk-undone', 409, { zh: '这次批量修改已撤销', en: 'It has been taken back already' }));
    if (clock.nowMs() - Date.parse(done.at) > undoMs)
      throw new RefusalError(
        refuse('bulk-too-late', 409, { zh: '已超过 15 分钟，不能撤销', en: 'More than 15 minutes have passed: it cannot be taken back' }),
      );
    const records = done.detail['records'] as { id: string; version: number; before: Record<string, unknown> }[];
    const acts: Act[] = [];
    const events: NewEvent[] = [];
    const kept: string[] = [];
    for (const { id, version, before } of records) {
      const record = await lockRecord(tx, declaration, id);
      if (record?.version !== version) {
        kept.push(id);
        continue;
      }
      const after = await updateRecord(tx, declaration, id, { at: clock.now(), values: before });
      acts.push(updateAct(declaration, record, after, before));
      events.push(changed('record.updated', declaration, after));
    }
    await emit(tx, clock, events);
    const summary = { act: 'bulkUndo', subjectKind: declaration.id, subjectId: batchId, areaCode: tx.actor.areaCode };
    await writeJournal(tx, clock, [...acts, { ...summary, detail: { restored: acts.length, kept } }]);
    return { restored: acts.length, kept };
  });
}

interface Work {
  chosen: AnyRecord[];
  changing: { record: AnyRecord; values: Record<string, unknown> }[];
  problems: FieldError[];
}

async function work<T>(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  ask: BulkAsk,
  finish: (tx: Transaction, work: Work) => Promise<T>,
): Promise<Outcome<T>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  for (const name of Object.keys(ask.change)) {
    const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
    if (!field || field.computed || field.unique) return unknownField(name);
    if (field.sensitive) return sensitiveField(declaration, name);
  }
  return inTransaction(context, narrowTo(actor, declaration.access.write), async (tx) => {
    const ids = await chosenIds(tx, declaration, ask.choice);
    const found: Work = { chosen: [], changing: [], problems: [] };
    // In the order of their ids, so two changes of many never wait for each other crosswise.
    for (const id of [...ids].sort()) await look(tx, context, declaration, ask, id, found);
    return finish(tx, found);
  });
}

async function chosenIds(tx: Transaction, declaration: RegisterDeclaration, choice: Choice): Promise<readonly string[]> {
  let ids: readonly string[];
  if ('ids' in choice) ids = [...new Set(choice.ids)];
  else {
    const found = await matchingIds(tx, declaration, choice.query, mostChanged + 1);
    if (!found.ok) throw new RefusalError(found);
    ids = found.value;
  }
  if (ids.length > mostChanged)
    throw new RefusalError(
      refuse('bulk-too-many', 422, { zh: `一次至多改 ${mostChanged} 条`, en: `At most ${mostChanged} records are changed at once` }),
    );
  return ids;
}

async function look(
  tx: Transaction,
  context: Context,
  declaration: RegisterDeclaration,
  ask: BulkAsk,
  id: string,
  found: Work,
): Promise<void> {
  const record = await lockRecord(tx, declaration, id);
  if (!record) {
    found.problems.push(problem(id, 'missing', { zh: '记录不存在或不在您的辖区内', en: 'is missing or outside your area' }));
    return;
  }
  found.chosen.push(record);
  const seen = ask.versions?.[id];
  if (ask.versions && seen !== record.version) {
    found.problems.push(problem(id, 'version', { zh: '预览之后已被他人修改', en: 'was changed since the preview' }));
    return;
  }
  try {
    const values = await checkRecord(tx, context, declaration, ask.change, record);
    const differs = Object.entries(values).some(([name, value]) => JSON.stringify(record[name] ?? null) !== JSON.stringify(value));
    if (differs) found.changing.push({ record, values });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const fields = error.refusal.fields ?? [];
    found.problems.push(...fields.map((each) => ({ ...each, field: `${id}.${each.field}` })));
    if (fields.length === 0) found.problems.push(problem(id, error.refusal.code, error.refusal.text));
  }
}

function problem(id: string, rule: string, text: FieldError['text']): FieldError {
  return { field: id, value: null, rule, text };
}
