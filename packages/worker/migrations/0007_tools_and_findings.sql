CREATE TABLE "findings" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"about" text NOT NULL,
	"url" text NOT NULL,
	"believed" jsonb,
	"other" jsonb,
	"key" text NOT NULL,
	"source_id" text DEFAULT '' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "findings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "findings_key" UNIQUE("tenant_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tool_calls" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"tool_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"turn_id" text NOT NULL,
	"state" text NOT NULL,
	"arguments" jsonb NOT NULL,
	"result" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "tool_calls_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tool_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tools" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"method" text NOT NULL,
	"url" text NOT NULL,
	"arguments" jsonb NOT NULL,
	"confirm" text NOT NULL,
	"ask" jsonb NOT NULL,
	"say" jsonb NOT NULL,
	"example" jsonb NOT NULL,
	"timeout_ms" integer NOT NULL,
	"auth_header" text DEFAULT '' NOT NULL,
	"auth_sealed" text DEFAULT '' NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tools_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "tools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tool_calls" ADD CONSTRAINT "tool_calls_tenant_id_tool_id_tools_tenant_id_id_fk" FOREIGN KEY ("tenant_id","tool_id") REFERENCES "public"."tools"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_calls" ADD CONSTRAINT "tool_calls_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tool_calls_of_conversation" ON "tool_calls" USING btree ("tenant_id","conversation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tools_name" ON "tools" USING btree ("tenant_id","name") WHERE removed_at is null;--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "findings" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("findings"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("findings"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "tool_calls" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("tool_calls"."tenant_id" = current_setting('app.tenant_id', true) and "tool_calls"."mode" = current_setting('app.mode', true)) WITH CHECK ("tool_calls"."tenant_id" = current_setting('app.tenant_id', true) and "tool_calls"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "tools" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("tools"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("tools"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
-- Only tables that are new: what was taken from the worker on the older ones stays taken.
create or replace function app.lock_tables() returns void language plpgsql as $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
             and not c.relforcerowsecurity
  loop
    execute format('alter table public.%I enable row level security', t.relname);
    execute format('alter table public.%I force row level security', t.relname);
    execute format('grant select, insert, update, delete on public.%I to foyer_app', t.relname);
  end loop;
  grant usage on all sequences in schema public to foyer_app;
end $$;
--> statement-breakpoint
select app.lock_tables();
--> statement-breakpoint
-- The migrations before this one had granted all of it again.
revoke update, delete on public.audit, public.usage, public.consents from foyer_app;
--> statement-breakpoint
revoke update, delete on public.playbook_versions, public.knowledge_revisions from foyer_app;
--> statement-breakpoint
revoke delete on public.tenants, public.document_versions, public.facts from foyer_app;
