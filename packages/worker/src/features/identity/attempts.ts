import type { Context } from 'hono'
import { withSystem } from '../../db/system.ts'
import { AppError } from '../../shared/errors.ts'
import { sha256 } from '../../shared/secret.ts'
import type { HttpEnv } from '../../web/router.ts'

/** @throws AppError rate_limited, the same for an account that exists and one that does not. */
export async function countAttempt(
  c: Context<HttpEnv>,
  path: string,
  ceilings: { perAddress: number; perAccount: number; windowMinutes: number },
  body: Record<string, unknown>,
): Promise<void> {
  const { config } = c.get('platform')
  const address = c.req.header('cf-connecting-ip')
  const email = body['email']
  const counted: [string, number][] = []
  // On one machine everybody has the same address.
  if (address !== undefined && !config.FOYER_LOCAL) counted.push([`address ${address}`, ceilings.perAddress])
  if (typeof email === 'string') counted.push([`account ${email.trim().toLowerCase()}`, ceilings.perAccount])
  for (const [who, most] of counted) {
    const [taken] = await withSystem(config, 'attempts are counted').call(
      'take_attempt',
      await sha256(`${path} ${who}`),
      most,
      ceilings.windowMinutes * 60,
    )
    if (taken !== undefined && !taken.allowed)
      throw new AppError(
        'rate_limited',
        `This was tried too often. Wait ${Math.ceil(taken.wait_s / 60)} minutes and try again, or use another way to sign in.`,
        { headers: { 'retry-after': String(taken.wait_s) } },
      )
  }
}
