import type { Expression } from '#protocols/sensorThings/filter.ts';
import type { EntitySet } from '#protocols/sensorThings/entities.table.ts';
import type { Query } from '#protocols/sensorThings/query.ts';
import { pointKey } from '#kernel/observation/reading.ts';
import { chunkHeads, readChunks } from './chunks.ts';
import type { Transaction } from './database.ts';
import { queryIn } from './history.ts';
import { qualityOf } from './quality.ts';
import { NotAnswered, SqlBuilder } from './staFilter.ts';
import { firstInstantMs, instantBits, observationsOfPoint, staSources } from './staModel.ts';

// What the SensorThings interface asks: pages of entities by a typed query, within what the actor may see.

/** Older readings that are unpacked for one question at most. */
const mostUnpacked = 100_000;

export interface StaEntity {
  /** A number as long as it is exact in JSON, else its digits. */
  id: number | string;
  properties: Record<string, unknown>;
  /** Keys of links, by the name of their column. */
  keys: Record<string, string | null>;
}

/** Only those linked to an entity, only one. */
export interface StaScope {
  /** Column of the source and what it is to be. */
  key?: { column: string; id: string };
  /** And of those only this one. */
  id?: string;
  top: number;
}

/** Gives numbers to stations, devices, points and quantities that have none yet. */
export async function numberEntities(tx: Transaction): Promise<void> {
  const give = (kind: string, table: string) => `insert into sta_entity (kind, record_id)
    select '${kind}', r.id from ${table} r where r.removed_at is null and not exists (select from sta_entity e where e.kind = '${kind}' and e.record_id = r.id)
    order by r.created_at, r.id on conflict do nothing`;
  for (const [kind, table] of [
    ['station', 'stations'],
    ['device', 'devices'],
    ['point', 'points'],
  ] as const)
    await tx.query(give(kind, table));
  await tx.query(`insert into sta_entity (kind, code) select distinct 'quantity', p.quantity from points p
    where p.removed_at is null and not exists (select from sta_entity e where e.kind = 'quantity' and e.code = p.quantity) on conflict do nothing`);
}

/** A page of entities, and how many there are altogether when asked. @throws NotAnswered */
export async function staEntities(
  tx: Transaction,
  nowMs: number,
  set: EntitySet,
  query: Query,
  scope: StaScope,
): Promise<{ rows: StaEntity[]; count: number | null }> {
  const { from, values } = await sourceOf(tx, set, query, scope);
  const source = staSources[set];
  const builder = new SqlBuilder(set, nowMs, values);
  const conditions: string[] = [];
  if (scope.key) conditions.push(`t.${scope.key.column} = ${builder.bind(scope.key.id, 'bigint')}`);
  if (set === 'Observations' && scope.key?.column === 'id') conditions.push(...ofOneObservation(builder, scope.key.id));
  if (scope.id !== undefined) conditions.push(`t.id = ${builder.bind(scope.id, 'bigint')}`);
  if (query.filter) conditions.push(builder.condition(query.filter));
  const order = query.orderBy.map(({ steps, isDescending }) => {
    const { sql, type } = builder.path(steps, '$orderby');
    if (type === 'json') throw new NotAnswered('$orderby', steps.join('/'), '不能按对象排序', 'objects have no order');
    return `${sql} ${isDescending ? 'desc' : 'asc'} nulls last`;
  });
  if (order.length === 0 && set === 'Observations') order.push('t.at desc');
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const body = `from (${from}) t ${builder.joins.join(' ')} ${where}`;
  const count = query.isCounted ? await tx.query<{ count: string }>(`select count(*)::text as count ${body}`, builder.values) : null;
  const columns = Object.entries(source.columns).map(([name, { sql }]) => (name === 'id' ? 't.id::text as "id"' : `${sql} as "${name}"`));
  const keys = [...new Set(Object.values(source.links).map(({ own }) => own))].filter((key) => key !== 'id');
  const keyColumns = keys.map((key) => `t.${key}::text as "key_${key}"`);
  const limits = `limit ${builder.bind(scope.top, 'bigint')} offset ${builder.bind(query.skip, 'bigint')}`;
  const found = await tx.query<Record<string, unknown>>(
    `select ${[...columns, ...keyColumns].join(', ')} ${body} order by ${[...order, 't.id asc'].join(', ')} ${limits}`,
    builder.values,
  );
  return {
    rows: found.rows.map((row) => toEntity(row, Object.keys(source.columns), keys)),
    count: count ? Number(count.rows[0]?.count ?? 0) : null,
  };
}

/** An id says point and instant, which an index finds. */
function ofOneObservation(builder: SqlBuilder, id: string): string[] {
  const all = BigInt(id);
  const ms = Number(all & ((1n << BigInt(instantBits)) - 1n)) + firstInstantMs;
  return [
    `t.datastream_id = ${builder.bind(String(all >> BigInt(instantBits)), 'bigint')}`,
    `t.at = ${builder.bind(new Date(ms), 'timestamptz')}`,
  ];
}

