import { choice, flag, list, number, record, type ValuesOf } from '../field.ts';
import { type Answer, defineModel, refused } from '../model.ts';
import { buildingExitCases } from './buildingExit.cases.ts';
import { exitTimes, flowThrough } from './exitTime.ts';
import { passageKinds } from './flows.table.ts';

const inputs = {
  passages: list({
    label: { zh: '疏散通道（由内到外）', en: 'Passages, from inside to outside' },
    of: record({
      label: { zh: '通道', en: 'Passage' },
      fields: {
        kind: choice({ label: { zh: '类别', en: 'Kind' }, options: passageKinds.map(({ id, label }) => ({ value: id, label })) }),
        widthM: number({ label: { zh: '净宽', en: 'Clear width' }, unit: 'm', min: 0.3, max: 50 }),
        lengthM: number({ label: { zh: '长度', en: 'Length' }, unit: 'm', min: 0, max: 2_000, standard: 0 }),
        people: number({ label: { zh: '由此进入的人数', en: 'People who enter here' }, unit: '人', integer: true, min: 0, max: 100_000 }),
        freeMps: number({ label: { zh: '自由步速', en: 'Free speed' }, unit: 'm/s', min: 0.1, max: 2, optional: true }),
      },
    }),
    minItems: 1,
    maxItems: 100,
  }),
  premovementS: number({
    label: { zh: '报警与准备', en: 'Alarm and getting ready' },
    unit: 's',
    min: 0,
    max: 3_600,
    standard: 60,
    source: "the house's assumption; depends on alarm, use and training",
  }),
};

const outputs = {
  totalS: number({ label: { zh: '全部疏散', en: 'All out' }, unit: 's', min: 0 }),
  movementS: number({ label: { zh: '其中行走与排队', en: 'of which walking and queueing' }, unit: 's', min: 0 }),
  freeWalkS: number({ label: { zh: '无人阻挡的行走', en: 'Free walk' }, unit: 's', min: 0 }),
  passages: list({
    label: { zh: '各通道', en: 'Passages' },
    of: record({
      label: { zh: '通道', en: 'Passage' },
      fields: {
        people: number({ label: { zh: '通过人数', en: 'People' }, unit: '人', min: 0 }),
        flow: number({ label: { zh: '最大流量', en: 'Flow at most' }, unit: '人/s', min: 0 }),
        lastS: number({ label: { zh: '末人离开', en: 'Last leaves' }, unit: 's', min: 0 }),
        queue: flag({ label: { zh: '排队', en: 'Queue' } }),
      },
    }),
    maxItems: 100,
  }),
  bottleneck: number({
    label: { zh: '瓶颈（第几段）', en: 'Bottleneck (number of the passage)' },
    unit: '1',
    integer: true,
    min: 1,
    optional: true,
  }),
};

export const buildingExit = defineModel({
  id: 'buildingExit',
  version: '1.0.0',
  label: { zh: '建筑疏散时间', en: 'Exit time of a building' },
  question: { zh: '学校、商场疏散完要几分钟，卡在哪里？', en: 'How many minutes to empty a school or market, and where does it jam?' },
  clauses: [
    { standard: 'SFPE Handbook 5th ed.', clause: 'ch. 59', subject: { zh: '水力模型', en: 'hydraulic model' }, verified: false },
    { standard: 'RiMEA', clause: '1, 2', subject: { zh: '自由步速', en: 'free speeds' }, verified: true },
    {
      standard: 'GB 50016-2014 (2018)',
      clause: '5.5.21',
      subject: { zh: '疏散净宽以设计为准，此处不作合规判定', en: 'widths by design; compliance is not judged here' },
      verified: false,
    },
  ],
  inputs,
  outputs,
  compute,
  cases: buildingExitCases,
});

function compute({ passages, premovementS }: ValuesOf<typeof inputs>): Answer<ValuesOf<typeof outputs>> {
  const people = passages.reduce((sum, passage) => sum + passage.people, 0);
  if (people === 0)
    return refused('passages', 'combination', { zh: '没有人需要疏散', en: 'there is nobody to leave' }, { value: 0, unit: '人', min: 1 });
  for (const [i, passage] of passages.entries()) {
    const least = 2 * passageKinds.find(({ id }) => id === passage.kind)!.edgeM;
    if (flowThrough(passage) <= 0)
      return refused(
        `passages[${i}].widthM`,
        'min',
        { zh: '净宽不足以通行', en: 'too narrow to pass' },
        { value: passage.widthM, unit: 'm', min: least, max: 50 },
      );
  }
  const times = exitTimes(passages);
  const movementS = times.at(-1)!.lastS;
  const freeWalkS = exitTimes(passages.map((passage) => ({ ...passage, widthM: 1e9 }))).at(-1)!.lastS;
  // The last queue on the way out decides.
  const bottleneck = times.findLastIndex(({ queue }) => queue);
  return {
    ok: true,
    outputs: {
      totalS: premovementS + movementS,
      movementS,
      freeWalkS,
      passages: times.map(({ people: each, flow, lastS, queue }) => ({ people: each, flow, lastS, queue })),
      bottleneck: bottleneck < 0 ? null : bottleneck + 1,
    },
    validity: [],
    uncertainty: [
      {
        output: 'totalS',
        kind: 'factor',
        low: null,
        high: null,
        confidence: null,
        source: 'SFPE Handbook 5th ed., ch. 59',
        text: {
          zh: '理想流量，未计逆流、停顿、行动不便者，实际更长',
          en: 'ideal flow without counterflow, pauses or people who move slowly; real times are longer',
        },
      },
    ],
    warnings: [
      {
        code: 'flows-unverified',
        text: { zh: '流量取值凭记忆录入，未对照原文', en: 'flow figures are from memory, not compared with the text' },
      },
    ],
  };
}
