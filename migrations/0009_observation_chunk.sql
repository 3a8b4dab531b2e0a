CREATE TABLE "observation_chunk" (
	"point_id" uuid NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	"odd_count" integer NOT NULL,
	"lowest" double precision,
	"highest" double precision,
	"sum" double precision NOT NULL,
	"lowest_at" timestamp (3) with time zone,
	"highest_at" timestamp (3) with time zone,
	"lowest_quality" smallint,
	"highest_quality" smallint,
	"demo" boolean DEFAULT false NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"packed" "bytea" NOT NULL,
	CONSTRAINT "observation_chunk_point_id_to_at_from_at_pk" PRIMARY KEY("point_id","to_at","from_at")
);

--> statement-breakpoint
ALTER TABLE "observation_chunk" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX "observation_chunk_to" ON "observation_chunk" USING brin ("to_at");
--> statement-breakpoint
CREATE POLICY "observation_chunk_by_area" ON "observation_chunk" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
alter table observation_chunk alter column packed set storage external

--> statement-breakpoint

create function observation_days(before date) returns setof date language sql stable security definer set search_path = public, pg_temp as $$
  select to_date(substr(part.relname, 13), 'YYYYMMDD') from pg_inherits join pg_class part on part.oid = inhrelid
  where inhparent = 'observation'::regclass and part.relname ~ '^observation_[0-9]{8}$' and to_date(substr(part.relname, 13), 'YYYYMMDD') < before
  union
  select distinct (at at time zone 'Asia/Shanghai')::date from observation_default where at < before::timestamp at time zone 'Asia/Shanghai'
  order by 1
$$

--> statement-breakpoint

create function observation_drop_day(day date) returns boolean language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '200ms' as $$
declare
  part text := 'observation_' || to_char(day, 'YYYYMMDD');
  is_used boolean;
begin
  if to_regclass(part) is null then return true; end if;
  execute format('lock table %I in share mode', part);
  execute format('select exists (select from %I)', part) into is_used;
  if is_used then return false; end if;
  execute format('drop table %I', part);
  return true;
end $$

