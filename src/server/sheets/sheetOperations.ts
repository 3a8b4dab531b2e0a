import { randomUUIDv7 } from 'node:crypto';
import type { Writable } from 'node:stream';
import { hasRole, type Actor } from '#kernel/access/access.ts';
import type { Area } from '#kernel/area/area.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import type { Text } from '#kernel/language/text.ts';
import { accept, refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { masked } from '#kernel/register/mask.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import type { Context } from '../operations/context.ts';
import { journaled, maskedChanges } from '../operations/journaled.ts';
import { checkMany } from '../operations/manyChecks.ts';
import { inTransaction, list } from '../operations/registerOperations.ts';
import { allAreas } from '../storage/areas.ts';
import type { Transaction } from '../storage/database.ts';
import { dictionary, isValidOn } from '../storage/dictionaries.ts';
import { writeJournal, type Act } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import {
  insertRecords,
  removeRecord,
  updateRecord,
  updateRecords,
  type ListQuery,
  type NewRecord,
  type RecordChange,
} from '../storage/records.ts';
import {
  allRecords,
  importsOf,
  keepImport,
  lockImport,
  lockVersions,
  markUndone,
  restoreRecord,
  titlesOf,
  type ImportedChange,
  type SheetImport,
} from '../storage/sheetImports.ts';
import { previewImport, type ImportPreview } from './preview.ts';
import { readInThread } from './readInThread.ts';
import type { SheetNames } from './sheetColumns.ts';
import { writeRecords, writeTemplate } from './writeSheet.ts';

// Excel in and out of a register, with the permissions of every other door.

const pageRows = 500;
const holdMs = 30 * 60_000;
const mostHeld = 6;

interface Held extends ImportPreview {
  id: string;
  register: string;
  accountId: string | null;
  file: string;
  atMs: number;
}

export class Sheets {
  readonly #context: Context;
  #held: Held[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  /** Streams what a list shows; resolves with the number of rows. */
  async export(
    actor: Actor,
    declaration: RegisterDeclaration,
    query: Omit<ListQuery, 'limit' | 'cursor'>,
    filter: string,
    open: () => Writable,
  ): Promise<Outcome<number>> {
    const first = await list(this.#context, actor, declaration, { ...query, limit: pageRows });
    if (!first.ok) return first;
    const names = await this.#context.database.transaction(actor, (tx) => namesOf(tx, declaration, localDate(this.#context.clock.now())));
    const context = this.#context;
    async function* pages(): AsyncGenerator<readonly AnyRecord[]> {
      let page = first;
      while (page.ok) {
        yield page.value.items;
        if (!page.value.next) return;
        page = await list(context, actor, declaration, { ...query, limit: pageRows, cursor: page.value.next });
      }
      throw new Error('a page of the export was refused');
    }
    const at = context.clock.now().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
    return accept(await writeRecords(open(), declaration, pages(), names, { filter, total: first.value.total, by: actor.name, at }));
  }

  async template(actor: Actor, declaration: RegisterDeclaration, open: () => Writable): Promise<Outcome<null>> {
    if (!hasRole(actor, declaration.access.read)) return mayNot;
    const areas = await this.#context.database.transaction(actor, allAreas);
    await writeTemplate(
      open(),
      declaration,
      areas.filter(({ code, level }) => level === 'township' && code.startsWith(actor.areaCode.slice(0, 6))).map(({ name }) => name.zh),
    );
    return accept(null);
  }

  /** Reads a workbook and says what it would do; nothing is stored. */
  async preview(
    actor: Actor,
    declaration: RegisterDeclaration,
    file: string,
    bytes: Buffer,
  ): Promise<Outcome<{ importId: string } & ImportPreview>> {
    if (!hasRole(actor, declaration.access.write)) return mayNot;
    const known = await this.#context.database.transaction(actor, async (tx) => ({
      names: await namesOf(tx, declaration, localDate(this.#context.clock.now())),
      stored: await allRecords(tx, declaration),
    }));
    const read = await readInThread({ register: declaration.id, bytes, names: known.names });
    if (!read.ok) return read;
    const preview = await previewImport(declaration, actor, read.value, known.stored);
    const nowMs = this.#context.clock.nowMs();
    const held: Held = { ...preview, id: randomUUIDv7(), register: declaration.id, accountId: actor.accountId, file, atMs: nowMs };
    this.#held = [...this.#held.filter(({ atMs }) => nowMs - atMs < holdMs), held].slice(-mostHeld);
    const rows = preview.rows.map((row) => ({
      ...row,
      values: masked(declaration, row.values),
      changes: maskedChanges(declaration, row.changes),
    }));
    return accept({ importId: held.id, ...preview, rows });
  }

  /** Applies the accepted rows (and removes the accepted missing records) in one transaction. */
  async apply(
    actor: Actor,
    declaration: RegisterDeclaration,
    ask: { importId: string; rows: readonly number[]; gone: readonly string[] },
  ): Promise<Outcome<SheetImport>> {
    if (!hasRole(actor, declaration.access.write)) return mayNot;
    const held = this.#held.find(
      ({ id, register, accountId }) => id === ask.importId && register === declaration.id && accountId === actor.accountId,
    );
    if (!held) return refuse('import-gone', 410, { zh: '预览已过期，请重新上传', en: 'The preview has expired: send the file again' });
    const wanted = new Set(ask.rows);
    const rows = held.rows.filter(({ row, status }) => wanted.has(row) && (status === 'new' || status === 'changed'));
    const gone = held.gone.filter(({ id }) => ask.gone.includes(id));
    const outcome = await inTransaction(this.#context, actor, (tx) => this.#applyIn(tx, declaration, held, rows, gone));
    if (outcome.ok) this.#held = this.#held.filter((other) => other !== held);
    return outcome;
  }

  async #applyIn(
    tx: Transaction,
    declaration: RegisterDeclaration,
    held: Held,
    rows: Held['rows'],
    gone: Held['gone'],
  ): Promise<SheetImport> {
    const { clock } = this.#context;
    const at = clock.now();
    const versions = await lockVersions(tx, declaration, [...rows.flatMap(({ id }) => (id ? [id] : [])), ...gone.map(({ id }) => id)]);
    const stale = [...rows, ...gone].filter(({ id, version }) => id && versions.get(id) !== version);
    if (stale.length > 0)
      throw new RefusalError(
        refuse('import-stale', 409, {
          zh: `预览之后有 ${stale.length} 条记录被他人改动，请重新上传`,
          en: `${stale.length} records were changed by others since the preview: send the file again`,
        }),
      );
    const changes: ImportedChange[] = [];
    const acts: Act[] = [];
    await checkMany(
      tx,
      clock,
      declaration,
      rows.map(({ status, values, changes: changed }) =>
        status === 'new' ? values : Object.fromEntries(changed.map(({ field, after }) => [field, after])),
      ),
    );
    const created: NewRecord[] = [];
    const updated: RecordChange[] = [];
    for (const row of rows) {
      const areaCode = row.areaCode ?? tx.actor.areaCode;
      const act = { subjectKind: declaration.id, areaCode, why: held.file };
      if (row.status === 'new') {
        const id = randomUUIDv7();
        created.push({ id, areaCode, demo: false, at, values: row.values });
        changes.push({ kind: 'new', id, version: 1 });
        acts.push({ ...act, act: 'create', subjectId: id, detail: { row: row.row, after: journaled(declaration, row.values) } });
      } else {
        const { id, version } = row as { id: string; version: number };
        const fields = row.changes.filter(({ field }) => field !== 'areaCode');
        updated.push({ id, areaCode, values: Object.fromEntries(fields.map(({ field, after }) => [field, after])) });
        const before = Object.fromEntries(fields.map(({ field, before: value }) => [field, value]));
        const oldArea = row.changes.find(({ field }) => field === 'areaCode')?.before as string | undefined;
        changes.push({ kind: 'changed', id, version: version + 1, areaCode: oldArea ?? areaCode, before });
        acts.push({ ...act, act: 'update', subjectId: id, detail: { row: row.row, changes: maskedChanges(declaration, row.changes) } });
      }
    }
    await insertRecords(tx, declaration, created);
    await updateRecords(tx, declaration, at, updated);
    for (const { id, version } of gone) {
      await removeRecord(tx, declaration, id, at, held.file);
      changes.push({ kind: 'gone', id, version: version + 1 });
      acts.push({ act: 'remove', subjectKind: declaration.id, subjectId: id, areaCode: tx.actor.areaCode, why: held.file });
    }
    await keepImport(tx, { id: held.id, register: declaration.id, file: held.file, at, changes });
    await emit(tx, clock, [
      {
        type: 'register.imported',
        areaCode: tx.actor.areaCode,
        subject: { kind: declaration.id, id: held.id },
        demo: false,
        data: { records: changes.length },
      },
    ]);
    await writeJournal(tx, clock, acts);
    return (await importsOf(tx, declaration.id)).find(({ id }) => id === held.id) as SheetImport;
  }

  history(actor: Actor, declaration: RegisterDeclaration): Promise<Outcome<SheetImport[]>> {
    return inTransaction(this.#context, actor, (tx) => importsOf(tx, declaration.id));
  }

  /** Puts everything back as it was, unless somebody has changed one of the records since. */
  async undo(actor: Actor, declaration: RegisterDeclaration, importId: string): Promise<Outcome<null>> {
    if (!hasRole(actor, declaration.access.write)) return mayNot;
    const { clock } = this.#context;
    return inTransaction(this.#context, actor, async (tx) => {
      const made = await lockImport(tx, importId);
      if (!made || made.register !== declaration.id)
        throw new RefusalError(refuse('import-missing', 404, { zh: '没有这次导入', en: 'There is no such import' }));
      if (made.undoneAt)
        throw new RefusalError(refuse('import-undone', 409, { zh: '这次导入已撤销', en: 'This import has been undone already' }));
      const versions = await lockVersions(
        tx,
        declaration,
        made.changes.map(({ id }) => id),
      );
      const touched = made.changes.filter(({ id, version }) => versions.get(id) !== version).length;
      if (touched > 0)
        throw new RefusalError(
          refuse('import-touched', 409, {
            zh: `导入之后有 ${touched} 条记录又被改动，不能整体撤销`,
            en: `${touched} records were changed after the import: it cannot be undone as a whole`,
          }),
        );
      const at = clock.now();
      for (const change of made.changes) {
        if (change.kind === 'new') await removeRecord(tx, declaration, change.id, at, `撤销导入 ${made.file}`);
        else if (change.kind === 'gone') await restoreRecord(tx, declaration, change.id, at);
        else await updateRecord(tx, declaration, change.id, { at, values: change.before, extra: { area_code: change.areaCode } });
      }
      await markUndone(tx, importId, at);
      await emit(tx, clock, [
        {
          type: 'register.importUndone',
          areaCode: tx.actor.areaCode,
          subject: { kind: declaration.id, id: importId },
          demo: false,
          data: { records: made.changes.length },
        },
      ]);
      await writeJournal(tx, clock, [
        {
          act: 'undoImport',
          subjectKind: declaration.id,
          subjectId: importId,
          areaCode: tx.actor.areaCode,
          why: made.file,
          detail: { records: made.changes.length },
        },
      ]);
      return null;
    });
  }
}

