import type { Map as LibreMap } from 'maplibre-gl';
import type { MapHandle } from '#web/map/CountyMap.tsx';
import { slots } from '#web/map/style.ts';

// The features of a previewed file on the county's map, above everything else: dots, lines and outlines in one colour.

const source = 'base-preview';

/** Draws the features and shows all of them; returns what takes them away. */
export function drawPreview(
  { map }: MapHandle,
  sample: GeoJSON.FeatureCollection,
  bbox: [number, number, number, number] | null,
  color: string,
): () => void {
  map.addSource(source, { type: 'geojson', data: sample });
  map.addLayer(
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': color, 'fill-opacity': 0.15 },
    },
    slots.drawing,
  );
  map.addLayer(
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': color, 'line-width': 2 },
    },
    slots.drawing,
  );
  map.addLayer(
    {
      id: `${source}-dot`,
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': color, 'circle-radius': 4, 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1 },
    },
    slots.drawing,
  );
  if (bbox) showBoth(map, bbox);
  return () => {
    for (const part of ['dot', 'line', 'fill']) if (map.getLayer(`${source}-${part}`)) map.removeLayer(`${source}-${part}`);
    if (map.getSource(source)) map.removeSource(source);
  };
}

/** The features in sight, not nearer than a township. */
function showBoth(map: LibreMap, bbox: [number, number, number, number]): void {
  map.fitBounds(bbox, { padding: 32, maxZoom: 12, animate: false });
}
