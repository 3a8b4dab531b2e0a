import type { ExpressionSpecification, GeoJSONSource, MapMouseEvent, Marker } from 'maplibre-gl';
import { circlePolygon } from '#geo/circle.ts';
import { levelColours, type Level, type Mood } from '#web/theme/tokens.ts';
import { cornersOf, polygonOf, type AreaValue } from './areaDraft.ts';
import { round } from './coordinates.ts';
import type { MapHandle } from './CountyMap.tsx';
import type { Division } from './divisions.ts';
import type { LonLat } from './drawn.ts';
import { mapPalettes } from './mapPalette.ts';
import { slots } from './style.ts';

// The area of a warning on the map while it is being made: fill, edge, corners that can be dragged.

export type DrawMode = 'divisions' | 'polygon' | 'circle';

export interface SketchState {
  value: AreaValue;
  mode: DrawMode;
  /** Corners clicked so far of a polygon that is not closed yet. */
  open: readonly LonLat[];
  level: Level | null;
}

export interface SketchEvents {
  /** A click in the present mode; `division` is the township under it. */
  onClick: (place: LonLat, division: string | null) => void;
  /** A second click on the last corner, or one on the first: the polygon is done. */
  onDone: () => void;
  onCorner: (index: number, place: LonLat) => void;
  onCentre: (place: LonLat) => void;
}

export interface Sketch {
  show(state: SketchState, divisions: readonly Division[]): void;
  stop(): void;
}

/** Clicks this near to a corner mean that corner, CSS pixels. */
const reachPx = 10;

export function startSketch({ map, library }: MapHandle, mood: Mood, events: SketchEvents): Sketch {
  const palette = mapPalettes[mood];
  map.addSource('sketch', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  const color: ExpressionSpecification = ['coalesce', ['get', 'color'], palette.selection];
  map.addLayer({ id: 'sketch-fill', type: 'fill', source: 'sketch', paint: { 'fill-color': color, 'fill-opacity': 0.14 } }, slots.drawing);
  map.addLayer(
    {
      id: 'sketch-hatch',
      type: 'fill',
      source: 'sketch',
      filter: ['has', 'level'],
      paint: { 'fill-pattern': ['concat', 'hatch-', ['get', 'level']], 'fill-opacity': 0.35 },
    },
    slots.drawing,
  );
  map.addLayer({ id: 'sketch-line', type: 'line', source: 'sketch', paint: { 'line-color': color, 'line-width': 2.5 } }, slots.drawing);
  map.doubleClickZoom.disable();
  map.getCanvas().style.cursor = 'crosshair';

  let open: readonly LonLat[] = [];
  let isPolygon = false;
  const isOn = (place: LonLat | undefined, event: MapMouseEvent) => place !== undefined && map.project(place).dist(event.point) < reachPx;
  const click = (event: MapMouseEvent) => {
    const onLast = isOn(open.at(-1), event);
    if (isPolygon && open.length > 2 && (onLast || isOn(open[0], event))) {
      events.onDone();
      return;
    }
    if (isPolygon && onLast) return;
    const [under] = map.queryRenderedFeatures(event.point, { layers: ['division-fill'] });
    const code = under?.properties['code'];
    events.onClick([round(event.lngLat.lng), round(event.lngLat.lat)], typeof code === 'string' ? code : null);
  };
  map.on('click', click);
  let markers: Marker[] = [];

  // While the polygon is open its corners let clicks through to the map; once closed they can be dragged.
  function drawCorners(corners: readonly LonLat[], centre: LonLat | null): void {
    for (const marker of markers) marker.remove();
    const add = (place: LonLat, first: boolean, moved: (to: LonLat) => void): Marker => {
      const element = document.createElement('div');
      element.className = `area-vertex${first ? ' area-vertex-first' : ''}${open.length > 0 ? ' area-vertex-open' : ''}`;
      const marker = new library.Marker({ element, draggable: true }).setLngLat(place).addTo(map);
      marker.on('dragend', () => moved([round(marker.getLngLat().lng), round(marker.getLngLat().lat)]));
      return marker;
    };
    markers = corners.map((place, index) => add(place, index === 0, (to) => events.onCorner(index, to)));
    if (centre) markers.push(add(centre, true, events.onCentre));
  }

  return {
    show(state, divisions) {
      const { value, mode, level } = state;
      open = state.open;
      isPolygon = mode === 'polygon';
      const properties = level ? { level, color: levelColours[level] } : {};
      const shapes: (GeoJSON.Geometry | null)[] = divisions
        .filter((division) => value.areas.includes(division.code))
        .map((division) => division.outline);
      shapes.push(value.shape);
      if (value.circle && value.circle.radiusKm > 0) shapes.push(circlePolygon(value.circle.center, value.circle.radiusKm * 1000));
      if (open.length > 0) shapes.push(polygonOf(open) ?? { type: 'LineString', coordinates: [...open] });
      const features = shapes.flatMap((geometry): GeoJSON.Feature[] => (geometry ? [{ type: 'Feature', geometry, properties }] : []));
      void map.getSource<GeoJSONSource>('sketch')?.setData({ type: 'FeatureCollection', features });
      drawCorners(
        mode === 'polygon' ? (open.length > 0 ? open : cornersOf(value.shape)) : [],
        mode === 'circle' ? (value.circle?.center ?? null) : null,
      );
    },
    stop() {
      map.off('click', click);
      for (const marker of markers) marker.remove();
    },
  };
}
