// Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters of which the last proves the other 17. Positions:
// 1 registering authority, 2 kind of body, 3–8 division of registration (digits), 9–17 body, 18 check character. What is not
// checked: whether the body exists, and the older check digit of GB 11714 inside positions 9–17, which early codes break.

/** Characters in the order of their values 0–30; I, O, S, V and Z are not used. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = new RegExp(`^[${characters}]{2}\\d{6}[${characters}]{10}$`);

/**
 * Check character of the first 17 characters: 31 − Σ value·weight mod 31, weight of position i = 3^(i−1) mod 31.
 * Source: GB 32100-2015, annex; its worked example 91350100M000100Y4 sums to 1640 and gives 3.
 * @param code 17 characters or more of the character set; others are read as −1 and make the result meaningless
 */
export function checkCharacterOf(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return characters.charAt((31 - (sum % 31)) % 31);
}

/** What is wrong with a credit code: its shape, its check character, or nothing. */
export function creditCodeFault(code: string): 'pattern' | 'checkDigit' | null {
  if (!shape.test(code)) return 'pattern';
  return code.charAt(17) === checkCharacterOf(code) ? null : 'checkDigit';
}
