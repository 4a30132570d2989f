ALTER TABLE "reads" ADD COLUMN "parked_until" timestamp (3) with time zone;--> statement-breakpoint
-- As before; a read that waits between two jobs is not taken for one whose job was lost.
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
     and coalesce(r.lease_until, r.parked_until, r.created_at + interval '30 seconds') < now()
  limit how_many
$$;
