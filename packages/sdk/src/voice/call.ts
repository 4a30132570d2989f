import { backOffMs, type Clock } from '../clock.ts'
import { type Conversation, newMessageId } from '../conversation.ts'
import { FoyerError } from '../errors.ts'
import type { CallJoin, NewCall, StreamEvent } from '../types.ts'
import { CallDesk } from './desk.ts'
import { FirstSound } from './first-sound.ts'
import type { Closed, JoinRoom, Line, LineEvents } from './line.ts'
import type { Meters } from './meters.ts'
import { MicrophoneRefusal } from './microphone.ts'
import { reasonFor, reasonOf } from './reason.ts'
import type { CallEvent, CallState, Device, EndReason } from './state.ts'

export interface CallOptions {
  /** The call to begin: what the visitor saw (`config.voice.notice.version`) and answered. Or the id of one to come back into after a reload. */
  call: NewCall | string
  /** False when you follow the conversation yourself: then hand its events to `note`. */
  follow?: boolean
  onEvent?: (event: CallEvent) => void
}

/** What a call needs of a device; another only in tests. */
export interface Around {
  loadRoom(): Promise<JoinRoom>
  openMicrophone(): Promise<MediaStreamTrack>
  createMeters(): Meters
  clock: Clock
}

const lookEveryMs = 50
/** How long a lost network, or a lost assistant, is waited for. */
const patienceMs = 30_000
/** A text sent through the room that nobody took by then goes by HTTP; its id keeps it from being said twice. */
const acceptedMs = 3000

/** A voice session in the visitor's conversation. It begins by itself; its events tell how it goes. */
export class Call {
  /** Resolves with why, once it is over. */
  readonly ended: Promise<EndReason>
  readonly #conversation: Conversation
  readonly #options: CallOptions
  readonly #around: Around
  readonly #over = new AbortController()
  readonly #desk: CallDesk
  readonly #meters: Meters
  readonly #sound = new FirstSound()
  /** Of this call; older ones are told again when one begins to follow. */
  readonly #turns = new Set<string>()
  readonly #accepted = new Map<string, () => void>()
  #finish: (reason: EndReason) => void = () => {}
  #state: CallState = { kind: 'asking' }
  #line: Line | undefined
  #microphone: MediaStreamTrack | undefined
  #joinRoom: Promise<JoinRoom> | undefined
  #isAway = false
  #wasAnswered = false
  #waitsSince = 0
  #muted = false
  #volume = 1

