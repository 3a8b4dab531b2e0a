import type { Text } from '#kernel/language/text.ts';

// Administrative divisions (行政区划). A code is a prefix of the codes of everything inside it: county 6 digits
// (GB/T 2260), township 9 (GB/T 10114), village 12. So "inside" is a half-open range, which an index can use.

export type AreaLevel = 'county' | 'township' | 'village';

export interface Area {
  code: string;
  parentCode: string | null;
  level: AreaLevel;
  name: Text;
  /** Representative point, WGS-84 degrees; null where nobody has placed it yet. */
  lon: number | null;
  lat: number | null;
  demo: boolean;
}

/** The level that the length of a division code says; null for anything that is no code. */
export function levelOf(code: string): AreaLevel | null {
  if (!/^\d+$/.test(code)) return null;
  if (code.length === 6) return 'county';
  if (code.length === 9) return 'township';
  return code.length === 12 ? 'village' : null;
}

/** The half-open range [from, to) that holds a code and all codes inside it, compared byte-wise. */
export function areaRange(code: string): { from: string; to: string } {
  return { from: code, to: `${code}~` };
}

export function isWithin(code: string, scope: string): boolean {
  return code.startsWith(scope);
}
