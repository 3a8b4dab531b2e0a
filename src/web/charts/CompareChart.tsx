import { useEffect, useRef } from 'react';
import type { Observations } from '#web/api/answers.ts';
import type { Mood } from '#web/theme/tokens.ts';
import { init, type EChartsType } from './chartLibrary.ts';
import { compareOption } from './compareOption.ts';

interface CompareChartProps {
  observations: readonly Observations[];
  fromMs: number;
  toMs: number;
  mood: Mood;
  label: string;
  /** The window on screen after a zoom, epoch milliseconds; called when the gesture has come to rest. */
  onWindow: (fromMs: number, toMs: number) => void;
}

const restMs = 250;

/** The drawn comparison; finer readings of the window replace the coarse ones as they come. */
export default function CompareChart({ fromMs, label, mood, observations, onWindow, toMs }: CompareChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const tell = useRef(onWindow);
  useEffect(() => {
    tell.current = onWindow;
  }, [onWindow]);

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const made = init(element, null, { renderer: 'canvas' });
    chart.current = made;
    let timer: ReturnType<typeof setTimeout> | undefined;
    made.on('datazoom', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { dataZoom } = made.getOption() as { dataZoom?: { startValue?: number; endValue?: number }[] };
        const [zoom] = dataZoom ?? [];
        if (zoom?.startValue !== undefined && zoom.endValue !== undefined) tell.current(zoom.startValue, zoom.endValue);
      }, restMs);
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const { dataZoom, ...option } = compareOption({ observations, fromMs, toMs, mood });
    // The zoom belongs to the hand that made it: set once, and not again with each answer.
    const isFirst = (chart.current?.getOption() as { series?: unknown[] } | undefined)?.series === undefined;
    chart.current?.setOption(isFirst ? { ...option, dataZoom } : option, { replaceMerge: ['series', 'yAxis'] });
  }, [observations, fromMs, toMs, mood]);

  return <div ref={holder} role="img" aria-label={label} style={{ width: '100%', height: 380 }} />;
}
