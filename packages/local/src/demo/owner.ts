import { randomBytes } from 'node:crypto'
import { createAdmin, type Admin } from '@foyer/sdk/admin'
import type { Platform } from '../launcher/platform.ts'
import type { Letter } from '../mailbox/mailbox.ts'

const patienceMs = 20_000

type Service = Pick<Platform, 'apiUrl' | 'operatorKey' | 'mailboxUrl' | 'mailboxSecret'>

/**
 * The demo's owner, who is signed up the way anybody is: invited by the operator, confirmed by a letter. Returns a link
 * that signs in once; without a token when too many were asked for within the hour.
 */
export async function ownerLink(service: Service, foyer: Admin): Promise<string> {
  const { id, slug, notifyEmail } = await foyer.tenant.get()
  const email = notifyEmail === '' ? `owner@${slug}.example` : notifyEmail
  const { apiUrl } = service
  const audit = await foyer.tenant.audit().toArray(200)
  if (!audit.some(({ action }) => action === 'invitation.accepted')) await makeOwner(service, id, email)
  const since = new Date()
  const page = createAdmin({ baseUrl: apiUrl, fetch: browserOf(apiUrl) })
  const asked = await page.accounts.askForLink(email).then(
    () => true,
    () => false,
  )
  if (!asked) return `${apiUrl}/dashboard/`
  return linkIn(await letterOf(service, email, /sign-in link/, since))
}

async function makeOwner(service: Service, tenantId: string, email: string): Promise<void> {
  const since = new Date()
  const operator = createAdmin({ baseUrl: service.apiUrl, key: service.operatorKey })
  await operator.tenants.inviteOwner(tenantId, email)
  const page = createAdmin({ baseUrl: service.apiUrl, fetch: browserOf(service.apiUrl) })
  const password = randomBytes(24).toString('base64url')
  await page.accounts.signUp({ name: 'Demo Owner', email, password })
  const letter = await letterOf(service, email, /Confirm|account already/, since)
  if (letter.subject.startsWith('Confirm')) await page.accounts.verify(tokenIn(letter))
  else {
    // A shared database knows this person from another data folder.
    await page.accounts.askForLink(email)
    await page.accounts.signInWithLink(tokenIn(await letterOf(service, email, /sign-in link/, since)))
  }
  await page.invitations.accept(tokenIn(await letterOf(service, email, /invitation/i, since)))
}

/** As a browser on the service's own origin, which keeps its cookies. */
function browserOf(apiUrl: string): typeof fetch {
  const cookies = new Map<string, string>()
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('origin', apiUrl)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const reply = await fetch(input, { ...init, headers })
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    return reply
  }
}

async function letterOf(service: Service, email: string, subject: RegExp, since: Date): Promise<Letter> {
  for (const deadline = Date.now() + patienceMs; ;) {
    const authorization = `Bearer ${service.mailboxSecret}`
    const reply = await fetch(`${service.mailboxUrl}/letters`, { headers: { authorization } })
    const found = ((await reply.json()) as Letter[]).find(
      (each) => each.to === email && subject.test(each.subject) && new Date(each.at) >= since,
    )
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`No letter came for ${email}. Look into the worker's log.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const linkIn = (letter: Letter): string => /https?:\/\/\S+/.exec(letter.text)?.[0] ?? ''
const tokenIn = (letter: Letter): string => decodeURIComponent(linkIn(letter).split('#token=')[1] ?? '')
