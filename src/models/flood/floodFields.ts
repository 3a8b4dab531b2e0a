import { choice, features, flag, grid, list, number, place, record, series } from '../field.ts';

// What goes into the flood model and what comes out.

const chow = 'Chow 1959, Open-Channel Hydraulics, table 5-6 (range of natural flood plains and channels; not re-read)';
const own = 'choice of this model';

const rain = record({
  label: { zh: '降雨', en: 'Rain' },
  note: { zh: '过程之后按无雨计算。', en: 'After the series it is dry.' },
  optional: true,
  fields: {
    intensityMmPerHour: series({
      label: { zh: '雨强，按时段', en: 'Intensity by interval' },
      unit: 'mm/h',
      min: 0,
      max: 500,
      minItems: 1,
      maxItems: 2000,
    }),
    stepS: number({ label: { zh: '时段长', en: 'Length of an interval' }, unit: 's', min: 60, max: 86_400, standard: 3600, source: own }),
  },
});

const inflow = record({
  label: { zh: '入流', en: 'Inflow' },
  fields: {
    at: place({ label: { zh: '位置', en: 'Place' } }),
    dischargeM3s: series({
      label: { zh: '流量，按时段', en: 'Discharge by interval' },
      unit: 'm³/s',
      min: 0,
      max: 100_000,
      minItems: 1,
      maxItems: 2000,
    }),
    stepS: number({ label: { zh: '时段长', en: 'Length of an interval' }, unit: 's', min: 10, max: 86_400, standard: 3600, source: own }),
  },
});

const breach = record({
  label: { zh: '溃口', en: 'Breach' },
  optional: true,
  fields: {
    at: place({ label: { zh: '溃口外侧位置', en: 'Place just outside the breach' } }),
    failure: choice({
      label: { zh: '溃决方式', en: 'Way of failing' },
      options: [
        { value: 'overtopping', label: { zh: '漫顶', en: 'Overtopping' } },
        { value: 'piping', label: { zh: '管涌', en: 'Piping' } },
      ],
    }),
    levelM: number({ label: { zh: '溃决时水位', en: 'Water level when it begins' }, unit: 'm', min: -500, max: 9000 }),
    bottomM: number({ label: { zh: '溃口底高程', en: 'Bottom of the finished breach' }, unit: 'm', min: -500, max: 9000 }),
    volumeM3: number({
      label: { zh: '溃口底以上水量', en: 'Water above that bottom' },
      unit: 'm³',
      min: 100,
      max: 1e11,
      note: { zh: '江河堤防填可能流出的水量。', en: 'For a river dike: what the river can give.' },
    }),
    keepsLevel: flag({ label: { zh: '水位不降（江河）', en: 'Level does not sink (river)' }, standard: false }),
    nearFieldM: number({
      label: { zh: '近区半宽', en: 'Half width of the near field' },
      unit: 'm',
      min: 100,
      max: 20_000,
      standard: 3000,
      source: own,
    }),
  },
});

export const floodInputs = {
  dem: grid({ label: { zh: '高程', en: 'Ground' }, unit: 'm', min: -500, max: 9000, holes: true }),
  holes: choice({
    label: { zh: '缺高程的格子', en: 'Cells without ground' },
    options: [
      { value: 'refuse', label: { zh: '不许有', en: 'Not allowed' } },
      { value: 'wall', label: { zh: '当作不过水', en: 'Let no water through' } },
    ],
    standard: 'refuse',
  }),
  edges: choice({
    label: { zh: '栅格边缘', en: 'Edge of the raster' },
    options: [
      { value: 'open', label: { zh: '水可流出', en: 'Water may leave' } },
      { value: 'closed', label: { zh: '不过水', en: 'Closed' } },
    ],
    standard: 'open',
  }),
  durationS: number({ label: { zh: '时长', en: 'Duration' }, unit: 's', min: 60, max: 864_000, standard: 86_400, source: own }),
  rain,
  rainShare: grid({ label: { zh: '雨量分布系数', en: 'Factor of the rain per cell' }, unit: '1', min: 0, max: 10, optional: true }),
  infiltrationMmPerHour: number({
    label: { zh: '下渗能力', en: 'Infiltration capacity' },
    unit: 'mm/h',
    min: 0,
    max: 200,
    standard: 0,
    source: own,
  }),
  drainMmPerHour: number({ label: { zh: '排水能力', en: 'Capacity of drains' }, unit: 'mm/h', min: 0, max: 200, standard: 0, source: own }),
  lossShare: grid({
    label: { zh: '下渗与排水分布系数', en: 'Factor of infiltration and drains per cell' },
    unit: '1',
    min: 0,
    max: 100,
    optional: true,
  }),
  roughness: number({ label: { zh: '曼宁糙率', en: "Manning's n" }, unit: 's/m^⅓', min: 0.01, max: 0.5, standard: 0.05, source: chow }),
  roughnessGrid: grid({ label: { zh: '糙率分布', en: "Manning's n per cell" }, unit: 's/m^⅓', min: 0.01, max: 0.5, optional: true }),
  initialDepth: grid({ label: { zh: '初始水深', en: 'Water at the beginning' }, unit: 'm', min: 0, max: 500, optional: true }),
  inflows: list({ label: { zh: '入流点', en: 'Inflows' }, of: inflow, maxItems: 100, optional: true }),
  breach,
  scheme: choice({
    label: { zh: '算法', en: 'Scheme' },
    options: [
      { value: 'auto', label: { zh: '按情形选', en: 'As the case needs' } },
      { value: 'inertial', label: { zh: '局部惯性', en: 'Local-inertial' } },
      { value: 'hll', label: { zh: '全浅水方程（HLL）', en: 'Full shallow water (HLL)' } },
    ],
    standard: 'auto',
  }),
  theta: number({
    label: { zh: '流量平滑系数 θ', en: 'Weight θ of a face’s own flow' },
    unit: '1',
    min: 0.7,
    max: 1,
    standard: 1,
    source: 'de Almeida et al. 2012, Water Resour. Res. 48, W05528',
  }),
  dryM: number({
    label: { zh: '停流水深', en: 'Depth below which water stays' },
    unit: 'm',
    min: 1e-4,
    max: 0.05,
    standard: 1e-3,
    source: own,
  }),
  runoff: choice({
    label: { zh: '坡面产流', en: 'Rain on slopes' },
    options: [
      { value: 'gathered', label: { zh: '即时汇入沟洼', en: 'Runs at once to ditches and hollows' } },
      { value: 'inPlace', label: { zh: '逐格演算', en: 'Computed cell by cell' } },
    ],
    standard: 'gathered',
  }),
  precision: choice({
    label: { zh: '精度', en: 'Precision' },
    options: [
      { value: 'single', label: { zh: '单精度（快）', en: 'Single (fast)' } },
      { value: 'double', label: { zh: '双精度', en: 'Double' } },
    ],
    standard: 'single',
  }),
  coarsen: number({
    label: { zh: '合并格数', en: 'Cells merged along each side' },
    unit: '1',
    min: 1,
    max: 20,
    integer: true,
    standard: 1,
    source: own,
  }),
  frames: number({
    label: { zh: '过程图数', en: 'Pictures on the way' },
    unit: '1',
    min: 0,
    max: 200,
    integer: true,
    standard: 24,
    source: own,
  }),
  classesM: series({
    label: { zh: '水深分级', en: 'Limits of depth classes' },
    unit: 'm',
    min: 0.01,
    max: 100,
    minItems: 1,
    maxItems: 10,
    optional: true,
    note: { zh: '不填则为 0.15、0.5、1、2、3 m。', en: 'When left out: 0.15, 0.5, 1, 2, 3 m.' },
    source: own,
  }),
} as const;

