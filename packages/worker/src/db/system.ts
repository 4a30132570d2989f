import { sql } from 'drizzle-orm'
import type { Config } from '../shared/config.ts'
import { connect } from './client.ts'

interface Functions {
  find_key: {
    args: [hash: string]
    row: {
      tenant_id: string
      key_id: string
      kind: 'publishable' | 'secret'
      mode: 'test' | 'live'
      assistant_id: string | null
      expires_at: string | null
      revoked_at: string | null
      origins: string[]
    }
  }
  find_session: {
    args: [token: string, tenantId: string]
    row: {
      user_id: string
      session_id: string
      name: string
      email: string
      email_verified: boolean
      member_id: string | null
      role: string | null
      tenant_mode: 'test' | 'live' | null
    }
  }
  take_attempt: { args: [name: string, most: number, windowS: number]; row: { allowed: boolean; wait_s: number } }
  find_invitation: {
    args: [tokenHash: string]
    row: {
      invitation_id: string
      tenant_id: string
      tenant_name: string
      tenant_slug: string
      tenant_mode: 'test' | 'live'
      email: string
      role: string
      invited_by: string
    }
  }
  sessions_of: {
    args: [userId: string]
    row: { session_id: string; created_at: string; expires_at: string; user_agent: string }
  }
  end_sessions: { args: [userId: string, sessionId: string, keptId: string]; row: { session_id: string } }
  tenants_of: {
    args: [userId: string]
    row: { tenant_id: string; slug: string; name: string; mode: 'test' | 'live'; member_id: string; role: string }
  }
  find_tenant: { args: [idOrSlug: string]; row: { tenant_id: string; slug: string; mode: 'test' | 'live' } }
  list_tenants: {
    args: [after: string, howMany: number]
    row: { tenant_id: string; slug: string; name: string; country: string; mode: 'test' | 'live'; created_at: string }
  }
  tenants_with_events: { args: [howMany: number]; row: { tenant_id: string; mode: 'test' | 'live' } }
  find_room: {
    args: [room: string]
    row: {
      tenant_id: string
      mode: 'test' | 'live'
      conversation_id: string
      call_id: string
      state:
        | 'opened'
        | 'claimed'
        | 'greeted'
        | 'consent'
        | 'in_conversation'
        | 'on_hold'
        | 'transferring'
        | 'with_person'
        | 'reconnecting'
        | 'ended'
    }
  }
  find_number: {
    args: [trunk: string, dialled: string]
    row: { tenant_id: string; mode: 'test' | 'live'; number_id: string }
  }
  reads_due: { args: [howMany: number]; row: { tenant_id: string; source_id: string; read_id: string } }
}

/**
 * The door past the tenant, for what happens before it is known. It can only call the named SECURITY DEFINER functions of
 * the `system` schema; `why` says in the log what needed it.
 */
export function withSystem(config: Config, why: string) {
  return {
    why,
    async call<Name extends keyof Functions>(
      name: Name,
      ...args: Functions[Name]['args']
    ): Promise<Functions[Name]['row'][]> {
      const list = sql.join(
        args.map((arg: string | number) => sql`${arg}`),
        sql`, `,
      )
      const result = await connect(config).execute(sql`select * from ${sql.raw(`system.${name}`)}(${list})`)
      return result.rows as Functions[Name]['row'][]
    },
    /** Does the database answer at all? */
    async ping(): Promise<void> {
      await connect(config).execute(sql`select 1`)
    },
  }
}
