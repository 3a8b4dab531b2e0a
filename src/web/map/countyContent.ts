import { useMemo } from 'react';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { AnyCase } from '#kernel/casework/case.ts';
import type { MapLayer } from '#web/api/answers.ts';
import { useWarningsInForce } from '#web/api/warningInForceQueries.ts';
import { useAlarms, useCases, useDeviceMap, useLayers } from '#web/api/queries.ts';
import type { Level } from '#web/theme/tokens.ts';
import type { Division } from './divisions.ts';
import type { LonLat, MapIncident, MapStation, MapWarning } from './drawn.ts';
import { mapWarningsOf } from './receivedWarnings.ts';
import type { DeviceState } from './symbols.ts';
import { useDivisions } from './useDivisions.ts';

// What the county's map shows, read from the API's answers.

export interface CountyContent {
  divisions: readonly Division[];
  layers: readonly MapLayer[];
  stations: readonly MapStation[];
  /** Whether the stations have come, even if there are none. */
  isWatchKnown: boolean;
  alarms: readonly Alarm[];
  incidents: readonly MapIncident[];
  warnings: readonly MapWarning[];
}

const none: readonly never[] = [];

/** Everything the map draws, kept fresh by the live stream. */
export function useCountyContent(): CountyContent {
  const divisions = useDivisions();
  const layers = useLayers();
  const devices = useDeviceMap();
  const alarms = useAlarms({ state: 'open' });
  const incidents = useCases('incident', { open: true });
  const warnings = useCases('warning', { open: true });
  const received = useWarningsInForce();
  const stations = useMemo(() => stationsOf(devices.data), [devices.data]);
  const shownIncidents = useMemo(() => incidentsOf(incidents.data?.items ?? none), [incidents.data]);
  const shownWarnings = useMemo(
    () => [...warningsOf(warnings.data?.items ?? none), ...mapWarningsOf(received.data?.inForce ?? none)],
    [warnings.data, received.data],
  );
  return {
    divisions,
    layers: layers.data ?? none,
    stations,
    isWatchKnown: devices.data !== undefined,
    alarms: alarms.data?.items ?? none,
    incidents: shownIncidents,
    warnings: shownWarnings,
  };
}

const states: readonly DeviceState[] = ['normal', 'alarm', 'noData', 'unknown'];

/** Stations of devices.geojson; a state nobody here has heard of counts as unknown. */
export function stationsOf(collection: GeoJSON.FeatureCollection<GeoJSON.Point> | undefined): MapStation[] {
  return (collection?.features ?? []).map(({ geometry, properties }) => {
    const [lon = 0, lat = 0] = geometry.coordinates;
    return {
      id: String(properties?.['id']),
      name: String(properties?.['name'] ?? ''),
      kind: String(properties?.['kind'] ?? 'other'),
      state: states.find((state) => state === properties?.['state']) ?? 'unknown',
      lon,
      lat,
      demo: properties?.['demo'] === true,
    };
  });
}

export function incidentsOf(cases: readonly AnyCase[]): MapIncident[] {
  return cases.map((incident) => ({ id: incident.id, title: textOf(incident['title']), place: placeOf(incident['place']) }));
}

const levels: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];

/** Published warnings; drafts are nobody's business on a map. */
export function warningsOf(cases: readonly AnyCase[]): MapWarning[] {
  return cases.flatMap((warning): MapWarning[] => {
    const color = levels.find((level) => level === warning['color']);
    if (warning.state !== 'published' || !color) return [];
    const center = placeOf(warning['circleCenter']);
    const radiusKm = warning['circleRadiusKm'];
    const codes = warning['areas'];
    return [
      {
        id: warning.id,
        title: textOf(warning['headlineZh']),
        color,
        areas: Array.isArray(codes) ? codes.map(String) : [],
        shape: shapeOf(warning['shape']),
        circle: center && typeof radiusKm === 'number' ? { center, radiusKm } : null,
      },
    ];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function placeOf(value: unknown): LonLat | null {
  if (!Array.isArray(value)) return null;
  const [lon, lat]: unknown[] = value;
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

function shapeOf(value: unknown): GeoJSON.Polygon | GeoJSON.MultiPolygon | null {
  if (value === null || typeof value !== 'object' || !('type' in value)) return null;
  return value.type === 'Polygon' || value.type === 'MultiPolygon' ? (value as GeoJSON.Polygon | GeoJSON.MultiPolygon) : null;
}
