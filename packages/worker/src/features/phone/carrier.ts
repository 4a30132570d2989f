import type { z } from '@hono/zod-openapi'
import { auditRow, eventRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import type { CarrierNumbersPort } from '../../ports/carrier.ts'
import { ProviderError } from '../../ports/provider-error.ts'
import { AppError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { log } from '../../shared/log.ts'
import { randomToken, seal } from '../../shared/secret.ts'
import { minuteMs } from '../../shared/time.ts'
import { carrierNumbersOf } from '../connections/index.ts'
import { passwordPurpose, standAtGateway } from './gateway.ts'
import type { CarrierNumberPage, CarrierNumberQuery } from './schema.ts'
import * as store from './store.ts'

const timeoutMs = 25_000
/** Longer than anybody can be at one number; whoever finds it taken for longer takes it over. */
const busyMs = 2 * minuteMs

export async function searchNumbers(
  ctx: Ctx,
  wish: z.output<typeof CarrierNumberQuery>,
): Promise<z.input<typeof CarrierNumberPage>> {
  requireScope(ctx, 'tenant:write')
  const items = await atCarrier(ctx, (carrier, signal) => carrier.search(wish, signal))
  return { items: [...items], next: '' }
}

/** The trunk by which calls from the carrier come; its login is told to the carrier alone. */
export async function carrierTrunk(ctx: Ctx): Promise<string> {
  const [[known]] = await withTenant(ctx).batch(store.selectCarrierTrunk())
  if (known !== undefined) return known.id
  const [username, password] = [`foyer-${randomToken(6)}`, randomToken()]
  const passwordSealed = await seal(password, ctx.config.FOYER_SECRET, passwordPurpose)
  const row = { id: newId('trunk'), name: 'Carrier', username, passwordSealed, forCarrier: true }
  const [, , [made]] = await withTenant(ctx).batch(
    store.insertCarrierTrunk(row),
    auditRow(ctx, 'trunk.created', row.id),
    store.selectCarrierTrunk(),
  )
  if (made === undefined) throw new Error('the trunk of the carrier cannot be read')
  return made.id
}

/** What is begun at the carrier is looked after until it came to its end, whoever began it. */
export const unfinished = (ctx: Ctx, numberId: string) =>
  eventRow({ kind: 'number.unfinished', numberId }, new Date(ctx.now().getTime() + busyMs))

/** Some time after it was begun. @throws while it is not at its end: it is tried again */
export async function finishNumber(ctx: Ctx, numberId: string): Promise<void> {
  const [[row]] = await withTenant(ctx).batch(store.selectNumber(numberId))
  if (row !== undefined && row.carrier !== 'own' && row.carrier !== 'pointed') await goOn(ctx, numberId)
}

/**
 * Takes a number on from the step that is written down to its end. Each step is written only after the carrier did it, and
 * each may be done twice: so whoever dies on the way loses nothing and buys nothing twice.
 * @returns the row; null when the number was given up
 */
export async function goOn(ctx: Ctx, numberId: string): Promise<store.NumberRow | null> {
  const now = ctx.now()
  const [[taken]] = await withTenant(ctx).batch(store.takeCarrierStep(numberId, now, new Date(now.getTime() + busyMs)))
  if (taken === undefined)
    throw new AppError('conflict', 'This number is being set up at the carrier right now. Ask again in a minute.')
  try {
    let row: store.NumberRow | null = taken
    while (row !== null && row.carrier !== 'pointed') row = await step(ctx, row)
    return row
  } finally {
    await withTenant(ctx).batch(store.leaveCarrierStep(numberId))
  }
}

/** Before a tenant goes: its numbers are set as they were. What a carrier refuses for good is left as it is there. */
export async function leaveCarrier(ctx: Ctx): Promise<void> {
  const [held] = await withTenant(ctx).batch(store.selectCarrierNumbers())
  for (const { id, carrier } of held) {
    if (carrier !== 'restoring' && carrier !== 'giving_back')
      await withTenant(ctx).batch(store.noteCarrierStep(id, carrier, { carrier: 'restoring' }))
    await goOn(ctx, id).catch((error: unknown) => {
      const isFinal = error instanceof AppError && error.cause instanceof ProviderError && !error.cause.retryable
      if (!isFinal) throw error
      log('warn', 'number.left-at-carrier', { tenantId: ctx.tenantId, numberId: id })
    })
  }
}

async function step(ctx: Ctx, row: store.NumberRow): Promise<store.NumberRow | null> {
  const { id, number, carrier: at, carrierFormer: former } = row
  switch (at) {
    case 'own':
      return null
    case 'buying': {
      const bought = await atCarrier(ctx, (carrier, signal) => carrier.buy(number, signal))
      if (bought.kind === 'refused') {
        await withTenant(ctx).batch(store.deleteNumber(id), auditRow(ctx, 'number.not_bought', id))
        throw new AppError('unprocessable', `${bought.why} Search for another one. Nothing was bought.`)
      }
      const found = await atCarrier(ctx, (carrier, signal) => carrier.look(number, signal))
      if (found === null)
        throw new AppError('provider_failed', `${number} was bought, and is not to be seen at the carrier yet.`)
      return note(ctx, row, { carrier: 'held', carrierFormer: found }, 'number.bought')
    }
    case 'held':
      await standAtGateway(ctx, row.trunkId)
      await atCarrier(ctx, (carrier, signal) => carrier.point(number, whereAsked(ctx), signal))
      return note(ctx, row, { carrier: 'pointed' }, 'number.pointed')
    case 'restoring':
    case 'giving_back':
      await atCarrier(ctx, async (carrier, signal) => {
        if (at === 'giving_back') await carrier.release(number, signal)
        // One that is not of the account any more needs nothing.
        else if (former !== null && (await carrier.look(number, signal)) !== null)
          await carrier.restore(number, former, signal)
      })
      await withTenant(ctx).batch(store.deleteNumber(id), auditRow(ctx, 'number.released', id, { carrier: at }))
      await standAtGateway(ctx, row.trunkId)
      return null
    case 'pointed':
      return row
    default:
      return at satisfies never
  }
}

async function note(
  ctx: Ctx,
  { id, carrier }: store.NumberRow,
  change: Parameters<typeof store.noteCarrierStep>[2],
  action: string,
): Promise<store.NumberRow> {
  const [[noted]] = await withTenant(ctx).batch(store.noteCarrierStep(id, carrier, change), auditRow(ctx, action, id))
  if (noted === undefined) throw new AppError('conflict', 'This number was changed meanwhile. Look at it again.')
  return noted
}

/** Where the carrier asks about each call of the tenant's. */
export const whereAsked = ({ config, tenantId }: Pick<Ctx, 'config' | 'tenantId'>): string =>
  `${config.PUBLIC_URL.replace(/\/+$/, '')}/v1/carrier/${tenantId}/calls`

async function atCarrier<T>(
  ctx: Ctx,
  ask: (carrier: CarrierNumbersPort, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const carrier = await carrierNumbersOf(ctx)
  if (carrier === null)
    throw new AppError('unprocessable', 'No carrier is connected. An owner connects one under Settings, Connections.')
  try {
    return await ask(carrier, AbortSignal.timeout(timeoutMs))
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const next = error.retryable ? 'Ask again in a minute; nothing is bought twice.' : 'Nothing was changed.'
    throw new AppError('provider_failed', `${error.message} ${next}`, { cause: error })
  }
}
