import { isCalendarDate } from './calendarDate.ts';

// Number of a resident's identity card (公民身份号码), GB 11643-1999: 6 digits of a division, 8 of the birth date, 3 in order,
// and a check character (ISO 7064, MOD 11-2). The 15-digit numbers of before 1999 are no longer valid and are refused.

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** Check character by the remainder 0–10. */
const checkCharacters = '10X98765432';

/** What is wrong with an identity number: its shape or birth date, its check character, or nothing. */
export function idNumberFault(number: string): 'pattern' | 'checkDigit' | null {
  if (!/^\d{17}[\dX]$/.test(number)) return 'pattern';
  if (!isCalendarDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return 'pattern';
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return checkCharacters.charAt(sum % 11) === number.charAt(17) ? null : 'checkDigit';
}
