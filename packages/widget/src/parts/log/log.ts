import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Chat } from '../../session/chat.ts'
import { type Entry, idOf, type Transcript } from '../../session/transcript.ts'
import { icons } from '../../icons.ts'
import { fill } from '../../strings/index.ts'
import { tokens } from '../../tokens.styles.ts'
import { answerStyles } from '../answer/answer.styles.ts'
import { answerView, thinkingView } from '../answer/answer.ts'
import { offersStyles } from '../offers/offers.styles.ts'
import { suggestionsView } from '../offers/offers.ts'
import { sourcesStyles } from '../sources/sources.styles.ts'
import { logStyles } from './log.styles.ts'

/** The conversation: read by eye as it stands, by ear sentence by sentence. @fires form */
export class FoyerLog extends LitElement {
  static override properties = {
    chat: { attribute: false },
    desk: { attribute: false },
    transcript: { attribute: false },
    strings: { attribute: false },
  }
  static override styles = [tokens, sourcesStyles, offersStyles, answerStyles, logStyles]
  declare chat: Chat
  declare desk: Chat['desk']
  declare transcript: Transcript
  declare strings: Chat['strings']
  readonly #heard = new Set<string>()
  #isAtEnd = true
  #height = 0
  #shown = 0
  /** When the call's bar takes its room, the end stays in sight. */
  readonly #resized = new ResizeObserver(() => {
    const log = this.renderRoot.querySelector('.log')
    if (log === null) return
    this.#height = log.clientHeight
    if (this.#isAtEnd) log.scrollTop = log.scrollHeight
  })
  #spoken: string[] = []

  override connectedCallback(): void {
    super.connectedCallback()
    this.#resized.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
  }

  override render(): TemplateResult {
    const { chat, desk, strings, transcript } = this
    const config = desk.kind === 'open' ? desk.config : undefined
    const ask = (text: string) => void chat.send(text)
    return html`
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label=${chat.say(strings.panel)}
        tabindex="0"
        @scroll=${this.#scrolled}
        dir=${strings.dir}
        lang=${strings.lang}
      >
        ${config === undefined ? nothing : html`<p class="greeting" dir="auto">${chat.say(config.greeting[strings.lang] ?? strings.greeting)}</p>`}
        ${transcript.length > 0 || config === undefined ? nothing : suggestionsView(config.suggestions[strings.lang] ?? [], strings, ask)}
        ${repeat(transcript, idOf, (entry, index) => this.#entryView(entry, index))}
        ${this.#waits() ? thinkingView(strings.thinking) : nothing}
      </div>
      <div class="unseen" aria-live="polite" lang=${strings.lang}>
        ${this.#spoken.map((text) => html`<p>${text}</p>`)}
      </div>
    `
  }

  #entryView(entry: Entry, index: number): TemplateResult {
    const { chat, strings } = this
    switch (entry.kind) {
      case 'said':
        return html`<div class="said" data-delivery=${entry.delivery.kind}>
          <span class="unseen">${strings.youSaid} </span>
          <p lang=${entry.lang || nothing} dir="auto">${entry.text}</p>
          ${
            entry.delivery.kind !== 'refused'
              ? nothing
              : html`<div class="failure">
                  <span>${strings.notSent} ${entry.delivery.why}</span
                  ><button type="button" class="pill" @click=${() => void chat.send(entry.text, entry.id)}>
                    <span>${strings.tryAgain}</span>
                  </button>
                </div>`
          }
        </div>`
      case 'answer': {
        const newest = !this.transcript
          .slice(index + 1)
          .some((later) => later.kind === 'answer' || later.kind === 'said')
        const test = this.desk.kind === 'open' && this.desk.config.mode === 'test'
        const asked = this.transcript.slice(0, index).findLast((earlier) => earlier.kind === 'said')
        const actions = {
          ask: (text: string) => void chat.send(text),
          again: () => void chat.send(asked?.kind === 'said' ? asked.text : ''),
          form: (reason: 'message' | 'handoff') => this.dispatchEvent(new CustomEvent('form', { detail: reason })),
          rate: (turnId: string, thumb: 'up' | 'down', reason?: string) => void chat.rate(turnId, thumb, reason),
          why: test ? (turnId: string) => void chat.why(turnId) : undefined,
        }
        return answerView(entry, { strings, assistant: chat.say('{assistant}'), newest, actions })
      }
      case 'member':
        return html`<p class="member" lang=${entry.lang || nothing} dir="auto">
          <b>${chat.say('{business}')}</b>${entry.text}
        </p>`
      case 'left':
        return html`<p class="notice" role="status">
          <b>${strings.form.sent}</b>
          ${entry.contact === '' ? nothing : fill(chat.say(strings.form.sentTo), { contact: `\u2068${entry.contact}\u2069` })}
        </p>`
      case 'call':
        return html`<p class="call">
          ${icons.phone}${fill(strings.voice.done, { duration: this.#duration(entry.ms) })}
          ${entry.broke === undefined ? nothing : ` · ${strings.voice.broke[entry.broke]}`}
        </p>`
      case 'ended':
        return html`<div class="notice">
          <p>${strings.ended}</p>
          <button type="button" class="pill" @click=${() => chat.startAnew()}><span>${strings.startNew}</span></button>
        </div>`
      default:
        return entry satisfies never
    }
  }

  #duration(ms: number): string {
    const { voice } = this.strings
    const seconds = Math.max(1, Math.round(ms / 1000))
    const [m, s] = [Math.floor(seconds / 60), seconds % 60].map(String) as [string, string]
    return fill(seconds < 60 ? voice.seconds : voice.minutes, { m, s })
  }

  /** Something was said, and nothing answers it yet. */
  #waits(): boolean {
    const last = this.transcript.at(-1)
    return last?.kind === 'said' && last.delivery.kind === 'sending'
  }

  protected override willUpdate(): void {
    for (const entry of this.transcript) {
      if (entry.kind === 'member') this.#speak(entry.id, entry.text)
      if (entry.kind !== 'answer') continue
      entry.sentences.forEach((sentence, index) => {
        const key = `${entry.turnId}:${index}`
        // In a call the assistant says it aloud; a screen reader on top would make it twice.
        if (entry.live && !this.#isHeard()) this.#speak(key, sentence.text)
        else this.#heard.add(key)
      })
    }
  }

  readonly #scrolled = ({ target }: Event) => {
    const { scrollHeight, scrollTop, clientHeight } = target as HTMLElement
    // A scroll that is told only after the room shrank says nothing of what the reader wants.
    if (clientHeight === this.#height) this.#isAtEnd = scrollHeight - scrollTop - clientHeight < 24
  }

  #isHeard(): boolean {
    const { call } = this.chat.voice
    return call?.since !== undefined && !call.isSilenced && !call.isBlocked
  }

  #speak(key: string, text: string): void {
    if (this.#heard.has(key)) return
    this.#heard.add(key)
    this.#spoken = [...this.#spoken.slice(-20), text]
  }

  /** Keeps the end in sight, but never pushes the question that is being answered out of it. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('transcript')
    const log = this.renderRoot.querySelector<HTMLElement>('.log')
    if (log === null || !changed.has('transcript')) return
    // What is told again over the live line changes nothing that could be seen, and moves nothing.
    if (before?.length === this.transcript.length && log.scrollHeight === this.#shown) return
    this.#shown = log.scrollHeight
    const asked = [...log.querySelectorAll<HTMLElement>('.said')].at(-1)
    const end = log.scrollHeight - log.clientHeight
    const question = asked === undefined || before === undefined || before.length === 0 ? end : asked.offsetTop - 16
    log.scrollTop = Math.min(end, question)
  }
}
