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

export class Counters {
  readonly #clock: Clock;
  readonly #rows = new Map<string, CounterRow>();
  readonly #unsaved = new Map<string, number>();
  readonly #frames = new Map<string, KeptFrame[]>();

  constructor(clock: Clock, saved: readonly CounterRow[] = []) {
    this.#clock = clock;
    for (const row of saved) this.#rows.set(keyOf(row), { ...row, count: Number(row.count) });
  }

  /** Names: accepted, answered, connection, duplicate, flooding, logDamaged, reading, refused, unknownDevice. */
  count(protocol: string, name: string, reason = '', times = 1): void {
    const key = keyOf({ name, protocol, reason });
    const row = this.#rows.get(key);
    if (row) row.count += times;
    else if (this.#rows.size < mostReasons) this.#rows.set(key, { name, protocol, reason, count: times });
    else return;
    this.#unsaved.set(key, (this.#unsaved.get(key) ?? 0) + times);
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
    return [...this.#rows.values()].map((row) => ({ ...row })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  frames(): KeptFrame[] {
    return [...this.#frames.values()].flat();
  }

  /** Takes what was counted since the last call, to be saved; give it back when that fails. */
  takeUnsaved(): CounterRow[] {
    const rows = [...this.#unsaved].flatMap(([key, count]) => {
      const row = this.#rows.get(key);
      return row ? [{ ...row, count }] : [];
    });
    this.#unsaved.clear();
    return rows;
  }

  giveBack(rows: readonly CounterRow[]): void {
    for (const row of rows) this.#unsaved.set(keyOf(row), (this.#unsaved.get(keyOf(row)) ?? 0) + row.count);
  }
}

function keyOf({ name, protocol, reason }: Omit<CounterRow, 'count'>): string {
  return `${name}|${protocol}|${reason}`;
}
