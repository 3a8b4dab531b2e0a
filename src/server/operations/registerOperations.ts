import { grantsOf, hasRole, mayTouch, meet, narrowTo, withGrants, type Actor } from '#kernel/access/access.ts';
import { accept, refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { masked } from '#kernel/register/mask.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { cases, registers } from '#rooms/rooms.ts';
import { areaOfPlace } from '../storage/areas.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { snakeCase } from '../storage/naming.ts';
import { emit } from '../storage/outbox.ts';
import { countStates, listRecords, type ListQuery, type Page, type StateCount } from '../storage/recordList.ts';
import { archiveRecord, findRecord, insertRecord, lockRecord, referencesTo, removeRecord, updateRecord } from '../storage/records.ts';
import type { Context } from './context.ts';
import { journaled } from './journaled.ts';
import { checkRecord } from './recordChecks.ts';
import { WorkFirst } from './workFirst.ts';

export { checkReferences } from './recordChecks.ts';

// Create, change, archive, remove and read records of any register. Each reads as a sentence: permission, decision, write,
// event, journal. Records leave with their sensitive fields masked; opening one is in sensitiveOperations.ts, changing many
// at once in bulkOperations.ts.

export async function list(context: Context, actor: Actor, declaration: RegisterDeclaration, query: ListQuery): Promise<Outcome<Page>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  const scope = scopeOf(actor, declaration, query);
  const page = await context.database.transaction(scope.reader, (tx) => listRecords(tx, declaration, scope.query));
  return page.ok ? accept({ ...page.value, items: page.value.items.map((record) => masked(declaration, record)) }) : page;
}

/** Cases in each state, of those the actor may read and the query finds. */
export async function countOfStates(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  query: ListQuery,
): Promise<Outcome<StateCount[]>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  const scope = scopeOf(actor, declaration, query);
  return context.database.transaction(scope.reader, (tx) => countStates(tx, declaration, scope.query));
}

/**
 * Who reads a list and what they still must be asked: the actor with the roles that may read and, where the list is of one
 * division, only inside it. Row level security then stands for that filter, and PostgreSQL looks for the division once.
 */
export function scopeOf(actor: Actor, declaration: RegisterDeclaration, query: ListQuery): { reader: Actor; query: ListQuery } {
  const reader = narrowTo(actor, declaration.access.read);
  const { areaCode: asked, ...filters } = query.filters;
  if (reader.kind === 'system' || !asked || !/^(\d{6}|\d{9}|\d{12})$/.test(asked)) return { reader, query };
  const inside = grantsOf(reader).flatMap((grant) => meet(grant, { role: grant.role, areaCode: asked }) ?? []);
  // Nothing of one's own there: the filter answers, also for a shared list, which no scope bounds.
  if (inside.length === 0) return { reader, query };
  return { reader: withGrants(reader, inside), query: declaration.shared ? query : { ...query, filters } };
}

export async function get(context: Context, actor: Actor, declaration: RegisterDeclaration, id: string): Promise<Outcome<AnyRecord>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  const record = await context.database.transaction(narrowTo(actor, declaration.access.read), (tx) => findRecord(tx, declaration, id));
  return record ? accept(masked(declaration, record)) : missing(declaration);
}

/** Creates a record under the id the client made; sending it again returns the one that exists. */
export async function create(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
  input: Record<string, unknown>,
): Promise<Outcome<AnyRecord>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  const { areaCode: wantedArea, ...fields } = input;
  return inTransaction(context, narrowTo(actor, declaration.access.write), async (tx) => {
    const values = await checkRecord(tx, context, declaration, fields, null, wantedArea);
    const area = await chooseArea(tx, context, declaration, wantedArea, values);
    const record = await insertRecord(tx, declaration, { id, areaCode: area, demo: false, at: context.clock.now(), values });
    if (!record) {
      const existing = await findRecord(tx, declaration, id);
      if (existing) return masked(declaration, existing);
      throw new RefusalError(refuse('record-id-taken', 409, { zh: '该编号已被使用', en: 'The id is already taken' }));
    }
    await emit(tx, context.clock, [changed('record.created', declaration, record)]);
    await writeJournal(tx, context.clock, [
      { act: 'create', subjectKind: declaration.id, subjectId: id, areaCode: area, detail: { after: journaled(declaration, values) } },
    ]);
    return masked(declaration, record);
  });
}

