import type { Quality } from '#kernel/observation/reading.ts';

// Numbers by which readings keep their quality in PostgreSQL. Stored for years: a number is never given a new meaning.

const codes: Record<Quality, number> = { good: 0, device: 1, outOfRange: 2, clockAhead: 3, late: 4, clockUnset: 5 };
const qualities = new Map(Object.entries(codes).map(([quality, code]) => [code, quality as Quality]));

export function qualityCode(quality: Quality): number {
  return codes[quality];
}

/** @throws for a number this version does not know */
export function qualityOf(code: number): Quality {
  const quality = qualities.get(code);
  if (quality === undefined) throw new Error(`unknown quality ${code}`);
  return quality;
}
