CREATE TABLE "agreement_reserves" (
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
	"item" uuid,
	"callable_amount" double precision,
	"response_hours" double precision,
	"expires_on" date,
	"phone" text,
	"supplier" uuid,
	"agreement_no" text,
	"signed_on" date,
	"place_lon" double precision,
	"place_lat" double precision,
	"contact" text,
	"price" double precision,
	"lorries" integer,
	"checked_on" date,
	"terms" text
);

--> statement-breakpoint
ALTER TABLE "agreement_reserves" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "broadcast_terminals" (
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
	"people" integer,
	"condition" text,
	"tested_on" date,
	"resource_code" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"link" text,
	"platform" text,
	"power" double precision,
	"reach" double precision,
	"backup_power" boolean,
	"return_channel" boolean,
	"keeper" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "broadcast_terminals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "cameras" (
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
	"gb_code" text,
	"scene" text,
	"platform" text,
	"controllable" boolean,
	"owner" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"azimuth" integer,
	"mount_height" double precision,
	"view_distance" double precision,
	"infrared" boolean,
	"station" uuid,
	"enterprise" uuid,
	"maintainer" text,
	"maintainer_phone" text
);

--> statement-breakpoint
ALTER TABLE "cameras" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "capacity_reserves" (
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
	"item" uuid,
	"enterprise" uuid,
	"daily_output" double precision,
	"start_hours" double precision,
	"phone" text,
	"contact" text,
	"surge_output" double precision,
	"material_days" integer,
	"lines" integer,
	"agreement_no" text,
	"expires_on" date,
	"checked_on" date,
	"bottlenecks" text
);

--> statement-breakpoint
ALTER TABLE "capacity_reserves" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "care_homes" (
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
	"residents" integer,
	"immobile" integer,
	"night_staff" integer,
	"duty_phone" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"beds" integer,
	"staff" integer,
	"floors" integer,
	"fire_alarm_fitted" boolean,
	"fire_alarm_online" boolean,
	"backup_power" boolean,
	"fire_key_unit" uuid,
	"shelter" uuid,
	"contact" text,
	"phone" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "care_homes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "chemicals_vehicles" (
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
	"plate" text,
	"carrier" uuid,
	"kind" text,
	"classes" text[],
	"terminal" text,
	"permit_expires_on" date,
	"permit_no" text,
	"video_fitted" boolean,
	"load" double precision,
	"tank_volume" double precision,
	"goods" text,
	"inspection_due_on" date,
	"tank_inspection_due_on" date,
	"insured_until" date,
	"driver" text,
	"driver_phone" text,
	"escort" text,
	"escort_phone" text,
	"parking" text
);

--> statement-breakpoint
ALTER TABLE "chemicals_vehicles" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "dikes" (
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
	"river" text,
	"grade" text,
	"length" double precision,
	"warning_level" double precision,
	"guarantee_level" double precision,
	"line" jsonb,
	"bank" text,
	"alert_level" double precision,
	"crest_level" double precision,
	"highest_level" double precision,
	"datum" text,
	"station" uuid,
	"protected_people" integer,
	"protected_area" double precision,
	"weak_places" text,
	"responsible" text,
	"phone" text,
	"patrol_head" text,
	"patrol_phone" text
);

--> statement-breakpoint
ALTER TABLE "dikes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "disaster_reporters" (
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
	"post" text,
	"phone" text,
	"active" boolean,
	"trained_on" date,
	"position" text,
	"other_roles" text[],
	"id_number" text,
	"certificate_no" text,
	"appointed_on" date
);

