// Phone numbers as a duty officer dials them: mobile (11 digits), landline with or without area code and extension, 400/800
// numbers, short codes (119, 12379), and + with a country code. Spaces, hyphens and brackets are for the eye only.

const dialled = [
  /** Mobile. */
  /^1[3-9]\d{9}$/,
  /** Landline with area code (010, 02x; four digits elsewhere), then extension. */
  /^0(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})(?:[转x]\d{1,6})?$/,
  /** Landline inside the area. */
  /^[2-8]\d{6,7}(?:[转x]\d{1,6})?$/,
  /** Paid by the one who is called. */
  /^[48]00\d{7}$/,
  /** Emergency and service numbers. */
  /^[19]\d{2,5}$/,
  /** Invented numbers of a demo story, which ring nowhere. */
  /^0{7}\d{4}$/,
  /** With a country code, at most 15 digits (ITU-T E.164). */
  /^\+[1-9]\d{6,14}$/,
] as const;

/** Whether a text can be dialled as one number. */
export function isPhoneNumber(text: string): boolean {
  const digits = text.replaceAll(/[\s()（）-]/g, '');
  return dialled.some((shape) => shape.test(digits));
}
