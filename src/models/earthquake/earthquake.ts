import { isInside } from '#geo/inside.ts';
import type { LonLat } from '#geo/position.ts';
import { area, choice, features, list, number, place, record } from '../field.ts';
import { defineModel, refused, type Uncertainty, type Validity, type Warning } from '../model.ts';
import { attenuations, type Attenuation } from './attenuation.table.ts';
import { cases } from './earthquake.cases.ts';
import { attenuationOf, deathRatio, ellipse, epicentralIntensity, semiAxisKm } from './intensity.ts';

// The first ten minutes after an earthquake: where which intensity is likely, who lives there. Ellipses of this kind are
// wrong by a factor of 0.3 to 5 in area against surveyed maps, so each comes with its band, and the operator replaces them by
// the official intensity map as soon as there is one.

/** Against surveyed maps of 2023 (M 5.5 and M 6.2) areas of these ellipses were wrong by ×0.2 to ×3; shown as a factor of 3. */
const areaFactor = 3;
const wordsOf = (zh: string, en: string) => ({ zh, en });

const ring = record({
  label: wordsOf('烈度圈', 'Intensity zone'),
  fields: {
    intensity: number({ label: wordsOf('烈度', 'Intensity'), unit: '1', min: 1, max: 12 }),
    longKm: number({ label: wordsOf('长半轴', 'Semi-axis along strike'), unit: 'km', min: 0, optional: true }),
    shortKm: number({ label: wordsOf('短半轴', 'Semi-axis across strike'), unit: 'km', min: 0, optional: true }),
    areaKm2: number({ label: wordsOf('面积（含以上烈度）', 'Area at or above'), unit: 'km²', min: 0, optional: true }),
    zone: area({ label: wordsOf('范围', 'Outline') }),
    /** Outline when intensity were one standard deviation lower or higher everywhere. */
    inner: area({ label: wordsOf('下限范围', 'Inner bound'), optional: true }),
    outer: area({ label: wordsOf('上限范围', 'Outer bound'), optional: true }),
    people: number({ label: wordsOf('该烈度区人口', 'People in this zone'), unit: '人', min: 0, optional: true }),
    objects: number({ label: wordsOf('该烈度区对象', 'Objects in this zone'), unit: '1', min: 0, integer: true }),
    deaths: number({ label: wordsOf('估计死亡', 'Estimated deaths'), unit: '人', min: 0, optional: true }),
  },
});

export const earthquake = defineModel({
  id: 'earthquake',
  version: '1.0.0',
  label: wordsOf('地震烈度快速估计', 'Quick earthquake intensity'),
  question: wordsOf('震后十分钟：哪里可能几度，涉及多少人？', 'Ten minutes after: which intensity where, and how many people?'),
  clauses: [
    { standard: 'GB 18306-2015', clause: '宣贯教材，烈度衰减关系', subject: wordsOf('烈度衰减', 'intensity attenuation'), verified: true },
    {
      standard: 'Wang Suyun et al. 2000',
      clause: 'eastern China',
      subject: wordsOf('烈度衰减（东部）', 'intensity attenuation, east'),
      verified: false,
    },
    { standard: 'GB/T 17742-2020', clause: 'Annex A', subject: wordsOf('仪器烈度', 'instrumental intensity'), verified: true },
    { standard: 'Yin Zhiqian', clause: 'lg RD = 12.479·D^0.1 − 13.3', subject: wordsOf('死亡率', 'death ratio'), verified: false },
  ],
  inputs: {
    epicentre: place({ label: wordsOf('震中', 'Epicentre') }),
    magnitude: number({
      label: wordsOf('震级 M', 'Magnitude M'),
      unit: '1',
      min: 3,
      max: 8.5,
      source: 'range in which the relations were fitted, about 5 to 8',
    }),
    strikeDeg: number({ label: wordsOf('破裂走向', 'Strike of the rupture'), unit: '°', min: 0, max: 360 }),
    relation: choice({
      label: wordsOf('衰减关系', 'Attenuation relation'),
      options: attenuations.map(({ id, label }) => ({ value: id, label })),
    }),
    exposure: features({
      label: wordsOf('人口与对象（点，属性 people）', 'People and objects (points with property people)'),
      optional: true,
    }),
    officialMap: features({
      label: wordsOf('官方烈度图（面，属性 intensity），代替椭圆', 'Official map (polygons with property intensity), in place of ellipses'),
      optional: true,
    }),
    destroyedShare: list({
      label: wordsOf('各烈度毁坏和倒塌房屋比例', 'Share of destroyed houses by intensity'),
      of: record({
        label: wordsOf('比例', 'Share'),
        fields: {
          intensity: number({ label: wordsOf('烈度', 'Intensity'), unit: '1', min: 6, max: 12, integer: true }),
          share: number({ label: wordsOf('比例', 'Share'), unit: '1', min: 0, max: 1 }),
        },
      }),
      maxItems: 7,
      optional: true,
    }),
  },
  outputs: {
    epicentralIntensity: number({ label: wordsOf('震中烈度', 'Intensity at the epicentre'), unit: '1' }),
    zones: list({ label: wordsOf('烈度圈，由高到低', 'Zones, highest first'), of: ring, maxItems: 12 }),
    people: number({ label: wordsOf('六度及以上人口', 'People at VI and above'), unit: '人', min: 0 }),
  },
  compute({ epicentre, magnitude, strikeDeg, relation, exposure, officialMap, destroyedShare }) {
    const chosen = attenuationOf(relation);
    const zones = officialMap ? officialZones(officialMap) : ellipseZones(chosen, epicentre, magnitude, strikeDeg);
    if (zones === null)
      return refused(
        'officialMap',
        'geometry',
        wordsOf(
          '官方烈度图的每个面应有属性 intensity（1–12）',
          'every polygon of the official map needs a property intensity from 1 to 12',
        ),
      );
    const counted = count(zones, exposure, destroyedShare ?? []);
    return {
      ok: true,
      outputs: {
        epicentralIntensity: epicentralIntensity(chosen, magnitude),
        zones: counted,
        people: counted.filter(({ intensity }) => intensity >= 6).reduce((sum, { people }) => sum + (people ?? 0), 0),
      },
      validity: validityOf(chosen, magnitude),
      uncertainty: officialMap ? [] : uncertaintyOf(chosen),
      warnings: warningsOf(chosen, zones.length, officialMap !== null),
    };
  },
  cases,
});

