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
CREATE TABLE "sheet_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"area_code" text NOT NULL,
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
ALTER TABLE "agreement_reserves" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "alarm_rules" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "broadcast_terminals" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "cameras" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "capacity_reserves" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "care_homes" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "chemicals_vehicles" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "dikes" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "disaster_reporters" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "education_sites" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "entrusted_reserves" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "equipment" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "evacuation_points" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "experts" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "fire_key_units" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "forest_lots" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "gas_users" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "hazardous_operations" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "hospitals" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "household_reserves" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "law_texts" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "liability_policies" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "lifting_gear" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "major_hazards" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "micro_fire_stations" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "points" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "pump_stations" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "rescue_team_members" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "rescue_teams" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "reservoirs" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "response_vehicles" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "safety_expenses" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "scenic_sites" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "schools" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "service_contracts" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "shelters" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "special_equipment" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "stock_batches" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "supply_items" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "typical_cases" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "unsafe_bridges" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "unsafe_houses" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "volunteers" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "warehouses" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "warning_recipients" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "waste_entries" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "waterlogging_spots" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "warning" ADD COLUMN "archived_at" timestamp (3) with time zone;
--> statement-breakpoint
CREATE INDEX "dictionary_entries_area" ON "dictionary_entries" USING btree ("area_code","updated_at");
--> statement-breakpoint
CREATE INDEX "dictionary_entries_updated" ON "dictionary_entries" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dictionary_entries_title" ON "dictionary_entries" USING btree ("zh","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dictionary_entries_search" ON "dictionary_entries" USING gin (anlan_terms(coalesce("dictionary", '') || ' ' || coalesce("code", '') || ' ' || coalesce("zh", '') || ' ' || coalesce("en", '') || ' ' || coalesce("parent", '') || ' ' || coalesce("source", '')));
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
CREATE INDEX "saved_view_register" ON "saved_view" USING btree ("register","name");
--> statement-breakpoint
CREATE INDEX "sheet_import_register" ON "sheet_import" USING btree ("register","at");
--> statement-breakpoint
CREATE INDEX "agreement_reserves_updated" ON "agreement_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "agreement_reserves_title" ON "agreement_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "agreement_reserves_search" ON "agreement_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("agreement_no", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("terms", '')));
--> statement-breakpoint
CREATE INDEX "alarm_rules_updated" ON "alarm_rules" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "alarm_rules_title" ON "alarm_rules" USING btree ("text_zh","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "alarm_rules_search" ON "alarm_rules" USING gin (anlan_terms(coalesce("text_zh", '') || ' ' || coalesce("text_en", '')));
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_updated" ON "broadcast_terminals" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_title" ON "broadcast_terminals" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "broadcast_terminals_search" ON "broadcast_terminals" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("resource_code", '') || ' ' || coalesce("platform", '') || ' ' || coalesce("keeper", '')));
--> statement-breakpoint
CREATE INDEX "cameras_updated" ON "cameras" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_title" ON "cameras" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "cameras_search" ON "cameras" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("gb_code", '') || ' ' || coalesce("platform", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("maintainer", '') || ' ' || coalesce("maintainer_phone", '')));
--> statement-breakpoint
CREATE INDEX "capacity_reserves_updated" ON "capacity_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "capacity_reserves_title" ON "capacity_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "capacity_reserves_search" ON "capacity_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("agreement_no", '') || ' ' || coalesce("bottlenecks", '')));
--> statement-breakpoint
CREATE INDEX "care_homes_updated" ON "care_homes" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "care_homes_title" ON "care_homes" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "care_homes_search" ON "care_homes" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_updated" ON "chemicals_vehicles" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_title" ON "chemicals_vehicles" USING btree ("plate","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "chemicals_vehicles_search" ON "chemicals_vehicles" USING gin (anlan_terms(coalesce("plate", '') || ' ' || coalesce("terminal", '') || ' ' || coalesce("permit_no", '') || ' ' || coalesce("goods", '') || ' ' || coalesce("driver", '') || ' ' || coalesce("escort", '') || ' ' || coalesce("parking", '')));
--> statement-breakpoint
CREATE INDEX "devices_updated" ON "devices" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "devices_title" ON "devices" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "devices_search" ON "devices" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("device_key", '')));
--> statement-breakpoint
CREATE INDEX "dikes_updated" ON "dikes" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dikes_title" ON "dikes" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "dikes_search" ON "dikes" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("river", '') || ' ' || coalesce("weak_places", '') || ' ' || coalesce("responsible", '') || ' ' || coalesce("patrol_head", '')));
--> statement-breakpoint
CREATE INDEX "disaster_reporters_updated" ON "disaster_reporters" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "disaster_reporters_title" ON "disaster_reporters" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "disaster_reporters_search" ON "disaster_reporters" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("position", '') || ' ' || coalesce("certificate_no", '')));
--> statement-breakpoint
CREATE INDEX "duty_shifts_updated" ON "duty_shifts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "duty_shifts_title" ON "duty_shifts" USING btree ("officer_name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "duty_shifts_search" ON "duty_shifts" USING gin (anlan_terms(coalesce("leader_name", '') || ' ' || coalesce("leader_phone", '') || ' ' || coalesce("officer_name", '') || ' ' || coalesce("officer_phone", '')));
--> statement-breakpoint
CREATE INDEX "education_sites_updated" ON "education_sites" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "education_sites_title" ON "education_sites" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "education_sites_search" ON "education_sites" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("opening_hours", '') || ' ' || coalesce("booking_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("operator", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "enterprises_updated" ON "enterprises" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enterprises_title" ON "enterprises" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "enterprises_search" ON "enterprises" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("credit_code", '') || ' ' || coalesce("address", '') || ' ' || coalesce("principal", '') || ' ' || coalesce("safety_manager", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("regulator", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_updated" ON "entrusted_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_title" ON "entrusted_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "entrusted_reserves_search" ON "entrusted_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("contract_no", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "equipment_updated" ON "equipment" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "equipment_title" ON "equipment" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "equipment_search" ON "equipment" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("model", '') || ' ' || coalesce("performance", '') || ' ' || coalesce("operators", '') || ' ' || coalesce("keeper", '')));
--> statement-breakpoint
CREATE INDEX "evacuation_points_updated" ON "evacuation_points" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "evacuation_points_title" ON "evacuation_points" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "evacuation_points_search" ON "evacuation_points" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("service_area", '') || ' ' || coalesce("keeper", '') || ' ' || coalesce("route", '')));
--> statement-breakpoint
CREATE INDEX "experts_updated" ON "experts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "experts_title" ON "experts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "experts_search" ON "experts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("unit", '') || ' ' || coalesce("rank", '') || ' ' || coalesce("qualification", '') || ' ' || coalesce("conflicts", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "fire_key_units_updated" ON "fire_key_units" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "fire_key_units_title" ON "fire_key_units" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "fire_key_units_search" ON "fire_key_units" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("control_room_phone", '') || ' ' || coalesce("water_source", '') || ' ' || coalesce("responsible", '') || ' ' || coalesce("manager", '') || ' ' || coalesce("risks", '')));
--> statement-breakpoint
CREATE INDEX "forest_lots_updated" ON "forest_lots" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "forest_lots_title" ON "forest_lots" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "forest_lots_search" ON "forest_lots" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("ranger", '') || ' ' || coalesce("chief", '') || ' ' || coalesce("species", '') || ' ' || coalesce("checkpoints", '') || ' ' || coalesce("road", '') || ' ' || coalesce("water", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "gas_users_updated" ON "gas_users" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "gas_users_title" ON "gas_users" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "gas_users_search" ON "gas_users" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("account_no", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "hazardous_operations_updated" ON "hazardous_operations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hazardous_operations_title" ON "hazardous_operations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hazardous_operations_search" ON "hazardous_operations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("permit_no", '') || ' ' || coalesce("part", '') || ' ' || coalesce("leader", '') || ' ' || coalesce("guardian", '') || ' ' || coalesce("contractor", '') || ' ' || coalesce("analysis_result", '') || ' ' || coalesce("approver", '') || ' ' || coalesce("measures", '')));
--> statement-breakpoint
CREATE INDEX "hospitals_updated" ON "hospitals" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hospitals_title" ON "hospitals" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "hospitals_search" ON "hospitals" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "household_reserves_updated" ON "household_reserves" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "household_reserves_title" ON "household_reserves" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "household_reserves_search" ON "household_reserves" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("surveyor", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "law_texts_updated" ON "law_texts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "law_texts_title" ON "law_texts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "law_texts_search" ON "law_texts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("number", '') || ' ' || coalesce("issuer", '') || ' ' || coalesce("source", '') || ' ' || coalesce("key_clauses", '')));
--> statement-breakpoint
CREATE INDEX "liability_policies_updated" ON "liability_policies" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "liability_policies_title" ON "liability_policies" USING btree ("policy_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "liability_policies_search" ON "liability_policies" USING gin (anlan_terms(coalesce("policy_no", '') || ' ' || coalesce("insurer", '') || ' ' || coalesce("service_provider", '') || ' ' || coalesce("services", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "lifting_gear_updated" ON "lifting_gear" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "lifting_gear_title" ON "lifting_gear" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "lifting_gear_search" ON "lifting_gear" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("project", '') || ' ' || coalesce("record_no", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("model", '') || ' ' || coalesce("factory_no", '') || ' ' || coalesce("installer", '') || ' ' || coalesce("installer_licence", '') || ' ' || coalesce("use_registration_no", '') || ' ' || coalesce("maintainer", '') || ' ' || coalesce("site_manager", '')));
--> statement-breakpoint
CREATE INDEX "major_hazards_updated" ON "major_hazards" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "major_hazards_title" ON "major_hazards" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "major_hazards_search" ON "major_hazards" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("registration_code", '') || ' ' || coalesce("chemicals", '') || ' ' || coalesce("principal_guarantor", '') || ' ' || coalesce("technical_guarantor", '') || ' ' || coalesce("operation_guarantor", '') || ' ' || coalesce("filing_no", '')));
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_updated" ON "micro_fire_stations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_title" ON "micro_fire_stations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "micro_fire_stations_search" ON "micro_fire_stations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("leader", '') || ' ' || coalesce("host", '') || ' ' || coalesce("coverage", '') || ' ' || coalesce("equipment", '')));
--> statement-breakpoint
CREATE INDEX "plans_updated" ON "plans" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "plans_title" ON "plans" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "plans_search" ON "plans" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("compiler", '') || ' ' || coalesce("edition", '') || ' ' || coalesce("event_code", '') || ' ' || coalesce("issue_no", '') || ' ' || coalesce("filed_with", '') || ' ' || coalesce("filing_no", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("start_conditions", '')));
--> statement-breakpoint
CREATE INDEX "points_updated" ON "points" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "points_title" ON "points" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "points_search" ON "points" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("channel", '') || ' ' || coalesce("quantity", '') || ' ' || coalesce("unit", '')));
--> statement-breakpoint
CREATE INDEX "posts_updated" ON "posts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "posts_title" ON "posts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "posts_search" ON "posts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("organisation", '') || ' ' || coalesce("holder_a", '') || ' ' || coalesce("holder_b", '') || ' ' || coalesce("office_phone", '') || ' ' || coalesce("duties", '')));
--> statement-breakpoint
CREATE INDEX "pump_stations_updated" ON "pump_stations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "pump_stations_title" ON "pump_stations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "pump_stations_search" ON "pump_stations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("outlet", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("keeper", '')));
--> statement-breakpoint
CREATE INDEX "rescue_team_members_updated" ON "rescue_team_members" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_team_members_title" ON "rescue_team_members" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_team_members_search" ON "rescue_team_members" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("position", '') || ' ' || coalesce("certificate", '')));
--> statement-breakpoint
CREATE INDEX "rescue_teams_updated" ON "rescue_teams" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_teams_title" ON "rescue_teams" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "rescue_teams_search" ON "rescue_teams" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("leader", '') || ' ' || coalesce("organiser", '') || ' ' || coalesce("grade", '') || ' ' || coalesce("qualification", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "reservoirs_updated" ON "reservoirs" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "reservoirs_title" ON "reservoirs" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "reservoirs_search" ON "reservoirs" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("river", '') || ' ' || coalesce("dam_kind", '') || ' ' || coalesce("administrative_head", '') || ' ' || coalesce("technical_head", '') || ' ' || coalesce("patrol_head", '') || ' ' || coalesce("downstream", '')));
--> statement-breakpoint
CREATE INDEX "response_vehicles_updated" ON "response_vehicles" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "response_vehicles_title" ON "response_vehicles" USING btree ("plate","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "response_vehicles_search" ON "response_vehicles" USING gin (anlan_terms(coalesce("plate", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("onboard_equipment", '') || ' ' || coalesce("driver", '') || ' ' || coalesce("terminal", '')));
--> statement-breakpoint
CREATE INDEX "safety_expenses_updated" ON "safety_expenses" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "safety_expenses_title" ON "safety_expenses" USING btree ("purpose","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "safety_expenses_search" ON "safety_expenses" USING gin (anlan_terms(coalesce("purpose", '') || ' ' || coalesce("year", '') || ' ' || coalesce("basis", '') || ' ' || coalesce("voucher_no", '') || ' ' || coalesce("finding", '')));
--> statement-breakpoint
CREATE INDEX "scenic_sites_updated" ON "scenic_sites" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "scenic_sites_title" ON "scenic_sites" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "scenic_sites_search" ON "scenic_sites" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("exits", '')));
--> statement-breakpoint
CREATE INDEX "schools_updated" ON "schools" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "schools_title" ON "schools" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "schools_search" ON "schools" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("contact", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("address", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "service_contracts_updated" ON "service_contracts" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "service_contracts_title" ON "service_contracts" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "service_contracts_search" ON "service_contracts" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("provider", '') || ' ' || coalesce("contract_no", '') || ' ' || coalesce("buyer", '') || ' ' || coalesce("procurement", '') || ' ' || coalesce("qualification", '') || ' ' || coalesce("scope", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "shelters_updated" ON "shelters" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "shelters_title" ON "shelters" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "shelters_search" ON "shelters" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("keeper", '') || ' ' || coalesce("operator", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("deputy", '') || ' ' || coalesce("key_holder", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "special_equipment_updated" ON "special_equipment" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "special_equipment_title" ON "special_equipment" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "special_equipment_search" ON "special_equipment" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("user", '') || ' ' || coalesce("registration_no", '') || ' ' || coalesce("location", '') || ' ' || coalesce("maker", '') || ' ' || coalesce("factory_no", '') || ' ' || coalesce("inspector", '') || ' ' || coalesce("maintainer", '') || ' ' || coalesce("safety_manager", '') || ' ' || coalesce("ledger_no", '') || ' ' || coalesce("circular_no", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "stations_updated" ON "stations" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stations_title" ON "stations" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stations_search" ON "stations" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("contact", '')));
--> statement-breakpoint
CREATE INDEX "stock_batches_updated" ON "stock_batches" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stock_batches_title" ON "stock_batches" USING btree ("batch_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "stock_batches_search" ON "stock_batches" USING gin (anlan_terms(coalesce("batch_no", '') || ' ' || coalesce("position", '') || ' ' || coalesce("supplier", '') || ' ' || coalesce("order_no", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "supply_items_updated" ON "supply_items" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "supply_items_title" ON "supply_items" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "supply_items_search" ON "supply_items" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("unit", '') || ' ' || coalesce("standard_code", '') || ' ' || coalesce("specification", '') || ' ' || coalesce("packing", '') || ' ' || coalesce("storage", '')));
--> statement-breakpoint
CREATE INDEX "typical_cases_updated" ON "typical_cases" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "typical_cases_title" ON "typical_cases" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "typical_cases_search" ON "typical_cases" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("locality", '') || ' ' || coalesce("event_code", '') || ' ' || coalesce("course", '') || ' ' || coalesce("causes", '') || ' ' || coalesce("lessons", '') || ' ' || coalesce("source", '')));
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_updated" ON "unsafe_bridges" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_title" ON "unsafe_bridges" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_bridges_search" ON "unsafe_bridges" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("road", '') || ' ' || coalesce("crossing", '') || ' ' || coalesce("built_in", '') || ' ' || coalesce("defects", '') || ' ' || coalesce("detour", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("responsible", '')));
--> statement-breakpoint
CREATE INDEX "unsafe_houses_updated" ON "unsafe_houses" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_houses_title" ON "unsafe_houses" USING btree ("house_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "unsafe_houses_search" ON "unsafe_houses" USING gin (anlan_terms(coalesce("house_no", '') || ' ' || coalesce("built_in", '') || ' ' || coalesce("danger", '') || ' ' || coalesce("assessor", '') || ' ' || coalesce("responsible", '')));
--> statement-breakpoint
CREATE INDEX "volunteers_updated" ON "volunteers" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "volunteers_title" ON "volunteers" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "volunteers_search" ON "volunteers" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("organisation", '') || ' ' || coalesce("volunteer_no", '')));
--> statement-breakpoint
CREATE INDEX "warehouses_updated" ON "warehouses" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warehouses_title" ON "warehouses" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warehouses_search" ON "warehouses" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("duty_phone", '') || ' ' || coalesce("keeper", '') || ' ' || coalesce("address", '') || ' ' || coalesce("operator", '') || ' ' || coalesce("deputy", '') || ' ' || coalesce("lorry_access", '') || ' ' || coalesce("loading", '')));
--> statement-breakpoint
CREATE INDEX "warning_recipients_updated" ON "warning_recipients" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_recipients_title" ON "warning_recipients" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_recipients_search" ON "warning_recipients" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("address", '')));
--> statement-breakpoint
CREATE INDEX "waste_entries_updated" ON "waste_entries" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waste_entries_title" ON "waste_entries" USING btree ("entry_no","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waste_entries_search" ON "waste_entries" USING gin (anlan_terms(coalesce("entry_no", '') || ' ' || coalesce("waste_name", '') || ' ' || coalesce("waste_code", '') || ' ' || coalesce("container", '') || ' ' || coalesce("storage", '') || ' ' || coalesce("counterparty", '') || ' ' || coalesce("counterparty_permit", '') || ' ' || coalesce("manifest_no", '') || ' ' || coalesce("handler", '') || ' ' || coalesce("note", '')));
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_updated" ON "waterlogging_spots" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_title" ON "waterlogging_spots" USING btree ("name","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "waterlogging_spots_search" ON "waterlogging_spots" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("responsible", '') || ' ' || coalesce("cause", '') || ' ' || coalesce("measures", '')));
--> statement-breakpoint
CREATE INDEX "incident_updated" ON "incident" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "incident_title" ON "incident" USING btree ("title","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "incident_search" ON "incident" USING gin (anlan_terms(coalesce("title", '') || ' ' || coalesce("event_code", '') || ' ' || coalesce("place_text", '') || ' ' || coalesce("facts", '') || ' ' || coalesce("alarm_id", '')));
--> statement-breakpoint
CREATE INDEX "warning_updated" ON "warning" USING btree ("updated_at","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_title" ON "warning" USING btree ("headline_zh","id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "warning_search" ON "warning" USING gin (anlan_terms(coalesce("headline_zh", '') || ' ' || coalesce("event_code", '') || ' ' || coalesce("description_zh", '') || ' ' || coalesce("instruction_zh", '') || ' ' || coalesce("headline_en", '') || ' ' || coalesce("description_en", '') || ' ' || coalesce("instruction_en", '')));
--> statement-breakpoint
CREATE POLICY "experts_shared" ON "experts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "law_texts_shared" ON "law_texts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "plans_shared" ON "plans" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "posts_shared" ON "posts" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "supply_items_shared" ON "supply_items" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "typical_cases_shared" ON "typical_cases" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "dictionary_entries_by_area" ON "dictionary_entries" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "dictionary_entries_shared" ON "dictionary_entries" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
--> statement-breakpoint
CREATE POLICY "hidden_hazard_by_area" ON "hidden_hazard" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "penalty_ordinary_by_area" ON "penalty_ordinary" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "plan_filing_by_area" ON "plan_filing" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
--> statement-breakpoint
CREATE POLICY "saved_view_own" ON "saved_view" AS PERMISSIVE FOR ALL TO "anlan_app" USING (account_id::text = (select current_setting('anlan.account_id', true))) WITH CHECK (account_id::text = (select current_setting('anlan.account_id', true)));
--> statement-breakpoint
CREATE POLICY "saved_view_shared" ON "saved_view" AS PERMISSIVE FOR SELECT TO "anlan_app" USING (area_code is not null and (select current_setting('anlan.area_from', true)) collate "C" >= area_code and (select current_setting('anlan.area_from', true)) collate "C" < area_code || '~');
--> statement-breakpoint
CREATE POLICY "sheet_import_by_area" ON "sheet_import" AS PERMISSIVE FOR ALL TO "anlan_app" USING ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true)))) WITH CHECK ((area_code collate "C" >= (select current_setting('anlan.area_from', true)) and area_code collate "C" < (select current_setting('anlan.area_to', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_2', true)) and area_code collate "C" < (select current_setting('anlan.area_to_2', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_3', true)) and area_code collate "C" < (select current_setting('anlan.area_to_3', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_4', true)) and area_code collate "C" < (select current_setting('anlan.area_to_4', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_5', true)) and area_code collate "C" < (select current_setting('anlan.area_to_5', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_6', true)) and area_code collate "C" < (select current_setting('anlan.area_to_6', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_7', true)) and area_code collate "C" < (select current_setting('anlan.area_to_7', true))) or (area_code collate "C" >= (select current_setting('anlan.area_from_8', true)) and area_code collate "C" < (select current_setting('anlan.area_to_8', true))));
