import type { CallState, Device } from '@foyer/sdk/voice'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { rove } from '../../roving.ts'
import type { Chat } from '../../session/chat.ts'
import type { Levels, RunningCall } from '../../session/running-call.ts'
import { tokens } from '../../tokens.styles.ts'
import { callBarStyles } from './call-bar.styles.ts'
import { callIcons, signalView } from './call-icons.ts'
import { type Picture, pictureView } from './picture.ts'

const pictures: Record<Exclude<CallState['kind'], 'ended'>, Picture> = {
  asking: 'waits',
  connecting: 'waits',
  listening: 'listens',
  thinking: 'thinks',
  speaking: 'speaks',
  reconnecting: 'lost',
}

/** The call above the composer: what it does, what is said, and how to end it. */
export class FoyerCallBar extends LitElement {
  static override properties = {
    chat: { attribute: false },
    call: { attribute: false },
    notice: { attribute: false },
    choosing: { state: true },
    now: { state: true },
  }
  static override styles = [tokens, callBarStyles]
  declare chat: Chat
  declare call: RunningCall
  /** Read before the microphone is asked for; it stands until somebody speaks. */
  declare notice: string
  declare choosing: boolean
  declare now: number
  #ticking: ReturnType<typeof setInterval> | undefined
  #stop = () => {}

  constructor() {
    super()
    this.choosing = false
    this.now = Date.now()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stop = this.chat.subscribe(() => this.requestUpdate())
    this.#ticking = setInterval(() => (this.now = Date.now()), 1000)
    this.call.onLevels = (levels) => this.#draw(levels)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop()
    clearInterval(this.#ticking)
    this.call.onLevels = () => {}
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.controls button')?.focus())
  }

  override render(): TemplateResult {
    const { chat, call } = this
    const { strings } = chat
    const words = strings.voice
    const { kind } = call.state
    return html`<section class="bar" aria-label=${chat.say(words.bar)} dir=${strings.dir} lang=${strings.lang}>
      <div class="head">
        ${kind === 'ended' ? nothing : pictureView(pictures[kind])}
        <strong>${this.#doing()}</strong>
        ${call.quality === 'unknown' ? nothing : signalView(call.quality, words.quality[call.quality])}
        ${call.since === undefined ? nothing : html`<time dir="ltr">${clock(this.now - call.since)}</time>`}
      </div>
      ${this.#captionView()}
      ${
        call.isBlocked
          ? html`<button type="button" class="pill strong" @click=${() => void call.play()}>
              <span>${chat.say(words.play)}</span>
            </button>`
          : nothing
      }
      ${this.choosing ? this.#devicesView() : nothing}
      <div class="controls" role="toolbar" aria-label=${chat.say(words.bar)} @keydown=${rove}>
        ${this.#toggle(words.mute, call.isMuted, callIcons.microphone, () => void call.toggleMute(), 'mute')}
        ${this.#toggle(words.soundOff, call.isSilenced, callIcons.speaker, () => call.toggleSound(), 'sound')}
        <button
          type="button"
          aria-label=${words.devices}
          title=${words.devices}
          aria-expanded=${this.choosing}
          @click=${this.#choose}
        >
          ${callIcons.devices}
        </button>
        <button type="button" class="end" @click=${() => call.hangUp()}>
          <span>${callIcons.hangUp}${words.end}</span>
        </button>
      </div>
      <p class="unseen" role="status">${this.#announced()}</p>
    </section>`
  }

  #doing(): string {
    const { voice } = this.chat.strings
    const { state, isMuted } = this.call
    switch (state.kind) {
      case 'listening':
        return isMuted ? voice.muted : voice.listening
      case 'reconnecting':
        return state.what === 'network' ? voice.reconnecting : voice.waiting
      case 'ended':
        return ''
      default:
        return voice[state.kind]
    }
  }

  /** By ear only what changes rarely: who listens hears the rest of the call itself. */
  #announced(): string {
    const { voice } = this.chat.strings
    const { state } = this.call
    switch (state.kind) {
      case 'listening':
      case 'thinking':
      case 'speaking':
        return voice.connected
      default:
        return this.#doing()
    }
  }

  #captionView(): TemplateResult {
    const { chat, call, notice } = this
    const { caption } = call
    if (caption === undefined) return html`<div class="caption"><p dir="auto">${notice}</p></div>`
    const who = caption.who === 'visitor' ? chat.strings.voice.you : chat.say('{assistant}')
    return html`<div class="caption ${caption.who}">
      <p><b>${who}</b> <bdi>${caption.text}</bdi></p>
    </div>`
  }

  #devicesView(): TemplateResult {
    const { voice } = this.chat.strings
    const { call } = this
    return html`<div class="devices">
      ${this.#deviceView('microphone', voice.microphone)} ${this.#deviceView('speaker', voice.speaker)}
      <label for="volume">${voice.volume}</label>
      <input
        id="volume"
        type="range"
        min="0"
        max="1"
        step="0.05"
        .value=${String(call.isSilenced ? 0 : call.volume)}
        @input=${(event: Event) => call.setVolume(Number((event.target as HTMLInputElement).value))}
      />
    </div>`
  }

  #deviceView(kind: Device['kind'], label: string): TemplateResult | typeof nothing {
    const devices = this.call.devices.filter((device) => device.kind === kind)
    if (devices.length === 0) return nothing
    return html`<label for=${kind}>${label}</label>
      <select
        id=${kind}
        @change=${(event: Event) => void this.call.useDevice(kind, (event.target as HTMLSelectElement).value)}
      >
        ${devices.map(
          (device, index) =>
            html`<option value=${device.id} ?selected=${device.active}>
              ${device.label || `${label} ${index + 1}`}
            </option>`,
        )}
      </select>`
  }

  #toggle(label: string, pressed: boolean, icon: TemplateResult, press: () => void, name: string): TemplateResult {
    return html`<button
      type="button"
      class=${name}
      aria-label=${label}
      title=${label}
      aria-pressed=${pressed}
      @click=${press}
    >
      ${icon}
    </button>`
  }

  readonly #choose = () => {
    this.choosing = !this.choosing
    if (this.choosing) void this.call.readDevices()
  }

  /** Past the renderer: two numbers, twenty times a second. */
  #draw({ microphone, assistant }: Levels): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.bar')
    bar?.style.setProperty('--_mic', microphone.toFixed(2))
    bar?.style.setProperty('--_voice', assistant.toFixed(2))
  }
}

/** `4:07`, in every language: it is a clock. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