/** Changes a record if it still has the version the client saw. */
export async function change(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
  version: number,
  input: Record<string, unknown>,
): Promise<Outcome<AnyRecord>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  const { areaCode: wantedArea, ...fields } = input;
  return inTransaction(context, narrowTo(actor, declaration.access.write), async (tx) => {
    const before = await lockSeen(tx, declaration, id, version);
    const values = await checkRecord(tx, context, declaration, fields, before, wantedArea);
    const area = wantedArea === undefined ? undefined : await chooseArea(tx, context, declaration, wantedArea, values);
    const extra = area === undefined ? undefined : { area_code: area };
    const after = await updateRecord(tx, declaration, id, { at: context.clock.now(), values, ...(extra && { extra }) });
    await emit(tx, context.clock, [changed('record.updated', declaration, after)]);
    await writeJournal(tx, context.clock, [updateAct(declaration, before, after, values)]);
    return masked(declaration, after);
  });
}

/** What the journal says of a change: the values that were written, before and after. */
export function updateAct(
  declaration: RegisterDeclaration,
  before: AnyRecord,
  after: AnyRecord,
  values: Readonly<Record<string, unknown>>,
) {
  const was = Object.fromEntries(Object.keys(values).map((name) => [name, before[name]]));
  const moved = before.areaCode !== after.areaCode;
  return {
    act: 'update',
    subjectKind: declaration.id,
    subjectId: after.id,
    areaCode: after.areaCode,
    detail: {
      before: { ...journaled(declaration, was), ...(moved && { areaCode: before.areaCode }) },
      after: { ...journaled(declaration, values), ...(moved && { areaCode: after.areaCode }) },
    },
  };
}

/** Removes a record nothing refers to any more, for a stated reason; it stays in the table and in the journal. */
export async function remove(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
  why: string,
  version?: number,
): Promise<Outcome<null>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  if (why.trim() === '') return refuse('reason-missing', 422, { zh: '请写明删除原因', en: 'Say why the record is removed' });
  return inTransaction(context, narrowTo(actor, declaration.access.write), async (tx) => {
    const before = await lockSeen(tx, declaration, id, version);
    const users = await referencesTo(tx, declaration.id, id, [...registers, ...cases]);
    if (users.length > 0) throw new RefusalError(stillUsed(users));
    await removeRecord(tx, declaration, id, context.clock.now(), why.trim());
    await emit(tx, context.clock, [changed('record.removed', declaration, before)]);
    await writeJournal(tx, context.clock, [
      {
        act: 'remove',
        subjectKind: declaration.id,
        subjectId: id,
        areaCode: before.areaCode,
        why: why.trim(),
        detail: { before: journaled(declaration, before) },
      },
    ]);
    return null;
  });
}

/** Puts a record into the archive (out of the daily lists, still found and referred to), or takes it out again. */
export async function archive(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
  isArchived: boolean,
  why: string,
): Promise<Outcome<AnyRecord>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  return inTransaction(context, narrowTo(actor, declaration.access.write), async (tx) => {
    const before = await lockSeen(tx, declaration, id);
    if (Boolean(before.archivedAt) === isArchived) return masked(declaration, before);
    const after = await archiveRecord(tx, declaration, id, isArchived ? context.clock.now() : null);
    await emit(tx, context.clock, [changed('record.updated', declaration, after)]);
    await writeJournal(tx, context.clock, [
      { act: isArchived ? 'archive' : 'restore', subjectKind: declaration.id, subjectId: id, areaCode: after.areaCode, why },
    ]);
    return masked(declaration, after);
  });
}

/** Locks a record for writing; throws when it is gone, of a foreign area, or no longer the version that was seen. */
export async function lockSeen(tx: Transaction, declaration: RegisterDeclaration, id: string, version?: number): Promise<AnyRecord> {
  const record = await lockRecord(tx, declaration, id);
  if (!record) {
    // A shared list shows records of other areas, which are still not this person's to write.
    const foreign = declaration.shared ? await findRecord(tx, declaration, id) : null;
    throw new RefusalError(foreign ? outside(foreign.areaCode) : missing(declaration));
  }
  if (version !== undefined && record.version !== version) throw new RefusalError(conflict(record));
  return record;
}

