import pg from 'pg';

// Sensors for measurements, written straight into the tables: registering thousands one by one would be a bench of its own.

const base = 'area_code, demo, created_at, created_by, updated_at, updated_by';
const baseValues = "'341322', false, now(), 'bench', now(), 'bench'";

/** SQL of the id of the n-th thing of a kind: the same in every run, in the form of a UUIDv7. */
const idOf = (kind: 'sensor' | 'station' | 'device' | 'point' | 'rule') =>
  `overlay(overlay(md5('${kind}' || n) placing '7' from 13) placing 'a' from 17)::uuid`;

export interface Sensor {
  /** Fifth level of its topic. */
  device: string;
  pointId: string;
}

/** Makes stations of one device, one point and one rule (above 50 is critical) each, and tells the running server. */
export async function makeSensors(databaseUrl: string, count: number): Promise<Sensor[]> {
  return withClient(databaseUrl, async (client) => {
    await client.query('begin');
    await insertStations(client, count, 'sensor');
    await client.query(
      `insert into devices (id, ${base}, name, station, protocol, device_key)
       select ${idOf('device')}, ${baseValues}, 'bench ' || n, ${idOf('sensor')}, 'mqtt', 'mqtt:bench-' || n from generate_series(0, $1::int - 1) n`,
      [count],
    );
    await client.query(
      `insert into points (id, ${base}, name, device, channel, quantity, unit, decimals)
       select ${idOf('point')}, ${baseValues}, 'level', ${idOf('device')}, '', 'level', 'm', 3 from generate_series(0, $1::int - 1) n`,
      [count],
    );
    await client.query(
      `insert into alarm_rules (id, ${base}, text_zh, text_en, point, kind, priority, "limit", hysteresis, delay_seconds, chatter_times, active)
       select ${idOf('rule')}, ${baseValues}, '超限', 'above the limit', ${idOf('point')}, 'above', 'critical', 50, 1, 0, 0, true from generate_series(0, $1::int - 1) n`,
      [count],
    );
    await tellServer(client);
    await client.query('commit');
    const { rows } = await client.query<{ id: string }>(`select ${idOf('point')} as id from generate_series(0, $1::int - 1) n order by n`, [
      count,
    ]);
    return rows.map(({ id }, at) => ({ device: `bench-${at}`, pointId: id }));
  });
}

/** Makes stations without devices, scattered over the county. */
export async function makeStations(databaseUrl: string, count: number): Promise<void> {
  await withClient(databaseUrl, (client) => insertStations(client, count, 'station'));
}

async function insertStations(client: pg.Client, count: number, seed: 'sensor' | 'station'): Promise<void> {
  // Two irrational steps fill the county evenly, always in the same places.
  await client.query(
    `insert into stations (id, ${base}, name, kind, place_lon, place_lat)
     select ${idOf(seed)}, ${baseValues}, 'bench ' || n, 'water', 116.7 + 0.5 * (n * 0.7548776662 - floor(n * 0.7548776662)), 34.0 + 0.4 * (n * 0.5698402910 - floor(n * 0.5698402910))
     from generate_series(0, $1::int - 1) n`,
    [count],
  );
}

async function tellServer(client: pg.Client): Promise<void> {
  await client.query(
    `insert into event (id, type, area_code, subject_kind, subject_id, at, actor, demo, data)
     values (gen_random_uuid(), 'record.created', '341322', 'stations', 'bench', now(), 'bench', false, '{}')`,
  );
  await client.query("select pg_notify('anlan_event', '')");
}

/** Instants, epoch milliseconds, of the readings stored of each point. */
export async function storedInstants(databaseUrl: string): Promise<Map<string, Set<number>>> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ point_id: string; instants: number[] }>(
      'select point_id, array_agg((extract(epoch from at) * 1000)::float8) as instants from observation group by point_id',
    );
    return new Map(rows.map(({ point_id: pointId, instants }) => [pointId, new Set(instants.map(Math.round))]));
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'anlan bench' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
