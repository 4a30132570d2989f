CREATE TABLE "auth"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "insight_days" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"day" date NOT NULL,
	"counted" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "insight_days_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "insight_days_once" UNIQUE("tenant_id","mode","day")
);
--> statement-breakpoint
ALTER TABLE "insight_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "auth"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_user" ON "auth"."passkey" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "insight_days" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("insight_days"."tenant_id" = current_setting('app.tenant_id', true) and "insight_days"."mode" = current_setting('app.mode', true)) WITH CHECK ("insight_days"."tenant_id" = current_setting('app.tenant_id', true) and "insight_days"."mode" = current_setting('app.mode', true));--> statement-breakpoint
select app.lock_tables();
--> statement-breakpoint
grant select, insert, update, delete on auth.passkey to foyer_auth;
