import { type Foyer, FoyerError, newMessageId, type StreamEvent, type TurnExpects, type WidgetConfig } from '@foyer/sdk'
import type { Emit } from '../events.ts'
import { fill, firstSpoken, type Strings, stringsFor } from '../strings/index.ts'
import { change, type Change, type Transcript } from './transcript.ts'
import { Voice } from './voice.ts'

export type Connection = 'fine' | 'offline' | 'reconnecting'
export type Desk = { kind: 'asking' } | { kind: 'open'; config: WidgetConfig } | { kind: 'shut'; why: string }

export interface NewMessage {
  messageId: string
  name: string
  phone: string
  email: string
  text: string
  reason: 'message' | 'handoff'
}

/** One conversation as the panel shows it: what was said, how the connection is, in which language we speak. */
export class Chat {
  transcript: Transcript = []
  desk: Desk = { kind: 'asking' }
  connection: Connection = 'fine'
  strings: Strings
  readonly voice: Voice
  /** What the visitor is asked to type, when listening did not get it. */
  typed: TurnExpects['field'] | undefined
  readonly #foyer: Foyer
  readonly #emit: Emit
  readonly #pageLang: Strings
  readonly #changed = new Set<() => void>()
  #gone = new AbortController()
  #following: AbortController | undefined

