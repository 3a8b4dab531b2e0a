import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Observations } from '#web/api/answers.ts';
import { useText } from '#web/language/language.tsx';
import type { Mood } from '#web/theme/tokens.ts';
import { init, type EChartsType } from './chartLibrary.ts';
import { chartWords } from './chartWords.ts';
import { readingOption, type ChartMark } from './readingOption.ts';

interface ReadingCanvasProps {
  observations: Observations;
  fromMs: number;
  toMs: number;
  marks: readonly ChartMark[];
  mood: Mood;
  height: number;
  /** Hears which part of the window is looked at, once it stands still. */
  onZoom?: ((fromMs: number, toMs: number) => void) | undefined;
  /** Asked for when the whole window is seen and still more is wanted; absent = there is no wider one. */
  onWider?: (() => void) | undefined;
}

/** Zooming is over after this long without a step, milliseconds. */
const zoomRestMs = 200;
/** A wheel that turns on widens the window this often at most, milliseconds. */
const widenMs = 350;

/** The drawn chart; loaded lazily by ReadingChart. On paper it takes the light mood. */
export default function ReadingCanvas({ observations, fromMs, toMs, marks, mood, height, onZoom, onWider }: ReadingCanvasProps) {
  const say = useText();
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [isNarrow, setNarrow] = useState(false);
  const isPrinting = usePrinting();

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const made = init(element, null, { renderer: 'canvas' });
    chart.current = made;
    const watch = new ResizeObserver(() => {
      setNarrow(element.clientWidth < 420);
      made.resize();
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(readingOption({ observations, fromMs, toMs, marks, mood: isPrinting ? 'office' : mood, isNarrow, say }), {
      replaceMerge: ['series'],
    });
  }, [observations, fromMs, toMs, marks, mood, isNarrow, isPrinting, say]);

  useZoom(holder, chart, onZoom, onWider);

  const values = observations.items.map(([, value]) => value);
  const unit = observations.point.unit;
  const label = say(chartWords.summary, {
    name: `${observations.point.stationName} ${observations.point.name}`,
    total: values.length,
    latest: `${values.at(-1) ?? '–'} ${unit}`,
    min: values.length > 0 ? `${values.reduce((a, b) => Math.min(a, b))} ${unit}` : '–',
    max: values.length > 0 ? `${values.reduce((a, b) => Math.max(a, b))} ${unit}` : '–',
  });
  return <div ref={holder} role="img" aria-label={label} style={{ width: '100%', height }} />;
}

/** Tells of zooming inside the window, and of turning the wheel on where the window ends. */
function useZoom(
  holder: RefObject<HTMLDivElement | null>,
  chart: RefObject<EChartsType | null>,
  onZoom: ReadingCanvasProps['onZoom'],
  onWider: ReadingCanvasProps['onWider'],
): void {
  const hear = useRef({ onZoom, onWider });
  useEffect(() => {
    hear.current = { onZoom, onWider };
  });
  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let widenedAt = -widenMs;
    const seen = () => (chart.current?.getOption()?.['dataZoom'] as Partial<Seen>[] | undefined)?.[0];
    const onWheel = (event: WheelEvent) => {
      const part = seen();
      const isWhole = (part?.start ?? 0) <= 0 && (part?.end ?? 100) >= 100;
      if (isWhole && event.deltaY > 0 && event.timeStamp - widenedAt > widenMs) {
        widenedAt = event.timeStamp;
        hear.current.onWider?.();
      }
      clearTimeout(rest);
      rest = setTimeout(() => {
        const { startValue, endValue } = seen() ?? {};
        if (startValue !== undefined && endValue !== undefined) hear.current.onZoom?.(startValue, endValue);
      }, zoomRestMs);
    };
    element.addEventListener('wheel', onWheel, { passive: true, capture: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener('wheel', onWheel, { capture: true });
    };
  }, [holder, chart]);
}

/** What ECharts says of its zoom: percent of the window, and instants. */
interface Seen {
  start: number;
  end: number;
  startValue: number;
  endValue: number;
}

function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => setPrinting(true);
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
