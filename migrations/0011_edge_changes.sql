CREATE TABLE "edge_change" (
	"position" bigint NOT NULL,
	"nth" integer NOT NULL,
	"change" jsonb NOT NULL,
	CONSTRAINT "edge_change_position_nth_pk" PRIMARY KEY("position","nth")
);

--> statement-breakpoint
ALTER TABLE "edge_change" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "alarm" ADD COLUMN "origin" jsonb;
--> statement-breakpoint
CREATE POLICY "edge_change_with_session" ON "edge_change" AS PERMISSIVE FOR ALL TO "anlan_app" USING (coalesce((select current_setting('anlan.area_from', true)), '') <> '') WITH CHECK (coalesce((select current_setting('anlan.area_from', true)), '') <> '');
