import { AppError } from '../shared/errors.ts'
import type { Ports } from '../ports/index.ts'
import { may, type Principal } from './principal.ts'
import type { Scope } from './scopes.ts'
import type { Config } from '../shared/config.ts'

export type Mode = 'test' | 'live'

/** What every verb is given: who asks, for which tenant, in which mode, and the world as ports. */
export interface Ctx {
  tenantId: string
  mode: Mode
  principal: Principal
  requestId: string
  config: Config
  ports: Ports
  now: () => Date
}

/** A request that belongs to no tenant yet: the operator's doors, and look-ups before the tenant is known. */
export type PlatformCtx = Omit<Ctx, 'tenantId' | 'mode'>

export function requireScope(ctx: { principal: Principal }, scope: Scope): void {
  if (may(ctx.principal, scope)) return
  throw new AppError('forbidden', `This credential may not do that: it lacks "${scope}". Use one that has it.`)
}
