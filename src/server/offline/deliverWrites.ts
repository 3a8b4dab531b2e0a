import type { Actor } from '#kernel/access/access.ts';
import { receive, settled, type DeviceBook, type Step } from '#kernel/offline/deviceBook.ts';
import type { OfflineWrite, WriteOutcome } from '#kernel/offline/offlineWrite.ts';
import { accept, refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import type { Context } from '../operations/context.ts';
import { inTransaction } from '../operations/registerOperations.ts';
import { inside, type Transaction } from '../storage/database.ts';
import { bookOf, keepNext, keepWrite, lockDevice } from '../storage/offlineWrites.ts';
import { settle } from './settle.ts';

// Takes what a device sends when it is back: each write in a transaction of its own, together with its outcome, so a broken
// connection or a killed server leaves either both or neither.

export interface OutcomeOfWrite extends WriteOutcome {
  id: string;
  sequence: number;
}

export interface Delivery {
  /** Number the server expects next of this device. */
  nextSequence: number;
  /** Outcome of every write sent, and of those they released. */
  outcomes: OutcomeOfWrite[];
  /** A write whose number another write has; it and those after it were not taken: the device must number anew under another id. */
  numberTaken: string | null;
}

export async function deliverWrites(
  context: Context,
  actor: Actor,
  deviceId: string,
  writes: readonly Omit<OfflineWrite, 'deviceId'>[],
): Promise<Outcome<Delivery>> {
  const outcomes = new Map<string, OutcomeOfWrite>();
  let nextSequence = 1;
  for (const each of writes) {
    const write: OfflineWrite = { ...each, deviceId };
    const taken = await inTransaction(context, actor, (tx) => deliverOne(context, tx, write));
    if (!taken.ok) return taken;
    const { step } = taken.value;
    for (const id of new Set([...step.touched, write.id])) note(outcomes, step.book, id);
    nextSequence = step.book.next;
    // The rest may stand on this one: it comes again once the device has numbered anew.
    if (step.isNumberTaken) return accept({ nextSequence, outcomes: [...outcomes.values()], numberTaken: write.id });
  }
  return accept({ nextSequence, outcomes: [...outcomes.values()], numberTaken: null });
}

async function deliverOne(context: Context, tx: Transaction, write: OfflineWrite): Promise<{ step: Step }> {
  const book = await openBook(context, tx, write);
  return { step: await carryOut(context, tx, receive(book, write)) };
}

/** The device's book, locked until the transaction ends. Throws when the device is another account's. */
export async function openBook(context: Context, tx: Transaction, write: OfflineWrite): Promise<DeviceBook> {
  const device = await lockDevice(tx, write.deviceId, context.clock.now());
  if (!device) {
    throw new RefusalError(
      refuse('device-foreign', 403, { zh: '该设备编号属于另一个账号', en: 'The device id belongs to another account' }),
    );
  }
  return bookOf(tx, device.next, write);
}

/** Settles what a step names until nothing more can be, and keeps every outcome. */
export async function carryOut(context: Context, tx: Transaction, first: Step): Promise<Step> {
  const within: Context = { ...context, database: inside(context.database, tx, 'offline') };
  let step = first;
  while (step.settle) step = settled(step, await settle(within, tx.actor, step.book, step.settle));
  const at = context.clock.now();
  for (const id of new Set(step.touched)) {
    const entry = step.book.entries.get(id);
    if (entry) await keepWrite(tx, entry, at);
  }
  const deviceId = [...step.book.entries.values()][0]?.write.deviceId;
  if (deviceId) await keepNext(tx, deviceId, step.book.next, at);
  return step;
}

export function note(outcomes: Map<string, OutcomeOfWrite>, book: DeviceBook, id: string): void {
  const entry = book.entries.get(id);
  if (entry) outcomes.set(id, { id, sequence: entry.write.sequence, ...entry.outcome });
}
