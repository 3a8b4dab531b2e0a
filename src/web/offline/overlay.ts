import type { AnyCase, CaseDeclaration } from '#kernel/casework/case.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import type { CaseView, Page } from '#web/api/answers.ts';
import type { LocalWrite } from './offlineDatabase.ts';

// Answers as they will be once the device's own writes have arrived: without network a page shows what its person wrote.

/** What a record is with the writes made here; null when nothing is known of it. Its version stays that of the server. */
export function recordWith(record: AnyRecord | null, writes: readonly LocalWrite[], by: string): AnyRecord | null {
  return writes.reduce<AnyRecord | null>((before, { kind, recordId, madeAt, body }) => {
    if (kind !== 'create' && kind !== 'change') return before;
    if (!before && kind === 'change') return null;
    const whose = { updatedAt: madeAt, updatedBy: by };
    const made = { id: recordId, areaCode: '', version: 0, demo: false, createdAt: madeAt, createdBy: by, archivedAt: null };
    return { ...made, ...before, ...body, ...whose };
  }, record);
}

/** A page of a list with what was made and changed here; new records stand at the top of the first page. */
export function pageWith(
  page: Page<AnyRecord> | null,
  writes: readonly LocalWrite[],
  by: string,
  isFirst: boolean,
): Page<AnyRecord> | null {
  const about = (id: string) => writes.filter(({ recordId }) => recordId === id);
  const known = new Set(page?.items.map(({ id }) => id));
  const created = isFirst ? writes.filter(({ kind, recordId }) => kind === 'create' && !known.has(recordId)) : [];
  if (!page && created.length === 0) return null;
  const made = created.flatMap(({ recordId }) => recordWith(null, about(recordId), by) ?? []).reverse();
  const held = page?.items.map((record) => recordWith(record, about(record.id), by) ?? record) ?? [];
  return { next: page?.next ?? null, items: [...made, ...held], total: (page?.total ?? 0) + made.length };
}

/** A case with the actions taken here at the end of its timeline; one opened here has nothing else yet. */
export function caseWith(view: CaseView | null, declaration: CaseDeclaration, writes: readonly LocalWrite[], by: string): CaseView | null {
  return writes.reduce<CaseView | null>((before, { id, kind, type, recordId, madeAt, body }) => {
    const { action, note, areaCode, ...input } = body;
    const name = typeof action === 'string' ? action : '';
    const line = {
      id,
      caseType: type,
      caseId: recordId,
      at: madeAt,
      actorId: null,
      actor: by,
      action: name,
      note: typeof note === 'string' ? note : '',
      data: input,
      state: null,
    };
    if (kind === 'caseAct') return before && { ...before, lines: [...before.lines, line] };
    if (kind !== 'caseOpen' || before) return before;
    const to = declaration.actions[name]?.to;
    const opened = {
      id: recordId,
      version: 0,
      demo: false,
      createdAt: madeAt,
      createdBy: by,
      updatedAt: madeAt,
      updatedBy: by,
      areaCode: typeof areaCode === 'string' ? areaCode : '',
      openedAt: madeAt,
      closedAt: null,
      caseVersion: declaration.version,
      state: typeof to === 'string' ? to : (Object.keys(declaration.states)[0] ?? ''),
      ...Object.fromEntries(Object.keys(declaration.fields).map((field) => [field, null])),
      ...input,
    } as AnyCase;
    return { case: opened, actions: [], lines: [line], deadlines: [], deliveries: [], documents: [], subcases: [] };
  }, view);
}
