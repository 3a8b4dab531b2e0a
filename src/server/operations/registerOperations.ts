import { hasRole, type Actor } from '#kernel/access/access.ts';
import { isWithin } from '#kernel/area/area.ts';
import { accept, refuse, RefusalError, type FieldError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, cases, registerById, registers } from '#rooms/rooms.ts';
import { areaOfPlace } from '../storage/areas.ts';
import type { Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import {
  findRecord,
  insertRecord,
  listRecords,
  lockRecord,
  referencesTo,
  removeRecord,
  updateRecord,
  type ListQuery,
  type Page,
} from '../storage/records.ts';
import type { Context } from './context.ts';

// Create, change, remove and read records of any register. Each reads as a sentence: permission, decision, write, event,
// journal.

export async function list(context: Context, actor: Actor, declaration: RegisterDeclaration, query: ListQuery): Promise<Outcome<Page>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  return context.database.transaction(actor, (tx) => listRecords(tx, declaration, query));
}

export async function get(context: Context, actor: Actor, declaration: RegisterDeclaration, id: string): Promise<Outcome<AnyRecord>> {
  if (!hasRole(actor, declaration.access.read)) return mayNot(declaration, 'read');
  const record = await context.database.transaction(actor, (tx) => findRecord(tx, declaration, id));
  return record ? accept(record) : missing(declaration);
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
  const checked = checkFields(writable(declaration), fields, { partial: false });
  if (!checked.ok) return checked;
  const foreign = foreignFields(declaration, fields);
  if (foreign) return foreign;
  return inTransaction(context, actor, async (tx) => {
    const area = await chooseArea(tx, context, declaration, wantedArea, checked.value);
    await checkReferences(tx, declaration, checked.value);
    const record = await insertRecord(tx, declaration, { id, areaCode: area, demo: false, at: context.clock.now(), values: checked.value });
    if (!record) {
      const existing = await findRecord(tx, declaration, id);
      if (existing) return existing;
      throw new RefusalError(refuse('record-id-taken', 409, { zh: '该编号已被使用', en: 'The id is already taken' }));
    }
    await emit(tx, context.clock, [changed('record.created', declaration, record)]);
    await writeJournal(tx, context.clock, [
      { act: 'create', subjectKind: declaration.id, subjectId: id, areaCode: area, detail: { after: checked.value } },
    ]);
    return record;
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
  const foreign = foreignFields(declaration, fields);
  if (foreign) return foreign;
  const checked = checkFields(writable(declaration), fields, { partial: true });
  if (!checked.ok) return checked;
  return inTransaction(context, actor, async (tx) => {
    const before = await lockRecord(tx, declaration, id);
    if (!before) throw new RefusalError(missing(declaration));
    if (before.version !== version) throw new RefusalError(conflict(before));
    await checkReferences(tx, declaration, checked.value);
    const area = wantedArea === undefined ? undefined : await chooseArea(tx, context, declaration, wantedArea, checked.value);
    const extra = area === undefined ? undefined : { area_code: area };
    const after = await updateRecord(tx, declaration, id, { at: context.clock.now(), values: checked.value, ...(extra && { extra }) });
    await emit(tx, context.clock, [changed('record.updated', declaration, after)]);
    const was = Object.fromEntries(Object.keys(checked.value).map((name) => [name, before[name]]));
    await writeJournal(tx, context.clock, [
      {
        act: 'update',
        subjectKind: declaration.id,
        subjectId: id,
        areaCode: after.areaCode,
        detail: { before: was, after: checked.value },
      },
    ]);
    return after;
  });
}

/** Removes a record nothing refers to any more. */
export async function remove(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  id: string,
  why: string,
): Promise<Outcome<null>> {
  if (!hasRole(actor, declaration.access.write)) return mayNot(declaration, 'write');
  return inTransaction(context, actor, async (tx) => {
    const before = await lockRecord(tx, declaration, id);
    if (!before) throw new RefusalError(missing(declaration));
    const users = await referencesTo(tx, declaration.id, id, [...registers, ...cases]);
    if (users.length > 0) throw new RefusalError(stillUsed(users));
    await removeRecord(tx, declaration, id, context.clock.now(), why);
    await emit(tx, context.clock, [changed('record.removed', declaration, before)]);
    await writeJournal(tx, context.clock, [
      { act: 'remove', subjectKind: declaration.id, subjectId: id, areaCode: before.areaCode, why, detail: { before } },
    ]);
    return null;
  });
}

/** Runs work in a transaction, turning refusals thrown inside (and unique violations) back into values. */
export async function inTransaction<T>(context: Context, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<Outcome<T>> {
  try {
    return accept(await context.database.transaction(actor, work));
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    const known = databaseRefusal(error);
    if (known) return known;
    throw error;
  }
}

function databaseRefusal(error: unknown): Refusal | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505')
    return refuse('value-taken', 409, {
      zh: `已有相同内容的记录（${constraint ?? ''}）`,
      en: `Another record has the same value (${constraint ?? ''})`,
    });
  if (code === '42501') return refuse('area-outside', 403, { zh: '不在您的辖区内', en: 'Outside your area' });
  return null;
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
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(chosen) || (tx.actor.kind === 'person' && !isWithin(chosen, tx.actor.areaCode))) {
    throw new RefusalError(
      refuse('area-outside', 403, { zh: `行政区 ${chosen} 不在您的辖区内`, en: `Division ${chosen} is outside your area` }),
    );
  }
  return chosen;
}

export async function checkReferences(tx: Transaction, declaration: RegisterDeclaration, values: Record<string, unknown>): Promise<void> {
  const problems: FieldError[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = declaration.fields[name];
    if (field?.kind !== 'reference' || value === null) continue;
    const target = registerById(field.register) ?? caseById(field.register);
    if (!target || !(await findRecord(tx, target, value as string))) {
      problems.push({
        field: name,
        value,
        rule: 'reference',
        text: { zh: `“${field.label.zh}”所指的记录不存在`, en: `"${field.label.en}" names a record that does not exist` },
      });
    }
  }
  if (problems.length > 0)
    throw new RefusalError(
      refuse('fields-invalid', 422, { zh: '有内容填写不正确', en: 'Some fields are not right' }, { fields: problems }),
    );
}

function writable(declaration: RegisterDeclaration) {
  return Object.fromEntries(Object.entries(declaration.fields).filter(([, field]) => !field.computed));
}

function foreignFields(declaration: RegisterDeclaration, input: Record<string, unknown>): Refusal | null {
  const known = writable(declaration);
  const fields = Object.keys(input)
    .filter((name) => !Object.hasOwn(known, name))
    .map((field): FieldError => ({
      field,
      value: input[field],
      rule: 'unknown',
      text: { zh: `没有字段“${field}”`, en: `There is no field "${field}"` },
    }));
  return fields.length > 0
    ? refuse('fields-unknown', 422, { zh: '含有不存在的字段', en: 'There are fields that do not exist' }, { fields })
    : null;
}

function changed(type: string, declaration: RegisterDeclaration, record: AnyRecord) {
  return {
    type,
    areaCode: record.areaCode,
    subject: { kind: declaration.id, id: record.id },
    demo: record.demo,
    data: { version: record.version, title: record[declaration.title] ?? '' },
  };
}

function missing(declaration: RegisterDeclaration): Refusal {
  return refuse('record-missing', 404, {
    zh: `没有这个${declaration.singular.zh}，或您无权查看`,
    en: `No such ${declaration.singular.en.toLowerCase()}, or you may not see it`,
  });
}

function mayNot(declaration: RegisterDeclaration, verb: 'read' | 'write'): Refusal {
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
