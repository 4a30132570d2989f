CREATE SCHEMA IF NOT EXISTS "auth";
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."attempt" (
	"name" text NOT NULL,
	"ends" timestamp (3) with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "attempt_name_ends_pk" PRIMARY KEY("name","ends")
);
--> statement-breakpoint
CREATE TABLE "auth"."invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"token_hash" text NOT NULL,
	"inviter" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."member" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "organization_id" text;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_pending" ON "auth"."invitation" USING btree ("organization_id","email") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "member_user" ON "auth"."member" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_once" ON "auth"."member" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "auth"."two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_organization_id_unique" UNIQUE("organization_id");--> statement-breakpoint
-- The identity login: the schema auth and nothing else. The worker's login gets in through the functions below only.
do $$
begin
  if not exists (select from pg_roles where rolname = 'foyer_auth') then
    create role foyer_auth login;
  end if;
end $$;
--> statement-breakpoint
grant usage on schema auth to foyer_auth, foyer_system;
--> statement-breakpoint
grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification, auth.two_factor to foyer_auth;
--> statement-breakpoint
grant select on auth."user", auth.session to foyer_system;
--> statement-breakpoint
grant delete on auth.session to foyer_system;
--> statement-breakpoint
grant select, insert, update, delete on auth.organization, auth.member, auth.invitation, auth.attempt to foyer_system;
--> statement-breakpoint
grant usage, create on schema system to foyer_system;
--> statement-breakpoint
-- A session's token → who is signed in, and what they are for the tenant they name; one row, or none.
create or replace function system.find_session(presented text, wanted_tenant text)
returns table (user_id text, session_id text, name text, email text, email_verified boolean,
               member_id text, role text, tenant_mode text)
language sql stable security definer set search_path = auth, pg_temp as $$
  select u.id, s.id, u.name, u.email, u.email_verified, m.id, m.role, t.mode
    from session s join "user" u on u.id = s.user_id
    left join public.tenants t on t.id = wanted_tenant
    left join member m on m.organization_id = t.organization_id and m.user_id = u.id
   where s.token = presented and s.expires_at > now()
$$;
--> statement-breakpoint
create or replace function system.tenants_of(person text)
returns table (tenant_id text, slug text, name text, mode text, member_id text, role text)
language sql stable security definer set search_path = auth, pg_temp as $$
  select t.id, t.slug, t.name, t.mode, m.id, m.role
    from member m join public.tenants t on t.organization_id = m.organization_id
   where m.user_id = person order by t.name, t.id
$$;
--> statement-breakpoint
-- Counts one attempt in its window; the window's end is a multiple of its length.
create or replace function system.take_attempt(attempted text, most int, window_s int)
returns table (allowed boolean, wait_s int)
language plpgsql security definer set search_path = auth, pg_temp as $$
declare ending timestamptz := to_timestamp((floor(extract(epoch from now()) / window_s) + 1) * window_s);
        count int;
begin
  insert into attempt as a (name, ends, used) values (attempted, ending, 1)
    on conflict (name, ends) do update set used = a.used + 1 returning a.used into count;
  if random() < 0.01 then delete from attempt where ends < now(); end if;
  return query select count <= most, ceil(extract(epoch from ending - now()))::int;
end $$;
--> statement-breakpoint
-- The tenant's organization, in the tenant's own transaction: there is never one without the other.
create or replace function system.found_organization(organization_id text, organization_name text, member_id text, person text)
returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  insert into organization (id, name, slug)
  values (organization_id, organization_name, current_setting('app.tenant_id'));
  if person <> '' then
    insert into member (id, organization_id, user_id, role) values (member_id, found_organization.organization_id, person, 'owner');
  end if;
end $$;
--> statement-breakpoint
alter function system.find_session(text, text) owner to foyer_system;
--> statement-breakpoint
alter function system.tenants_of(text) owner to foyer_system;
--> statement-breakpoint
alter function system.take_attempt(text, int, int) owner to foyer_system;
--> statement-breakpoint
alter function system.found_organization(text, text, text, text) owner to foyer_system;
--> statement-breakpoint
revoke create on schema system from foyer_system;
--> statement-breakpoint
revoke all on all functions in schema system from public;
--> statement-breakpoint
grant execute on function system.find_session(text, text), system.tenants_of(text),
  system.take_attempt(text, int, int), system.found_organization(text, text, text, text) to foyer_app;
