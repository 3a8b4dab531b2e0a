import { figureSources, type FigureSourceId } from './sources.table.ts';
import { type Figure, type FigureName, figureWords, type Substance, type ToxicEndPoint, type ToxicProbit } from './substance.ts';

// The substances a county meets first: ammonia of cold stores, chlorine of waterworks, LPG, natural gas, and the usual toxic
// gases. A missing line means that no source has been read, not that the danger is missing.

type Cells = Partial<Record<FigureName, readonly [value: number, source: FigureSourceId]>>;

function figures(cells: Cells): Substance['figures'] {
  const entries = Object.entries(cells) as [FigureName, readonly [number, FigureSourceId]][];
  return Object.fromEntries(
    entries.map(([name, [value, id]]): [FigureName, Figure] => {
      const source = figureSources[id];
      return [name, { value, unit: figureWords[name].unit, source: source.title, verified: source.isPublisher }];
    }),
  );
}

const aeglMinutes = [10, 30, 60, 240, 480] as const;
type Row = readonly (number | null)[];

function aegl(id: FigureSourceId, first: Row, second: Row, third: Row): ToxicEndPoint[] {
  return [first, second, third].flatMap((row, tier) =>
    aeglMinutes.flatMap((minutes, at) => endPoint('AEGL', (tier + 1) as 1 | 2 | 3, minutes, row[at] ?? null, id)),
  );
}

function endPoint(
  scheme: ToxicEndPoint['scheme'],
  tier: ToxicEndPoint['tier'],
  minutes: number,
  ppm: number | null,
  id: FigureSourceId,
): ToxicEndPoint[] {
  const { title, isPublisher } = figureSources[id];
  return ppm === null ? [] : [{ scheme, tier, minutes, ppm, source: title, verified: isPublisher }];
}

const tiers = (scheme: 'ERPG' | 'PAC', id: FigureSourceId, ...ppm: (number | null)[]): ToxicEndPoint[] =>
  ppm.flatMap((value, at) => endPoint(scheme, (at + 1) as 1 | 2 | 3, 60, value, id));
const idlh = (ppm: number, id: FigureSourceId): ToxicEndPoint[] => endPoint('IDLH', 3, 30, ppm, id);
const probit = (a: number, b: number, n: number): ToxicProbit => ({
  a,
  b,
  n,
  source: figureSources.purpleBook.title,
  verified: figureSources.purpleBook.isPublisher,
});
const none: Row = [];

