CREATE TABLE "device_command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"command" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"state" text NOT NULL,
	"requested_by" uuid,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"answer" jsonb,
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "device_command" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "device_credential" (
	"device_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "device_credential" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
DROP INDEX "devices_search";
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "proof" text;
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "account" text;
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "fingerprint" text;
--> statement-breakpoint
CREATE INDEX "device_command_device" ON "device_command" USING btree ("device_id","requested_at");
--> statement-breakpoint
CREATE INDEX "device_command_state" ON "device_command" USING btree ("state");
--> statement-breakpoint
CREATE INDEX "devices_search" ON "devices" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("device_key", '') || ' ' || coalesce("account", '') || ' ' || coalesce("fingerprint", '')));
--> statement-breakpoint
CREATE POLICY "device_command_by_area" ON "device_command" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "device_credential_by_area" ON "device_credential" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
