import type { AlarmPriority } from '#kernel/alarm/alarm.ts';
import { limitsOf } from '#kernel/alarm/condition.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Observations } from '#web/api/answers.ts';
import { dayAndTime, timeOf } from '#web/page/moments.ts';
import { moods, type Mood } from '#web/theme/tokens.ts';
import { chartWords } from './chartWords.ts';
import type { ChartOption } from './chartLibrary.ts';
import { silenceLimitMs, silences } from './silence.ts';

// What the chart draws, as an ECharts option: the line, broken where the point was silent, the limits of its rules, and the
// moments of its alarms.

export interface ChartMark {
  atMs: number;
  label: string;
}

interface Drawing {
  observations: Observations;
  fromMs: number;
  toMs: number;
  marks: readonly ChartMark[];
  mood: Mood;
  isNarrow: boolean;
  say: (text: Text, values?: Record<string, string | number>) => string;
}

const priorityText: Record<AlarmPriority, 'redText' | 'orangeText' | 'yellowText' | 'blueText'> = {
  critical: 'redText',
  high: 'orangeText',
  medium: 'yellowText',
  low: 'blueText',
};

export function readingOption({ observations, fromMs, toMs, marks, mood, isNarrow, say }: Drawing): ChartOption {
  const tokens = moods[mood];
  const { point, rules, items } = observations;
  const gaps = silences(items, silenceLimitMs(items, rules), toMs);
  const gapStarts = new Set(gaps.map(([from]) => from));
  const line: (number | null)[][] = items.flatMap(([atMs, value]) =>
    gapStarts.has(atMs)
      ? [
          [atMs, value],
          [atMs + 1, null],
        ]
      : [[atMs, value]],
  );
  const limits = rules.flatMap((rule) => limitsOf(rule).map(({ limit, side, priority }) => ({ limit, kind: side, priority })));
  const text = { color: tokens.textSecond, fontSize: 12 };
  const long = toMs - fromMs > 36 * 3_600_000;

  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 4, right: 12, top: 26, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'time',
      min: fromMs,
      max: toMs,
      splitNumber: isNarrow ? 3 : 6,
      axisLine: { lineStyle: { color: tokens.line } },
      axisTick: { lineStyle: { color: tokens.line } },
      axisLabel: { ...text, hideOverlap: true, formatter: (atMs: number) => (long ? dayAndTime(atMs).slice(5) : timeOf(atMs)) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      name: point.unit,
      nameTextStyle: { ...text, align: 'left', padding: [0, 0, 0, 0] },
      min: ({ min }: { min: number }) => (limits.length > 0 ? Math.min(min, ...limits.map(({ limit }) => limit)) : min),
      max: ({ max, min }: { min: number; max: number }) => roomAbove(Math.max(max, ...limits.map(({ limit }) => limit)), min),
      axisLabel: { ...text, showMinLabel: false, showMaxLabel: false },
      splitNumber: 4,
      splitLine: { lineStyle: { color: tokens.line } },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: tokens.raised,
      borderColor: tokens.line,
      textStyle: { color: tokens.text, fontSize: 13 },
      axisPointer: { type: 'line', lineStyle: { color: tokens.textThird } },
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const row = items[nearest(items, Number((first?.value as number[] | undefined)?.[0]))];
        if (!row) return '';
        const [atMs, value, quality] = row;
        const doubt = quality === 'good' ? '' : `  ${say(chartWords[quality])}`;
        return `${dayAndTime(atMs, true)}\n${value} ${point.unit}${doubt}`;
      },
    },
    dataZoom: [{ type: 'inside', filterMode: 'none', minValueSpan: 5 * 60_000, preventDefaultMouseMove: false }],
    series: [
      {
        type: 'line',
        name: point.name,
        data: line,
        connectNulls: false,
        showSymbol: items.length < 40,
        symbolSize: 4,
        sampling: items.length > 4000 ? 'lttb' : undefined,
        lineStyle: { width: 1.6, color: tokens.link },
        itemStyle: { color: tokens.link },
        markLine: {
          silent: true,
          symbol: 'none',
          data: [
            ...limits.map(({ limit, kind, priority }) => ({
              yAxis: limit,
              lineStyle: { color: tokens[priorityText[priority]], type: 'dashed' as const, width: 1.4 },
              label: {
                color: tokens[priorityText[priority]],
                fontSize: 12,
                position: 'insideStartTop' as const,
                formatter: `${say(kind === 'above' ? chartWords.upper : chartWords.lower)} ${limit} ${point.unit}`,
              },
            })),
            ...marks
              .filter(({ atMs }) => atMs >= fromMs && atMs <= toMs)
              .map(({ atMs, label }) => ({
                xAxis: atMs,
                lineStyle: { color: tokens.textSecond, type: 'solid' as const, width: 1 },
                label: { color: tokens.textSecond, fontSize: 12, position: 'end' as const, distance: 4, formatter: label },
              })),
          ],
        },
        markArea: {
          silent: true,
          itemStyle: { color: tokens.textThird, opacity: 0.14 },
          label: { color: tokens.textSecond, fontSize: 12, position: 'insideBottom' },
          data: gaps.map(([from, to]) => [
            { xAxis: Math.max(from, fromMs), name: to - from > (toMs - fromMs) / 10 ? say(chartWords.silent) : '' },
            { xAxis: Math.min(to, toMs) },
          ]),
        },
      },
    ],
  };
}

/** A little room over the highest value or limit, so that its label is not cut. */
function roomAbove(top: number, bottom: number): number {
  return top + Math.abs(top - bottom || top || 1) * 0.08;
}

/** Index of the reading nearest in time; rows are in order. */
function nearest(rows: Observations['items'], atMs: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.[0] ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  const before = rows[low - 1]?.[0];
  const here = rows[low]?.[0];
  return before !== undefined && here !== undefined && atMs - before < here - atMs ? low - 1 : low;
}
