import type { GeoJSONSource, MapGeoJSONFeature, Map as LibreMap, MapMouseEvent, Popup } from 'maplibre-gl';
import type { Text } from '#kernel/language/text.ts';
import { baseLayerIds } from './baseLayers.ts';
import type { Picked } from './drawn.ts';
import { pickableLayers } from './liveLayers.ts';
import type { Library } from './mapLibrary.ts';
import { mapWords } from './mapWords.ts';

// What lies under the pointer: a tooltip while it hovers, a callback when it is clicked. A click on a cluster opens the
// cluster.

const kinds: Record<string, Picked['kind']> = {
  'alarm-icon': 'alarm',
  'incident-icon': 'incident',
  'warning-mark': 'warning',
  'warning-fill': 'warning',
  'device-icon': 'device',
};
/** A finger is less exact than a mouse. */
const reachPx = { mouse: 3, touch: 12 };

interface Pointing {
  onPick: (picked: Picked) => void;
  textOf: (text: Text) => string;
}

export function watchPointer(map: LibreMap, library: Library, { onPick, textOf }: Pointing): () => void {
  const touch = window.matchMedia('(pointer: coarse)').matches;
  const popup: Popup = new library.Popup({ closeButton: false, closeOnClick: false, className: 'map-tip', offset: 14, maxWidth: '280px' });
  let hovered = '';

  function click(event: MapMouseEvent): void {
    const feature = featureAt(map, event, touch ? reachPx.touch : reachPx.mouse);
    if (!feature) return;
    if (feature.layer.id === 'device-cluster') void openCluster(map, feature);
    else onPick(pickedOf(feature, event));
  }

  function move(event: MapMouseEvent): void {
    const feature = featureAt(map, event, reachPx.mouse);
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    const key = feature ? `${feature.layer.id} ${String(feature.id ?? feature.properties['name'])}` : '';
    if (key === hovered) return;
    hovered = key;
    const tip = feature && tipOf(feature, textOf);
    if (!feature || !tip) {
      popup.remove();
      return;
    }
    const at = feature.geometry.type === 'Point' ? (feature.geometry.coordinates as [number, number]) : event.lngLat;
    popup.setLngLat(at).setText(tip).addTo(map);
  }

  function leave(): void {
    hovered = '';
    popup.remove();
  }

  map.on('click', click);
  if (!touch) map.on('mousemove', move);
  map.on('mouseout', leave);
  map.on('movestart', leave);
  return () => {
    map.off('click', click);
    map.off('mousemove', move);
    map.off('mouseout', leave);
    map.off('movestart', leave);
    popup.remove();
  };
}

function featureAt(map: LibreMap, event: MapMouseEvent, reach: number): MapGeoJSONFeature | null {
  const { x, y } = event.point;
  const layers = [...pickableLayers, ...baseLayerIds(map)].filter((id) => map.getLayer(id));
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers },
  );
  const rank = (feature: MapGeoJSONFeature): number => {
    const place = (pickableLayers as readonly string[]).indexOf(feature.layer.id);
    // Places of the base layers come before warning areas, which lie under everything.
    return place === -1 ? pickableLayers.length - 1.5 : place;
  };
  return found.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

async function openCluster(map: LibreMap, feature: MapGeoJSONFeature): Promise<void> {
  const source = map.getSource<GeoJSONSource>('devices');
  if (!source || feature.geometry.type !== 'Point') return;
  const zoom = await source.getClusterExpansionZoom(Number(feature.properties['cluster_id']));
  map.easeTo({ center: feature.geometry.coordinates as [number, number], zoom });
}

function pickedOf(feature: MapGeoJSONFeature, event: MapMouseEvent): Picked {
  const kind = kinds[feature.layer.id] ?? 'place';
  const [lon, lat] = feature.geometry.type === 'Point' ? (feature.geometry.coordinates as [number, number]) : event.lngLat.toArray();
  const name = String(feature.properties['name'] ?? '');
  const id = String(feature.properties['id'] ?? feature.id ?? name);
  return kind === 'place' ? { kind, id, name, lon, lat, layer: feature.source.replace(/^base-/, '') } : { kind, id, name, lon, lat };
}

function tipOf(feature: MapGeoJSONFeature, textOf: (text: Text) => string): string {
  const { properties } = feature;
  if (feature.layer.id === 'device-cluster') {
    const silent = Number(properties['noData'] ?? 0);
    return `${properties['point_count']} ${textOf(mapWords.stations)}${silent > 0 ? ` · ${silent} ${textOf(mapWords.ofWhichNoData)}` : ''}`;
  }
  const name = String(properties['name'] ?? '');
  if (feature.layer.id === 'alarm-icon') {
    const more = Number(properties['number'] ?? 1);
    return `${name} · ${properties['text']}${more > 1 ? ` ×${more}` : ''}`;
  }
  if (feature.layer.id === 'device-icon') {
    const state = String(properties['state']) as 'normal' | 'noData' | 'unknown';
    return `${name} · ${textOf(mapWords[state])}`;
  }
  return name;
}
