import { distanceM } from '#geo/distance.ts';
import type { LonLat } from '#geo/position.ts';
import { features, flag, list, number, place, record, text, type ValuesOf } from '../field.ts';
import { defineModel, refused, type Answer } from '../model.ts';

// Which waters to patrol first on a hot day: how many pupils live within a walk of each, whether it is hot and a holiday, and
// whether somebody drowned there before. A list for planning; its weights are judgement and stand in the inputs.

const wordsOf = (zh: string, en: string) => ({ zh, en });
const judgement = 'judgement, not published';

const inputs = {
  schools: features({ label: wordsOf('学校（点，属性 people）', 'Schools (points with property people)') }),
  waters: features({
    label: wordsOf('水域（点、线或面，属性 name、drownings）', 'Waters (points, lines or areas; properties name, drownings)'),
  }),
  maximumC: number({ label: wordsOf('今日最高气温', 'Maximum today'), unit: '°C', min: -40, max: 60 }),
  isHoliday: flag({ label: wordsOf('假期或周末', 'Holiday or weekend'), standard: false }),
  walkM: number({ label: wordsOf('步行距离', 'Walking distance'), unit: 'm', min: 100, max: 10_000, standard: 1500, source: judgement }),
  hotFromC: number({ label: wordsOf('高温起点', 'Hot from'), unit: '°C', min: 15, max: 45, standard: 30, source: judgement }),
  holidayFactor: number({ label: wordsOf('假期系数', 'Factor of a holiday'), unit: '1', min: 1, max: 10, standard: 2, source: judgement }),
  drowningFactor: number({
    label: wordsOf('曾有溺亡系数', 'Factor of an earlier drowning'),
    unit: '1',
    min: 1,
    max: 10,
    standard: 2,
    source: judgement,
  }),
};

const site = record({
  label: wordsOf('水域', 'Water'),
  fields: {
    name: text({ label: wordsOf('名称', 'Name'), maxLength: 200 }),
    at: place({ label: wordsOf('离学校最近处', 'Nearest to a school') }),
    score: number({ label: wordsOf('巡查指数', 'Patrol index'), unit: '1', min: 0 }),
    pupils: number({ label: wordsOf('步行范围内学生', 'Pupils within a walk'), unit: '人', min: 0 }),
    nearestSchool: text({ label: wordsOf('最近学校', 'Nearest school'), maxLength: 200 }),
    nearestM: number({ label: wordsOf('最近距离', 'Nearest distance'), unit: 'm', min: 0 }),
  },
});

const outputs = { sites: list({ label: wordsOf('巡查清单，先巡在前', 'Patrol list, first things first'), of: site, maxItems: 10_000 }) };

export const drowningPatrol = defineModel({
  id: 'drowningPatrol',
  version: '1.0.0',
  label: wordsOf('防溺水巡查清单', 'Drowning patrol list'),
  question: wordsOf('今天先巡哪些水域？', 'Which waters are to be patrolled first today?'),
  clauses: [
    {
      standard: 'own weighting',
      clause: 'pupils × (1 − d/walk) × heat × holiday × history',
      subject: wordsOf('巡查指数', 'patrol index'),
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute,
  cases: [],
});

interface School {
  name: string;
  people: number;
  at: LonLat;
}

function compute(input: ValuesOf<typeof inputs>): Answer<ValuesOf<typeof outputs>> {
  const { schools, waters, maximumC, isHoliday, walkM, hotFromC, holidayFactor, drowningFactor } = input;
  const known = schools.features.flatMap(schoolOf);
  if (known.length === 0) return refused('schools', 'data', wordsOf('没有学校（点）', 'there is no school given as a point'));
  // One more for every five degrees above: a mild day still has its patrol.
  const heat = 1 + Math.max(0, maximumC - hotFromC) / 5;
  const day = heat * (isHoliday ? holidayFactor : 1);
  const sites = waters.features.flatMap(({ geometry, properties }) => {
    const corners = cornersOf(geometry);
    const near = known
      .map((school) => ({ school, ...nearestOf(school.at, corners) }))
      .filter(({ distance }) => distance <= walkM)
      .toSorted((one, other) => one.distance - other.distance);
    const [nearest] = near;
    if (nearest === undefined) return [];
    const drownings = Number(properties?.['drownings'] ?? 0);
    const weight = near.reduce((sum, { school, distance }) => sum + school.people * (1 - distance / walkM), 0);
    return {
      name: textOf(properties?.['name']),
      at: nearest.corner,
      score: weight * day * (drownings > 0 ? drowningFactor : 1),
      pupils: near.reduce((sum, { school }) => sum + school.people, 0),
      nearestSchool: nearest.school.name,
      nearestM: nearest.distance,
    };
  });
  return {
    ok: true,
    outputs: { sites: sites.toSorted((one, other) => other.score - one.score) },
    validity: [],
    uncertainty: [],
    warnings: [
      {
        code: 'judgement',
        text: wordsOf('各系数为经验判断，请按本地情况修改', 'the weights are judgement: change them to what is known here'),
      },
    ],
  };
}

function schoolOf({ geometry, properties }: GeoJSON.Feature): School[] {
  if (geometry.type !== 'Point') return [];
  const people = Number(properties?.['people'] ?? 0);
  return [{ name: textOf(properties?.['name']), people: Number.isFinite(people) ? people : 0, at: geometry.coordinates as LonLat }];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** Every position of a geometry; waters are drawn with corners close enough for a walk. */
function cornersOf(geometry: GeoJSON.Geometry): LonLat[] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(cornersOf) : positionsOf(geometry.coordinates);
}

function positionsOf(coordinates: unknown): LonLat[] {
  if (!Array.isArray(coordinates)) return [];
  if (typeof coordinates[0] === 'number') return [[coordinates[0], Number(coordinates[1])]];
  return coordinates.flatMap(positionsOf);
}

function nearestOf(from: LonLat, corners: readonly LonLat[]): { corner: LonLat; distance: number } {
  let best: { corner: LonLat; distance: number } = { corner: from, distance: Number.POSITIVE_INFINITY };
  for (const corner of corners) {
    const distance = distanceM(from, corner);
    if (distance < best.distance) best = { corner, distance };
  }
  return best;
}
