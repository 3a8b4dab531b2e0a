CREATE TABLE "enforcement_officers" (
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
	"certificate_no" text,
	"organisation" text,
	"certificate_from" date,
	"certificate_until" date,
	"issuer" text,
	"fields" text[],
	"status" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "enforcement_officers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX "enforcement_officers_area" ON "enforcement_officers" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "enforcement_officers_certificate_no_unique" ON "enforcement_officers" USING btree ("certificate_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enforcement_officers_updated" ON "enforcement_officers" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enforcement_officers_title" ON "enforcement_officers" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enforcement_officers_search" ON "enforcement_officers" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("certificate_no", '') || ' ' || coalesce("organisation", '') || ' ' || coalesce("issuer", '') || ' ' || coalesce("phone", '')));
--> statement-breakpoint
CREATE POLICY "enforcement_officers_by_area" ON "enforcement_officers" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_2', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_3', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_4', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_5', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_6', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_7', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" operator(public.>=|) (select current_setting('anlan.area_from_8', true)) and area_code collate "C" operator(public.<|) (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "enforcement_officers_shared" ON "enforcement_officers" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
