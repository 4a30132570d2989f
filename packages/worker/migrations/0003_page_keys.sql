ALTER TABLE "pages" DROP CONSTRAINT "pages_url";--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "key" text;--> statement-breakpoint
update "pages" set "key" = "url";--> statement-breakpoint
ALTER TABLE "pages" ALTER COLUMN "key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "rank" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "via" text DEFAULT 'start' NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "found_on" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_key" UNIQUE("tenant_id","source_id","key");