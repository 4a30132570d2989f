CREATE TABLE "phone_numbers" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"number" text NOT NULL,
	"trunk_id" text NOT NULL,
	"assistant_id" text NOT NULL,
	"location_id" text NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"answers" text NOT NULL,
	"anonymous" text NOT NULL,
	"blocked" text[] DEFAULT '{}' NOT NULL,
	"rules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_numbers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "phone_numbers_one_owner" UNIQUE("mode","number")
);
--> statement-breakpoint
ALTER TABLE "phone_numbers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trunks" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"name" text NOT NULL,
	"username" text NOT NULL,
	"password_sealed" text NOT NULL,
	"addresses" text[] DEFAULT '{}' NOT NULL,
	"gateway_id" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trunks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "trunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "channel" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "caller" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "dialled" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "purpose" text DEFAULT 'talk' NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_tenant_id_trunk_id_trunks_tenant_id_id_fk" FOREIGN KEY ("tenant_id","trunk_id") REFERENCES "public"."trunks"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_tenant_id_assistant_id_assistants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","assistant_id") REFERENCES "public"."assistants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_tenant_id_location_id_locations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","location_id") REFERENCES "public"."locations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "phone_numbers" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("phone_numbers"."tenant_id" = current_setting('app.tenant_id', true) and "phone_numbers"."mode" = current_setting('app.mode', true)) WITH CHECK ("phone_numbers"."tenant_id" = current_setting('app.tenant_id', true) and "phone_numbers"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "trunks" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("trunks"."tenant_id" = current_setting('app.tenant_id', true) and "trunks"."mode" = current_setting('app.mode', true)) WITH CHECK ("trunks"."tenant_id" = current_setting('app.tenant_id', true) and "trunks"."mode" = current_setting('app.mode', true));--> statement-breakpoint
select app.lock_tables();
--> statement-breakpoint
grant usage, create on schema system to foyer_system;
--> statement-breakpoint
create policy system_reads on public.trunks for select to foyer_system using (true);
--> statement-breakpoint
create policy system_reads on public.phone_numbers for select to foyer_system using (true);
--> statement-breakpoint
-- A call that the gateway hands over → whose it is. Trunk and number must belong together: half a match is nobody's.
create or replace function system.find_number(trunk text, dialled text)
returns table (tenant_id text, mode text, number_id text)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.tenant_id, n.mode, n.id from phone_numbers n
    join trunks t on t.tenant_id = n.tenant_id and t.id = n.trunk_id
   where n.number = dialled and t.gateway_id = trunk and trunk <> ''
$$;
--> statement-breakpoint
alter function system.find_number(text, text) owner to foyer_system;
--> statement-breakpoint
revoke create on schema system from foyer_system;
--> statement-breakpoint
revoke all on function system.find_number(text, text) from public;
--> statement-breakpoint
grant execute on function system.find_number(text, text) to foyer_app;
