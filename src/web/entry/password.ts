import type { Text } from '#kernel/language/text.ts';

// What a password must be, shown while it is typed. The server checks the same again (server/access/password.ts).

export interface PasswordRule {
  id: 'length' | 'kinds';
  text: Text;
  isMet: boolean;
}

const shortest = 10;
/** Lower case, upper case, digit, symbol, and letters without case (Chinese characters). */
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u];
const kindsWanted = 3;

/** The rules, and whether a password meets them. */
export function passwordRules(password: string): PasswordRule[] {
  return [
    { id: 'length', text: { zh: '至少 10 个字符', en: 'At least 10 characters' }, isMet: password.length >= shortest },
    {
      id: 'kinds',
      text: { zh: '大写、小写、数字、符号中至少三种', en: 'Three of: upper case, lower case, digits, symbols' },
      isMet: kinds.filter((kind) => kind.test(password)).length >= kindsWanted,
    },
  ];
}

export function isStrong(password: string): boolean {
  return passwordRules(password).every((rule) => rule.isMet);
}

/** What an account may be called. */
export const accountPattern = /^[A-Za-z0-9._-]{2,40}$/;
