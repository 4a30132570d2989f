ALTER TABLE "phone_numbers" ADD COLUMN "carrier" text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "carrier_former" jsonb;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "carrier_busy_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "low_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "counted_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ring_groups" ADD COLUMN "schedule" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "trunks" ADD COLUMN "for_carrier" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "trunks_one_for_carrier" ON "trunks" USING btree ("tenant_id","mode") WHERE for_carrier;