import type { AreaGeometry } from '#geo/position.ts';
import { area, features, list, number, record, text, type ValuesOf, flag } from '../field.ts';
import { type Answer, defineModel, refused } from '../model.ts';
import { type Exposed, findExposed, indexExposed, sumExposed } from './exposure.ts';
import { impactCases } from './impact.cases.ts';

// The impact query as a declared model. What a thing is and whom to call travels through in its properties; a room that keeps
// registers in memory uses indexExposed and findExposed directly, with its own records as things.

const inputs = {
  levels: list({
    label: { zh: '影响范围（由重到轻）', en: 'Zones, worst first' },
    of: record({
      label: { zh: '范围', en: 'Zone' },
      fields: { id: text({ label: { zh: '名称', en: 'Name' }, maxLength: 100 }), area: area({ label: { zh: '面', en: 'Area' } }) },
    }),
    minItems: 1,
    maxItems: 20,
  }),
  things: features({
    label: { zh: '承灾体', en: 'Exposed elements' },
    note: {
      zh: '属性：id、kind，其余数值属性（如 people）按名相加；联系人等其他属性原样带出',
      en: 'properties: id, kind; other numeric ones (people …) are summed by name, all others (contacts) are passed through',
    },
  }),
};

const outputs = {
  found: features({ label: { zh: '受影响对象', en: 'Affected elements' } }),
  sums: list({
    label: { zh: '合计', en: 'Sums' },
    of: record({
      label: { zh: '合计', en: 'Sum' },
      fields: {
        level: text({ label: { zh: '范围', en: 'Zone' }, maxLength: 100 }),
        kind: text({ label: { zh: '类别', en: 'Kind' }, maxLength: 100 }),
        count: text({ label: { zh: '量', en: 'Quantity' }, maxLength: 100 }),
        value: number({ label: { zh: '数值', en: 'Value' }, unit: '1' }),
        isEstimate: flag({ label: { zh: '估计', en: 'Estimate' } }),
      },
    }),
    maxItems: 10_000,
  }),
};

export const impact = defineModel({
  id: 'impact',
  version: '1.0.0',
  label: { zh: '影响范围查询', en: 'Impact query' },
  question: { zh: '范围内有谁、有什么，通知谁？', en: 'Who and what lies inside, and whom to call?' },
  clauses: [
    { standard: 'RFC 7946', clause: '§3.1.6', subject: { zh: '面与孔', en: 'polygons and holes' }, verified: true },
    {
      standard: 'areal weighting',
      clause: 'even density',
      subject: { zh: '部分重叠的人口', en: 'people of a partly covered area' },
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute,
  cases: impactCases,
});

interface FeatureThing extends Exposed {
  readonly feature: GeoJSON.Feature;
}

function compute({ levels, things }: ValuesOf<typeof inputs>): Answer<ValuesOf<typeof outputs>> {
  const exposed: FeatureThing[] = [];
  for (const [i, feature] of things.features.entries()) {
    const field = `things.features[${i}]`;
    if (!feature.geometry) return refused(`${field}.geometry`, 'geometry', { zh: '没有几何', en: 'there is no geometry' });
    const { id, kind, ...rest } = feature.properties ?? {};
    if (typeof kind !== 'string')
      return refused(`${field}.properties.kind`, 'required', { zh: '缺少类别', en: 'the kind is missing' }, { value: kind ?? null });
    const counts = Object.fromEntries(Object.entries(rest).filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
    const negative = Object.entries(counts).find(([, value]) => !(value >= 0));
    if (negative)
      return refused(
        `${field}.properties.${negative[0]}`,
        'min',
        { zh: '数量不能为负', en: 'a count may not be negative' },
        { value: negative[1], min: 0 },
      );
    exposed.push({ id: typeof id === 'string' ? id : String(feature.id ?? i + 1), kind, geometry: feature.geometry, counts, feature });
  }
  const hits = findExposed(indexExposed(exposed), levels as readonly { id: string; area: AreaGeometry }[]);
  const sums = sumExposed(hits);
  const nameOf = (level: number): string => levels[level]!.id;
  return {
    ok: true,
    outputs: {
      found: {
        type: 'FeatureCollection',
        features: hits.map(({ thing, level, share }) => ({
          ...thing.feature,
          properties: { ...thing.feature.properties, level: nameOf(level), share },
        })),
      },
      sums: sums.flatMap(({ level, kind, things: number_, counts, isEstimate }) =>
        Object.entries({ things: number_, ...counts }).map(([count, value]) => ({
          level: nameOf(level),
          kind,
          count,
          value,
          isEstimate: isEstimate && count !== 'things',
        })),
      ),
    },
    validity: [],
    uncertainty: [],
    warnings: sums.some(({ isEstimate }) => isEstimate)
      ? [
          {
            code: 'partial-areas-estimated',
            text: {
              zh: '部分重叠的面按面积比例估算人数，实际分布不均',
              en: 'people of partly covered areas are divided by area; they do not live evenly spread',
            },
          },
        ]
      : [],
  };
}
