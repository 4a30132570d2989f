CREATE TABLE "calls" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"conversation_id" text NOT NULL,
	"room" text NOT NULL,
	"state" text DEFAULT 'opened' NOT NULL,
	"end_reason" text,
	"generation" integer DEFAULT 1 NOT NULL,
	"dispatch_id" text DEFAULT '' NOT NULL,
	"job_id" text DEFAULT '' NOT NULL,
	"lang" text DEFAULT '' NOT NULL,
	"recording" text DEFAULT 'off' NOT NULL,
	"recording_sizes" integer[] DEFAULT '{}' NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"joined_at" timestamp (3) with time zone,
	"greeted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calls_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "calls_room" UNIQUE("tenant_id","room")
);
--> statement-breakpoint
ALTER TABLE "calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"call_id" text NOT NULL,
	"kind" text NOT NULL,
	"answer" text NOT NULL,
	"notice_version" text NOT NULL,
	"lang" text NOT NULL,
	"wording" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "via" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "heard" text;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "voice" jsonb;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_tenant_id_call_id_calls_tenant_id_id_fk" FOREIGN KEY ("tenant_id","call_id") REFERENCES "public"."calls"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_by_room" ON "calls" USING btree ("room");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_one_running" ON "calls" USING btree ("tenant_id","conversation_id") WHERE state <> 'ended';--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "calls" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("calls"."tenant_id" = current_setting('app.tenant_id', true) and "calls"."mode" = current_setting('app.mode', true)) WITH CHECK ("calls"."tenant_id" = current_setting('app.tenant_id', true) and "calls"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "consents" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("consents"."tenant_id" = current_setting('app.tenant_id', true) and "consents"."mode" = current_setting('app.mode', true)) WITH CHECK ("consents"."tenant_id" = current_setting('app.tenant_id', true) and "consents"."mode" = current_setting('app.mode', true));--> statement-breakpoint
select app.lock_tables();
--> statement-breakpoint
-- A receipt is never changed; it goes with its conversation. lock_tables grants all again, so the ledgers are closed again.
revoke update, delete on public.audit, public.usage, public.consents from foyer_app;
--> statement-breakpoint
revoke update, delete on public.playbook_versions, public.knowledge_revisions from foyer_app;
--> statement-breakpoint
revoke delete on public.tenants, public.document_versions, public.facts from foyer_app;
--> statement-breakpoint
grant select on public.calls to foyer_system;
--> statement-breakpoint
create policy system_reads on public.calls for select to foyer_system using (true);
--> statement-breakpoint
grant create on schema system to foyer_system;
--> statement-breakpoint
-- A room that an agent or the media server names → whose call it is. The name is unguessable and unique.
create or replace function system.find_room(wanted text)
returns table (tenant_id text, mode text, conversation_id text, call_id text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.tenant_id, c.mode, c.conversation_id, c.id, c.state from calls c where c.room = wanted
$$;
--> statement-breakpoint
alter function system.find_room(text) owner to foyer_system;
--> statement-breakpoint
revoke create on schema system from foyer_system;
--> statement-breakpoint
revoke all on function system.find_room(text) from public;
--> statement-breakpoint
grant execute on function system.find_room(text) to foyer_app;
