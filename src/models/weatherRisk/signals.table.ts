import type { Label } from '../field.ts';

// Thresholds of warning signals, CMA order 16 (2007), as rows: a row holds when every condition of one of its `any` holds. The
// clause "or already reached and may go on" applies to all. Which row comes into force is the weather service's decision; the
// model says which thresholds the given figures meet.

export type Colour = 'blue' | 'yellow' | 'orange' | 'red';
export type Quantity =
  | 'rain3hMm'
  | 'rain6hMm'
  | 'rain12hMm'
  | 'windGrade'
  | 'gustGrade'
  | 'hotDays'
  | 'maximumC'
  | 'groundMinimumC'
  | 'visibilityM'
  | 'icingWithinH';

export interface Condition {
  readonly of: Quantity;
  readonly atLeast?: number;
  readonly below?: number;
  readonly atMost?: number;
}

export interface SignalRow {
  readonly kind: 'rainstorm' | 'gale' | 'heat' | 'frost' | 'fog' | 'icing';
  readonly colour: Colour;
  readonly any: readonly (readonly Condition[])[];
  readonly from: string;
  readonly clause: string;
}

export const kinds: Readonly<Record<SignalRow['kind'], Label>> = {
  rainstorm: { zh: '暴雨', en: 'Rainstorm' },
  gale: { zh: '大风', en: 'Gale' },
  heat: { zh: '高温', en: 'Heat' },
  frost: { zh: '霜冻', en: 'Frost' },
  fog: { zh: '大雾', en: 'Fog' },
  icing: { zh: '道路结冰', en: 'Road icing' },
};

const row = (kind: SignalRow['kind'], colour: Colour, ...any: (readonly Condition[])[]): SignalRow => ({
  kind,
  colour,
  any,
  from: '2007-06-12',
  clause: `CMA order 16 (2007), ${kinds[kind].zh}${{ blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }[colour]}`,
});
const is = (of: Quantity, atLeast: number): readonly Condition[] => [{ of, atLeast }];

export const signals: readonly SignalRow[] = [
  row('rainstorm', 'blue', is('rain12hMm', 50)),
  row('rainstorm', 'yellow', is('rain6hMm', 50)),
  row('rainstorm', 'orange', is('rain3hMm', 50)),
  row('rainstorm', 'red', is('rain3hMm', 100)),
  row('gale', 'blue', is('windGrade', 6), is('gustGrade', 7)),
  row('gale', 'yellow', is('windGrade', 8), is('gustGrade', 9)),
  row('gale', 'orange', is('windGrade', 10), is('gustGrade', 11)),
  row('gale', 'red', is('windGrade', 12), is('gustGrade', 13)),
  row('heat', 'yellow', is('hotDays', 3)),
  row('heat', 'orange', is('maximumC', 37)),
  row('heat', 'red', is('maximumC', 40)),
  row('frost', 'blue', [{ of: 'groundMinimumC', below: 0 }]),
  row('frost', 'yellow', [{ of: 'groundMinimumC', below: -3 }]),
  row('frost', 'orange', [{ of: 'groundMinimumC', below: -5 }]),
  row('fog', 'yellow', [{ of: 'visibilityM', below: 500 }]),
  row('fog', 'orange', [{ of: 'visibilityM', below: 200 }]),
  row('fog', 'red', [{ of: 'visibilityM', below: 50 }]),
  row('icing', 'yellow', [{ of: 'icingWithinH', atMost: 12 }]),
  row('icing', 'orange', [{ of: 'icingWithinH', atMost: 6 }]),
  row('icing', 'red', [{ of: 'icingWithinH', atMost: 2 }]),
];

/** A day counts as hot from this maximum on (CMA order 16, heat yellow), °C. */
export const hotDayC = 35;

/** Upper bounds of Beaufort grades 0…17 in m/s at 10 m; 0–8 from LY/T 1172 sources, 9–17 GB/T 28591 (unverified). */
export const beaufortUpper = [0.2, 1.5, 3.3, 5.4, 7.9, 10.7, 13.8, 17.1, 20.7, 24.4, 28.4, 32.6, 36.9, 41.4, 46.1, 50.9, 56] as const;

/** Lower bounds of rain grades in 24 h, mm: GB/T 28592-2012 (unverified). */
export const rainGrades: readonly { readonly fromMm: number; readonly label: Label }[] = [
  { fromMm: 250, label: { zh: '特大暴雨', en: 'Extraordinary rainstorm' } },
  { fromMm: 100, label: { zh: '大暴雨', en: 'Heavy rainstorm' } },
  { fromMm: 50, label: { zh: '暴雨', en: 'Rainstorm' } },
  { fromMm: 25, label: { zh: '大雨', en: 'Heavy rain' } },
  { fromMm: 10, label: { zh: '中雨', en: 'Moderate rain' } },
  { fromMm: 0.1, label: { zh: '小雨', en: 'Light rain' } },
];
