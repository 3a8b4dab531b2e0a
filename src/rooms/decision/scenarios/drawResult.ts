import type { ExpressionSpecification, GeoJSONSource } from 'maplibre-gl';
import type { MapHandle } from '#web/map/CountyMap.tsx';
import { slots } from '#web/map/style.ts';
import type { LonLat } from '#web/map/drawn.ts';

// A model's answer on the map: filled zones from the worst (red) outwards, bands as thin lines, what is affected as points,
// and a handle for every place of the inputs that can be dragged.

/** Of lines that are no zone. */
export const markColours = { cordon: '#15212d', approach: '#1c8a4d', route: '#1d5a99' } as const;
/** Of the scenario compared with. */
const otherColours = ['#a03fd0', '#8a5cf0', '#a98bea', '#bda6ee', '#d0c2f2'] as const;
const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

export interface ResultDrawing {
  /** @param draggedAtMs when the hand moved, by performance.now(): measured to the picture as `scenario-drag-to-picture` */
  show(result: GeoJSON.FeatureCollection, draggedAtMs: number | null): void;
  /** Cordon and way in (`role`). */
  marks(features: GeoJSON.Feature[]): void;
  /** Routes (`role` route) and what is closed to them. */
  routes(features: GeoJSON.Feature[]): void;
  /** Moves the map so that the whole result is seen. */
  fit(result: GeoJSON.FeatureCollection): void;
  /** A second answer beside the first, for comparing. */
  compare(other: GeoJSON.FeatureCollection | null): void;
  affected(found: GeoJSON.FeatureCollection | null): void;
  /** Puts a handle for every named place, and takes away those that are null or no longer named. One under the hand stays the same. */
  handles(places: Readonly<Record<string, LonLat | null>>): void;
  stop(): void;
}

function colourOf(colours: readonly string[]): ExpressionSpecification {
  const steps = colours.slice(0, -1).flatMap((colour, rank) => [rank, colour]);
  return ['match', ['get', 'rank'], ...steps, colours.at(-1) ?? '#888888'] as unknown as ExpressionSpecification;
}

const ownTone: ExpressionSpecification = ['coalesce', ['get', 'tone'], '#888888'];

