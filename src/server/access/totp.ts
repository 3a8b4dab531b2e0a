import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// One-time passwords from time (TOTP, RFC 6238, over HOTP, RFC 4226): six digits that change every 30 seconds, made from a
// secret that an app on the person's phone holds too. SHA-1 because that is what every authenticator app speaks.

export const stepSeconds = 30;
const digits = 6;
/** Steps before and after the present one whose code still counts: clocks differ (RFC 6238 §5.2). */
const tolerance = 1;

export interface TotpForm {
  digits?: number;
  algorithm?: 'sha1' | 'sha256' | 'sha512';
}

/** The code of a time step; `step` is the number of whole periods since 1970. */
export function totpAt(secret: Uint8Array, step: number, form: TotpForm = {}): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(form.algorithm ?? 'sha1', secret)
    .update(counter)
    .digest();
  // RFC 4226 §5.3: the low four bits of the last byte say where to take 31 bits from.
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0x0f) & 0x7fff_ffff;
  const length = form.digits ?? digits;
  return String(number % 10 ** length).padStart(length, '0');
}

export function stepOf(atMs: number): number {
  return Math.floor(atMs / 1000 / stepSeconds);
}

/** The time step a code belongs to, close to now and later than the last one accepted, or null. */
export function acceptedStep(secret: Uint8Array, code: string, atMs: number, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const now = stepOf(atMs);
  let accepted: number | null = null;
  for (let step = now - tolerance; step <= now + tolerance; step += 1) {
    const fits = timingSafeEqual(Buffer.from(totpAt(secret, step)), Buffer.from(code));
    if (fits && step > lastStep) accepted = step;
  }
  return accepted;
}

/** A new secret of 160 bits (RFC 4226 §4 R6). */
export function newTotpSecret(): Uint8Array {
  return randomBytes(20);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 (RFC 4648 §6) without padding, as authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The address behind the QR code (Key Uri Format of the authenticator apps). */
export function otpauthUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&digits=${digits}&period=${stepSeconds}`;
}
