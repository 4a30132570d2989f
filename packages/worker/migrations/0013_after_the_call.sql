CREATE TABLE "callbacks" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"lead_id" text NOT NULL,
	"location_id" text NOT NULL,
	"day" text NOT NULL,
	"from_time" text NOT NULL,
	"to_time" text NOT NULL,
	"time_zone" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"done_by" text DEFAULT '' NOT NULL,
	"done_at" timestamp (3) with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "callbacks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "callbacks_one_a_message" UNIQUE("tenant_id","mode","lead_id")
);
--> statement-breakpoint
ALTER TABLE "callbacks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "recording_rule" text DEFAULT 'all_party' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "corrected_outcome" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "corrected_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "corrected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "summary" jsonb;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "rule" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "rule_version" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "spam" text DEFAULT 'note' NOT NULL;--> statement-breakpoint
ALTER TABLE "locations" ADD COLUMN "region" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_tenant_id_lead_id_leads_tenant_id_id_fk" FOREIGN KEY ("tenant_id","lead_id") REFERENCES "public"."leads"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_tenant_id_location_id_locations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","location_id") REFERENCES "public"."locations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callbacks_open" ON "callbacks" USING btree ("tenant_id","mode","state","from_at");--> statement-breakpoint
CREATE INDEX "calls_of_caller" ON "calls" USING btree ("tenant_id","mode","caller","created_at");--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "callbacks" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("callbacks"."tenant_id" = current_setting('app.tenant_id', true) and "callbacks"."mode" = current_setting('app.mode', true)) WITH CHECK ("callbacks"."tenant_id" = current_setting('app.tenant_id', true) and "callbacks"."mode" = current_setting('app.mode', true));--> statement-breakpoint
select app.lock_tables();
