import type {
  Invitation,
  Invitations,
  Member,
  Members,
  Membership,
  OpenInvitation,
  Role,
  Session,
  Sessions,
} from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'

const at = (path: string, id: string) => `${path}/${encodeURIComponent(id)}`

/** The members of the session's tenant. */
export function membersOf(caller: Caller) {
  return {
    list: async (options: Asking = {}): Promise<Member[]> =>
      (await caller.get<Members>('/v1/members', {}, options)).items,
    /** Only an owner makes or unmakes an owner. @throws FoyerError `last_owner`. */
    changeRole: (memberId: string, role: Role, options: Asking = {}) =>
      caller.patch<Member>(at('/v1/members', memberId), { role }, options),
    remove: (memberId: string, options: Asking = {}) => caller.delete<void>(at('/v1/members', memberId), options),
  }
}

export function invitationsOf(caller: Caller) {
  return {
    list: async (options: Asking = {}): Promise<Invitation[]> =>
      (await caller.get<Invitations>('/v1/invitations', {}, options)).items,
    /** Mails a link that is good for seven days, once, for this address; a second one replaces the first. */
    create: (invitation: { email: string; role: Role }, options: Changing = {}) =>
      caller.post<Invitation>('/v1/invitations', invitation, options),
    resend: (invitationId: string, options: Changing = {}) =>
      caller.post<Invitation>(`${at('/v1/invitations', invitationId)}/resend`, undefined, options),
    revoke: (invitationId: string, options: Asking = {}) =>
      caller.delete<void>(at('/v1/invitations', invitationId), options),
    /** What the token of a mail invites to; anybody may ask who has it. @throws FoyerError `link_expired`. */
    look: (token: string, options: Changing = {}) => caller.post<OpenInvitation>('/v1/invitation', { token }, options),
    /** For the person signed in. @throws FoyerError `link_expired`, `forbidden` when it is for another address. */
    accept: (token: string, options: Changing = {}) =>
      caller.post<Membership>('/v1/me/invitations', { token }, options),
  }
}

/** Where the person is signed in. */
export function sessionsOf(caller: Caller) {
  return {
    list: async (options: Asking = {}): Promise<Session[]> =>
      (await caller.get<Sessions>('/v1/me/sessions', {}, options)).items,
    end: (sessionId: string, options: Asking = {}) => caller.delete<void>(at('/v1/me/sessions', sessionId), options),
    endOthers: (options: Asking = {}) => caller.delete<void>('/v1/me/sessions', options),
  }
}
