import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Text } from '#kernel/language/text.ts';

// Passwords: argon2id (RFC 9106) in PHC string form. Parameters are stored with each hash, so raising them later keeps old
// passwords valid.

const derive = promisify(argon2);
/** RFC 9106 §4, second recommended option: 64 MiB, 3 passes, 4 lanes. */
const memoryKiB = 65_536;
const passes = 3;
const lanes = 4;
const tagBytes = 32;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', {
    message: password,
    nonce: salt,
    parallelism: lanes,
    tagLength: tagBytes,
    memory: memoryKiB,
    passes,
  });
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;
}

/** True when the password belongs to the hash. Takes as long for a wrong one as for a right one. */
export async function passwordFits(password: string, phc: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (!parts) throw new Error('stored password hash is not argon2id');
  const [, m, t, p, salt, tag] = parts as unknown as [string, string, string, string, string, string];
  const expected = Buffer.from(tag, 'base64');
  const found = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    parallelism: Number(p),
    tagLength: expected.length,
    memory: Number(m),
    passes: Number(t),
  });
  return timingSafeEqual(found, expected);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** What is wrong with a new password, or null. At least 10 characters of three kinds (GB/T 22239 asks for complexity). */
export function passwordFault(password: string): Text | null {
  if (password.length < 10) return { zh: '密码至少 10 个字符', en: 'A password has at least 10 characters' };
  if (password.length > 256) return { zh: '密码不超过 256 个字符', en: 'A password has at most 256 characters' };
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u].filter((kind) => kind.test(password)).length;
  return kinds >= 3
    ? null
    : { zh: '密码须含大写、小写、数字、符号中的三种', en: 'A password mixes three of: upper case, lower case, digits, symbols' };
}
