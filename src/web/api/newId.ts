import { systemClock } from '#kernel/clock/clock.ts';

// The client makes the id of what it creates (UUIDv7, RFC 9562): it is the idempotency key too, so a repeated send makes
// no second record. `crypto.randomUUID` is missing on plain http in an intranet; `getRandomValues` is not.

/** A new UUIDv7. */
export function newId(atMs: number = systemClock.nowMs()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = new DataView(bytes.buffer);
  time.setUint32(0, Math.floor(atMs / 0x10000));
  time.setUint16(4, atMs % 0x10000);
  time.setUint8(6, (time.getUint8(6) & 0x0f) | 0x70);
  time.setUint8(8, (time.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
