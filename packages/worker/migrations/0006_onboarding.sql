CREATE TABLE "questions" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"phrasings" jsonb NOT NULL,
	"answer" text NOT NULL,
	"lang" text DEFAULT '' NOT NULL,
	"fingerprint" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "questions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "questions_once" UNIQUE("tenant_id","source_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "emergency_contacts" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "emergency_contacts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "emergency_contacts_order" UNIQUE("tenant_id","position")
);
--> statement-breakpoint
ALTER TABLE "emergency_contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "onboarding" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"revision" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"source_id" text DEFAULT '' NOT NULL,
	"trade" text DEFAULT '' NOT NULL,
	"accent" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "onboarding_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "onboarding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "code" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_tenant_id_source_id_sources_tenant_id_id_fk" FOREIGN KEY ("tenant_id","source_id") REFERENCES "public"."sources"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_evidence" ON "messages" USING gin ("sentences" jsonb_path_ops) WHERE author = 'assistant';--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "questions" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("questions"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("questions"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "emergency_contacts" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("emergency_contacts"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("emergency_contacts"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "onboarding" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("onboarding"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("onboarding"."tenant_id" = current_setting('app.tenant_id', true));
--> statement-breakpoint
select app.lock_tables();
