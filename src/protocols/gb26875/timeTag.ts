// Time tag of GB/T 26875.3: six plain binary bytes, second first: second, minute, hour, day, month, year minus 2000.
// It is the device's local time, UTC+08:00.

export const timeTagBytes = 6;
const zoneMs = 8 * 3_600_000;

export interface TimeTag {
  /** Epoch milliseconds; null when the six bytes name no real time, such as all zeros from a clock never set. */
  atMs: number | null;
  /** The six bytes as received, in hexadecimal. */
  raw: string;
}

export function readTimeTag(bytes: Uint8Array): TimeTag {
  const [second = 0, minute = 0, hour = 0, day = 0, month = 0, year = 0] = bytes;
  const raw = bytes.toHex().toUpperCase();
  const localMs = Date.UTC(2000 + year, month - 1, day, hour, minute, second);
  const isReal = year < 100 && writeLocal(localMs).every((byte, at) => byte === bytes[at]);
  return { atMs: isReal ? localMs - zoneMs : null, raw };
}

/** Writes the tag as received, so that reading and writing are exact even for an unreal time. */
export function writeTimeTag(tag: TimeTag): Uint8Array {
  return Uint8Array.fromHex(tag.raw);
}

/**
 * Makes a tag for an instant, cut to the second.
 * @throws RangeError outside the years 2000 to 2099.
 */
export function timeTagAt(atMs: number): TimeTag {
  const bytes = writeLocal(atMs + zoneMs);
  const year = bytes[5] ?? -1;
  if (!(year >= 0 && year < 100)) throw new RangeError('A time tag holds the years 2000 to 2099.');
  return readTimeTag(Uint8Array.from(bytes));
}

function writeLocal(localMs: number): number[] {
  const local = new Date(localMs);
  return [
    local.getUTCSeconds(),
    local.getUTCMinutes(),
    local.getUTCHours(),
    local.getUTCDate(),
    local.getUTCMonth() + 1,
    local.getUTCFullYear() - 2000,
  ];
}