  constructor(conversation: Conversation, options: CallOptions, around: Around) {
    this.#conversation = conversation
    this.#options = options
    this.#around = around
    this.#desk = new CallDesk(conversation, around.clock, this.#over.signal)
    this.#meters = around.createMeters()
    this.ended = new Promise((resolve) => (this.#finish = resolve))
    this.#run().catch((error: unknown) => this.#end(reasonFor(error)))
  }

  get state(): CallState {
    return this.#state
  }
  get muted(): boolean {
    return this.#muted
  }
  /** Empty until it has begun. */
  get id(): string {
    return this.#desk.callId
  }

  mute(): Promise<void> {
    return this.#setMuted(true)
  }
  unmute(): Promise<void> {
    return this.#setMuted(false)
  }

  /** Says something in writing, in the same call; by HTTP when the room does not take it. @throws FoyerError */
  async sendText(text: string, messageId: string = newMessageId()): Promise<void> {
    if (await this.#sentInRoom(text, messageId)) return
    for await (const event of this.#conversation.send(text, { messageId })) this.#tell(event)
  }

  /** Ends it; the conversation goes on in writing. */
  hangUp(): void {
    this.#end('visitor_hung_up')
  }

  /** Microphones, and speakers where the browser lets one choose. */
  async devices(): Promise<Device[]> {
    return (await this.#line?.devices()) ?? []
  }

  /** @throws what the browser throws when the device is gone or refused; the one before goes on. */
  async useDevice(kind: Device['kind'], id: string): Promise<void> {
    await this.#line?.useDevice(kind, id)
  }

  /** How loud the assistant is, 0 to 1; 1 in the beginning. */
  setVolume(volume: number): void {
    this.#volume = Math.min(1, Math.max(0, volume))
    this.#line?.setVolume(this.#volume)
  }

  /** Call it from a press when `playback` says that the browser wants one. */
  async play(): Promise<void> {
    await this.#line?.play()
  }

  /** For who follows the conversation: every event of it, as it comes. */
  note(event: StreamEvent): void {
    if (event.type === 'sentence' && this.#turns.has(event.turnId)) {
      if (event.index === 0) this.#sound.expect(event.turnId)
      const id = `${event.turnId}:${event.index}`
      this.#emit({ type: 'caption', caption: { who: 'assistant', id, text: event.sentence.text, final: true } })
    }
    if (event.type !== 'message.accepted') return
    this.#accepted.get(event.message.clientId)?.()
    if (event.message.createdAt >= this.#desk.begunAt) this.#turns.add(event.turnId)
  }

  async #run(): Promise<void> {
    // LiveKit is fetched while the visitor is asked.
    this.#joinRoom = this.#around.loadRoom()
    this.#joinRoom.catch(() => {})
    this.#microphone = await this.#around.openMicrophone()
    if (this.#isOver()) return this.#microphone.stop()
    this.#to({ kind: 'connecting' })
    const join = await this.#desk.open(this.#options.call)
    if (this.#isOver()) return
    this.#emit({ type: 'begun', callId: this.id })
    if (this.#options.follow !== false) this.#follow()
    this.#waitsSince = this.#around.clock.now()
    const looking = setInterval(() => this.#tick(), lookEveryMs)
    this.#over.signal.addEventListener('abort', () => clearInterval(looking))
    await this.#enter(join)
  }

  /** Into the room, with a new token for every further attempt. @throws FoyerError when it will not be had */
  async #enter(given?: CallJoin): Promise<void> {
    const { clock } = this.#around
    const from = clock.now()
    let join = given
    for (let attempt = 1; !this.#isOver(); attempt++) {
      try {
        join ??= await this.#desk.rejoin()
        const joinRoom = await this.#joinRoom
        if (joinRoom === undefined || this.#microphone === undefined || this.#isOver()) return
        const line = await joinRoom(join, this.#microphone, this.#lineEvents())
        if (this.#isOver()) return void line.close()
        this.#line = line
        line.setVolume(this.#volume)
        if (this.#muted) await line.setMuted(true)
        this.#isAway = false
        return this.#look()
      } catch (error) {
        if (this.#isOver()) return
        if (error instanceof FoyerError && !error.retryable) return this.#learnWhy(error)
        if (clock.now() - from > patienceMs) throw new FoyerError('unreachable', 'The call could not be reached.')
      }
      join = undefined
      await clock.wait(backOffMs(clock, attempt, 400, 3000), this.#over.signal)
    }
  }

  #lineEvents(): LineEvents {
    return {
      changed: () => this.#look(),
      caption: (caption) => this.#emit({ type: 'caption', caption }),
      network: (state) => {
        this.#isAway = state === 'away'
        this.#look()
      },
      closed: (why) => void this.#closed(why).catch((error: unknown) => this.#end(reasonFor(error))),
      quality: (quality) => this.#emit({ type: 'quality', quality }),
      playback: (blocked) => this.#emit({ type: 'playback', blocked }),
      devices: () => this.#emit({ type: 'devices' }),
      track: (who, track) => this.#meters.watch(who, track),
      microphoneLost: () => void this.#replaceMicrophone(),
    }
  }

  async #closed(why: Closed): Promise<void> {
    this.#line = undefined
    if (why === 'taken') return this.#end('call_running')
    this.#isAway = true
    this.#look()
    await (why === 'lost' ? this.#enter() : this.#learnWhy())
  }

  /** The room is gone, or refuses us. */
  async #learnWhy(refusal?: FoyerError): Promise<void> {
    const otherwise = refusal === undefined ? 'media_lost' : reasonOf(refusal.code)
    this.#end((await this.#desk.whyEnded()) ?? otherwise)
  }

  /** Pulled out in the middle of a call: whatever else there is takes its place. */
  async #replaceMicrophone(): Promise<void> {
    try {
      const left = (await this.devices()).find((device) => device.kind === 'microphone')
      if (left === undefined) throw new MicrophoneRefusal('no_microphone')
      await this.useDevice('microphone', left.id)
    } catch (error) {
      this.#end(reasonFor(error))
    }
  }

  #follow(): void {
    const run = async () => {
      for await (const event of this.#conversation.follow({ signal: this.#over.signal })) this.#tell(event)
    }
    run().catch((error: unknown) => {
      if (error instanceof FoyerError) this.#emit({ type: 'error', error })
    })
  }

  #tell(event: StreamEvent): void {
    this.note(event)
    this.#emit({ type: 'told', event })
  }

  async #sentInRoom(text: string, messageId: string): Promise<boolean> {
    const line = this.#line
    if (line?.assistant() === undefined || this.#isAway) return false
    const accepted = new Promise<true>((resolve) => this.#accepted.set(messageId, () => resolve(true)))
    try {
      await line.sendText(text, messageId)
      const late = this.#around.clock.wait(acceptedMs, this.#over.signal).then(() => false)
      return await Promise.race([accepted, late])
    } catch {
      return false
    } finally {
      this.#accepted.delete(messageId)
    }
  }

  async #setMuted(muted: boolean): Promise<void> {
    this.#muted = muted
    await this.#line?.setMuted(muted)
    this.#emit({ type: 'muted', muted })
  }

  #look(): void {
    const doing = this.#line?.assistant()
    if (this.#isAway) return this.#to({ kind: 'reconnecting', what: 'network' })
    if (doing === undefined)
      return this.#to(this.#wasAnswered ? { kind: 'reconnecting', what: 'assistant' } : { kind: 'connecting' })
    this.#wasAnswered = true
    this.#to({ kind: doing })
  }

  #tick(): void {
    const { clock } = this.#around
    const assistant = this.#meters.read('assistant')
    this.#emit({ type: 'level', microphone: this.#meters.read('microphone').level, assistant: assistant.level })
    const turnId = this.#sound.hear(clock.now(), assistant.level)
    if (turnId !== '') this.#desk.heard(turnId, clock.now() - assistant.ageMs)
    const isWaiting = this.#state.kind === 'connecting' || this.#state.kind === 'reconnecting'
    if (!isWaiting) this.#waitsSince = clock.now()
    if (clock.now() - this.#waitsSince > patienceMs + 5000) this.#end(this.#isAway ? 'unreachable' : 'agent_lost')
  }

  #end(reason: EndReason): void {
    if (this.#isOver()) return
    this.#over.abort()
    this.#microphone?.stop()
    void this.#line?.close()
    this.#meters.close()
    if (reason !== 'call_running') this.#desk.close()
    this.#to({ kind: 'ended', reason })
    this.#finish(reason)
  }

  #isOver(): boolean {
    return this.#over.signal.aborted
  }

  #to(state: CallState): void {
    if (this.#state.kind === 'ended' || JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    this.#emit({ type: 'state', state })
  }

  /** Later, so that a listener that throws stops nothing here. */
  #emit(event: CallEvent): void {
    queueMicrotask(() => this.#options.onEvent?.(event))
  }
}
