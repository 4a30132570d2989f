import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import type { Email, EmailPort } from '../ports/email.ts'
import { Secret } from '../shared/secret.ts'
import { resendEmail } from './resend/email.ts'
import { smtpEmail } from './smtp/email.ts'

/** A mail service of this test: what came, as headers and text, and how it answers the next mail. */
interface Desk {
  port: EmailPort
  mails: { to: string; replyTo: string; subject: string; text: string; once: string }[]
  next: ('takes' | 'busy' | 'refuses' | 'silent')[]
  /** Nobody answers at its address any more. */
  close(): Promise<void>
}

const key = new Secret('the-key-of-this-test')
const open: Desk[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

async function resend(): Promise<Desk> {
  const mails: Desk['mails'] = []
  const next: Desk['next'] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const answer = next.shift() ?? 'takes'
      if (answer === 'silent') return
      if (answer !== 'takes') return response.writeHead(answer === 'busy' ? 429 : 422).end('{}')
      const mail = JSON.parse(body) as { to: string[]; reply_to?: string; subject: string; text: string }
      const once = String(request.headers['idempotency-key'])
      const { subject } = mail
      // As Resend does for 24 hours: the same key is the same mail.
      if (!mails.some((each) => each.once === once))
        mails.push({ to: mail.to.join(), replyTo: mail.reply_to ?? '', subject, text: mail.text, once })
      return response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    port: resendEmail({ key, baseUrl, from: 'Foyer <desk@foyer.example>' }),
    mails,
    next,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function smtp(): Promise<Desk> {
  const mails: Desk['mails'] = []
  const next: Desk['next'] = []
  const server = new SMTPServer({
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'a user' && password === 'p@ss/word'
        ? done(null, { user: username })
        : done(Object.assign(new Error('no'), { responseCode: 535 })),
    onData(stream, session, reply) {
      const answered = async (): Promise<Error | null> => {
        const raw = await text(stream)
        const answer = next.shift() ?? 'takes'
        if (answer === 'silent') return new Promise(() => undefined)
        if (answer !== 'takes') return Object.assign(new Error('no'), { responseCode: answer === 'busy' ? 451 : 550 })
        const [head = '', ...rest] = raw.split('\r\n\r\n')
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1] ?? ''
        const once = header('Message-ID')
        if (!mails.some((each) => each.once === once))
          mails.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(),
            replyTo: header('Reply-To'),
            subject: header('Subject'),
            text: rest.join('\r\n\r\n').trim(),
            once,
          })
        return null
      }
      answered().then(reply, reply)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port: smtpEmail({
      url: new Secret(`smtp://a%20user:p%40ss%2Fword@127.0.0.1:${port}`),
      from: 'Foyer <desk@foyer.example>',
    }),
    mails,
    next,
    close: async () => void (await new Promise<void>((resolve) => server.close(resolve))),
  }
}

const email: Email = {
  to: 'owner@shop.example',
  replyTo: 'visitor@mail.example',
  subject: 'Message from Ann',
  text: 'Please call back.',
  idempotencyKey: 'lead_0123456789abcdef',
}
const patient = () => AbortSignal.timeout(20_000)

describe.each([
  ['Resend', resend],
  ['SMTP', smtp],
])('mail by %s', (_name, begin) => {
  const desk = async () => {
    const made = await begin()
    open.push(made)
    return made
  }

  it('arrives with who it is for, whom to answer, and what it says', async () => {
    const { port, mails } = await desk()
    await port.send(email, patient())
    expect(mails).toMatchObject([{ to: email.to, replyTo: email.replyTo, subject: email.subject, text: email.text }])
  })

  it('is the same mail however often it is sent with its key, and another with another', async () => {
    const { port, mails } = await desk()
    await port.send(email, patient())
    await port.send(email, patient())
    await port.send({ ...email, idempotencyKey: 'lead_another' }, patient())
    expect(mails).toHaveLength(2)
    expect(mails[0]?.once).toContain(email.idempotencyKey)
  })

  it('may be sent again when the service is busy, and not when it refuses', async () => {
    const { port, next, mails } = await desk()
    next.push('busy', 'refuses')
    await expect(port.send(email, patient())).rejects.toMatchObject({ name: 'ProviderError', retryable: true })
    await expect(port.send(email, patient())).rejects.toMatchObject({ name: 'ProviderError', retryable: false })
    expect(mails).toEqual([])
  })

  it('may be sent again when nobody answers, or not before the caller’s time is over', async () => {
    const { port, next, close } = await desk()
    next.push('silent')
    await expect(port.send(email, AbortSignal.timeout(300))).rejects.toMatchObject({ retryable: true })
    await close()
    await expect(port.send(email, patient())).rejects.toMatchObject({ name: 'ProviderError', retryable: true })
  })

  it('holds one line for a subject, whatever stands in it', async () => {
    const { port, mails } = await desk()
    await port.send({ ...email, subject: 'Hello\r\nBcc: everybody@mail.example' }, patient())
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toBe(email.to)
  })
})

it('a mail server that refuses the log-in is not asked again, and the error names what to change', async () => {
  const desk = await smtp()
  open.push(desk)
  await desk.port.send(email, patient())
  const server = new SMTPServer({
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(Object.assign(new Error('no'), { responseCode: 535 })),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const wrong = smtpEmail({ url: new Secret(`smtp://x:y@127.0.0.1:${port}`), from: 'desk@foyer.example' })
  await expect(wrong.send(email, patient())).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('SMTP_URL'),
  })
  await new Promise<void>((resolve) => server.close(resolve))
})
