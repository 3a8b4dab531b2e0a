import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import type { OfflineWrite, WriteOutcome } from '#kernel/offline/offlineWrite.ts';

// The browser's own database: writes on their way to the server, and the last answers the server gave. It never leaves the
// device; answers go when somebody logs out, writes stay until they arrived.

/** A write on this device. */
export interface LocalWrite extends OfflineWrite {
  accountId: string;
  /** What the record is called, for the list. */
  title: string;
  /** What the server said of it; null: it has not been sent. */
  outcome: WriteOutcome | null;
}

interface Device {
  accountId: string;
  deviceId: string;
  /** Number of the next write. */
  next: number;
}

export interface KeptAnswer {
  /** Account and path. */
  key: string;
  accountId: string;
  atMs: number;
  body: unknown;
}

export class OfflineDatabase extends Dexie {
  declare readonly devices: EntityTable<Device, 'accountId'>;
  declare readonly writes: EntityTable<LocalWrite, 'id'>;
  declare readonly answers: EntityTable<KeptAnswer, 'key'>;

  constructor(options: DexieOptions = {}) {
    super('anlan', options);
    this.version(1).stores({ devices: 'accountId', writes: 'id, accountId', answers: 'key, accountId, atMs' });
  }
}

let opened: OfflineDatabase | null = null;

export function offlineDatabase(): OfflineDatabase {
  opened ??= new OfflineDatabase();
  return opened;
}
