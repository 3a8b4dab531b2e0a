CREATE TABLE "alarm_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"text_zh" text,
	"text_en" text,
	"point" uuid,
	"kind" text,
	"priority" text,
	"limit" double precision,
	"hysteresis" double precision,
	"delay_seconds" integer,
	"silent_seconds" integer,
	"active" boolean
);

--> statement-breakpoint
ALTER TABLE "alarm_rules" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"station" uuid,
	"protocol" text,
	"device_key" text
);

--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"leader_name" text,
	"leader_phone" text,
	"officer_name" text,
	"officer_phone" text
);

--> statement-breakpoint
ALTER TABLE "duty_shifts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"credit_code" text,
	"industry" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"staff" integer,
	"principal" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "enterprises" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"device" uuid,
	"channel" text,
	"quantity" text,
	"unit" text,
	"decimals" integer,
	"range_min" double precision,
	"range_max" double precision
);

--> statement-breakpoint
ALTER TABLE "points" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"kind" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"pupils" integer,
	"contact" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "schools" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "shelters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"kind" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"capacity" integer,
	"keeper" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "shelters" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"kind" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"owner" text,
	"contact" text
);

--> statement-breakpoint
ALTER TABLE "stations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "warning_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"name" text,
	"channel" text,
	"address" text,
	"active" boolean
);

--> statement-breakpoint
ALTER TABLE "warning_recipients" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"state" text NOT NULL,
	"case_version" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"title" text,
	"event_code" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"place_text" text,
	"facts" text,
	"grade" text,
	"dead" integer,
	"missing" integer,
	"injured" integer,
	"alarm_id" text
);

--> statement-breakpoint
ALTER TABLE "incident" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "warning" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_why" text,
	"state" text NOT NULL,
	"case_version" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"headline_zh" text,
	"color" text,
	"event_code" text,
	"effective" timestamp (3) with time zone,
	"expires" timestamp (3) with time zone,
	"description_zh" text,
	"instruction_zh" text,
	"headline_en" text,
	"description_en" text,
	"instruction_en" text,
	"areas" text[],
	"shape" jsonb,
	"circle_center_lon" double precision,
	"circle_center_lat" double precision,
	"circle_radius_km" double precision,
	"incident" uuid,
	"supersedes" uuid,
	"published_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "warning" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"area_code" text NOT NULL,
	"password" text,
	"active" boolean DEFAULT true NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_account_unique" UNIQUE("account")
);

--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "alarm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"priority" text NOT NULL,
	"rule_id" uuid NOT NULL,
	"rule_version" integer NOT NULL,
	"point_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"station_name" text NOT NULL,
	"point_name" text NOT NULL,
	"unit" text NOT NULL,
	"area_code" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"text" jsonb NOT NULL,
	"value" double precision,
	"peak" double precision,
	"limit" double precision,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"returned_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text,
	"dismissed_reason" text,
	"incident_id" uuid,
	"occurrences" integer NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"lines" jsonb NOT NULL,
	"position" bigint NOT NULL
);

--> statement-breakpoint
ALTER TABLE "alarm" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "area" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"level" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"geometry" jsonb,
	"population" integer,
	"drawn_by_demo" boolean DEFAULT false NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "area" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "base_feature" (
	"layer_id" text NOT NULL,
	"position" integer NOT NULL,
	"geometry" jsonb NOT NULL,
	"properties" jsonb NOT NULL
);

--> statement-breakpoint
ALTER TABLE "base_feature" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "base_layer" (
	"id" text PRIMARY KEY NOT NULL,
	"label_zh" text NOT NULL,
	"label_en" text NOT NULL,
	"kind" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "base_layer" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "base_raster" (
	"id" text PRIMARY KEY NOT NULL,
	"west" double precision NOT NULL,
	"south" double precision NOT NULL,
	"cell_deg" double precision NOT NULL,
	"columns" integer NOT NULL,
	"rows" integer NOT NULL,
	"values" "bytea" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "base_raster" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "case_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_type" text NOT NULL,
	"case_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"note" text NOT NULL,
	"data" jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "case_line" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "deadline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"rule" jsonb NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"area_code" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"escalation" integer DEFAULT 0 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "deadline" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"recipient_name" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"payload" jsonb,
	"about_kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"state" text NOT NULL,
	"attempts" jsonb NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"area_code" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"data" jsonb NOT NULL
);

--> statement-breakpoint
ALTER TABLE "event" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "ingest_counter" (
	"name" text NOT NULL,
	"protocol" text NOT NULL,
	"reason" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "ingest_counter_name_protocol_reason_pk" PRIMARY KEY("name","protocol","reason")
);

--> statement-breakpoint
ALTER TABLE "ingest_counter" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "ingest_progress" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"position" bigint NOT NULL,
	"memory" jsonb
);

