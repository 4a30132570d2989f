-- Row security for everybody, the owner included; what the worker's login may do; the few doors past the tenant.
do $$
begin
  if not exists (select from pg_roles where rolname = 'foyer_app') then
    create role foyer_app login;
  end if;
  if not exists (select from pg_roles where rolname = 'foyer_system') then
    create role foyer_system nologin;
  end if;
  if not pg_has_role(current_user, 'foyer_system', 'set') then
    execute format('grant foyer_system to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
create schema if not exists app;
--> statement-breakpoint
create schema if not exists system;
--> statement-breakpoint
-- Every table made so far and by later migrations: call it at the end of each migration that makes one.
create or replace function app.lock_tables() returns void language plpgsql as $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
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
-- The ledgers only grow: the worker may add to them, never change or remove. Retention runs as foyer_system.
revoke update, delete on public.audit, public.usage from foyer_app;
--> statement-breakpoint
revoke update, delete on public.playbook_versions, public.knowledge_revisions from foyer_app;
--> statement-breakpoint
revoke delete on public.tenants, public.document_versions, public.facts from foyer_app;
--> statement-breakpoint
grant usage on schema public, app, system to foyer_app;
--> statement-breakpoint
grant usage, create on schema system to foyer_system;
--> statement-breakpoint
grant usage on schema public to foyer_system;
--> statement-breakpoint
grant select on public.tenants, public.origins, public.sources, public.reads, public.events to foyer_system;
--> statement-breakpoint
grant select, update on public.keys to foyer_system;
--> statement-breakpoint
create policy system_reads on public.tenants for select to foyer_system using (true);
--> statement-breakpoint
create policy system_reads on public.origins for select to foyer_system using (true);
--> statement-breakpoint
create policy system_reads on public.sources for select to foyer_system using (true);
--> statement-breakpoint
create policy system_reads on public.reads for select to foyer_system using (true);
--> statement-breakpoint
create policy system_reads on public.events for select to foyer_system using (true);
--> statement-breakpoint
create policy system_uses_keys on public.keys for all to foyer_system using (true) with check (true);
--> statement-breakpoint
-- A presented key → whose it is. Last use is noted at most once in five minutes.
create or replace function system.find_key(presented_hash text)
returns table (tenant_id text, key_id text, kind text, mode text, assistant_id text, expires_at timestamptz,
               revoked_at timestamptz, origins text[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update keys k set last_used_at = now()
   where k.hash = presented_hash and (k.last_used_at is null or k.last_used_at < now() - interval '5 minutes');
  return query
    select k.tenant_id, k.id, k.kind, k.mode, k.assistant_id, k.expires_at, k.revoked_at,
           coalesce((select array_agg(o.origin) from origins o where o.tenant_id = k.tenant_id), '{}')
      from keys k where k.hash = presented_hash;
end $$;
--> statement-breakpoint
create or replace function system.find_tenant(wanted text)
returns table (tenant_id text, slug text, mode text)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.slug, t.mode from tenants t where t.id = wanted or t.slug = wanted
$$;
--> statement-breakpoint
create or replace function system.list_tenants(after text, how_many int)
returns table (tenant_id text, slug text, name text, country text, mode text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.slug, t.name, t.country, t.mode, t.created_at from tenants t where t.id > after order by t.id limit how_many
$$;
--> statement-breakpoint
-- Tenants that have events waiting for the jobs.
create or replace function system.tenants_with_events(how_many int)
returns table (tenant_id text, mode text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct e.tenant_id, e.mode from events e where e.done_at is null and e.due_at <= now() limit how_many
$$;
--> statement-breakpoint
-- What the ingest worker should take up: sources whose time has come since they were last tried, removed ones that are
-- still answered from, and reads that were left by a consumer that died.
create or replace function system.reads_due(how_many int)
returns table (tenant_id text, source_id text, read_id text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.tenant_id, s.id, ''::text from sources s
   where (s.removed_at is not null
          or (s.read_every_hours > 0
              and coalesce((select max(r.created_at) from reads r where r.tenant_id = s.tenant_id and r.source_id = s.id), s.created_at)
                  < now() - make_interval(hours => s.read_every_hours)))
     and not exists (select from reads r where r.tenant_id = s.tenant_id and r.source_id = s.id
                      and r.state in ('queued', 'reading', 'publishing'))
  union all
  select r.tenant_id, r.source_id, r.id from reads r
   where r.state in ('queued', 'reading', 'publishing')
     and coalesce(r.lease_until, r.created_at + interval '30 seconds') < now()
  limit how_many
$$;
--> statement-breakpoint
alter function system.find_key(text) owner to foyer_system;
--> statement-breakpoint
alter function system.find_tenant(text) owner to foyer_system;
--> statement-breakpoint
alter function system.list_tenants(text, int) owner to foyer_system;
--> statement-breakpoint
alter function system.tenants_with_events(int) owner to foyer_system;
--> statement-breakpoint
alter function system.reads_due(int) owner to foyer_system;
--> statement-breakpoint
revoke create on schema system from foyer_system;
--> statement-breakpoint
revoke all on all functions in schema system from public;
--> statement-breakpoint
grant execute on function system.find_key(text), system.find_tenant(text), system.list_tenants(text, int),
  system.tenants_with_events(int), system.reads_due(int) to foyer_app;
--> statement-breakpoint
-- Rolls a batch back when a step did not change what it had to.
create or replace function app.expect_rows(wanted bigint, changed bigint) returns void language plpgsql as $$
begin
  if wanted <> changed then
    raise exception 'expected % changed rows, got %', wanted, changed using errcode = 'FY001';
  end if;
end $$;
--> statement-breakpoint
grant execute on function app.expect_rows(bigint, bigint) to foyer_app;
