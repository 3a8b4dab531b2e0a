import type { Observations } from '#web/api/answers.ts';
import { moods, type Mood } from '#web/theme/tokens.ts';
import type { ChartOption } from './chartLibrary.ts';

// Several points over one time, one axis for each unit (at most two); wheel, pinch or the bar below zoom from a year to hours.

const colours: Record<Mood, readonly string[]> = {
  office: ['#1f5fa8', '#b4540a', '#1d7a46', '#7a3ea8', '#8a6d00', '#a8324a'],
  desk: ['#6ab0ff', '#ffb066', '#6fd39a', '#c79bff', '#ffe08a', '#ff9aa8'],
};

export interface Compared {
  observations: readonly Observations[];
  /** The whole time that can be zoomed into, epoch milliseconds. */
  fromMs: number;
  toMs: number;
  mood: Mood;
}

export function compareOption({ fromMs, mood, observations, toMs }: Compared): ChartOption {
  const tokens = moods[mood];
  const units = [...new Set(observations.map(({ point }) => point.unit))].slice(0, 2);
  const text = { color: tokens.textSecond, fontSize: 12 };
  return {
    animation: false,
    backgroundColor: 'transparent',
    color: [...colours[mood]],
    textStyle: { fontFamily: 'inherit' },
    legend: { top: 0, textStyle: text, type: 'plain' },
    grid: { left: 8, right: 16, top: 44, bottom: 56, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'time', min: fromMs, max: toMs, axisLabel: text, axisLine: { lineStyle: { color: tokens.line } } },
    yAxis: (units.length > 0 ? units : ['']).map((unit, index) => ({
      type: 'value' as const,
      name: unit,
      nameTextStyle: text,
      scale: true,
      position: index === 0 ? ('left' as const) : ('right' as const),
      axisLabel: text,
      splitLine: { show: index === 0, lineStyle: { color: tokens.line } },
    })),
    dataZoom: [
      { type: 'inside', filterMode: 'none' },
      { type: 'slider', filterMode: 'none', height: 24, bottom: 8, textStyle: text },
    ],
    series: observations.map(({ items, point }) => ({
      id: point.id,
      name: `${point.stationName} ${point.name}`,
      type: 'line' as const,
      showSymbol: items.length < 2,
      lineStyle: { width: 1.5 },
      yAxisIndex: Math.max(0, units.indexOf(point.unit)),
      data: items.map(([atMs, value]) => [atMs, value]),
    })),
  };
}
