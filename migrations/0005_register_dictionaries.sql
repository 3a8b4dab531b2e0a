DROP INDEX "plans_search";
--> statement-breakpoint
DROP INDEX "typical_cases_search";
--> statement-breakpoint
CREATE INDEX "plans_search" ON "plans" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("compiler", '') || ' ' || coalesce("edition", '') || ' ' || coalesce("issue_no", '') || ' ' || coalesce("filed_with", '') || ' ' || coalesce("filing_no", '') || ' ' || coalesce("owner", '') || ' ' || coalesce("start_conditions", '')));
--> statement-breakpoint
CREATE INDEX "typical_cases_search" ON "typical_cases" USING gin (anlan_terms(coalesce("name", '') || ' ' || coalesce("locality", '') || ' ' || coalesce("course", '') || ' ' || coalesce("causes", '') || ' ' || coalesce("lessons", '') || ' ' || coalesce("source", '')));
