// A telephone that speaks SIP and RTP on loopback: it calls, or is called, and does what a person's would.

import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { Ear } from '../../../../agent/src/simulator/ear.ts'
import { type LineEvent, Seen, type Telephone } from '../telephone.ts'
import { type Dialog, replyTo, requestIn } from './dialog.ts'
import {
  authorization,
  type Header,
  headerOf,
  type Login,
  type Message,
  readMessage,
  readSdp,
  sdpOf,
  statusOf,
  uriOf,
  writeMessage,
} from './message.ts'
import { RtpLine } from './rtp.ts'

const HOST = '127.0.0.1'
const EVENTS = 101
const AGAIN_MS = 500

type Happening = LineEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'at'> : never) : never

type Dialling = { gateway: number; from: string | null; dialled: string; login: Login | null }

/** How a phone that is called takes it: picks up, refuses with that status, or lets it ring. */
export type Manner = 'answers' | 'rings' | number
/** What becomes of a REFER to us: the last NOTIFY's status, a refusal of the REFER itself, or nothing more. */
export type Referred = { accepts: number } | { refuses: number } | 'silence'

export class SipPhone implements Telephone {
  readonly seen = new Seen()
  /** Everything that was spoken with the gateway, by its first line. */
  readonly wire: string[] = []
  /** Where a REFER sent us. */
  referredTo = ''
  /** What is heard, as it comes: 8 kHz. */
  onSound: (samples: Int16Array) => void = () => undefined
  readonly #socket: Socket
  readonly #rtp: RtpLine
  readonly #ear: Ear
  #manners: Manner[] = []
  #referred: Referred = { accepts: 200 }
  #gateway = 0
  #login: Login | null = null
  #status: 'idle' | 'calling' | 'answered' | 'over' = 'idle'
  #dialog: Dialog = { id: '', us: '', them: '', target: '', cseq: 0, branch: '' }
  #asked: Message | undefined
  /** Nothing was said to it yet. */
  #rings = false
  #again: NodeJS.Timeout | undefined
  #isClosed = false

  private constructor(socket: Socket, rtp: RtpLine, ear: Ear) {
    this.#socket = socket
    this.#rtp = rtp
    this.#ear = ear
  }

