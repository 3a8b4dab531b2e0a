CREATE TABLE "rule_memory" (
	"rule_id" text PRIMARY KEY NOT NULL,
	"memory" jsonb NOT NULL
);

--> statement-breakpoint
ALTER TABLE "rule_memory" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
DROP INDEX "alarm_rules_search";
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "wide" boolean;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "quantity" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "side" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "limit2" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "priority2" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "limit3" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "priority3" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "limit4" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "priority4" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "window_minutes" integer;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "gauge" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "band" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "stuck_minutes" integer;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "point_b" uuid;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "side_b" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "limit_b" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "point_c" uuid;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "side_c" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "limit_c" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "point_d" uuid;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "side_d" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "limit_d" double precision;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "at_least" integer;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "max_age_minutes" integer;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "expression" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "scheduled" boolean;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "from_time" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "to_time" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "weekdays" text[];
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "months" text[];
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "workdays" text;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "chatter_times" integer;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "chatter_minutes" integer;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "confirmed_alarms" integer;
--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "warning_level" double precision;
--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "guarantee_level" double precision;
--> statement-breakpoint
ALTER TABLE "alarm" ADD COLUMN "rule_sentence" jsonb;
--> statement-breakpoint
ALTER TABLE "alarm" ADD COLUMN "shelf" jsonb;
--> statement-breakpoint
ALTER TABLE "alarm" ADD COLUMN "suppressed_by" uuid;
--> statement-breakpoint
ALTER TABLE "alarm" ADD COLUMN "suppressed_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE INDEX "alarm_rules_point_b" ON "alarm_rules" USING btree ("point_b");
--> statement-breakpoint
CREATE INDEX "alarm_rules_point_c" ON "alarm_rules" USING btree ("point_c");
--> statement-breakpoint
CREATE INDEX "alarm_rules_point_d" ON "alarm_rules" USING btree ("point_d");
--> statement-breakpoint
CREATE INDEX "alarm_rules_search" ON "alarm_rules" USING gin (anlan_terms(coalesce("text_zh", '') || ' ' || coalesce("text_en", '') || ' ' || coalesce("quantity", '') || ' ' || coalesce("expression", '') || ' ' || coalesce("from_time", '') || ' ' || coalesce("to_time", '')));
--> statement-breakpoint
CREATE POLICY "rule_memory_with_session" ON "rule_memory" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
