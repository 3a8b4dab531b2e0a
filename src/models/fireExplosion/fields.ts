import { area, choice, features, flag, list, number, place, record, series, text, type ValuesOf } from '../field.ts';
import { substanceOptions } from '#models/shared/substances/lookup.ts';
import { dominoFrom } from './effects.table.ts';

// What the fire and explosion model asks and answers.

export const inputs = {
  source: place({ label: { zh: '地点', en: 'Place' } }),
  kind: choice({
    label: { zh: '事故类型', en: 'Kind' },
    options: [
      { value: 'poolFire', label: { zh: '池火', en: 'Pool fire' } },
      { value: 'jetFire', label: { zh: '喷射火', en: 'Jet fire' } },
      { value: 'fireball', label: { zh: '火球（BLEVE）', en: 'Fireball (BLEVE)' } },
      { value: 'flashFire', label: { zh: '闪火', en: 'Flash fire' } },
      { value: 'vceTnt', label: { zh: '蒸气云爆炸（TNT 当量）', en: 'Vapour cloud explosion (TNT)' } },
      { value: 'vceMultiEnergy', label: { zh: '蒸气云爆炸（多能法）', en: 'Vapour cloud explosion (multi-energy)' } },
      { value: 'vceBst', label: { zh: '蒸气云爆炸（BST）', en: 'Vapour cloud explosion (BST)' } },
    ],
  }),
  substance: choice({ label: { zh: '物质', en: 'Substance' }, options: substanceOptions }),
  massKg: number({ label: { zh: '参与质量', en: 'Mass' }, unit: 'kg', min: 0, aboveMin: true, max: 1e7, optional: true }),
  rateKgS: number({ label: { zh: '喷射速率', en: 'Rate of the jet' }, unit: 'kg/s', min: 0, aboveMin: true, max: 1e4, optional: true }),
  poolDiameterM: number({ label: { zh: '液池直径', en: 'Pool diameter' }, unit: 'm', min: 0.2, max: 300, optional: true }),
  congestedVolumeM3: number({ label: { zh: '受阻空间体积', en: 'Congested volume' }, unit: 'm³', min: 1, max: 1e7, optional: true }),
  curve: list({
    label: { zh: '爆炸曲线', en: 'Blast curve' },
    note: {
      zh: '多能法或 BST 曲线：程序不附带未核实的曲线数据，请按已批准的出处录入',
      en: 'of the multi-energy or BST method: no curve that has not been checked comes with the program; enter one from an approved source',
    },
    of: record({
      label: { zh: '点', en: 'Point' },
      fields: {
        scaledDistance: number({ label: { zh: '比拟距离', en: 'Scaled distance' }, unit: '1', min: 0.01, max: 1000 }),
        scaledOverpressure: number({ label: { zh: '比拟超压', en: 'Scaled overpressure' }, unit: '1', min: 1e-5, max: 100 }),
      },
    }),
    minItems: 2,
    maxItems: 200,
    optional: true,
  }),
  curveSource: text({ label: { zh: '曲线出处', en: 'Source of the curve' }, maxLength: 200, optional: true }),
  cloud: area({
    label: { zh: '可燃云范围（扩散模型的爆炸下限分区）', en: 'Flammable cloud (LFL zone of the dispersion model)' },
    optional: true,
  }),
  heatOfCombustion: number({ label: { zh: '燃烧热', en: 'Heat of combustion' }, unit: 'J/kg', min: 1e6, max: 1.5e8, optional: true }),
  latentHeat: number({ label: { zh: '汽化热', en: 'Latent heat' }, unit: 'J/kg', min: 1e4, max: 5e6, optional: true }),
  liquidHeatCapacity: number({
    label: { zh: '液体比热', en: 'Heat capacity of the liquid' },
    unit: 'J/(kg·K)',
    min: 200,
    max: 20_000,
    optional: true,
  }),
  boilingK: number({ label: { zh: '标准沸点', en: 'Normal boiling point' }, unit: 'K', min: 4, max: 900, optional: true }),
  radiativeFraction: number({
    label: { zh: '辐射分数', en: 'Radiated share' },
    unit: '1',
    min: 0.05,
    max: 0.5,
    standard: 0.3,
    source: 'CCPS: 0.3 for vessels that burst below their relief pressure, as reported',
  }),
  blastShare: number({
    label: { zh: '爆炸效率（TNT 法）', en: 'Share of energy in the blast (TNT)' },
    unit: '1',
    min: 0.001,
    max: 0.2,
    standard: 0.04,
    source: 'TNT equivalence of past explosions 1 to 10 %, as reported after CCPS',
  }),
  vapourPa: number({
    label: { zh: '空气水汽分压', en: 'Water vapour in the air' },
    unit: 'Pa',
    min: 100,
    max: 7000,
    standard: 1400,
    source: '60 % of 2,339 Pa at 20 °C',
  }),
  airTemperatureK: number({ label: { zh: '气温', en: 'Air temperature' }, unit: 'K', min: 223, max: 323, standard: 293.15 }),
  airPressurePa: number({ label: { zh: '气压', en: 'Air pressure' }, unit: 'Pa', min: 5e4, max: 1.1e5, standard: 101_325 }),
  windSpeedMps: number({ label: { zh: '风速', en: 'Wind speed' }, unit: 'm/s', min: 0, max: 50, standard: 0 }),
  exposureS: number({
    label: { zh: '热暴露时间', en: 'Time in the heat' },
    unit: 's',
    min: 1,
    max: 600,
    standard: 20,
    source: 'AQ/T 3046-2013 after eq. (6): at most 20 s, as reported',
  }),
  neighbours: list({
    label: { zh: '相邻设备（多米诺）', en: 'Neighbouring vessels (domino)' },
    of: record({
      label: { zh: '设备', en: 'Vessel' },
      fields: {
        name: text({ label: { zh: '名称', en: 'Name' }, maxLength: 60 }),
        place: place({ label: { zh: '位置', en: 'Place' } }),
        heatWm2: number({
          label: { zh: '耐受热辐射', en: 'Bears heat up to' },
          unit: 'W/m²',
          min: 1000,
          max: 500_000,
          standard: dominoFrom.heatWm2,
          source: '37.5 kW/m² damage to plant, as commonly used; text not read',
        }),
        overpressurePa: number({
          label: { zh: '耐受超压', en: 'Bears overpressure up to' },
          unit: 'Pa',
          min: 1000,
          max: 1e6,
          standard: dominoFrom.overpressurePa,
          source: 'CCPS damage table, 3 psi, as reported',
        }),
      },
    }),
    maxItems: 200,
    optional: true,
  }),
} as const;

