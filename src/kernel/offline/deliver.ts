import { decided, receive, seenCaseVersion, settled, type DeviceBook, type Step } from './deviceBook.ts';
import { meet } from './merge.ts';
import { appliedAs, inConflict, refusedFor, resolvedAs, type OfflineWrite, type Problem, type WriteOutcome } from './offlineWrite.ts';

// The rules of delivery as a whole, over records held in memory: what the server does with its tables, without the tables.
// Read it to know what becomes of a write; server/offline/ asks the same questions in the same order.

export interface HeldRecord {
  version: number;
  values: Readonly<Record<string, unknown>>;
  by: string;
  at: string;
}

export interface DeliveryState {
  /** By device id. */
  books: ReadonlyMap<string, DeviceBook>;
  /** By type and id, as `keyOf` gives it. */
  records: ReadonlyMap<string, HeldRecord>;
}

export interface Delivered {
  state: DeliveryState;
  /** Outcome of every write this delivery touched, by write id, the delivered one included. */
  outcomes: ReadonlyMap<string, WriteOutcome>;
  isNumberTaken: boolean;
}

/** What a register or case type refuses; null when a write is in order. */
export type Validate = (write: OfflineWrite) => Problem | null;

/** A person's choice about a conflict or a refusal. `fields`: their own values over what they had written. */
export type Choice = { choice: 'mine' } | { choice: 'theirs' } | { choice: 'fields'; fields: Readonly<Record<string, unknown>> };

export const nothingDelivered: DeliveryState = { books: new Map(), records: new Map() };
const emptyBook: DeviceBook = { next: 1, entries: new Map() };

export function keyOf({ type, recordId }: Pick<OfflineWrite, 'type' | 'recordId'>): string {
  return `${type}/${recordId}`;
}

/** Takes one delivery of one write. */
export function deliver(state: DeliveryState, write: OfflineWrite, validate: Validate = () => null): Delivered {
  return run(state, write, receive(state.books.get(write.deviceId) ?? emptyBook, write), validate);
}

/** Takes a person's decision about a write in conflict, or refused. Throws when there is no such write. */
export function resolve(state: DeliveryState, { deviceId, id }: OfflineWrite, made: Choice, validate: Validate = () => null): Delivered {
  const book = state.books.get(deviceId);
  const entry = book?.entries.get(id);
  if (!book || !entry || !['conflict', 'refused'].includes(entry.outcome.state)) throw new Error(`no open write ${id}`);
  const { write } = entry;
  if (made.choice === 'theirs') return run(state, write, decided(book, write, resolvedAs(null)), validate);
  const chosen = { ...write, body: made.choice === 'fields' ? { ...write.body, ...made.fields } : write.body };
  const problem = validate(chosen);
  if (problem) return run(state, write, decided(book, write, refusedFor(problem)), validate);
  const after = written(state, chosen, chosen.body);
  return run(after.state, write, decided(book, write, resolvedAs(after.version)), validate);
}

function run(state: DeliveryState, { deviceId, id }: OfflineWrite, first: Step, validate: Validate): Delivered {
  let now = state;
  let step = first;
  while (step.settle) {
    const fate = settle(now, step, step.settle, validate);
    now = fate.state;
    step = settled(step, fate.outcome);
  }
  const books = new Map([...now.books, [deviceId, step.book]]);
  const ids = new Set([...step.touched, id]);
  const outcomes = new Map([...step.book.entries].filter(([each]) => ids.has(each)).map(([each, { outcome }]) => [each, outcome]));
  return { state: { ...now, books }, outcomes, isNumberTaken: step.isNumberTaken };
}

function settle(
  state: DeliveryState,
  step: Step,
  write: OfflineWrite,
  validate: Validate,
): { state: DeliveryState; outcome: WriteOutcome } {
  const problem = validate(write);
  if (problem) return { state, outcome: refusedFor(problem) };
  const current = state.records.get(keyOf(write));
  const isNew = write.kind === 'create' || write.kind === 'caseOpen';
  if (!current && !isNew) return { state, outcome: refusedFor(missing) };
  if (!current) {
    const made = written(state, write, write.body);
    return { state: made.state, outcome: appliedAs(made.version) };
  }
  const { version, by, at } = current;
  if (write.kind === 'caseAct') {
    // An action was decided on what its person saw of the case, so it does not merge.
    if (seenCaseVersion(step.book, write) !== version) return { state, outcome: inConflict({ version, by, at, fields: [] }) };
    const acted = written(state, write, write.body);
    return { state: acted.state, outcome: appliedAs(acted.version) };
  }
  const meeting = meet(write, current);
  if (meeting.kind === 'conflict') return { state, outcome: inConflict({ version, by, at, fields: meeting.fields }) };
  if (meeting.kind === 'agreed') return { state, outcome: appliedAs(version) };
  const after = written(state, write, meeting.values);
  return { state: after.state, outcome: appliedAs(after.version) };
}

function written(state: DeliveryState, write: OfflineWrite, values: Readonly<Record<string, unknown>>) {
  const before = state.records.get(keyOf(write));
  const version = (before?.version ?? 0) + 1;
  const after: HeldRecord = { version, values: { ...before?.values, ...values }, by: write.deviceId, at: write.madeAt };
  return { version, state: { ...state, records: new Map([...state.records, [keyOf(write), after]]) } };
}

const missing: Problem = {
  code: 'record-missing',
  text: { zh: '没有这条记录，或您无权查看', en: 'No such record, or you may not see it' },
};
