import { Button, InputNumber, Segmented } from 'antd';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLayers } from '#web/api/queries.ts';
import { useText } from '#web/language/language.tsx';
import { useMood } from '#web/theme/theme.tsx';
import type { Level } from '#web/theme/tokens.ts';
import { cornersOf, crossesItself, noArea, polygonOf, toggleDivision, type AreaValue } from './areaDraft.ts';
import { AreaSummaryText } from './AreaSummaryText.tsx';
import { startSketch, type DrawMode, type Sketch, type SketchEvents } from './areaSketch.ts';
import { CountyMap, type LonLat, type MapHandle } from './CountyMap.tsx';
import { mapWords } from './mapWords.ts';
import { useDivisions } from './useDivisions.ts';
import './pickers.css';

export type { AreaValue } from './areaDraft.ts';

export interface AreaDrawerProps {
  value?: AreaValue | null;
  onChange?: (value: AreaValue) => void;
  /** Level whose colour and hatch the area wears; neutral without one. */
  level?: Level | null;
  /** Height of the map in CSS pixels. */
  height?: number;
  id?: string;
}

/** The area of a warning: townships picked on the map, a polygon, a circle, or several of these together. */
export function AreaDrawer({ value: given, onChange, level = null, height = 420, id }: AreaDrawerProps) {
  const t = useText();
  const { mood } = useMood();
  const value = given ?? noArea;
  const layers = useLayers();
  const divisions = useDivisions();
  const [mode, setMode] = useState<DrawMode>('divisions');
  const [open, setOpen] = useState<LonLat[]>([]);
  const holder = useRef<HTMLDivElement>(null);
  const sketch = useRef<Sketch | null>(null);

  function closePolygon(corners: readonly LonLat[]): void {
    const shape = polygonOf(corners);
    if (!shape) return;
    setOpen([]);
    onChange?.({ ...value, shape });
  }

  function click(place: LonLat, division: string | null): void {
    if (mode === 'divisions' && division) onChange?.({ ...value, areas: toggleDivision(value.areas, division) });
    if (mode === 'circle') onChange?.({ ...value, circle: { center: place, radiusKm: value.circle?.radiusKm ?? 3 } });
    // Once closed, a polygon is changed by its corners; a new one begins after clearing.
    if (mode === 'polygon' && !value.shape) setOpen((before) => [...before, place]);
  }

  function moveCorner(index: number, place: LonLat): void {
    const moved = (corners: readonly LonLat[]) => corners.map((corner, at) => (at === index ? place : corner));
    if (open.length > 0) setOpen((before) => moved(before));
    else onChange?.({ ...value, shape: polygonOf(moved(cornersOf(value.shape))) });
  }

  // The map calls back long after it was made; it always gets the handlers of the latest render.
  const events = useRef<SketchEvents | null>(null);
  useEffect(() => {
    events.current = {
      onClick: click,
      onDone: () => closePolygon(open),
      onCorner: moveCorner,
      onCentre: (center) => value.circle && onChange?.({ ...value, circle: { ...value.circle, center } }),
    };
  });
  const [ready, setReady] = useState(0);
  const onReady = useCallback(
    (handle: MapHandle) => {
      const started = startSketch(handle, mood, {
        onClick: (place, division) => events.current?.onClick(place, division),
        onDone: () => events.current?.onDone(),
        onCorner: (index, place) => events.current?.onCorner(index, place),
        onCentre: (place) => events.current?.onCentre(place),
      });
      sketch.current = started;
      setReady((count) => count + 1);
      return () => {
        sketch.current = null;
        started.stop();
      };
    },
    [mood],
  );
  useEffect(() => sketch.current?.show({ value, mode, open, level }, divisions), [value, mode, open, level, divisions, ready]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (mode !== 'polygon' || open.length === 0) return;
    if (event.key === 'Enter') closePolygon(open);
    else if (event.key === 'Escape') setOpen([]);
    else if (event.key === 'Backspace') setOpen((before) => before.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const element = holder.current;
    const listen = (event: KeyboardEvent) => press(event);
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, []);

  const hints = {
    divisions: mapWords.divisionsHint,
    circle: mapWords.circleHint,
    polygon: value.shape ? mapWords.polygonDone : mapWords.polygonHint,
  };
  const corners = open.length > 0 ? open : cornersOf(value.shape);
  return (
    <div className="area-drawer" id={id} ref={holder}>
      <div className="area-tools">
        <Segmented<DrawMode>
          value={mode}
          options={[
            { value: 'divisions', label: t(mapWords.drawDivisions) },
            { value: 'polygon', label: t(mapWords.drawPolygon) },
            { value: 'circle', label: t(mapWords.drawCircle) },
          ]}
          onChange={(next) => {
            setMode(next);
            setOpen([]);
          }}
        />
        {mode === 'circle' && (
          <InputNumber<number>
            min={0.1}
            max={100}
            step={0.5}
            style={{ width: 180 }}
            prefix={t(mapWords.radius)}
            aria-label={t(mapWords.radius)}
            value={value.circle?.radiusKm ?? null}
            disabled={!value.circle}
            onChange={(radiusKm) => value.circle && radiusKm !== null && onChange?.({ ...value, circle: { ...value.circle, radiusKm } })}
          />
        )}
        {mode === 'polygon' && open.length > 0 && (
          <>
            <Button onClick={() => setOpen((before) => before.slice(0, -1))}>{t(mapWords.undo)}</Button>
            <Button type="primary" disabled={open.length < 3} onClick={() => closePolygon(open)}>
              {t(mapWords.close)}
            </Button>
          </>
        )}
        <span className="area-spacer" />
        <Button
          onClick={() => {
            setOpen([]);
            onChange?.(noArea);
          }}
        >
          {t(mapWords.clearAll)}
        </Button>
      </div>
      <p className="area-hint">{t(hints[mode])}</p>
      <div className="picker-map" style={{ height }}>
        <CountyMap mood={mood} divisions={divisions} layers={layers.data ?? []} legend={false} onReady={onReady} />
      </div>
      {corners.length > 3 && crossesItself(corners) && (
        <p className="picker-problem" role="alert">
          {t(mapWords.crossed)}
        </p>
      )}
      <AreaSummaryText
        value={value}
        divisions={divisions}
        onDrop={(code) => onChange?.({ ...value, areas: toggleDivision(value.areas, code) })}
      />
    </div>
  );
}
