import { choice, flag, number, type ValuesOf } from '../field.ts';
import { substanceOptions } from '#models/shared/substances/lookup.ts';

// What the source term asks and answers. Pressures are absolute.

export const inputs = {
  substance: choice({ label: { zh: '物质', en: 'Substance' }, options: substanceOptions }),
  phase: choice({
    label: { zh: '孔口相态', en: 'Phase in the hole' },
    options: [
      { value: 'liquid', label: { zh: '液体', en: 'Liquid' } },
      { value: 'gas', label: { zh: '气体', en: 'Gas' } },
      { value: 'twoPhase', label: { zh: '两相', en: 'Vapour and liquid' } },
    ],
  }),
  holeDiameterM: number({ label: { zh: '孔径', en: 'Hole diameter' }, unit: 'm', min: 0, aboveMin: true, max: 2 }),
  dischargeCoefficient: number({
    label: { zh: '流量系数', en: 'Discharge coefficient' },
    unit: '1',
    min: 0.1,
    max: 1,
    standard: 0.61,
    source: 'CCPS 1999 p. 27: sharp edge at Reynolds numbers above 30,000, as reported',
  }),
  pressurePa: number({ label: { zh: '容器绝对压力', en: 'Pressure in the vessel' }, unit: 'Pa', min: 1e3, max: 1e8 }),
  ambientPressurePa: number({ label: { zh: '气压', en: 'Air pressure' }, unit: 'Pa', min: 5e4, max: 1.1e5, standard: 101_325 }),
  temperatureK: number({ label: { zh: '介质温度', en: 'Temperature of the contents' }, unit: 'K', min: 20, max: 1500 }),
  groundK: number({ label: { zh: '地面温度', en: 'Ground temperature' }, unit: 'K', min: 223, max: 343, standard: 293.15 }),
  headM: number({ label: { zh: '液面高出孔口', en: 'Liquid above the hole' }, unit: 'm', min: 0, max: 60, standard: 0 }),
  inventoryKg: number({ label: { zh: '可泄漏量', en: 'Mass that can escape' }, unit: 'kg', min: 0, aboveMin: true, max: 1e8 }),
  isolatedAfterS: number({
    label: { zh: '切断时间', en: 'Isolated after' },
    unit: 's',
    min: 10,
    max: 86_400,
    standard: 600,
    source: 'CCPS 1999 p. 22: ten minutes, as reported; GB/T 37243 annex E gives times by class of detection',
  }),
  vapourShare: number({
    label: { zh: '孔口汽相质量分数', en: 'Vapour in the hole by mass' },
    unit: '1',
    min: 0,
    max: 1,
    optional: true,
    note: { zh: '两相缺省按闪蒸分数', en: 'two-phase: the flashed share when left out' },
  }),
  aerosolShare: number({
    label: { zh: '未闪蒸液体中成雾分数', en: 'Airborne share of the unflashed liquid' },
    unit: '1',
    min: 0,
    max: 1,
    optional: true,
  }),
  bundAreaM2: number({ label: { zh: '围堰面积', en: 'Bund area' }, unit: 'm²', min: 0, aboveMin: true, max: 1e6, optional: true }),
  groundConductivity: number({
    label: { zh: '地面导热系数', en: 'Conductivity of the ground' },
    unit: 'W/(m·K)',
    min: 0.05,
    max: 10,
    standard: 1.28,
    source: 'concrete; Bejan & Kraus, Heat Transfer Handbook 2003, as reported',
  }),
  groundDiffusivity: number({
    label: { zh: '地面热扩散率', en: 'Diffusivity of the ground' },
    unit: 'm²/s',
    min: 1e-8,
    max: 1e-5,
    standard: 6.6e-7,
    source: 'concrete; Bejan & Kraus, Heat Transfer Handbook 2003, as reported',
  }),
  windSpeedMps: number({ label: { zh: '风速', en: 'Wind speed' }, unit: 'm/s', min: 0.5, max: 50, optional: true }),
  vapourPressurePa: number({
    label: { zh: '液池温度下的蒸气压', en: 'Vapour pressure of the pool' },
    unit: 'Pa',
    min: 0,
    aboveMin: true,
    max: 101_325,
    optional: true,
  }),
  molarMassKgMol: number({ label: { zh: '摩尔质量', en: 'Molar mass' }, unit: 'kg/mol', min: 0.002, max: 0.5, optional: true }),
  boilingK: number({ label: { zh: '标准沸点', en: 'Normal boiling point' }, unit: 'K', min: 4, max: 900, optional: true }),
  liquidDensityKgM3: number({ label: { zh: '液体密度', en: 'Liquid density' }, unit: 'kg/m³', min: 50, max: 5000, optional: true }),
  liquidHeatCapacity: number({
    label: { zh: '液体比热', en: 'Heat capacity of the liquid' },
    unit: 'J/(kg·K)',
    min: 200,
    max: 20_000,
    optional: true,
  }),
  latentHeat: number({ label: { zh: '汽化热', en: 'Latent heat' }, unit: 'J/kg', min: 1e4, max: 5e6, optional: true }),
  heatRatio: number({ label: { zh: '比热比', en: 'Ratio of specific heats' }, unit: '1', min: 1.01, max: 1.7, optional: true }),
} as const;

const kg = (zh: string, en: string) => number({ label: { zh, en }, unit: 'kg' });
const kgS = (zh: string, en: string) => number({ label: { zh, en }, unit: 'kg/s' });
const share = (zh: string, en: string) => number({ label: { zh, en }, unit: '1' });

export const outputs = {
  rateKgS: kgS('泄漏速率', 'Rate'),
  isChoked: flag({ label: { zh: '声速流', en: 'At the speed of sound' } }),
  velocityMps: number({ label: { zh: '出口速度', en: 'Velocity' }, unit: 'm/s' }),
  durationS: number({ label: { zh: '持续时间', en: 'Length of release' }, unit: 's' }),
  releasedKg: kg('泄漏总量', 'Mass released'),
  flashedShare: share('闪蒸分数', 'Flashed share'),
  aerosolShare: share('成雾分数', 'Airborne share of the rest'),
  airborneRateKgS: kgS('进入云团速率（不含液池）', 'Rate into the cloud, pool left out'),
  poolRateKgS: kgS('落地速率', 'Rate to the ground'),
  poolAreaM2: number({ label: { zh: '液池面积（结束时）', en: 'Pool area at the end' }, unit: 'm²' }),
  poolEvaporationKgS: kgS('液池蒸发速率（结束时）', 'Evaporation of the pool at the end'),
  airborneKg: kg('云团总量', 'Mass in the cloud'),
  cloudDensityKgM3: number({ label: { zh: '云团初始密度', en: 'Density of the cloud at the source' }, unit: 'kg/m³' }),
  cloudTemperatureK: number({ label: { zh: '云团初始温度', en: 'Temperature of the cloud at the source' }, unit: 'K' }),
} as const;

export type SourceInput = ValuesOf<typeof inputs>;
export type SourceOutput = ValuesOf<typeof outputs>;
