import { createHash, randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayTouch, type Actor } from '#kernel/access/access.ts';
import type { AnyCase, CaseDeclaration } from '#kernel/casework/case.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import { dateWords } from '#kernel/document/chineseWords.ts';
import {
  documentNumber,
  templateFile,
  type DocumentDeclaration,
  type DocumentValues,
  type MadeDocument,
} from '#kernel/document/document.ts';
import { documentSource } from '#kernel/document/source.ts';
import { refuse, RefusalError, type FieldError, type Outcome } from '#kernel/problem/refusal.ts';
import { checkFields } from '#kernel/register/check.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import { documentById, documentsFor } from '#rooms/documents.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { counties } from '../../../counties/counties.ts';
import { programFolder } from '../config.ts';
import { findSubject, linkFile, writersOf, type FileSubject } from '../files/fileOperations.ts';
import type { FileStore } from '../files/fileStore.ts';
import { documentsOf } from '../operations/caseDocuments.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { allAreas } from '../storage/areas.ts';
import { linesOf } from '../storage/caseLines.ts';
import type { Transaction } from '../storage/database.ts';
import { findDocument, insertDocument, madeDocumentsOf, nextSerial, voidDocument, type StoredDocument } from '../storage/documents.ts';
import { writeJournal } from '../storage/journal.ts';
import { emit } from '../storage/outbox.ts';
import { findRecord } from '../storage/records.ts';
import { gate, runWorker } from '../workers/runWorker.ts';
import type { DocumentAnswer, DocumentJob } from './documentWorker.ts';

// Official documents of a case: which there are, making one (number, words, Word file, PDF, all in one transaction), and
// declaring one void. A made document is never changed.

/** Where documents are made: the store of their files, and the folder that may hold the county's fonts. */
export interface DocumentDesk {
  store: FileStore;
  dataFolder: string;
}

export interface DocumentList {
  items: MadeDocument[];
  /** What can be made of this case. */
  available: { document: string; isDue: boolean; missing: string[] }[];
  mayMake: boolean;
}

const renderGate = gate(1);

/** Documents made of a case, and those that can be made. */
export async function listDocuments(context: Context, actor: Actor, type: string, id: string): Promise<Outcome<DocumentList>> {
  return inTransaction(context, actor, async (tx) => {
    const subject = await mustFindCase(tx, type, id);
    const made = await madeDocumentsOf(tx, type, id);
    const called = documentsOf(caseOf(subject), subject.record as AnyCase, await linesOf(tx, type, id));
    return {
      items: made.map(labelled),
      available: documentsFor(type).map((declaration) => ({
        document: declaration.id,
        isDue: called.some(
          ({ document, at }) =>
            document === declaration.id && !made.some((each) => each.document === document && each.voidedAt === null && each.madeAt >= at),
        ),
        missing: missingFields(declaration, subject),
      })),
      mayMake: mayMake(actor, subject),
    };
  });
}

export interface DocumentAsk {
  /** Made by the client (UUIDv7): asked again, the document that exists is the answer. */
  id: string;
  document: string;
  input: Record<string, unknown>;
}

