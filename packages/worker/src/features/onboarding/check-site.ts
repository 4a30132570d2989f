import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError } from '../../shared/errors.ts'
import { sha256 } from '../../shared/secret.ts'
import { publishableKeyWithHash } from '../keys/index.ts'
import { builderOf } from './builder.ts'
import { hexOf, isTelling, parseColour, readable, type Rgb, whiteOn } from './colour.ts'
import { iconColours } from './icon-colours.ts'
import { type PageHead, readPageHead } from './page-head.ts'
import type { SiteCheck, SiteCheckRequest } from './schema.ts'

const pageBytes = 2 * 1024 * 1024
const iconBytes = 512 * 1024
const mostColours = 5

type From = 'theme-color' | 'manifest' | 'icon'

/** Looks at one page through the web door: what made it, its colours, and whether our snippet stands in it. */
export async function checkSite(
  ctx: Ctx,
  { url, keyId }: z.output<typeof SiteCheckRequest>,
  signal: AbortSignal,
): Promise<z.infer<typeof SiteCheck>> {
  requireScope(ctx, 'tenant:write')
  const page = await fetched(ctx, url, pageBytes, signal)
  if (typeof page === 'string') throw new AppError('unprocessable', `We couldn't read ${url}: ${page}`)
  const markup = new TextDecoder().decode(page.body)
  const head = readPageHead(markup, page.url)
  return {
    url: page.url,
    title: head.title,
    icon: head.icon,
    builder: builderOf(markup),
    colours: await coloursOf(ctx, head, page.url, signal),
    snippet: await snippetIn(ctx, head, keyId),
  }
}

async function snippetIn(ctx: Ctx, head: PageHead, wanted: string): Promise<z.infer<typeof SiteCheck>['snippet']> {
  const ours = head.scripts.filter(({ src, key }) => key !== '' && /\/foyer\.js(?:\?|$)/.test(src))
  for (const { key } of ours.slice(0, 5)) {
    const [[own]] = await withTenant(ctx).batch(publishableKeyWithHash(await sha256(key)))
    if (own !== undefined && (wanted === '' || own.id === wanted)) return { state: 'installed', keyId: own.id }
  }
  return { state: ours.length > 0 ? 'other-key' : 'missing', keyId: '' }
}

async function coloursOf(ctx: Ctx, head: PageHead, url: string, signal: AbortSignal) {
  const found: { colour: Rgb; from: From }[] = []
  const add = (colours: readonly (Rgb | null)[], from: From) => {
    for (const colour of colours) if (colour !== null && isTelling(colour)) found.push({ colour, from })
  }
  add([parseColour(head.themeColor)], 'theme-color')
  const [manifest, icon] = await Promise.all([
    head.manifest === '' ? 'none' : fetched(ctx, head.manifest, iconBytes, signal),
    fetched(ctx, head.icon === '' ? new URL('/favicon.ico', url).href : head.icon, iconBytes, signal),
  ])
  if (typeof manifest !== 'string') add(manifestColours(manifest.body), 'manifest')
  if (typeof icon !== 'string') add((await iconColours(icon.body)).slice(0, 3), 'icon')
  const once = found.filter(
    ({ colour }, at) => found.findIndex((other) => hexOf(other.colour) === hexOf(colour)) === at,
  )
  return once.slice(0, mostColours).map(({ colour, from }) => {
    const shown = readable(colour)
    return { colour: hexOf(colour), from, shown: hexOf(shown), contrast: whiteOn(shown) }
  })
}

function manifestColours(body: Uint8Array): (Rgb | null)[] {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>
    return [manifest['theme_color'], manifest['background_color']].map((value) =>
      typeof value === 'string' ? parseColour(value) : null,
    )
  } catch {
    return []
  }
}

/** Or why not, in plain words. */
async function fetched(
  ctx: Ctx,
  url: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ url: string; body: Uint8Array } | string> {
  const headers = { 'user-agent': `Foyer/0.1 (+${ctx.config.PUBLIC_URL})` }
  const reply = await ctx.ports.web.fetch({ url, method: 'GET', headers, maxBytes, timeoutMs: 10_000 }, signal)
  if (reply.kind === 'refused') return reply.message
  if (reply.status >= 400) return `it answered with ${reply.status}.`
  return { url: reply.finalUrl, body: reply.body }
}
