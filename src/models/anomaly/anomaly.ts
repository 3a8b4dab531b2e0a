import { choice, list, number, record, series } from '../field.ts';
import { defineModel, refused, type Warning } from '../model.ts';
import { cases } from './anomaly.cases.ts';
import { watch, withSeason, type Detection } from './detector.ts';
import { forecast } from './forecast.ts';

// Is this instrument still doing what it did, and what will it read next? For points without a physical limit to compare with.

const wordsOf = (zh: string, en: string) => ({ zh, en });
const bandShare = 0.9;

const detection = record({
  label: wordsOf('异常', 'Anomaly'),
  fields: {
    at: number({ label: wordsOf('第几个读数（从 0 起）', 'Index of the reading, from 0'), unit: '1', min: 0, integer: true }),
    kind: choice({
      label: wordsOf('类别', 'Kind'),
      options: [
        { value: 'spike', label: wordsOf('突变', 'Spike') },
        { value: 'shift', label: wordsOf('水平偏移', 'Level shift') },
      ],
    }),
    value: number({ label: wordsOf('读数', 'Reading'), unit: '1' }),
    expected: number({ label: wordsOf('预期', 'Expected'), unit: '1' }),
    strength: number({ label: wordsOf('超出门限倍数', 'Times its threshold'), unit: '1', min: 1 }),
  },
});

const step = record({
  label: wordsOf('预报', 'Forecast'),
  fields: {
    ahead: number({ label: wordsOf('提前步数', 'Steps ahead'), unit: '1', min: 1, integer: true }),
    expected: number({ label: wordsOf('预期', 'Expected'), unit: '1' }),
    low: number({ label: wordsOf('下限', 'Low'), unit: '1' }),
    high: number({ label: wordsOf('上限', 'High'), unit: '1' }),
  },
});

export const anomaly = defineModel({
  id: 'anomaly',
  version: '1.0.0',
  label: wordsOf('测点异常与趋势', 'Anomaly and trend of a point'),
  question: wordsOf('这个测点还正常吗？接下来会读到多少？', 'Is this point still normal, and what will it read next?'),
  clauses: [
    { standard: 'Page 1954, Biometrika 41', clause: 'CUSUM', subject: wordsOf('水平偏移', 'level shift'), verified: false },
    {
      standard: 'Pickands 1975, Annals of Statistics 3',
      clause: 'peaks over threshold',
      subject: wordsOf('突变门限', 'spike threshold'),
      verified: false,
    },
  ],
  inputs: {
    values: series({ label: wordsOf('读数，等间隔', 'Readings, equally spaced'), unit: '1', minItems: 60, maxItems: 500_000 }),
    stepS: number({ label: wordsOf('间隔', 'Spacing'), unit: 's', min: 0, aboveMin: true, max: 86_400 }),
    seasonSteps: number({
      label: wordsOf('周期步数（一日）', 'Steps of a season (a day)'),
      unit: '1',
      min: 0,
      max: 100_000,
      integer: true,
      standard: 0,
    }),
    trainSteps: number({ label: wordsOf('学习段长度', 'Length of the normal stretch'), unit: '1', min: 50, max: 400_000, integer: true }),
    falseAlarmsPerTraining: number({
      label: wordsOf('学习段那么长的时间内可接受的误报数', 'False alarms accepted in a stretch of that length'),
      unit: '1',
      min: 0,
      aboveMin: true,
      max: 100,
      standard: 0.5,
    }),
    horizonSteps: number({ label: wordsOf('预报步数', 'Steps to forecast'), unit: '1', min: 0, max: 2_000, integer: true, standard: 0 }),
  },
  outputs: {
    detections: list({ label: wordsOf('异常', 'Anomalies'), of: detection, maxItems: 500_000 }),
    falseAlarmsPerDay: number({ label: wordsOf('设定误报率', 'False-alarm rate set'), unit: '1/d', min: 0 }),
    inTraining: number({
      label: wordsOf('学习段内实测误报', 'False alarms measured in the normal stretch'),
      unit: '1',
      min: 0,
      integer: true,
    }),
    band: number({ label: wordsOf('正常带半宽', 'Half-width of the normal band'), unit: '1', min: 0 }),
    forecast: list({ label: wordsOf('预报', 'Forecast'), of: step, maxItems: 2_000 }),
  },
  compute({ values, stepS, seasonSteps, trainSteps, falseAlarmsPerTraining, horizonSteps }) {
    if (trainSteps > values.length)
      return refused('trainSteps', 'length', wordsOf('学习段比读数还长', 'the normal stretch is longer than the readings'), {
        value: trainSteps,
        unit: '1',
        max: values.length,
      });
    const settings = { seasonSteps, trainSteps, falseAlarmsPerTraining };
    const watched = watch(values, settings);
    const steps = forecast(values, watched, horizonSteps, bandShare, Math.floor(trainSteps / 3));
    const warnings: Warning[] = [];
    if (withSeason(settings).seasonSteps !== seasonSteps)
      warnings.push({
        code: 'season-left-out',
        text: wordsOf('学习段不足两个周期，未按周期处理', 'fewer than two seasons to learn from: the season was left out'),
      });
    if (steps.length < horizonSteps)
      warnings.push({
        code: 'horizon-cut',
        text: wordsOf(`读数只够预报 ${steps.length} 步`, `the readings suffice for ${steps.length} steps`),
      });
    if (watched.band <= 1e-9)
      warnings.push({
        code: 'constant',
        text: wordsOf('学习段读数不变：可能卡滞', 'the normal stretch never changes: the instrument may be stuck'),
      });
    return {
      ok: true,
      outputs: {
        detections: watched.detections satisfies Detection[],
        falseAlarmsPerDay: (falseAlarmsPerTraining / (trainSteps * stepS)) * 86_400,
        inTraining: watched.inTraining,
        band: watched.band,
        forecast: steps,
      },
      validity: [],
      uncertainty: [
        {
          output: 'forecast',
          kind: 'interval',
          low: null,
          high: null,
          confidence: bandShare,
          source: 'errors of the same forecast at earlier readings',
          text: wordsOf('上下限含此前同样预报的九成', 'bounds held nine tenths of the same forecasts made before'),
        },
      ],
      warnings,
    };
  },
  cases,
});
