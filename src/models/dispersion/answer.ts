import { alphaRange } from '../denseGas/curves.table.ts';
import type { Label } from '../field.ts';
import type { Answer, Uncertainty, Validity, Warning } from '../model.ts';
import { planeArea } from '#models/shared/localPlane.ts';
import type { Zone } from '#models/shared/zone.ts';
import type { DispersionInput, DispersionOutput } from './fields.ts';
import type { Level } from './levels.ts';
import { axisOf, type Behaviour } from './release.ts';
import type { Situation } from './situation.ts';

// What an answer carries beside its zones: where the formulas hold, how wrong they may be, what the reader must know.

export type ZoneRow = DispersionOutput['zones'][number];

export interface Drawn {
  readonly zones: ZoneRow[];
  readonly features: GeoJSON.Feature[];
}

export function zoneRow(level: Level, zone: Zone | null, lowM: number, highM: number): ZoneRow {
  return {
    id: level.id,
    nameZh: level.label.zh,
    nameEn: level.label.en,
    ppm: level.ppm,
    concentrationKgM3: level.concentration,
    farM: zone?.farM ?? 0,
    lowM,
    highM,
    widthM: zone?.widthM ?? 0,
    areaM2: zone ? Math.abs(planeArea(zone.ring)) : 0,
    isCut: zone?.isCut ? 1 : 0,
    source: level.source,
    verified: level.verified ? 1 : 0,
  };
}

export function answerOf(input: DispersionInput, situation: Situation, behaviour: Behaviour, drawn: Drawn): Answer<DispersionOutput> {
  const axis = axisOf(situation.release, situation.sky, behaviour.isDense, input.receptorHeightM);
  const distancesM = Array.from({ length: 60 }, (_, n) => 10 * (input.reachM / 10) ** (n / 59));
  return {
    ok: true,
    outputs: {
      behaviour: behaviour.isDense ? 'dense' : 'passive',
      criterion: behaviour.criterion,
      windAtReleaseMps: situation.sky.speed,
      approachFromDeg: input.windFromDeg % 360,
      zones: drawn.zones,
      area: { type: 'FeatureCollection', features: drawn.features },
      distancesM,
      concentrationsKgM3: distancesM.map(axis),
    },
    validity: validityOf(input, situation, behaviour, drawn),
    uncertainty: uncertaintyOf(drawn),
    warnings: warningsOf(input, situation, behaviour, drawn),
  };
}

function met(subject: Label, value: number, unit: string, min: number | null, max: number | null, source: string): Validity {
  return { subject, value, unit, min, max, met: (min === null || value >= min) && (max === null || value <= max), source };
}

function validityOf(input: DispersionInput, { sky }: Situation, behaviour: Behaviour, drawn: Drawn): Validity[] {
  const { range } = sky.sigma;
  const reached = drawn.zones.map(({ farM }) => farM).filter((farM) => farM > 0);
  const rows: Validity[] = [
    met({ zh: '风速', en: 'Wind speed' }, input.windSpeedMps, 'm/s', 1, null, 'AQ/T 3046-2013 annex E: not for calm air; as reported'),
  ];
  if (behaviour.isDense)
    rows.push(
      met(
        { zh: '重气关联参数 α', en: 'α of the dense correlations' },
        behaviour.alpha ?? 0,
        '1',
        alphaRange.min,
        alphaRange.max,
        'HSE 17/1988',
      ),
    );
  else
    for (const farM of reached)
      rows.push(
        met({ zh: '分区距离（扩散参数适用范围）', en: 'Reach, against the range of σ' }, farM, 'm', range.minM, range.maxM, range.source),
      );
  return rows;
}

function uncertaintyOf(drawn: Drawn): Uncertainty[] {
  const source = 'Chang & Hanna 2004, Meteorology and Atmospheric Physics 87:167–196, as widely cited; text not read';
  const text = {
    zh: '平坦开阔地上，好的模型也只有一半以上的结果在实测值的 1/2～2 倍之内',
    en: 'even a good model over flat open ground has only somewhat more than half of its values within a factor of two of what is measured',
  };
  const bands = drawn.zones.flatMap((zone, at): Uncertainty[] =>
    zone.highM === 0
      ? []
      : [
          {
            output: `zones[${at}].farM`,
            kind: 'ensemble',
            low: zone.lowM,
            high: zone.highM,
            confidence: 0.8,
            source: 'ensemble over wind speed, direction and neighbouring stability classes as entered',
            text: { zh: '风速、风向与相邻稳定度的集合', en: 'ensemble over speed, direction and neighbouring stability' },
          },
        ],
  );
  return [{ output: 'concentrationsKgM3', kind: 'factor', low: 0.5, high: 2, confidence: 0.5, source, text }, ...bands];
}

function warningsOf(input: DispersionInput, situation: Situation, behaviour: Behaviour, drawn: Drawn): Warning[] {
  const warnings: Warning[] = [
    {
      code: 'not-instead-of-experts',
      text: { zh: '供处置决策参考，不能代替现场监测和处置专家', en: 'for orientation; not instead of measurement and experts on site' },
    },
  ];
  const warn = (code: string, zh: string, en: string) => warnings.push({ code, text: { zh, en } });
  if (input.windSpeedMps < 1)
    warn('light-wind', '风速低于 1 m/s：风向不定，应按各方向设防', 'wind below 1 m/s: it may turn to any side; guard all around');
  if (situation.forced !== null && situation.forced === 'dense' && !behaviour.isDense)
    warn('not-dense', '云团不比空气重，已按中性气体计算', 'the cloud is not heavier than air; computed as passive');
  if (situation.forced === 'passive' && behaviour.criterion >= behaviour.denseFrom)
    warn('forced-passive', '判据表明为重气，按操作员选择作中性计算', 'the criterion says dense; computed as passive by choice');
  if (behaviour.isDense && input.releaseHeightM > 0)
    warn(
      'dense-at-ground',
      '重气按地面源计算，未计泄漏高度',
      'a dense cloud is computed from the ground; the height of release is left out',
    );
  if (behaviour.isDense && situation.release.seconds !== Infinity && situation.substance.probit)
    warn(
      'dense-deaths',
      '短时重气的死亡分区按暴露满时长计算，偏保守',
      'deaths under a short dense cloud are computed for the full exposure, on the careful side',
    );
  if (input.changingWind && input.changingWind.length > 0)
    warn(
      'puffs',
      '变化的风按中性烟团计算，分区由格点插值，细于格距处不可靠',
      'changing wind is followed by passive puffs on a grid; nothing finer than a cell is reliable',
    );
  if (drawn.zones.some(({ isCut }) => isCut === 1)) warn('cut', '有分区超出计算距离', 'a zone goes on beyond the distance looked at');
  if (drawn.zones.some(({ verified }) => verified === 0))
    warn('unverified-levels', '部分阈值未经原文核实', 'some levels have not been checked against their original');
  return warnings;
}