--> statement-breakpoint
ALTER TABLE "ingest_progress" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "invitation" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "journal" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"from_address" text NOT NULL,
	"area_code" text NOT NULL,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"why" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "journal" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "journal_head" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "journal_head" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "latest_observation" (
	"point_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"value" double precision NOT NULL,
	"quality" smallint NOT NULL,
	"device_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone NOT NULL,
	"evaluated_at" timestamp (3) with time zone,
	"heard_at" timestamp (3) with time zone,
	"area_code" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "latest_observation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "quarantined_device" (
	"device_key" text PRIMARY KEY NOT NULL,
	"protocol" text NOT NULL,
	"remote" text NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	"quantities" jsonb NOT NULL,
	"raw" text NOT NULL,
	"area_code" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "quarantined_device" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"from_address" text NOT NULL,
	"agent" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);

--> statement-breakpoint
ALTER TABLE "setting" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "base_feature" ADD CONSTRAINT "base_feature_layer_id_base_layer_id_fk" FOREIGN KEY ("layer_id") REFERENCES "public"."base_layer"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "alarm_rules_area" ON "alarm_rules" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "alarm_rules_point" ON "alarm_rules" USING btree ("point");
--> statement-breakpoint
CREATE INDEX "devices_area" ON "devices" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "devices_device_key_unique" ON "devices" USING btree ("device_key") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "devices_station" ON "devices" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "duty_shifts_area" ON "duty_shifts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "enterprises_area" ON "enterprises" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "enterprises_credit_code_unique" ON "enterprises" USING btree ("credit_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "points_area" ON "points" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "points_device" ON "points" USING btree ("device");
--> statement-breakpoint
CREATE INDEX "schools_area" ON "schools" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "shelters_area" ON "shelters" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "stations_area" ON "stations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warning_recipients_area" ON "warning_recipients" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "incident_area" ON "incident" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warning_area" ON "warning" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warning_incident" ON "warning" USING btree ("incident");
--> statement-breakpoint
CREATE INDEX "warning_supersedes" ON "warning" USING btree ("supersedes");
--> statement-breakpoint
CREATE INDEX "alarm_raised" ON "alarm" USING btree ("raised_at","id");
--> statement-breakpoint
CREATE INDEX "alarm_open" ON "alarm" USING btree ("raised_at") WHERE state <> 'normal';
--> statement-breakpoint
CREATE INDEX "alarm_point" ON "alarm" USING btree ("point_id","raised_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "base_feature_key" ON "base_feature" USING btree ("layer_id","position");
--> statement-breakpoint
CREATE INDEX "case_line_case" ON "case_line" USING btree ("case_type","case_id","at");
--> statement-breakpoint
CREATE INDEX "deadline_running" ON "deadline" USING btree ("due_at") WHERE state = 'running';
--> statement-breakpoint
CREATE INDEX "deadline_subject" ON "deadline" USING btree ("subject_kind","subject_id");
--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("next_attempt_at") WHERE next_attempt_at is not null;
--> statement-breakpoint
CREATE INDEX "delivery_about" ON "delivery" USING btree ("about_kind","about_id");
--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal" USING btree ("subject_kind","subject_id","position");
--> statement-breakpoint
CREATE INDEX "quarantined_device_last" ON "quarantined_device" USING btree ("last_at");
--> statement-breakpoint
CREATE POLICY "alarm_rules_by_area" ON "alarm_rules" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "devices_by_area" ON "devices" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "duty_shifts_by_area" ON "duty_shifts" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "enterprises_by_area" ON "enterprises" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "points_by_area" ON "points" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "schools_by_area" ON "schools" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "shelters_by_area" ON "shelters" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "stations_by_area" ON "stations" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "warning_recipients_by_area" ON "warning_recipients" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "incident_by_area" ON "incident" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "warning_by_area" ON "warning" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "account_by_area" ON "account" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "alarm_by_area" ON "alarm" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "area_with_session" ON "area" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "base_feature_with_session" ON "base_feature" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "base_layer_with_session" ON "base_layer" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "base_raster_with_session" ON "base_raster" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "case_line_by_area" ON "case_line" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "deadline_by_area" ON "deadline" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "delivery_by_area" ON "delivery" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "event_by_area" ON "event" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "ingest_counter_with_session" ON "ingest_counter" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "ingest_progress_with_session" ON "ingest_progress" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "invitation_with_session" ON "invitation" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "journal_by_area" ON "journal" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "journal_head_with_session" ON "journal_head" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "latest_observation_by_area" ON "latest_observation" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "quarantined_device_by_area" ON "quarantined_device" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "session_with_session" ON "session" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
--> statement-breakpoint
CREATE POLICY "setting_with_session" ON "setting" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
