import { useCallback, useEffect, useRef } from 'react';
import type { ResultShape } from '#models/resultShapes.ts';
import { collectionOf } from '#models/resultShapes.ts';
import type { LonLat, MapHandle } from '#web/map/CountyMap.tsx';
import { drawResult, type ResultDrawing } from './drawResult.ts';
import { toneOf } from './zoneTones.ts';

interface ScenarioPicture {
  /** Changes with the scenario or model: the map then fits the first result. */
  subject: string;
  shapes: readonly ResultShape[];
  /** A picture of an intermediate state in place of the result. */
  frame: GeoJSON.FeatureCollection | null;
  other: GeoJSON.FeatureCollection | null;
  marks: GeoJSON.Feature[];
  routes: GeoJSON.Feature[];
  /** Handles by name; null has none. */
  places: Readonly<Record<string, LonLat | null>>;
}

interface ScenarioMap {
  ready: (map: MapHandle) => (() => void) | undefined;
  /** Centre of what the map shows; null before it is there. */
  centre: () => LonLat | null;
  fit: () => void;
  showAffected: (found: GeoJSON.FeatureCollection | null) => void;
  /** A PNG of the map as it stands, as a data address; null before it is there. */
  picture: () => Promise<string | null>;
}

/** Result features with the colour of each. */
function toned(shapes: readonly ResultShape[]): GeoJSON.FeatureCollection {
  return collectionOf(shapes.map((shape) => ({ ...shape, properties: { ...shape.properties, tone: toneOf(shape) } })));
}

/** What the map is moved to: zones and marks; how far a zone might reach may lie outside. */
function seen({ shapes, marks }: Pick<ScenarioPicture, 'shapes' | 'marks'>): GeoJSON.FeatureCollection {
  const zones = toned(shapes.filter(({ isBand }) => !isBand));
  return { ...zones, features: [...zones.features, ...marks] };
}

/** Keeps the map in step with the scenario. @param onPlace a handle was moved, or the empty map clicked (name null) */
export function useScenarioMap(picture: ScenarioPicture, onPlace: (name: string | null, place: LonLat) => void): ScenarioMap {
  const { subject, shapes, frame, other, marks, routes, places } = picture;
  const drawing = useRef<ResultDrawing | null>(null);
  const handle = useRef<MapHandle | null>(null);
  const draggedAtMs = useRef<number | null>(null);
  const fitted = useRef<string | null>(null);
  const latest = useRef({ picture, onPlace });
  useEffect(() => {
    latest.current = { picture, onPlace };
  });
  const ready = useCallback((map: MapHandle) => {
    handle.current = map;
    const made = drawResult(
      map,
      (name, place) => {
        draggedAtMs.current = performance.now();
        latest.current.onPlace(name, place);
      },
      (place) => latest.current.onPlace(null, place),
    );
    drawing.current = made;
    // The map may come after the answer: draw what stands.
    const now = latest.current.picture;
    made.show(now.frame ?? toned(now.shapes), null);
    made.compare(now.other);
    made.marks(now.marks);
    made.routes(now.routes);
    made.handles(now.places);
    if (now.shapes.length > 0) made.fit(seen(now));
    return () => {
      drawing.current = null;
      handle.current = null;
      made.stop();
    };
  }, []);
  useEffect(() => {
    const made = drawing.current;
    made?.show(frame ?? toned(shapes), draggedAtMs.current);
    draggedAtMs.current = null;
    if (!made || shapes.length === 0 || fitted.current === subject) return;
    fitted.current = subject;
    made.fit(seen({ shapes, marks }));
  }, [shapes, frame, subject, marks]);
  useEffect(() => drawing.current?.compare(other), [other]);
  useEffect(() => drawing.current?.marks(marks), [marks]);
  useEffect(() => drawing.current?.routes(routes), [routes]);
  useEffect(() => drawing.current?.handles(places), [places]);
  return {
    ready,
    centre: useCallback(() => {
      const at = handle.current?.map.getCenter();
      return at ? ([at.lng, at.lat].map((each) => Math.round(each * 1e6) / 1e6) as LonLat) : null;
    }, []),
    fit: useCallback(() => drawing.current?.fit(seen(latest.current.picture)), []),
    showAffected: useCallback((found: GeoJSON.FeatureCollection | null) => drawing.current?.affected(found), []),
    picture: useCallback(() => (handle.current ? pictureOf(handle.current.map) : Promise.resolve(null)), []),
  };
}

/** The canvas holds its picture only while a frame is painted. */
function pictureOf(map: MapHandle['map']): Promise<string> {
  return new Promise((resolve) => {
    map.once('render', () => resolve(map.getCanvas().toDataURL('image/png')));
    map.triggerRepaint();
  });
}
