import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { distanceM } from '#geo/distance.ts';
import type { LonLat } from '#geo/position.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import type { Fields } from '#models/field.ts';
import type { Observations } from '#web/api/answers.ts';
import { api } from '#web/api/client.ts';
import { useDeviceMap, useRecords } from '#web/api/queries.ts';
import { toModelUnit } from './readingUnits.ts';

// What instruments say now, for the inputs of a model.

export interface Reading {
  pointId: string;
  stationName: string;
  unit: string;
  value: number;
  atMs: number;
}

const askEveryMs = 30_000;

/** The latest good reading of the last 24 hours; null when there is none. No event tells of a reading, so it is asked for. */
export function useLatestReading(pointId: string | null): UseQueryResult<Reading | null> {
  return useQuery({
    queryKey: ['observations', 'latest', pointId],
    enabled: pointId !== null,
    refetchInterval: askEveryMs,
    queryFn: async ({ signal }) => {
      const { point, items } = await api.get<Observations>(`/points/${pointId ?? ''}/observations`, { signal });
      const last = items.findLast(([, , quality]) => quality === 'good');
      return last ? { pointId: point.id, stationName: point.stationName, unit: point.unit ?? '', atMs: last[0], value: last[1] } : null;
    },
  });
}

/** Inputs that the weather fills in, and the quantity that does. */
const weatherInputs: Readonly<Record<string, string>> = {
  windSpeedMps: 'windSpeed',
  windFromDeg: 'windDirection',
  airTemperatureK: 'airTemperature',
  airPressurePa: 'pressure',
  ambientPressurePa: 'pressure',
};

export interface LiveWeather {
  station: string | null;
  distanceM: number | null;
  /** Oldest of the readings used, ms since 1970; null without any. */
  atMs: number | null;
  /** By name of input, in its unit. */
  values: Readonly<Record<string, number>>;
}

/** Readings of the weather station nearest to a place, as far as the model asks for weather. */
export function useLiveWeather(fields: Fields | null, place: LonLat | null): LiveWeather {
  const asks = fields !== null && 'windSpeedMps' in fields;
  const stations = useDeviceMap();
  const nearest = useMemo(() => (asks && place ? nearestOf(stations.data, place) : null), [asks, place, stations.data]);
  const devices = useRecords('devices', { station: nearest?.id, limit: 5 }, nearest !== null);
  const device = nearest && devices.data?.items.find((each) => each['station'] === nearest.id);
  const points = useRecords('points', { device: device?.id, limit: 50 }, Boolean(device));
  const pointOf = (quantity: string) => pointIdOf(points.data?.items, device?.id, quantity);
  const speed = useLatestReading(pointOf('windSpeed'));
  const direction = useLatestReading(pointOf('windDirection'));
  const temperature = useLatestReading(pointOf('airTemperature'));
  const pressure = useLatestReading(pointOf('pressure'));
  const readings = useMemo(
    () => ({ windSpeed: speed.data, windDirection: direction.data, airTemperature: temperature.data, pressure: pressure.data }),
    [speed.data, direction.data, temperature.data, pressure.data],
  );
  const [station, away] = [nearest?.name ?? null, nearest ? Math.round(nearest.distanceM) : null];
  return useMemo(() => weatherOf(fields, readings, station, away), [fields, readings, station, away]);
}

type Weather = Readonly<Record<string, Reading | null | undefined>>;

function weatherOf(fields: Fields | null, readings: Weather, station: string | null, away: number | null): LiveWeather {
  const values: Record<string, number> = {};
  const times: number[] = [];
  for (const [name, quantity] of Object.entries(weatherInputs)) {
    const field = fields?.[name];
    const reading = readings[quantity];
    if (field?.kind !== 'number' || !reading) continue;
    const value = toModelUnit(reading.value, reading.unit, field.unit);
    if (value === null) continue;
    values[name] = value;
    times.push(reading.atMs);
  }
  return { station, distanceM: away, atMs: times.length > 0 ? Math.min(...times) : null, values };
}

function nearestOf(stations: GeoJSON.FeatureCollection<GeoJSON.Point> | undefined, place: LonLat) {
  const candidates = (stations?.features ?? [])
    .filter(({ properties }) => properties?.['kind'] === 'weather')
    .map(({ geometry, properties }) => ({
      id: String(properties?.['id']),
      name: String(properties?.['name']),
      distanceM: distanceM(geometry.coordinates as LonLat, place),
    }));
  return candidates.toSorted((one, other) => one.distanceM - other.distanceM)[0] ?? null;
}

function pointIdOf(points: readonly AnyRecord[] | undefined, device: string | undefined, quantity: string): string | null {
  return points?.find((point) => point['device'] === device && point['quantity'] === quantity)?.id ?? null;
}
