import { systemClock } from '#kernel/clock/clock.ts';
import { isSettled, type OfflineWrite, type WriteOutcome } from '#kernel/offline/offlineWrite.ts';
import { newId } from '#web/api/newId.ts';
import { offlineDatabase, type LocalWrite, type OfflineDatabase } from './offlineDatabase.ts';
import { setCounts } from './offlineState.ts';

// The outbox of one account on this device. A write gets its number and is stored in one transaction, so no two have the
// same number and none is missing, whatever tab makes them and whenever the power goes.

export type NewWrite = Pick<OfflineWrite, 'kind' | 'type' | 'recordId' | 'baseVersion' | 'base' | 'body'> & { title: string };

export class Outbox {
  readonly #accountId: string;
  readonly #database: OfflineDatabase;
  readonly #tell: (pending: number, attention: number) => void;

  constructor(
    accountId: string,
    database: OfflineDatabase = offlineDatabase(),
    tell: (pending: number, attention: number) => void = (pending, attention) => setCounts(accountId, pending, attention),
  ) {
    this.#accountId = accountId;
    this.#database = database;
    this.#tell = tell;
  }

  /** Keeps a write until the server has it. One about a record with an earlier write here is made on top of that one. */
  async keep(draft: NewWrite): Promise<LocalWrite> {
    const { devices, writes } = this.#database;
    const kept = await this.#database.transaction('rw', devices, writes, async () => {
      const device = (await devices.get(this.#accountId)) ?? { accountId: this.#accountId, deviceId: newId(), next: 1 };
      const isOnTop = (await this.about(draft.type, draft.recordId)).length > 0;
      const write: LocalWrite = {
        ...draft,
        id: newId(),
        baseVersion: isOnTop ? null : draft.baseVersion,
        deviceId: device.deviceId,
        sequence: device.next,
        madeAt: systemClock.now().toISOString(),
        accountId: this.#accountId,
        outcome: null,
      };
      await writes.add(write);
      await devices.put({ ...device, next: device.next + 1 });
      return write;
    });
    await this.count();
    return kept;
  }

  /** Everything here, in the order it was made; what was given up only while the server must still hear of it. */
  async all(): Promise<LocalWrite[]> {
    const found = await this.#database.writes.where('accountId').equals(this.#accountId).toArray();
    return found.sort(byMaking);
  }

  /** Writes about one record that still matter. */
  async about(type: string, recordId: string): Promise<LocalWrite[]> {
    return (await this.all()).filter((write) => write.type === type && write.recordId === recordId && write.kind !== 'withdrawn');
  }

  /** What the server does not have yet, in order. */
  async unsent(): Promise<LocalWrite[]> {
    const all = await this.all();
    return all.filter(({ outcome }) => outcome === null || outcome.state === 'waiting').sort((a, b) => a.sequence - b.sequence);
  }

  /** Gives a write up before it is known to have arrived. Its number stays, empty, so that no gap holds up the others. */
  async withdraw(id: string): Promise<void> {
    await this.#database.writes.update(id, { kind: 'withdrawn', base: {}, body: {} });
    await this.count();
  }

  /** Notes what the server said. What is settled leaves the device. */
  async note(outcomes: readonly (WriteOutcome & { id: string })[]): Promise<LocalWrite[]> {
    const { writes } = this.#database;
    const left: LocalWrite[] = [];
    await this.#database.transaction('rw', writes, async () => {
      for (const { id, state, version, problem, conflict } of outcomes) {
        const held = await writes.get(id);
        if (!held) continue;
        if (isSettled(state)) {
          left.push({ ...held, outcome: { state, version, problem, conflict } });
          await writes.delete(id);
        } else await writes.update(id, { outcome: { state, version, problem, conflict } });
      }
    });
    await this.count();
    return left;
  }

  /** Numbers everything unsent anew under a new device id: this storage is a copy of another, or of an older state. */
  async renumber(): Promise<void> {
    const { devices, writes } = this.#database;
    await this.#database.transaction('rw', devices, writes, async () => {
      const deviceId = newId();
      const unsent = await this.unsent();
      for (const [index, write] of unsent.entries()) await writes.update(write.id, { deviceId, sequence: index + 1 });
      await devices.put({ accountId: this.#accountId, deviceId, next: unsent.length + 1 });
    });
  }

  async count(): Promise<void> {
    const all = (await this.all()).filter(({ kind }) => kind !== 'withdrawn');
    const pending = all.filter(({ outcome }) => outcome === null || outcome.state === 'waiting').length;
    this.#tell(pending, all.length - pending);
  }
}

/** In the order they were made, whatever devices they were made on. */
export function byMaking(a: Pick<OfflineWrite, 'madeAt' | 'sequence'>, b: Pick<OfflineWrite, 'madeAt' | 'sequence'>): number {
  return a.madeAt === b.madeAt ? a.sequence - b.sequence : a.madeAt < b.madeAt ? -1 : 1;
}
