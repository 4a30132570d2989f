import { OpenAPIHono } from '@hono/zod-openapi'
import type { PlatformCtx } from '../core/ctx.ts'
import type { Context, Hono } from 'hono'
import type { Principal } from '../core/principal.ts'
import { reportError } from '../core/report.ts'
import { withSystem } from '../db/system.ts'
import { AppError } from '../shared/errors.ts'
import { newId } from '../shared/ids.ts'
import { type Config, readConfig } from '../shared/config.ts'
import { authenticate } from './authenticate.ts'
import type { Bindings } from './bindings.ts'
import { checkOrigin, corsHeaders } from './origins.ts'
import { Problem, problemOf } from './problem.ts'
import type { HttpEnv, Router } from './router.ts'
import { authenticateSession } from './session.ts'

type MakeCtx = (bindings: Bindings, principal: Principal, requestId: string) => PlatformCtx

export function createApp(
  makeCtx: MakeCtx,
  routers: readonly Router[],
  identityDoor: Hono<HttpEnv>,
): OpenAPIHono<HttpEnv> {
  const app = new OpenAPIHono<HttpEnv>()
  app.use(async (c, next) => {
    c.set('requestId', newId('request'))
    if (c.req.method === 'OPTIONS') return c.body(null, 204, corsHeaders(c))
    await next()
    if (c.res.status === 101) return
    for (const [name, value] of Object.entries({
      ...corsHeaders(c),
      'x-request-id': c.get('requestId'),
      'x-content-type-options': 'nosniff',
    })) {
      c.res.headers.set(name, value)
    }
  })
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/healthz/ready', async (c) => {
    await withSystem(readConfig(c.env), 'readiness').ping()
    if (typeof c.env.INGEST?.send !== 'function')
      throw new AppError('unavailable', 'The queue is not bound. Check wrangler.toml.')
    return c.json({ status: 'ready' })
  })
  app.get('/openapi.json', (c) => c.json(documentOf(app)))
  // Every address of the dashboard is its one page; a file that is missing stays missing.
  app.get('/dashboard/*', async (c) => {
    if (/\.\w+$/.test(c.req.path)) return c.notFound()
    const page = await c.env.ASSETS.fetch(new URL('/dashboard/', c.req.url).href)
    const policy = page.headers.get('content-security-policy') ?? ''
    const mayReach = `connect-src ${["'self'", ...mediaAddresses(readConfig(c.env))].join(' ')}`
    const headers = { 'content-security-policy': policy.replace("connect-src 'self'", mayReach) }
    return c.body(await page.text(), 200, { ...Object.fromEntries(page.headers), ...headers })
  })
  app.use('/v1/*', identify(makeCtx))
  app.use('/api/auth/*', async (c, next) => {
    await holdAddress(c, readConfig(c.env))
    c.set('platform', makeCtx(c.env, { kind: 'nobody' }, c.get('requestId')))
    await next()
  })
  app.route('/', identityDoor)
  for (const router of routers) app.route('/', router.app)
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A secret or publishable key, a visitor’s access token, or the operator’s key.',
  })
  app.openAPIRegistry.register('Problem', Problem)
  app.notFound((c) =>
    problemOf(
      new AppError(
        'not_found',
        'There is nothing at this address. The API begins at /v1; its description is /openapi.json.',
      ),
      c.get('requestId'),
    ),
  )
  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? newId('request')
    if (!(error instanceof AppError))
      c.executionCtx.waitUntil(reportError(readConfig(c.env), error, requestId, new Date()))
    return problemOf(error, requestId)
  })
  return app
}

export function documentOf(app: OpenAPIHono<HttpEnv>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Foyer', version: '1', description: 'The front desk of a small business, as software.' },
    servers: [{ url: '/' }],
  })
}

/** Who asks: every /v1 request but the public ones carries a credential.  */
function identify(makeCtx: MakeCtx) {
  return async (c: Context<HttpEnv>, next: () => Promise<void>) => {
    const config = readConfig(c.env)
    await holdAddress(c, config)
    const who =
      (await authenticate(c.req.header('authorization'), config, new Date())) ?? (await authenticateSession(c, config))
    const platform = makeCtx(c.env, who?.principal ?? { kind: 'nobody' }, c.get('requestId'))
    c.set('platform', platform)
    if (who !== null) checkOrigin(c.req.header('origin'), who)
    if (who?.tenant !== undefined) {
      const { tenantId, mode, assistantId, origins } = who.tenant
      c.set('tenant', platform.enter(tenantId, mode, { assistantId, origins }))
    }
    await next()
  }
}

/** Coarse, and first: the platform's own counter by address. On one machine everybody has the same address. */
async function holdAddress(c: Context<HttpEnv>, config: Config): Promise<void> {
  const shield = c.env.ADDRESS_SHIELD
  if (shield === undefined || config.FOYER_LOCAL) return
  const { success } = await shield.limit({ key: c.req.header('cf-connecting-ip') ?? 'unknown' })
  if (success) return
  throw new AppError('rate_limited', 'Too many requests come from this address. Wait a minute and try again.', {
    headers: { 'retry-after': '60' },
  })
}

/** Where a page that talks aloud must be let through to. */
function mediaAddresses({ LIVEKIT_URL: url }: Config): string[] {
  if (url === undefined) return []
  const { host, protocol } = new URL(url)
  return protocol === 'https:' || protocol === 'wss:'
    ? [`https://${host}`, `wss://${host}`]
    : [`http://${host}`, `ws://${host}`]
}
