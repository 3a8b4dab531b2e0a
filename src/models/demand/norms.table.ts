// How much of what a person needs. A county replaces rows by its own plan; what no text confirms says `verified: false`.

export interface Norm {
  readonly item: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly amount: number;
  /** Persons the amount is for. */
  readonly perPeople: number;
  /** True: every day again; false: once. */
  readonly daily: boolean;
  readonly source: string;
  readonly verified: boolean;
}

const sphereWater = 'Sphere Handbook 2011, basic water needs, as tabled by the Open University, Urban Sanitation, table 14.1 (open.edu)';
const plan = "the house's planning figure, after common relief practice; no text at hand";

export const norms: readonly Norm[] = [
  {
    item: 'drinkingWater',
    label: { zh: '饮用水', en: 'Drinking water' },
    unit: 'L',
    amount: 3,
    perPeople: 1,
    daily: true,
    source: `${sphereWater}: 2.5 to 3 L for drinking and food`,
    verified: true,
  },
  {
    item: 'water',
    label: { zh: '生活用水（含饮用）', en: 'Water, all basic needs' },
    unit: 'L',
    amount: 15,
    perPeople: 1,
    daily: true,
    source: `${sphereWater}: 7.5 to 15 L in all`,
    verified: true,
  },
  {
    item: 'food',
    label: { zh: '方便食品', en: 'Ready meals' },
    unit: '份',
    amount: 3,
    perPeople: 1,
    daily: true,
    source: plan,
    verified: false,
  },
  {
    item: 'tent',
    label: { zh: '12 m² 救灾帐篷', en: 'Relief tents of 12 m²' },
    unit: '顶',
    amount: 1,
    perPeople: 6,
    daily: false,
    source: `${plan}; 6 to 8 persons a tent`,
    verified: false,
  },
  { item: 'quilt', label: { zh: '棉被', en: 'Quilts' }, unit: '床', amount: 1, perPeople: 1, daily: false, source: plan, verified: false },
];

export function normOf(item: string): Norm | null {
  return norms.find((norm) => norm.item === item) ?? null;
}

/**
 * Amount for people over days, in whole units of the norm where these are pieces: people ÷ perPeople groups, each begun group
 * counts; × days where the need is daily.
 */
export function needOf({ amount, perPeople, daily }: Pick<Norm, 'amount' | 'perPeople' | 'daily'>, people: number, days: number): number {
  return Math.ceil(people / perPeople) * amount * (daily ? days : 1);
}
