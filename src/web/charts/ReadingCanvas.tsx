import { useEffect, useRef, useState } from 'react';
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
}

/** The drawn chart; loaded lazily by ReadingChart. On paper it takes the light mood. */
export default function ReadingCanvas({ observations, fromMs, toMs, marks, mood, height }: ReadingCanvasProps) {
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