/** @param onPlace hears of a click on the map; @param onDrag hears where a handle is while it is dragged, so that the answer follows */
export function drawResult(
  { map, library }: MapHandle,
  onDrag: (name: string, place: LonLat) => void,
  onPlace: (place: LonLat) => void,
): ResultDrawing {
  for (const [id, colour] of [
    ['scenario', ownTone],
    ['scenario-other', colourOf(otherColours)],
  ] as const) {
    map.addSource(id, { type: 'geojson', data: nothing });
    const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
    const notBand: ExpressionSpecification = ['!', ['get', 'band']];
    map.addLayer(
      {
        id: `${id}-fill`,
        type: 'fill',
        source: id,
        filter: ['all', isArea, notBand],
        paint: { 'fill-color': colour, 'fill-opacity': id === 'scenario' ? 0.3 : 0.12 },
      },
      slots.drawing,
    );
    map.addLayer(
      { id: `${id}-line`, type: 'line', source: id, filter: notBand, paint: { 'line-color': colour, 'line-width': 2 } },
      slots.drawing,
    );
    map.addLayer(
      {
        id: `${id}-band`,
        type: 'line',
        source: id,
        filter: ['get', 'band'],
        paint: { 'line-color': colour, 'line-width': 1, 'line-dasharray': [3, 3], 'line-opacity': 0.7 },
      },
      slots.drawing,
    );
  }
  addMarks(map);
  map.addSource('scenario-affected', { type: 'geojson', data: nothing });
  map.addLayer(
    {
      id: 'scenario-affected',
      type: 'circle',
      source: 'scenario-affected',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 6, 'circle-color': '#ffffff', 'circle-stroke-color': '#15212d', 'circle-stroke-width': 2.5 },
    },
    slots.drawing,
  );
  const clicked = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => onPlace([round(lngLat.lng), round(lngLat.lat)]);
  map.on('click', clicked);
  const markers = new Map<string, InstanceType<typeof library.Marker>>();
  const put = (source: string, data: GeoJSON.FeatureCollection) => void map.getSource<GeoJSONSource>(source)?.setData(data);
  return {
    show(result, draggedAtMs) {
      put('scenario', result);
      if (draggedAtMs !== null) measurePicture(map, draggedAtMs);
    },
    marks: (features) => put('scenario-marks', { type: 'FeatureCollection', features }),
    routes: (features) => put('scenario-routes', { type: 'FeatureCollection', features }),
    fit(result) {
      const bounds = boundsOf(result);
      if (bounds) map.fitBounds(bounds, { padding: 70, maxZoom: 16, animate: false });
    },
    compare: (other) => put('scenario-other', other ?? nothing),
    affected: (found) => put('scenario-affected', found ?? nothing),
    handles(places) {
      for (const [name, marker] of markers) {
        if (Object.hasOwn(places, name)) continue;
        marker.remove();
        markers.delete(name);
      }
      for (const [name, place] of Object.entries(places)) {
        const known = markers.get(name);
        if (place === null) {
          known?.remove();
          markers.delete(name);
          continue;
        }
        if (known) {
          known.setLngLat(place);
          continue;
        }
        const marker = new library.Marker({ color: '#ff4d52', draggable: true }).setLngLat(place).addTo(map);
        marker.getElement().setAttribute('aria-label', name);
        marker.on('drag', () => {
          const { lng, lat } = marker.getLngLat();
          onDrag(name, [round(lng), round(lat)]);
        });
        markers.set(name, marker);
      }
    },
    stop() {
      map.off('click', clicked);
      for (const marker of markers.values()) marker.remove();
    },
  };
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function addMarks(map: MapHandle['map']): void {
  map.addSource('scenario-routes', { type: 'geojson', data: nothing });
  map.addSource('scenario-marks', { type: 'geojson', data: nothing });
  const of = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];
  map.addLayer(
    {
      id: 'scenario-route-edge',
      type: 'line',
      source: 'scenario-routes',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 8 },
    },
    slots.drawing,
  );
  map.addLayer(
    {
      id: 'scenario-route',
      type: 'line',
      source: 'scenario-routes',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': markColours.route, 'line-width': 4 },
    },
    slots.drawing,
  );
  map.addLayer(
    {
      id: 'scenario-cordon',
      type: 'line',
      source: 'scenario-marks',
      filter: of('cordon'),
      paint: { 'line-color': markColours.cordon, 'line-width': 3, 'line-dasharray': [4, 1.5] },
    },
    slots.drawing,
  );
  map.addLayer(
    {
      id: 'scenario-approach',
      type: 'line',
      source: 'scenario-marks',
      filter: of('approach'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': markColours.approach, 'line-width': 6 },
    },
    slots.drawing,
  );
}

/** From the hand to the picture: the source has taken the new shapes and a frame with them was painted. */
function measurePicture(map: MapHandle['map'], draggedAtMs: number): void {
  const taken = (event: { sourceId?: string; isSourceLoaded?: boolean }) => {
    if (event.sourceId !== 'scenario' || event.isSourceLoaded !== true) return;
    map.off('sourcedata', taken);
    map.once('render', () => performance.measure('scenario-drag-to-picture', { start: draggedAtMs, end: performance.now() }));
    map.triggerRepaint();
  };
  map.on('sourcedata', taken);
}

/** West, south, east, north of everything drawn; null of nothing. */
function boundsOf({ features }: GeoJSON.FeatureCollection): [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [lon, lat] = part as unknown[];
    if (typeof lon !== 'number' || typeof lat !== 'number') return part.forEach(walk);
    [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  };
  for (const { geometry } of features) if ('coordinates' in geometry) walk(geometry.coordinates);
  return west <= east ? [west, south, east, north] : null;
}
