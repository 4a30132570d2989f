import type { Trace } from '@foyer/sdk/admin'
import { define, type FoyerWidget, type FoyerWidgetEventMap } from '@foyer/widget'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { Load } from '../../data/load.ts'
import { testSide, visitorClient } from '../../data/playground.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { defineTrace } from '../../ui/trace.ts'
import { pretenceView, type Pretending } from './pretence.ts'
import { type Asked, turnsView } from './turns.ts'

define()
defineTrace()

/** The very widget, and beside it the picture of each answer; an earlier question can be put otherwise. */
class PlaygroundPage extends Page {
  static override properties: PropertyDeclarations = {
    asked: { state: true },
    chosen: { state: true },
    editing: { state: true },
    busy: { state: true },
  }
  declare asked: Asked[]
  /** The turn whose picture is shown. */
  declare chosen: string
  /** The turn whose words are being changed; '' for none. */
  declare editing: string
  declare busy: boolean
  readonly #trace = new Load<Trace>(this)
  #pretending: Pretending = { lang: '', local: '' }
  #widget: FoyerWidget | undefined

  constructor() {
    super()
    this.asked = []
    this.chosen = ''
    this.editing = ''
    this.busy = false
  }

  override render(): TemplateResult {
    const { playground } = words()
    this.named(playground.title)
    return html`<div class="head">
        <div>
          <h1>${playground.title}</h1>
          <p class="soft">${playground.lead}</p>
        </div>
        <button type="button" class="button" ?disabled=${this.busy} @click=${() => void this.#anew()}>
          ${playground.newVisitor}
        </button>
      </div>
      <div class="playground">
        <section class="talk" aria-label=${playground.widget}>
          ${pretenceView(this.#pretending, (pretending) => {
            this.#pretending = pretending
            this.requestUpdate()
          })}
          ${this.#widgetView()}
        </section>
        <section class="why" aria-label=${playground.turns}>
          ${this.asked.length === 0 ? empty(playground.empty.title, playground.empty.what) : this.#whyView()}
        </section>
      </div>`
  }

  /** One element for the page's whole life: what was said stays. */
  #widgetView(): FoyerWidget {
    if (this.#widget !== undefined) return this.#widget
    const widget = document.createElement('foyer-widget')
    widget.mode = 'inline'
    widget.client = visitorClient(() => {
      const { lang, local } = this.#pretending
      return { lang, now: local === '' ? '' : new Date(local).toISOString() }
    })
    widget.addEventListener('foyer-message', (event) => this.#heard(event))
    return (this.#widget = widget)
  }

  #whyView(): TemplateResult {
    return html`${turnsView({
      asked: this.asked,
      chosen: this.chosen,
      editing: this.editing,
      busy: this.busy,
      choose: (turnId) => this.#choose(turnId),
      edit: (turnId) => (this.editing = turnId),
      runOn: (index, text) => void this.#runFrom(index, text),
    })}
    ${this.chosen === '' ? nothing : loaded(this.#trace, (trace) => html`<foyer-trace .trace=${trace}></foyer-trace>`)}`
  }

  #heard({ detail }: FoyerWidgetEventMap['foyer-message']): void {
    if (detail.author === 'visitor') this.asked = [...this.asked, { turnId: detail.turnId, text: detail.text }]
    if (detail.author === 'assistant') this.#choose(detail.turnId)
  }

  #choose(turnId: string): void {
    this.chosen = turnId
    void this.#trace.run((signal) => testSide().traces.get(turnId, { signal }))
  }

  async #anew(): Promise<void> {
    this.asked = []
    this.chosen = ''
    this.editing = ''
    await this.#widget?.forget()
  }

  /** The same questions to a new visitor, up to the one that is put otherwise. */
  async #runFrom(index: number, text: string): Promise<void> {
    const again = [...this.asked.slice(0, index).map((each) => each.text), text]
    this.busy = true
    try {
      await this.#anew()
      for (const question of again) await this.#widget?.ask(question)
    } catch (error) {
      notice(inWords(error), { kind: 'wrong' })
    } finally {
      this.busy = false
    }
  }
}

customElements.define('playground-page', PlaygroundPage)
