import { inAreaSql } from '../policies.ts';

// Readings, partitioned by local day: dropping a day is instant and an index stays small. Statements of a custom migration,
// because drizzle-kit does not know partitions.
//
// A day's partition is made ahead and on demand by `observation_day`, which runs with the owner's rights, so the application
// role needs none. Readings of days nobody prepared (a device that sends last year's data) go to `observation_default`; if
// such a day gets its partition later, its rows move there. Partitions are reached through the parent only: they have row
// level security without a policy.

export const observationStatements: readonly string[] = [
  `create table observation (
    point_id uuid not null,
    at timestamptz(3) not null,
    value double precision not null,
    quality smallint not null,
    device_at timestamptz(3),
    area_code text collate "C" not null,
    demo boolean not null default false,
    primary key (point_id, at)
  ) partition by range (at)`,
  `alter table observation enable row level security`,
  `create policy observation_by_area on observation as permissive for all to anlan_app using (${inAreaSql}) with check (${inAreaSql})`,
  `create table observation_default partition of observation default`,
  `alter table observation_default enable row level security`,
  `create function observation_day(day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    part text := 'observation_' || to_char(day, 'YYYYMMDD');
    from_at timestamptz := day::timestamp at time zone 'Asia/Shanghai';
    to_at timestamptz := (day + 1)::timestamp at time zone 'Asia/Shanghai';
  begin
    if to_regclass(part) is not null then return; end if;
    perform pg_advisory_xact_lock(34132202);
    if to_regclass(part) is not null then return; end if;
    execute format('create table %I (like observation including defaults including constraints)', part);
    execute format('alter table %I enable row level security', part);
    execute format('with moved as (delete from observation_default where at >= %L and at < %L returning *) insert into %I select * from moved', from_at, to_at, part);
    execute format('alter table observation attach partition %I for values from (%L) to (%L)', part, from_at, to_at);
  end $$`,
];
