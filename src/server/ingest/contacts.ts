import type { Clock } from '#kernel/clock/clock.ts';
import type { Counters } from './counters.ts';

// Where each device was last heard from. Its address may change (mobile networks change it several times a day), which is normal;
// two connections that speak for one device at the same time are not: one of them is mistaken or worse. Both are heard, the
// officer is told. Memory is bounded: of strangers only so many are remembered.

export interface Contact {
  protocol: string;
  remote: string;
  firstAtMs: number;
  lastAtMs: number;
  /** How often it came from another address than before. */
  moves: number;
  /** Another address that spoke for the same device while this one did too; null when none has. */
  rival: { remote: string; atMs: number } | null;
}

/** Two addresses that take turns within this time are two devices, not one that has moved. */
const togetherMs = 10 * 60_000;
const mostContacts = 50_000;

interface Known extends Contact {
  /** Address before the present one and when it last spoke. */
  before: { remote: string; lastAtMs: number } | null;
}

export interface Contacts {
  heard(deviceKey: string, protocol: string, remote: string): void;
  of(deviceKey: string): Contact | null;
}

export function createContacts(clock: Clock, counters: Counters): Contacts {
  const known = new Map<string, Known>();

  function move(contact: Known, deviceKey: string, remote: string, nowMs: number): void {
    const { before, protocol } = contact;
    const hasHostChanged = hostOf(contact.remote) !== hostOf(remote);
    // Back at a connection or a host it had left: both are alive. A new port of the same host is only a new connection.
    const isBack = before !== null && (before.remote === remote || (hasHostChanged && hostOf(before.remote) === hostOf(remote)));
    if (isBack && nowMs - before.lastAtMs < togetherMs) {
      if (contact.rival === null) counters.refuse(protocol, 'twoAddresses', remote, contact.remote, deviceKey);
      contact.rival = { remote: contact.remote, atMs: nowMs };
    }
    contact.before = { remote: contact.remote, lastAtMs: contact.lastAtMs };
    if (hasHostChanged) contact.moves += 1;
    contact.remote = remote;
  }

  function add(deviceKey: string, protocol: string, remote: string, nowMs: number): void {
    // A sender that invents devices must not fill the memory: the one known longest makes room.
    for (const oldest of known.size >= mostContacts ? known.keys().take(1) : []) known.delete(oldest);
    known.set(deviceKey, { protocol, remote, firstAtMs: nowMs, lastAtMs: nowMs, moves: 0, rival: null, before: null });
  }

  return {
    heard(deviceKey, protocol, remote) {
      const nowMs = clock.nowMs();
      const contact = known.get(deviceKey);
      if (contact === undefined) return add(deviceKey, protocol, remote, nowMs);
      if (contact.rival !== null && nowMs - contact.rival.atMs >= togetherMs) contact.rival = null;
      if (contact.remote !== remote) move(contact, deviceKey, remote, nowMs);
      contact.lastAtMs = nowMs;
    },
    of(deviceKey) {
      const contact = known.get(deviceKey);
      if (contact === undefined) return null;
      const { before: _, ...told } = contact;
      return told;
    },
  };
}

function hostOf(remote: string): string {
  return remote.slice(0, Math.max(0, remote.lastIndexOf(':')));
}
