import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { icons } from '../../icons.ts'
import type { Chat } from '../../session/chat.ts'
import { tokens } from '../../tokens.styles.ts'
import { keepInside } from '../../trap.ts'
import type { FoyerCallBar } from '../call-bar/call-bar.ts'
import { callNoticeStyles } from '../call-notice/call-notice.styles.ts'
import { callNoticeView } from '../call-notice/call-notice.ts'
import type { FoyerComposer } from '../composer/composer.ts'
import type { FoyerMessageForm } from '../message-form/message-form.ts'
import { panelStyles } from './panel.styles.ts'

type View = { kind: 'talk' } | { kind: 'form'; reason: 'message' | 'handoff' }

/** The open widget: who speaks, the conversation, and where to write. @fires dismiss */
export class FoyerPanel extends LitElement {
  static override properties = {
    chat: { attribute: false },
    inline: { type: Boolean, reflect: true },
    start: { type: Boolean, reflect: true },
    privacyUrl: { attribute: false },
    view: { state: true },
    isFull: { state: true },
  }
  static override styles = [tokens, callNoticeStyles, panelStyles]
  declare chat: Chat
  declare inline: boolean
  /** At the left of the window: the page reads from right to left. */
  declare start: boolean
  declare privacyUrl: string
  declare view: View
  /** It covers the window, so the page beneath is out of reach. */
  declare isFull: boolean
  #stop = () => {}
  #phase: Chat['voice']['phase'] = { kind: 'quiet' }
  #hadFocus = false
  readonly #narrow = matchMedia('(max-width: 479.98px)')

  constructor() {
    super()
    this.inline = false
    this.start = false
    this.privacyUrl = ''
    this.view = { kind: 'talk' }
    this.isFull = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stop = this.chat.subscribe(() => this.requestUpdate())
    this.addEventListener('keydown', this.#key)
    this.#narrow.addEventListener('change', this.#measure)
    this.#measure()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop()
    this.removeEventListener('keydown', this.#key)
    this.#narrow.removeEventListener('change', this.#measure)
  }

  override render(): TemplateResult {
    const { chat } = this
    const { strings } = chat
    return html`<section
      class="panel"
      part="panel"
      role=${this.inline ? 'region' : 'dialog'}
      aria-modal=${this.isFull ? 'true' : nothing}
      aria-label=${chat.say(strings.panel)}
      dir=${strings.dir}
      lang=${strings.lang}
    >
      ${this.#headView()} ${this.#bannerView()}
      ${chat.desk.kind === 'shut' ? this.#shutView(chat.desk.why) : this.#bodyView()}
    </section>`
  }

  #headView(): TemplateResult {
    const { chat } = this
    const { strings, desk } = chat
    return html`<div class="head">
      <div class="who">
        <strong><bdi>${chat.say('{business}')}</bdi></strong>
        <span>${desk.kind === 'open' ? chat.say(strings.role) : nothing}</span>
      </div>
      ${desk.kind === 'open' && desk.config.mode === 'test' ? html`<span class="test" title=${strings.testHint}>${strings.testMode}</span>` : nothing}
      ${this.inline ? nothing : html`<button type="button" class="close" aria-label=${strings.close} @click=${this.#dismiss}>${icons.close}</button>`}
    </div>`
  }

  #bannerView(): TemplateResult {
    const { connection, strings } = this.chat
    const words = connection === 'offline' ? strings.offline : connection === 'reconnecting' ? strings.reconnecting : ''
    return html`<p class="banner" role="status">${words || nothing}</p>`
  }

  #bodyView(): TemplateResult {
    const { chat, view } = this
    const { strings } = chat
    if (view.kind === 'form')
      return html`<foyer-message-form .chat=${chat} .reason=${view.reason} @done=${this.#talk}></foyer-message-form>
        ${this.#callView()}`
    const fresh = chat.transcript.length === 0 && chat.desk.kind === 'open'
    return html`<foyer-log
        .chat=${chat}
        .desk=${chat.desk}
        .transcript=${chat.transcript}
        .strings=${strings}
        @form=${(event: CustomEvent<'message' | 'handoff'>) => this.#form(event.detail)}
      ></foyer-log>
      ${fresh && chat.voice.phase.kind === 'quiet' ? this.#noteView() : nothing} ${this.#callView()}
      <foyer-composer
        .strings=${strings}
        .talk=${chat.voice.phase.kind === 'quiet' && chat.voice.offer !== null ? chat.say(strings.voice.talk) : ''}
        .typed=${chat.typed}
        @talk=${() => chat.voice.press()}
        @say=${(event: CustomEvent<string>) => void chat.send(event.detail)}
      ></foyer-composer>
      <div class="foot">
        <button type="button" @click=${() => void chat.send(strings.askForPerson)}>${strings.person}</button>
        <span>Foyer</span>
      </div>`
  }

  #callView(): TemplateResult {
    const { chat } = this
    const { call, notice } = chat.voice
    return html`${callNoticeView(chat, () => this.#form('message'))}
    ${call === undefined ? nothing : html`<foyer-call-bar .chat=${chat} .call=${call} .notice=${notice}></foyer-call-bar>`}`
  }

  #noteView(): TemplateResult {
    const { strings } = this.chat
    const link = /^https?:/.test(this.privacyUrl)
      ? html` <a href=${this.privacyUrl} target="_blank" rel="noopener">${strings.privacy}</a>`
      : nothing
    return html`<p class="note">${this.chat.say(strings.note)}${link}</p>`
  }

  #shutView(why: string): TemplateResult {
    const { strings } = this.chat
    return html`<div class="shut" role="alert">
      <p>${why}</p>
      <button type="button" class="pill strong" @click=${() => void this.chat.connect()}>
        <span>${strings.tryAgain}</span>
      </button>
    </div>`
  }

  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<FoyerComposer | FoyerMessageForm>('foyer-composer, foyer-message-form')?.focus(),
    )
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.matches(':focus-within')
  }

  /** What had the focus goes when a call begins or ends: it moves to what took its place. */
  protected override updated(_changed: PropertyValues<this>): void {
    const { phase } = this.chat.voice
    if (phase === this.#phase) return
    const wasCalling = this.#phase.kind === 'calling'
    this.#phase = phase
    if (!this.#hadFocus && !wasCalling) return
    if (phase.kind === 'calling') this.renderRoot.querySelector<FoyerCallBar>('foyer-call-bar')?.focus()
    else if (phase.kind === 'quiet') this.renderRoot.querySelector<FoyerComposer>('foyer-composer')?.focusTalk()
    else this.renderRoot.querySelector<HTMLElement>('.call-notice button')?.focus()
  }

  #form(reason: 'message' | 'handoff'): void {
    if (this.chat.voice.phase.kind === 'over') this.chat.voice.dismiss()
    this.view = { kind: 'form', reason }
    this.focus()
  }

  readonly #talk = () => {
    this.view = { kind: 'talk' }
    this.focus()
  }

  readonly #dismiss = () => this.dispatchEvent(new CustomEvent('dismiss'))

  readonly #measure = () => {
    this.isFull = this.#narrow.matches && !this.inline
  }

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && this.isFull) keepInside(this, event)
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    if (this.view.kind === 'form') this.#talk()
    else if (this.chat.voice.phase.kind === 'asking') this.chat.voice.dismiss()
    else if (!this.inline) this.#dismiss()
  }
}
