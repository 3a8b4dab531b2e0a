ALTER TABLE "base_raster" ADD COLUMN "cell_lat_deg" double precision;
--> statement-breakpoint
ALTER TABLE "base_raster" ADD COLUMN "encoding" text DEFAULT 'decimetres' NOT NULL;
--> statement-breakpoint
ALTER TABLE "base_raster" ADD COLUMN "label_zh" text DEFAULT '地形' NOT NULL;
--> statement-breakpoint
ALTER TABLE "base_raster" ADD COLUMN "label_en" text DEFAULT 'Terrain' NOT NULL;
--> statement-breakpoint
ALTER TABLE "base_raster" ADD COLUMN "source" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "base_raster" ADD COLUMN "imported_at" timestamp (3) with time zone;
