import type { Foyer, NewCall, StreamEvent } from '@foyer/sdk'
import {
  type Call,
  type CallEvent,
  type CallState,
  type Caption,
  type Device,
  type EndReason,
  type Quality,
  startCall,
} from '@foyer/sdk/voice'
import type { Trouble } from '../strings/strings.ts'

interface Around {
  changed(): void
  tell(event: StreamEvent): void
  began(callId: string): void
}

export interface Levels {
  microphone: number
  assistant: number
}

/** One call as the bar shows it. */
export class RunningCall {
  state: CallState = { kind: 'asking' }
  caption: Caption | undefined
  quality: Quality = 'unknown'
  devices: readonly Device[] = []
  /** The browser plays nothing before a press. */
  isBlocked = false
  isMuted = false
  isSilenced = false
  volume = 1
  /** Since when somebody is there, in milliseconds of `Date.now()`. */
  since: number | undefined
  /** Drawn beside everything else: it comes twenty times a second. */
  onLevels: (levels: Levels) => void = () => {}
  /** Why it ended in trouble, when it did, and how long it lasted. */
  readonly over: Promise<{ trouble: Trouble | undefined; ms: number }>
  readonly #call: Call
  readonly #around: Around

  constructor(foyer: Foyer, wanted: NewCall | string, around: Around) {
    this.#around = around
    this.#call = startCall(foyer, { call: wanted, follow: false, onEvent: (event) => this.#hear(event) })
    this.over = this.#call.ended.then((reason) => ({
      trouble: troubleOf(reason),
      ms: this.since === undefined ? 0 : Date.now() - this.since,
    }))
  }

  get id(): string {
    return this.#call.id
  }

  async toggleMute(): Promise<void> {
    await (this.isMuted ? this.#call.unmute() : this.#call.mute())
  }

  toggleSound(): void {
    this.isSilenced = !this.isSilenced
    this.#call.setVolume(this.isSilenced ? 0 : this.volume)
    this.#around.changed()
  }

  setVolume(volume: number): void {
    this.volume = volume
    this.isSilenced = volume === 0
    this.#call.setVolume(volume)
    this.#around.changed()
  }

  async useDevice(kind: Device['kind'], id: string): Promise<void> {
    // The one before goes on when this one is refused; the list says which it is.
    await this.#call.useDevice(kind, id).catch(() => {})
    await this.readDevices()
  }

  async readDevices(): Promise<void> {
    this.devices = await this.#call.devices()
    this.#around.changed()
  }

  play(): Promise<void> {
    return this.#call.play()
  }

  hangUp(): void {
    this.#call.hangUp()
  }

  sendText(text: string, messageId: string): Promise<void> {
    return this.#call.sendText(text, messageId)
  }

  note(event: StreamEvent): void {
    this.#call.note(event)
  }

  #hear(event: CallEvent): void {
    switch (event.type) {
      case 'level':
        return this.onLevels(event)
      case 'told':
        return this.#around.tell(event.event)
      case 'devices':
        return void this.readDevices()
      case 'state':
        this.state = event.state
        if (isThere(event.state)) this.since ??= Date.now()
        break
      case 'caption':
        this.caption = event.caption
        break
      case 'quality':
        this.quality = event.quality
        break
      case 'playback':
        this.isBlocked = event.blocked
        break
      case 'muted':
        this.isMuted = event.muted
        break
      case 'begun':
        this.#around.began(event.callId)
        break
      case 'error':
        console.warn(`Foyer: ${event.error.message}`)
        break
      default:
        event satisfies never
    }
    this.#around.changed()
  }
}

function isThere({ kind }: CallState): boolean {
  return kind === 'listening' || kind === 'thinking' || kind === 'speaking'
}

/** What a visitor is told; nothing where the call ended as it should. */
function troubleOf(reason: EndReason): Trouble | undefined {
  switch (reason) {
    case 'visitor_hung_up':
    case 'assistant_ended':
    case 'conversation_ended':
      return undefined
    case 'microphone_refused':
      return 'refused'
    case 'no_microphone':
      return 'missing'
    case 'microphone_busy':
      return 'busy'
    case 'unsupported':
      return 'unsupported'
    case 'lines_busy':
      return 'lines'
    case 'voice_unavailable':
      return 'unavailable'
    case 'call_running':
      return 'running'
    case 'silence':
      return 'silence'
    case 'time_limit':
      return 'time'
    case 'unreachable':
    case 'visitor_lost':
    case 'media_lost':
      return 'connection'
    case 'agent_lost':
    case 'never_joined':
    case 'failed':
    // These are a phone's.
    case 'passed_on':
    case 'blocked':
    case 'anonymous':
    case 'transferred':
    case 'failed_over':
      return 'ours'
    default:
      return reason satisfies never
  }
}
