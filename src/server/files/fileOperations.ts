import { hasRole, mayTouch, type Actor, type Role } from '#kernel/access/access.ts';
import type { AnyCase, CaseDeclaration } from '#kernel/casework/case.ts';
import { fileKinds } from '#kernel/file/fileKind.ts';
import type { FileLink } from '#kernel/file/fileLink.ts';
import { safeFileName } from '#kernel/file/fileName.ts';
import { accept, refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import type { Transaction } from '../storage/database.ts';
import { fileLinksOf, findFileLink, insertFileLink, removeFileLink } from '../storage/files.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import { findRecord } from '../storage/records.ts';
import type { FileStore, Received } from './fileStore.ts';
import { admit, inspect } from './inspect.ts';

// Files of records and cases: whoever may read the record may open its files, whoever may change it may add and remove them.

export interface FileSubject {
  declaration: RegisterDeclaration | CaseDeclaration;
  record: AnyRecord;
  /** May this actor add and remove files now? */
  mayChange: boolean;
  /** Each opening of a file is journaled. */
  isSensitive: boolean;
}

const isCase = (declaration: RegisterDeclaration): declaration is CaseDeclaration => 'actions' in declaration;

/** Roles that may write to a register, or do anything at all to a case. */
export function writersOf(declaration: RegisterDeclaration): readonly Role[] {
  if (!isCase(declaration)) return declaration.access.write;
  return [...new Set([...declaration.access.write, ...Object.values(declaration.actions).flatMap(({ by }) => by)])];
}

/** The record a file belongs or shall belong to, if the actor may see it. */
export async function findSubject(tx: Transaction, kind: string, id: string): Promise<Outcome<FileSubject>> {
  const declaration = registerById(kind) ?? caseById(kind);
  if (!declaration)
    return refuse('subject-unknown', 404, { zh: `没有台账或业务“${kind}”`, en: `There is no register or case type "${kind}"` });
  if (!hasRole(tx.actor, declaration.access.read))
    return refuse('role-missing', 403, {
      zh: `您的角色不能查看${declaration.label.zh}`,
      en: `Your role may not see ${declaration.label.en.toLowerCase()}`,
    });
  const record = await findRecord(tx, declaration, id);
  if (!record || !mayTouch(tx.actor, declaration.access.read, record.areaCode))
    return refuse('record-missing', 404, {
      zh: `没有这个${declaration.singular.zh}，或您无权查看`,
      en: `No such ${declaration.singular.en.toLowerCase()}, or you may not see it`,
    });
  const isFinished = isCase(declaration) && (declaration.states[(record as AnyCase).state]?.final ?? false);
  return accept({
    declaration,
    record,
    mayChange: mayTouch(tx.actor, writersOf(declaration), record.areaCode) && !isFinished,
    isSensitive: Object.values(declaration.fields).some(({ sensitive }) => sensitive !== undefined),
  });
}

function mustBeOpen({ declaration, record, mayChange }: FileSubject): void {
  if (mayChange) return;
  const state = isCase(declaration) ? declaration.states[(record as AnyCase).state] : undefined;
  throw new RefusalError(
    state?.final
      ? refuse('case-finished', 409, {
          zh: `${declaration.singular.zh}已“${state.label.zh}”，不能再增减文件`,
          en: `The ${declaration.singular.en.toLowerCase()} is "${state.label.en}": files can no longer be added or removed`,
        })
      : refuse('role-missing', 403, {
          zh: `您的角色不能为${declaration.label.zh}增减文件`,
          en: `Your role may not add or remove files of ${declaration.label.en.toLowerCase()}`,
        }),
  );
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new RefusalError(outcome);
}

/** Files of a record, and what the actor may do with them. */
export async function listFiles(context: Context, actor: Actor, kind: string, id: string) {
  return inTransaction(context, actor, async (tx) => {
    const { mayChange, isSensitive } = must(await findSubject(tx, kind, id));
    return { items: await fileLinksOf(tx, kind, id), mayChange, isSensitive };
  });
}

export interface Upload {
  /** Made by the client (UUIDv7): sending the same upload again gives the link that exists. */
  id: string;
  kind: string;
  recordId: string;
  name: string;
  note: string;
  shrunkFrom: string | null;
}

/** Takes a file in: permission first, then the bytes, a look at them, and the link. Whatever is refused leaves nothing. */
export async function addFile(
  context: Context,
  store: FileStore,
  actor: Actor,
  upload: Upload,
  source: AsyncIterable<Buffer>,
): Promise<Outcome<FileLink>> {
  const allowed = await inTransaction(context, actor, async (tx) => mustBeOpen(must(await findSubject(tx, upload.kind, upload.recordId))));
  if (!allowed.ok) return allowed;
  const received = await store.receive(source, (head) => admit(head, upload.name));
  if (!received.ok) return received;
  const inspected = await inspect(received.value, upload.name, store.thumbnailPath(received.value.sha256));
  if (!inspected.ok) {
    await store.discard(received.value);
    return inspected;
  }
  const named = withEnding(safeFileName(upload.name), fileKinds[inspected.value.kind].endings[0]);
  return keepAndLink(context, store, actor, received.value, {
    ...inspected.value,
    id: upload.id,
    subjectKind: upload.kind,
    subjectId: upload.recordId,
    name: named,
    shrunkFrom: upload.shrunkFrom,
    note: upload.note.trim(),
    origin: 'upload',
  });
}

function withEnding(name: string, ending: string): string {
  return /\.[a-z0-9]{1,8}$/i.test(name) ? name : `${name}.${ending}`;
}

type NewLink = Omit<FileLink, 'sha256' | 'bytes' | 'areaCode' | 'demo' | 'addedAt' | 'addedBy'>;

async function keepAndLink(
  context: Context,
  store: FileStore,
  actor: Actor,
  received: Received,
  link: NewLink,
): Promise<Outcome<FileLink>> {
  await store.keep(received);
  return inTransaction(context, actor, (tx) => linkFile(context, tx, received, link));
}

/** Ties kept bytes to a record, in the transaction of whoever needs them there. */
export async function linkFile(
  context: Context,
  tx: Transaction,
  { sha256, bytes }: Pick<Received, 'sha256' | 'bytes'>,
  link: NewLink,
): Promise<FileLink> {
  const subject = must(await findSubject(tx, link.subjectKind, link.subjectId));
  if (link.origin === 'upload') mustBeOpen(subject);
  const { areaCode, demo } = subject.record;
  const whole: FileLink = { ...link, sha256, bytes, areaCode, demo, addedAt: context.clock.now().toISOString(), addedBy: tx.actor.name };
  if (!(await insertFileLink(tx, whole))) {
    const existing = await findFileLink(tx, link.id);
    if (existing?.sha256 === sha256 && existing.subjectId === link.subjectId) return existing;
    throw new RefusalError(refuse('file-id-taken', 409, { zh: '该编号已用于另一个文件', en: 'The id already belongs to another file' }));
  }
  await emit(tx, context.clock, [fileEvent('file.added', whole)]);
  await writeJournal(tx, context.clock, [
    {
      act: 'addFile',
      subjectKind: link.subjectKind,
      subjectId: link.subjectId,
      areaCode,
      why: link.note,
      detail: { file: link.name, fileId: link.id, sha256, bytes },
    },
  ]);
  return whole;
}

/** Finds a file for opening; of a sensitive record the opening is journaled, once for a file however many parts are asked. */
export async function openFile(
  context: Context,
  actor: Actor,
  id: string,
  { isFirstPart }: { isFirstPart: boolean },
): Promise<Outcome<FileLink>> {
  return inTransaction(context, actor, async (tx) => {
    const { link, subject } = await findLinkAndSubject(tx, id);
    if (subject.isSensitive && isFirstPart) {
      await writeJournal(tx, context.clock, [
        {
          act: 'readFile',
          subjectKind: link.subjectKind,
          subjectId: link.subjectId,
          areaCode: link.areaCode,
          detail: { file: link.name, fileId: id, sha256: link.sha256 },
        },
      ]);
    }
    return link;
  });
}

/** Takes a file off its record with a reason; the bytes and the row stay. */
export async function removeFile(context: Context, actor: Actor, id: string, why: string): Promise<Outcome<null>> {
  if (why.trim() === '') {
    const text = { zh: '请填写移除的原因', en: 'Say why the file is removed' };
    return refuse('reason-missing', 422, text, { fields: [{ field: 'why', value: null, rule: 'required', text }] });
  }
  return inTransaction(context, actor, async (tx) => {
    const { link, subject } = await findLinkAndSubject(tx, id);
    mustBeOpen(subject);
    if (link.origin === 'document')
      throw new RefusalError(
        refuse('file-is-document', 409, {
          zh: '这是制作的文书，不能移除，可在文书中作废',
          en: 'This is an official document: it can be declared void, not removed',
        }),
      );
    await removeFileLink(tx, id, context.clock.now(), why.trim());
    await emit(tx, context.clock, [fileEvent('file.removed', link)]);
    await writeJournal(tx, context.clock, [
      {
        act: 'removeFile',
        subjectKind: link.subjectKind,
        subjectId: link.subjectId,
        areaCode: link.areaCode,
        why: why.trim(),
        detail: { file: link.name, fileId: id, sha256: link.sha256 },
      },
    ]);
    return null;
  });
}

async function findLinkAndSubject(tx: Transaction, id: string): Promise<{ link: FileLink; subject: FileSubject }> {
  const link = await findFileLink(tx, id);
  if (!link)
    throw new RefusalError(refuse('file-missing', 404, { zh: '没有这个文件，或您无权查看', en: 'No such file, or you may not see it' }));
  return { link, subject: must(await findSubject(tx, link.subjectKind, link.subjectId)) };
}

function fileEvent(type: 'file.added' | 'file.removed', { areaCode, subjectKind, subjectId, demo, id, name }: FileLink) {
  return { type, areaCode, subject: { kind: subjectKind, id: subjectId }, demo, data: { fileId: id, name } };
}
