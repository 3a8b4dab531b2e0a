import type { Text } from '#kernel/language/text.ts';
import { creditCodeFault } from './creditCode.ts';
import { idNumberFault } from './idNumber.ts';
import { isPhoneNumber } from './phoneNumber.ts';

// Checks a text field may name: more than a pattern can say. A declaration writes `check: 'creditCode'`; what that means
// stands here, in one line each.

export type TextCheck = 'creditCode' | 'idNumber' | 'phone';

interface CheckMeaning {
  fault: (value: string) => 'pattern' | 'checkDigit' | null;
  /** Told for each fault; the check digit itself is never told, so nobody corrects the digit instead of the code. */
  pattern: Text;
  checkDigit?: Text;
}

const again = {
  zh: '校验位不符，请对照证件重新录入',
  en: 'has a check digit that does not fit: compare it with the document and type it again',
};

const meanings: Record<TextCheck, CheckMeaning> = {
  creditCode: {
    fault: creditCodeFault,
    pattern: {
      zh: '须为 18 位数字或大写字母，不含 I、O、S、V、Z，第 3 至 8 位为数字（GB 32100）',
      en: 'must be 18 digits or capital letters without I, O, S, V, Z, the third to eighth being digits (GB 32100)',
    },
    checkDigit: again,
  },
  idNumber: {
    fault: idNumberFault,
    pattern: {
      zh: '须为 18 位公民身份号码，含真实日期，末位可为大写 X（GB 11643）',
      en: 'must be an identity number of 18 characters with a real date, the last may be a capital X (GB 11643)',
    },
    checkDigit: again,
  },
  phone: {
    fault: (value) => (isPhoneNumber(value) ? null : 'pattern'),
    pattern: { zh: '须为一个可直接拨打的电话号码', en: 'must be one phone number that can be dialled' },
  },
};

/** What a named check finds wrong with a text, or null. The rule is `pattern` or `checkDigit`. */
export function applyTextCheck(check: TextCheck, value: string): { rule: 'pattern' | 'checkDigit'; text: Text } | null {
  const meaning = meanings[check];
  const rule = meaning.fault(value);
  return rule && { rule, text: meaning[rule] ?? meaning.pattern };
}
