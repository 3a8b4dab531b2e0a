import { narrowTo, type Actor } from '#kernel/access/access.ts';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { seenCaseVersion, type DeviceBook } from '#kernel/offline/deviceBook.ts';
import { meet } from '#kernel/offline/merge.ts';
import {
  appliedAs,
  inConflict,
  refusedFor,
  type Conflict,
  type FieldConflict,
  type OfflineWrite,
  type WriteOutcome,
} from '#kernel/offline/offlineWrite.ts';
import { sameValue } from '#kernel/offline/sameValue.ts';
import { refuse, type Outcome } from '#kernel/problem/refusal.ts';
import { masked } from '#kernel/register/mask.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { act, openCase, type ActionInput } from '../operations/caseOperations.ts';
import type { Context } from '../operations/context.ts';
import { change, create, mayNot, missing } from '../operations/registerOperations.ts';
import { lockRecord } from '../storage/records.ts';

// Settles one write from a device: by the same operations as if its person had been online, so permission, checks, event
// and journal are the same.

/** @param context its database works inside the transaction that also keeps the outcome */
export async function settle(context: Context, actor: Actor, book: DeviceBook, write: OfflineWrite): Promise<WriteOutcome> {
  const isCase = write.kind === 'caseOpen' || write.kind === 'caseAct';
  const declaration = isCase ? caseById(write.type) : registerById(write.type);
  if (!declaration) return refusedFor(unknownType(write.type));
  if (!actor.roles.some((role) => declaration.access.read.includes(role))) return refusedFor(mayNot(declaration, 'read'));
  const current = await currentRecord(context, actor, declaration, write);
  if (isCase) return settleCase(context, actor, book, declaration as CaseDeclaration, write, current);
  return settleRecord(context, actor, declaration, write, current);
}

async function settleRecord(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  write: OfflineWrite,
  current: AnyRecord | null,
): Promise<WriteOutcome> {
  if (!current) {
    if (write.kind !== 'create') return refusedFor(missing(declaration));
    return outcomeOf(await create(context, actor, declaration, write.recordId, { ...write.body }));
  }
  // A creation that met its own record (the first answer was lost) and agrees is done; else a person decides.
  const meeting = meet(write, { version: current.version, values: current });
  if (meeting.kind === 'conflict') return inConflict(conflictWith(current, meeting.fields));
  if (meeting.kind === 'agreed') return appliedAs(current.version);
  return outcomeOf(await change(context, actor, declaration, write.recordId, current.version, meeting.values));
}

async function settleCase(
  context: Context,
  actor: Actor,
  book: DeviceBook,
  declaration: CaseDeclaration,
  write: OfflineWrite,
  current: AnyRecord | null,
): Promise<WriteOutcome> {
  if (declaration.onlineOnly) return refusedFor(onlineOnly(declaration));
  const ask = askOf(write.body);
  if (write.kind === 'caseOpen') {
    if (!current) return outcomeOf(await openCase(context, actor, declaration, write.recordId, { ...ask, version: null }));
    const meeting = meet({ ...write, body: ask.input }, { version: current.version, values: current });
    return meeting.kind === 'conflict' ? inConflict(conflictWith(current, meeting.fields)) : appliedAs(current.version);
  }
  if (!current) return refusedFor(missing(declaration));
  // An action was decided on what its person saw of the case, so it does not merge.
  if (seenCaseVersion(book, write) !== current.version) return inConflict(conflictWith(current, differing(ask.input, current)));
  return outcomeOf(await act(context, actor, declaration, write.recordId, { ...ask, version: current.version }));
}

/** The record as the writer may see it, locked so that it stays so until the outcome is kept; null when there is none. */
export async function currentRecord(
  context: Context,
  actor: Actor,
  declaration: RegisterDeclaration,
  { recordId, body }: Pick<OfflineWrite, 'recordId' | 'body'>,
): Promise<AnyRecord | null> {
  const seenBy = narrowTo(actor, declaration.access.read);
  const record = await context.database.transaction(seenBy, (tx) => lockRecord(tx, declaration, recordId));
  if (!record) return null;
  // What the writer sends of a hidden field they know already; the rest leaves as its mask.
  const known = Object.entries(declaration.fields).filter(
    ([name, field]) => field.sensitive && name in body && sameValue(body[name], record[name]),
  );
  return { ...masked(declaration, record), ...Object.fromEntries(known.map(([name]) => [name, record[name]])) };
}

export function conflictWith(current: AnyRecord, fields: readonly FieldConflict[]): Conflict {
  return { version: current.version, by: current.updatedBy, at: current.updatedAt, fields };
}

/** Input of a case's action as the case routes take it, from a write's body. */
export function askOf(body: OfflineWrite['body']): Omit<ActionInput, 'version'> {
  const { action, note, areaCode, ...input } = body;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { action: text(action), note: text(note), input, ...(typeof areaCode === 'string' && { areaCode }) };
}

export function differing(input: Readonly<Record<string, unknown>>, current: AnyRecord): FieldConflict[] {
  return Object.entries(input)
    .filter(([field, mine]) => !sameValue(mine, current[field]))
    .map(([field, mine]) => ({ field, mine, theirs: current[field] ?? null }));
}

function outcomeOf(done: Outcome<{ version: number }>): WriteOutcome {
  return done.ok ? appliedAs(done.value.version) : refusedFor(done);
}

function unknownType(type: string) {
  return refuse('register-unknown', 404, { zh: `没有台账或业务流程“${type}”`, en: `There is no register or case type "${type}"` });
}

function onlineOnly(declaration: CaseDeclaration) {
  return refuse('case-online-only', 409, {
    zh: `${declaration.label.zh}须联网办理，不能离线补报`,
    en: `${declaration.label.en} are handled online only and cannot be sent in later`,
  });
}
