import type { z } from '@hono/zod-openapi'
import { auditRow } from '../../core/audit.ts'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import type { Config } from '../../shared/config.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { Secret, seal } from '../../shared/secret.ts'
import { selectCarrierNumbers } from '../phone/store.ts'
import { purpose } from './own.ts'
import type {
  Connection,
  ConnectionKind,
  NewCarrierConnection,
  NewMailConnection,
  NewModelConnection,
} from './schema.ts'
import * as store from './store.ts'
import type { CarrierSettings, connections, MailSettings, ModelSettings } from './table.ts'

const checkMs = 10_000
/** What a turn that asks the model reads and writes, roughly, in tokens. */
const tokensRead = 2000
const tokensWritten = 150

type Kind = z.infer<typeof ConnectionKind>
type Row = typeof connections.$inferSelect

export async function listConnections(ctx: Ctx) {
  requireScope(ctx, 'tenant:read')
  const [[rows], agents] = await Promise.all([
    withTenant(ctx).batch(store.selectConnections()),
    ctx.ports.media === undefined ? [] : ctx.agents.alive(),
  ])
  const of = (kind: Kind) => rows.find((row) => row.kind === kind)
  return {
    items: [
      presentModel(ctx.config, of('model')),
      presentServer('embeddings', ctx.ports.embeddings?.model),
      presentServer('speech', agents.find(({ draining }) => !draining)?.speech.label),
      presentMail(ctx.config, of('mail')),
      presentCarrier(of('carrier')),
    ],
    modelHosts: modelHosts(ctx.config),
  }
}

/** Kept only when the endpoint takes the key. @throws AppError unprocessable that says what is wrong with it. */
export async function connectModel(ctx: Ctx, input: z.output<typeof NewModelConnection>) {
  requireScope(ctx, 'connections:write')
  const baseUrl = input.baseUrl.replace(/\/+$/, '')
  const { origin } = new URL(baseUrl)
  if (!modelHosts(ctx.config).includes(origin))
    throw wrong(
      'baseUrl',
      `Models at ${origin} are not allowed on this platform. Its operator can add it to MODEL_HOSTS.`,
    )
  const key = new Secret(input.key)
  const { model, priceIn, priceOut } = input
  const problem = await ctx.ports.connect.checkModel({ baseUrl, model, key }, AbortSignal.timeout(checkMs))
  if (problem !== '') throw wrong('key', problem)
  await keep(ctx, 'model', { baseUrl, model, priceIn, priceOut }, input.key)
  return find(ctx, 'model')
}

export async function connectMail(ctx: Ctx, input: z.output<typeof NewMailConnection>) {
  requireScope(ctx, 'connections:write')
  const problem = await ctx.ports.connect.checkEmail({ key: new Secret(input.key) }, AbortSignal.timeout(checkMs))
  if (problem !== '') throw wrong('key', problem)
  await keep(ctx, 'mail', { from: input.from }, input.key)
  return find(ctx, 'mail')
}

/** The carrier that sells numbers. Kept only when it takes the token. */
export async function connectCarrier(ctx: Ctx, { accountSid, key }: z.output<typeof NewCarrierConnection>) {
  requireScope(ctx, 'connections:write')
  const account = { accountSid, key: new Secret(key) }
  const problem = await ctx.ports.connect.checkCarrier(account, AbortSignal.timeout(checkMs))
  if (problem !== '') throw wrong('key', problem)
  const [[held], bought] = await withTenant({ ...ctx, mode: 'live' }).batch(
    store.selectConnection('carrier'),
    selectCarrierNumbers(),
  )
  // The token may change; with another account nobody could set its numbers as they were.
  const other = held !== undefined && (held.settings as CarrierSettings).accountSid !== accountSid
  if (other && bought.length > 0) throw new AppError('in_use', `${inUse} Nothing was changed.`)
  await keep(ctx, 'carrier', { accountSid }, key)
  return find(ctx, 'carrier')
}

const inUse = 'Numbers of this account are still answered here. Release them first.'

