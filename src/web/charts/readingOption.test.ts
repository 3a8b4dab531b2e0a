import { expect, test } from 'vitest';
import type { Observations } from '#web/api/answers.ts';
import { fillIn } from '#web/language/language.tsx';
import { readingOption } from './readingOption.ts';

const minute = 60_000;
const observations: Observations = {
  point: { id: 'p', name: '水位', unit: 'm', stationName: '龙河闸' },
  rules: [
    {
      id: 'r',
      version: 1,
      pointId: 'p',
      priority: 'high',
      text: { zh: '水位超警戒', en: 'Water level above warning' },
      condition: { kind: 'above', limit: 35.2, hysteresis: 0.1, delayMs: 0 },
    },
  ],
  items: [0, 5, 10, 60, 65].map((at) => [at * minute, 30, 'good']),
};

function optionOf(change: Partial<Observations> = {}) {
  return readingOption({
    observations: { ...observations, ...change },
    fromMs: 0,
    toMs: 70 * minute,
    marks: [
      { atMs: 60 * minute, label: '发生' },
      { atMs: 900 * minute, label: 'outside' },
    ],
    mood: 'desk',
    isNarrow: false,
    say: (text, values) => fillIn(text.zh, values),
  });
}

interface Series {
  data: [number, number | null][];
  markLine: { data: { yAxis?: number; xAxis?: number; label: { formatter: string } }[] };
  markArea: { data: [{ xAxis: number }, { xAxis: number }][] };
}
const seriesOf = (option: ReturnType<typeof optionOf>) => (option.series as unknown as Series[])[0];

test('the line is broken where the point was silent', () => {
  const series = seriesOf(optionOf());
  expect(series?.data.filter(([, value]) => value === null).map(([at]) => at)).toEqual([10 * minute + 1]);
  expect(series?.markArea.data.map(([from, to]) => [from.xAxis, to.xAxis])).toEqual([[10 * minute, 60 * minute]]);
});

test('the limit of a rule and the alarms inside the window are marked', () => {
  const marks = seriesOf(optionOf())?.markLine.data ?? [];
  expect(marks.map(({ yAxis, xAxis, label }) => [yAxis ?? xAxis, label.formatter])).toEqual([
    [35.2, '上限 35.2 m'],
    [60 * minute, '发生'],
  ]);
});

test('the limit is on the chart even when all readings are far below it', () => {
  const { max, min } = optionOf().yAxis as unknown as Record<'max' | 'min', (range: { min: number; max: number }) => number>;
  expect(max({ min: 29, max: 30 })).toBeGreaterThan(35.2);
  expect(min({ min: 29, max: 30 })).toBe(29);
});
