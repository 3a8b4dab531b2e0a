import { choice, features, list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import { substanceOptions } from '#models/shared/substances/lookup.ts';
import { sigmaSets, type SigmaSetId } from './sigma.ts';
import { stabilityOptions } from './stability.ts';

// What the dispersion model asks and answers.

const speed = {
  unit: 'm/s',
  min: 0.5,
  max: 50,
  source: 'below 0.5 m/s there is no mean wind for a plume to follow; the power law and the sets of σ were fitted above 1 m/s',
} as const;

export const inputs = {
  source: place({ label: { zh: '泄漏点', en: 'Place of release' } }),
  substance: choice({ label: { zh: '物质', en: 'Substance' }, options: substanceOptions }),
  release: choice({
    label: { zh: '泄漏方式', en: 'Kind of release' },
    options: [
      { value: 'continuous', label: { zh: '连续', en: 'Continuous' } },
      { value: 'finite', label: { zh: '有限时长', en: 'Of finite length' } },
      { value: 'instantaneous', label: { zh: '瞬时', en: 'Instantaneous' } },
    ],
  }),
  rateKgS: number({ label: { zh: '泄漏速率', en: 'Rate' }, unit: 'kg/s', min: 0, aboveMin: true, max: 1e5, optional: true }),
  durationS: number({ label: { zh: '泄漏时长', en: 'Length of release' }, unit: 's', min: 1, max: 86_400, optional: true }),
  massKg: number({ label: { zh: '泄漏量', en: 'Mass released' }, unit: 'kg', min: 0, aboveMin: true, max: 1e7, optional: true }),
  releaseHeightM: number({ label: { zh: '泄漏高度', en: 'Height of release' }, unit: 'm', min: 0, max: 200, standard: 0 }),
  receptorHeightM: number({
    label: { zh: '受体高度', en: 'Height of people' },
    unit: 'm',
    min: 0,
    max: 50,
    standard: 1.5,
    source: 'breathing height of a standing adult',
  }),
  windSpeedMps: number({ label: { zh: '风速', en: 'Wind speed' }, ...speed }),
  windMeasuredAtM: number({
    label: { zh: '测风高度', en: 'Height of the anemometer' },
    unit: 'm',
    min: 1,
    max: 100,
    standard: 10,
    source: 'GB/T 35227: surface wind is measured at 10 to 12 m',
  }),
  windFromDeg: number({ label: { zh: '风向（来向）', en: 'Wind from' }, unit: '°', min: 0, max: 360 }),
  stability: choice({ label: { zh: '大气稳定度', en: 'Stability class' }, options: stabilityOptions }),
  sigmaSet: choice({
    label: { zh: '扩散参数', en: 'Dispersion coefficients' },
    options: (Object.keys(sigmaSets) as SigmaSetId[]).map((value) => ({ value, label: sigmaSets[value].label })),
    standard: 'briggsRural',
  }),
  terrain: choice({
    label: { zh: '下垫面（风廓线）', en: 'Ground (wind profile)' },
    options: [
      { value: 'rural', label: { zh: '乡村', en: 'Open country' } },
      { value: 'urban', label: { zh: '城镇', en: 'Town' } },
      { value: 'tno', label: { zh: 'TNO 对数廓线', en: 'TNO logarithmic' } },
    ],
    standard: 'rural',
  }),
  lidM: number({ label: { zh: '混合层高度', en: 'Mixing height' }, unit: 'm', min: 50, max: 5000, optional: true }),
  airTemperatureK: number({ label: { zh: '气温', en: 'Air temperature' }, unit: 'K', min: 223, max: 323, standard: 293.15 }),
  airPressurePa: number({ label: { zh: '气压', en: 'Air pressure' }, unit: 'Pa', min: 5e4, max: 1.1e5, standard: 101_325 }),
  sourceTemperatureK: number({ label: { zh: '云团温度', en: 'Cloud temperature' }, unit: 'K', min: 20, max: 1500, optional: true }),
  sourceDensityKgM3: number({
    label: { zh: '云团初始密度', en: 'Cloud density at the source' },
    unit: 'kg/m³',
    min: 0.05,
    max: 200,
    optional: true,
    note: {
      zh: '缺省为纯气体在云团温度下的密度；带液滴的云团（如液氨）应填写源项计算的混合密度',
      en: 'left out: pure gas at the cloud temperature; enter the mixture density of the source term when droplets are carried (liquid ammonia)',
    },
  }),
  sourceDiameterM: number({ label: { zh: '源直径', en: 'Source diameter' }, unit: 'm', min: 0, max: 200, standard: 1 }),
  behaviour: choice({
    label: { zh: '云团性质', en: 'Behaviour of the cloud' },
    options: [
      { value: 'auto', label: { zh: '按判据自动', en: 'By the criterion' } },
      { value: 'passive', label: { zh: '中性气体', en: 'Passive' } },
      { value: 'dense', label: { zh: '重气', en: 'Dense' } },
    ],
    standard: 'auto',
  }),
  exposureMinutes: number({
    label: { zh: '暴露时间', en: 'Time of exposure' },
    unit: 'min',
    min: 1,
    max: 480,
    standard: 60,
    source: 'AEGL tables run from 10 min to 8 h; 60 min is the usual planning value',
  }),
  molarMassKgMol: number({ label: { zh: '摩尔质量', en: 'Molar mass' }, unit: 'kg/mol', min: 0.002, max: 0.5, optional: true }),
  lowerFlammable: number({
    label: { zh: '爆炸下限（体积分数）', en: 'Lower flammable limit' },
    unit: '1',
    min: 0.001,
    max: 0.5,
    optional: true,
  }),
  levels: list({
    label: { zh: '另加浓度线', en: 'Further levels' },
    of: record({
      label: { zh: '浓度线', en: 'Level' },
      fields: {
        name: text({ label: { zh: '名称', en: 'Name' }, maxLength: 40 }),
        ppm: number({ label: { zh: '体积浓度', en: 'Concentration' }, unit: 'ppm', min: 0, aboveMin: true, max: 1e6 }),
      },
    }),
    maxItems: 10,
    optional: true,
  }),
  directionSpreadDeg: number({
    label: { zh: '风向不确定度', en: 'Uncertainty of direction' },
    unit: '°',
    min: 0,
    max: 180,
    standard: 20,
    source: 'operator; standard value is a judgement, not from a standard',
  }),
  speedSpread: number({
    label: { zh: '风速相对不确定度', en: 'Relative uncertainty of speed' },
    unit: '1',
    min: 0,
    max: 0.9,
    standard: 0.3,
    source: 'operator; standard value is a judgement, not from a standard',
  }),
  changingWind: list({
    label: { zh: '变化的风', en: 'Changing wind' },
    note: { zh: '填写后改用烟团；起始时刻自泄漏开始计', en: 'when given, puffs are followed; times count from the start of the release' },
    of: record({
      label: { zh: '时段', en: 'Period' },
      fields: {
        fromS: number({ label: { zh: '起始', en: 'From' }, unit: 's', min: 0, max: 86_400 }),
        speedMps: number({ label: { zh: '风速', en: 'Speed' }, ...speed }),
        fromDeg: number({ label: { zh: '风向（来向）', en: 'Wind from' }, unit: '°', min: 0, max: 360 }),
        stability: choice({ label: { zh: '大气稳定度', en: 'Stability class' }, options: stabilityOptions }),
      },
    }),
    maxItems: 48,
    optional: true,
  }),
  reachM: number({ label: { zh: '计算距离', en: 'Distance looked at' }, unit: 'm', min: 200, max: 50_000, standard: 20_000 }),
} as const;

const metres = (zh: string, en: string) => number({ label: { zh, en }, unit: 'm', min: 0 });

export const outputs = {
  behaviour: choice({
    label: { zh: '云团性质', en: 'Behaviour of the cloud' },
    options: [
      { value: 'passive', label: { zh: '中性气体', en: 'Passive' } },
      { value: 'dense', label: { zh: '重气', en: 'Dense' } },
    ],
  }),
  criterion: number({ label: { zh: '重气判据值', en: 'Dense gas criterion' }, unit: '1' }),
  windAtReleaseMps: number({ label: { zh: '泄漏高度风速', en: 'Wind at the height of release' }, unit: 'm/s' }),
  approachFromDeg: number({
    label: { zh: '建议接近方位（上风侧）', en: 'Bearing from the source of the upwind approach' },
    unit: '°',
  }),
  zones: list({
    label: { zh: '浓度分区', en: 'Zones' },
    of: record({
      label: { zh: '分区', en: 'Zone' },
      fields: {
        id: text({ label: { zh: '代号', en: 'Id' }, maxLength: 60 }),
        nameZh: text({ label: { zh: '中文名', en: 'Chinese name' }, maxLength: 80 }),
        nameEn: text({ label: { zh: '英文名', en: 'English name' }, maxLength: 80 }),
        ppm: number({ label: { zh: '浓度', en: 'Concentration' }, unit: 'ppm' }),
        concentrationKgM3: number({ label: { zh: '质量浓度', en: 'Mass concentration' }, unit: 'kg/m³' }),
        farM: metres('下风距离', 'Distance downwind'),
        lowM: metres('距离（10% 分位）', 'Distance (10 % quantile)'),
        highM: metres('距离（90% 分位）', 'Distance (90 % quantile)'),
        widthM: metres('宽度', 'Width'),
        areaM2: number({ label: { zh: '面积', en: 'Area' }, unit: 'm²' }),
        isCut: number({ label: { zh: '超出计算距离（1 是）', en: 'Goes on beyond the distance looked at (1 yes)' }, unit: '1' }),
        source: text({ label: { zh: '阈值来源', en: 'Source of the level' }, maxLength: 300 }),
        verified: number({ label: { zh: '阈值已核实（1 是）', en: 'Level verified (1 yes)' }, unit: '1' }),
      },
    }),
    maxItems: 40,
  }),
  area: features({ label: { zh: '分区图形', en: 'Zones as polygons' } }),
  distancesM: series({ label: { zh: '轴线距离', en: 'Distances on the axis' }, unit: 'm', maxItems: 200 }),
  concentrationsKgM3: series({ label: { zh: '轴线浓度', en: 'Concentrations on the axis' }, unit: 'kg/m³', maxItems: 200 }),
} as const;

export type DispersionInput = ValuesOf<typeof inputs>;
export type DispersionOutput = ValuesOf<typeof outputs>;