  static async #open(): Promise<SipPhone> {
    const ear = new Ear((isSpeech) => phone.#tell({ kind: 'sound', on: isSpeech }))
    const rtp = await RtpLine.open(
      (samples) => (ear.hear(samples), phone.onSound(samples)),
      () => phone.#tell({ kind: 'said' }),
    )
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, HOST, resolve))
    const phone: SipPhone = new SipPhone(socket, rtp, ear)
    socket.on('message', (text, { port }) => phone.#receive(readMessage(text.toString()), port))
    return phone
  }

  /** Calls a number at the gateway's port; `from` '' hides whose phone it is, null names nobody at all. */
  static async dial(call: Dialling): Promise<SipPhone> {
    const phone = await SipPhone.#open()
    phone.#gateway = call.gateway
    phone.#login = call.login
    const target = `sip:${call.dialled}@${HOST}:${call.gateway}`
    const user = call.from === null ? '' : `${call.from || 'anonymous'}@`
    phone.#dialog = {
      ...{ id: `${token()}@${HOST}`, target, cseq: 0, branch: '' },
      ...{ us: `<sip:${user}${phone.#own}>;tag=${token()}`, them: `<sip:${call.dialled}@${HOST}>` },
    }
    phone.#invite([])
    return phone
  }

  /** Waits for a call; or for several, one after another, each taken in its manner. */
  static async awaits(manner: Manner | Manner[], referred: Referred = { accepts: 200 }): Promise<SipPhone> {
    const phone = await SipPhone.#open()
    phone.#manners = [manner].flat()
    phone.#referred = referred
    return phone
  }

  get port(): number {
    return this.#socket.address().port
  }

  get #own(): string {
    return `${HOST}:${this.port}`
  }

  /** What becomes of the call that rings, or of the next one. */
  take(manner: Manner): void {
    this.#manners.push(manner)
    this.#takeIt()
  }

  say(samples: Int16Array): void {
    this.#rtp.say(samples)
  }

  press(keys: string): void {
    this.#rtp.press(keys)
  }

  /** A key as a SIP INFO, which not every gateway takes. */
  pressByInfo(key: string): void {
    this.#request('INFO', [['Content-Type', 'application/dtmf-relay']], `Signal=${key}\r\nDuration=160\r\n`)
  }

  hangUp(): void {
    if (this.#status !== 'answered' && this.#status !== 'calling') return
    this.#request(this.#status === 'answered' ? 'BYE' : 'CANCEL', [])
    this.#over('us')
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.hangUp()
    this.#over('us')
    this.#rtp.close()
    // What was sent last is on its way.
    setTimeout(() => this.#socket.close(), 50)
  }

  #invite(more: Header[]): void {
    this.#status = 'calling'
    const body = sdpOf(this.#rtp.port, EVENTS)
    const send = this.#request('INVITE', [...more, ['Content-Type', 'application/sdp']], body)
    clearInterval(this.#again)
    this.#again = setInterval(send, AGAIN_MS)
  }

  /** @returns what sends it once more */
  #request(method: string, more: readonly Header[], body = ''): () => void {
    const dialog = this.#dialog
    if (method !== 'ACK' && method !== 'CANCEL') dialog.cseq++
    const isOfInvite = method === 'CANCEL' || (method === 'ACK' && this.#status !== 'answered')
    const branch = isOfInvite ? dialog.branch : `z9hG4bK${token()}`
    if (method === 'INVITE') dialog.branch = branch
    const message = requestIn(dialog, { method, own: this.#own, branch, more, body })
    const send = (): void => this.#send(message)
    send()
    return send
  }

  #receive(message: Message, port: number): void {
    this.#gateway = port
    this.wire.push(`← ${message.start}`)
    const status = statusOf(message)
    const [, method = ''] = headerOf(message, 'CSeq').split(' ')
    if (status === 0) this.#asks(message, message.start.split(' ')[0] ?? '')
    else if (method === 'INVITE') this.#answers(message, status)
  }

  /** What the other end says to our INVITE. */
  #answers(message: Message, status: number): void {
    clearInterval(this.#again)
    if (status < 200) {
      if (status > 100 && !this.seen.has('ringing')) this.#tell({ kind: 'ringing' })
      return
    }
    const isAnswer = status < 300
    if (isAnswer || this.#status !== 'answered') this.#dialog.them = headerOf(message, 'To')
    if (isAnswer) {
      const isFirst = this.#status === 'calling'
      if (isFirst) this.#status = 'answered'
      this.#dialog.target = uriOf(headerOf(message, 'Contact')) || this.#dialog.target
      this.#request('ACK', [])
      if (!isFirst) return
      const { port, events } = readSdp(message.body)
      this.#rtp.start(port, events)
      return this.#tell({ kind: 'answered' })
    }
    this.#request('ACK', [])
    if (this.#status !== 'calling') return
    const challenge = headerOf(message, 'Proxy-Authenticate') || headerOf(message, 'WWW-Authenticate')
    const login = this.#login
    if (login !== null && (status === 407 || status === 401)) {
      this.#login = null
      const name = status === 407 ? 'Proxy-Authorization' : 'Authorization'
      this.#dialog.them = this.#dialog.them.replace(/;tag=.*/, '')
      return this.#invite([[name, authorization(challenge, login, 'INVITE', this.#dialog.target)]])
    }
    this.#over('rejected', status)
  }

  #asks(message: Message, method: string): void {
    switch (method) {
      case 'INVITE':
        return this.#called(message)
      case 'ACK':
        if (this.#status === 'idle') this.#asked = undefined
        return
      case 'CANCEL':
        this.#reply(message, 200, 'OK')
        this.#rings = false
        if (this.#asked !== undefined) this.#reply(this.#asked, 487, 'Request Terminated')
        return this.#manners.length === 0 ? this.#over('them') : undefined
      case 'BYE':
        this.#reply(message, 200, 'OK')
        return this.#over('them')
      case 'REFER':
        return this.#refer(message)
      default:
        return this.#reply(message, 200, 'OK')
    }
  }

  #called(message: Message): void {
    if (this.#asked !== undefined) return
    this.#asked = message
    this.#rings = true
    this.#dialog = {
      ...{ id: headerOf(message, 'Call-ID'), cseq: 0, branch: '', target: uriOf(headerOf(message, 'Contact')) },
      ...{ us: `${headerOf(message, 'To')};tag=${token()}`, them: headerOf(message, 'From') },
    }
    this.#reply(message, 180, 'Ringing')
    this.#tell({ kind: 'ringing' })
    this.#takeIt()
  }

  /** A call that rings, in the manner that is next; it rings until there is one. */
  #takeIt(): void {
    const asked = this.#asked
    if (asked === undefined || !this.#rings) return
    const manner = this.#manners.shift() ?? 'rings'
    if (manner === 'rings') return
    this.#rings = false
    if (manner !== 'answers') return this.#reply(asked, manner, 'No')
    const { port, events } = readSdp(asked.body)
    this.#status = 'answered'
    const more: Header[] = [['Content-Type', 'application/sdp']]
    this.#reply(asked, 200, 'OK', more, sdpOf(this.#rtp.port, events))
    this.#rtp.start(port, events)
    this.#tell({ kind: 'answered' })
  }

  #refer(message: Message): void {
    this.referredTo = uriOf(headerOf(message, 'Refer-To'))
    const how = this.#referred
    if (how !== 'silence' && 'refuses' in how) return this.#reply(message, how.refuses, 'No')
    this.#reply(message, 202, 'Accepted')
    const notify = (status: number, state: string): void => {
      const headers: Header[] = [
        ['Event', 'refer'],
        ['Subscription-State', state],
        ['Content-Type', 'message/sipfrag'],
      ]
      this.#request('NOTIFY', headers, `SIP/2.0 ${status} ${status === 200 ? 'OK' : 'Trying'}\r\n`)
    }
    notify(100, 'active;expires=60')
    if (how !== 'silence') notify(how.accepts, 'terminated;reason=noresource')
  }

  #reply(to: Message, status: number, words: string, more: readonly Header[] = [], body = ''): void {
    this.#send(replyTo(to, this.#dialog, { status, words, own: this.#own, more, body }))
  }

  #send(message: Message): void {
    this.wire.push(`→ ${message.start}`)
    this.#socket.send(writeMessage(message), this.#gateway, HOST)
  }

  #tell(event: Happening): void {
    this.seen.note({ ...event, at: Date.now() })
  }

  #over(by: 'them' | 'us' | 'rejected', status?: number): void {
    if (this.#status === 'over') return
    clearInterval(this.#again)
    this.#ear.close()
    this.#status = 'over'
    this.#tell({ kind: 'ended', by, ...(status === undefined ? {} : { status }) })
  }
}

const token = (): string => randomBytes(8).toString('hex')
