-- Members and invitations, for the worker's login only through these. Each reads the tenant from the batch's setting, so
-- that it stands or falls with the audit row beside it. SQLSTATEs FY010 to FY015 are put into words by features/team.
grant usage, create on schema system to foyer_system;
--> statement-breakpoint
grant select on public.audit to foyer_system;
--> statement-breakpoint
create policy system_reads on public.audit for select to foyer_system using (true);
--> statement-breakpoint
create or replace function system.own_organization() returns text
language sql stable security definer set search_path = auth, pg_temp as $$
  select t.organization_id from public.tenants t where t.id = current_setting('app.tenant_id')
$$;
--> statement-breakpoint
create or replace function system.members()
returns table (member_id text, user_id text, name text, email text, role text, two_factor boolean, created_at timestamptz)
language sql stable security definer set search_path = auth, pg_temp as $$
  select m.id, u.id, u.name, u.email, m.role, u.two_factor_enabled, m.created_at
    from member m join "user" u on u.id = m.user_id
   where m.organization_id = system.own_organization() order by m.created_at, m.id
$$;
--> statement-breakpoint
-- Locks the organization first: of two owners who leave at once, the second sees that the first has gone.
create or replace function system.change_role(wanted_member text, new_role text) returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
declare own text := system.own_organization();
begin
  perform 1 from organization where id = own for update;
  update member set role = new_role where id = wanted_member and organization_id = own;
  if not found then raise exception 'no such member' using errcode = 'FY010'; end if;
  if not exists (select from member where organization_id = own and role = 'owner') then
    raise exception 'the last owner' using errcode = 'FY011';
  end if;
end $$;
--> statement-breakpoint
create or replace function system.remove_member(wanted_member text) returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
declare own text := system.own_organization();
begin
  perform 1 from organization where id = own for update;
  delete from member where id = wanted_member and organization_id = own;
  if not found then raise exception 'no such member' using errcode = 'FY010'; end if;
  if not exists (select from member where organization_id = own and role = 'owner') then
    raise exception 'the last owner' using errcode = 'FY011';
  end if;
end $$;
--> statement-breakpoint
create or replace function system.ensure_organization(new_id text, organization_name text) returns text
language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  insert into organization (id, name, slug) values (new_id, organization_name, current_setting('app.tenant_id'))
    on conflict (slug) do nothing;
  return (select id from organization where slug = current_setting('app.tenant_id'));
end $$;
--> statement-breakpoint
create or replace function system.invitations()
returns table (invitation_id text, email text, role text, invited_by text, expires_at timestamptz, created_at timestamptz)
language sql stable security definer set search_path = auth, pg_temp as $$
  select i.id, i.email, i.role, coalesce(u.name, ''), i.expires_at, i.created_at
    from invitation i left join "user" u on u.id = i.inviter
   where i.organization_id = system.own_organization() and i.status = 'pending' order by i.created_at, i.id
$$;
--> statement-breakpoint
create or replace function system.invite(new_id text, address text, new_role text, new_hash text, new_inviter text, days int)
returns table (invitation_id text, email text, role text, invited_by text, expires_at timestamptz, created_at timestamptz)
language plpgsql security definer set search_path = auth, pg_temp as $$
#variable_conflict use_column
declare own text := system.own_organization();
begin
  if exists (select from member m join "user" u on u.id = m.user_id where m.organization_id = own and u.email = address) then
    raise exception 'a member already' using errcode = 'FY012';
  end if;
  insert into invitation (id, organization_id, email, role, status, token_hash, inviter, expires_at)
  values (new_id, own, address, new_role, 'pending', new_hash, new_inviter, now() + make_interval(days => days))
  on conflict (organization_id, email) where status = 'pending' do update
    set role = excluded.role, token_hash = excluded.token_hash, inviter = excluded.inviter, expires_at = excluded.expires_at;
  return query select * from system.invitations() s where s.email = address;
end $$;
--> statement-breakpoint
create or replace function system.revoke_invitation(wanted text) returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  update invitation set status = 'revoked'
   where id = wanted and organization_id = system.own_organization() and status = 'pending';
  if not found then raise exception 'no such invitation' using errcode = 'FY013'; end if;
end $$;
--> statement-breakpoint
-- A mail's token → what it invites to, while it is good. Before the tenant is known.
create or replace function system.find_invitation(presented_hash text)
returns table (invitation_id text, tenant_id text, tenant_name text, tenant_slug text, tenant_mode text, email text, role text, invited_by text)
language sql stable security definer set search_path = auth, pg_temp as $$
  select i.id, t.id, t.name, t.slug, t.mode, i.email, i.role, coalesce(u.name, '')
    from invitation i join public.tenants t on t.organization_id = i.organization_id
    left join "user" u on u.id = i.inviter
   where i.token_hash = presented_hash and i.status = 'pending' and i.expires_at > now()
$$;
--> statement-breakpoint
create or replace function system.accept_invitation(wanted text, person text, new_member text) returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
declare given invitation;
begin
  update invitation set status = 'accepted'
   where id = wanted and organization_id = system.own_organization() and status = 'pending' and expires_at > now()
   returning * into given;
  if not found then raise exception 'no longer good' using errcode = 'FY014'; end if;
  if not exists (select from "user" u where u.id = person and u.email = given.email and u.email_verified) then
    raise exception 'for another address' using errcode = 'FY015';
  end if;
  insert into member (id, organization_id, user_id, role) values (new_member, given.organization_id, person, given.role)
    on conflict (organization_id, user_id) do nothing;
  if not found then raise exception 'a member already' using errcode = 'FY012'; end if;
end $$;
--> statement-breakpoint
create or replace function system.sessions_of(person text)
returns table (session_id text, created_at timestamptz, expires_at timestamptz, user_agent text)
language sql stable security definer set search_path = auth, pg_temp as $$
  select s.id, s.created_at, s.expires_at, coalesce(s.user_agent, '')
    from session s where s.user_id = person and s.expires_at > now() order by s.created_at desc
$$;
--> statement-breakpoint
-- One session of a person; with '' every one but `kept`.
create or replace function system.end_sessions(person text, wanted text, kept text)
returns table (session_id text)
language sql security definer set search_path = auth, pg_temp as $$
  delete from session s where s.user_id = person and (s.id = wanted or (wanted = '' and s.id <> kept)) returning s.id
$$;
--> statement-breakpoint
-- The names behind the persons on one page of the tenant's own audit log; those who left keep theirs.
create or replace function system.audit_names(before text, how_many int)
returns table (user_id text, name text)
language sql stable security definer set search_path = auth, pg_temp as $$
  with page as (select a.actor, a.target from public.audit a
                 where a.tenant_id = current_setting('app.tenant_id') and (before = '' or a.id < before)
                 order by a.id desc limit how_many)
  select u.id, u.name from "user" u where u.id in (select actor from page union select target from page)
$$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['own_organization()', 'members()', 'change_role(text, text)', 'remove_member(text)',
    'ensure_organization(text, text)', 'invitations()', 'invite(text, text, text, text, text, int)',
    'revoke_invitation(text)', 'find_invitation(text)', 'accept_invitation(text, text, text)', 'sessions_of(text)',
    'end_sessions(text, text, text)', 'audit_names(text, int)']
  loop
    execute format('alter function system.%s owner to foyer_system', f);
    execute format('revoke all on function system.%s from public', f);
    execute format('grant execute on function system.%s to foyer_app', f);
  end loop;
end $$;
--> statement-breakpoint
revoke create on schema system from foyer_system;
