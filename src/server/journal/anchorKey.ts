import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sm3 } from '../storage/journal.ts';

// The key that signs the journal's anchors: SM2 with SM3 (GB/T 32918, GB/T 32905) by the OpenSSL inside Node. It lies in the
// data folder, readable by its owner only. Public keys of earlier private keys are kept, so old anchors stay checkable.
//
// Node makes an SM2 pair as a plain elliptic-curve key, which would sign by ECDSA; read back from PEM it is an SM2 key. The
// signature uses OpenSSL's empty user id (not 1234567812345678, which Node cannot set): openssl dgst -sm3 -verify checks it.

export const signatureAlgorithm = 'SM2-SM3';

export interface AnchorKey {
  keyId: string;
  /** PEM, SubjectPublicKeyInfo. */
  publicKey: string;
  /** Base64 of the DER signature. */
  sign(text: string): string;
}

const privateName = 'journal.pem';
const publicName = /^journal-([0-9a-f]{16})\.pub\.pem$/;

function folderOf(dataFolder: string): string {
  return join(dataFolder, 'keys');
}

/** Reads the key, or makes one on the first call. */
export function openAnchorKey(dataFolder: string): AnchorKey {
  const folder = folderOf(dataFolder);
  const path = join(folder, privateName);
  if (!existsSync(path)) makeKey(folder, path);
  const key = createPrivateKey(readFileSync(path));
  const publicKey = publicPem(key);
  const keyId = keyIdOf(publicKey);
  const publicPath = join(folder, `journal-${keyId}.pub.pem`);
  if (!existsSync(publicPath)) writeFileSync(publicPath, publicKey, { mode: 0o644 });
  return { keyId, publicKey, sign: (text) => sign('sm3', Buffer.from(text, 'utf8'), key).toString('base64') };
}

function makeKey(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  // Written aside and renamed: a crash leaves no half key.
  const half = `${path}.new`;
  writeFileSync(half, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  renameSync(half, path);
}

function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

/** First 16 hex digits of the SM3 of the public key's PEM. */
export function keyIdOf(publicKey: string): string {
  return sm3(publicKey).slice(0, 16);
}

/** Every public key of this installation, by key id; no key is made. */
export function knownKeys(dataFolder: string): Map<string, string> {
  const folder = folderOf(dataFolder);
  const keys = new Map<string, string>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!publicName.test(name)) continue;
    const publicKey = readFileSync(join(folder, name), 'utf8');
    keys.set(keyIdOf(publicKey), publicKey);
  }
  return keys;
}

/** Whether a signature over a text is good; null when its key is not among those given. */
export function isSignedBy(keys: ReadonlyMap<string, string>, keyId: string, text: string, signature: string): boolean | null {
  const publicKey = keys.get(keyId);
  if (publicKey === undefined) return null;
  return verify('sm3', Buffer.from(text, 'utf8'), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
}
