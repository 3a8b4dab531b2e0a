// Times that a binary protocol sends as packed decimal digits, year first: two digits each for year (minus 2000), month, day,
// hour, and mostly minute and second. SL 651-2014 and JT/T 808 both mean Chinese local time, UTC+08:00.

const zoneMs = 8 * 3_600_000;

export interface BcdTime {
  /** Epoch milliseconds; null when the digits name no real time, such as month 13 or a clock never set. */
  atMs: number | null;
  /** The digits as received, in hexadecimal. */
  raw: string;
}

/** Reads three (yyMMdd) to six bytes (yyMMddHHmmss); what is not sent counts as zero. */
export function readBcdTime(bytes: Uint8Array): BcdTime {
  const raw = bytes.toHex().toUpperCase();
  if (!/^\d{6,12}$/.test(raw)) return { atMs: null, raw };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = Array.from(bytes, (byte) => (byte >> 4) * 10 + (byte & 15));
  const localMs = Date.UTC(2000 + year, month - 1, day, hour, minute, second);
  return { atMs: digitsOf(localMs) === raw.padEnd(12, '0') ? localMs - zoneMs : null, raw };
}

/** The digits as bytes, exactly as they were received. */
export function writeBcdTime(time: BcdTime): Uint8Array {
  return Uint8Array.fromHex(time.raw);
}

/**
 * Makes a time for an instant, cut to its last byte.
 * @param byteCount 3 (day) to 6 (second).
 * @throws RangeError outside the years 2000 to 2099.
 */
export function bcdTimeAt(atMs: number, byteCount: number): BcdTime {
  const localMs = atMs + zoneMs;
  const year = new Date(localMs).getUTCFullYear();
  if (!(year >= 2000 && year < 2100)) throw new RangeError('Two digits hold the years 2000 to 2099.');
  return readBcdTime(Uint8Array.fromHex(digitsOf(localMs).slice(0, byteCount * 2)));
}

function digitsOf(localMs: number): string {
  return new Date(localMs).toISOString().replace(/\D/g, '').slice(2, 14);
}
