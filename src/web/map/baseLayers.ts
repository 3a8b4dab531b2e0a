import type { ExpressionSpecification, LayerSpecification, Map as LibreMap } from 'maplibre-gl';
import type { Text } from '#kernel/language/text.ts';
import type { Mood } from '#web/theme/tokens.ts';
import type { BaseLayer } from './drawn.ts';
import { localFonts } from './fonts.ts';
import { mapPalettes } from './mapPalette.ts';
import { slots } from './style.ts';
import { paint, placeSymbol, symbolOf, symbolScale, type Say } from './symbols.ts';

// Base layers of the county (roads, rivers, contours, villages, schools …): drawn quietly, each from our own server, only
// when switched on. Layers nobody here has heard of are drawn by their kind of geometry.

/** The character that stands for a place of a point layer; layers without one get a dot. */
export const placeSigns: Record<string, Text> = {
  schools: { zh: '学', en: 'S' },
  shelters: { zh: '避', en: 'H' },
  enterprises: { zh: '企', en: 'E' },
  hospitals: { zh: '医', en: '+' },
  reservoirs: { zh: '库', en: 'R' },
};

/** Layers switched off until somebody wants them. */
export const hiddenAtFirst: ReadonlySet<string> = new Set(['contours']);

const sourceOf = (id: string) => `base-${id}`;
export const baseLayerIds = (map: LibreMap): string[] =>
  map.getLayersOrder().filter((id) => id.startsWith('base-') && (id.endsWith('-icon') || id.endsWith('-dot')));

export function addBaseLayer(map: LibreMap, layer: BaseLayer, mood: Mood, say: Say, url: string): void {
  const source = sourceOf(layer.id);
  if (map.getSource(source)) return;
  map.addSource(source, { type: 'geojson', data: url });
  const sign = placeSigns[layer.id];
  const symbol = sign ? placeSymbol(mood, layer.id, say(sign)) : null;
  if (symbol && !map.hasImage(symbol.id)) map.addImage(symbol.id, paint(symbol), { pixelRatio: symbolScale });
  for (const { spec, before } of layersOf(layer, mood)) map.addLayer(spec, before);
}

export function removeBaseLayer(map: LibreMap, id: string): void {
  const source = sourceOf(id);
  if (!map.getSource(source)) return;
  for (const layer of map.getLayersOrder()) if (map.getLayer(layer)?.source === source) map.removeLayer(layer);
  map.removeSource(source);
}

function layersOf(layer: BaseLayer, mood: Mood): { spec: LayerSpecification; before: string }[] {
  const palette = mapPalettes[mood];
  const source = sourceOf(layer.id);
  if (layer.kind === 'polygon') {
    return [
      { spec: { id: `${source}-fill`, type: 'fill', source, paint: { 'fill-color': palette.waterFill } }, before: slots.polygons },
      {
        spec: { id: `${source}-edge`, type: 'line', source, paint: { 'line-color': palette.water, 'line-width': 0.8 } },
        before: slots.polygons,
      },
    ];
  }
  if (layer.kind === 'line') return [{ spec: lineLayer(layer.id, source, mood), before: slots.lines }];
  const hasSign = layer.id in placeSigns;
  const name: LayerSpecification = {
    id: `${source}-name`,
    type: 'symbol',
    source,
    minzoom: hasSign ? 13 : 11.5,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ''],
      'text-font': [localFonts],
      'text-size': 11,
      'text-max-width': 20,
      'text-anchor': 'top',
      'text-offset': [0, hasSign ? 1.1 : 0.6],
    },
    paint: { 'text-color': palette.place, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
  };
  const icon: LayerSpecification = hasSign
    ? {
        id: `${source}-icon`,
        type: 'symbol',
        source,
        minzoom: 11,
        layout: { 'icon-image': symbolOf.place(layer.id), 'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 13, 1.1] },
      }
    : {
        id: `${source}-dot`,
        type: 'circle',
        source,
        minzoom: 9.5,
        paint: { 'circle-color': palette.place, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 9.5, 1, 13, 2.5] },
      };
  return [
    { spec: icon, before: slots.points },
    { spec: name, before: 'division-name' },
  ];
}

function lineLayer(id: string, source: string, mood: Mood): LayerSpecification {
  const palette = mapPalettes[mood];
  const spec = { id: `${source}-line`, type: 'line', source, layout: { 'line-cap': 'round', 'line-join': 'round' } } as const;
  const width = (far: number, near: number): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], 8, far, 13, near];
  switch (id) {
    case 'rivers':
      return { ...spec, paint: { 'line-color': palette.water, 'line-width': width(1.2, 3.5) } };
    case 'contours':
      return { ...spec, paint: { 'line-color': palette.contour, 'line-width': 0.8 } };
    case 'railways':
      return { ...spec, paint: { 'line-color': palette.rail, 'line-width': 1.5, 'line-dasharray': [5, 3] } };
    default:
      return { ...spec, paint: { 'line-color': palette.road, 'line-width': roadWidth } };
  }
}

/** A road's class tells its width; other lines are drawn like a county road. */
const classWidth = (national: number, provincial: number, county: number, township: number): ExpressionSpecification => [
  'match',
  ['get', 'class'],
  'national',
  national,
  'provincial',
  provincial,
  'township',
  township,
  county,
];
const roadWidth: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  classWidth(1.6, 1.2, 0.6, 0.3),
  13,
  classWidth(5, 4, 2.5, 1.5),
];
