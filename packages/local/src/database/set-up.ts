// What a database needs before the first migration: three logins and the extensions. Runs as administrator, any number of times.

import { APP, AUTH, OWNER, type Passwords } from '../gateway/logins.ts'

const EXTENSIONS = ['vector', 'pg_trgm', 'btree_gist', 'unaccent', 'citext', 'pgcrypto']

/**
 * The owner makes tables and the narrow roles that its functions run as, so it may create roles; the app owns nothing
 * and is held by row-level security; auth sees the identity schema alone. An extension that the server does not offer is left out.
 */
export function setUpSql(passwords: Passwords | undefined): string {
  return `
do $$
declare wanted text;
begin
  if not exists (select from pg_roles where rolname = '${OWNER}') then create role ${OWNER} login createrole; end if;
  if not exists (select from pg_roles where rolname = '${APP}') then create role ${APP} login; end if;
  if not exists (select from pg_roles where rolname = '${AUTH}') then create role ${AUTH} login; end if;
  execute format('grant create, connect, temporary on database %I to ${OWNER}', current_database());
  execute format('grant connect on database %I to ${APP}, ${AUTH}', current_database());
  execute format('revoke temporary on database %I from public', current_database());
  foreach wanted in array array[${EXTENSIONS.map((name) => `'${name}'`).join(', ')}] loop
    if exists (select from pg_available_extensions where name = wanted)
      and not exists (select from pg_extension where extname = wanted) then
      execute format('create extension if not exists %I schema public', wanted);
    end if;
  end loop;
end $$;
grant usage, create on schema public to ${OWNER};
grant usage on schema public to ${APP};
${passwords ? passwordSql(OWNER, passwords.owner) + passwordSql(APP, passwords.app) + passwordSql(AUTH, passwords.auth) : ''}`
}

const passwordSql = (role: string, password: string): string =>
  `alter role ${role} password '${password.replaceAll("'", "''")}';\n`
