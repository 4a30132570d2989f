import type { Ctx, PlatformCtx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import type { StandingTrunk, TelephonyPort } from '../../ports/telephony.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { log } from '../../shared/log.ts'
import { unseal } from '../../shared/secret.ts'
import * as store from './store.ts'

export const passwordPurpose = 'trunk'

/** Rooms of callers begin so; the gateway makes the rest of the name. */
export const phoneRoomPrefix = 'call-'
/** What the agent's job says when the gateway asked for it; nobody else can write there. */
export const phoneJob = JSON.stringify({ phone: true })

/** Makes the gateway's side be what our side says, also after a change that only one of them heard of. */
export async function standAtGateway(ctx: Ctx, trunkId: string): Promise<StandingTrunk> {
  const [[trunk], numbers] = await withTenant(ctx).batch(store.selectTrunk(trunkId), store.selectNumbersOf(trunkId))
  if (trunk === undefined) throw notFound('trunk')
  const { username, passwordSealed, addresses } = trunk
  const own = numbers.map(({ number }) => number)
  const login =
    passwordSealed === ''
      ? null
      : { username, password: await unseal(passwordSealed, ctx.config.FOYER_SECRET, passwordPurpose) }
  // Carriers that call from known addresses do not sign in; their login is for the calls that we send them.
  const inbound = addresses.length > 0 ? null : login
  const standing = await atGateway(ctx.ports.telephony, (gateway) =>
    gateway.keep({ name: `foyer ${trunkId}`, numbers: own, login: inbound, addresses, ...sending }),
  )
  // Without a number of ours to show, nobody is rung.
  const address = own.length === 0 ? '' : trunk.outAddress
  const out =
    address === '' && trunk.outGatewayId === ''
      ? { gatewayId: '', mended: [] }
      : await atGateway(ctx.ports.telephony, (gateway) =>
          gateway.keepWayOut({ name: `foyer out ${trunkId}`, address, numbers: own, login }),
        )
  if (standing.gatewayId !== trunk.gatewayId || out.gatewayId !== trunk.outGatewayId)
    await withTenant(ctx).batch(store.noteGateway(trunkId, standing.gatewayId, out.gatewayId))
  return { ...standing, mended: [...new Set([...standing.mended, ...out.mended])] }
}

/** At night: what the gateway lost, or somebody changed there, stands again. One that cannot be mended is tried the next night. */
export async function standAll(ctx: Ctx): Promise<void> {
  if (ctx.ports.telephony === undefined) return
  const [trunks] = await withTenant(ctx).batch(store.selectTrunks())
  for (const { id } of trunks) {
    const standing = await standAtGateway(ctx, id).catch((error: unknown) => {
      log('warn', 'trunk.not-mended', { tenantId: ctx.tenantId, trunkId: id, pii: { reason: String(error) } })
    })
    if (standing !== undefined && standing.mended.length > 0)
      log('warn', 'trunk.mended', { tenantId: ctx.tenantId, trunkId: id, parts: standing.mended.join() })
  }
}

/** Before its rows go: at the gateway nothing of this tenant is left. @throws AppError when the gateway is silent */
export async function leaveGateway(ctx: Ctx): Promise<void> {
  const [trunks] = await withTenant(ctx).batch(store.selectTrunks(), store.deleteNumbers())
  for (const { id, gatewayId } of trunks) if (gatewayId !== '') await standAtGateway(ctx, id)
}

/** Takes what no trunk of a tenant does, from wherever: such a caller hears that the number is not in service. */
export function standCatchAll(ctx: PlatformCtx): Promise<StandingTrunk> {
  const everywhere = ['0.0.0.0/0']
  const catchAll = { name: 'foyer catch-all', numbers: 'any' as const, login: null, addresses: everywhere }
  return atGateway(ctx.ports.telephony, (gateway) => gateway.keep({ ...catchAll, ...sending }))
}

const sending = { rooms: phoneRoomPrefix, job: phoneJob }

async function atGateway(
  telephony: TelephonyPort | undefined,
  keep: (gateway: TelephonyPort) => Promise<StandingTrunk>,
): Promise<StandingTrunk> {
  if (telephony === undefined)
    throw new AppError('unavailable', 'No phone gateway is set up: see LIVEKIT_URL in the guide. Nothing was changed.')
  try {
    return await keep(telephony)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const why = error.retryable ? 'It can be tried again.' : 'Another trunk there may have one of these numbers.'
    throw new AppError('provider_failed', `The phone gateway did not take the trunk. ${why} (${error.message})`, {
      cause: error,
    })
  }
}
