import type { EntitySet } from '#protocols/sensorThings/entities.table.ts';

// Our tables as the entities of SensorThings (OGC 18-088, clause 8): a station is a Thing, its place a Location and the
// FeatureOfInterest of what is measured there, a device a Sensor, a point a Datastream, the code of a quantity an ObservedProperty.
// Row level security of the tables below decides what an actor finds; nothing here widens it.

export type ColumnType = 'text' | 'number' | 'time' | 'json';

export interface StaColumn {
  /** SQL on the alias `t`, which is replaced. */
  sql: string;
  type: ColumnType;
}

export interface StaSource {
  /** A subselect: `id`, the keys of links, and what the columns name. */
  from: string;
  columns: Readonly<Record<string, StaColumn>>;
  /** Links: the key here, and in the other source. */
  links: Readonly<Record<string, { set: EntitySet; own: string; other: string }>>;
}

/** Bits of an Observation's id that count milliseconds since 2020-01-01 +08:00; those above are the id of its Datastream. */
export const instantBits = 39;
export const firstInstantMs = 1_577_808_000_000;

const live = (table: string) => `${table}.removed_at is null and ${table}.archived_at is null`;
const numbered = (alias: string, kind: string, record: string) =>
  `join sta_entity ${alias} on ${alias}.kind = '${kind}' and ${alias}.record_id = ${record}`;
const place = `jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(s.place_lon, s.place_lat))`;

const text = (sql: string): StaColumn => ({ sql, type: 'text' });
const json = (sql: string): StaColumn => ({ sql, type: 'json' });
const id: StaColumn = { sql: 't.id', type: 'number' };

const stations = `select e.id, s.name, s.kind, s.owner, s.area_code, s.demo from stations s ${numbered('e', 'station', 's.id')} where ${live('s')}`;
const places = `select e.id, s.name, s.kind, ${place} as place from stations s ${numbered('e', 'station', 's.id')} where ${live('s')} and s.place_lon is not null`;
const pointTables = `points p join devices d on d.id = p.device and ${live('d')} join stations s on s.id = d.station and ${live('s')}
  ${numbered('e', 'point', 'p.id')} ${numbered('es', 'station', 's.id')}`;

const observationColumns = `(e.id << ${instantBits}) + (extract(epoch from o.at) * 1000)::bigint - ${firstInstantMs} as id, o.at, o.value, o.quality,
  e.id as datastream_id, case when s.place_lon is not null then es.id end as feature_id`;

/** Observations out of the table of recent readings. */
export const recentObservations = `select ${observationColumns} from observation o join ${pointTables.replace('points p', 'points p on p.id = o.point_id')} where ${live('p')}`;

/** The same for one point, recent readings and unpacked older ones; `$1` is the point, `$2`–`$4` instants, values, qualities. */
export const observationsOfPoint = `select ${observationColumns} from (
    select point_id, at, value, quality from observation where point_id = $1
    union all select $1::uuid, to_timestamp(ms / 1000.0), value, quality from unnest($2::float8[], $3::float8[], $4::smallint[]) as packed (ms, value, quality)
  ) o join ${pointTables.replace('points p', 'points p on p.id = o.point_id')} where ${live('p')}`;

export const staSources: Readonly<Record<EntitySet, StaSource>> = {
  Things: {
    from: stations,
    columns: {
      id,
      name: text('t.name'),
      description: text('t.kind'),
      properties: json(`jsonb_build_object('kind', t.kind, 'owner', t.owner, 'areaCode', t.area_code, 'demo', t.demo)`),
    },
    links: {
      Locations: { set: 'Locations', own: 'id', other: 'id' },
      HistoricalLocations: { set: 'HistoricalLocations', own: 'id', other: 'thing_id' },
      Datastreams: { set: 'Datastreams', own: 'id', other: 'thing_id' },
    },
  },
  Locations: {
    from: places,
    columns: {
      id,
      name: text('t.name'),
      description: text('t.kind'),
      encodingType: text(`'application/geo+json'`),
      location: json('t.place'),
    },
    links: {
      Things: { set: 'Things', own: 'id', other: 'id' },
      HistoricalLocations: { set: 'HistoricalLocations', own: 'id', other: 'thing_id' },
    },
  },
  // Where a station stood before is not kept.
  HistoricalLocations: {
    from: 'select null::bigint as id, null::bigint as thing_id, null::timestamptz as at where false',
    columns: { id, time: { sql: 't.at', type: 'time' } },
    links: { Thing: { set: 'Things', own: 'thing_id', other: 'id' }, Locations: { set: 'Locations', own: 'thing_id', other: 'id' } },
  },
  Datastreams: {
    from: `select e.id, p.name, d.name as device_name, p.quantity, p.channel, p.unit, p.demo, es.id as thing_id, ed.id as sensor_id, eq.id as property_id
      from ${pointTables} ${numbered('ed', 'device', 'd.id')} join sta_entity eq on eq.kind = 'quantity' and eq.code = p.quantity where ${live('p')}`,
    columns: {
      id,
      name: text('t.name'),
      description: text('t.device_name'),
      observationType: text(`'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'`),
      unitOfMeasurement: json(`jsonb_build_object('name', t.unit, 'symbol', t.unit, 'definition', null)`),
      properties: json(`jsonb_build_object('quantity', t.quantity, 'channel', coalesce(t.channel, ''), 'demo', t.demo)`),
    },
    links: {
      Thing: { set: 'Things', own: 'thing_id', other: 'id' },
      Sensor: { set: 'Sensors', own: 'sensor_id', other: 'id' },
      ObservedProperty: { set: 'ObservedProperties', own: 'property_id', other: 'id' },
      Observations: { set: 'Observations', own: 'id', other: 'datastream_id' },
    },
  },
  Sensors: {
    from: `select e.id, d.name, d.protocol, d.device_key from devices d ${numbered('e', 'device', 'd.id')} where ${live('d')}`,
    columns: {
      id,
      name: text('t.name'),
      description: text('t.protocol'),
      encodingType: text(`'text/plain'`),
      metadata: text('t.device_key'),
    },
    links: { Datastreams: { set: 'Datastreams', own: 'id', other: 'sensor_id' } },
  },
  ObservedProperties: {
    from: `select e.id, e.code from sta_entity e where e.kind = 'quantity' and exists (select from points p where p.quantity = e.code and ${live('p')})`,
    columns: { id, name: text('t.code'), description: text('t.code'), definition: text(`'urn:anlan:quantity:' || t.code`) },
    links: { Datastreams: { set: 'Datastreams', own: 'id', other: 'property_id' } },
  },
  Observations: {
    from: recentObservations,
    columns: {
      id,
      phenomenonTime: { sql: 't.at', type: 'time' },
      resultTime: { sql: 't.at', type: 'time' },
      result: { sql: 't.value', type: 'number' },
      resultQuality: { sql: 't.quality', type: 'number' },
    },
    links: {
      Datastream: { set: 'Datastreams', own: 'datastream_id', other: 'id' },
      FeatureOfInterest: { set: 'FeaturesOfInterest', own: 'feature_id', other: 'id' },
    },
  },
  FeaturesOfInterest: {
    from: places,
    columns: {
      id,
      name: text('t.name'),
      description: text('t.kind'),
      encodingType: text(`'application/geo+json'`),
      feature: json('t.place'),
    },
    links: { Observations: { set: 'Observations', own: 'id', other: 'feature_id' } },
  },
};
