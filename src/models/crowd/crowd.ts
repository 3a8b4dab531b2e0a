import { number, record, list, text, type ValuesOf } from '../field.ts';
import { defineModel, refused, type Answer } from '../model.ts';
import { cases } from './crowd.cases.ts';
import { minutesUntil } from './minutesUntil.ts';

// How dense a crowd is and when it will be too dense, from a count and what flows in and out. The densities at which to act are
// the organiser's and the bureau's decision: none is built in.

const wordsOf = (zh: string, en: string) => ({ zh, en });

const inputs = {
  areaM2: number({ label: wordsOf('可站立面积', 'Standing area'), unit: 'm²', min: 1, max: 1e7 }),
  people: number({ label: wordsOf('现有人数', 'People now'), unit: '人', min: 0, max: 1e7 }),
  inPerMinute: number({ label: wordsOf('每分钟进入', 'Arrivals a minute'), unit: '人/min', min: 0, max: 1e5, standard: 0 }),
  outPerMinute: number({ label: wordsOf('每分钟离开', 'Departures a minute'), unit: '人/min', min: 0, max: 1e5, standard: 0 }),
  countErrorShare: number({
    label: wordsOf('计数误差', 'Error of the count'),
    unit: '1',
    min: 0,
    max: 1,
    standard: 0.1,
    source: 'judgement',
  }),
  steps: list({
    label: wordsOf('处置密度（由低到高）', 'Densities at which to act, lowest first'),
    of: record({
      label: wordsOf('一级', 'Step'),
      fields: {
        name: text({ label: wordsOf('名称', 'Name'), maxLength: 40 }),
        density: number({ label: wordsOf('密度', 'Density'), unit: '人/m²', min: 0, aboveMin: true, max: 10 }),
      },
    }),
    minItems: 1,
    maxItems: 6,
  }),
};

const outputs = {
  density: number({ label: wordsOf('密度', 'Density'), unit: '人/m²', min: 0 }),
  reached: text({ label: wordsOf('已达', 'Reached'), maxLength: 40, optional: true }),
  steps: list({
    label: wordsOf('到各级还有多久', 'Time to each step'),
    of: record({
      label: wordsOf('一级', 'Step'),
      fields: {
        name: text({ label: wordsOf('名称', 'Name'), maxLength: 40 }),
        people: number({ label: wordsOf('对应人数', 'People at that density'), unit: '人', min: 0 }),
        minutes: number({ label: wordsOf('还有', 'Minutes left'), unit: 'min', min: 0, optional: true }),
        earliestMinutes: number({ label: wordsOf('最早', 'At the earliest'), unit: 'min', min: 0, optional: true }),
      },
    }),
    maxItems: 6,
  }),
};

export const crowd = defineModel({
  id: 'crowd',
  version: '1.0.0',
  label: wordsOf('人群密度', 'Crowd density'),
  question: wordsOf('这里有多挤，几分钟后到限流密度？', 'How dense is it, and in how many minutes must entry stop?'),
  clauses: [
    {
      standard: 'conservation of people',
      clause: 'N(t) = N₀ + (in − out)·t',
      subject: wordsOf('人数推算', 'count over time'),
      verified: true,
    },
  ],
  inputs,
  outputs,
  compute,
  cases,
});

function compute(input: ValuesOf<typeof inputs>): Answer<ValuesOf<typeof outputs>> {
  const { areaM2, people, inPerMinute, outPerMinute, countErrorShare, steps } = input;
  const falling = steps.findIndex(({ density }, index) => index > 0 && density <= (steps[index - 1]?.density ?? 0));
  if (falling > 0)
    return refused(`steps[${falling}].density`, 'order', wordsOf('各级密度应由低到高', 'densities must rise from step to step'), {
      value: steps[falling]?.density,
      unit: '人/m²',
    });
  const net = inPerMinute - outPerMinute;
  return {
    ok: true,
    outputs: {
      density: people / areaM2,
      reached: steps.findLast(({ density }) => people / areaM2 >= density)?.name ?? null,
      steps: steps.map(({ name, density }) => {
        const limit = density * areaM2;
        return {
          name,
          people: limit,
          minutes: minutesUntil(limit, people, net),
          earliestMinutes: minutesUntil(limit, people * (1 + countErrorShare), net),
        };
      }),
    },
    validity: [],
    uncertainty: [
      {
        output: 'steps.minutes',
        kind: 'interval',
        low: null,
        high: null,
        confidence: null,
        source: 'stated error of the count',
        text: wordsOf(
          `“最早”按计数偏低 ${Math.round(countErrorShare * 100)} % 计`,
          `“at the earliest” takes the count ${Math.round(countErrorShare * 100)} % too low`,
        ),
      },
    ],
    warnings: [
      {
        code: 'even-density',
        text: wordsOf('按全场平均；局部可能远高于此', 'an average over the whole place; parts of it can be far denser'),
      },
    ],
  };
}
