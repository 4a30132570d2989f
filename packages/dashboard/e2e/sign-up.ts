import type { Platform } from '../../local/src/launcher/platform.ts'

interface Cookie {
  name: string
  value: string
  url: string
  httpOnly: boolean
}

let people = 0

/** Signs somebody new up and confirms the address from the letter; the cookies of the session. */
export async function signUp({ apiUrl, mailboxUrl, mailboxSecret }: Platform): Promise<Cookie[]> {
  const { origin } = new URL(apiUrl)
  const email = `d${Date.now().toString(36)}${(people++).toString(36)}@mail.example`
  const tell = (path: string, body: object) =>
    fetch(`${origin}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    })
  await tell('sign-up/email', { email, password: 'a long enough password', name: 'Pat Example' })
  const confirmed = await tell('verify-email', { token: await tokenFor(email, mailboxUrl, mailboxSecret) })
  if (!confirmed.ok) throw new Error(`not confirmed: ${await confirmed.text()}`)
  return confirmed.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin, httpOnly: true }
  })
}

async function tokenFor(email: string, mailboxUrl: string, secret: string): Promise<string> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    const reply = await fetch(`${mailboxUrl}/letters`, { headers: { authorization: `Bearer ${secret}` } })
    const letters = (await reply.json()) as { to: string; text: string }[]
    const token = letters.flatMap(({ to, text }) => (to === email ? [/#token=(\S+)/.exec(text)?.[1] ?? ''] : [])).at(0)
    if (token !== undefined && token !== '') return decodeURIComponent(token)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no letter came to ${email}`)
}