interface Zone {
  intensity: number;
  longKm: number | null;
  shortKm: number | null;
  areaKm2: number | null;
  zone: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  inner: GeoJSON.Polygon | null;
  outer: GeoJSON.Polygon | null;
}

function ellipseZones(relation: Attenuation, epicentre: LonLat, magnitude: number, strikeDeg: number): Zone[] {
  const zones: Zone[] = [];
  const outline = (intensity: number) => {
    const longKm = semiAxisKm(relation.long, magnitude, intensity);
    const shortKm = semiAxisKm(relation.short, magnitude, intensity);
    return longKm > 0 && shortKm > 0 ? { longKm, shortKm, polygon: ellipse(epicentre, longKm, shortKm, strikeDeg) } : null;
  };
  const sigma = relation.sigma ?? 0;
  for (let intensity = 12; intensity >= 4; intensity -= 1) {
    const found = outline(intensity);
    if (found === null) continue;
    const { longKm, shortKm, polygon } = found;
    const [inner, outer] = sigma > 0 ? [outline(intensity + sigma), outline(intensity - sigma)] : [null, null];
    const areaKm2 = Math.PI * longKm * shortKm;
    zones.push({ intensity, longKm, shortKm, areaKm2, zone: polygon, inner: inner?.polygon ?? null, outer: outer?.polygon ?? null });
  }
  return zones;
}

/** Zones of the official map, highest first; null when a feature has no intensity. */
function officialZones(map: GeoJSON.FeatureCollection): Zone[] | null {
  const zones: Zone[] = [];
  for (const { geometry, properties } of map.features) {
    const intensity = Number(properties?.['intensity']);
    if ((geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') || !(intensity >= 1 && intensity <= 12)) return null;
    zones.push({ intensity, longKm: null, shortKm: null, areaKm2: null, zone: geometry, inner: null, outer: null });
  }
  return zones.toSorted((one, other) => other.intensity - one.intensity);
}

/** Every point counts once, in the highest zone it lies in. */
function count(
  zones: readonly Zone[],
  exposure: GeoJSON.FeatureCollection | null,
  shares: readonly { intensity: number; share: number }[],
) {
  const people = zones.map(() => 0);
  const objects = zones.map(() => 0);
  for (const { geometry, properties } of exposure?.features ?? []) {
    if (geometry.type !== 'Point') continue;
    const at = zones.findIndex(({ zone }) => isInside(geometry.coordinates as LonLat, zone));
    if (at < 0) continue;
    objects[at] = (objects[at] ?? 0) + 1;
    const here = Number(properties?.['people'] ?? 0);
    people[at] = (people[at] ?? 0) + (Number.isFinite(here) ? here : 0);
  }
  return zones.map((zone, index) => {
    const inZone = exposure ? (people[index] ?? 0) : null;
    const share = shares.find(({ intensity }) => intensity === Math.round(zone.intensity))?.share;
    const deaths = share === undefined || inZone === null ? null : deathRatio(share) * inZone;
    return { ...zone, people: inZone, objects: objects[index] ?? 0, deaths };
  });
}

function validityOf({ source }: Attenuation, magnitude: number): Validity[] {
  const subject = wordsOf('关系适用的震级', 'Magnitude the relation was fitted for');
  return [{ subject, value: magnitude, unit: '1', min: 5, max: 8, met: magnitude >= 5 && magnitude <= 8, source }];
}

function uncertaintyOf({ sigma, source }: Attenuation): Uncertainty[] {
  const text = wordsOf(
    `烈度圈面积与实地调查相差可达 ${areaFactor} 倍；有官方烈度图后请替换`,
    `Areas differ from surveyed maps by a factor of up to ${areaFactor}; replace them by the official map`,
  );
  const survey = 'surveyed intensity maps of M 5.5 (2023-08-06) and M 6.2 (2023-12-18) against these relations';
  const found: Uncertainty[] = [
    { output: 'zones.areaKm2', kind: 'factor', low: null, high: areaFactor, confidence: null, source: survey, text },
  ];
  if (sigma !== null)
    found.push({
      output: 'zones.intensity',
      kind: 'interval',
      low: -sigma,
      high: sigma,
      confidence: 0.68,
      source,
      text: wordsOf(
        `烈度标准差 ${sigma}，内外边界按此画出`,
        `standard deviation of intensity ${sigma}; inner and outer bounds are drawn with it`,
      ),
    });
  return found;
}

function warningsOf({ verified, source }: Attenuation, zones: number, isOfficial: boolean): Warning[] {
  const warnings: Warning[] = [];
  if (isOfficial) return warnings;
  if (!verified)
    warnings.push({
      code: 'source-unverified',
      text: wordsOf(`系数未核对原文：${source}`, `coefficients not checked against the text: ${source}`),
    });
  if (zones === 0)
    warnings.push({ code: 'nowhere-felt', text: wordsOf('按此关系各处均不到 4 度', 'By this relation intensity IV is reached nowhere') });
  return warnings;
}