/** Observations of one Datastream come with the older ones, which are packed; others out of the recent ones alone. */
async function sourceOf(tx: Transaction, set: EntitySet, query: Query, { key }: StaScope): Promise<{ from: string; values: unknown[] }> {
  const one = set === 'Observations' && key?.column === 'id' ? (BigInt(key.id) >> BigInt(instantBits)).toString() : null;
  const datastream = set === 'Observations' && key?.column === 'datastream_id' ? key.id : one;
  if (datastream === null) return { from: staSources[set].from, values: [] };
  const point = await tx.query<{ record_id: string }>(`select record_id from sta_entity where kind = 'point' and id = $1`, [datastream]);
  const pointId = point.rows[0]?.record_id;
  if (pointId === undefined) return { from: staSources[set].from, values: [] };
  const { fromMs, toMs } = one !== null && key ? instantOf(key.id) : stretchOf(query.filter);
  const ask = queryIn(tx);
  const heads = await chunkHeads(ask, pointId, fromMs, toMs);
  const packed = heads.reduce((sum, head) => sum + head.count, 0);
  if (packed > mostUnpacked)
    throw new NotAnswered(
      '$filter',
      '',
      `涉及 ${packed} 个较早的读数，最多 ${mostUnpacked} 个：请用 phenomenonTime 限定时间`,
      `${packed} older readings are concerned, at most ${mostUnpacked} are read: narrow phenomenonTime`,
    );
  const columns: [number[], number[], number[]] = [[], [], []];
  for (const { series } of heads.length > 0 ? await readChunks(ask, [pointId], fromMs, toMs) : []) {
    columns[0].push(...series.atMs);
    columns[1].push(...series.values);
    columns[2].push(...series.qualities);
  }
  return { from: observationsOfPoint, values: [pointId, ...columns] };
}

function instantOf(id: string): { fromMs: number; toMs: number } {
  const ms = Number(BigInt(id) & ((1n << BigInt(instantBits)) - 1n)) + firstInstantMs;
  return { fromMs: ms, toMs: ms + 1 };
}

/** The stretch of time outside which a filter holds for nothing, as far as its top conditions say; half-open. */
export function stretchOf(filter: Expression | null): { fromMs: number; toMs: number } {
  const open = { fromMs: firstInstantMs, toMs: firstInstantMs + 2 ** instantBits };
  if (filter === null) return open;
  if (filter.kind === 'and') {
    const [left, right] = [stretchOf(filter.left), stretchOf(filter.right)];
    return { fromMs: Math.max(left.fromMs, right.fromMs), toMs: Math.min(left.toMs, right.toMs) };
  }
  if (filter.kind !== 'compare' || filter.right.kind !== 'time' || filter.left.kind !== 'path') return open;
  const name = filter.left.steps.join('/');
  if (name !== 'phenomenonTime' && name !== 'resultTime') return open;
  const { atMs } = filter.right;
  const { operator } = filter;
  if (operator === 'ge' || operator === 'gt') return { ...open, fromMs: atMs };
  if (operator === 'le' || operator === 'lt') return { ...open, toMs: atMs + 1 };
  return operator === 'eq' ? { fromMs: atMs, toMs: atMs + 1 } : open;
}

function toEntity(row: Record<string, unknown>, columns: readonly string[], keys: readonly string[]): StaEntity {
  const properties: Record<string, unknown> = {};
  for (const name of columns) {
    const value = row[name];
    if (name === 'id') continue;
    properties[name] = value instanceof Date ? value.toISOString() : name === 'resultQuality' ? qualityOf(Number(value)) : value;
  }
  return {
    id: shownId(String(row['id'])),
    properties,
    keys: Object.fromEntries(keys.map((key) => [key, (row[`key_${key}`] as string | null) ?? null])),
  };
}

export function shownId(digits: string): number | string {
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;
}

/** The point behind a Datastream, as ingest knows it; null when there is none in the actor's area. */
export async function pointOfDatastream(
  tx: Transaction,
  id: number,
): Promise<{ deviceKey: string; channel: string; quantity: string; unit: string | null; key: string } | null> {
  const found = await tx.query<{ device_key: string; channel: string | null; quantity: string; unit: string | null }>(
    `select d.device_key, p.channel, p.quantity, p.unit from sta_entity e join points p on p.id = e.record_id and p.removed_at is null
     join devices d on d.id = p.device and d.removed_at is null where e.kind = 'point' and e.id = $1`,
    [id],
  );
  const row = found.rows[0];
  if (!row) return null;
  const channel = row.channel ?? '';
  return {
    deviceKey: row.device_key,
    channel,
    quantity: row.quantity,
    unit: row.unit,
    key: pointKey(row.device_key, channel, row.quantity),
  };
}
