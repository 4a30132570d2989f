CREATE TABLE "audit" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"request_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "idempotency_once" UNIQUE("tenant_id","mode","actor","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" jsonb NOT NULL,
	"idempotency_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "outbox_once" UNIQUE("tenant_id","mode","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"assistant_id" text NOT NULL,
	"visitor_id" text NOT NULL,
	"channel" text NOT NULL,
	"lang" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"lease_turn_id" text,
	"lease_until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"conversation_id" text NOT NULL,
	"position" bigserial NOT NULL,
	"client_id" text,
	"author" text NOT NULL,
	"turn_id" text,
	"text" text NOT NULL,
	"lang" text DEFAULT '' NOT NULL,
	"sentences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"offers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "messages_client_id" UNIQUE("tenant_id","mode","conversation_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ratings" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"conversation_id" text NOT NULL,
	"turn_id" text DEFAULT '' NOT NULL,
	"thumb" text NOT NULL,
	"score" integer,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "ratings_once" UNIQUE("tenant_id","mode","conversation_id","turn_id")
);
--> statement-breakpoint
ALTER TABLE "ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "turns" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"conversation_id" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"tier" text,
	"kind" text,
	"confidence" double precision,
	"lang" text DEFAULT '' NOT NULL,
	"trace" jsonb,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "turns_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "turns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_secrets" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_secrets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "identity_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "keys" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"mode" text NOT NULL,
	"hash" text NOT NULL,
	"prefix" text NOT NULL,
	"assistant_id" text,
	"last_used_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "keys_hash" UNIQUE("tenant_id","hash")
);
--> statement-breakpoint
ALTER TABLE "keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "document_versions" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"document_id" text NOT NULL,
	"read_id" text NOT NULL,
	"title" text NOT NULL,
	"lang" text NOT NULL,
	"text" text NOT NULL,
	"content_hash" text NOT NULL,
	"passages" jsonb NOT NULL,
	"structured" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"dated" text DEFAULT '' NOT NULL,
	"from_revision" integer,
	"to_revision" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "document_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"url" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "documents_url" UNIQUE("tenant_id","source_id","url")
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facts" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"location_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb NOT NULL,
	"state" text NOT NULL,
	"quote" jsonb,
	"fingerprint" text NOT NULL,
	"from_revision" integer NOT NULL,
	"to_revision" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "facts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pages" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"read_id" text NOT NULL,
	"key" text NOT NULL,
	"url" text NOT NULL,
	"state" text DEFAULT 'found' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"depth" integer DEFAULT 0 NOT NULL,
	"rank" double precision DEFAULT 0 NOT NULL,
	"via" text DEFAULT 'start' NOT NULL,
	"found_on" text DEFAULT '' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"etag" text DEFAULT '' NOT NULL,
	"last_modified" text DEFAULT '' NOT NULL,
	"content_hash" text DEFAULT '' NOT NULL,
	"document_id" text,
	"version_id" text,
	"fetched_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pages_key" UNIQUE("tenant_id","source_id","key")
);
--> statement-breakpoint
ALTER TABLE "pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reads" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"revision" integer,
	"lease_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reads_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "knowledge_revisions" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"index_key" text NOT NULL,
	"facts" jsonb NOT NULL,
	"documents" integer NOT NULL,
	"passages" integer NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_revisions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "knowledge_revisions_number" UNIQUE("tenant_id","number")
);
--> statement-breakpoint
ALTER TABLE "knowledge_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sources" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"config" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"read_every_hours" integer DEFAULT 0 NOT NULL,
	"last_read_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leads" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"conversation_id" text NOT NULL,
	"client_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "leads_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "leads_client_id" UNIQUE("tenant_id","mode","conversation_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "leads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "playbook_versions" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"assistant_id" text NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"model" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "playbook_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "playbook_versions_number" UNIQUE("tenant_id","assistant_id","number")
);
--> statement-breakpoint
ALTER TABLE "playbook_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assistants" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"location_id" text NOT NULL,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"published_version_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assistants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "assistants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "locations" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "locations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "origins" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "origins_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "origins_once" UNIQUE("tenant_id","origin")
);
--> statement-breakpoint
ALTER TABLE "origins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"region" text DEFAULT 'auto' NOT NULL,
	"mode" text NOT NULL,
	"retention" jsonb NOT NULL,
	"spend_cap_micros" bigint DEFAULT 1000000 NOT NULL,
	"notify_email" text DEFAULT '' NOT NULL,
	"knowledge_revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usage" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"tier" text NOT NULL,
	"turn_id" text NOT NULL,
	"tokens_in" integer DEFAULT 0 NOT NULL,
	"tokens_out" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "usage_once" UNIQUE("tenant_id","mode","turn_id","kind")
);
--> statement-breakpoint
ALTER TABLE "usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"visitor_id" text NOT NULL,
	"key_id" text NOT NULL,
	"hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refresh_tokens_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refresh_tokens_hash" UNIQUE("tenant_id","mode","hash")
);
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visitors" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"mode" text DEFAULT current_setting('app.mode') NOT NULL,
	"subject" text,
	"name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitors_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "visitors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_tenant_id_assistant_id_assistants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","assistant_id") REFERENCES "public"."assistants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_tenant_id_visitor_id_visitors_tenant_id_id_fk" FOREIGN KEY ("tenant_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_tenant_id_document_id_documents_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "public"."documents"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_tenant_id_location_id_locations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","location_id") REFERENCES "public"."locations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_tenant_id_source_id_sources_tenant_id_id_fk" FOREIGN KEY ("tenant_id","source_id") REFERENCES "public"."sources"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_tenant_id_source_id_sources_tenant_id_id_fk" FOREIGN KEY ("tenant_id","source_id") REFERENCES "public"."sources"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_versions" ADD CONSTRAINT "playbook_versions_tenant_id_assistant_id_assistants_tenant_id_id_fk" FOREIGN KEY ("tenant_id","assistant_id") REFERENCES "public"."assistants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistants" ADD CONSTRAINT "assistants_tenant_id_location_id_locations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","location_id") REFERENCES "public"."locations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_tenant_id_visitor_id_visitors_tenant_id_id_fk" FOREIGN KEY ("tenant_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_recent" ON "conversations" USING btree ("tenant_id","mode","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_one_reply" ON "messages" USING btree ("tenant_id","turn_id") WHERE author = 'assistant';--> statement-breakpoint
