CREATE TABLE "document_series" (
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_series_series_year_pk" PRIMARY KEY("series","year")
);

--> statement-breakpoint
ALTER TABLE "document_series" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "made_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document" text NOT NULL,
	"version" integer NOT NULL,
	"template_sha256" text NOT NULL,
	"series" text,
	"year" integer,
	"serial" integer,
	"number" text,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"filled" jsonb NOT NULL,
	"docx_file" uuid NOT NULL,
	"docx_sha256" text NOT NULL,
	"pdf_file" uuid,
	"pdf_sha256" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"voided_at" timestamp (3) with time zone,
	"voided_by" text,
	"voided_why" text,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "made_document" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "offline_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"next_sequence" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "offline_device" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "offline_write" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"kind" text NOT NULL,
	"type" text NOT NULL,
	"record_id" uuid NOT NULL,
	"base_version" integer,
	"base" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"state" text NOT NULL,
	"version" integer,
	"problem" jsonb,
	"conflict" jsonb
);

--> statement-breakpoint
ALTER TABLE "offline_write" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX "made_document_subject" ON "made_document" USING btree ("subject_kind","subject_id","made_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "made_document_number" ON "made_document" USING btree ("series","year","serial") WHERE series is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "offline_write_sequence" ON "offline_write" USING btree ("device_id","sequence");
--> statement-breakpoint
CREATE INDEX "offline_write_record" ON "offline_write" USING btree ("device_id","record_id");
--> statement-breakpoint
CREATE INDEX "offline_write_state" ON "offline_write" USING btree ("account_id","state");
--> statement-breakpoint
CREATE POLICY "document_series_with_session" ON "document_series" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "made_document_by_area" ON "made_document" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "offline_device_by_owner" ON "offline_device" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "offline_write_by_owner" ON "offline_write" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