/** Runs work in a transaction, turning refusals thrown inside (and unique violations) back into values. */
export async function inTransaction<T>(context: Context, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
  try {
    return accept(await afterItsWork(context, actor, () => context.database.transaction(actor, work)));
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    const known = databaseRefusal(error);
    if (known) return known;
    throw error;
  }
}

/** More than a change of many can ask for. */
const mostWork = 1000;

async function afterItsWork<T>(context: Context, actor: Actor, attempt: () => Promise<T>): Promise<T> {
  for (let times = 0; ; times++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WorkFirst) || times === mostWork) throw error;
      await error.run(context, actor);
    }
  }
}

function databaseRefusal(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505') return taken(constraint ?? '');
  if (code === '42501') return refuse('area-outside', 403, { zh: '不在您的辖区内', en: 'Outside your area' });
  return null;
}

/** Which field of which register a broken unique index belongs to, in words. */
function taken(constraint: string): Refusal {
  for (const { id, fields } of [...registers, ...cases]) {
    const found = Object.entries(fields).find(([name]) => constraint === `${snakeCase(id)}_${snakeCase(name)}_unique`);
    if (!found) continue;
    const [field, { label, unique }] = found;
    const text =
      unique === 'area'
        ? { zh: `本行政区已有相同“${label.zh}”的记录`, en: `Another record of this division has the same "${label.en}"` }
        : { zh: `已有相同“${label.zh}”的记录`, en: `Another record has the same "${label.en}"` };
    return refuse('value-taken', 409, text, { fields: [{ field, value: null, rule: 'unique', text }] });
  }
  return refuse('value-taken', 409, { zh: '已有相同内容的记录', en: 'Another record has the same value' });
}

/** The division of a new record: the one asked for, else the one its place lies in, else the actor's own. */
export async function chooseArea(
  tx: Transaction,
  context: Context,
  declaration: RegisterDeclaration,
  wanted: unknown,
  values: Record<string, unknown>,
): Promise<string> {
  const located = Object.entries(declaration.fields).find(([, field]) => field.kind === 'point')?.[0];
  const place = located ? (values[located] as [number, number] | null | undefined) : null;
  const chosen =
    typeof wanted === 'string' && wanted !== ''
      ? wanted
      : ((place ? await areaOfPlace(tx, place) : null) ?? (tx.actor.kind === 'system' ? context.county : tx.actor.areaCode));
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(chosen) || !mayTouch(tx.actor, tx.actor.roles, chosen)) throw new RefusalError(outside(chosen));
  return chosen;
}

export function changed(type: string, declaration: RegisterDeclaration, record: AnyRecord) {
  return {
    type,
    areaCode: record.areaCode,
    subject: { kind: declaration.id, id: record.id },
    demo: record.demo,
    data: { version: record.version, title: record[declaration.title] ?? '' },
  };
}

function outside(areaCode: string): Refusal {
  return refuse('area-outside', 403, { zh: `行政区 ${areaCode} 不在您的辖区内`, en: `Division ${areaCode} is outside your area` });
}

export function missing(declaration: RegisterDeclaration): Refusal {
  return refuse('record-missing', 404, {
    zh: `没有这个${declaration.singular.zh}，或您无权查看`,
    en: `No such ${declaration.singular.en.toLowerCase()}, or you may not see it`,
  });
}

export function mayNot(declaration: RegisterDeclaration, verb: 'read' | 'write'): Refusal {
  return refuse('role-missing', 403, {
    zh: `您的角色不能${verb === 'read' ? '查看' : '修改'}${declaration.label.zh}`,
    en: `Your role may not ${verb === 'read' ? 'see' : 'change'} ${declaration.label.en.toLowerCase()}`,
  });
}

function conflict(record: AnyRecord): Refusal {
  return refuse('version-conflict', 412, {
    zh: `${record.updatedBy} 已于 ${record.updatedAt} 修改过这条记录，请重新载入后再改`,
    en: `${record.updatedBy} changed this record at ${record.updatedAt}; reload it before you change it`,
  });
}

function stillUsed(users: [RegisterDeclaration, number][]): Refusal {
  return refuse('record-still-used', 409, {
    zh: `仍被引用：${users.map(([register, n]) => `${register.label.zh} ${n} 条`).join('，')}`,
    en: `Still referred to by ${users.map(([register, n]) => `${n} of ${register.label.en}`).join(', ')}`,
  });
}
