import { choice, number, series } from '../field.ts';
import { type Answer, defineModel, refused } from '../model.ts';
import { airDensity } from '#models/shared/gas.ts';
import {
  buoyancyLength,
  denseFrom,
  type DensePlume,
  densePlumeExtent,
  densePlumeShare,
  densePuffDisc,
  densePuffShare,
  plumeAlpha,
  plumeCriterion,
  puffAlpha,
  puffCriterion,
} from './britterMcQuaid.ts';
import { alphaRange } from './curves.table.ts';
import { cases } from './denseGas.cases.ts';
import { densePlumeZone, densePuffZone } from './denseZone.ts';

// The dense gas correlations by themselves, for who wants a distance to a share of the source's concentration. The dispersion
// model uses the same functions and decides by the same criterion.

const inputs = {
  kind: choice({
    label: { zh: '泄漏方式', en: 'Kind of release' },
    options: [
      { value: 'continuous', label: { zh: '连续', en: 'Continuous' } },
      { value: 'instantaneous', label: { zh: '瞬时', en: 'Instantaneous' } },
    ],
  }),
  amount: number({
    label: { zh: '云团体积（瞬时，m³）或体积流量（连续，m³/s）', en: 'Volume of the cloud (m³), or volume rate (m³/s) when continuous' },
    unit: 'm³ | m³/s',
    min: 0,
    aboveMin: true,
    max: 1e7,
  }),
  densityKgM3: number({ label: { zh: '云团密度', en: 'Density of the cloud' }, unit: 'kg/m³', min: 0.1, max: 200 }),
  temperatureK: number({ label: { zh: '云团温度', en: 'Temperature of the cloud' }, unit: 'K', min: 20, max: 1500 }),
  windSpeedMps: number({ label: { zh: '10 m 风速', en: 'Wind at 10 m' }, unit: 'm/s', min: 0.5, max: 50 }),
  airTemperatureK: number({ label: { zh: '气温', en: 'Air temperature' }, unit: 'K', min: 223, max: 323, standard: 293.15 }),
  airPressurePa: number({ label: { zh: '气压', en: 'Air pressure' }, unit: 'Pa', min: 5e4, max: 1.1e5, standard: 101_325 }),
  sourceDiameterM: number({ label: { zh: '源直径', en: 'Source diameter' }, unit: 'm', min: 0, max: 200, standard: 1 }),
  share: number({ label: { zh: '寻找的体积分数 C/C0', en: 'Share C/C0 looked for' }, unit: '1', min: 1e-6, max: 0.9 }),
} as const;

const outputs = {
  criterion: number({ label: { zh: '判据值', en: 'Criterion' }, unit: '1' }),
  alpha: number({ label: { zh: '关联参数 α', en: 'α' }, unit: '1' }),
  distanceM: number({ label: { zh: '距离', en: 'Distance' }, unit: 'm' }),
  widthM: number({ label: { zh: '该处云团宽度', en: 'Width of the cloud there' }, unit: 'm' }),
  upwindM: number({ label: { zh: '上风侵入距离', en: 'Reach upwind' }, unit: 'm' }),
  distancesM: series({ label: { zh: '距离', en: 'Distances' }, unit: 'm', maxItems: 60 }),
  shares: series({ label: { zh: 'C/C0', en: 'C/C0' }, unit: '1', maxItems: 60 }),
} as const;

