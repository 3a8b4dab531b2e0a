import type { Label } from '../../field.ts';

// What a substance is to the models: a few figures, each with where it was read. A figure nobody has read is absent, and a
// model that needs it asks for it by name instead of guessing.

/** One figure with its source. */
export interface Figure {
  readonly value: number;
  /** SI; shares are volume fractions with unit `1`. */
  readonly unit: string;
  readonly source: string;
  /** True when read in the text of the body that publishes it, or in two independent reports of it. */
  readonly verified: boolean;
}

/** Airborne concentration above which a group of people suffers, for one time of exposure. */
export interface ToxicEndPoint {
  readonly scheme: 'AEGL' | 'ERPG' | 'PAC' | 'IDLH';
  /** 1 discomfort, 2 lasting harm or unable to escape, 3 danger to life; IDLH has only 3. */
  readonly tier: 1 | 2 | 3;
  readonly minutes: number;
  readonly ppm: number;
  readonly source: string;
  readonly verified: boolean;
}

/** Share of deaths as a normal distribution of a + b·ln(Cⁿ·t), C in mg/m³, t in minutes. */
export interface ToxicProbit {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly source: string;
  readonly verified: boolean;
}

export type FigureName =
  | 'molarMass'
  | 'boilingK'
  | 'liquidDensity'
  | 'liquidHeatCapacity'
  | 'latentHeat'
  | 'heatRatio'
  | 'heatOfCombustion'
  | 'lowerFlammable'
  | 'upperFlammable';

export interface Substance {
  readonly id: string;
  readonly name: Label;
  readonly cas: string;
  readonly figures: Readonly<Partial<Record<FigureName, Figure>>>;
  readonly toxic: readonly ToxicEndPoint[];
  readonly probit: ToxicProbit | null;
}

export const figureWords: Readonly<Record<FigureName, { label: Label; unit: string }>> = {
  molarMass: { label: { zh: '摩尔质量', en: 'Molar mass' }, unit: 'kg/mol' },
  boilingK: { label: { zh: '标准沸点', en: 'Normal boiling point' }, unit: 'K' },
  liquidDensity: { label: { zh: '液体密度', en: 'Liquid density' }, unit: 'kg/m³' },
  liquidHeatCapacity: { label: { zh: '液体比热', en: 'Heat capacity of the liquid' }, unit: 'J/(kg·K)' },
  latentHeat: { label: { zh: '汽化热', en: 'Latent heat' }, unit: 'J/kg' },
  heatRatio: { label: { zh: '比热比', en: 'Ratio of specific heats' }, unit: '1' },
  heatOfCombustion: { label: { zh: '燃烧热', en: 'Heat of combustion' }, unit: 'J/kg' },
  lowerFlammable: { label: { zh: '爆炸下限', en: 'Lower flammable limit' }, unit: '1' },
  upperFlammable: { label: { zh: '爆炸上限', en: 'Upper flammable limit' }, unit: '1' },
};
