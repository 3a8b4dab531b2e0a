CREATE TABLE "department_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"archived_at" timestamp (3) with time zone,
	"name" text,
	"url" text,
	"every_seconds" integer,
	"active" boolean,
	"header_name" text,
	"mapping" text,
	"source" text,
	"since_parameter" text,
	"since_form" text,
	"overlap_seconds" integer
);

--> statement-breakpoint
ALTER TABLE "department_feeds" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "payload_layouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"archived_at" timestamp (3) with time zone,
	"name" text,
	"topics" text,
	"devices" text,
	"known" text,
	"layout" text,
	"source" text,
	"active" boolean
);

--> statement-breakpoint
ALTER TABLE "payload_layouts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "payload_mappings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"archived_at" timestamp (3) with time zone,
	"name" text,
	"topics" text,
	"mapping" text,
	"source" text,
	"active" boolean
);

--> statement-breakpoint
ALTER TABLE "payload_mappings" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "feed_credential" (
	"feed_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "feed_credential" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "feed_day" (
	"feed_id" uuid NOT NULL,
	"day" date NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"readings" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"gaps" integer DEFAULT 0 NOT NULL,
	"gap_seconds" integer DEFAULT 0 NOT NULL,
	"slowest_ms" integer DEFAULT 0 NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "feed_day_feed_id_day_pk" PRIMARY KEY("feed_id","day")
);

--> statement-breakpoint
ALTER TABLE "feed_day" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "feed_state" (
	"feed_id" uuid PRIMARY KEY NOT NULL,
	"url" text,
	"etag" text,
	"last_modified" text,
	"cursor_at" timestamp (3) with time zone,
	"tried_at" timestamp (3) with time zone,
	"succeeded_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"latency_ms" integer,
	"skew_ms" bigint,
	"problem" text,
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "feed_state" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sta_entity" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sta_entity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"record_id" uuid,
	"code" text,
	CONSTRAINT "sta_entity_of" UNIQUE NULLS NOT DISTINCT("kind","record_id","code")
);

--> statement-breakpoint
ALTER TABLE "sta_entity" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX "department_feeds_area" ON "department_feeds" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "department_feeds_updated" ON "department_feeds" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "department_feeds_title" ON "department_feeds" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "department_feeds_search" ON "department_feeds" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("url", '') || ' ' || coalesce("header_name", '') || ' ' || coalesce("mapping", '') || ' ' || coalesce("source", '') || ' ' || coalesce("since_parameter", '')));
--> statement-breakpoint
CREATE INDEX "payload_layouts_area" ON "payload_layouts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "payload_layouts_name_unique" ON "payload_layouts" USING btree ("name") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "payload_layouts_updated" ON "payload_layouts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "payload_layouts_title" ON "payload_layouts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "payload_layouts_search" ON "payload_layouts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("topics", '') || ' ' || coalesce("devices", '') || ' ' || coalesce("layout", '') || ' ' || coalesce("source", '')));
--> statement-breakpoint
CREATE INDEX "payload_mappings_area" ON "payload_mappings" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "payload_mappings_name_unique" ON "payload_mappings" USING btree ("name") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "payload_mappings_updated" ON "payload_mappings" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "payload_mappings_title" ON "payload_mappings" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "payload_mappings_search" ON "payload_mappings" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("topics", '') || ' ' || coalesce("mapping", '') || ' ' || coalesce("source", '')));
--> statement-breakpoint
CREATE POLICY "department_feeds_by_area" ON "department_feeds" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "payload_layouts_by_area" ON "payload_layouts" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "payload_layouts_shared" ON "payload_layouts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "payload_mappings_by_area" ON "payload_mappings" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "payload_mappings_shared" ON "payload_mappings" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "feed_credential_by_area" ON "feed_credential" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "feed_day_by_area" ON "feed_day" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "feed_state_by_area" ON "feed_state" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "sta_entity_with_session" ON "sta_entity" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
