import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Observations } from '#web/api/answers.ts';
import { useText } from '#web/language/language.tsx';
import { useMood } from '#web/theme/theme.tsx';
import { useFineReadings } from './fineReadings.ts';
import { chartWords } from './chartWords.ts';
import type { ChartMark } from './readingOption.ts';
import { ReadingTable } from './ReadingTable.tsx';
import './charts.css';

export type { ChartMark } from './readingOption.ts';

export interface ReadingChartProps {
  /** Undefined while it loads. */
  observations: Observations | undefined;
  /** Window shown, epoch milliseconds. */
  fromMs: number;
  toMs: number;
  /** Length of the window in hours, one of `chartHours`. */
  hours: number;
  onHours: (hours: number) => void;
  /** Moments of alarms. */
  marks?: readonly ChartMark[];
  /** Height of the drawing in CSS pixels. */
  height?: number;
}

export const chartHours = [6, 24, 168, 720, 8760] as const;
const noMarks: readonly ChartMark[] = [];
const ReadingCanvas = lazy(() => import('./ReadingCanvas.tsx'));

/** Readings of one point as a line with its limits, its alarms and its silences; the same as a table on request. */
export function ReadingChart({ observations, fromMs, toMs, hours, onHours, marks = noMarks, height = 220 }: ReadingChartProps) {
  const t = useText();
  const { mood } = useMood();
  const [asTable, setAsTable] = useState(false);
  const { fine, onZoom } = useFineReadings(observations, fromMs, toMs);
  const wider = chartHours.find((n) => n > hours);
  const waiting = (
    <p className="chart-note" style={{ height }}>
      {t(chartWords.loading)}
    </p>
  );
  const isEmpty = observations?.items.length === 0;

  return (
    <figure className="reading-chart">
      <div className="chart-tools">
        <Segmented<number>
          size="small"
          aria-label={t(chartWords.range)}
          value={hours}
          options={chartHours.map((n) => ({ value: n, label: n < 48 ? t(chartWords.hours, { n }) : t(chartWords.days, { n: n / 24 }) }))}
          onChange={onHours}
        />
        <Button size="small" type="text" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? chartWords.chart : chartWords.table)}
        </Button>
      </div>
      {!observations && waiting}
      {isEmpty && (
        <p className="chart-note" style={{ height }}>
          {t(chartWords.none)}
        </p>
      )}
      {observations && !isEmpty && asTable && <ReadingTable observations={observations} height={height} />}
      {observations && !isEmpty && !asTable && (
        <Suspense fallback={waiting}>
          <ReadingCanvas
            observations={fine ?? observations}
            fromMs={fromMs}
            toMs={toMs}
            marks={marks}
            mood={mood}
            height={height}
            onZoom={onZoom}
            onWider={wider === undefined ? undefined : () => onHours(wider)}
          />
        </Suspense>
      )}
    </figure>
  );
}
