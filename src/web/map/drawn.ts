import { isMuted, type Alarm, type AlarmPriority } from '#kernel/alarm/alarm.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Level } from '#web/theme/tokens.ts';
import type { DeviceState } from './symbols.ts';

// What the map is given and what it draws of it: plain data in, GeoJSON features and legend counts out.

export type LonLat = [number, number];

export interface MapStation {
  id: string;
  name: string;
  kind: string;
  state: DeviceState;
  lon: number;
  lat: number;
  demo: boolean;
}

export interface MapIncident {
  id: string;
  title: string;
  place: LonLat | null;
}

export interface MapWarning {
  id: string;
  title: string;
  color: Level;
  /** Division codes. */
  areas: readonly string[];
  shape: GeoJSON.Polygon | GeoJSON.MultiPolygon | null;
  circle: { center: LonLat; radiusKm: number } | null;
}

export interface BaseLayer {
  id: string;
  label: Text;
  count: number;
  kind: 'point' | 'line' | 'polygon';
  demo: boolean;
}

export interface Picked {
  kind: 'device' | 'alarm' | 'incident' | 'warning' | 'area' | 'place';
  /** Id of the record; for kind area the division code, for kind place the feature's id or name. */
  id: string;
  name: string;
  lon: number;
  lat: number;
  /** Base layer of a place. */
  layer?: string;
}

export type PointFeature = GeoJSON.Feature<GeoJSON.Point, Record<string, string | number | boolean>> & { id: string };

export const priorityOrder: readonly AlarmPriority[] = ['critical', 'high', 'medium', 'low'];

/** Worse first: open before answered, then by priority, then newest. */
export function compareAlarms(a: Alarm, b: Alarm): number {
  const open = Number(isAnswered(a)) - Number(isAnswered(b));
  if (open !== 0) return open;
  const priority = priorityOrder.indexOf(a.priority) - priorityOrder.indexOf(b.priority);
  return priority !== 0 ? priority : b.raisedAt.localeCompare(a.raisedAt);
}

/** Somebody has taken the alarm, or nobody is called for it: shelved, or spoken for by the alarm about its source. */
export function isAnswered(alarm: Alarm): boolean {
  return alarm.state === 'acknowledged' || alarm.state === 'normal' || isMuted(alarm);
}

/**
 * Stations as points. A station with an open alarm is left out (the alarm symbol stands there); one that still says
 * "alarm" although no open alarm is known counts as normal, because alarms are fresher than the station list.
 */
export function stationFeatures(
  stations: readonly MapStation[],
  alarms: readonly Alarm[],
  hidden: ReadonlySet<string>,
): { features: PointFeature[]; counts: Record<DeviceState, number> } {
  const alarmed = new Set(alarms.filter((alarm) => alarm.lon !== null).map((alarm) => alarm.stationId));
  const counts: Record<DeviceState, number> = { normal: 0, alarm: 0, noData: 0, unknown: 0 };
  const features: PointFeature[] = [];
  for (const station of stations) {
    if (alarmed.has(station.id)) {
      counts.alarm += 1;
      continue;
    }
    const state = station.state === 'alarm' ? 'normal' : station.state;
    counts[state] += 1;
    if (hidden.has(state)) continue;
    features.push({
      type: 'Feature',
      id: station.id,
      geometry: { type: 'Point', coordinates: [station.lon, station.lat] },
      properties: { id: station.id, name: station.name, state, demo: station.demo },
    });
  }
  return { features, counts };
}

/** One symbol a station: its worst open alarm, with the number of alarms behind it. */
export function alarmFeatures(alarms: readonly Alarm[], textOf: (text: Text) => string): PointFeature[] {
  const byStation = new Map<string, { worst: Alarm; number: number }>();
  for (const alarm of alarms) {
    if (alarm.lon === null || alarm.lat === null || alarm.state === 'normal') continue;
    const seen = byStation.get(alarm.stationId);
    if (!seen) byStation.set(alarm.stationId, { worst: alarm, number: 1 });
    else byStation.set(alarm.stationId, { worst: compareAlarms(alarm, seen.worst) < 0 ? alarm : seen.worst, number: seen.number + 1 });
  }
  return [...byStation.values()].map(({ worst, number }) => ({
    type: 'Feature',
    id: worst.id,
    geometry: { type: 'Point', coordinates: [worst.lon ?? 0, worst.lat ?? 0] },
    properties: {
      id: worst.id,
      name: worst.stationName,
      text: textOf(worst.text),
      priority: worst.priority,
      answered: isAnswered(worst),
      number,
      // Drawn last = on top: the worst alarm may not be covered.
      order: (isAnswered(worst) ? 0 : 10) + priorityOrder.length - priorityOrder.indexOf(worst.priority),
    },
  }));
}

export function incidentFeatures(incidents: readonly MapIncident[]): PointFeature[] {
  return incidents.flatMap((incident): PointFeature[] =>
    incident.place
      ? [
          {
            type: 'Feature',
            id: incident.id,
            geometry: { type: 'Point', coordinates: incident.place },
            properties: { id: incident.id, name: incident.title },
          },
        ]
      : [],
  );
}

export interface LegendCounts {
  states: Record<DeviceState, number>;
  alarms: { priority: AlarmPriority; answered: boolean; count: number }[];
  incidents: number;
  warnings: { color: Level; count: number }[];
}

/** Counts of what is drawn, for the legend; nothing that is not there gets a row. */
export function legendCounts(
  states: Record<DeviceState, number>,
  alarms: readonly PointFeature[],
  incidents: readonly PointFeature[],
  warnings: readonly MapWarning[],
): LegendCounts {
  const rows = priorityOrder.flatMap((priority) =>
    [false, true].map((answered) => ({
      priority,
      answered,
      count: alarms.filter((f) => f.properties['priority'] === priority && f.properties['answered'] === answered).length,
    })),
  );
  const colors: Level[] = ['red', 'orange', 'yellow', 'blue'];
  return {
    states,
    alarms: rows.filter((row) => row.count > 0),
    incidents: incidents.length,
    warnings: colors
      .map((color) => ({ color, count: warnings.filter((warning) => warning.color === color).length }))
      .filter((row) => row.count > 0),
  };
}
