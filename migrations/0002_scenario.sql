CREATE TABLE "scenario" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"model" text NOT NULL,
	"version" text,
	"inputs" jsonb NOT NULL,
	"origins" jsonb NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"state" text NOT NULL,
	"progress" double precision NOT NULL,
	"stage" jsonb,
	"answer" jsonb,
	"fault" jsonb,
	"demo" boolean NOT NULL,
	"exercise" boolean NOT NULL,
	"made_by" text NOT NULL,
	"account_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "scenario" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "scenario_frame" (
	"scenario_id" uuid NOT NULL,
	"at_s" double precision NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"features" jsonb NOT NULL,
	CONSTRAINT "scenario_frame_scenario_id_at_s_pk" PRIMARY KEY("scenario_id","at_s")
);

--> statement-breakpoint
ALTER TABLE "scenario_frame" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "scenario_frame" ADD CONSTRAINT "scenario_frame_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "scenario_latest" ON "scenario" USING btree ("created_at","id");
--> statement-breakpoint
CREATE INDEX "scenario_subject" ON "scenario" USING btree ("subject_kind","subject_id");
--> statement-breakpoint
CREATE POLICY "scenario_by_area" ON "scenario" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "scenario_frame_by_area" ON "scenario_frame" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
