import { decode, verify } from 'hono/jwt'
import { z } from 'zod'
import type { Ctx } from '../../core/ctx.ts'
import { AppError } from '../../shared/errors.ts'
import { findIdentitySecret } from '../keys/index.ts'

const longestMs = 10 * 60_000
const Claims = z.object({
  aud: z.string(),
  sub: z.string().min(1).max(200),
  exp: z.number(),
  name: z.string().max(200).default(''),
  email: z.string().max(200).default(''),
})

/** Whom the site vouches for. HS256 only, whatever the token says of itself. @throws AppError unauthenticated */
export async function readIdentity(ctx: Ctx, token: string): Promise<z.output<typeof Claims>> {
  const kid = headerOf(token)['kid']
  const secret = typeof kid === 'string' ? await findIdentitySecret(ctx, kid) : null
  if (secret === null) throw refused('its "kid" names no valid identity secret')
  const payload = await verify(token, secret.reveal(), { alg: 'HS256', exp: false, nbf: false, iat: false }).catch(
    () => null,
  )
  if (payload === null) throw refused('its signature is not right; it must be HS256 with your identity secret')
  const claims = Claims.safeParse(payload)
  if (!claims.success) throw refused('it needs "aud", "sub" and "exp"')
  const leftMs = claims.data.exp * 1000 - ctx.now().getTime()
  if (claims.data.aud !== ctx.tenantId) throw refused('its "aud" is another tenant')
  if (leftMs <= 0) throw refused('it has run out')
  if (leftMs > longestMs + 5000) throw refused('its "exp" lies more than 10 minutes ahead')
  return claims.data
}

function headerOf(token: string): Record<string, unknown> {
  try {
    return decode(token).header as unknown as Record<string, unknown>
  } catch {
    throw refused('it is not a JWT')
  }
}

function refused(why: string): AppError {
  return new AppError(
    'unauthenticated',
    `The identity token was not accepted: ${why}. Sign a fresh one on your server.`,
  )
}
