import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { levelColours, type Level, type Mood } from '#web/theme/tokens.ts';
import { mapPalettes } from './mapPalette.ts';
import { localFonts } from './fonts.ts';

// Layers of what changes: warnings, stations, alarms, incidents; and, above all symbols, the names.

const font = [localFonts];

/** Layers that answer to a click, the most important first. */
export const pickableLayers = ['alarm-icon', 'incident-icon', 'warning-mark', 'device-icon', 'device-cluster', 'warning-fill'] as const;

const byColor = (pick: (color: Level) => string): ExpressionSpecification => [
  'match',
  ['get', 'color'],
  'red',
  pick('red'),
  'orange',
  pick('orange'),
  'yellow',
  pick('yellow'),
  pick('blue'),
];

export function liveLayers(mood: Mood): LayerSpecification[] {
  const palette = mapPalettes[mood];
  return [
    {
      id: 'warning-fill',
      type: 'fill',
      source: 'warnings',
      paint: { 'fill-color': byColor((color) => levelColours[color]), 'fill-opacity': mood === 'desk' ? 0.1 : 0.16 },
    },
    {
      id: 'warning-hatch',
      type: 'fill',
      source: 'warnings',
      paint: { 'fill-pattern': byColor((color) => `hatch-${color}`), 'fill-opacity': 0.35 },
    },
    {
      id: 'warning-line',
      type: 'line',
      source: 'warnings',
      paint: { 'line-color': byColor((color) => levelColours[color]), 'line-width': 2 },
    },
    {
      id: 'device-cluster',
      type: 'circle',
      source: 'devices',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': palette.cluster,
        'circle-stroke-color': palette.normal,
        'circle-stroke-width': 1.5,
        'circle-radius': ['step', ['get', 'point_count'], 13, 50, 16, 500, 20, 5000, 25],
      },
    },
    {
      id: 'device-icon',
      type: 'symbol',
      source: 'devices',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['concat', 'device-', ['get', 'state']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.75, 11, 1],
      },
    },
    {
      id: 'warning-mark',
      type: 'symbol',
      source: 'warningMarks',
      layout: {
        'icon-image': ['concat', 'warning-', ['get', 'color']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        // Above the place, so that a township's name stays readable under it.
        'icon-offset': [0, -22],
      },
    },
    {
      id: 'incident-icon',
      type: 'symbol',
      source: 'incidents',
      layout: { 'icon-image': 'incident', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
    {
      id: 'alarm-icon',
      type: 'symbol',
      source: 'alarms',
      layout: {
        'icon-image': ['concat', 'alarm-', ['get', 'priority'], ['case', ['get', 'answered'], '-acknowledged', '']],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['get', 'order'],
      },
    },
    {
      id: 'selection-ring',
      type: 'circle',
      source: 'selection',
      paint: {
        'circle-radius': 19,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': palette.selection,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}

/** An unseen copy of the symbols of a source: what is placed above them finds their room taken. */
function roomFor(source: string, icon: string): LayerSpecification {
  return {
    id: `${source}-room`,
    type: 'symbol',
    source,
    layout: { 'icon-image': icon, 'icon-allow-overlap': true },
    paint: { 'icon-opacity': 0 },
  };
}

export function labelLayers(mood: Mood): LayerSpecification[] {
  const palette = mapPalettes[mood];
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.6 } as const;
  return [
    {
      id: 'division-name',
      type: 'symbol',
      source: 'divisionNames',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 12, 12, 15],
        'text-max-width': 20,
        'text-letter-spacing': 0.05,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.8,
      },
      paint: { 'text-color': palette.textQuiet, ...halo },
    },
    {
      id: 'device-name',
      type: 'symbol',
      source: 'devices',
      filter: ['!', ['has', 'point_count']],
      minzoom: 12,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': 12,
        'text-max-width': 20,
        'text-anchor': 'top',
        'text-offset': [0, 0.7],
      },
      paint: { 'text-color': palette.text, ...halo },
    },
    {
      id: 'alarm-name',
      type: 'symbol',
      source: 'alarms',
      minzoom: 9,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': 12,
        'text-max-width': 20,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.2,
        'symbol-sort-key': ['-', ['get', 'order']],
      },
      paint: { 'text-color': palette.text, ...halo },
    },
    {
      id: 'incident-name',
      type: 'symbol',
      source: 'incidents',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': 13,
        // Wide enough that a name stays on one line: Chinese would break inside a word.
        'text-max-width': 30,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.3,
      },
      paint: { 'text-color': palette.text, ...halo },
    },
    // On top, so that they are placed first and names make room for them.
    roomFor('alarms', 'alarm-low'),
    roomFor('incidents', 'incident'),
    {
      id: 'device-cluster-count',
      type: 'symbol',
      source: 'devices',
      filter: ['has', 'point_count'],
      layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': font, 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': palette.clusterText },
    },
  ];
}
