import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Mood } from '#web/theme/tokens.ts';
import { liveLayers, labelLayers } from './liveLayers.ts';
import { mapPalettes } from './mapPalette.ts';

// The map's own style: no tiles, no sprites, no glyph files and so no request but to our own server. Chinese text is drawn
// from the fonts of the machine. Order from below: land, base layers, divisions, live symbols, names.

/** Invisible layers before which others are put, so that order does not depend on what loads first. */
export const slots = { polygons: 'slot-polygons', lines: 'slot-lines', points: 'slot-points', drawing: 'slot-drawing' } as const;

export const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const empty: GeoJSONSourceSpecification = { type: 'geojson', data: nothing, promoteId: 'id' };

/** From this number of stations on, neighbours are drawn as one circle with a number. */
export const clusterFrom = 400;
export const clusterOptions = { clusterRadius: 44, clusterMaxZoom: 13 };

export function buildStyle(mood: Mood): StyleSpecification {
  const palette = mapPalettes[mood];
  const slot = (id: string): LayerSpecification => ({ id, type: 'background', layout: { visibility: 'none' } });
  return {
    version: 8,
    sources: {
      divisions: { ...empty, promoteId: 'code' },
      divisionNames: empty,
      warnings: empty,
      warningMarks: empty,
      selection: empty,
      devices: {
        ...empty,
        cluster: false,
        ...clusterOptions,
        clusterProperties: { noData: ['+', ['case', ['==', ['get', 'state'], 'noData'], 1, 0]] },
      },
      alarms: empty,
      incidents: empty,
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': palette.background } },
      {
        id: 'county-fill',
        type: 'fill',
        source: 'divisions',
        filter: ['==', ['get', 'level'], 'county'],
        paint: { 'fill-color': palette.land },
      },
      slot(slots.polygons),
      slot(slots.lines),
      {
        id: 'division-fill',
        type: 'fill',
        source: 'divisions',
        filter: ['==', ['get', 'level'], 'township'],
        paint: { 'fill-color': palette.land, 'fill-opacity': 0 },
      },
      {
        id: 'division-line',
        type: 'line',
        source: 'divisions',
        filter: ['==', ['get', 'level'], 'township'],
        paint: { 'line-color': palette.division, 'line-width': 1, 'line-dasharray': [4, 2] },
      },
      {
        id: 'county-line',
        type: 'line',
        source: 'divisions',
        filter: ['==', ['get', 'level'], 'county'],
        paint: { 'line-color': palette.outline, 'line-width': 2 },
      },
      slot(slots.points),
      ...liveLayers(mood),
      slot(slots.drawing),
      ...labelLayers(mood),
    ],
  };
}
