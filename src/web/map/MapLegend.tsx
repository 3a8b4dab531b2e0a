import { useEffect, useRef, useState, type ReactNode } from 'react';
import { alarmPriorities } from '#kernel/alarm/alarm.ts';
import { useText } from '#web/language/language.tsx';
import type { Mood } from '#web/theme/tokens.ts';
import { placeCharacter } from './baseLayers.ts';
import type { Division } from './divisions.ts';
import type { BaseLayer, LegendCounts } from './drawn.ts';
import { mapPalettes } from './mapPalette.ts';
import { mapWords } from './mapWords.ts';
import { liveSymbols, paintCanvas, placeSymbol, symbolOf } from './symbols.ts';

interface MapLegendProps {
  mood: Mood;
  counts: LegendCounts;
  layers: readonly BaseLayer[];
  divisions: readonly Division[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

/** Says what each symbol means and how many there are, from what is drawn; each row switches its symbols on and off. */
export function MapLegend({ mood, counts, layers, divisions, hidden, onToggle }: MapLegendProps) {
  const t = useText();
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 900px)').matches);
  const palette = mapPalettes[mood];
  const row = (id: string, symbol: ReactNode, label: string, count: number, demo = false) => (
    <label key={`${id} ${label}`} className="map-legend-row">
      <input type="checkbox" checked={!hidden.has(id)} onChange={() => onToggle(id)} />
      <span className="map-legend-symbol" aria-hidden="true">
        {symbol}
      </span>
      <span className="map-legend-label">{label}</span>
      {demo && <span className="map-legend-demo">{t(mapWords.demo)}</span>}
      <span className="map-legend-count">{count}</span>
    </label>
  );
  const states = (['normal', 'noData', 'unknown'] as const).filter((state) => counts.states[state] > 0);
  const approximate = divisions.some((division) => division.level === 'township' && division.demo && division.outline);

  return (
    <details className="map-legend" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(mapWords.legend)}</summary>
      <div className="map-legend-body">
        {counts.alarms.map(({ priority, answered, count }) =>
          row(
            'alarm',
            <Drawing mood={mood} id={symbolOf.alarm(priority, answered)} />,
            `${t(answered ? mapWords.alarmAcknowledged : mapWords.alarm)} · ${t(alarmPriorities[priority])}`,
            count,
          ),
        )}
        {counts.incidents > 0 && row('incident', <Drawing mood={mood} id={symbolOf.incident} />, t(mapWords.incident), counts.incidents)}
        {counts.warnings.map(({ color, count }) =>
          row('warning', <Drawing mood={mood} id={symbolOf.warning(color)} />, t(mapWords[color]), count),
        )}
        {states.map((state) => row(state, <Drawing mood={mood} id={symbolOf.device(state)} />, t(mapWords[state]), counts.states[state]))}
        {layers.some((layer) => layer.count > 0) && <hr />}
        {layers
          .filter((layer) => layer.count > 0)
          .map((layer) => row(layer.id, <BaseDrawing mood={mood} layer={layer} />, t(layer.label), layer.count, layer.demo))}
        {approximate && (
          <p className="map-legend-note" style={{ color: palette.textQuiet }}>
            {t(mapWords.approximateOutline)}
          </p>
        )}
      </div>
    </details>
  );
}

function Drawing({ mood, id }: { mood: Mood; id: string }) {
  const symbol = liveSymbols(mood).find((candidate) => candidate.id === id);
  return symbol ? <SymbolCanvas symbol={symbol} /> : null;
}

function SymbolCanvas({ symbol }: { symbol: ReturnType<typeof placeSymbol> }) {
  const holder = useRef<HTMLSpanElement>(null);
  const { id, size } = symbol;
  useEffect(() => {
    const canvas = paintCanvas(symbol);
    const shown = Math.min(size, 18);
    canvas.style.width = `${shown}px`;
    canvas.style.height = `${shown}px`;
    holder.current?.replaceChildren(canvas);
    // A symbol is the same drawing as long as its id is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, size]);
  return <span ref={holder} />;
}

function BaseDrawing({ mood, layer }: { mood: Mood; layer: BaseLayer }) {
  const palette = mapPalettes[mood];
  const mark = placeCharacter(layer.id);
  if (layer.kind === 'point') {
    return mark ? <SymbolCanvas symbol={placeSymbol(mood, mark)} /> : <i className="map-legend-dot" style={{ background: palette.place }} />;
  }
  if (layer.kind === 'polygon') {
    return <i className="map-legend-fill" style={{ background: palette.waterFill, borderColor: palette.water }} />;
  }
  const colors: Record<string, string> = { rivers: palette.water, contours: palette.contour, railways: palette.rail };
  return <i className="map-legend-line" style={{ background: colors[layer.id] ?? palette.road }} />;
}
