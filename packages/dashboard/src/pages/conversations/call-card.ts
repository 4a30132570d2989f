import type { CallRecord } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { duration } from '../../ui/number.ts'
import { dateTime } from '../../ui/when.ts'
import { outcomeView } from './call-outcome.ts'

/** How far a recording is: its time 0 is when the call was opened. */
export class HeardEvent extends CustomEvent<{ instantMs: number }> {
  constructor(instantMs: number) {
    super('call-heard', { detail: { instantMs }, bubbles: true })
  }
}

/** One call of a conversation: how it ended, its recording, and what was agreed to. */
export class CallCard extends LitElement {
  static override properties = { record: { attribute: false }, sound: { state: true }, fetching: { state: true } }
  declare record: CallRecord
  declare sound: string
  declare fetching: boolean

  constructor() {
    super()
    this.sound = ''
    this.fetching = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    URL.revokeObjectURL(this.sound)
    this.sound = ''
  }

  /** From the moment at which something was said. */
  listenFrom(instant: string): void {
    const seconds = Math.max(0, (Date.parse(instant) - Date.parse(this.record.call.createdAt)) / 1000)
    this.#fetch(() => {
      const player = this.querySelector('audio')
      if (player === null) return
      player.currentTime = seconds
      void player.play()
    })
  }

  override render(): TemplateResult {
    const { call: say } = words().conversations
    const { reasons } = words().calls
    const { call, consents } = this.record
    const talkedMs =
      call.greetedAt === null || call.endedAt === null ? null : Date.parse(call.endedAt) - Date.parse(call.greetedAt)
    return html`<section class="call" aria-label=${say.title}>
      <p>
        <b>${say.title}</b> · ${dateTime(call.createdAt)}${talkedMs === null ? nothing : html` · ${duration(talkedMs)}`}
        ${call.reason === null ? nothing : html` · ${reasons[call.reason]}`}
      </p>
      ${call.outcome === null ? nothing : outcomeView(call, (changed) => (this.record = { ...this.record, call: changed }))}
      ${call.recordingBytes === 0 ? nothing : this.#soundView()}
      ${consents.map(
        ({ answer, wording, noticeVersion, lang, createdAt }) =>
          html`<details class="small">
            <summary>${say.answers[answer]}</summary>
            <p lang=${lang} dir="auto">${wording}</p>
            <p class="soft">${dateTime(createdAt)} · ${fill(say.version, { version: noticeVersion })}</p>
          </details>`,
      )}
    </section>`
  }

  #soundView(): TemplateResult {
    const { call: say } = words().conversations
    if (this.sound === '')
      return html`<button type="button" class="button" ?disabled=${this.fetching} @click=${() => this.#fetch(() => {})}>
        ${say.listen}
      </button>`
    return html`<audio controls src=${this.sound} @timeupdate=${this.#tell}></audio>`
  }

  readonly #tell = (event: Event) => {
    const { currentTime } = event.target as HTMLAudioElement
    this.dispatchEvent(new HeardEvent(Date.parse(this.record.call.createdAt) + currentTime * 1000))
  }

  #fetch(then: () => void): void {
    if (this.sound !== '') return then()
    this.fetching = true
    const done = () => (this.fetching = false)
    attempt(
      here().foyer.calls.recording(this.record.call.id),
      (recording) => {
        done()
        this.sound = URL.createObjectURL(recording)
        void this.updateComplete.then(then)
      },
      done,
    )
  }
}

customElements.define('call-card', CallCard)