export async function disconnect(ctx: Ctx, kind: Kind): Promise<void> {
  requireScope(ctx, 'connections:write')
  const [[held], bought] = await withTenant({ ...ctx, mode: 'live' }).batch(
    store.selectConnection(kind),
    selectCarrierNumbers(),
  )
  if (held === undefined) throw notFound('connection')
  if (kind === 'carrier' && bought.length > 0) throw new AppError('in_use', `${inUse} Nothing was changed.`)
  await withTenant(ctx).batch(store.deleteConnection(kind), auditRow(ctx, 'connection.removed', kind))
}

async function keep(
  ctx: Ctx,
  kind: Kind,
  settings: typeof connections.$inferInsert.settings,
  key: string,
): Promise<void> {
  const sealed = await seal(key, ctx.config.FOYER_SECRET, purpose)
  const row = { id: newId('connection'), kind, settings, sealed, keyEnds: key.slice(-4), checkedAt: ctx.now() }
  await withTenant(ctx).batch(store.upsertConnection(row), auditRow(ctx, 'connection.set', kind, { ...settings }))
}

async function find(ctx: Ctx, kind: Kind) {
  const found = (await listConnections(ctx)).items.find((each) => each.kind === kind)
  if (found === undefined) throw notFound('connection')
  return found
}

const nothing = {
  ...{ keyEnds: '', checkedAt: null, baseUrl: '', model: '', from: '', account: '' },
  ...{ priceIn: 0, priceOut: 0, costPerThousandTurns: 0 },
}

function presentModel(config: Config, row: Row | undefined): z.infer<typeof Connection> {
  const own = row?.settings as ModelSettings | undefined
  const shown = own ?? {
    ...{ baseUrl: config.OPENAI_BASE_URL, model: config.OPENAI_MODEL },
    ...{ priceIn: config.OPENAI_PRICE_IN, priceOut: config.OPENAI_PRICE_OUT },
  }
  const none = own === undefined && config.OPENAI_API_KEY === undefined
  const costPerThousandTurns = none ? 0 : (tokensRead * shown.priceIn + tokensWritten * shown.priceOut) / 1000
  return {
    ...nothing,
    ...(none ? {} : shown),
    kind: 'model',
    source: own !== undefined ? 'own' : none ? 'none' : 'platform',
    keyEnds: row?.keyEnds ?? '',
    checkedAt: row?.checkedAt.toISOString() ?? null,
    costPerThousandTurns: Math.round(costPerThousandTurns * 100) / 100,
  }
}

/** What belongs to the server: used when it is there, and nobody's key. */
function presentServer(kind: 'embeddings' | 'speech', name: string | undefined): z.infer<typeof Connection> {
  return {
    ...nothing,
    kind,
    source: name === undefined ? 'none' : 'platform',
    model: name ?? '',
  }
}

function presentMail(config: Config, row: Row | undefined): z.infer<typeof Connection> {
  const platform = config.SMTP_URL !== undefined || config.RESEND_API_KEY !== undefined
  return {
    ...nothing,
    kind: 'mail',
    source: row !== undefined ? 'own' : platform ? 'platform' : 'none',
    from: (row?.settings as MailSettings | undefined)?.from ?? (platform ? config.EMAIL_FROM : ''),
    keyEnds: row?.keyEnds ?? '',
    checkedAt: row?.checkedAt.toISOString() ?? null,
  }
}

function presentCarrier(row: Row | undefined): z.infer<typeof Connection> {
  return {
    ...nothing,
    kind: 'carrier',
    source: row === undefined ? 'none' : 'own',
    account: (row?.settings as CarrierSettings | undefined)?.accountSid ?? '',
    keyEnds: row?.keyEnds ?? '',
    checkedAt: row?.checkedAt.toISOString() ?? null,
  }
}

const modelHosts = (config: Config): string[] =>
  config.MODEL_HOSTS.split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '')

const wrong = (path: string, message: string): AppError =>
  new AppError('unprocessable', `${message} Nothing was changed.`, { details: [{ path, message }] })
