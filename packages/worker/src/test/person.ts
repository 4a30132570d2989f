import { testPlatform } from '../../../local/src/test/provided.ts'
import { call, type Reply } from './foyer.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** A browser of one person: its cookies, on our own origin. */
export interface Browser {
  email: string
  cookies: Map<string, string>
  account(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
}

export const password = 'a long enough password'

export function browser(email: string): Browser {
  const cookies = new Map<string, string>()
  const origin = new URL(testPlatform().apiUrl).origin
  const send = async (method: string, path: string, body: unknown, more: Record<string, string> = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin, ...(cookie === '' ? {} : { cookie }), ...more }
    const reply = await call(method, path, { ...(body === undefined ? {} : { body }), headers })
    for (const line of reply.headers.getSetCookie()) keep(cookies, line)
    return reply
  }
  return {
    email,
    cookies,
    account: (path, body, headers) => send(body === undefined ? 'GET' : 'POST', `/api/auth/${path}`, body, headers),
    call: send,
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const ended = /max-age=0(;|$)/i.test(line)
  if (ended) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

let people = 0
export const newEmail = (): string => `p${Date.now().toString(36)}${(people++).toString(36)}@mail.example`

export async function lettersTo(email: string): Promise<Letter[]> {
  const { mailboxUrl, mailboxSecret } = testPlatform()
  const reply = await fetch(`${mailboxUrl}/letters`, { headers: { authorization: `Bearer ${mailboxSecret}` } })
  const all = (await reply.json()) as Letter[]
  return all.filter((letter) => letter.to === email)
}

/** The newest letter to this address whose subject fits, once it has come. */
export async function letterTo(email: string, subject: RegExp): Promise<Letter> {
  for (const deadline = Date.now() + 15_000; ;) {
    const found = (await lettersTo(email)).find((letter) => subject.test(letter.subject))
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`no letter "${String(subject)}" came to ${email}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const tokenIn = (letter: Letter): string => decodeURIComponent(/#token=(\S+)/.exec(letter.text)?.[1] ?? '')

/** Signed up, confirmed, and signed in by that. */
export async function signUp(email = newEmail(), name = 'Pat Example'): Promise<Browser> {
  const person = browser(email)
  const signed = await person.account('sign-up/email', { email, password, name })
  if (signed.status !== 200) throw new Error(`not signed up: ${JSON.stringify(signed.body)}`)
  const confirmed = await person.account('verify-email', { token: tokenIn(await letterTo(email, /Confirm/)) })
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`)
  return person
}