  constructor(foyer: Foyer, emit: Emit, langs: (string | undefined)[]) {
    this.#foyer = foyer
    this.#emit = emit
    this.#pageLang = firstSpoken(...langs)
    this.strings = this.#pageLang
    this.voice = new Voice({
      foyer,
      offer: () => (this.desk.kind === 'open' ? this.desk.config.voice : null),
      lang: () => this.strings.lang,
      changed: () => this.#set(() => {}),
      tell: (event) => this.#tell(event),
      began: () => this.#follow(),
      done: (id, ms, broke) => this.#apply({ type: 'called', id, ms, broke, at: new Date().toISOString() }),
    })
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(changed: () => void): () => void {
    this.#changed.add(changed)
    return () => this.#changed.delete(changed)
  }

  /** Reads what the panel shows first, and picks up the conversation this device was in. Again after a failure. */
  async start(): Promise<void> {
    addEventListener('online', () => this.#backOnline(), { signal: this.#gone.signal })
    addEventListener('offline', () => this.#connected('offline'), { signal: this.#gone.signal })
    addEventListener('storage', (event) => this.#otherTab(event), { signal: this.#gone.signal })
    await this.connect()
  }

  async connect(): Promise<void> {
    this.#set(() => (this.desk = { kind: 'asking' }))
    try {
      const config = await this.#foyer.config()
      this.#set(() => {
        this.desk = { kind: 'open', config }
        if (!config.languages.includes(this.strings.lang))
          this.strings = firstSpoken(...config.languages, this.strings.lang)
      })
    } catch (error) {
      const why = this.#explain(error)
      return this.#set(() => (this.desk = { kind: 'shut', why }))
    }
    await this.#pickUp().catch((error: unknown) => this.#explain(error))
  }

  stop(): void {
    this.voice.hangUp()
    this.#gone.abort()
    this.#following?.abort()
    this.#following = undefined
    this.#gone = new AbortController()
  }

  /** Names and values that strings are filled with. */
  values(): Record<string, string> {
    if (this.desk.kind !== 'open') return { assistant: '', business: '', phone: '' }
    const { assistant, business } = this.desk.config
    return { assistant: assistant.name, business: business.name, phone: business.phone }
  }

  say(text: string): string {
    return fill(text, this.values())
  }

  async send(text: string, id: string = newMessageId()): Promise<void> {
    const said = text.trim()
    if (said === '') return
    // An Arabic letter is never a slip: the panel turns before the answer comes.
    if (/\p{Script=Arabic}/u.test(said)) this.#speak('ar')
    this.#apply({ type: 'said', id, text: said, lang: '' })
    try {
      if (await this.voice.say(said, id)) return
      for await (const event of this.#foyer.conversation.send(said, { messageId: id, signal: this.#gone.signal })) {
        this.#tell(event)
        if (event.type === 'message.accepted') this.#follow()
      }
    } catch (error) {
      if (this.#gone.signal.aborted) return
      this.#apply({ type: 'refused', id, why: this.#explain(error) })
    }
  }

  /** Without a reason it may be asked for one; '' is an answer too. */
  async rate(turnId: string, thumb: 'up' | 'down', reason?: string): Promise<void> {
    this.#apply({ type: 'rated', turnId, thumb, explained: thumb === 'up' || reason !== undefined })
    if (reason === '') return
    const rating = { turnId, thumb, ...(reason === undefined ? {} : { reason }) }
    await this.#foyer.conversation.rate(rating).catch((error: unknown) => this.#explain(error))
  }

  /** @throws FoyerError for the form to show beside its fields. */
  async leaveMessage(message: NewMessage): Promise<void> {
    const lead = await this.#foyer.conversation.leaveMessage(message)
    this.#apply({ type: 'left', id: lead.id, contact: lead.phone || lead.email })
    this.#emit('foyer-lead', { leadId: lead.id })
    this.#follow()
  }

  /** Opens the page that shows why this was answered. */
  async why(turnId: string): Promise<void> {
    // Opened before the wait: afterwards a browser takes it for a pop-up.
    const page = window.open('', '_blank')
    try {
      const link = `${await this.#foyer.traceLink(turnId)}&lang=${this.strings.lang}`
      if (page === null) location.assign(link)
      else page.location.replace(link)
    } catch (error) {
      page?.close()
      this.#explain(error)
    }
  }

  startAnew(): void {
    this.voice.hangUp()
    this.#following?.abort()
    this.#following = undefined
    this.#apply({ type: 'cleared' })
  }

  async identify(identity: string | (() => Promise<string>)): Promise<void> {
    await this.#foyer.identify(identity)
    await this.#pickUp()
  }

  async forget(): Promise<void> {
    await this.#foyer.forget()
    this.#set(() => (this.strings = this.#pageLang))
    this.startAnew()
  }

  setContext(context: Record<string, string>): void {
    this.#foyer.conversation.setContext(context)
  }

  /** In the visitor's words when they do not fit our list of errors. */
  words(error: unknown): string {
    const { strings } = this
    if (!(error instanceof FoyerError)) return strings.wrong
    switch (error.code) {
      case 'unreachable':
      case 'timeout':
        return strings.unreachable
      case 'rate_limited':
        return strings.tooFast
      case 'limit_reached':
        return strings.limit
      default:
        return strings.wrong
    }
  }

  async #pickUp(): Promise<void> {
    const record = await this.#foyer.conversation.resume()
    if (record === undefined) return
    const messages = await this.#foyer.conversation.messages()
    this.#apply({ type: 'loaded', messages })
    this.#speak(messages.findLast((message) => message.author === 'assistant')?.lang ?? '')
    if (record.state !== 'open') return
    this.#follow()
    await this.voice.pickUp()
  }

  #follow(): void {
    if (this.#following !== undefined) return
    const following = new AbortController()
    this.#following = following
    const run = async () => {
      const onState = (state: string) =>
        this.#connected(state === 'waiting' ? 'reconnecting' : state === 'live' ? 'fine' : this.connection)
      for await (const event of this.#foyer.conversation.follow({ signal: following.signal, onState }))
        this.#tell(event)
    }
    run().catch((error: unknown) => {
      if (following.signal.aborted) return
      this.#following = undefined
      this.#explain(error)
    })
  }

  #tell(event: StreamEvent): void {
    const before = this.transcript
    this.voice.note(event)
    if (event.type === 'turn.answered') this.typed = event.expects?.how === 'type' ? event.expects.field : undefined
    this.#apply({ type: 'told', event })
    if (event.type === 'turn.answered') this.#speak(event.lang)
    if (event.type === 'conversation.ended') this.#following?.abort()
    if (event.type !== 'message.accepted' && event.type !== 'turn.answered' && event.type !== 'message.created') return
    // The same event comes over two connections; it is announced when it first changed something.
    const { id, author, text, turnId } = event.message
    if (this.#announced.has(id) || before === this.transcript) return
    this.#announced.add(id)
    this.#emit('foyer-message', { author, text, turnId })
  }

  readonly #announced = new Set<string>()

  #otherTab(event: StorageEvent): void {
    const check = async () => {
      if (event.key !== (await this.#foyer.storageKey())) return
      if (event.newValue === null) return this.startAnew()
      if (this.#following === undefined) await this.#pickUp()
    }
    if (event.key?.startsWith('foyer:') === true) check().catch((error: unknown) => this.#explain(error))
  }

  #backOnline(): void {
    this.#connected('fine')
    if (this.desk.kind === 'shut') return void this.connect()
    for (const entry of this.transcript) {
      if (entry.kind === 'said' && entry.delivery.kind === 'refused') void this.send(entry.text, entry.id)
    }
  }

  #connected(connection: Connection): void {
    const honest = navigator.onLine ? connection : 'offline'
    if (honest !== this.connection) this.#set(() => (this.connection = honest))
  }

  #speak(lang: string): void {
    const strings = stringsFor(lang)
    if (strings !== undefined && strings !== this.strings) this.#set(() => (this.strings = strings))
  }

  #explain(error: unknown): string {
    const code = error instanceof FoyerError ? error.code : 'internal'
    const message = error instanceof Error ? error.message : String(error)
    console.warn(`Foyer: ${message}`)
    this.#emit('foyer-error', { code, message })
    return this.words(error)
  }

  #apply(by: Change): void {
    this.#set(() => (this.transcript = change(this.transcript, by)))
  }

  #set(alter: () => void): void {
    alter()
    for (const changed of this.#changed) changed()
  }
}
