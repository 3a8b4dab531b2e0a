import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Secrets that must be read again (those of one-time passwords) lie sealed in the database: AES-256-GCM under a key that is
// a file of the data folder. A copy of the database alone opens none of them. Several servers on one database share the file.

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Puts secrets under seal and opens them; a sealed text is bound to its `purpose` (which account it belongs to). */
export interface Seal {
  close(secret: Uint8Array, purpose: string): string;
  /** Throws when the text was changed, moved to another purpose, or sealed with another key. */
  open(sealed: string, purpose: string): Uint8Array;
}

/** Reads the key of a data folder, making it at the first start (readable by its owner only). */
export function openSeal(dataFolder: string): Seal {
  const folder = join(dataFolder, 'keys');
  const path = join(folder, 'secrets.key');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  return sealWith(Buffer.from(readFileSync(path, 'utf8'), 'base64'));
}

export function sealWith(key: Uint8Array): Seal {
  if (key.length !== keyBytes) throw new Error(`the key file holds ${key.length} bytes, not ${keyBytes}: restore it from the backup`);
  return {
    close(secret, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
  };
}
