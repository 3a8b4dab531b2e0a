import type { Actor } from '#kernel/access/access.ts';
import { decided, seenCaseVersion, type DeviceBook, type Entry } from '#kernel/offline/deviceBook.ts';
import { meet } from '#kernel/offline/merge.ts';
import { inConflict, resolvedAs, type OfflineWrite } from '#kernel/offline/offlineWrite.ts';
import { refuse, RefusalError, type Outcome, type Refusal } from '#kernel/problem/refusal.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { act, openCase } from '../operations/caseOperations.ts';
import type { Context } from '../operations/context.ts';
import { change, create, inTransaction, missing } from '../operations/registerOperations.ts';
import { inside, type Transaction } from '../storage/database.ts';
import { writeJournal } from '../storage/journal.ts';
import { findWrite, keepWrite } from '../storage/offlineWrites.ts';
import { carryOut, note, openBook, type OutcomeOfWrite } from './deliverWrites.ts';
import { askOf, conflictWith, currentRecord, differing } from './settle.ts';

// A person decides about a write in conflict, or refused: their own, what stands, or values of their own choice.

export interface Resolution {
  choice: 'mine' | 'theirs' | 'fields';
  /** For `fields`: values over those of the write. */
  fields?: Readonly<Record<string, unknown>> | undefined;
  /** Version of the record the person looked at while deciding; null when there was none. */
  version: number | null;
}

/** Answers with the outcome of every write that this released; if the record moved on meanwhile, with the new conflict. */
export async function resolveWrite(context: Context, actor: Actor, id: string, made: Resolution): Promise<Outcome<OutcomeOfWrite[]>> {
  return inTransaction(context, actor, async (tx) => {
    const known = await findWrite(tx, id);
    if (!known) throw new RefusalError(noWrite);
    const book = await openBook(context, tx, known.write);
    // Read again: the lock on the device may have been waited for.
    const entry = book.entries.get(id);
    if (!entry || !['conflict', 'refused'].includes(entry.outcome.state)) throw new RefusalError(alreadySettled);
    const fate = made.choice === 'theirs' ? resolvedAs(null) : await carryThrough(context, tx, book, entry, made);
    if (fate.state === 'conflict') {
      const still: Entry = { write: { ...entry.write, body: chosenBody(entry.write, made) }, outcome: fate };
      await keepWrite(tx, still, context.clock.now());
      return [{ id, sequence: entry.write.sequence, ...fate }];
    }
    if (made.choice === 'theirs') await journalGivenUp(context, tx, entry.write);
    const step = await carryOut(context, tx, decided(book, entry.write, fate));
    const outcomes = new Map<string, OutcomeOfWrite>();
    for (const each of step.touched) note(outcomes, step.book, each);
    return [...outcomes.values()];
  });
}

/** Writes what the person chose over what they looked at. Throws the refusal of the operation. */
async function carryThrough(context: Context, tx: Transaction, book: DeviceBook, { write, outcome }: Entry, made: Resolution) {
  const within: Context = { ...context, database: inside(context.database, tx, 'offline') };
  const { actor } = tx;
  const body = chosenBody(write, made);
  const { kind, type, recordId } = write;
  const caseType = kind === 'caseOpen' || kind === 'caseAct' ? caseById(type) : undefined;
  const declaration = caseType ?? registerById(type);
  if (!declaration) throw new RefusalError(noWrite);
  const current = await currentRecord(within, actor, declaration, { recordId, body });
  const input = caseType ? askOf(body).input : body;
  // In a conflict the person looked at a version; a refused write still stands on the one it was made on.
  const seen = outcome.state === 'conflict' ? made.version : kind === 'caseAct' ? seenCaseVersion(book, write) : write.baseVersion;
  if (current && seen !== current.version) {
    const meeting =
      outcome.state === 'refused' && kind !== 'caseAct'
        ? meet({ ...write, body: input }, { version: current.version, values: current })
        : null;
    if (!meeting) return inConflict(conflictWith(current, differing(input, current)));
    if (meeting.kind === 'conflict') return inConflict(conflictWith(current, meeting.fields));
  }
  if (caseType) {
    if (current && kind === 'caseOpen') throw new RefusalError(alreadyOpen);
    const ask = { ...askOf(body), version: current?.version ?? null };
    return resolvedAs(must(await (current ? act : openCase)(within, actor, caseType, recordId, ask)).version);
  }
  if (!current && kind !== 'create') throw new RefusalError(missing(declaration));
  const done = current
    ? await change(within, actor, declaration, recordId, current.version, body)
    : await create(within, actor, declaration, recordId, body);
  return resolvedAs(must(done).version);
}

function chosenBody(write: OfflineWrite, made: Resolution): Record<string, unknown> {
  return made.choice === 'fields' ? { ...write.body, ...made.fields } : { ...write.body };
}

async function journalGivenUp(context: Context, tx: Transaction, { type, recordId, id, sequence, kind, madeAt, body }: OfflineWrite) {
  await writeJournal(tx, context.clock, [
    {
      act: 'offlineGivenUp',
      subjectKind: type,
      subjectId: recordId,
      areaCode: tx.actor.areaCode,
      why: 'offline',
      detail: { write: id, sequence, kind, madeAt, fields: Object.keys(body) },
    },
  ]);
}

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new RefusalError(outcome);
}

const noWrite: Refusal = refuse('offline-write-missing', 404, { zh: '没有这条离线记录', en: 'There is no such offline write' });
const alreadySettled: Refusal = refuse('offline-write-settled', 409, {
  zh: '这条离线记录已处理完毕，请刷新',
  en: 'This offline write is settled already; reload',
});
const alreadyOpen: Refusal = refuse('case-already-open', 409, {
  zh: '案件已经立案，请放弃这条记录并在案件中补充',
  en: 'The case is open already: give this write up and add to the case',
});
