import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { AlarmChange } from '#kernel/alarm/entry.ts';
import type { Transaction } from './database.ts';

// Alarms in PostgreSQL: open ones for a start, all of them for history. The engine's memory is ahead of these rows by the
// follower's lag; whoever shows open alarms asks the engine.

/** Columns in the order of the insert, with how each is read from JSON. */
const columns = {
  id: 'uuid',
  version: 'integer',
  state: 'text',
  priority: 'text',
  rule_id: 'uuid',
  rule_version: 'integer',
  point_id: 'uuid',
  station_id: 'uuid',
  station_name: 'text',
  point_name: 'text',
  unit: 'text',
  area_code: 'text',
  lon: 'double precision',
  lat: 'double precision',
  text: 'jsonb',
  value: 'double precision',
  peak: 'double precision',
  limit: 'double precision',
  raised_at: 'timestamptz',
  returned_at: 'timestamptz',
  acknowledged_at: 'timestamptz',
  acknowledged_by: 'text',
  dismissed_reason: 'text',
  incident_id: 'uuid',
  occurrences: 'integer',
  rule_sentence: 'jsonb',
  shelf: 'jsonb',
  suppressed_by: 'uuid',
  suppressed_count: 'integer',
  demo: 'boolean',
  lines: 'jsonb',
  origin: 'jsonb',
  position: 'bigint',
} as const;
const names = Object.keys(columns).map((name) => `"${name}"`);

type AlarmRow = Record<keyof typeof columns, unknown>;

/** Stores each alarm as its last change left it; removes those that leave no trace. */
export async function putAlarms(tx: Transaction, changes: readonly AlarmChange[]): Promise<void> {
  const last = new Map(changes.map((change) => [change.alarm.id, change]));
  const removed = [...last.values()].filter((change) => change.kind === 'removed');
  const kept = [...last.values()].filter((change) => change.kind !== 'removed');
  if (removed.length > 0) await tx.query('delete from alarm where id = any($1::uuid[])', [removed.map((change) => change.alarm.id)]);
  if (kept.length === 0) return;
  await tx.query(
    `insert into alarm (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as given (${Object.entries(columns)
       .map(([name, type]) => `"${name}" ${type}`)
       .join(', ')})
     on conflict (id) do update set ${names
       .slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
    [JSON.stringify(kept.map(toRow))],
  );
}

function toRow({ alarm, position }: AlarmChange): AlarmRow {
  return {
    id: alarm.id,
    version: alarm.version,
    state: alarm.state,
    priority: alarm.priority,
    rule_id: alarm.ruleId,
    rule_version: alarm.ruleVersion,
    point_id: alarm.pointId,
    station_id: alarm.stationId,
    station_name: alarm.stationName,
    point_name: alarm.pointName,
    unit: alarm.unit,
    area_code: alarm.areaCode,
    lon: alarm.lon,
    lat: alarm.lat,
    text: alarm.text,
    value: alarm.value,
    peak: alarm.peak,
    limit: alarm.limit,
    raised_at: alarm.raisedAt,
    returned_at: alarm.returnedAt,
    acknowledged_at: alarm.acknowledgedAt,
    acknowledged_by: alarm.acknowledgedBy,
    dismissed_reason: alarm.dismissedReason,
    incident_id: alarm.incidentId,
    occurrences: alarm.occurrences,
    rule_sentence: alarm.ruleSentence,
    shelf: alarm.shelf,
    suppressed_by: alarm.suppressedBy,
    suppressed_count: alarm.suppressedCount,
    demo: alarm.demo,
    lines: alarm.lines,
    origin: alarm.origin ?? null,
    position,
  };
}

const isoOrNull = (at: unknown) => (at instanceof Date ? at.toISOString() : null);

function toAlarm(row: AlarmRow): Alarm {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    priority: row.priority,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    pointId: row.point_id,
    stationId: row.station_id,
    stationName: row.station_name,
    pointName: row.point_name,
    unit: row.unit,
    areaCode: row.area_code,
    lon: row.lon,
    lat: row.lat,
    text: row.text,
    value: row.value,
    peak: row.peak,
    limit: row.limit,
    raisedAt: isoOrNull(row.raised_at),
    returnedAt: isoOrNull(row.returned_at),
    acknowledgedAt: isoOrNull(row.acknowledged_at),
    acknowledgedBy: row.acknowledged_by,
    dismissedReason: row.dismissed_reason,
    incidentId: row.incident_id,
    occurrences: row.occurrences,
    ruleSentence: row.rule_sentence,
    shelf: row.shelf,
    suppressedBy: row.suppressed_by,
    suppressedCount: row.suppressed_count,
    demo: row.demo,
    lines: row.lines,
    ...(row.origin !== null && { origin: row.origin }),
  } as Alarm;
}

export async function openAlarms(tx: Transaction): Promise<Alarm[]> {
  const found = await tx.query<AlarmRow>("select * from alarm where state <> 'normal'");
  return found.rows.map(toAlarm);
}

/** An alarm with its whole life, or null. */
export async function alarmById(tx: Transaction, id: string): Promise<Alarm | null> {
  const found = await tx.query<AlarmRow>('select * from alarm where id = $1', [id]);
  return found.rows[0] ? toAlarm(found.rows[0]) : null;
}

/** How an alarm was kept from calling anybody. */
export type KeptBack = 'shelved' | 'suppressed';

/**
 * Alarms of every state, newest first.
 * @param before ISO instant; only alarms raised before it, or null for the newest
 * @param kept only alarms that were ever shelved, or kept under the alarm about their source or device; null = all
 */
export async function pastAlarms(tx: Transaction, before: string | null, limit: number, kept: KeptBack | null = null): Promise<Alarm[]> {
  const found = await tx.query<AlarmRow>(
    `select * from alarm where ($1::timestamptz is null or raised_at < $1::timestamptz) and ($3::text is null or lines @> jsonb_build_array(jsonb_build_object('kind', $3::text))
       or ($3 = 'suppressed' and suppressed_by is not null))
     order by raised_at desc, id desc limit $2`,
    [before, limit, kept],
  );
  return found.rows.map(toAlarm);
}
