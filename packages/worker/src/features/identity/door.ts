import { type Context, Hono } from 'hono'
import { AppError } from '../../shared/errors.ts'
import { decodeText, parseText, readBytes } from '../../web/body.ts'
import { requireOwnOrigin } from '../../web/origins.ts'
import type { HttpEnv } from '../../web/router.ts'
import { countAttempt } from './attempts.ts'
import { readerLang } from './letter-words.ts'
import { requireMail, sendLetters } from './letters.ts'
import { accountPaths } from './paths.ts'
import { presentAccountReply } from './reply.ts'
import { cleanName } from './name.ts'

const base = '/api/auth/'
const mostBytes = 16 * 1024
/** Where to go afterwards is the page's own business: what names an address is not passed on. */
const dropped = ['callbackURL', 'newUserCallbackURL', 'errorCallbackURL', 'redirectTo', 'metadata', 'image']

/** The identity library behind a door of ours: named paths only, our own origin, ceilings, no token in any answer. */
export const identityDoor = new Hono<HttpEnv>()

identityDoor.all(`${base}*`, async (c) => {
  const name = c.req.path.slice(base.length)
  const path = Object.hasOwn(accountPaths, name) ? accountPaths[name] : undefined
  if (path === undefined || path.method !== c.req.method)
    throw new AppError(
      'not_found',
      'There is nothing at this address. Sign-in is described in docs/design/identity.md.',
    )
  const platform = c.get('platform')
  if (path.mails === true) requireMail(platform.identityMail)
  if (path.method === 'POST') requireOwnOrigin(c.req.header('origin'), platform.config)
  const body = path.method === 'POST' ? await readFields(c.req.raw) : {}
  if (path.ceilings !== undefined) await countAttempt(c, name, path.ceilings, body)
  const { response, letters } = await platform.accounts.answer(forward(c, name, path.tokenInQuery === true, body))
  if (platform.identityMail !== null && letters.length > 0)
    c.executionCtx.waitUntil(
      sendLetters(platform.identityMail, platform.config, letters, readerLang(c.req.header('accept-language'))),
    )
  return presentAccountReply(response)
})

async function readFields(request: Request): Promise<Record<string, unknown>> {
  const text = decodeText(await readBytes(request, mostBytes))
  const body = text === '' ? {} : parseText(text, 'application/json')
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AppError('bad_request', 'The body is not a JSON object. Nothing was changed.')
  const fields: Record<string, unknown> = Object.fromEntries(
    Object.entries(body).filter(([name]) => !dropped.includes(name)),
  )
  return 'name' in fields ? { ...fields, name: cleanName(fields['name']) } : fields
}

function forward(c: Context<HttpEnv>, name: string, tokenInQuery: boolean, body: Record<string, unknown>): Request {
  const url = new URL(base + name, c.get('platform').config.PUBLIC_URL)
  const kept = ['cookie', 'origin', 'user-agent', 'cf-connecting-ip'].flatMap((header) => {
    const value = c.req.header(header)
    return value === undefined ? [] : [[header, value] as [string, string]]
  })
  const headers = new Headers(kept)
  const { token } = body
  if (tokenInQuery) url.searchParams.set('token', typeof token === 'string' ? token : '')
  if (tokenInQuery || c.req.method === 'GET') return new Request(url, { method: 'GET', headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}