const metres = { unit: 'm', min: 0 } as const;

export const floodOutputs = {
  method: choice({
    label: { zh: '算到哪一步', en: 'How far it was computed' },
    options: [
      { value: 'quickLook', label: { zh: '速览：洼地灌满，无流速与时间', en: 'Quick look: hollows filled, no speed and no time' } },
      { value: 'refined', label: { zh: '逐时步演算', en: 'Computed in time' } },
    ],
  }),
  depth: grid({ label: { zh: '结束时水深', en: 'Depth at the end' }, ...metres, holes: true }),
  maxDepth: grid({ label: { zh: '最大水深', en: 'Greatest depth' }, ...metres, holes: true }),
  arrivalS: grid({ label: { zh: '水到时间', en: 'Time of arrival' }, unit: 's', min: 0, holes: true }),
  maxSpeed: grid({ label: { zh: '最大流速', en: 'Greatest speed' }, unit: 'm/s', min: 0, holes: true }),
  hazard: grid({
    label: { zh: '行人危险度 d(v+0.5)', en: 'Hazard to people d(v + 0.5)' },
    unit: 'm²/s',
    min: 0,
    holes: true,
  }),
  classes: features({ label: { zh: '最大水深分级范围', en: 'Areas of the classes of greatest depth' } }),
  floodedM2: number({ label: { zh: '最低一级以上面积', en: 'Area above the lowest class' }, unit: 'm²', min: 0 }),
  storedM3: number({ label: { zh: '地面存水', en: 'Water on the ground' }, unit: 'm³', min: 0 }),
  pouredM3: number({ label: { zh: '来水', en: 'Water that came' }, unit: 'm³', min: 0 }),
  lostM3: number({ label: { zh: '下渗与排走', en: 'Seeped away or drained' }, unit: 'm³', min: 0 }),
  leftM3: number({ label: { zh: '流出栅格', en: 'Left the raster' }, unit: 'm³', min: 0 }),
  volumeError: number({ label: { zh: '水量误差，占来水', en: 'Error of volume, share of what came' }, unit: '1', min: 0 }),
  fastShare: number({
    label: { zh: '急流（弗劳德数大于 1）占湿格', en: 'Share of wet cells with a Froude number above 1' },
    unit: '1',
    min: 0,
    max: 1,
  }),
  fastCells: number({ label: { zh: '急流格数', en: 'Cells with a Froude number above 1' }, unit: '1', min: 0 }),
  steps: number({ label: { zh: '时步数', en: 'Steps' }, unit: '1', min: 0 }),
  breachWidthM: number({ label: { zh: '溃口平均宽', en: 'Mean width of the breach' }, unit: 'm', min: 0, optional: true }),
  breachFormationS: number({ label: { zh: '溃口形成时间', en: 'Time the breach takes to form' }, unit: 's', min: 0, optional: true }),
  breachPeakM3s: number({ label: { zh: '溃口最大流量', en: 'Greatest flow through the breach' }, unit: 'm³/s', min: 0, optional: true }),
} as const;