async function namesOf(tx: Transaction, declaration: RegisterDeclaration, today: string): Promise<SheetNames> {
  const areas = new Map((await allAreas(tx)).map((area): [string, Area] => [area.code, area]));
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const field of Object.values(declaration.fields)) {
    if (field.kind !== 'reference' || titles.has(field.register)) continue;
    const target = registerById(field.register) ?? caseById(field.register);
    if (target) titles.set(field.register, await titlesOf(tx, target));
  }
  return { areas, titles, dictionaries: await dictionariesOf(tx, declaration, today) };
}

async function dictionariesOf(tx: Transaction, declaration: RegisterDeclaration, today: string): Promise<SheetNames['dictionaries']> {
  const found = new Map<string, Map<string, { name: Text; isOffered: boolean }>>();
  for (const field of Object.values(declaration.fields)) {
    if (field.kind !== 'choice' || !field.dictionary || found.has(field.dictionary)) continue;
    const entries = (await dictionary(tx, field.dictionary)) ?? [];
    found.set(field.dictionary, new Map(entries.map((entry) => [entry.code, { name: entry.name, isOffered: isValidOn(entry, today) }])));
  }
  return found;
}

const mayNot = refuse('role-missing', 403, { zh: '您的角色不能进行此操作', en: 'Your role may not do this' });
