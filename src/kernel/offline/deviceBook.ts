import { blocked, isSettled, resolvedAs, waiting, type OfflineWrite, type WriteOutcome } from './offlineWrite.ts';

// What is known of one device's writes, and the order in which they are settled. A step says which write to settle next;
// whoever keeps the records settles it and comes back with the outcome:
//
//   let step = receive(book, write);
//   while (step.settle) step = settled(step, settleIt(step.settle));

export interface Entry {
  write: OfflineWrite;
  outcome: WriteOutcome;
}

export interface DeviceBook {
  /** Number of the write that may be settled next. */
  next: number;
  /** By id of the write. Settled ones may be left out, except the one that comes again and those of the same record. */
  entries: ReadonlyMap<string, Entry>;
}

export interface Step {
  book: DeviceBook;
  /** Ids of writes whose outcome was set on the way. */
  touched: readonly string[];
  /** The write to settle now; null when nothing more can be. */
  settle: OfflineWrite | null;
  /** The number belongs to another write: the device's storage was copied, or came back from a backup. */
  isNumberTaken: boolean;
}

/** Takes a delivery: a repeated one changes nothing, an early one is held. */
export function receive(book: DeviceBook, write: OfflineWrite): Step {
  const known = book.entries.get(write.id);
  if (known) {
    // Held and then given up on the device: what is held gives way.
    const givenUp = write.kind === 'withdrawn' && known.outcome.state === 'waiting';
    return givenUp ? forward(withEntry(book, { write, outcome: waiting }), [write.id]) : forward(book, []);
  }
  if (write.sequence < book.next || [...book.entries.values()].some((entry) => entry.write.sequence === write.sequence)) {
    return { book, touched: [], settle: null, isNumberTaken: true };
  }
  return forward(withEntry(book, { write, outcome: waiting }), [write.id]);
}

/** Notes what became of the write that the step named, and goes on. */
export function settled(step: Step, outcome: WriteOutcome): Step {
  if (!step.settle) return step;
  return conclude(step.book, step.settle, outcome, step.touched);
}

/** Notes that a person decided about a write, and goes on with what waited for it. */
export function decided(book: DeviceBook, write: OfflineWrite, outcome: WriteOutcome): Step {
  return conclude(book, write, outcome, []);
}

/** Version a case had when its person acted: as stated, or as the device's own earlier write left it; null when nothing tells. */
export function seenCaseVersion(book: DeviceBook, write: OfflineWrite): number | null {
  if (write.baseVersion !== null) return write.baseVersion;
  const before = ofRecord(book, write)
    .filter((entry) => entry.write.sequence < write.sequence && entry.outcome.version !== null)
    .at(-1);
  return before?.outcome.version ?? null;
}

function conclude(book: DeviceBook, write: OfflineWrite, outcome: WriteOutcome, touched: readonly string[]): Step {
  const next = write.sequence === book.next ? book.next + 1 : book.next;
  const after = withEntry({ ...book, next }, { write, outcome });
  return forward(after, [...touched, write.id], isSettled(outcome.state) ? write : undefined);
}

/** The next write that can be settled: first of the record that was just freed, then by number. */
function forward(book: DeviceBook, touched: readonly string[], freedBy?: OfflineWrite): Step {
  const freed = freedBy && ofRecord(book, freedBy).find((entry) => !isSettled(entry.outcome.state));
  if (freed?.outcome.state === 'blocked') return { book, touched, settle: freed.write, isNumberTaken: false };
  const due = [...book.entries.values()].find((entry) => entry.write.sequence === book.next && entry.outcome.state === 'waiting');
  if (!due) return { book, touched, settle: null, isNumberTaken: false };
  if (due.write.kind === 'withdrawn') return conclude(book, due.write, resolvedAs(null), touched);
  const before = ofRecord(book, due.write).filter((entry) => entry.write.sequence < due.write.sequence);
  if (before.some((entry) => !isSettled(entry.outcome.state))) return conclude(book, due.write, blocked, touched);
  return { book, touched, settle: due.write, isNumberTaken: false };
}

/** Entries about the same record, in the order they were made. */
function ofRecord(book: DeviceBook, { type, recordId }: OfflineWrite): Entry[] {
  return [...book.entries.values()]
    .filter(({ write }) => write.type === type && write.recordId === recordId)
    .sort((a, b) => a.write.sequence - b.write.sequence);
}

function withEntry(book: DeviceBook, entry: Entry): DeviceBook {
  return { ...book, entries: new Map([...book.entries, [entry.write.id, entry]]) };
}