export const denseGas = defineModel({
  id: 'denseGas',
  version: '1.0.0',
  label: { zh: '重气扩散', en: 'Dense gas' },
  question: { zh: '比空气重的云团贴地走多远？', en: 'How far does a cloud heavier than air creep?' },
  clauses: [
    {
      standard: 'HSE 17/1988',
      clause: 'Britter & McQuaid',
      subject: { zh: '判据与关联', en: 'criteria and correlations' },
      verified: false,
    },
    { standard: 'EPA-454/B-94-023', clause: 'TSCREEN', subject: { zh: '曲线数字化', en: 'curves as digitised' }, verified: false },
    {
      standard: 'CCPS 1999',
      clause: 'p. 122',
      subject: { zh: '算例与温度修正', en: 'worked example, temperature correction' },
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute(input) {
    const source: DensePlume = {
      density: input.densityKgM3,
      temperatureK: input.temperatureK,
      windSpeed: input.windSpeedMps,
      airTemperatureK: input.airTemperatureK,
      airPressurePa: input.airPressurePa,
      volumeRate: input.amount,
      sourceDiameterM: input.sourceDiameterM,
    };
    const air = airDensity(input.airTemperatureK, input.airPressurePa);
    if (input.densityKgM3 <= air) {
      const text = { zh: '云团不比空气重，应按中性气体扩散计算', en: 'the cloud is not heavier than air; use passive dispersion' };
      return refused('densityKgM3', 'combination', text, { value: input.densityKgM3, unit: 'kg/m³', min: air, max: 200 });
    }
    return input.kind === 'continuous' ? plumeAnswer(source, input.share) : puffAnswer(source, input.share);
  },
  cases,
});

const distances = Array.from({ length: 50 }, (_, n) => 10 * 1000 ** (n / 49));

function plumeAnswer(plume: DensePlume, share: number) {
  const zone = densePlumeZone(plume, share, 1e5);
  return answer(
    {
      criterion: plumeCriterion(plume),
      alpha: plumeAlpha(plume),
      distanceM: zone?.farM ?? 0,
      widthM: zone?.widthM ?? 0,
      upwindM: densePlumeExtent(plume).upwindM,
      distancesM: distances,
      shares: distances.map((x) => densePlumeShare(plume, x)),
    },
    denseFrom.plume,
    buoyancyLength(plume),
  );
}

function puffAnswer(plume: DensePlume, share: number) {
  const puff = { ...plume, volume: plume.volumeRate };
  const zone = densePuffZone(puff, share, 1e5);
  return answer(
    {
      criterion: puffCriterion(puff),
      alpha: puffAlpha(puff),
      distanceM: zone?.farM ?? 0,
      widthM: zone?.widthM ?? 0,
      upwindM: densePuffDisc(puff, 0).radiusM,
      distancesM: distances,
      shares: distances.map((x) => densePuffShare(puff, x)),
    },
    denseFrom.puff,
    null,
  );
}

function answer(
  values: {
    criterion: number;
    alpha: number;
    distanceM: number;
    widthM: number;
    upwindM: number;
    distancesM: number[];
    shares: number[];
  },
  from: number,
  buoyancyM: number | null,
): Answer<typeof values> {
  const { criterion, alpha } = values;
  return {
    ok: true,
    outputs: values,
    validity: [
      {
        subject: { zh: '重气判据', en: 'Dense by the criterion' },
        value: criterion,
        unit: '1',
        min: from,
        max: null,
        met: criterion >= from,
        source: 'HSE 17/1988',
      },
      {
        subject: { zh: '关联参数 α', en: 'α' },
        value: alpha,
        unit: '1',
        ...alphaRange,
        met: alpha >= alphaRange.min && alpha <= alphaRange.max,
        source: 'HSE 17/1988, range of the curves',
      },
    ],
    uncertainty: [
      {
        output: 'shares',
        kind: 'factor',
        low: 0.5,
        high: 2,
        confidence: 0.5,
        source: 'Chang & Hanna 2004, as widely cited; text not read',
        text: { zh: '半数以上在实测值 1/2～2 倍之内', en: 'somewhat more than half within a factor of two' },
      },
    ],
    warnings: [
      {
        code: 'flat-ground',
        text: { zh: '平地、无障碍物；坡地与街区会改变走向', en: 'flat open ground; slopes and streets lead the cloud elsewhere' },
      },
      ...(buoyancyM !== null && buoyancyM > 200
        ? [{ code: 'wide-cloud', text: { zh: '风弱源强，云团宽度可能高估', en: 'weak wind, strong source: the width may be too large' } }]
        : []),
    ],
  };
}