--> statement-breakpoint
ALTER TABLE "disaster_reporters" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "education_sites" (
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
	"functions" text[],
	"visitors_per_day" integer,
	"opening_hours" text,
	"booking_phone" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"operator" text,
	"area" double precision,
	"opened_on" date,
	"free_of_charge" boolean,
	"contact" text,
	"phone" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "education_sites" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "entrusted_reserves" (
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
	"item" uuid,
	"amount" double precision,
	"enterprise" uuid,
	"next_rotation_on" date,
	"phone" text,
	"contact" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"response_hours" double precision,
	"rotation_months" integer,
	"contract_no" text,
	"starts_on" date,
	"expires_on" date,
	"yearly_fee" double precision,
	"checked_on" date,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "entrusted_reserves" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "equipment" (
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
	"amount" integer,
	"condition" text,
	"owner" text,
	"callable" boolean,
	"place_lon" double precision,
	"place_lat" double precision,
	"model" text,
	"performance" text,
	"team" uuid,
	"warehouse" uuid,
	"operators" text,
	"keeper" text,
	"phone" text,
	"checked_on" date,
	"next_check_on" date,
	"calibration_due_on" date
);

--> statement-breakpoint
ALTER TABLE "equipment" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "evacuation_points" (
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
	"service_area" text,
	"capacity" integer,
	"shelter" uuid,
	"keeper" text,
	"phone" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"area" double precision,
	"hazards" text[],
	"flood_safe" boolean,
	"signed" boolean,
	"map_posted" boolean,
	"route" text
);

--> statement-breakpoint
ALTER TABLE "evacuation_points" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "experts" (
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
	"specialties" text[],
	"unit" text,
	"rank" text,
	"phone" text,
	"available" boolean,
	"tasks" text[],
	"qualification" text,
	"conflicts" text,
	"appointed_on" date,
	"appointed_until" date,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "experts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "fire_key_units" (
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
	"capacity" integer,
	"control_room_phone" text,
	"lane_clear" boolean,
	"next_drill_on" date,
	"place_lon" double precision,
	"place_lat" double precision,
	"enterprise" uuid,
	"device" uuid,
	"floor_area" double precision,
	"height" double precision,
	"floors_above" integer,
	"floors_below" integer,
	"systems" text[],
	"water_source" text,
	"responsible" text,
	"responsible_phone" text,
	"manager" text,
	"manager_phone" text,
	"drilled_on" date,
	"risks" text
);

--> statement-breakpoint
ALTER TABLE "fire_key_units" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "forest_lots" (
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
	"tenure" text,
	"area" double precision,
	"is_key" boolean,
	"ranger" text,
	"phone" text,
	"extent" jsonb,
	"chief" text,
	"chief_phone" text,
	"species" text,
	"purpose" text,
	"graves" integer,
	"checkpoints" text,
	"fire_break" double precision,
	"road" text,
	"water" text,
	"station" uuid,
	"camera" uuid,
	"burned_on" date,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "forest_lots" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "gas_users" (
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
	"supply" text,
	"alarm_fitted" boolean,
	"alarm_online" boolean,
	"next_visit_on" date,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"supplier" uuid,
	"account_no" text,
	"device" uuid,
	"alarm_expires_on" date,
	"shut_off_fitted" boolean,
	"bottle_count" integer,
	"conversion" text,
	"visited_on" date,
	"visit_result" text,
	"contact" text,
	"phone" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "gas_users" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "hazardous_operations" (
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
	"enterprise" uuid,
	"kind" text,
	"permit_grade" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"permit_no" text,
	"part" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"major_hazard" uuid,
	"leader" text,
	"leader_phone" text,
	"guardian" text,
	"guardian_phone" text,
	"contracted" boolean,
	"contractor" text,
	"analysed_at" timestamp (3) with time zone,
	"analysis_result" text,
	"approver" text,
	"measures" text
);

--> statement-breakpoint
ALTER TABLE "hazardous_operations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "hospitals" (
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
	"grade" text,
	"beds" integer,
	"ambulances" integer,
	"duty_phone" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"icu_beds" integer,
	"inpatients" integer,
	"abilities" text[],
	"helipad" boolean,
	"backup_power_hours" double precision,
	"liquid_oxygen" boolean,
	"contact" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "hospitals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "household_reserves" (
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
	"households" integer,
	"prepared" integer,
	"surveyed_on" date,
	"contents" text[],
	"promoted_on" date,
	"surveyor" text,
	"phone" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "household_reserves" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "law_texts" (
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
	"number" text,
	"effective_on" date,
	"repealed_on" date,
	"issuer" text,
	"adopted_on" date,
	"predecessor" uuid,
	"topics" text[],
	"verified" boolean,
	"source" text,
	"key_clauses" text
);

--> statement-breakpoint
ALTER TABLE "law_texts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "liability_policies" (
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
	"policy_no" text,
	"enterprise" uuid,
	"insurer" text,
	"ends_on" date,
	"insured_people" integer,
	"limit_per_person" double precision,
	"starts_on" date,
	"compulsory_field" text,
	"total_limit" double precision,
	"premium" double precision,
	"service_provider" text,
	"served_on" date,
	"services" text,
	"contact" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "liability_policies" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "lifting_gear" (
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
	"stage" text,
	"project" text,
	"record_no" text,
	"next_maintenance_on" date,
	"place_lon" double precision,
	"place_lat" double precision,
	"owner" text,
	"enterprise" uuid,
	"model" text,
	"factory_no" text,
	"made_on" date,
	"retire_on" date,
	"installer" text,
	"installer_licence" text,
	"install_notice_on" date,
	"tested_on" date,
	"accepted_on" date,
	"use_registration_no" text,
	"maintainer" text,
	"maintained_on" date,
	"dismantle_notice_on" date,
	"site_manager" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "lifting_gear" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "major_hazards" (
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
	"enterprise" uuid,
	"grade" text,
	"r_value" double precision,
	"unit_kind" text,
	"registration_code" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"alpha" text,
	"exposed_people" integer,
	"chemicals" text,
	"principal_guarantor" text,
	"principal_phone" text,
	"technical_guarantor" text,
	"technical_phone" text,
	"operation_guarantor" text,
	"operation_phone" text,
	"assessed_on" date,
	"next_assessment_on" date,
	"filing_no" text,
	"filed_on" date,
	"monitored" boolean,
	"video_fitted" boolean,
	"emergency_shutdown" boolean,
	"safety_instrumented" boolean
);

--> statement-breakpoint
ALTER TABLE "major_hazards" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "micro_fire_stations" (
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
	"members" integer,
	"duty_phone" text,
	"leader" text,
	"phone" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"host" text,
	"fire_key_unit" uuid,
	"coverage" text,
	"vehicles" integer,
	"equipment" text,
	"drilled_on" date,
	"trained_on" date
);

--> statement-breakpoint
ALTER TABLE "micro_fire_stations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "plans" (
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
	"compiler" text,
	"edition" text,
	"issued_on" date,
	"next_evaluation_on" date,
	"event_code" text,
	"enterprise" uuid,
	"issue_no" text,
	"reviewed_on" date,
	"published_on" date,
	"filed_on" date,
	"filed_with" text,
	"filing_no" text,
	"drilled_on" date,
	"next_drill_on" date,
	"owner" text,
	"phone" text,
	"is_public" boolean,
	"start_conditions" text
);

--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "posts" (
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
	"organisation" text,
	"level" text,
	"holder_a" text,
	"phone_a" text,
	"holder_b" text,
	"phone_b" text,
	"office_phone" text,
	"domains" text[],
	"held_since" date,
	"duties" text
);

--> statement-breakpoint
ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "pump_stations" (
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
	"flow" double precision,
	"condition" text,
	"duty_phone" text,
	"start_level" double precision,
	"place_lon" double precision,
	"place_lat" double precision,
	"stop_level" double precision,
	"pumps" integer,
	"power" double precision,
	"backup_power" boolean,
	"outlet" text,
	"drained_area" double precision,
	"station" uuid,
	"owner" text,
	"keeper" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "pump_stations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "rescue_team_members" (
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
	"team" uuid,
	"position" text,
	"phone" text,
	"available" boolean,
	"skills" text[],
	"certificate" text,
	"certificate_expires_on" date,
	"joined_on" date,
	"trained_on" date,
	"insured_until" date
);

--> statement-breakpoint
ALTER TABLE "rescue_team_members" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "rescue_teams" (
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
	"readiness" text,
	"members" integer,
	"duty_phone" text,
	"skills" text[],
	"place_lon" double precision,
	"place_lat" double precision,
	"leader" text,
	"phone" text,
	"organiser" text,
	"enterprise" uuid,
	"grade" text,
	"assembly_minutes" integer,
	"response_radius" double precision,
	"qualification" text,
	"insured_until" date,
	"drilled_on" date,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "rescue_teams" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "reservoirs" (
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
	"scale" text,
	"storage" double precision,
	"flood_limit_level" double precision,
	"defective" boolean,
	"downstream_people" integer,
	"place_lon" double precision,
	"place_lat" double precision,
	"river" text,
	"datum" text,
	"normal_level" double precision,
	"design_flood_level" double precision,
	"check_flood_level" double precision,
	"crest_level" double precision,
	"highest_level" double precision,
	"dam_kind" text,
	"dam_height" double precision,
	"station" uuid,
	"administrative_head" text,
	"administrative_phone" text,
	"technical_head" text,
	"technical_phone" text,
	"patrol_head" text,
	"patrol_phone" text,
	"downstream" text
);

--> statement-breakpoint
ALTER TABLE "reservoirs" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "response_vehicles" (
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
	"plate" text,
	"kind" text,
	"owner" text,
	"readiness" text,
	"seats" integer,
	"load" double precision,
	"place_lon" double precision,
	"place_lat" double precision,
	"team" uuid,
	"onboard_equipment" text,
	"wading_depth" double precision,
	"driver" text,
	"phone" text,
	"terminal" text,
	"inspection_due_on" date,
	"insured_until" date
);

--> statement-breakpoint
ALTER TABLE "response_vehicles" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "safety_expenses" (
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
	"purpose" text,
	"enterprise" uuid,
	"kind" text,
	"amount" double precision,
	"booked_on" date,
	"year" text,
	"basis" text,
	"voucher_no" text,
	"checked_on" date,
	"finding" text
);

--> statement-breakpoint
ALTER TABLE "safety_expenses" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "scenic_sites" (
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
	"grade" text,
	"capacity_at_once" integer,
	"capacity_per_day" integer,
	"duty_phone" text,
	"operation" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"area" double precision,
	"dangers" text[],
	"enterprise" uuid,
	"shelter" uuid,
	"contact" text,
	"phone" text,
	"drilled_on" date,
	"exits" text
);

--> statement-breakpoint
ALTER TABLE "scenic_sites" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "service_contracts" (
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
	"provider" text,
	"amount" double precision,
	"ends_on" date,
	"acceptance" text,
	"contract_no" text,
	"buyer" text,
	"enterprise" uuid,
	"procurement" text,
	"signed_on" date,
	"starts_on" date,
	"accepted_on" date,
	"qualification" text,
	"scope" text,
	"contact" text,
	"phone" text
);

--> statement-breakpoint
ALTER TABLE "service_contracts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "special_equipment" (
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
	"user" text,
	"next_inspection_on" date,
	"usage" text,
	"has_hidden_hazard" boolean,
	"registration_no" text,
	"enterprise" uuid,
	"place_lon" double precision,
	"place_lat" double precision,
	"location" text,
	"maker" text,
	"factory_no" text,
	"used_since" date,
	"inspected_on" date,
	"inspector" text,
	"maintainer" text,
	"safety_manager" text,
	"phone" text,
	"assigned_on" date,
	"ledger_no" text,
	"cleared_on" date,
	"circular_no" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "special_equipment" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_batches" (
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
	"batch_no" text,
	"item" uuid,
	"warehouse" uuid,
	"amount" double precision,
	"expires_on" date,
	"condition" text,
	"position" text,
	"made_on" date,
	"received_on" date,
	"source" text,
	"supplier" text,
	"order_no" text,
	"unit_price" double precision,
	"counted_on" date,
	"checked_on" date,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "stock_batches" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "supply_items" (
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
	"major_class" text,
	"unit" text,
	"standard_code" text,
	"least_stock" double precision,
	"shelf_life_months" integer,
	"most_stock" double precision,
	"specification" text,
	"importance" text,
	"packing" text,
	"storage" text
);

--> statement-breakpoint
ALTER TABLE "supply_items" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "typical_cases" (
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
	"happened_on" date,
	"locality" text,
	"grade" text,
	"dead" integer,
	"injured" integer,
	"direct_loss" double precision,
	"event_code" text,
	"course" text,
	"causes" text,
	"lessons" text,
	"incident" uuid,
	"source" text,
	"is_public" boolean
);

--> statement-breakpoint
ALTER TABLE "typical_cases" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "unsafe_bridges" (
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
	"road" text,
	"technical_class" text,
	"closed" boolean,
	"load_limit" double precision,
	"stage" text,
	"due_on" date,
	"finished_on" date,
	"place_lon" double precision,
	"place_lat" double precision,
	"crossing" text,
	"length" double precision,
	"width" double precision,
	"built_in" text,
	"signed" boolean,
	"assessed_on" date,
	"defects" text,
	"detour" text,
	"owner" text,
	"responsible" text,
	"responsible_phone" text
);

--> statement-breakpoint
ALTER TABLE "unsafe_bridges" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "unsafe_houses" (
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
	"house_no" text,
	"grade" text,
	"people" integer,
	"moved_out" boolean,
	"remedy" text,
	"due_on" date,
	"finished_on" date,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"householder" text,
	"householder_phone" text,
	"kind" text,
	"structure" text,
	"built_in" text,
	"floors" integer,
	"floor_area" double precision,
	"danger" text,
	"assessed_on" date,
	"assessor" text,
	"responsible" text,
	"responsible_phone" text
);

--> statement-breakpoint
ALTER TABLE "unsafe_houses" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "volunteers" (
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
	"organisation" text,
	"available" boolean,
	"skills" text[],
	"phone" text,
	"trained_on" date,
	"volunteer_no" text,
	"team" uuid,
	"insured_until" date
);

--> statement-breakpoint
ALTER TABLE "volunteers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "warehouses" (
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
	"level" text,
	"kind" text,
	"duty_phone" text,
	"keeper" text,
	"phone" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"operator" text,
	"deputy" text,
	"deputy_phone" text,
	"area" double precision,
	"volume" double precision,
	"lorry_access" text,
	"loading" text,
	"flood_safe" boolean,
	"backup_power" boolean
);

--> statement-breakpoint
ALTER TABLE "warehouses" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "waste_entries" (
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
	"entry_no" text,
	"enterprise" uuid,
	"stage" text,
	"happened_on" date,
	"waste_name" text,
	"amount" double precision,
	"waste_code" text,
	"hazards" text[],
	"identification" text,
	"container" text,
	"storage" text,
	"counterparty" text,
	"counterparty_permit" text,
	"manifest_no" text,
	"vehicle" uuid,
	"handler" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "waste_entries" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "waterlogging_spots" (
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
	"closure_depth" double precision,
	"responsible" text,
	"phone" text,
	"treated" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"deepest" double precision,
	"flooded_on" date,
	"affected_people" integer,
	"cause" text,
	"station" uuid,
	"pump_station" uuid,
	"camera" uuid,
	"barrier_fitted" boolean,
	"depth_marked" boolean,
	"measures" text
);

--> statement-breakpoint
ALTER TABLE "waterlogging_spots" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "journal_anchor" (
	"number" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"county" text NOT NULL,
	"day" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"previous" text NOT NULL,
	"statement" text NOT NULL,
	"algorithm" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "journal_anchor" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "risk_level" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "operation" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "address" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "safety_manager" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "safety_phone" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "duty_phone" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "regulator" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "insurance_field" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "standardisation" text;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "note" text;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "staff" integer;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "boarders" integer;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "duty_phone" text;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "address" text;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "school_buses" integer;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "safeguards" text[];
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "has_chemicals" boolean;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "near_water" boolean;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "shelter" uuid;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "note" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "stay" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "level" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "ground" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "site_kind" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "area" double precision;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "effective_area" double precision;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "entrances" integer;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "hazards" text[];
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "flood_safe" boolean;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "earthquake_safe" boolean;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "wheelchair_access" boolean;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "facilities" text[];
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "operator" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "duty_phone" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "deputy" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "deputy_phone" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "key_holder" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "key_phone" text;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "note" text;
--> statement-breakpoint
CREATE INDEX "agreement_reserves_area" ON "agreement_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "agreement_reserves_item" ON "agreement_reserves" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "agreement_reserves_supplier" ON "agreement_reserves" USING btree ("supplier");
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_area" ON "broadcast_terminals" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "broadcast_terminals_resource_code_unique" ON "broadcast_terminals" USING btree ("resource_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_area" ON "cameras" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "cameras_gb_code_unique" ON "cameras" USING btree ("gb_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_station" ON "cameras" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "cameras_enterprise" ON "cameras" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "capacity_reserves_area" ON "capacity_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "capacity_reserves_item" ON "capacity_reserves" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "capacity_reserves_enterprise" ON "capacity_reserves" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "care_homes_area" ON "care_homes" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "care_homes_fire_key_unit" ON "care_homes" USING btree ("fire_key_unit");
--> statement-breakpoint
CREATE INDEX "care_homes_shelter" ON "care_homes" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_area" ON "chemicals_vehicles" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "chemicals_vehicles_plate_unique" ON "chemicals_vehicles" USING btree ("plate") WHERE removed_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "chemicals_vehicles_terminal_unique" ON "chemicals_vehicles" USING btree ("terminal") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_carrier" ON "chemicals_vehicles" USING btree ("carrier");
--> statement-breakpoint
CREATE INDEX "dikes_area" ON "dikes" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "dikes_station" ON "dikes" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "disaster_reporters_area" ON "disaster_reporters" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "education_sites_area" ON "education_sites" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_area" ON "entrusted_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_item" ON "entrusted_reserves" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_enterprise" ON "entrusted_reserves" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "equipment_area" ON "equipment" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "equipment_team" ON "equipment" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "equipment_warehouse" ON "equipment" USING btree ("warehouse");
--> statement-breakpoint
CREATE INDEX "evacuation_points_area" ON "evacuation_points" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "evacuation_points_shelter" ON "evacuation_points" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "experts_area" ON "experts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "fire_key_units_area" ON "fire_key_units" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "fire_key_units_enterprise" ON "fire_key_units" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "fire_key_units_device" ON "fire_key_units" USING btree ("device");
--> statement-breakpoint
CREATE INDEX "forest_lots_area" ON "forest_lots" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "forest_lots_station" ON "forest_lots" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "forest_lots_camera" ON "forest_lots" USING btree ("camera");
--> statement-breakpoint
CREATE INDEX "gas_users_area" ON "gas_users" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "gas_users_supplier" ON "gas_users" USING btree ("supplier");
--> statement-breakpoint
CREATE INDEX "gas_users_device" ON "gas_users" USING btree ("device");
--> statement-breakpoint
CREATE INDEX "hazardous_operations_area" ON "hazardous_operations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "hazardous_operations_enterprise" ON "hazardous_operations" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "hazardous_operations_major_hazard" ON "hazardous_operations" USING btree ("major_hazard");
--> statement-breakpoint
CREATE INDEX "hospitals_area" ON "hospitals" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "household_reserves_area" ON "household_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "law_texts_area" ON "law_texts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "law_texts_predecessor" ON "law_texts" USING btree ("predecessor");
--> statement-breakpoint
CREATE INDEX "liability_policies_area" ON "liability_policies" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "liability_policies_policy_no_unique" ON "liability_policies" USING btree ("policy_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "liability_policies_enterprise" ON "liability_policies" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "lifting_gear_area" ON "lifting_gear" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "lifting_gear_record_no_unique" ON "lifting_gear" USING btree ("record_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "lifting_gear_enterprise" ON "lifting_gear" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "major_hazards_area" ON "major_hazards" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "major_hazards_registration_code_unique" ON "major_hazards" USING btree ("registration_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "major_hazards_enterprise" ON "major_hazards" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_area" ON "micro_fire_stations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_fire_key_unit" ON "micro_fire_stations" USING btree ("fire_key_unit");
--> statement-breakpoint
CREATE INDEX "plans_area" ON "plans" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "plans_enterprise" ON "plans" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "posts_area" ON "posts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "pump_stations_area" ON "pump_stations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "pump_stations_station" ON "pump_stations" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "rescue_team_members_area" ON "rescue_team_members" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "rescue_team_members_team" ON "rescue_team_members" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "rescue_teams_area" ON "rescue_teams" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "rescue_teams_enterprise" ON "rescue_teams" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "reservoirs_area" ON "reservoirs" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "reservoirs_station" ON "reservoirs" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "response_vehicles_area" ON "response_vehicles" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "response_vehicles_plate_unique" ON "response_vehicles" USING btree ("plate") WHERE removed_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "response_vehicles_terminal_unique" ON "response_vehicles" USING btree ("terminal") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "response_vehicles_team" ON "response_vehicles" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "safety_expenses_area" ON "safety_expenses" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "safety_expenses_enterprise" ON "safety_expenses" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "scenic_sites_area" ON "scenic_sites" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "scenic_sites_enterprise" ON "scenic_sites" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "scenic_sites_shelter" ON "scenic_sites" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "service_contracts_area" ON "service_contracts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "service_contracts_enterprise" ON "service_contracts" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "special_equipment_area" ON "special_equipment" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "special_equipment_registration_no_unique" ON "special_equipment" USING btree ("registration_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "special_equipment_enterprise" ON "special_equipment" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "stock_batches_area" ON "stock_batches" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "stock_batches_item" ON "stock_batches" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "stock_batches_warehouse" ON "stock_batches" USING btree ("warehouse");
--> statement-breakpoint
CREATE INDEX "supply_items_area" ON "supply_items" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "supply_items_name_unique" ON "supply_items" USING btree ("name") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "typical_cases_area" ON "typical_cases" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "typical_cases_incident" ON "typical_cases" USING btree ("incident");
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_area" ON "unsafe_bridges" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "unsafe_houses_area" ON "unsafe_houses" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "volunteers_area" ON "volunteers" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "volunteers_volunteer_no_unique" ON "volunteers" USING btree ("volunteer_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "volunteers_team" ON "volunteers" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "warehouses_area" ON "warehouses" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "waste_entries_area" ON "waste_entries" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "waste_entries_enterprise" ON "waste_entries" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "waste_entries_vehicle" ON "waste_entries" USING btree ("vehicle");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_area" ON "waterlogging_spots" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_station" ON "waterlogging_spots" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_pump_station" ON "waterlogging_spots" USING btree ("pump_station");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_camera" ON "waterlogging_spots" USING btree ("camera");
--> statement-breakpoint
CREATE UNIQUE INDEX "journal_anchor_daily" ON "journal_anchor" USING btree ("day") WHERE kind = 'daily';
--> statement-breakpoint
CREATE INDEX "schools_shelter" ON "schools" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "journal_actor" ON "journal" USING btree ("actor_id","position");
--> statement-breakpoint
CREATE INDEX "journal_at" ON "journal" USING btree ("at");
--> statement-breakpoint
CREATE POLICY "agreement_reserves_by_area" ON "agreement_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "broadcast_terminals_by_area" ON "broadcast_terminals" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "cameras_by_area" ON "cameras" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "capacity_reserves_by_area" ON "capacity_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "care_homes_by_area" ON "care_homes" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "chemicals_vehicles_by_area" ON "chemicals_vehicles" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "dikes_by_area" ON "dikes" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "disaster_reporters_by_area" ON "disaster_reporters" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "education_sites_by_area" ON "education_sites" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "entrusted_reserves_by_area" ON "entrusted_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "equipment_by_area" ON "equipment" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "evacuation_points_by_area" ON "evacuation_points" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "experts_by_area" ON "experts" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "fire_key_units_by_area" ON "fire_key_units" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "forest_lots_by_area" ON "forest_lots" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "gas_users_by_area" ON "gas_users" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "hazardous_operations_by_area" ON "hazardous_operations" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "hospitals_by_area" ON "hospitals" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "household_reserves_by_area" ON "household_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "law_texts_by_area" ON "law_texts" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "liability_policies_by_area" ON "liability_policies" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "lifting_gear_by_area" ON "lifting_gear" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "major_hazards_by_area" ON "major_hazards" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "micro_fire_stations_by_area" ON "micro_fire_stations" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "plans_by_area" ON "plans" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "posts_by_area" ON "posts" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "pump_stations_by_area" ON "pump_stations" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "rescue_team_members_by_area" ON "rescue_team_members" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "rescue_teams_by_area" ON "rescue_teams" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "reservoirs_by_area" ON "reservoirs" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "response_vehicles_by_area" ON "response_vehicles" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "safety_expenses_by_area" ON "safety_expenses" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "scenic_sites_by_area" ON "scenic_sites" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "service_contracts_by_area" ON "service_contracts" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "special_equipment_by_area" ON "special_equipment" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "stock_batches_by_area" ON "stock_batches" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "supply_items_by_area" ON "supply_items" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "typical_cases_by_area" ON "typical_cases" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "unsafe_bridges_by_area" ON "unsafe_bridges" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "unsafe_houses_by_area" ON "unsafe_houses" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "volunteers_by_area" ON "volunteers" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "warehouses_by_area" ON "warehouses" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "waste_entries_by_area" ON "waste_entries" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "waterlogging_spots_by_area" ON "waterlogging_spots" AS PERMISSIVE FOR ALL TO "anlan_app" USING (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true)) WITH CHECK (area_code collate "C" >= current_setting('anlan.area_from', true) and area_code collate "C" < current_setting('anlan.area_to', true));
--> statement-breakpoint
CREATE POLICY "journal_anchor_with_session" ON "journal_anchor" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce(current_setting('anlan.area_from', true), '') <> '') WITH CHECK (coalesce(current_setting('anlan.area_from', true), '') <> '');
