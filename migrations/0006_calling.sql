CREATE TABLE "escalation_steps" (
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
	"priority" text,
	"after_seconds" integer,
	"whom" text,
	"post" uuid,
	"channels" text[],
	"gap_seconds" integer,
	"repeat_every_seconds" integer,
	"repeat_times" integer,
	"active" boolean
);

--> statement-breakpoint
ALTER TABLE "escalation_steps" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "warning_feeds" (
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
	"read_at" timestamp (3) with time zone,
	"problem" text
);

--> statement-breakpoint
ALTER TABLE "warning_feeds" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "alarm_call" (
	"alarm_id" uuid PRIMARY KEY NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"priority" text NOT NULL,
	"plan" jsonb NOT NULL,
	"base_at" timestamp (3) with time zone NOT NULL,
	"next" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	"stopped_by" text,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "alarm_call" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "call_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"level" text NOT NULL,
	"role" text NOT NULL,
	"organisation" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"superior_id" uuid,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"reached_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"lines" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "call_entry" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "call_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"message" text NOT NULL,
	"about_kind" text NOT NULL,
	"about_id" text NOT NULL,
	"minutes" integer NOT NULL,
	"tries" integer NOT NULL,
	"channels" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "call_list" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "received_warning" (
	"hash" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"source" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"xml" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "received_warning" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
DROP INDEX "duty_shifts_search";
--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD COLUMN "leader_email" text;
--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD COLUMN "officer_email" text;
--> statement-breakpoint
ALTER TABLE "call_entry" ADD CONSTRAINT "call_entry_list_id_call_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."call_list"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "escalation_steps_area" ON "escalation_steps" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "escalation_steps_updated" ON "escalation_steps" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "escalation_steps_title" ON "escalation_steps" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "escalation_steps_search" ON "escalation_steps" USING gin (anlan_terms(coalesce("name", '')));
--> statement-breakpoint
CREATE INDEX "escalation_steps_post" ON "escalation_steps" USING btree ("post");
--> statement-breakpoint
CREATE INDEX "warning_feeds_area" ON "warning_feeds" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warning_feeds_updated" ON "warning_feeds" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_feeds_title" ON "warning_feeds" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_feeds_search" ON "warning_feeds" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("url", '') || ' ' || coalesce("problem", '')));
--> statement-breakpoint
CREATE INDEX "alarm_call_next" ON "alarm_call" USING btree ("next_at") WHERE next_at is not null;
--> statement-breakpoint
CREATE INDEX "call_entry_list" ON "call_entry" USING btree ("list_id","position");
--> statement-breakpoint
CREATE INDEX "call_entry_next" ON "call_entry" USING btree ("next_at") WHERE next_at is not null;
--> statement-breakpoint
CREATE INDEX "call_list_about" ON "call_list" USING btree ("about_kind","about_id");
--> statement-breakpoint
CREATE INDEX "received_warning_identifier" ON "received_warning" USING btree ("identifier");
--> statement-breakpoint
CREATE INDEX "received_warning_received" ON "received_warning" USING btree ("received_at");
--> statement-breakpoint
CREATE INDEX "duty_shifts_search" ON "duty_shifts" USING gin (anlan_terms(coalesce("leader_name", '') || ' ' || coalesce("leader_phone", '') || ' ' || coalesce("leader_email", '') || ' ' || coalesce("officer_name", '') || ' ' || coalesce("officer_phone", '') || ' ' || coalesce("officer_email", '')));
--> statement-breakpoint
CREATE POLICY "escalation_steps_by_area" ON "escalation_steps" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "escalation_steps_shared" ON "escalation_steps" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "warning_feeds_by_area" ON "warning_feeds" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "warning_feeds_shared" ON "warning_feeds" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "alarm_call_by_area" ON "alarm_call" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "call_entry_by_area" ON "call_entry" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "call_list_by_area" ON "call_list" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "received_warning_with_session" ON "received_warning" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
