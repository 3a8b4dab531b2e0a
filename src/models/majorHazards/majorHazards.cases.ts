import type { Check, ReferenceCase } from '../model.ts';
import { judge, shareOf, type Stock } from './identify.ts';

const source = 'GB 18218-2018 formulas and tables as transcribed, computed by hand';

function resultOf(stocks: readonly Stock[], people: number) {
  const shares = stocks.flatMap((stock, at) => {
    const read = shareOf(stock, `stocks[${at}]`);
    return read.ok ? [read.share] : [];
  });
  return judge(shares, people);
}

function vector(
  id: string,
  zh: string,
  en: string,
  stocks: readonly Stock[],
  people: number,
  s: number,
  r: number,
  grade: number,
): ReferenceCase {
  const check = (quantity: Check['quantity'], expected: number, computed: () => number): Check => ({
    quantity,
    unit: '1',
    expected,
    tolerance: { absolute: 1e-9 },
    computed,
  });
  return {
    id,
    subject: { zh, en },
    source,
    inputs: { people, stocks: stocks.map(({ no, symbol, tonnes }) => `${no ?? symbol} ${tonnes} t`).join(', ') },
    checks: [
      check({ zh: 'S', en: 'S' }, s, () => resultOf(stocks, people).s),
      check({ zh: 'R', en: 'R' }, r, () => resultOf(stocks, people).r),
      check({ zh: '级别', en: 'Grade' }, grade, () => resultOf(stocks, people).grade ?? 0),
    ],
    cost: 'instant',
  };
}

export const cases: readonly ReferenceCase[] = [
  vector(
    'H1',
    '氨 40 t + 液氯 10 t，60 人',
    'Ammonia 40 t and chlorine 10 t, 60 people',
    [
      { no: 1, symbol: null, tonnes: 40 },
      { no: 12, symbol: null, tonnes: 10 },
    ],
    60,
    6,
    24,
    3,
  ),
  vector('H2', '汽油 500 t，0 人', 'Petrol 500 t, nobody', [{ no: 66, symbol: 'W5.3', tonnes: 500 }], 0, 2.5, 1.25, 4),
  vector('H3', '液化石油气 200 t，120 人', 'LPG 200 t, 120 people', [{ no: 52, symbol: 'W2', tonnes: 200 }], 120, 4, 12, 3),
];
