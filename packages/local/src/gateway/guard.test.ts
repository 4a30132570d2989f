import { expect, test } from 'vitest'
import { refuseImpersonation } from './guard.ts'

test.each([
  'create role foyer_search nologin',
  'grant foyer_search to foyer_owner',
  'create function f() returns void language sql security definer set search_path = app as $$ select 1 $$',
  `comment on column session.role is 'reset role of the session'`,
  'update session set role = $1 where id = $2',
  'insert into members (role) values ($1) on conflict (id) do update set role = excluded.role',
  'select 1 -- set role x\n',
])('%s is ordinary', (sql) => {
  expect(() => refuseImpersonation('foyer_app', sql, ['owner', 'x'])).not.toThrow()
})

test('a DO block is for migrations only', () => {
  const sql = 'do $$ begin create role foyer_search; end $$'
  expect(() => refuseImpersonation('foyer_owner', sql)).not.toThrow()
  expect(() => refuseImpersonation('foyer_app', sql)).toThrow('A DO block is refused')
})
