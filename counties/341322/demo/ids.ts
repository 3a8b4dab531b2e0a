import { seededRandom } from '#geo/random.ts';

/**
 * Record ids in the form of UUIDv7 that depend on the seed only: writing the same story twice finds the records of the first
 * time. Ids of one maker sort in the order in which they were made.
 */
export function makeIds(seed: number): () => string {
  const random = seededRandom(seed ^ 0x5eed);
  const hex = (digits: number): string =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  // A fixed instant (2026-01-01 UTC) in place of the clock.
  let instant = Date.UTC(2026, 0, 1);
  return () => {
    instant += 1;
    const time = instant.toString(16).padStart(12, '0');
    const variant = (8 + Math.floor(random.next() * 4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
  };
}
