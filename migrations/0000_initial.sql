CREATE TABLE "agreement_reserves" (
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
CREATE TABLE "alarm_rules" (
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
CREATE TABLE "broadcast_terminals" (
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
CREATE TABLE "devices" (
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
	"station" uuid,
	"protocol" text,
	"device_key" text
);

--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "dictionary_entries" (
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
	"dictionary" text,
	"code" text,
	"zh" text,
	"en" text,
	"parent" text,
	"valid_from" date,
	"valid_to" date,
	"source" text
);

--> statement-breakpoint
ALTER TABLE "dictionary_entries" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "dikes" (
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
CREATE TABLE "duty_shifts" (
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
CREATE TABLE "education_sites" (
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
CREATE TABLE "enterprises" (
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
	"credit_code" text,
	"industry" text,
	"risk_level" text,
	"staff" integer,
	"operation" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"address" text,
	"principal" text,
	"phone" text,
	"safety_manager" text,
	"safety_phone" text,
	"duty_phone" text,
	"regulator" text,
	"insurance_field" text,
	"standardisation" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "enterprises" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "entrusted_reserves" (
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
CREATE TABLE "points" (
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
CREATE TABLE "posts" (
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
CREATE TABLE "schools" (
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
	"kind" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"pupils" integer,
	"contact" text,
	"phone" text,
	"staff" integer,
	"boarders" integer,
	"duty_phone" text,
	"address" text,
	"school_buses" integer,
	"safeguards" text[],
	"has_chemicals" boolean,
	"near_water" boolean,
	"shelter" uuid,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "schools" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "service_contracts" (
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
CREATE TABLE "shelters" (
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
	"kind" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"capacity" integer,
	"keeper" text,
	"phone" text,
	"stay" text,
	"level" text,
	"ground" text,
	"site_kind" text,
	"area" double precision,
	"effective_area" double precision,
	"entrances" integer,
	"hazards" text[],
	"flood_safe" boolean,
	"earthquake_safe" boolean,
	"wheelchair_access" boolean,
	"facilities" text[],
	"operator" text,
	"duty_phone" text,
	"deputy" text,
	"deputy_phone" text,
	"key_holder" text,
	"key_phone" text,
	"note" text
);

--> statement-breakpoint
ALTER TABLE "shelters" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "special_equipment" (
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
CREATE TABLE "stations" (
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
	"kind" text,
	"place_lon" double precision,
	"place_lat" double precision,
	"owner" text,
	"contact" text
);

--> statement-breakpoint
ALTER TABLE "stations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_batches" (
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
CREATE TABLE "warning_recipients" (
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
	"channel" text,
	"address" text,
	"active" boolean
);

--> statement-breakpoint
ALTER TABLE "warning_recipients" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "waste_entries" (
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
CREATE TABLE "hidden_hazard" (
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
	"state" text NOT NULL,
	"case_version" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"title" text,
	"grade" text,
	"unit_name" text,
	"rectify_by" date,
	"category" text,
	"source" text,
	"enterprise" uuid,
	"place_lon" double precision,
	"place_lat" double precision,
	"place_text" text,
	"facts" text,
	"basis" text,
	"criterion" boolean,
	"must_stop" boolean,
	"outside_cause" boolean,
	"cause" text,
	"harm" text,
	"order_number" text,
	"plan_goals" text,
	"plan_measures" text,
	"plan_funds" double precision,
	"plan_responsible" text,
	"plan_emergency" text,
	"rectified" text,
	"extend_to" date,
	"extension_reason" text,
	"acceptance_opinion" text,
	"supervising_unit" text,
	"supervise_by" date,
	"officer_certificate" text,
	"second_officer" text,
	"second_certificate" text
);

--> statement-breakpoint
ALTER TABLE "hidden_hazard" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "incident" (
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
CREATE TABLE "penalty_ordinary" (
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
	"state" text NOT NULL,
	"case_version" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"title" text,
	"party_name" text,
	"party_kind" text,
	"fine_yuan" integer,
	"decision_number" text,
	"decided_fine_yuan" integer,
	"enterprise" uuid,
	"hidden_hazard" uuid,
	"source" text,
	"violation_ended_on" date,
	"harms_life" boolean,
	"facts" text,
	"violated" text,
	"penalty_basis" text,
	"discretion" text,
	"evidence" text,
	"preserved_items" text,
	"preservation_outcome" text,
	"penalty_kinds" text[],
	"hearing_due" boolean,
	"is_complex" boolean,
	"is_public_interest" boolean,
	"statement" text,
	"hearing_at" timestamp (3) with time zone,
	"hearing_place" text,
	"hearing_record" text,
	"review_opinion" text,
	"discussion" text,
	"decision_reason" text,
	"extend_to" date,
	"service_way" text,
	"instalments_until" date,
	"paid_yuan" integer,
	"late_fee_yuan" integer,
	"executed" text,
	"officer_certificate" text,
	"second_officer" text,
	"second_certificate" text
);

--> statement-breakpoint
ALTER TABLE "penalty_ordinary" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "plan_filing" (
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
	"state" text NOT NULL,
	"case_version" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"title" text,
	"owner" text,
	"kind" text,
	"compiler" text,
	"edition" text,
	"filing_number" text,
	"plan" uuid,
	"enterprise" uuid,
	"supersedes" uuid,
	"risk_assessment" text,
	"resources" text,
	"outline" text,
	"review_way" text,
	"reviewers" text,
	"review_opinion" text,
	"signed_by" text,
	"issue_number" text,
	"published_on" date,
	"filed_with" text,
	"missing" text,
	"evaluation_result" text,
	"evaluation_opinion" text,
	"revision_trigger" text
);

--> statement-breakpoint
ALTER TABLE "plan_filing" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "warning" (
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
CREATE TABLE "access_step" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"data" jsonb NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "access_step" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"grants" jsonb NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"password" text,
	"active" boolean DEFAULT true NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sso_subject" text,
	CONSTRAINT "account_account_unique" UNIQUE("account"),
	CONSTRAINT "account_sso_subject_unique" UNIQUE("sso_subject")
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
	"area_code" text collate "C" NOT NULL,
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
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"start" text NOT NULL,
	"scopes" text[] NOT NULL,
	"within_area" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);

--> statement-breakpoint
ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY;
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
	"area_code" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"note" text NOT NULL,
	"data" jsonb NOT NULL,
	"state" text,
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
	"area_code" text collate "C" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"first_due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"paused_ms" bigint DEFAULT 0 NOT NULL,
	"extended_to" timestamp (3) with time zone,
	"extensions" integer DEFAULT 0 NOT NULL,
	"calendar_verified" boolean DEFAULT true NOT NULL,
	"next_step_at" timestamp (3) with time zone,
	"escalation" integer DEFAULT 0 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "deadline" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_account_id" uuid NOT NULL,
	"to_account_id" uuid NOT NULL,
	"grants" jsonb NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"why" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "delegation" ENABLE ROW LEVEL SECURITY;
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
	"area_code" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"attempts" jsonb NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "document_series" (
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_series_series_year_pk" PRIMARY KEY("series","year")
);

--> statement-breakpoint
ALTER TABLE "document_series" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"area_code" text collate "C" NOT NULL,
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
CREATE TABLE "file_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"evidence" jsonb,
	"shrunk_from" text,
	"note" text NOT NULL,
	"origin" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" text,
	"removed_why" text
);

--> statement-breakpoint
ALTER TABLE "file_link" ENABLE ROW LEVEL SECURITY;
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
	"area_code" text collate "C" NOT NULL,
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
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "latest_observation" ENABLE ROW LEVEL SECURITY;
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
	"area_code" text collate "C" NOT NULL,
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
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"area_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"host" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"account_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "person_account_id_unique" UNIQUE("account_id")
);

--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"duties" text DEFAULT '' NOT NULL,
	"grants" jsonb NOT NULL,
	"superior_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "post" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "post_holder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"seat" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone
);

--> statement-breakpoint
ALTER TABLE "post_holder" ENABLE ROW LEVEL SECURITY;
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
	"area_code" text collate "C" NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "quarantined_device" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL
);

--> statement-breakpoint
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"account_id" uuid NOT NULL,
	"area_code" text collate "C",
	"role" text,
	"name" text NOT NULL,
	"owner" text NOT NULL,
	"state" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"method" text NOT NULL,
	"from_address" text NOT NULL,
	"agent" text NOT NULL,
	CONSTRAINT "session_id_unique" UNIQUE("id")
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
CREATE TABLE "sheet_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"area_code" text collate "C" NOT NULL,
	"file" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"removed" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);

--> statement-breakpoint
ALTER TABLE "sheet_import" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "totp_factor" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);

--> statement-breakpoint
ALTER TABLE "totp_factor" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "access_step" ADD CONSTRAINT "access_step_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "base_feature" ADD CONSTRAINT "base_feature_layer_id_base_layer_id_fk" FOREIGN KEY ("layer_id") REFERENCES "public"."base_layer"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_from_account_id_account_id_fk" FOREIGN KEY ("from_account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_account_id_account_id_fk" FOREIGN KEY ("to_account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post_holder" ADD CONSTRAINT "post_holder_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "post_holder" ADD CONSTRAINT "post_holder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "totp_factor" ADD CONSTRAINT "totp_factor_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "agreement_reserves_area" ON "agreement_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "agreement_reserves_updated" ON "agreement_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "agreement_reserves_title" ON "agreement_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "agreement_reserves_search" ON "agreement_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("agreement_no", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("terms", '')));
--> statement-breakpoint
CREATE INDEX "agreement_reserves_item" ON "agreement_reserves" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "agreement_reserves_supplier" ON "agreement_reserves" USING btree ("supplier");
--> statement-breakpoint
CREATE INDEX "alarm_rules_area" ON "alarm_rules" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "alarm_rules_updated" ON "alarm_rules" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "alarm_rules_title" ON "alarm_rules" USING btree ("text_zh","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "alarm_rules_search" ON "alarm_rules" USING gin (anlan_terms(coalesce("text_zh", '') || ' ' || coalesce("text_en", '')));
--> statement-breakpoint
CREATE INDEX "alarm_rules_point" ON "alarm_rules" USING btree ("point");
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_area" ON "broadcast_terminals" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "broadcast_terminals_resource_code_unique" ON "broadcast_terminals" USING btree ("resource_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_updated" ON "broadcast_terminals" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_title" ON "broadcast_terminals" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_search" ON "broadcast_terminals" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("resource_code", '') || ' ' || coalesce("platform", '') || ' ' || coalesce("keeper", '')));
--> statement-breakpoint
CREATE INDEX "cameras_area" ON "cameras" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "cameras_gb_code_unique" ON "cameras" USING btree ("gb_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_updated" ON "cameras" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_title" ON "cameras" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_search" ON "cameras" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("gb_code", '') || ' ' || coalesce("platform", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("maintainer", '') || ' ' || coalesce("maintainer_phone", '')));
--> statement-breakpoint
CREATE INDEX "cameras_station" ON "cameras" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "cameras_enterprise" ON "cameras" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "capacity_reserves_area" ON "capacity_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "capacity_reserves_updated" ON "capacity_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "capacity_reserves_title" ON "capacity_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "capacity_reserves_search" ON "capacity_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("agreement_no", '') || ' ' || coalesce("bottlenecks", '')));
--> statement-breakpoint
CREATE INDEX "capacity_reserves_item" ON "capacity_reserves" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "capacity_reserves_enterprise" ON "capacity_reserves" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "care_homes_area" ON "care_homes" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "care_homes_updated" ON "care_homes" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "care_homes_title" ON "care_homes" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "care_homes_search" ON "care_homes" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("note", '')));
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
CREATE INDEX "chemicals_vehicles_updated" ON "chemicals_vehicles" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_title" ON "chemicals_vehicles" USING btree ("plate","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_search" ON "chemicals_vehicles" USING gin (anlan_terms(coalesce("plate", '') || ' ' || coalesce("terminal", '') || ' ' || coalesce("permit_no", '') || ' ' || coalesce("goods", '') || ' ' || coalesce("driver", '') || ' ' || coalesce("escort", '') || ' ' || coalesce("parking", '')));
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_carrier" ON "chemicals_vehicles" USING btree ("carrier");
--> statement-breakpoint
CREATE INDEX "devices_area" ON "devices" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "devices_device_key_unique" ON "devices" USING btree ("device_key") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "devices_updated" ON "devices" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "devices_title" ON "devices" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "devices_search" ON "devices" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("device_key", '')));
--> statement-breakpoint
CREATE INDEX "devices_station" ON "devices" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "dictionary_entries_area" ON "dictionary_entries" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "dictionary_entries_updated" ON "dictionary_entries" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dictionary_entries_title" ON "dictionary_entries" USING btree ("zh","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dictionary_entries_search" ON "dictionary_entries" USING gin (anlan_terms(coalesce("dictionary", '') || ' ' || coalesce("code", '') || ' ' || coalesce("zh", '') || ' ' || coalesce("en", '') || ' ' || coalesce("parent", '') || ' ' || coalesce("source", '')));
--> statement-breakpoint
CREATE INDEX "dikes_area" ON "dikes" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "dikes_updated" ON "dikes" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dikes_title" ON "dikes" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dikes_search" ON "dikes" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("river", '') || ' ' || coalesce("weak_places", '') || ' ' || coalesce("responsible", '') || ' ' || coalesce("patrol_head", '')));
--> statement-breakpoint
CREATE INDEX "dikes_station" ON "dikes" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "disaster_reporters_area" ON "disaster_reporters" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "disaster_reporters_updated" ON "disaster_reporters" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "disaster_reporters_title" ON "disaster_reporters" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "disaster_reporters_search" ON "disaster_reporters" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("position", '') || ' ' || coalesce("certificate_no", '')));
--> statement-breakpoint
CREATE INDEX "duty_shifts_area" ON "duty_shifts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "duty_shifts_updated" ON "duty_shifts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "duty_shifts_title" ON "duty_shifts" USING btree ("officer_name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "duty_shifts_search" ON "duty_shifts" USING gin (anlan_terms(coalesce("leader_name", '') || ' ' || coalesce("leader_phone", '') || ' ' || coalesce("officer_name", '') || ' ' || coalesce("officer_phone", '')));
--> statement-breakpoint
CREATE INDEX "education_sites_area" ON "education_sites" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "education_sites_updated" ON "education_sites" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "education_sites_title" ON "education_sites" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "education_sites_search" ON "education_sites" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("opening_hours", '') || ' ' || coalesce("booking_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("operator", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "enterprises_area" ON "enterprises" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "enterprises_credit_code_unique" ON "enterprises" USING btree ("credit_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enterprises_updated" ON "enterprises" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enterprises_title" ON "enterprises" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enterprises_search" ON "enterprises" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("credit_code", '') || ' ' || coalesce("address", '') || ' ' || coalesce("principal", '') || ' ' || coalesce("safety_manager", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("regulator", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_area" ON "entrusted_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_updated" ON "entrusted_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_title" ON "entrusted_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_search" ON "entrusted_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("contract_no", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_item" ON "entrusted_reserves" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_enterprise" ON "entrusted_reserves" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "equipment_area" ON "equipment" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "equipment_updated" ON "equipment" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "equipment_title" ON "equipment" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "equipment_search" ON "equipment" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("model", '') || ' ' || coalesce("performance", '') || ' ' || coalesce("operators", '') || ' ' || coalesce("keeper", '')));
--> statement-breakpoint
CREATE INDEX "equipment_team" ON "equipment" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "equipment_warehouse" ON "equipment" USING btree ("warehouse");
--> statement-breakpoint
CREATE INDEX "evacuation_points_area" ON "evacuation_points" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "evacuation_points_updated" ON "evacuation_points" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "evacuation_points_title" ON "evacuation_points" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "evacuation_points_search" ON "evacuation_points" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("service_area", '') || ' ' || coalesce("keeper", '') || ' ' || coalesce("route", '')));
--> statement-breakpoint
CREATE INDEX "evacuation_points_shelter" ON "evacuation_points" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "experts_area" ON "experts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "experts_updated" ON "experts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "experts_title" ON "experts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "experts_search" ON "experts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("unit", '') || ' ' || coalesce("rank", '') || ' ' || coalesce("qualification", '') || ' ' || coalesce("conflicts", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "fire_key_units_area" ON "fire_key_units" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "fire_key_units_updated" ON "fire_key_units" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "fire_key_units_title" ON "fire_key_units" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "fire_key_units_search" ON "fire_key_units" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("control_room_phone", '') || ' ' || coalesce("water_source", '') || ' ' || coalesce("responsible", '') || ' ' || coalesce("manager", '') || ' ' || coalesce("risks", '')));
--> statement-breakpoint
CREATE INDEX "fire_key_units_enterprise" ON "fire_key_units" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "fire_key_units_device" ON "fire_key_units" USING btree ("device");
--> statement-breakpoint
CREATE INDEX "forest_lots_area" ON "forest_lots" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "forest_lots_updated" ON "forest_lots" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "forest_lots_title" ON "forest_lots" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "forest_lots_search" ON "forest_lots" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("ranger", '') || ' ' || coalesce("chief", '') || ' ' || coalesce("species", '') || ' ' || coalesce("checkpoints", '') || ' ' || coalesce("road", '') || ' ' || coalesce("water", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "forest_lots_station" ON "forest_lots" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "forest_lots_camera" ON "forest_lots" USING btree ("camera");
--> statement-breakpoint
CREATE INDEX "gas_users_area" ON "gas_users" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "gas_users_updated" ON "gas_users" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "gas_users_title" ON "gas_users" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "gas_users_search" ON "gas_users" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("account_no", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "gas_users_supplier" ON "gas_users" USING btree ("supplier");
--> statement-breakpoint
CREATE INDEX "gas_users_device" ON "gas_users" USING btree ("device");
--> statement-breakpoint
CREATE INDEX "hazardous_operations_area" ON "hazardous_operations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "hazardous_operations_updated" ON "hazardous_operations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hazardous_operations_title" ON "hazardous_operations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hazardous_operations_search" ON "hazardous_operations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("permit_no", '') || ' ' || coalesce("part", '') || ' ' || coalesce("leader", '') || ' ' || coalesce("guardian", '') || ' ' || coalesce("contractor", '') || ' ' || coalesce("analysis_result", '') || ' ' || coalesce("approver", '') || ' ' || coalesce("measures", '')));
--> statement-breakpoint
CREATE INDEX "hazardous_operations_enterprise" ON "hazardous_operations" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "hazardous_operations_major_hazard" ON "hazardous_operations" USING btree ("major_hazard");
--> statement-breakpoint
CREATE INDEX "hospitals_area" ON "hospitals" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "hospitals_updated" ON "hospitals" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hospitals_title" ON "hospitals" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hospitals_search" ON "hospitals" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "household_reserves_area" ON "household_reserves" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "household_reserves_updated" ON "household_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "household_reserves_title" ON "household_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "household_reserves_search" ON "household_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("surveyor", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "law_texts_area" ON "law_texts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "law_texts_updated" ON "law_texts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "law_texts_title" ON "law_texts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "law_texts_search" ON "law_texts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("number", '') || ' ' || coalesce("issuer", '') || ' ' || coalesce("source", '') || ' ' || coalesce("key_clauses", '')));
--> statement-breakpoint
CREATE INDEX "law_texts_predecessor" ON "law_texts" USING btree ("predecessor");
--> statement-breakpoint
CREATE INDEX "liability_policies_area" ON "liability_policies" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "liability_policies_policy_no_unique" ON "liability_policies" USING btree ("policy_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "liability_policies_updated" ON "liability_policies" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "liability_policies_title" ON "liability_policies" USING btree ("policy_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "liability_policies_search" ON "liability_policies" USING gin (anlan_terms(coalesce("policy_no", '') || ' ' || coalesce("insurer", '') || ' ' || coalesce("service_provider", '') || ' ' || coalesce("services", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "liability_policies_enterprise" ON "liability_policies" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "lifting_gear_area" ON "lifting_gear" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "lifting_gear_record_no_unique" ON "lifting_gear" USING btree ("record_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "lifting_gear_updated" ON "lifting_gear" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "lifting_gear_title" ON "lifting_gear" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "lifting_gear_search" ON "lifting_gear" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("project", '') || ' ' || coalesce("record_no", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("model", '') || ' ' || coalesce("factory_no", '') || ' ' || coalesce("installer", '') || ' ' || coalesce("installer_licence", '') || ' ' || coalesce("use_registration_no", '') || ' ' || coalesce("maintainer", '') || ' ' || coalesce("site_manager", '')));
--> statement-breakpoint
CREATE INDEX "lifting_gear_enterprise" ON "lifting_gear" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "major_hazards_area" ON "major_hazards" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "major_hazards_registration_code_unique" ON "major_hazards" USING btree ("registration_code") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "major_hazards_updated" ON "major_hazards" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "major_hazards_title" ON "major_hazards" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "major_hazards_search" ON "major_hazards" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("registration_code", '') || ' ' || coalesce("chemicals", '') || ' ' || coalesce("principal_guarantor", '') || ' ' || coalesce("technical_guarantor", '') || ' ' || coalesce("operation_guarantor", '') || ' ' || coalesce("filing_no", '')));
--> statement-breakpoint
CREATE INDEX "major_hazards_enterprise" ON "major_hazards" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_area" ON "micro_fire_stations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_updated" ON "micro_fire_stations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_title" ON "micro_fire_stations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_search" ON "micro_fire_stations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("leader", '') || ' ' || coalesce("host", '') || ' ' || coalesce("coverage", '') || ' ' || coalesce("equipment", '')));
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_fire_key_unit" ON "micro_fire_stations" USING btree ("fire_key_unit");
--> statement-breakpoint
CREATE INDEX "plans_area" ON "plans" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "plans_updated" ON "plans" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "plans_title" ON "plans" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "plans_search" ON "plans" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("compiler", '') || ' ' || coalesce("edition", '') || ' ' || coalesce("issue_no", '') || ' ' || coalesce("filed_with", '') || ' ' || coalesce("filing_no", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("start_conditions", '')));
--> statement-breakpoint
CREATE INDEX "plans_enterprise" ON "plans" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "points_area" ON "points" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "points_updated" ON "points" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "points_title" ON "points" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "points_search" ON "points" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("channel", '') || ' ' || coalesce("quantity", '') || ' ' || coalesce("unit", '')));
--> statement-breakpoint
CREATE INDEX "points_device" ON "points" USING btree ("device");
--> statement-breakpoint
CREATE INDEX "posts_area" ON "posts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "posts_updated" ON "posts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "posts_title" ON "posts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "posts_search" ON "posts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("organisation", '') || ' ' || coalesce("holder_a", '') || ' ' || coalesce("holder_b", '') || ' ' || coalesce("office_phone", '') || ' ' || coalesce("duties", '')));
--> statement-breakpoint
CREATE INDEX "pump_stations_area" ON "pump_stations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "pump_stations_updated" ON "pump_stations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "pump_stations_title" ON "pump_stations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "pump_stations_search" ON "pump_stations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("outlet", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("keeper", '')));
--> statement-breakpoint
CREATE INDEX "pump_stations_station" ON "pump_stations" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "rescue_team_members_area" ON "rescue_team_members" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "rescue_team_members_updated" ON "rescue_team_members" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_team_members_title" ON "rescue_team_members" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_team_members_search" ON "rescue_team_members" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("position", '') || ' ' || coalesce("certificate", '')));
--> statement-breakpoint
CREATE INDEX "rescue_team_members_team" ON "rescue_team_members" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "rescue_teams_area" ON "rescue_teams" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "rescue_teams_updated" ON "rescue_teams" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_teams_title" ON "rescue_teams" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_teams_search" ON "rescue_teams" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("leader", '') || ' ' || coalesce("organiser", '') || ' ' || coalesce("grade", '') || ' ' || coalesce("qualification", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "rescue_teams_enterprise" ON "rescue_teams" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "reservoirs_area" ON "reservoirs" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "reservoirs_updated" ON "reservoirs" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "reservoirs_title" ON "reservoirs" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "reservoirs_search" ON "reservoirs" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("river", '') || ' ' || coalesce("dam_kind", '') || ' ' || coalesce("administrative_head", '') || ' ' || coalesce("technical_head", '') || ' ' || coalesce("patrol_head", '') || ' ' || coalesce("downstream", '')));
--> statement-breakpoint
CREATE INDEX "reservoirs_station" ON "reservoirs" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "response_vehicles_area" ON "response_vehicles" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "response_vehicles_plate_unique" ON "response_vehicles" USING btree ("plate") WHERE removed_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "response_vehicles_terminal_unique" ON "response_vehicles" USING btree ("terminal") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "response_vehicles_updated" ON "response_vehicles" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "response_vehicles_title" ON "response_vehicles" USING btree ("plate","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "response_vehicles_search" ON "response_vehicles" USING gin (anlan_terms(coalesce("plate", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("onboard_equipment", '') || ' ' || coalesce("driver", '') || ' ' || coalesce("terminal", '')));
--> statement-breakpoint
CREATE INDEX "response_vehicles_team" ON "response_vehicles" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "safety_expenses_area" ON "safety_expenses" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "safety_expenses_updated" ON "safety_expenses" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "safety_expenses_title" ON "safety_expenses" USING btree ("purpose","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "safety_expenses_search" ON "safety_expenses" USING gin (anlan_terms(coalesce("purpose", '') || ' ' || coalesce("year", '') || ' ' || coalesce("basis", '') || ' ' || coalesce("voucher_no", '') || ' ' || coalesce("finding", '')));
--> statement-breakpoint
CREATE INDEX "safety_expenses_enterprise" ON "safety_expenses" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "scenic_sites_area" ON "scenic_sites" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "scenic_sites_updated" ON "scenic_sites" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "scenic_sites_title" ON "scenic_sites" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "scenic_sites_search" ON "scenic_sites" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("exits", '')));
--> statement-breakpoint
CREATE INDEX "scenic_sites_enterprise" ON "scenic_sites" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "scenic_sites_shelter" ON "scenic_sites" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "schools_area" ON "schools" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "schools_updated" ON "schools" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "schools_title" ON "schools" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "schools_search" ON "schools" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "schools_shelter" ON "schools" USING btree ("shelter");
--> statement-breakpoint
CREATE INDEX "service_contracts_area" ON "service_contracts" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "service_contracts_updated" ON "service_contracts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "service_contracts_title" ON "service_contracts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "service_contracts_search" ON "service_contracts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("provider", '') || ' ' || coalesce("contract_no", '') || ' ' || coalesce("buyer", '') || ' ' || coalesce("procurement", '') || ' ' || coalesce("qualification", '') || ' ' || coalesce("scope", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "service_contracts_enterprise" ON "service_contracts" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "shelters_area" ON "shelters" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "shelters_updated" ON "shelters" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "shelters_title" ON "shelters" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "shelters_search" ON "shelters" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("keeper", '') || ' ' || coalesce("operator", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("deputy", '') || ' ' || coalesce("key_holder", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "special_equipment_area" ON "special_equipment" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "special_equipment_registration_no_unique" ON "special_equipment" USING btree ("registration_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "special_equipment_updated" ON "special_equipment" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "special_equipment_title" ON "special_equipment" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "special_equipment_search" ON "special_equipment" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("user", '') || ' ' || coalesce("registration_no", '') || ' ' || coalesce("location", '') || ' ' || coalesce("maker", '') || ' ' || coalesce("factory_no", '') || ' ' || coalesce("inspector", '') || ' ' || coalesce("maintainer", '') || ' ' || coalesce("safety_manager", '') || ' ' || coalesce("ledger_no", '') || ' ' || coalesce("circular_no", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "special_equipment_enterprise" ON "special_equipment" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "stations_area" ON "stations" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "stations_updated" ON "stations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stations_title" ON "stations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stations_search" ON "stations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "stock_batches_area" ON "stock_batches" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "stock_batches_updated" ON "stock_batches" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stock_batches_title" ON "stock_batches" USING btree ("batch_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stock_batches_search" ON "stock_batches" USING gin (anlan_terms(coalesce("batch_no", '') || ' ' || coalesce("position", '') || ' ' || coalesce("supplier", '') || ' ' || coalesce("order_no", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "stock_batches_item" ON "stock_batches" USING btree ("item");
--> statement-breakpoint
CREATE INDEX "stock_batches_warehouse" ON "stock_batches" USING btree ("warehouse");
--> statement-breakpoint
CREATE INDEX "supply_items_area" ON "supply_items" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "supply_items_name_unique" ON "supply_items" USING btree ("name") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "supply_items_updated" ON "supply_items" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "supply_items_title" ON "supply_items" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "supply_items_search" ON "supply_items" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("unit", '') || ' ' || coalesce("standard_code", '') || ' ' || coalesce("specification", '') || ' ' || coalesce("packing", '') || ' ' || coalesce("storage", '')));
--> statement-breakpoint
CREATE INDEX "typical_cases_area" ON "typical_cases" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "typical_cases_updated" ON "typical_cases" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "typical_cases_title" ON "typical_cases" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "typical_cases_search" ON "typical_cases" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("locality", '') || ' ' || coalesce("course", '') || ' ' || coalesce("causes", '') || ' ' || coalesce("lessons", '') || ' ' || coalesce("source", '')));
--> statement-breakpoint
CREATE INDEX "typical_cases_incident" ON "typical_cases" USING btree ("incident");
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_area" ON "unsafe_bridges" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_updated" ON "unsafe_bridges" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_title" ON "unsafe_bridges" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_search" ON "unsafe_bridges" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("road", '') || ' ' || coalesce("crossing", '') || ' ' || coalesce("built_in", '') || ' ' || coalesce("defects", '') || ' ' || coalesce("detour", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("responsible", '')));
--> statement-breakpoint
CREATE INDEX "unsafe_houses_area" ON "unsafe_houses" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "unsafe_houses_updated" ON "unsafe_houses" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_houses_title" ON "unsafe_houses" USING btree ("house_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_houses_search" ON "unsafe_houses" USING gin (anlan_terms(coalesce("house_no", '') || ' ' || coalesce("built_in", '') || ' ' || coalesce("danger", '') || ' ' || coalesce("assessor", '') || ' ' || coalesce("responsible", '')));
--> statement-breakpoint
CREATE INDEX "volunteers_area" ON "volunteers" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "volunteers_volunteer_no_unique" ON "volunteers" USING btree ("volunteer_no") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "volunteers_updated" ON "volunteers" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "volunteers_title" ON "volunteers" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "volunteers_search" ON "volunteers" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("organisation", '') || ' ' || coalesce("volunteer_no", '')));
--> statement-breakpoint
CREATE INDEX "volunteers_team" ON "volunteers" USING btree ("team");
--> statement-breakpoint
CREATE INDEX "warehouses_area" ON "warehouses" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warehouses_updated" ON "warehouses" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warehouses_title" ON "warehouses" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warehouses_search" ON "warehouses" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("keeper", '') || ' ' || coalesce("address", '') || ' ' || coalesce("operator", '') || ' ' || coalesce("deputy", '') || ' ' || coalesce("lorry_access", '') || ' ' || coalesce("loading", '')));
--> statement-breakpoint
CREATE INDEX "warning_recipients_area" ON "warning_recipients" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warning_recipients_updated" ON "warning_recipients" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_recipients_title" ON "warning_recipients" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_recipients_search" ON "warning_recipients" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("address", '')));
--> statement-breakpoint
CREATE INDEX "waste_entries_area" ON "waste_entries" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "waste_entries_updated" ON "waste_entries" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waste_entries_title" ON "waste_entries" USING btree ("entry_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waste_entries_search" ON "waste_entries" USING gin (anlan_terms(coalesce("entry_no", '') || ' ' || coalesce("waste_name", '') || ' ' || coalesce("waste_code", '') || ' ' || coalesce("container", '') || ' ' || coalesce("storage", '') || ' ' || coalesce("counterparty", '') || ' ' || coalesce("counterparty_permit", '') || ' ' || coalesce("manifest_no", '') || ' ' || coalesce("handler", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "waste_entries_enterprise" ON "waste_entries" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "waste_entries_vehicle" ON "waste_entries" USING btree ("vehicle");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_area" ON "waterlogging_spots" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_updated" ON "waterlogging_spots" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_title" ON "waterlogging_spots" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_search" ON "waterlogging_spots" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("responsible", '') || ' ' || coalesce("cause", '') || ' ' || coalesce("measures", '')));
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_station" ON "waterlogging_spots" USING btree ("station");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_pump_station" ON "waterlogging_spots" USING btree ("pump_station");
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_camera" ON "waterlogging_spots" USING btree ("camera");
--> statement-breakpoint
CREATE INDEX "hidden_hazard_area" ON "hidden_hazard" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "hidden_hazard_updated" ON "hidden_hazard" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hidden_hazard_title" ON "hidden_hazard" USING btree ("title","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hidden_hazard_search" ON "hidden_hazard" USING gin (anlan_terms(coalesce("title", '') || ' ' || coalesce("unit_name", '') || ' ' || coalesce("place_text", '') || ' ' || coalesce("facts", '') || ' ' || coalesce("basis", '') || ' ' || coalesce("cause", '') || ' ' || coalesce("harm", '') || ' ' || coalesce("order_number", '') || ' ' || coalesce("plan_goals", '') || ' ' || coalesce("plan_measures", '') || ' ' || coalesce("plan_responsible", '') || ' ' || coalesce("plan_emergency", '') || ' ' || coalesce("rectified", '') || ' ' || coalesce("extension_reason", '') || ' ' || coalesce("acceptance_opinion", '') || ' ' || coalesce("supervising_unit", '') || ' ' || coalesce("officer_certificate", '') || ' ' || coalesce("second_officer", '') || ' ' || coalesce("second_certificate", '')));
--> statement-breakpoint
CREATE INDEX "hidden_hazard_enterprise" ON "hidden_hazard" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "incident_area" ON "incident" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "incident_updated" ON "incident" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "incident_title" ON "incident" USING btree ("title","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "incident_search" ON "incident" USING gin (anlan_terms(coalesce("title", '') || ' ' || coalesce("event_code", '') || ' ' || coalesce("place_text", '') || ' ' || coalesce("facts", '') || ' ' || coalesce("alarm_id", '')));
--> statement-breakpoint
CREATE INDEX "penalty_ordinary_area" ON "penalty_ordinary" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "penalty_ordinary_updated" ON "penalty_ordinary" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "penalty_ordinary_title" ON "penalty_ordinary" USING btree ("title","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "penalty_ordinary_search" ON "penalty_ordinary" USING gin (anlan_terms(coalesce("title", '') || ' ' || coalesce("party_name", '') || ' ' || coalesce("decision_number", '') || ' ' || coalesce("facts", '') || ' ' || coalesce("violated", '') || ' ' || coalesce("penalty_basis", '') || ' ' || coalesce("discretion", '') || ' ' || coalesce("evidence", '') || ' ' || coalesce("preserved_items", '') || ' ' || coalesce("preservation_outcome", '') || ' ' || coalesce("statement", '') || ' ' || coalesce("hearing_place", '') || ' ' || coalesce("hearing_record", '') || ' ' || coalesce("review_opinion", '') || ' ' || coalesce("discussion", '') || ' ' || coalesce("decision_reason", '') || ' ' || coalesce("executed", '') || ' ' || coalesce("officer_certificate", '') || ' ' || coalesce("second_officer", '') || ' ' || coalesce("second_certificate", '')));
--> statement-breakpoint
CREATE INDEX "penalty_ordinary_enterprise" ON "penalty_ordinary" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "penalty_ordinary_hidden_hazard" ON "penalty_ordinary" USING btree ("hidden_hazard");
--> statement-breakpoint
CREATE INDEX "plan_filing_area" ON "plan_filing" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "plan_filing_updated" ON "plan_filing" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "plan_filing_title" ON "plan_filing" USING btree ("title","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "plan_filing_search" ON "plan_filing" USING gin (anlan_terms(coalesce("title", '') || ' ' || coalesce("compiler", '') || ' ' || coalesce("edition", '') || ' ' || coalesce("filing_number", '') || ' ' || coalesce("risk_assessment", '') || ' ' || coalesce("resources", '') || ' ' || coalesce("outline", '') || ' ' || coalesce("reviewers", '') || ' ' || coalesce("review_opinion", '') || ' ' || coalesce("signed_by", '') || ' ' || coalesce("issue_number", '') || ' ' || coalesce("filed_with", '') || ' ' || coalesce("missing", '') || ' ' || coalesce("evaluation_opinion", '')));
--> statement-breakpoint
CREATE INDEX "plan_filing_plan" ON "plan_filing" USING btree ("plan");
--> statement-breakpoint
CREATE INDEX "plan_filing_enterprise" ON "plan_filing" USING btree ("enterprise");
--> statement-breakpoint
CREATE INDEX "plan_filing_supersedes" ON "plan_filing" USING btree ("supersedes");
--> statement-breakpoint
CREATE INDEX "warning_area" ON "warning" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "warning_updated" ON "warning" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_title" ON "warning" USING btree ("headline_zh","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_search" ON "warning" USING gin (anlan_terms(coalesce("headline_zh", '') || ' ' || coalesce("event_code", '') || ' ' || coalesce("description_zh", '') || ' ' || coalesce("instruction_zh", '') || ' ' || coalesce("headline_en", '') || ' ' || coalesce("description_en", '') || ' ' || coalesce("instruction_en", '')));
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
CREATE INDEX "api_token_account" ON "api_token" USING btree ("account_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "base_feature_key" ON "base_feature" USING btree ("layer_id","position");
--> statement-breakpoint
CREATE INDEX "case_line_case" ON "case_line" USING btree ("case_type","case_id","at");
--> statement-breakpoint
CREATE INDEX "deadline_open" ON "deadline" USING btree ("due_at") WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX "deadline_next_step" ON "deadline" USING btree ("next_step_at") WHERE next_step_at is not null;
--> statement-breakpoint
CREATE INDEX "deadline_subject" ON "deadline" USING btree ("subject_kind","subject_id");
--> statement-breakpoint
CREATE INDEX "delegation_ends" ON "delegation" USING btree ("ends_at");
--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("next_attempt_at") WHERE next_attempt_at is not null;
--> statement-breakpoint
CREATE INDEX "delivery_about" ON "delivery" USING btree ("about_kind","about_id");
--> statement-breakpoint
CREATE INDEX "file_link_subject" ON "file_link" USING btree ("subject_kind","subject_id");
--> statement-breakpoint
CREATE INDEX "file_link_hash" ON "file_link" USING btree ("sha256");
--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal" USING btree ("subject_kind","subject_id","position");
--> statement-breakpoint
CREATE INDEX "journal_actor" ON "journal" USING btree ("actor_id","position");
--> statement-breakpoint
CREATE INDEX "journal_at" ON "journal" USING btree ("at");
--> statement-breakpoint
CREATE UNIQUE INDEX "journal_anchor_daily" ON "journal_anchor" USING btree ("day") WHERE kind = 'daily';
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
CREATE INDEX "passkey_account" ON "passkey" USING btree ("account_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "post_holder_open" ON "post_holder" USING btree ("post_id","seat") WHERE to_at is null;
--> statement-breakpoint
CREATE INDEX "post_holder_person" ON "post_holder" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "quarantined_device_last" ON "quarantined_device" USING btree ("last_at");
--> statement-breakpoint
CREATE INDEX "recovery_code_account" ON "recovery_code" USING btree ("account_id");
--> statement-breakpoint
CREATE INDEX "saved_view_register" ON "saved_view" USING btree ("register","name");
--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");
--> statement-breakpoint
CREATE INDEX "sheet_import_register" ON "sheet_import" USING btree ("register","at");
--> statement-breakpoint
CREATE POLICY "agreement_reserves_by_area" ON "agreement_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "alarm_rules_by_area" ON "alarm_rules" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "broadcast_terminals_by_area" ON "broadcast_terminals" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "cameras_by_area" ON "cameras" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "capacity_reserves_by_area" ON "capacity_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "care_homes_by_area" ON "care_homes" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "chemicals_vehicles_by_area" ON "chemicals_vehicles" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "devices_by_area" ON "devices" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "dictionary_entries_by_area" ON "dictionary_entries" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "dictionary_entries_shared" ON "dictionary_entries" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "dikes_by_area" ON "dikes" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "disaster_reporters_by_area" ON "disaster_reporters" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "duty_shifts_by_area" ON "duty_shifts" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "education_sites_by_area" ON "education_sites" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "enterprises_by_area" ON "enterprises" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "entrusted_reserves_by_area" ON "entrusted_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "equipment_by_area" ON "equipment" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "evacuation_points_by_area" ON "evacuation_points" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "experts_by_area" ON "experts" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "experts_shared" ON "experts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "fire_key_units_by_area" ON "fire_key_units" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "forest_lots_by_area" ON "forest_lots" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "gas_users_by_area" ON "gas_users" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "hazardous_operations_by_area" ON "hazardous_operations" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "hospitals_by_area" ON "hospitals" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "household_reserves_by_area" ON "household_reserves" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "law_texts_by_area" ON "law_texts" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "law_texts_shared" ON "law_texts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "liability_policies_by_area" ON "liability_policies" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "lifting_gear_by_area" ON "lifting_gear" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "major_hazards_by_area" ON "major_hazards" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "micro_fire_stations_by_area" ON "micro_fire_stations" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "plans_by_area" ON "plans" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "plans_shared" ON "plans" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "points_by_area" ON "points" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "posts_by_area" ON "posts" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "posts_shared" ON "posts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "pump_stations_by_area" ON "pump_stations" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "rescue_team_members_by_area" ON "rescue_team_members" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "rescue_teams_by_area" ON "rescue_teams" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "reservoirs_by_area" ON "reservoirs" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "response_vehicles_by_area" ON "response_vehicles" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "safety_expenses_by_area" ON "safety_expenses" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "scenic_sites_by_area" ON "scenic_sites" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "schools_by_area" ON "schools" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "service_contracts_by_area" ON "service_contracts" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "shelters_by_area" ON "shelters" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "special_equipment_by_area" ON "special_equipment" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "stations_by_area" ON "stations" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "stock_batches_by_area" ON "stock_batches" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "supply_items_by_area" ON "supply_items" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "supply_items_shared" ON "supply_items" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "typical_cases_by_area" ON "typical_cases" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "typical_cases_shared" ON "typical_cases" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "unsafe_bridges_by_area" ON "unsafe_bridges" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "unsafe_houses_by_area" ON "unsafe_houses" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "volunteers_by_area" ON "volunteers" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "warehouses_by_area" ON "warehouses" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "warning_recipients_by_area" ON "warning_recipients" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "waste_entries_by_area" ON "waste_entries" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "waterlogging_spots_by_area" ON "waterlogging_spots" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "hidden_hazard_by_area" ON "hidden_hazard" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "incident_by_area" ON "incident" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "penalty_ordinary_by_area" ON "penalty_ordinary" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "plan_filing_by_area" ON "plan_filing" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "warning_by_area" ON "warning" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "access_step_by_owner" ON "access_step" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "account_by_area" ON "account" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "alarm_by_area" ON "alarm" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "api_token_by_owner" ON "api_token" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "area_with_session" ON "area" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "base_feature_with_session" ON "base_feature" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "base_layer_with_session" ON "base_layer" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "base_raster_with_session" ON "base_raster" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "case_line_by_area" ON "case_line" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "deadline_by_area" ON "deadline" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "delegation_by_area" ON "delegation" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "delivery_by_area" ON "delivery" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "document_series_with_session" ON "document_series" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "event_by_area" ON "event" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "file_link_by_area" ON "file_link" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "ingest_counter_with_session" ON "ingest_counter" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "ingest_progress_with_session" ON "ingest_progress" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "invitation_with_session" ON "invitation" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "journal_by_area" ON "journal" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "journal_anchor_with_session" ON "journal_anchor" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "journal_head_with_session" ON "journal_head" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "latest_observation_by_area" ON "latest_observation" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "made_document_by_area" ON "made_document" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "offline_device_by_owner" ON "offline_device" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "offline_write_by_owner" ON "offline_write" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "organisation_by_area" ON "organisation" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "passkey_by_owner" ON "passkey" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "person_by_area" ON "person" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "post_by_area" ON "post" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "post_holder_by_area" ON "post_holder" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "quarantined_device_by_area" ON "quarantined_device" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "recovery_code_by_owner" ON "recovery_code" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "saved_view_own" ON "saved_view" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true))) WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)));
--> statement-breakpoint
CREATE POLICY "saved_view_shared" ON "saved_view" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (area_code is not null and (select current_setting('anlan.area_from', true)) collate "C" >= area_code and (select current_setting('anlan.area_from', true)) collate "C" < area_code || '~');
--> statement-breakpoint
CREATE POLICY "session_by_owner" ON "session" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
--> statement-breakpoint
CREATE POLICY "setting_with_session" ON "setting" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "sheet_import_by_area" ON "sheet_import" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "totp_factor_by_owner" ON "totp_factor" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0') WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)) or (select current_setting('anlan.area_from', true)) = '0');
