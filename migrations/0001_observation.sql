create table observation (
  point_id uuid not null,
  at timestamptz(3) not null,
  value double precision not null,
  quality smallint not null,
  device_at timestamptz(3),
  area_code text collate "C" not null,
  demo boolean not null default false,
  primary key (point_id, at)
) partition by range (at);


--> statement-breakpoint


alter table observation enable row level security;


--> statement-breakpoint


create policy observation_by_area on observation as permissive for all to anlan_app using ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) with check ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));


--> statement-breakpoint


create table observation_default partition of observation default;


--> statement-breakpoint


alter table observation_default enable row level security;


--> statement-breakpoint


create function observation_day(day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;

