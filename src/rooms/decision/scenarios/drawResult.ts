import type { ExpressionSpecification, GeoJSONSource } from 'maplibre-gl';
import type { MapHandle } from '#web/map/CountyMap.tsx';
import { slots } from '#web/map/style.ts';
import type { LonLat } from '#web/map/drawn.ts';

// A model's answer on the map: filled zones from the worst (red) outwards, bands as thin lines, what is affected as points,
// and a handle for every place of the inputs that can be dragged.

/** Level colours from the worst on; with more zones than colours the last stays. */
export const zoneColours = ['#ff4d52', '#ff9233', '#ffd23f', '#3d8bff', '#7aa7d9'] as const;
const otherColours = ['#c04bd8', '#8a5cf0', '#b792e8', '#4fb3a5', '#8fd0c6'] as const;
const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

export interface ResultDrawing {
  show(result: GeoJSON.FeatureCollection): void;
  /** A second answer beside the first, for comparing. */
  compare(other: GeoJSON.FeatureCollection | null): void;
  affected(found: GeoJSON.FeatureCollection | null): void;
  /** Puts a handle for every named place; null takes it away. */
  handles(places: Readonly<Record<string, LonLat | null>>): void;
  stop(): void;
}

function colourOf(colours: readonly string[]): ExpressionSpecification {
  const steps = colours.slice(0, -1).flatMap((colour, rank) => [rank, colour]);
  return ['match', ['get', 'rank'], ...steps, colours.at(-1) ?? '#888888'] as unknown as ExpressionSpecification;
}

/** @param onDrag hears where a handle is while it is dragged, so that the answer follows */
export function drawResult({ map, library }: MapHandle, onDrag: (name: string, place: LonLat) => void): ResultDrawing {
  for (const [id, colours] of [
    ['scenario', zoneColours],
    ['scenario-other', otherColours],
  ] as const) {
    map.addSource(id, { type: 'geojson', data: nothing });
    const colour = colourOf(colours);
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
  const markers = new Map<string, InstanceType<typeof library.Marker>>();
  const put = (source: string, data: GeoJSON.FeatureCollection) => void map.getSource<GeoJSONSource>(source)?.setData(data);
  return {
    show: (result) => put('scenario', result),
    compare: (other) => put('scenario-other', other ?? nothing),
    affected: (found) => put('scenario-affected', found ?? nothing),
    handles(places) {
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
          onDrag(name, [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]);
        });
        markers.set(name, marker);
      }
    },
    stop() {
      for (const marker of markers.values()) marker.remove();
    },
  };
}
