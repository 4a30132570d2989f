import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { type FindingCode, findings } from './findings.ts'
import type { Examination, Finding, TestCall } from './schema.ts'
import * as store from './store.ts'
import { checkTrunk } from './trunks.ts'

type Found = z.infer<typeof Finding>

/** A token is good for two minutes and a signature for less: clocks further apart refuse each other now and then. */
const mostSkewMs = 5000
const testRingMs = 12_000

/** Whatever a call needs of us, looked at one after the other; what differs at the gateway is set right on the way. */
export async function examinePhone(ctx: Ctx): Promise<z.infer<typeof Examination>> {
  requireScope(ctx, 'tenant:write')
  const [trunks, numbers] = await withTenant(ctx).batch(store.selectTrunks(), store.selectNumbers())
  const gateway = await gatewayOf(ctx)
  const found = [...gateway, await agentsOf(ctx)]
  // A gateway that is not there would be said again for each trunk.
  if (gateway.every(({ check, state }) => check !== 'gateway' || state === 'well'))
    for (const trunk of trunks) found.push(await trunkOf(ctx, trunk, numbers))
  found.push(...numbers.map((number) => numberOf(number, trunks)))
  if (numbers.length === 0) found.push(finding('number_missing'))
  return { now: ctx.now().toISOString(), mode: ctx.mode, sipAddress: ctx.config.SIP_ADDRESS ?? '', findings: found }
}

function finding(code: FindingCode, about = { id: '', subject: '' }, values: Record<string, string> = {}): Found {
  const { check, state, what, next } = findings[code]
  const said = what.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return { code, check, state, ...about, values, what: said, next }
}

async function gatewayOf(ctx: Ctx): Promise<Found[]> {
  const { telephony } = ctx.ports
  if (telephony === undefined) return [finding('gateway_missing')]
  try {
    const there = await telephony.now()
    const skewMs = Math.abs(there.getTime() - ctx.now().getTime())
    const seconds = (skewMs / 1000).toFixed(1)
    const clocks = skewMs <= mostSkewMs ? 'clocks_agree' : 'clocks_differ'
    return [finding('gateway_answers'), finding(clocks, undefined, { seconds })]
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return [finding('gateway_silent', undefined, { reason: error.message })]
  }
}

async function agentsOf(ctx: Ctx): Promise<Found> {
  const ready = (await ctx.agents.alive()).filter(({ draining }) => !draining)
  const free = ready.reduce((sum, { calls, capacity }) => sum + Math.max(0, capacity - calls), 0)
  if (ready.length === 0) return finding('agents_missing')
  const counted = { agents: String(ready.length), free: String(free) }
  return finding(free > 0 ? 'agents_ready' : 'agents_full', undefined, counted)
}

async function trunkOf(ctx: Ctx, { id, name }: store.TrunkRow, numbers: readonly store.NumberRow[]): Promise<Found> {
  const about = { id, subject: name }
  if (numbers.every(({ trunkId }) => trunkId !== id)) return finding('trunk_idle', about)
  try {
    const { mended } = await checkTrunk(ctx, id)
    return finding(mended.length === 0 ? 'trunk_stands' : 'trunk_mended', about)
  } catch (error) {
    if (!(error instanceof AppError && error.cause instanceof ProviderError)) throw error
    const { retryable, message } = error.cause
    return finding(retryable ? 'trunk_silent' : 'trunk_refused', about, { reason: message })
  }
}

function numberOf(row: store.NumberRow, trunks: readonly store.TrunkRow[]): Found {
  const { id, number, trunkId, carrier, answers, lowSince, reach, ownPhone } = row
  const about = { id, subject: number }
  if (carrier === 'buying' || carrier === 'held') return finding('number_arriving', about)
  if (carrier === 'restoring' || carrier === 'giving_back') return finding('number_leaving', about)
  if (lowSince !== null) return finding('number_unanswered', about)
  if (answers === 'off') return finding('number_off', about)
  if (reach !== '' && trunks.every(({ outAddress }) => outAddress === ''))
    return finding('number_rings_nobody', { id: trunkId, subject: number })
  return finding(ownPhone === '' ? 'number_alone' : 'number_answers', about)
}

/** Rings a number of the tenant's over their own carrier, as anybody else would; their carrier charges for it. */
export async function testCall(ctx: Ctx, numberId: string): Promise<z.infer<typeof TestCall>> {
  requireScope(ctx, 'tenant:write')
  const [[row], ways] = await withTenant(ctx).batch(store.selectNumber(numberId), store.selectWaysOut(''))
  if (row === undefined) throw notFound('number')
  const { media, telephony } = ctx.ports
  const way = ways[0]
  if (ctx.mode === 'test' || media === undefined || telephony === undefined || way === undefined)
    throw new AppError(
      'unprocessable',
      'There is no way out by which to ring it. Give a trunk one, or let `npm run call` play a call by a simulated line. Nobody was rung.',
    )
  const room = `doctor-${crypto.randomUUID()}`
  await media.rooms.open(room, { mostPeople: 2, emptyMs: testRingMs })
  try {
    const begun = ctx.now().getTime()
    const dialling = { room, identity: 'doctor', gatewayId: way.gatewayId, number: row.number, from: way.from }
    const result = await telephony.dial({ ...dialling, ringMs: testRingMs })
    return { result, tookMs: ctx.now().getTime() - begun }
  } finally {
    await media.rooms.close(room)
  }
}