/** Makes a document: permission, what is still missing, number, words, files, row, event, journal. */
export async function makeDocument(
  context: Context,
  desk: DocumentDesk,
  actor: Actor,
  type: string,
  caseId: string,
  { id, document, input }: DocumentAsk,
): Promise<Outcome<MadeDocument>> {
  const declaration = documentById(document);
  if (!declaration?.of.includes(type))
    return refuse('document-unknown', 404, { zh: `没有文书“${document}”`, en: `There is no document "${document}" of this case type` });
  const asked = checkFields(declaration.asks ?? {}, input, { partial: false });
  if (!asked.ok) return asked;
  return inTransaction(context, actor, async (tx) => {
    const existing = await findDocument(tx, id);
    if (existing) return labelled(existing);
    const subject = await mustFindCase(tx, type, caseId);
    if (!mayMake(actor, subject))
      throw new RefusalError(refuse('role-missing', 403, { zh: '您的角色不能制作这份文书', en: 'Your role may not make this document' }));
    const missing = missingFields(declaration, subject);
    if (missing.length > 0) throw new RefusalError(fieldsMissing(subject, missing));

    const at = context.clock.now();
    const { agency, mark, county } = await countyOf(context);
    const series = declaration.numbering && {
      name: `${subject.record.demo ? 'demo ' : ''}${declaration.numbering.word}`,
      year: Number(localDate(at).slice(0, 4)),
    };
    const serial = series && (await nextSerial(tx, series.name, series.year));
    const number =
      series && serial && declaration.numbering
        ? documentNumber({ mark, word: declaration.numbering.word, year: series.year, serial, demo: subject.record.demo })
        : null;
    const filled: DocumentValues = {
      agency,
      county,
      number: number ?? '',
      madeOn: dateWords(localDate(at)),
      demo: subject.record.demo ? [{}] : [],
      ...declaration.values(await sourceOf(tx, subject, declaration, asked.value, { agency, county, madeOn: localDate(at) })),
    };
    const templatePath = join(programFolder, 'src', 'rooms', templateFile(declaration));
    const answer = await render({
      templatePath,
      values: filled,
      dataFolder: desk.dataFolder,
      title: declaration.label.zh,
      madeAt: at.toISOString(),
    });
    const name = `${declaration.label.zh}${number ?? `-${localDate(at)}`}`;
    const docx = await keep(context, desk.store, tx, subject, answer.docx, name, 'docx');
    const pdf = answer.pdf && (await keep(context, desk.store, tx, subject, answer.pdf, name, 'pdf'));
    const made: StoredDocument = {
      id,
      document,
      version: declaration.version,
      number,
      subjectKind: type,
      subjectId: caseId,
      areaCode: subject.record.areaCode,
      madeAt: at.toISOString(),
      madeBy: actor.name,
      docx,
      pdf,
      voidedAt: null,
      voidedBy: null,
      voidedWhy: null,
      demo: subject.record.demo,
    };
    const templateSha256 = createHash('sha256').update(readFileSync(templatePath)).digest('hex');
    await insertDocument(tx, { ...made, templateSha256, series: series && serial ? { ...series, serial } : null, filled });
    await tell(context, tx, 'document.made', made, '', {
      number,
      version: declaration.version,
      docx: docx.sha256,
      pdf: pdf?.sha256 ?? null,
    });
    return labelled(made);
  });
}

/** Declares a document void, with a reason; number, row and files stay. */
export async function declareVoid(context: Context, actor: Actor, id: string, why: string): Promise<Outcome<MadeDocument>> {
  if (why.trim() === '') {
    const text = { zh: '请填写作废的原因', en: 'Say why the document is void' };
    return refuse('reason-missing', 422, text, { fields: [{ field: 'why', value: null, rule: 'required', text }] });
  }
  return inTransaction(context, actor, async (tx) => {
    const found = await findDocument(tx, id);
    if (!found) throw new RefusalError(refuse('document-missing', 404, { zh: '没有这份文书', en: 'There is no such document' }));
    const subject = await mustFindCase(tx, found.subjectKind, found.subjectId);
    if (!mayMake(actor, subject))
      throw new RefusalError(refuse('role-missing', 403, { zh: '您的角色不能作废文书', en: 'Your role may not declare a document void' }));
    if (!(await voidDocument(tx, id, context.clock.now(), why.trim())))
      throw new RefusalError(refuse('document-void', 409, { zh: '这份文书已经作废', en: 'The document is void already' }));
    await tell(context, tx, 'document.voided', found, why.trim(), { number: found.number });
    return labelled((await findDocument(tx, id)) ?? found);
  });
}

async function mustFindCase(tx: Transaction, type: string, id: string): Promise<FileSubject> {
  if (!caseById(type))
    throw new RefusalError(refuse('case-type-unknown', 404, { zh: `没有业务流程“${type}”`, en: `There is no case type "${type}"` }));
  const subject = await findSubject(tx, type, id);
  if (subject.ok) return subject.value;
  throw new RefusalError(subject);
}

const caseOf = ({ declaration }: FileSubject) => declaration as CaseDeclaration;

/** A finished case still gets its last papers: what counts is the role. */
function mayMake(actor: Actor, { declaration, record }: FileSubject): boolean {
  return mayTouch(actor, writersOf(declaration), record.areaCode);
}

