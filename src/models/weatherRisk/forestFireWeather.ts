// Forest fire danger after LY/T 1172-1995: HTZ = A + B + C + D − E. The values of A and B differ between the standard itself and
// a later paper; both are kept as data and the caller names one.

interface Steps {
  /** Upper bounds of the classes, in the order of the values; the last class is open. */
  readonly upTo: readonly number[];
  readonly values: readonly number[];
}

export type HtzVariant = 'lyt1172' | 'paper2020';

const temperatureBounds = [5, 10, 15, 20, 25] as const;
/** Lower bounds of relative humidity at 14 h, %, from moist to dry. */
const humidityBounds = [65, 55, 45, 35, 25] as const;
const classValues: Readonly<Record<HtzVariant, readonly number[]>> = {
  lyt1172: [0, 4, 6, 9, 13, 15],
  paper2020: [0, 4, 8, 12, 16, 20],
};
/** D by Beaufort grade ≤ 1, 2 … ≥ 8. */
const windValues: Steps = { upTo: [1, 2, 3, 4, 5, 6, 7], values: [5, 10, 15, 20, 25, 30, 35, 40] };

/** E by how green or snow-covered the ground is. */
export const coverValues = { green: 20, mostlyGreen: 15, halfGreen: 10, sparseGreen: 5, bare: 0 } as const;
export type Cover = keyof typeof coverValues;

export interface HtzInput {
  /** Highest temperature of the day, °C. */
  maximumC: number;
  /** Relative humidity at 14 h, %. */
  humidityPercent: number;
  daysSinceRain: number;
  /** Beaufort grade. */
  windGrade: number;
  cover: Cover;
  variant: HtzVariant;
}

/** The index and its grade 1…5: ≤ 25, ≤ 50, ≤ 72, ≤ 90, above. */
export function htz({ maximumC, humidityPercent, daysSinceRain, windGrade, cover, variant }: HtzInput): {
  index: number;
  grade: 1 | 2 | 3 | 4 | 5;
} {
  const values = classValues[variant];
  const a = values[classUp(temperatureBounds, maximumC)] ?? 0;
  const b = values[humidityBounds.filter((bound) => humidityPercent < bound).length] ?? 0;
  const c = 5 * Math.min(10, Math.floor(daysSinceRain));
  const d = windValues.values[classUp(windValues.upTo, windGrade)] ?? 0;
  const index = a + b + c + d - coverValues[cover];
  const grade = index <= 25 ? 1 : index <= 50 ? 2 : index <= 72 ? 3 : index <= 90 ? 4 : 5;
  return { index, grade };
}

/** Number of bounds the value lies above. */
function classUp(bounds: readonly number[], value: number): number {
  return bounds.filter((bound) => value > bound).length;
}
