import type { OfflineWrite } from './offlineWrite.ts';

// Random histories for the property test: what several people do on devices without network, and how it arrives.

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const fields = ['name', 'phone', 'state', 'note'];
/** Records everybody saw before the network went away, at version 1. */
export const shared = ['shared-1', 'shared-2'];
export const sharedValues = { name: 'name-0', phone: 'phone-0', state: 'state-0', note: 'note-0' };
/** A value that is refused. */
export const bad = 'bad';

/** What two to four devices write offline. `fewValues`: they often mean the same. */
export function aHistory(random: () => number, fewValues = false): OfflineWrite[] {
  const writes: OfflineWrite[] = [];
  const devices = 2 + Math.floor(random() * 3);
  for (let device = 1; device <= devices; device += 1) {
    const seen = new Map<string, Record<string, unknown>>(shared.map((id) => [id, { ...sharedValues }]));
    const mine = new Set<string>();
    const count = 1 + Math.floor(random() * 7);
    for (let sequence = 1; sequence <= count; sequence += 1) {
      const fresh = random() < 0.2;
      const recordId = fresh ? `own-${device}-${sequence}` : pick(random, [...seen.keys()]);
      const values = seen.get(recordId) ?? {};
      const changed = fields.filter(() => random() < 0.4);
      const chosen = changed.length > 0 ? changed : [pick(random, fields)];
      const value = (field: string) => {
        if (random() < 0.03) return bad;
        return fewValues ? `${field}-${Math.floor(random() * 3)}` : `${field}-${device}.${sequence}`;
      };
      const body = Object.fromEntries(chosen.map((field) => [field, value(field)]));
      writes.push({
        id: `${device}.${sequence}`,
        deviceId: `device-${device}`,
        sequence,
        madeAt: '2026-07-01T00:00:00.000Z',
        kind: random() < 0.04 ? 'withdrawn' : fresh ? 'create' : 'change',
        type: 'shelters',
        recordId,
        baseVersion: fresh || mine.has(recordId) ? null : 1,
        base: Object.fromEntries(chosen.map((field) => [field, values[field] ?? null])),
        body,
      });
      if (writes.at(-1)?.kind === 'withdrawn') continue;
      mine.add(recordId);
      seen.set(recordId, { ...values, ...body });
    }
  }
  return writes;
}

/** The same writes in any order, some of them twice or three times. */
export function asDelivered(random: () => number, writes: readonly OfflineWrite[]): OfflineWrite[] {
  const all = writes.flatMap((write) => Array<OfflineWrite>(random() < 0.3 ? 2 + Math.floor(random() * 2) : 1).fill(write));
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [all[index], all[other]] = [all[other] as OfflineWrite, all[index] as OfflineWrite];
  }
  return all;
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