function labelled(stored: StoredDocument): MadeDocument {
  return { ...stored, label: documentById(stored.document)?.label ?? { zh: stored.document, en: stored.document } };
}

function missingFields({ requires }: DocumentDeclaration, { record }: FileSubject): string[] {
  return requires.filter((name) => {
    const value = record[name];
    return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
}

function fieldsMissing({ declaration, record }: FileSubject, names: readonly string[]) {
  const labels = names.map((name) => declaration.fields[name]?.label ?? { zh: name, en: name });
  const fields = names.map((field, at): FieldError => ({
    field,
    value: record[field] ?? null,
    rule: 'required',
    text: { zh: `请先填写“${labels[at]?.zh}”`, en: `"${labels[at]?.en}" must be filled first` },
  }));
  return refuse(
    'document-fields-missing',
    422,
    {
      zh: `案件中还缺：${labels.map(({ zh }) => zh).join('、')}，填写后再制作文书`,
      en: `Still missing in the case: ${labels.map(({ en }) => en).join(', ')}. Fill them, then make the document`,
    },
    { fields },
  );
}

async function countyOf({ county }: Context) {
  const pack = await counties.find(({ code }) => code === county)?.load();
  if (!pack) throw new Error(`there is no county pack ${county}`);
  return { agency: pack.agency.zh, mark: pack.documentMark, county: pack.name.zh };
}

async function sourceOf(
  tx: Transaction,
  subject: FileSubject,
  document: DocumentDeclaration,
  asked: Record<string, unknown>,
  facts: { agency: string; county: string; madeOn: string },
) {
  const { declaration, record } = subject;
  const names = new Map((await allAreas(tx)).map(({ code, name }) => [code, name.zh]));
  const related: Record<string, AnyRecord | null> = {};
  for (const [name, field] of Object.entries(declaration.fields)) {
    const target = field.kind === 'reference' ? (registerById(field.register) ?? caseById(field.register)) : undefined;
    const value = record[name];
    if (target && typeof value === 'string') related[name] = await findRecord(tx, target, value);
  }
  return documentSource({
    ...facts,
    declaration: caseOf(subject),
    found: record as AnyCase,
    lines: await linesOf(tx, declaration.id, record.id),
    related,
    asked,
    asks: document.asks ?? {},
    areaName: (code) => names.get(code) ?? code,
    madeBy: tx.actor.name,
  });
}

/** One at a time: each reads fonts of some twenty megabytes. */
function render(job: DocumentJob): Promise<DocumentAnswer> {
  return renderGate(() =>
    runWorker<DocumentJob, DocumentAnswer>(new URL('./documentWorker.ts', import.meta.url), job, { timeoutMs: 60_000, memoryMb: 512 }),
  );
}

async function keep(
  context: Context,
  store: FileStore,
  tx: Transaction,
  { declaration, record }: FileSubject,
  bytes: Uint8Array,
  name: string,
  kind: 'docx' | 'pdf',
): Promise<{ fileId: string; sha256: string }> {
  const source = (async function* () {
    yield Buffer.from(bytes);
  })();
  const received = await store.receive(source, () => ({ ok: true, value: { limit: bytes.length } }));
  if (!received.ok) throw new RefusalError(received);
  await store.keep(received.value);
  const link = await linkFile(context, tx, received.value, {
    id: randomUUIDv7(),
    subjectKind: declaration.id,
    subjectId: record.id,
    name: `${name}.${kind}`,
    kind,
    width: null,
    height: null,
    evidence: null,
    shrunkFrom: null,
    note: '',
    origin: 'document',
  });
  return { fileId: link.id, sha256: link.sha256 };
}

async function tell(
  context: Context,
  tx: Transaction,
  type: 'document.made' | 'document.voided',
  { id, document, areaCode, subjectKind, subjectId, demo }: StoredDocument,
  why: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await emit(tx, context.clock, [
    { type, areaCode, subject: { kind: subjectKind, id: subjectId }, demo, data: { document, documentId: id } },
  ]);
  const act = type === 'document.made' ? 'makeDocument' : 'voidDocument';
  await writeJournal(tx, context.clock, [{ act, subjectKind, subjectId, areaCode, why, detail: { document, documentId: id, ...detail } }]);
}
