import type { AlarmPriority, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import { pointKey } from '#kernel/observation/reading.ts';
import type { Transaction } from './database.ts';

// Questions about stations, devices, points and rules that the alarm engine and the map ask.

export interface MapStation {
  id: string;
  name: string;
  kind: string;
  areaCode: string;
  lon: number;
  lat: number;
  demo: boolean;
}

export async function stationsForMap(tx: Transaction): Promise<MapStation[]> {
  const found = await tx.query<{
    id: string;
    name: string;
    kind: string;
    area_code: string;
    place_lon: number;
    place_lat: number;
    demo: boolean;
  }>('select id, name, kind, area_code, place_lon, place_lat, demo from stations where removed_at is null and place_lon is not null');
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    areaCode: row.area_code,
    lon: row.place_lon,
    lat: row.place_lat,
    demo: row.demo,
  }));
}

interface PointRow {
  id: string;
  device_key: string;
  channel: string | null;
  quantity: string;
  station_id: string;
  station_name: string;
  name: string;
  unit: string | null;
  area_code: string;
  lon: number | null;
  lat: number | null;
  range_min: number | null;
  range_max: number | null;
  demo: boolean;
}

/** Every live point with its device and station. */
export async function enginePoints(tx: Transaction): Promise<Point[]> {
  const found = await tx.query<PointRow>(
    `select points.id, devices.device_key, points.channel, points.quantity, stations.id as station_id, stations.name as station_name, points.name, points.unit,
       stations.area_code, stations.place_lon as lon, stations.place_lat as lat, points.range_min, points.range_max, points.demo
     from points join devices on devices.id = points.device and devices.removed_at is null
       join stations on stations.id = devices.station and stations.removed_at is null
     where points.removed_at is null`,
  );
  return found.rows.map((row) => ({
    id: row.id,
    key: pointKey(row.device_key, row.channel ?? '', row.quantity),
    stationId: row.station_id,
    stationName: row.station_name,
    name: row.name,
    unit: row.unit ?? '',
    areaCode: row.area_code,
    lon: row.lon,
    lat: row.lat,
    rangeMin: row.range_min,
    rangeMax: row.range_max,
    demo: row.demo,
  }));
}

interface RuleRow {
  id: string;
  version: number;
  point: string;
  kind: 'above' | 'below' | 'noData';
  priority: AlarmPriority;
  text_zh: string;
  text_en: string | null;
  limit: number | null;
  hysteresis: number | null;
  delay_seconds: number | null;
  silent_seconds: number | null;
}

/** Active rules that are complete; one without its limit or its silence cannot judge anything. */
export async function engineRules(tx: Transaction): Promise<AlarmRule[]> {
  const found = await tx.query<RuleRow>('select * from alarm_rules where removed_at is null and active is not false');
  return found.rows.flatMap((row) => {
    const condition = conditionOf(row);
    return condition
      ? [
          {
            id: row.id,
            version: row.version,
            pointId: row.point,
            priority: row.priority,
            text: { zh: row.text_zh, en: row.text_en ?? row.text_zh },
            condition,
          },
        ]
      : [];
  });
}

function conditionOf(row: RuleRow): AlarmRule['condition'] | null {
  if (row.kind === 'noData') return row.silent_seconds === null ? null : { kind: 'noData', silentMs: row.silent_seconds * 1000 };
  return row.limit === null
    ? null
    : { kind: row.kind, limit: row.limit, hysteresis: row.hysteresis ?? 0, delayMs: (row.delay_seconds ?? 0) * 1000 };
}
