import type { GeoJSONSource, Map as LibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { systemClock } from '#kernel/clock/clock.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Mood } from '#web/theme/tokens.ts';
import { addBaseLayer, removeBaseLayer } from './baseLayers.ts';
import { startFeed, type Feed } from './deviceFeed.ts';
import { extentOf, nameFeatures, outlineFeatures, type Division } from './divisions.ts';
import type { BaseLayer, LonLat, PointFeature } from './drawn.ts';
import { clusterFrom, clusterOptions } from './style.ts';
import { drawPulses } from './pulses.ts';

interface MapData {
  map: LibreMap | null;
  mood: Mood;
  divisions: readonly Division[];
  hidden: ReadonlySet<string>;
  layers: readonly BaseLayer[];
  stations: readonly PointFeature[];
  alarms: readonly PointFeature[];
  incidents: readonly PointFeature[];
  warnings: { areas: GeoJSON.Feature[]; marks: PointFeature[] };
  selected: LonLat | null;
  focus: { center: LonLat; zoom?: number } | null;
  textOf: (text: Text) => string;
}

/** Keeps what the map draws in step with what the page knows. */
export function useMapData(data: MapData): void {
  const { map, mood, divisions, hidden, layers, stations, alarms, incidents, warnings, selected, focus, textOf } = data;

  const fitted = useRef(false);
  useEffect(() => {
    if (!map) return;
    setSource(map, 'divisions', outlineFeatures(divisions).features);
    setSource(map, 'divisionNames', nameFeatures(divisions, textOf));
    const extent = extentOf(divisions);
    if (extent && !fitted.current) {
      map.fitBounds(extent, { padding: 24, animate: false });
      fitted.current = true;
    }
  }, [map, divisions, textOf]);

  useBaseLayers(map, mood, layers, hidden, textOf);
  useStations(map, stations);

  useEffect(() => {
    if (!map) return undefined;
    setSource(map, 'alarms', alarms);
    return drawPulses(map, alarms);
  }, [map, alarms]);
  useEffect(() => {
    if (map) setSource(map, 'incidents', incidents);
  }, [map, incidents]);
  useEffect(() => {
    if (!map) return;
    setSource(map, 'warnings', warnings.areas);
    setSource(map, 'warningMarks', warnings.marks);
  }, [map, warnings]);

  useEffect(() => {
    if (!map) return;
    const ring = selected && { type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: selected }, properties: {} };
    setSource(map, 'selection', ring ? [ring] : []);
  }, [map, selected]);

  useEffect(() => {
    if (!map || !focus) return;
    if (focus.zoom !== undefined) map.flyTo({ center: focus.center, zoom: Math.max(map.getZoom(), focus.zoom), duration: 900 });
    else if (!map.getBounds().contains(focus.center)) map.panTo(focus.center, { duration: 500 });
  }, [map, focus]);
}

function useStations(map: LibreMap | null, stations: readonly PointFeature[]): void {
  const feed = useRef<Feed | null>(null);
  const clustered = useRef(false);
  useEffect(() => {
    if (!map) return undefined;
    const source = map.getSource<GeoJSONSource>('devices');
    if (!source) return undefined;
    const started = startFeed(
      {
        replace: (features) => void source.setData({ type: 'FeatureCollection', features: [...features] }),
        change: ({ add, update, remove }) =>
          void source.updateData({
            add,
            remove,
            update: update.map((feature) => ({
              id: feature.id,
              newGeometry: feature.geometry,
              addOrUpdateProperties: Object.entries(feature.properties).map(([key, value]) => ({ key, value })),
            })),
          }),
      },
      systemClock,
    );
    feed.current = started;
    return () => {
      started.stop();
      feed.current = null;
    };
  }, [map]);

  useEffect(() => {
    if (!map) return;
    const shouldCluster = stations.length >= clusterFrom;
    if (shouldCluster !== clustered.current) {
      clustered.current = shouldCluster;
      void map.getSource<GeoJSONSource>('devices')?.setClusterOptions({ cluster: shouldCluster, ...clusterOptions });
    }
    feed.current?.show(stations);
  }, [map, stations]);
}

function useBaseLayers(
  map: LibreMap | null,
  mood: Mood,
  layers: readonly BaseLayer[],
  hidden: ReadonlySet<string>,
  textOf: (text: Text) => string,
): void {
  const shown = useRef(new Map<string, number>());
  useEffect(() => {
    if (!map) return;
    const wanted = new Map(layers.filter((layer) => layer.count > 0 && !hidden.has(layer.id)).map((layer) => [layer.id, layer]));
    for (const [id, count] of shown.current) {
      // A different number of features means that the layer was imported again.
      if (wanted.get(id)?.count === count) continue;
      removeBaseLayer(map, id);
      shown.current.delete(id);
    }
    for (const [id, layer] of wanted) {
      if (shown.current.has(id)) continue;
      addBaseLayer(map, layer, mood, textOf, `${location.origin}/api/v1/map/layers/${encodeURIComponent(id)}.geojson`);
      shown.current.set(id, layer.count);
    }
  }, [map, mood, layers, hidden, textOf]);
}

export function setSource(map: LibreMap, id: string, features: readonly GeoJSON.Feature[]): void {
  void map.getSource<GeoJSONSource>(id)?.setData({ type: 'FeatureCollection', features: [...features] });
}
