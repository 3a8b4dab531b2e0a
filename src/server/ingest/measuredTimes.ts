import type { Reading } from '#kernel/observation/reading.ts';

// The instant a reading is filed under must not depend on when a copy of it arrived. Where the device's clock is wrong, or ours was
// set in between, a message that is sent again would get another instant: it would be stored twice, counted twice by rules on
// sums, and could raise an alarm that is over. So the last readings of each point are remembered by the device's own time; a copy
// gets the instant of the first. And two readings that share a corrected instant by accident are kept apart by a millisecond.
//
// Remembered are the last 32 of a point; a copy that comes later than that with a clock set in between is taken for a new reading.

const remembered = 32;

interface Ring {
  deviceMs: Float64Array;
  atMs: Float64Array;
  values: Float64Array;
  next: number;
  /** How many of the remembered were filed under another instant than the device's. */
  corrected: number;
}

export class MeasuredTimes {
  readonly #rings = new Map<string, Ring>();

  /** The reading under the instant it is to be filed under; remembers it. Expects it judged. */
  settle(pointId: string, reading: Reading): Reading {
    const ring = this.#ringOf(pointId);
    const isCorrected = reading.deviceAtMs !== undefined;
    const deviceMs = reading.deviceAtMs ?? reading.atMs;
    if (!isCorrected && ring.corrected === 0) {
      this.#note(ring, deviceMs, reading.atMs, reading.value);
      return reading;
    }
    const first = find(ring, deviceMs, reading.value);
    if (first !== null) return filed(reading, deviceMs, first);
    let atMs = reading.atMs;
    if (isCorrected) while (ring.atMs.includes(atMs)) atMs += 1;
    this.#note(ring, deviceMs, atMs, reading.value);
    return filed(reading, deviceMs, atMs);
  }

  /** Takes over a reading that an earlier run filed. */
  remember(pointId: string, { deviceAtMs, atMs, value }: Reading): void {
    const ring = this.#ringOf(pointId);
    if (find(ring, deviceAtMs ?? atMs, value) === null) this.#note(ring, deviceAtMs ?? atMs, atMs, value);
  }

  #ringOf(pointId: string): Ring {
    const known = this.#rings.get(pointId);
    if (known) return known;
    const empty = () => new Float64Array(remembered).fill(Number.NaN);
    const ring = { deviceMs: empty(), atMs: empty(), values: empty(), next: 0, corrected: 0 };
    this.#rings.set(pointId, ring);
    return ring;
  }

  #note(ring: Ring, deviceMs: number, atMs: number, value: number): void {
    const at = ring.next;
    const gone = ring.deviceMs[at] ?? Number.NaN;
    if (!Number.isNaN(gone) && gone !== ring.atMs[at]) ring.corrected -= 1;
    ring.deviceMs[at] = deviceMs;
    ring.atMs[at] = atMs;
    ring.values[at] = value;
    if (deviceMs !== atMs) ring.corrected += 1;
    ring.next = (at + 1) % remembered;
  }
}

function find(ring: Ring, deviceMs: number, value: number): number | null {
  for (let at = ring.deviceMs.indexOf(deviceMs); at >= 0; at = ring.deviceMs.indexOf(deviceMs, at + 1)) {
    if (ring.values[at] === value) return ring.atMs[at] ?? null;
  }
  return null;
}

function filed(reading: Reading, deviceMs: number, atMs: number): Reading {
  if (atMs === reading.atMs) return reading;
  const { deviceAtMs: _, ...rest } = reading;
  return deviceMs === atMs ? { ...rest, atMs } : { ...rest, atMs, deviceAtMs: deviceMs };
}
