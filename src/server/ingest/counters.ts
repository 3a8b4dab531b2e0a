import type { Clock } from '#kernel/clock/clock.ts';
import type { CounterRow } from '#server/storage/ingestStore.ts';

// Every outcome of ingest is counted under a name, a protocol and a reason; the last damaged frames of each reason are kept, so
// that "refused: checksum, 4,211 times" can be looked into. Nothing a device sends disappears without a number going up.

export interface KeptFrame {
  protocol: string;
  reason: string;
  at: string;
  remote: string;
  /** As printed by the codec: text, or hexadecimal for binary protocols. */
  frame: string;
  message: string;
}

const keptPerReason = 20;
const mostReasons = 500;
const longestFrame = 1024;

interface Tally {
  row: CounterRow;
  /** Counted since it was saved last. */
  unsaved: number;
}

export class Counters {
  readonly #clock: Clock;
  readonly #tallies: Tally[] = [];
  /** By name, protocol and reason, one map in the other: several are counted for each message, and a joined key costs more than three looks. */
  readonly #places = new Map<string, Map<string, Map<string, Tally>>>();
  readonly #frames = new Map<string, KeptFrame[]>();

  constructor(clock: Clock, saved: readonly CounterRow[] = []) {
    this.#clock = clock;
    for (const row of saved) this.#add({ ...row, count: Number(row.count) });
  }

  #find({ name, protocol, reason }: Omit<CounterRow, 'count'>): Tally | undefined {
    return this.#places.get(name)?.get(protocol)?.get(reason);
  }

  #add(row: CounterRow): Tally {
    const tally = { row, unsaved: 0 };
    const ofName = this.#places.get(row.name) ?? new Map<string, Map<string, Tally>>();
    const ofProtocol = ofName.get(row.protocol) ?? new Map<string, Tally>();
    this.#places.set(row.name, ofName);
    ofName.set(row.protocol, ofProtocol);
    ofProtocol.set(row.reason, tally);
    this.#tallies.push(tally);
    return tally;
  }

  /** Names: accepted, answered, connection, duplicate, flooding, logDamaged, reading, refused, unknownDevice. */
  count(protocol: string, name: string, reason = '', times = 1): void {
    let tally = this.#places.get(name)?.get(protocol)?.get(reason);
    if (tally === undefined) {
      if (this.#tallies.length >= mostReasons) return;
      tally = this.#add({ name, protocol, reason, count: 0 });
    }
    tally.row.count += times;
    tally.unsaved += times;
  }

  /** Counts bytes that were no message and keeps them to be looked at. */
  refuse(protocol: string, reason: string, remote: string, frame: string, message: string): void {
    this.count(protocol, 'refused', reason);
    const key = `${protocol}|${reason}`;
    const frames = this.#frames.get(key) ?? [];
    if (frames.length === 0 && this.#frames.size >= mostReasons) return;
    this.#frames.set(key, frames);
    frames.push({ protocol, reason, at: this.#clock.now().toISOString(), remote, frame: frame.slice(0, longestFrame), message });
    if (frames.length > keptPerReason) frames.shift();
  }

  list(): CounterRow[] {
    return this.#tallies.map(({ row }) => ({ ...row })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  frames(): KeptFrame[] {
    return [...this.#frames.values()].flat();
  }

  /** Takes what was counted since the last call, to be saved; give it back when that fails. */
  takeUnsaved(): CounterRow[] {
    const changed = this.#tallies.filter(({ unsaved }) => unsaved !== 0);
    const rows = changed.map(({ row, unsaved }) => ({ ...row, count: unsaved }));
    for (const tally of changed) tally.unsaved = 0;
    return rows;
  }

  giveBack(rows: readonly CounterRow[]): void {
    for (const row of rows) {
      const tally = this.#find(row);
      if (tally) tally.unsaved += row.count;
    }
  }
}

function keyOf({ name, protocol, reason }: Omit<CounterRow, 'count'>): string {
  return `${name}|${protocol}|${reason}`;
}
