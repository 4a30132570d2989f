CREATE TABLE "connections" (
	"tenant_id" text DEFAULT current_setting('app.tenant_id') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"key_ends" text NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "connections_kind" UNIQUE("tenant_id","kind")
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "delete_after" timestamp (3) with time zone;--> statement-breakpoint
CREATE POLICY "own_tenant_only" ON "connections" AS PERMISSIVE FOR ALL TO "foyer_app" USING ("connections"."tenant_id" = current_setting('app.tenant_id', true)) WITH CHECK ("connections"."tenant_id" = current_setting('app.tenant_id', true));--> statement-breakpoint
-- As before; and the functions of retention and deletion reach the rows of the tenant that the batch names, no others.
create or replace function app.lock_tables() returns void language plpgsql as $$
declare t record;
begin
  for t in select c.relname, c.oid, c.relforcerowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
  loop
    -- Only where it is new: what was taken from the worker on the older ones stays taken.
    if not t.relforcerowsecurity then
      execute format('alter table public.%I enable row level security', t.relname);
      execute format('alter table public.%I force row level security', t.relname);
      execute format('grant select, insert, update, delete on public.%I to foyer_app', t.relname);
    end if;
    execute format('grant select, update, delete on public.%I to foyer_system', t.relname);
    if not exists (select from pg_policy where polrelid = t.oid and polname = 'system_tidies') then
      execute format('create policy system_tidies on public.%I for all to foyer_system using (%I = current_setting(''app.tenant_id'', true))',
        t.relname, case t.relname when 'tenants' then 'id' else 'tenant_id' end);
    end if;
  end loop;
  grant usage on all sequences in schema public to foyer_app;
end $$;
--> statement-breakpoint
select app.lock_tables();
--> statement-breakpoint
grant usage, create on schema system to foyer_system;
--> statement-breakpoint
grant delete on auth.organization to foyer_system;
--> statement-breakpoint
-- What the tenant of this batch no longer keeps, by its own days for each kind.
create or replace function system.apply_retention() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare own text := current_setting('app.tenant_id');
        days jsonb := (select retention from tenants where id = own);
        talked timestamptz := now() - make_interval(days => (days->>'conversationDays')::int);
        traced timestamptz := now() - make_interval(days => (days->>'traceDays')::int);
        audited timestamptz := now() - make_interval(days => (days->>'auditDays')::int);
        old text[] := array(select c.id from conversations c where c.tenant_id = own and c.created_at < talked
                             and not exists (select from messages m where m.tenant_id = own and m.conversation_id = c.id and m.created_at >= talked)
                             limit 5000);
begin
  delete from ratings where tenant_id = own and conversation_id = any(old);
  delete from leads where tenant_id = own and conversation_id = any(old);
  delete from messages where tenant_id = own and conversation_id = any(old);
  delete from turns where tenant_id = own and conversation_id = any(old);
  delete from conversations where tenant_id = own and id = any(old);
  delete from refresh_tokens r where r.tenant_id = own and r.expires_at < now();
  delete from visitors v where v.tenant_id = own and v.created_at < talked
    and not exists (select from conversations c where c.tenant_id = own and c.visitor_id = v.id)
    and not exists (select from refresh_tokens r where r.tenant_id = own and r.visitor_id = v.id);
  delete from outbox where tenant_id = own and created_at < talked;
  update turns set trace = null where tenant_id = own and trace is not null and created_at < traced;
  delete from audit where tenant_id = own and created_at < audited;
  delete from events where tenant_id = own and done_at < now() - interval '30 days';
  delete from idempotency where tenant_id = own and created_at < now() - interval '1 day';
end $$;
--> statement-breakpoint
-- Everything of the tenant of this batch, when its grace is over. Tables are tried until none holds another back.
create or replace function system.purge_tenant() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare own text := current_setting('app.tenant_id');
        founded text;
        t text;
        held int;
        held_before int := -1;
begin
  select organization_id into founded from tenants where id = own and delete_after <= now() for update;
  if not found then return; end if;
  loop
    held := 0;
    for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    loop
      begin
        execute format('delete from public.%I where tenant_id = $1', t) using own;
      exception when foreign_key_violation then
        held := held + 1;
      end;
    end loop;
    exit when held = 0;
    if held = held_before then raise exception 'tables of % hold each other', own; end if;
    held_before := held;
  end loop;
  delete from tenants where id = own;
  delete from auth.organization where id = founded;
end $$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['apply_retention()', 'purge_tenant()'] loop
    execute format('alter function system.%s owner to foyer_system', f);
    execute format('revoke all on function system.%s from public', f);
    execute format('grant execute on function system.%s to foyer_app', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema system from foyer_system;