export const substances: readonly Substance[] = [
  {
    id: 'ammonia',
    name: { zh: '氨', en: 'Ammonia' },
    cas: '7664-41-7',
    figures: figures({
      molarMass: [0.01703, 'ammoniaSheet'],
      boilingK: [239.83, 'ammoniaNist'],
      liquidDensity: [681.63, 'ammoniaNist'],
      lowerFlammable: [0.15, 'icscAmmonia'],
      upperFlammable: [0.28, 'icscAmmonia'],
    }),
    toxic: [...aegl('aegl', [30, 30, 30, 30, 30], [220, 220, 160, 110, 110], [2700, 1600, 1100, 550, 390]), ...idlh(300, 'ammoniaLimits')],
    probit: probit(-15.6, 1, 2),
  },
  {
    id: 'butane',
    name: { zh: '正丁烷', en: 'n-Butane' },
    cas: '106-97-8',
    figures: figures({
      molarMass: [0.058122, 'perryButane'],
      boilingK: [272.55, 'perryButane'],
      liquidDensity: [573.23, 'perryButane'],
      liquidHeatCapacity: [2417.3, 'perryButane'],
      latentHeat: [361290, 'perryButane'],
      heatOfCombustion: [45.72e6, 'butaneCombustion'],
      lowerFlammable: [0.016, 'npgButane'],
      upperFlammable: [0.084, 'npgButane'],
    }),
    toxic: idlh(1600, 'npgButane'),
    probit: null,
  },
  {
    id: 'carbonDisulfide',
    name: { zh: '二硫化碳', en: 'Carbon disulfide' },
    cas: '75-15-0',
    figures: {},
    toxic: aegl('aegl', [17, 17, 13, 8.4, 6.7], [200, 200, 160, 100, 50], [600, 600, 480, 300, 150]),
    probit: null,
  },
  {
    id: 'carbonMonoxide',
    name: { zh: '一氧化碳', en: 'Carbon monoxide' },
    cas: '630-08-0',
    figures: figures({
      molarMass: [0.02801, 'atsdrMonoxide'],
      boilingK: [81.65, 'atsdrMonoxide'],
      lowerFlammable: [0.125, 'oxfordMonoxide'],
      upperFlammable: [0.74, 'oxfordMonoxide'],
    }),
    toxic: [],
    probit: probit(-7.4, 1, 1),
  },
  {
    id: 'chlorine',
    name: { zh: '氯', en: 'Chlorine' },
    cas: '7782-50-5',
    figures: figures({ molarMass: [0.0709, 'npgChlorine'], boilingK: [239.04, 'npgChlorine'] }),
    toxic: [...aegl('aeglTwice', [0.5, 0.5, 0.5, 0.5, 0.5], [2.8, 2.8, 2, 1, null], [50, 28, 20, 10, 7.1]), ...idlh(10, 'idlhChlorine')],
    probit: probit(-6.35, 0.5, 2.75),
  },
  {
    id: 'hydrogenChloride',
    name: { zh: '氯化氢', en: 'Hydrogen chloride' },
    cas: '7647-01-0',
    figures: figures({ molarMass: [0.0365, 'oshaChloride'], boilingK: [188.15, 'oshaChloride'] }),
    toxic: aegl('aegl', [1.8, 1.8, 1.8, 1.8, 1.8], [100, 43, 22, 11, 11], [620, 210, 100, 26, 26]),
    probit: probit(-37.3, 3.69, 1),
  },
  {
    id: 'hydrogenCyanide',
    name: { zh: '氰化氢', en: 'Hydrogen cyanide' },
    cas: '74-90-8',
    figures: {},
    toxic: aegl('aegl', [2.5, 2.5, 2, 1.3, 1], [17, 10, 7.1, 3.5, 2.5], [27, 21, 15, 8.6, 6.6]),
    probit: probit(-9.8, 1, 2.4),
  },
  {
    id: 'hydrogenFluoride',
    name: { zh: '氟化氢', en: 'Hydrogen fluoride' },
    cas: '7664-39-3',
    figures: {},
    toxic: aegl('aegl', [1, 1, 1, 1, 1], [95, 34, 24, 12, 12], [170, 62, 44, 22, 22]),
    probit: probit(-8.4, 1, 1.5),
  },
  {
    id: 'hydrogenSulfide',
    name: { zh: '硫化氢', en: 'Hydrogen sulfide' },
    cas: '7783-06-4',
    figures: figures({
      molarMass: [0.03408, 'rtecsSulfide'],
      boilingK: [212.15, 'napSulfide'],
      lowerFlammable: [0.043, 'napSulfide'],
      upperFlammable: [0.455, 'napSulfide'],
    }),
    toxic: [
      ...aegl('aeglSulfide', [0.75, 0.6, 0.51, 0.36, 0.33], [41, 32, 27, 20, 17], [76, 59, 50, 37, 31]),
      ...tiers('ERPG', 'erpgSulfide', 0.1, 30, 100),
      ...tiers('PAC', 'pacSulfide', 0.51, 27, 50),
    ],
    probit: probit(-11.5, 1, 1.9),
  },
  {
    id: 'lpg',
    name: { zh: '液化石油气', en: 'LPG' },
    cas: '68476-85-7',
    figures: figures({ lowerFlammable: [0.019, 'idlhLpg'] }),
    toxic: idlh(2000, 'idlhLpg'),
    probit: null,
  },
  {
    id: 'methane',
    name: { zh: '甲烷（天然气）', en: 'Methane (natural gas)' },
    cas: '74-82-8',
    figures: figures({
      molarMass: [0.016043, 'methaneTest'],
      boilingK: [111.6, 'methaneTest'],
      liquidDensity: [425.6, 'methaneTest'],
      liquidHeatCapacity: [3349, 'methaneTest'],
      latentHeat: [509880, 'methaneTest'],
      lowerFlammable: [0.044, 'methaneLimits'],
    }),
    toxic: [],
    probit: null,
  },
  {
    id: 'methanol',
    name: { zh: '甲醇', en: 'Methanol' },
    cas: '67-56-1',
    figures: figures({
      molarMass: [0.03204, 'methanolSheet'],
      boilingK: [338.15, 'napMethanol'],
      lowerFlammable: [0.06, 'methanolSheet'],
      upperFlammable: [0.365, 'methanolSheet'],
    }),
    toxic: tiers('PAC', 'pac', null, 2100, 7200),
    probit: null,
  },
  {
    id: 'methylIsocyanate',
    name: { zh: '异氰酸甲酯', en: 'Methyl isocyanate' },
    cas: '624-83-9',
    figures: {},
    toxic: aegl('aegl', none, [0.4, 0.13, 0.067, 0.017, 0.008], [1.2, 0.4, 0.2, 0.05, 0.025]),
    probit: probit(-1.2, 1, 0.7),
  },
  {
    id: 'phosgene',
    name: { zh: '碳酰氯（光气）', en: 'Phosgene' },
    cas: '75-44-5',
    figures: {},
    toxic: aegl('aegl', none, [0.6, 0.6, 0.3, 0.08, 0.04], [3.6, 1.5, 0.75, 0.2, 0.09]),
    probit: probit(-10.6, 2, 1),
  },
  {
    id: 'phosphine',
    name: { zh: '磷化氢', en: 'Phosphine' },
    cas: '7803-51-2',
    figures: {},
    toxic: aegl('aegl', none, [4, 4, 2, 0.5, 0.25], [7.2, 7.2, 3.6, 0.9, 0.45]),
    probit: probit(-6.8, 1, 2),
  },
  {
    id: 'propane',
    name: { zh: '丙烷', en: 'Propane' },
    cas: '74-98-6',
    figures: figures({
      molarMass: [0.0441, 'oshaPropane'],
      boilingK: [230.93, 'oshaPropane'],
      liquidDensity: [585.3, 'sheetPropane'],
      heatOfCombustion: [46.333e6, 'epaPropane'],
      lowerFlammable: [0.021, 'oshaPropane'],
      upperFlammable: [0.095, 'oshaPropane'],
    }),
    toxic: tiers('PAC', 'pac', 5500, 17000, 33000),
    probit: null,
  },
  {
    id: 'sulfurDioxide',
    name: { zh: '二氧化硫', en: 'Sulfur dioxide' },
    cas: '7446-09-5',
    figures: figures({ molarMass: [0.06406, 'dioxideSheet'], boilingK: [263.15, 'dioxideSheet'] }),
    toxic: idlh(100, 'dioxideSheet'),
    probit: probit(-19.2, 1, 2.4),
  },
];
