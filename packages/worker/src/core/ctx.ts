import type { AccountsPort } from '../ports/accounts.ts'
import type { EmailPort } from '../ports/email.ts'
import type { Ports } from '../ports/index.ts'
import type { Config } from '../shared/config.ts'
import { AppError } from '../shared/errors.ts'
import type { AgentsHandle, Objects } from './objects.ts'
import { may, type Principal } from './principal.ts'
import type { Scope } from './scopes.ts'

export type Mode = 'test' | 'live'

export interface Door {
  /** The assistant the key speaks for; null: the tenant's first. */
  assistantId: string | null
  origins: readonly string[]
}

/** What every verb is given: who asks, for which tenant, in which mode, and the world as ports. */
export interface Ctx {
  tenantId: string
  mode: Mode
  principal: Principal
  requestId: string
  /** What the credential says of the way in. */
  door: Door
  config: Config
  ports: Ports
  /** Carries mail about accounts, which belongs to no tenant; null where nobody would. */
  identityMail: EmailPort | null
  objects: Objects
  /** The agents that are alive, of the whole platform. */
  agents: AgentsHandle
  now: () => Date
}

/** A request that belongs to no tenant yet: the operator's doors, and look-ups before the tenant is known. */
export type PlatformCtx = Omit<Ctx, 'tenantId' | 'mode' | 'ports' | 'objects' | 'door'> & {
  accounts: AccountsPort
  ports: Pick<Ports, 'media' | 'telephony'>
  /** The tenant's own ctx, once the tenant is known. */
  enter(tenantId: string, mode: Mode, door?: Door): Ctx
}

export function requireScope(ctx: { principal: Principal }, scope: Scope): void {
  if (may(ctx.principal, scope)) return
  if (ctx.principal.kind === 'nobody') {
    throw new AppError(
      'unauthenticated',
      'This needs a credential: send "Authorization: Bearer" followed by a key or a token.',
    )
  }
  throw new AppError('forbidden', `This credential may not do that: it lacks "${scope}". Use one that has it.`)
}