CREATE INDEX "messages_of_conversation" ON "messages" USING btree ("tenant_id","conversation_id","position");--> statement-breakpoint
CREATE INDEX "turns_of_conversation" ON "turns" USING btree ("tenant_id","conversation_id","id");--> statement-breakpoint
CREATE INDEX "document_versions_of_document" ON "document_versions" USING btree ("tenant_id","document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "facts_once" ON "facts" USING btree ("tenant_id","location_id","kind","fingerprint") WHERE to_revision is null;--> statement-breakpoint
CREATE INDEX "pages_of_read" ON "pages" USING btree ("tenant_id","read_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "reads_one_at_a_time" ON "reads" USING btree ("tenant_id","source_id") WHERE state in ('queued','reading','publishing');--> statement-breakpoint
CREATE INDEX "usage_by_day" ON "usage" USING btree ("tenant_id","mode","day");--> statement-breakpoint
CREATE UNIQUE INDEX "visitors_subject" ON "visitors" USING btree ("tenant_id","mode","subject") WHERE subject is not null;--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "audit" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("audit"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("audit"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "events" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("events"."tenant_id" = current_setting('app.tenant_id', true) and "events"."mode" = current_setting('app.mode', true)) WITH CHECK ("events"."tenant_id" = current_setting('app.tenant_id', true) and "events"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "idempotency" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("idempotency"."tenant_id" = current_setting('app.tenant_id', true) and "idempotency"."mode" = current_setting('app.mode', true)) WITH CHECK ("idempotency"."tenant_id" = current_setting('app.tenant_id', true) and "idempotency"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "outbox" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("outbox"."tenant_id" = current_setting('app.tenant_id', true) and "outbox"."mode" = current_setting('app.mode', true)) WITH CHECK ("outbox"."tenant_id" = current_setting('app.tenant_id', true) and "outbox"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "conversations" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("conversations"."tenant_id" = current_setting('app.tenant_id', true) and "conversations"."mode" = current_setting('app.mode', true)) WITH CHECK ("conversations"."tenant_id" = current_setting('app.tenant_id', true) and "conversations"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "messages" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("messages"."tenant_id" = current_setting('app.tenant_id', true) and "messages"."mode" = current_setting('app.mode', true)) WITH CHECK ("messages"."tenant_id" = current_setting('app.tenant_id', true) and "messages"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "ratings" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("ratings"."tenant_id" = current_setting('app.tenant_id', true) and "ratings"."mode" = current_setting('app.mode', true)) WITH CHECK ("ratings"."tenant_id" = current_setting('app.tenant_id', true) and "ratings"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "turns" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("turns"."tenant_id" = current_setting('app.tenant_id', true) and "turns"."mode" = current_setting('app.mode', true)) WITH CHECK ("turns"."tenant_id" = current_setting('app.tenant_id', true) and "turns"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "identity_secrets" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("identity_secrets"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("identity_secrets"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "keys" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("keys"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("keys"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "document_versions" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("document_versions"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("document_versions"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "documents" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("documents"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("documents"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "facts" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("facts"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("facts"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "pages" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("pages"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("pages"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "reads" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("reads"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("reads"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "knowledge_revisions" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("knowledge_revisions"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("knowledge_revisions"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "sources" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("sources"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("sources"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "leads" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("leads"."tenant_id" = current_setting('app.tenant_id', true) and "leads"."mode" = current_setting('app.mode', true)) WITH CHECK ("leads"."tenant_id" = current_setting('app.tenant_id', true) and "leads"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "playbook_versions" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("playbook_versions"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("playbook_versions"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "assistants" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("assistants"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("assistants"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "locations" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("locations"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("locations"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "origins" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("origins"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("origins"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "tenants" AS PERMISSIVE FOR ALL TO "foyer_app" USING (id = current_setting('app.tenant_id', true)) WITH CHECK (id = current_setting('app.tenant_id', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "usage" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("usage"."tenant_id" = current_setting('app.tenant_id', true) and "usage"."mode" = current_setting('app.mode', true)) WITH CHECK ("usage"."tenant_id" = current_setting('app.tenant_id', true) and "usage"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "refresh_tokens" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("refresh_tokens"."tenant_id" = current_setting('app.tenant_id', true) and "refresh_tokens"."mode" = current_setting('app.mode', true)) WITH CHECK ("refresh_tokens"."tenant_id" = current_setting('app.tenant_id', true) and "refresh_tokens"."mode" = current_setting('app.mode', true));--> statement-breakpoint
CREATE POLICY "own_tenant_and_mode" ON "visitors" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("visitors"."tenant_id" = current_setting('app.tenant_id', true) and "visitors"."mode" = current_setting('app.mode', true)) WITH CHECK ("visitors"."tenant_id" = current_setting('app.tenant_id', true) and "visitors"."mode" = current_setting('app.mode', true));