import { distanceM } from '#geo/distance.ts';
import { choice, flag, list, number, place, record, text, type ValuesOf } from '../field.ts';
import { type Answer, defineModel, type Warning } from '../model.ts';
import { solveTransport } from '../transport.ts';
import { demandCases } from './demand.cases.ts';
import { needOf, type Norm, norms } from './norms.table.ts';

const name = (zh: string, en: string) => text({ label: { zh, en }, maxLength: 100 });
const amount = (zh: string, en: string) => number({ label: { zh, en }, unit: '单位 unit', min: 0, max: 1e9 });
const item = choice({ label: { zh: '物资', en: 'Item' }, options: norms.map((norm) => ({ value: norm.item, label: norm.label })) });

const inputs = {
  groups: list({
    label: { zh: '需救助人员', en: 'People to be supplied' },
    of: record({
      label: { zh: '安置点', en: 'Group' },
      fields: {
        id: name('名称', 'Name'),
        people: number({ label: { zh: '人数', en: 'People' }, unit: '人', integer: true, min: 0, max: 1e7 }),
        place: place({ label: { zh: '位置', en: 'Place' } }),
      },
    }),
    minItems: 1,
    maxItems: 2_000,
  }),
  days: number({ label: { zh: '天数', en: 'Days' }, unit: 'd', integer: true, min: 1, max: 365 }),
  items: list({ label: { zh: '物资种类', en: 'Items' }, of: item, minItems: 1, maxItems: 20 }),
  norms: list({
    label: { zh: '本县标准（代替内置）', en: "The county's norms, in place of the built-in ones" },
    of: record({
      label: { zh: '标准', en: 'Norm' },
      fields: {
        item,
        amount: number({ label: { zh: '数量', en: 'Amount' }, unit: '单位 unit', min: 0, aboveMin: true, max: 10_000 }),
        perPeople: number({
          label: { zh: '每几人', en: 'For so many people' },
          unit: '人',
          integer: true,
          min: 1,
          max: 1_000,
          standard: 1,
        }),
        daily: flag({ label: { zh: '按天', en: 'Every day' } }),
        source: text({ label: { zh: '出处', en: 'Source' }, maxLength: 300 }),
      },
    }),
    maxItems: 20,
    optional: true,
  }),
  stocks: list({
    label: { zh: '库存', en: 'Stocks' },
    of: record({
      label: { zh: '库存', en: 'Stock' },
      fields: {
        store: name('储备库', 'Store'),
        place: place({ label: { zh: '位置', en: 'Place' } }),
        item,
        amount: amount('数量', 'Amount'),
      },
    }),
    maxItems: 5_000,
    optional: true,
  }),
};

const outputs = {
  needs: list({
    label: { zh: '需求与缺口', en: 'Needs and gaps' },
    of: record({
      label: { zh: '物资', en: 'Item' },
      fields: {
        item: name('物资', 'Item'),
        unit: name('单位', 'Unit'),
        need: amount('需求', 'Need'),
        stock: amount('库存', 'Stock'),
        gap: amount('缺口', 'Gap'),
        source: text({ label: { zh: '标准出处', en: 'Source of the norm' }, maxLength: 300 }),
        verified: flag({ label: { zh: '已核实', en: 'Verified' } }),
      },
    }),
    maxItems: 20,
  }),
  shipments: list({
    label: { zh: '调运（就近）', en: 'Shipments, nearest first' },
    of: record({
      label: { zh: '调运', en: 'Shipment' },
      fields: {
        item: name('物资', 'Item'),
        from: name('储备库', 'Store'),
        to: name('安置点', 'Group'),
        amount: amount('数量', 'Amount'),
        straightM: number({ label: { zh: '直线距离', en: 'Straight line' }, unit: 'm', min: 0 }),
      },
    }),
    maxItems: 100_000,
  }),
};

export const demand = defineModel({
  id: 'demand',
  version: '1.0.0',
  label: { zh: '物资需求', en: 'Demand for supplies' },
  question: { zh: '要多少、缺多少、从哪个库调？', en: 'How much is needed, how much is missing, which store sends it?' },
  clauses: [
    { standard: 'Sphere Handbook 2011', clause: 'basic water needs', subject: { zh: '用水', en: 'water' }, verified: false },
    { standard: 'GB/T 38565-2020', clause: '分类与编码', subject: { zh: '物资分类', en: 'classes of supplies' }, verified: false },
  ],
  inputs,
  outputs,
  compute,
  cases: demandCases,
});

type Inputs = ValuesOf<typeof inputs>;

function compute({ groups, days, items, norms: own, stocks }: Inputs): Answer<ValuesOf<typeof outputs>> {
  const used = [...new Set(items)].map((each): Norm => {
    const builtIn = norms.find((norm) => norm.item === each)!;
    const county = own?.find((norm) => norm.item === each);
    return county ? { ...builtIn, ...county, verified: true } : builtIn;
  });
  const plans = used.map((norm) => {
    const needs = groups.map(({ people }) => needOf(norm, people, days));
    const held = (stocks ?? []).filter((stock) => stock.item === norm.item);
    // The stock nearest to each group; what no stock covers stays as the gap.
    const plan = solveTransport({
      amounts: needs,
      rooms: held.map((stock) => stock.amount),
      cost: groups.map((group) => held.map((stock) => distanceM(group.place, stock.place))),
    });
    return { norm, needs, held, plan };
  });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    ok: true,
    outputs: {
      needs: plans.map(({ norm, needs, held, plan }) => ({
        item: norm.item,
        unit: norm.unit,
        need: sum(needs),
        stock: sum(held.map((stock) => stock.amount)),
        gap: sum(plan.left),
        source: norm.source,
        verified: norm.verified,
      })),
      shipments: plans.flatMap(({ norm, held, plan }) =>
        plan.flows.map(({ from, to, amount: sent }) => ({
          item: norm.item,
          from: held[to]!.store,
          to: groups[from]!.id,
          amount: sent,
          straightM: distanceM(groups[from]!.place, held[to]!.place),
        })),
      ),
    },
    validity: [],
    uncertainty: [],
    warnings: [
      ...plans.flatMap(({ norm, plan }): Warning[] =>
        sum(plan.left) > 0
          ? [
              {
                code: 'stock-gap',
                text: {
                  zh: `${norm.label.zh}缺 ${sum(plan.left)} ${norm.unit}`,
                  en: `${norm.label.en}: ${sum(plan.left)} ${norm.unit} missing`,
                },
              },
            ]
          : [],
      ),
      ...used.flatMap((norm): Warning[] =>
        norm.verified
          ? []
          : [
              {
                code: 'norm-unverified',
                text: { zh: `${norm.label.zh}的标准未核实`, en: `the norm for ${norm.label.en} is not verified` },
              },
            ],
      ),
    ],
  };
}
