import { choice, list, number, record, text } from '../field.ts';
import { defineModel, type InputProblem } from '../model.ts';
import { classes, named, standard } from './gb18218.table.ts';
import { judge, type Share, shareOf } from './identify.ts';
import { cases } from './majorHazards.cases.ts';

// Identification and grading of major hazard installations, for one unit at a time.

const nameOf = (no: number | null, symbol: string | null) =>
  named.find((row) => row.no === no)?.name ?? classes.find((each) => each.symbol === symbol)!.label;

export const majorHazards = defineModel({
  id: 'majorHazards',
  version: '1.0.0',
  label: { zh: '重大危险源辨识分级', en: 'Major hazard identification' },
  question: { zh: '这个单元是不是重大危险源，几级？', en: 'Is this unit a major hazard, and of which grade?' },
  clauses: [
    { standard: standard.id, clause: '4.2，表 1、表 2', subject: { zh: '辨识', en: 'identification' }, verified: standard.verified },
    {
      standard: standard.id,
      clause: '4.3，表 3、表 4、表 5',
      subject: { zh: '分级 R 值', en: 'grading by R' },
      verified: standard.verified,
    },
  ],
  inputs: {
    unit: choice({
      label: { zh: '单元', en: 'Unit' },
      options: [
        { value: 'production', label: { zh: '生产单元（以切断阀划分，在线量）', en: 'Production (between stop valves, in process)' } },
        {
          value: 'storage',
          label: { zh: '储存单元（罐区以防火堤、仓库以独立库房划分，设计最大量）', en: 'Storage (by dike or warehouse, design maximum)' },
        },
      ],
    }),
    people: number({
      label: { zh: '厂界外 500 m 内常住人口', en: 'People usually within 500 m of the boundary' },
      unit: '1',
      min: 0,
      max: 1e6,
      integer: true,
    }),
    stocks: list({
      label: { zh: '危险化学品', en: 'Chemicals' },
      of: record({
        label: { zh: '危险化学品', en: 'Chemical' },
        fields: {
          no: number({
            label: { zh: '表 1 序号', en: 'Number in table 1' },
            unit: '1',
            min: 1,
            max: 85,
            integer: true,
            optional: true,
            source: standard.source,
          }),
          symbol: choice({
            label: { zh: '危险性类别', en: 'Hazard class' },
            options: classes.map(({ symbol, label }) => ({
              value: symbol,
              label: { zh: `${symbol} ${label.zh}`, en: `${symbol} ${label.en}` },
            })),
            optional: true,
          }),
          tonnes: number({
            label: { zh: '设计最大量或在线量', en: 'Design maximum, or in process' },
            unit: 't',
            min: 0,
            aboveMin: true,
            max: 1e6,
          }),
        },
      }),
      minItems: 1,
      maxItems: 200,
    }),
  },
  outputs: {
    s: number({ label: { zh: 'S = Σ q/Q', en: 'S = Σ q/Q' }, unit: '1' }),
    alpha: number({ label: { zh: 'α', en: 'α' }, unit: '1' }),
    r: number({ label: { zh: 'R = α·Σ β·q/Q', en: 'R = α·Σ β·q/Q' }, unit: '1' }),
    grade: number({ label: { zh: '级别（1 最高，0 不构成）', en: 'Grade (1 gravest, 0 none)' }, unit: '1' }),
    shares: list({
      label: { zh: '各物质贡献', en: 'Shares' },
      of: record({
        label: { zh: '物质', en: 'Chemical' },
        fields: {
          nameZh: text({ label: { zh: '中文名', en: 'Chinese name' }, maxLength: 80 }),
          nameEn: text({ label: { zh: '英文名', en: 'English name' }, maxLength: 80 }),
          threshold: number({ label: { zh: '临界量 Q', en: 'Threshold Q' }, unit: 't' }),
          beta: number({ label: { zh: 'β', en: 'β' }, unit: '1' }),
          ratio: number({ label: { zh: 'q/Q', en: 'q/Q' }, unit: '1' }),
          weighted: number({ label: { zh: 'β·q/Q', en: 'β·q/Q' }, unit: '1' }),
        },
      }),
      maxItems: 200,
    }),
  },
  compute({ people, stocks }) {
    const shares: Share[] = [];
    const problems: InputProblem[] = [];
    stocks.forEach((stock, at) => {
      const read = shareOf(stock, `stocks[${at}]`);
      if (read.ok) shares.push(read.share);
      else problems.push(...read.problems);
    });
    if (problems.length > 0) return { ok: false, problems };
    const { s, alpha, r, grade } = judge(shares, people);
    return {
      ok: true,
      outputs: {
        s,
        alpha,
        r,
        grade: grade ?? 0,
        shares: shares.map((share, at) => {
          const name = nameOf(stocks[at]!.no, stocks[at]!.symbol);
          return { nameZh: name.zh, nameEn: name.en, ...share };
        }),
      },
      validity: [],
      uncertainty: [],
      warnings: [
        {
          code: 'reported-tables',
          text: { zh: '表格为转录，结论以标准原文为准', en: 'tables are transcribed; the printed standard decides' },
        },
        ...(s >= 0.9 && s < 1
          ? [
              {
                code: 'near-threshold',
                text: { zh: 'S 接近 1，增量即构成重大危险源', en: 'S is near 1: a little more makes it a major hazard' },
              },
            ]
          : []),
      ],
    };
  },
  cases,
});
