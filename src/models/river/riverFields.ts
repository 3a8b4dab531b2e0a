import { choice, list, number, record, series } from '../field.ts';

const own = 'choice of this model';
const stage = { unit: 'm', min: -500, max: 9000 } as const;
const flow = { unit: 'm³/s', min: 0, max: 200_000 } as const;

const reach = record({
  label: { zh: '上游来水', en: 'Flow from upstream' },
  note: { zh: '从水位过程的第一时刻起，续到预报末。', en: 'From the first instant of the stages to the end of the forecast.' },
  optional: true,
  fields: {
    dischargeM3s: series({ label: { zh: '上游流量', en: 'Discharge upstream' }, ...flow, minItems: 2, maxItems: 5000 }),
    reaches: number({ label: { zh: '河段数', en: 'Reaches' }, unit: '1', min: 1, max: 100, integer: true, standard: 1, source: own }),
    travelS: number({ label: { zh: '每段传播时间 K', en: 'Travel time K of each' }, unit: 's', min: 60, max: 864_000 }),
    weight: number({
      label: { zh: '楔蓄系数 x', en: 'Weight x' },
      unit: '1',
      min: 0,
      max: 0.5,
      standard: 0.2,
      source: 'Chow, Maidment, Mays 1988, sec. 8.4 (0 to 0.5, natural rivers about 0.2; not re-read)',
    }),
  },
});

const catchment = record({
  label: { zh: '区间产流', en: 'Runoff of the catchment between' },
  note: { zh: '净雨从水位过程的第一时刻起，续到预报末。', en: 'Net rain from the first instant of the stages to the end of the forecast.' },
  optional: true,
  fields: {
    areaKm2: number({ label: { zh: '面积', en: 'Area' }, unit: 'km²', min: 0, aboveMin: true, max: 100_000 }),
    runoffMm: series({
      label: { zh: '净雨，按时段', en: 'Runoff depth by step' },
      unit: 'mm',
      min: 0,
      max: 500,
      minItems: 1,
      maxItems: 5000,
    }),
    curveNumber: number({
      label: { zh: 'SCS 曲线数', en: 'SCS curve number' },
      note: { zh: '填了则上项作雨量，按曲线数扣损。', en: 'When given, the series above is rain, and this takes its losses.' },
      unit: '1',
      min: 30,
      max: 100,
      optional: true,
      source: 'USDA NRCS, NEH part 630, ch. 9 and 10 (not re-read)',
    }),
    unitHydrograph: choice({
      label: { zh: '单位线', en: 'Unit hydrograph' },
      options: [
        { value: 'nash', label: { zh: '纳希瞬时单位线', en: 'Nash cascade' } },
        { value: 'scs', label: { zh: 'SCS 三角形', en: 'SCS triangle' } },
      ],
    }),
    reservoirs: number({ label: { zh: '纳希 n', en: 'Nash n' }, unit: '1', min: 0.2, max: 50, optional: true }),
    residenceS: number({ label: { zh: '纳希 k', en: 'Nash k' }, unit: 's', min: 60, max: 864_000, optional: true }),
    concentrationS: number({
      label: { zh: '汇流时间（SCS）', en: 'Time of concentration (SCS)' },
      unit: 's',
      min: 60,
      max: 864_000,
      optional: true,
    }),
  },
});

export const riverInputs = {
  stagesM: series({ label: { zh: '实测水位，等时距', en: 'Observed stages in equal steps' }, ...stage, minItems: 24, maxItems: 5000 }),
  stepS: number({ label: { zh: '时距', en: 'Step' }, unit: 's', min: 60, max: 86_400, standard: 3600, source: own }),
  leads: number({
    label: { zh: '预报步数', en: 'Steps to forecast' },
    unit: '1',
    min: 1,
    max: 120,
    integer: true,
    standard: 12,
    source: own,
  }),
  band: number({
    label: { zh: '预报带所含比例', en: 'Share inside the band' },
    unit: '1',
    min: 0.5,
    max: 0.98,
    standard: 0.8,
    source: own,
  }),
  warningM: number({ label: { zh: '警戒水位', en: 'Warning stage' }, ...stage, optional: true }),
  guaranteeM: number({ label: { zh: '保证水位', en: 'Guarantee stage' }, ...stage, optional: true }),
  rating: list({
    label: { zh: '水位流量关系', en: 'Rating curve' },
    of: record({
      label: { zh: '点', en: 'Point' },
      fields: {
        stageM: number({ label: { zh: '水位', en: 'Stage' }, ...stage }),
        dischargeM3s: number({ label: { zh: '流量', en: 'Discharge' }, ...flow }),
      },
    }),
    minItems: 2,
    maxItems: 500,
    optional: true,
  }),
  upstream: reach,
  catchment,
  baseflowM3s: number({ label: { zh: '基流', en: 'Base flow' }, ...flow, standard: 0, source: own }),
} as const;

const crossing = (zh: string, en: string) =>
  record({
    label: { zh, en },
    optional: true,
    fields: {
      medianS: number({ label: { zh: '最可能时间', en: 'Most likely time' }, unit: 's', min: 0, optional: true }),
      earliestS: number({ label: { zh: '最早', en: 'Earliest' }, unit: 's', min: 0, optional: true }),
      latestS: number({ label: { zh: '最晚', en: 'Latest' }, unit: 's', min: 0, optional: true }),
      probability: number({ label: { zh: '预报期内达到的可能', en: 'Chance within the forecast' }, unit: '1', min: 0, max: 1 }),
    },
  });

const curve = (zh: string, en: string, field: typeof stage | typeof flow) => series({ label: { zh, en }, ...field, maxItems: 5000 });

export const riverOutputs = {
  method: choice({
    label: { zh: '预报依据', en: 'What the forecast rests on' },
    options: [
      { value: 'trend', label: { zh: '水位趋势', en: 'Trend of the stage' } },
      { value: 'flow', label: { zh: '来水演算', en: 'Routed flow' } },
    ],
  }),
  medianM: curve('预报水位', 'Forecast stage', stage),
  lowM: curve('预报带下缘', 'Lower edge of the band', stage),
  highM: curve('预报带上缘', 'Upper edge of the band', stage),
  riseMmPerHour: number({ label: { zh: '涨率', en: 'Rate of rise' }, unit: 'mm/h' }),
  warning: crossing('到警戒水位', 'Warning stage'),
  guarantee: crossing('到保证水位', 'Guarantee stage'),
  dischargeM3s: series({ label: { zh: '流量过程', en: 'Discharge' }, ...flow, maxItems: 5000, optional: true }),
} as const;