const metres = (zh: string, en: string) => number({ label: { zh, en }, unit: 'm', min: 0 });

export const outputs = {
  flameDiameterM: metres('火焰（球）直径', 'Diameter of the flame'),
  flameLengthM: metres('火焰长度或高度', 'Length or height of the flame'),
  durationS: number({ label: { zh: '持续时间', en: 'Duration' }, unit: 's' }),
  emissivePowerWm2: number({ label: { zh: '表面辐射功率', en: 'Emissive power' }, unit: 'W/m²' }),
  tntKg: number({ label: { zh: 'TNT 当量', en: 'TNT equivalent' }, unit: 'kg' }),
  circles: list({
    label: { zh: '影响半径', en: 'Circles' },
    of: record({
      label: { zh: '圆', en: 'Circle' },
      fields: {
        id: text({ label: { zh: '代号', en: 'Id' }, maxLength: 40 }),
        nameZh: text({ label: { zh: '中文名', en: 'Chinese name' }, maxLength: 80 }),
        nameEn: text({ label: { zh: '英文名', en: 'English name' }, maxLength: 80 }),
        value: number({ label: { zh: '阈值', en: 'Level' }, unit: 'W/m² | Pa' }),
        radiusM: metres('半径', 'Radius'),
        lowM: metres('半径下限', 'Radius, low'),
        highM: metres('半径上限', 'Radius, high'),
        source: text({ label: { zh: '阈值来源', en: 'Source of the level' }, maxLength: 300 }),
      },
    }),
    maxItems: 20,
  }),
  area: features({ label: { zh: '影响范围', en: 'Areas' } }),
  distancesM: series({ label: { zh: '距离', en: 'Distances' }, unit: 'm', maxItems: 60 }),
  effects: series({ label: { zh: '热辐射（W/m²）或超压（Pa）', en: 'Heat (W/m²) or overpressure (Pa)' }, unit: 'W/m² | Pa', maxItems: 60 }),
  deaths: series({ label: { zh: '室外死亡概率', en: 'Share of deaths outdoors' }, unit: '1', maxItems: 60 }),
  domino: list({
    label: { zh: '多米诺清单', en: 'Domino list' },
    of: record({
      label: { zh: '设备', en: 'Vessel' },
      fields: {
        name: text({ label: { zh: '名称', en: 'Name' }, maxLength: 60 }),
        distanceM: metres('距离', 'Distance'),
        effect: number({ label: { zh: '所受作用', en: 'Effect on it' }, unit: 'W/m² | Pa' }),
        limit: number({ label: { zh: '耐受值', en: 'What it bears' }, unit: 'W/m² | Pa' }),
        mayFail: flag({ label: { zh: '可能失效', en: 'May fail' } }),
      },
    }),
    maxItems: 200,
  }),
} as const;

export type FireInput = ValuesOf<typeof inputs>;
export type FireOutput = ValuesOf<typeof outputs>;
