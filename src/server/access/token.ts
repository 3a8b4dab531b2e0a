import { createHash, randomBytes } from 'node:crypto';

// Secrets handed out once: session tokens, invitation links, API tokens, recovery codes. They are long and random, so the
// database keeps only their SHA-256.

/** How every API token begins: a session never does, so one cannot pass for the other. */
export const apiTokenStart = 'anlan_';

/** @param bytes of randomness; 24 are 192 bits */
export function newToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
