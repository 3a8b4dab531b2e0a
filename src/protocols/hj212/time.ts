// Times of HJ 212 are local to the station, which stands in China: UTC+08:00, no daylight saving.

const form = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})?$/;
const zoneMs = 8 * 3_600_000;

/**
 * Reads yyyyMMddHHmmss or yyyyMMddHHmmssSSS (QN, and DataTime of some 2005 devices).
 * @returns epoch milliseconds, or null when the text has another form or names no real time (month 13, 25 o'clock).
 */
export function readTime(text: string): number | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milli = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const localMs = Date.UTC(year, month - 1, day, hour, minute, second, milli);
  return writeLocal(localMs) === text.padEnd(17, '0') ? localMs - zoneMs : null;
}

/** Writes an instant as yyyyMMddHHmmssSSS, the form of QN. */
export function writeRequestNumber(atMs: number): string {
  return writeLocal(atMs + zoneMs);
}

/** Writes an instant as yyyyMMddHHmmss, the form of DataTime and SystemTime. */
export function writeTime(atMs: number): string {
  return writeLocal(atMs + zoneMs).slice(0, 14);
}

function writeLocal(localMs: number): string {
  return new Date(localMs).toISOString().replace(/\D/g, '');
}
