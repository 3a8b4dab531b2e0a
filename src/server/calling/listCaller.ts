import type { Actor } from '#kernel/access/access.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Channel } from '#kernel/message/message.ts';
import type { CallEntry, CallList } from '#kernel/message/callList.ts';
import { lockCallEntry, lockDueEntries, nextEntryAt, saveCallEntry } from '../storage/callLists.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { fileDelivery, wakePostman } from '../storage/deliveries.ts';
import { emit } from '../storage/outbox.ts';
import { Rounds } from './rounds.ts';

// Works off call lists: sends by the channels of the list, again after the stated minutes, and climbs to the next in line when
// somebody was not reached in the stated number of tries. In a list that people call themselves it only watches the minutes.

const caller: Actor = { kind: 'system', accountId: null, name: '叫应', roles: [], areaCode: '', posts: [], from: 'internal' };
const atOnce = 200;

export class ListCaller {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #rounds: Rounds;

  constructor(database: Database, clock: Clock, report: (error: Error) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#rounds = new Rounds(clock, () => this.#round(), report);
  }

  wake(): void {
    this.#rounds.wake();
  }

  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  #round(): Promise<Date | null> {
    return this.#database.transaction(caller, async (tx) => {
      const due = await lockDueEntries(tx, this.#clock.now(), atOnce);
      for (const { list, entry } of due) await this.#call(tx, list, entry);
      if (due.length > 0) await wakePostman(tx);
      await tellOf(
        tx,
        this.#clock,
        due.map(({ list }) => list),
      );
      return nextEntryAt(tx);
    });
  }

  async #call(tx: Transaction, list: CallList, entry: CallEntry): Promise<void> {
    const now = this.#clock.now();
    const mayTry = list.channels.length > 0 && entry.tries < list.tries;
    if (!mayTry) {
      const line = { at: now.toISOString(), by: caller.name, kind: 'noAnswer' as const, channel: '', text: '' };
      await saveCallEntry(tx, { ...entry, state: 'noAnswer', nextAt: null, lines: [...entry.lines, line] });
      return climb(tx, this.#clock, entry, caller.name);
    }
    for (const channel of list.channels)
      await fileDelivery(
        tx,
        this.#clock,
        {
          channel: channel as Channel,
          address: entry.phone,
          recipientName: entry.name,
          subject: list.title,
          text: list.message,
          about: { kind: 'callEntry', id: entry.id },
          areaCode: entry.areaCode,
          demo: list.demo,
        },
        entry.phone === '' ? '没有电话号码' : null,
      );
    const line = { at: now.toISOString(), by: caller.name, kind: 'calling' as const, channel: list.channels.join(' '), text: '' };
    const nextAt = new Date(now.getTime() + list.minutes * 60_000).toISOString();
    await saveCallEntry(tx, { ...entry, state: 'calling', tries: entry.tries + 1, nextAt, lines: [...entry.lines, line] });
  }
}

/** Hands on to the next in line, who is called at once unless already reached or being called. */
export async function climb(tx: Transaction, clock: Clock, from: CallEntry, by: string): Promise<void> {
  if (from.superiorId === null) return;
  const found = await lockCallEntry(tx, from.superiorId);
  if (!found) return;
  const { list, entry } = found;
  const line = { at: clock.now().toISOString(), by, kind: 'climbed' as const, channel: '', text: `${from.name} ${from.role}` };
  const isIdle = entry.state === 'notYet' && entry.nextAt === null;
  // Where people call, the next in line has the stated minutes from now.
  const waitMs = list.channels.length > 0 ? 0 : list.minutes * 60_000;
  const nextAt = isIdle ? new Date(clock.nowMs() + waitMs).toISOString() : entry.nextAt;
  await saveCallEntry(tx, { ...entry, nextAt, lines: [...entry.lines, line] });
}

/** Tells the desks which lists changed. */
export async function tellOf(tx: Transaction, clock: Clock, lists: readonly CallList[]): Promise<void> {
  const changed = new Map(lists.map((list) => [list.id, list]));
  await emit(
    tx,
    clock,
    [...changed.values()].map(({ areaCode, demo, id }) => ({
      type: 'callList.changed',
      areaCode,
      subject: { kind: 'callList', id },
      demo,
      data: {},
    })),
  );
}
