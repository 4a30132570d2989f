import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { standAtGateway } from './gateway.ts'
import type { Examination, Finding, TestCall } from './schema.ts'
import * as store from './store.ts'

type Found = z.infer<typeof Finding>

/** A token is good for two minutes and a signature for less: clocks further apart refuse each other now and then. */
const mostSkewMs = 5000
const testRingMs = 12_000

/** Whatever a call needs of us, looked at one after the other; what differs at the gateway is set right on the way. */
export async function examinePhone(ctx: Ctx): Promise<z.infer<typeof Examination>> {
  requireScope(ctx, 'tenant:write')
  const [trunks, numbers] = await withTenant(ctx).batch(store.selectTrunks(), store.selectNumbers())
  const findings = [...(await atGateway(ctx)), await agentsOf(ctx)]
  for (const trunk of trunks) {
    const own = numbers.filter(({ trunkId }) => trunkId === trunk.id)
    findings.push(await trunkOf(ctx, trunk, own.length))
  }
  findings.push(...numbers.map(numberOf))
  if (numbers.length === 0)
    findings.push(
      broken('number', '', 'There is no number.', 'Buy one, or add one of your trunk: docs/guide/phone.md.'),
    )
  return { now: ctx.now().toISOString(), mode: ctx.mode, sipAddress: ctx.config.SIP_ADDRESS ?? '', findings }
}

const well = (check: Found['check'], subject: string, what: string): Found => ({
  ...{ check, subject, state: 'well', what, next: '' },
})
const broken = (check: Found['check'], subject: string, what: string, next: string): Found => ({
  ...{ check, subject, state: 'broken', what, next },
})

async function atGateway(ctx: Ctx): Promise<Found[]> {
  const { telephony } = ctx.ports
  if (telephony === undefined)
    return [
      broken('gateway', '', 'No phone gateway is set up.', 'Whoever runs the server sets LIVEKIT_URL and its key.'),
    ]
  try {
    const there = await telephony.now()
    const skewMs = Math.abs(there.getTime() - ctx.now().getTime())
    const words = `Our clock and the media server’s differ by ${(skewMs / 1000).toFixed(1)} s.`
    const clock =
      skewMs <= mostSkewMs
        ? well('clock', 'media server', words)
        : broken(
            'clock',
            'media server',
            `${words} Tokens are refused then.`,
            'Let both machines set their clocks by NTP.',
          )
    return [well('gateway', '', 'The media server answers.'), clock]
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return [broken('gateway', '', error.message, 'Start livekit-server, or set LIVEKIT_URL to where it is.')]
  }
}

async function agentsOf(ctx: Ctx): Promise<Found> {
  const ready = (await ctx.agents.alive()).filter(({ draining }) => !draining)
  const free = ready.reduce((sum, { calls, capacity }) => sum + Math.max(0, capacity - calls), 0)
  if (ready.length === 0)
    return broken('agents', '', 'No agent is registered: calls ring and are not answered.', 'Start packages/agent.')
  const words = `${ready.length} registered, ${free} more calls can be taken.`
  return free > 0
    ? well('agents', '', words)
    : broken('agents', '', words, 'Start another agent, or raise AGENT_CAPACITY.')
}

async function trunkOf(ctx: Ctx, { id, name }: store.TrunkRow, numbers: number): Promise<Found> {
  const subject = `${id} ${name}`
  if (numbers === 0)
    return { ...well('trunk', subject, 'It has no number, so it does not stand at the gateway.'), state: 'look' }
  try {
    const { mended } = await standAtGateway(ctx, id)
    return mended.length === 0
      ? well('trunk', subject, 'Trunk and dispatch rule stand at the gateway as they should.')
      : {
          ...well('trunk', subject, `At the gateway this differed, and was set right: ${mended.join(', ')}.`),
          state: 'mended',
        }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return broken('trunk', subject, error.message, 'Set right what is said there, then look again.')
  }
}

function numberOf({ number, carrier, answers, lowSince, ownPhone }: store.NumberRow): Found {
  if (carrier !== 'own' && carrier !== 'pointed')
    return broken(
      'number',
      number,
      `At the carrier it is “${carrier}”.`,
      'Buy or release it again: that goes on where it stopped.',
    )
  if (lowSince !== null)
    return broken(
      'number',
      number,
      `Too few of its calls are answered since ${lowSince.toISOString()}.`,
      'Look at GET /v1/calls, and call it.',
    )
  if (answers === 'off')
    return {
      ...well('number', number, 'The assistant is off.'),
      state: 'look',
      next: 'foyer phone answer NUMBER --when always',
    }
  const spare = ownPhone === '' ? 'It has no ownPhone: a call that nobody can take has nowhere to go.' : ''
  return spare === ''
    ? well('number', number, `Answered: ${answers}.`)
    : { ...well('number', number, spare), state: 'look' }
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
