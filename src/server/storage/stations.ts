import type { AlarmRule } from '#kernel/alarm/alarm.ts';
import { pointKey } from '#kernel/observation/reading.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { alarmRules } from '#rooms/monitoring/alarms/alarmRules.register.ts';
import { compileRule, pointBook, type RulePoint } from '#rooms/monitoring/alarms/compileRule.ts';
import type { Transaction } from './database.ts';
import { rowToRecord, type Row } from './recordRows.ts';

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
  device_name: string | null;
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
  warning_level: number | null;
  guarantee_level: number | null;
  demo: boolean;
}

/** Every live point with its device and station, and what rules refer to. */
export async function enginePoints(tx: Transaction): Promise<RulePoint[]> {
  const found = await tx.query<PointRow>(
    `select points.id, devices.device_key, devices.name as device_name, points.channel, points.quantity, stations.id as station_id, stations.name as station_name,
       points.name, points.unit, stations.area_code, stations.place_lon as lon, stations.place_lat as lat, points.range_min, points.range_max,
       points.warning_level, points.guarantee_level, points.demo
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
    quantity: row.quantity,
    deviceName: row.device_name ?? row.device_key,
    warningLevel: row.warning_level,
    guaranteeLevel: row.guarantee_level,
  }));
}

const declaration = alarmRules as unknown as RegisterDeclaration;

/** Active rules as the engine runs them; one that is incomplete, or whose points went away, cannot judge anything and is left out. */
export async function engineRules(tx: Transaction, points: readonly RulePoint[]): Promise<AlarmRule[]> {
  const found = await tx.query<Row>('select * from alarm_rules where removed_at is null and active is not false order by id');
  const book = pointBook(points);
  return found.rows.flatMap((row) => {
    const compiled = compileRule(rowToRecord(declaration, row), book);
    return compiled.ok ? compiled.value : [];
  });
}
