import type { Label } from '../field.ts';

// Attenuation of macroseismic intensity along and across the strike: I = A + B·M + C·lg(R + R0), R in km. A set is used only
// when both axes give nearly the same intensity at the epicentre; sets that do not (and circulate in programs) are left out.

export interface Axis {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Saturation distance R0, km. */
  readonly r0Km: number;
}

export interface Attenuation {
  readonly id: string;
  readonly label: Label;
  readonly long: Axis;
  readonly short: Axis;
  /** Standard deviation of intensity; null where the source gives none. */
  readonly sigma: number | null;
  readonly source: string;
  readonly verified: boolean;
}

const gb18306 = 'GB 18306-2015, attenuation relations of its textbook (宣贯教材)';

export const attenuations = [
  {
    id: 'eastern',
    label: { zh: '东部强震区', en: 'Eastern strong-earthquake region' },
    long: { a: 5.7123, b: 1.3626, c: -4.2903, r0Km: 25 },
    short: { a: 3.6588, b: 1.3626, c: -3.5406, r0Km: 13 },
    sigma: 0.5826,
    source: gb18306,
    verified: true,
  },
  {
    id: 'moderate',
    label: { zh: '中强地震区', en: 'Moderate-earthquake region' },
    long: { a: 5.841, b: 1.071, c: -3.657, r0Km: 15 },
    short: { a: 3.944, b: 1.071, c: -2.845, r0Km: 7 },
    sigma: 0.52,
    source: gb18306,
    verified: true,
  },
  {
    id: 'xinjiang',
    label: { zh: '新疆区', en: 'Xinjiang' },
    long: { a: 5.6018, b: 1.4347, c: -4.4899, r0Km: 25 },
    short: { a: 3.6113, b: 1.4347, c: -3.8477, r0Km: 13 },
    sigma: 0.5924,
    source: gb18306,
    verified: true,
  },
  {
    id: 'qinghaiTibet',
    label: { zh: '青藏区', en: 'Qinghai-Tibet' },
    long: { a: 6.458, b: 1.2746, c: -4.4709, r0Km: 25 },
    short: { a: 3.3682, b: 1.2746, c: -3.3119, r0Km: 9 },
    sigma: 0.6636,
    source: gb18306,
    verified: true,
  },
  {
    id: 'wang2000',
    label: { zh: '中国东部（汪素云等 2000）', en: 'Eastern China (Wang Suyun et al. 2000)' },
    long: { a: 5.019, b: 1.446, c: -4.136, r0Km: 24 },
    short: { a: 2.24, b: 1.446, c: -3.07, r0Km: 9 },
    sigma: null,
    source: 'Wang Suyun et al. 2000, coefficients as reported',
    verified: false,
  },
] as const satisfies readonly Attenuation[];

export type AttenuationId = (typeof attenuations)[number]['id'];

export interface MotionAxis {
  /** A and B for M ≤ 6.5, then for M > 6.5. */
  readonly small: readonly [a: number, b: number];
  readonly large: readonly [a: number, b: number];
  readonly c: number;
  readonly d: number;
  readonly e: number;
}

/** Peak ground acceleration of GB 18306-2015: lg Y = A + B·M + C·lg(R + D·e^(E·M)), Y in gal, R in km. */
export const peakAcceleration: Readonly<Record<'eastern' | 'moderate', { long: MotionAxis; short: MotionAxis }>> = {
  eastern: {
    long: { small: [1.979, 0.671], large: [3.533, 0.432], c: -2.315, d: 2.088, e: 0.399 },
    short: { small: [1.176, 0.66], large: [2.753, 0.418], c: -2.004, d: 0.944, e: 0.447 },
  },
  moderate: {
    long: { small: [2.417, 0.498], large: [3.706, 0.298], c: -2.079, d: 2.802, e: 0.295 },
    short: { small: [1.715, 0.471], large: [2.69, 0.321], c: -1.723, d: 1.295, e: 0.331 },
  },
};
