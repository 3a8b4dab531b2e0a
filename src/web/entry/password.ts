import type { Text } from '#kernel/language/text.ts';

// What a password must be, shown while it is typed. The server checks the same again.

export interface PasswordRule {
  id: 'length' | 'kinds' | 'account';
  text: Text;
  isMet: boolean;
}

export const shortestPassword = 10;

/** The rules and whether a password meets them: 10 characters, three of four kinds, without the account's name. */
export function passwordRules(password: string, account: string): PasswordRule[] {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  const holdsAccount = account.length > 2 && password.toLowerCase().includes(account.toLowerCase());
  return [
    { id: 'length', text: { zh: '至少 10 个字符', en: 'At least 10 characters' }, isMet: [...password].length >= shortestPassword },
    {
      id: 'kinds',
      text: { zh: '小写、大写、数字、符号中至少三种', en: 'Three of: lower case, upper case, digit, symbol' },
      isMet: kinds >= 3,
    },
    { id: 'account', text: { zh: '不含账号名', en: 'Does not contain the account name' }, isMet: password !== '' && !holdsAccount },
  ];
}

export function isStrong(password: string, account: string): boolean {
  return passwordRules(password, account).every((rule) => rule.isMet);
}
