import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import type { CarrierCallsPort, CarrierNumbersPort } from '../../ports/carrier.ts'
import type { EmailPort } from '../../ports/email.ts'
import type { LlmPort } from '../../ports/llm.ts'
import { type Secret, unseal } from '../../shared/secret.ts'
import { selectConnection } from './store.ts'
import type { CarrierSettings, MailSettings, ModelSettings } from './table.ts'

export const purpose = 'connection'
const mostKept = 500
const opened = new Map<string, Promise<Secret>>()

/** A sealed key is opened once an isolate, not once a turn. */
function openKey(ctx: Ctx, sealed: string): Promise<Secret> {
  const known = opened.get(sealed)
  if (known !== undefined) return known
  if (opened.size >= mostKept) opened.clear()
  const key = unseal(sealed, ctx.config.FOYER_SECRET, purpose)
  opened.set(sealed, key)
  return key
}

interface Model {
  llm: LlmPort
  priceIn: number
  priceOut: number
}

/** The tenant's own model where it has one, else the platform's; null where there is none. */
export async function modelOf(ctx: Ctx, own: { settings: unknown; sealed: string } | null): Promise<Model | null> {
  if (own !== null) {
    const { baseUrl, model, priceIn, priceOut } = own.settings as ModelSettings
    return { llm: ctx.ports.connect.llm({ baseUrl, model, key: await openKey(ctx, own.sealed) }), priceIn, priceOut }
  }
  const { OPENAI_PRICE_IN: priceIn, OPENAI_PRICE_OUT: priceOut } = ctx.config
  return ctx.ports.llm === undefined ? null : { llm: ctx.ports.llm, priceIn, priceOut }
}

/** In live mode the tenant's own mail service where it has one; test mode always writes to the outbox. */
export async function mailOf(ctx: Ctx): Promise<EmailPort> {
  if (ctx.mode === 'test') return ctx.ports.email
  const [[own]] = await withTenant(ctx).batch(selectConnection('mail'))
  if (own === undefined) return ctx.ports.email
  return ctx.ports.connect.email({ ...(own.settings as MailSettings), key: await openKey(ctx, own.sealed) })
}

/** In live mode the account of the tenant's own; test mode always writes to the outbox. null where none is connected. */
export async function carrierNumbersOf(ctx: Ctx): Promise<CarrierNumbersPort | null> {
  return ctx.mode === 'test' ? (ctx.ports.carrier ?? null) : ((await openCarrier(ctx))?.numbers ?? null)
}

/** Nobody calls a number of test mode's. */
export async function carrierCallsOf(ctx: Ctx): Promise<CarrierCallsPort | null> {
  return ctx.mode === 'test' ? null : ((await openCarrier(ctx))?.calls ?? null)
}

async function openCarrier(ctx: Ctx) {
  const [[own]] = await withTenant(ctx).batch(selectConnection('carrier'))
  if (own === undefined) return null
  const { accountSid } = own.settings as CarrierSettings
  return ctx.ports.connect.carrier({ accountSid, key: await openKey(ctx, own.sealed) })
}
