CREATE TABLE "call_legs" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"call_id" text NOT NULL,
	"turn_id" text DEFAULT '' NOT NULL,
	"purpose" text NOT NULL,
	"wave" integer NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"number" text NOT NULL,
	"lang" text NOT NULL,
	"manner" text NOT NULL,
	"ring_ms" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"result" text,
	"rang_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "call_legs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "call_legs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"name" text NOT NULL,
	"number" text NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"hours" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ring_groups" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"name" text NOT NULL,
	"order" text NOT NULL,
	"people" text[] DEFAULT '{}' NOT NULL,
	"ring_ms" integer NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ring_groups_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "ring_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "reach" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "transfers" text DEFAULT 'warm' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "staff_first_ms" integer DEFAULT 15000 NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "when_busy" text DEFAULT 'message' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD COLUMN "own_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "trunks" ADD COLUMN "out_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "trunks" ADD COLUMN "out_gateway_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "trunks" ADD COLUMN "countries" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "call_legs" ADD CONSTRAINT "call_legs_tenant_id_call_id_calls_tenant_id_id_fk" FOREIGN KEY ("tenant_id","call_id") REFERENCES "public"."calls"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_legs_by_call" ON "call_legs" USING btree ("tenant_id","call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "call_legs_one_speaks" ON "call_legs" USING btree ("tenant_id","call_id","purpose") WHERE state in ('whispering', 'connected');--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "call_legs" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("call_legs"."tenant_id" = current_setting('app.tenant_id', true) and "call_legs"."mode" = current_setting('app.mode', true)) WITH CHECK ("call_legs"."tenant_id" = current_setting('app.tenant_id', true) and "call_legs"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "people" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("people"."tenant_id" = current_setting('app.tenant_id', true) and "people"."mode" = current_setting('app.mode', true)) WITH CHECK ("people"."tenant_id" = current_setting('app.tenant_id', true) and "people"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "ring_groups" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("ring_groups"."tenant_id" = current_setting('app.tenant_id', true) and "ring_groups"."mode" = current_setting('app.mode', true)) WITH CHECK ("ring_groups"."tenant_id" = current_setting('app.tenant_id', true) and "ring_groups"."mode" = current_setting('app.mode', true));--> statement-breakpoint
select app.lock_tables();
