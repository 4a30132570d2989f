import { sql } from 'drizzle-orm'
import { query } from '../../db/tenant.ts'

// Members live in the identity schema; these named functions read the tenant from the batch's setting, so a change stands
// beside its audit row or not at all.

interface MemberRow {
  member_id: string
  user_id: string
  name: string
  email: string
  role: string
  two_factor: boolean
  created_at: string
}

interface InvitationRow {
  invitation_id: string
  email: string
  role: string
  invited_by: string
  expires_at: string
  created_at: string
}

export const selectMembers = () => query.execute<Row<MemberRow>>(sql`select * from system.members()`)
export const selectInvitations = () => query.execute<Row<InvitationRow>>(sql`select * from system.invitations()`)
export const updateRole = (memberId: string, role: string) =>
  query.execute(sql`select system.change_role(${memberId}, ${role})`)
export const deleteMember = (memberId: string) => query.execute(sql`select system.remove_member(${memberId})`)

/** Tenants made before there were members get their organization with the first invitation. */
export const ensureOrganization = (id: string) =>
  query.execute(
    sql`update tenants set organization_id = system.ensure_organization(${id}, name)
         where id = current_setting('app.tenant_id') and organization_id is null`,
  )

export const insertInvitation = (row: {
  id: string
  email: string
  role: string
  tokenHash: string
  inviter: string
  days: number
}) =>
  query.execute<Row<InvitationRow>>(
    sql`select * from system.invite(${row.id}, ${row.email}, ${row.role}, ${row.tokenHash}, ${row.inviter}, ${row.days}::int)`,
  )
export const endInvitation = (invitationId: string) =>
  query.execute(sql`select system.revoke_invitation(${invitationId})`)
export const acceptInvitation = (of: { invitationId: string; userId: string; memberId: string }) =>
  query.execute(sql`select system.accept_invitation(${of.invitationId}, ${of.userId}, ${of.memberId})`)

type Row<Fields> = Fields & Record<string, unknown>
