import { useEffect, useRef, useState, type ReactNode } from 'react';
import { alarmPriorities } from '#kernel/alarm/alarm.ts';
import { useText } from '#web/language/language.tsx';
import type { Mood } from '#web/theme/tokens.ts';
import { placeSigns } from './baseLayers.ts';
import type { Division } from './divisions.ts';
import type { BaseLayer, LegendCounts } from './drawn.ts';
import { mapPalettes } from './mapPalette.ts';
import { mapWords } from './mapWords.ts';
import { liveSymbols, paintCanvas, placeSymbol, symbolOf, type MapSymbol } from './symbols.ts';

interface MapLegendProps {
  mood: Mood;
  counts: LegendCounts;
  layers: readonly BaseLayer[];
  divisions: readonly Division[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
  /** Whether there is room to show it without being asked. */
  startsOpen: boolean;
}

/** Says what each symbol means and how many there are, from what is drawn; each row switches its symbols on and off. */
export function MapLegend({ mood, counts, layers, divisions, hidden, onToggle, startsOpen }: MapLegendProps) {
  const t = useText();
  const [open, setOpen] = useState(startsOpen);
  const states = (['normal', 'noData', 'unknown'] as const).filter((state) => counts.states[state] > 0);
  const base = layers.filter((layer) => layer.count > 0);
  const answered = counts.alarms.filter((row) => row.answered);
  const approximate = divisions.some((division) => division.level === 'township' && division.demo && division.outline);
  const toggle = (id: string) => ({ isOn: !hidden.has(id), onToggle: () => onToggle(id) });

  return (
    <details className="map-legend" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(mapWords.legend)}</summary>
      <div className="map-legend-body">
        {counts.alarms.length > 0 && (
          <Row {...toggle('alarm')} label={t(mapWords.alarm)}>
            {counts.alarms
              .filter((row) => !row.answered)
              .map(({ priority, count }) => (
                <Sign key={priority} label={t(alarmPriorities[priority])} count={count}>
                  <Drawing mood={mood} id={symbolOf.alarm(priority, false)} />
                </Sign>
              ))}
            {answered[0] && (
              <Sign label={t(mapWords.acknowledged)} count={answered.reduce((sum, row) => sum + row.count, 0)}>
                <Drawing mood={mood} id={symbolOf.alarm(answered[0].priority, true)} />
              </Sign>
            )}
          </Row>
        )}
        {counts.incidents > 0 && (
          <Row {...toggle('incident')} label={t(mapWords.incident)}>
            <Sign count={counts.incidents}>
              <Drawing mood={mood} id={symbolOf.incident} />
            </Sign>
          </Row>
        )}
        {counts.warnings.length > 0 && (
          <Row {...toggle('warning')} label={t(mapWords.warning)}>
            {counts.warnings.map(({ color, count }) => (
              <Sign key={color} label={t(mapWords[color])} count={count}>
                <Drawing mood={mood} id={symbolOf.warning(color)} />
              </Sign>
            ))}
          </Row>
        )}
        {states.map((state) => (
          <Row key={state} {...toggle(state)} label={t(mapWords[state])}>
            <Sign count={counts.states[state]}>
              <Drawing mood={mood} id={symbolOf.device(state)} />
            </Sign>
          </Row>
        ))}
        {base.length > 0 && <hr />}
        {base.map((layer) => (
          <Row key={layer.id} {...toggle(layer.id)} label={t(layer.label)}>
            {layer.demo && !t(layer.label).toLowerCase().includes(t(mapWords.demo).toLowerCase()) && (
              <span className="map-legend-demo">{t(mapWords.demo)}</span>
            )}
            <Sign count={layer.count}>
              <BaseDrawing mood={mood} layer={layer} />
            </Sign>
          </Row>
        ))}
        {approximate && <p className="map-legend-note">{t(mapWords.approximateOutline)}</p>}
      </div>
    </details>
  );
}

/** One switch, and the symbols it switches. */
function Row({ isOn, onToggle, label, children }: { isOn: boolean; onToggle: () => void; label: string; children: ReactNode }) {
  return (
    <label className="map-legend-row">
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      <span className="map-legend-label">{label}</span>
      <span className="map-legend-signs">{children}</span>
    </label>
  );
}

function Sign({ label, count, children }: { label?: string; count: number; children: ReactNode }) {
  return (
    <span className="map-legend-sign">
      <span className="map-legend-symbol" aria-hidden="true">
        {children}
      </span>
      {label} {count}
    </span>
  );
}

function Drawing({ mood, id }: { mood: Mood; id: string }) {
  const t = useText();
  const symbol = liveSymbols(mood, t).find((candidate) => candidate.id === id);
  return symbol ? <SymbolCanvas symbol={symbol} /> : null;
}

function SymbolCanvas({ symbol }: { symbol: MapSymbol }) {
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
  const t = useText();
  const palette = mapPalettes[mood];
  const sign = placeSigns[layer.id];
  if (layer.kind === 'point') {
    return sign ? (
      <SymbolCanvas symbol={placeSymbol(mood, layer.id, t(sign))} />
    ) : (
      <i className="map-legend-dot" style={{ background: palette.place }} />
    );
  }
  if (layer.kind === 'polygon') {
    return <i className="map-legend-fill" style={{ background: palette.waterFill, borderColor: palette.water }} />;
  }
  const colors: Record<string, string> = { rivers: palette.water, contours: palette.contour, railways: palette.rail };
  return <i className="map-legend-line" style={{ background: colors[layer.id] ?? palette.road }} />;
}
