import type { Ctx, PlatformCtx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import type { CarrierAnswer, CarrierQuestion } from '../../ports/carrier.ts'
import { AppError } from '../../shared/errors.ts'
import { unseal } from '../../shared/secret.ts'
import { decodeText, readBytes } from '../../web/body.ts'
import { carrierCallsOf } from '../connections/index.ts'
import { whereAsked } from './carrier.ts'
import { passwordPurpose } from './gateway.ts'
import * as store from './store.ts'

const mostBytes = 64 * 1024
/** The gateway gives up after 8 s; this is for one that says nothing at all. */
const gatewayRingS = 12
/** Before most voicemails of a mobile begin. */
const ownPhoneRingS = 20

/** A carrier asks what to do with a call; only one that signs as this tenant's account is told. */
export async function answerCarrier(platform: PlatformCtx, tenantId: string, request: Request): Promise<Response> {
  const ctx = platform.enter(tenantId, 'live')
  const calls = await carrierCallsOf(ctx)
  const body = decodeText(await readBytes(request, mostBytes))
  const asked = await calls?.hear({ url: whereAsked(ctx), body, headers: request.headers })
  if (calls === null || asked === null || asked === undefined)
    throw new AppError('unauthenticated', 'This is not signed by a carrier account of ours, or was changed on the way.')
  return calls.tell(await answerTo(ctx, asked))
}

/**
 * The gateway first. A caller whom nobody took there, because no agent was free, the assistant is off, or the gateway is
 * away, is put through to the owner's own phone by the carrier.
 */
async function answerTo(ctx: Ctx, { dialled, forwardedBy, stage }: CarrierQuestion): Promise<CarrierAnswer> {
  if (stage === 'served') return { kind: 'hang_up' }
  const [[number], [trunk]] = await withTenant(ctx).batch(store.selectByNumber(dialled), store.selectCarrierTrunk())
  if (number === undefined || number.carrier === 'own' || trunk === undefined || ctx.config.SIP_ADDRESS === undefined)
    return { kind: 'say', text: 'This number is not in service. Goodbye.' }
  if (stage === 'new') {
    const password = await unseal(trunk.passwordSealed, ctx.config.FOYER_SECRET, passwordPurpose)
    const login = { username: trunk.username, password }
    const asks = whereAsked(ctx)
    return { kind: 'ring', address: ctx.config.SIP_ADDRESS, number: dialled, login, ringS: gatewayRingS, asks }
  }
  // A phone that forwards to us what it does not take would ring in a circle.
  return number.ownPhone === '' || number.ownPhone === forwardedBy
    ? { kind: 'say', text: 'Nobody can take your call right now. Please call again later.' }
    : { kind: 'pass_on', to: number.ownPhone, ringS: ownPhoneRingS }
}
