ALTER TABLE "pages" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reads" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
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
