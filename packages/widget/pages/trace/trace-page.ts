import { FoyerError, type Trace } from '@foyer/sdk'
import { request, sameOrigin } from '@foyer/sdk/page'
import { html, LitElement, type TemplateResult } from 'lit'
import { openedWith } from '../opened-with.ts'
import { pageStyles } from '../page.styles.ts'
import { traceStyles } from './trace.styles.ts'
import { traceView } from './trace-view.ts'
import { traceWords } from './words.ts'

type State = { kind: 'reading' } | { kind: 'read'; trace: Trace } | { kind: 'note'; words: string }

/** `/trace#turn=trn_…&ticket=…`: the record of one answer. */
class TracePage extends LitElement {
  static override properties = { state: { state: true } }
  static override styles = [pageStyles, traceStyles]
  declare state: State
  readonly #opened = openedWith('foyer:trace', ['turn', 'ticket', 'lang'])
  readonly #words = traceWords([this.#opened.lang ?? '', ...navigator.languages])

  constructor() {
    super()
    this.state = { kind: 'reading' }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.documentElement.lang = this.#words.lang
    document.documentElement.dir = this.#words.dir
    document.title = `${this.#words.title} · Foyer`
    void this.#read().then((state) => (this.state = state))
  }

  async #read(): Promise<State> {
    const { turn, ticket } = this.#opened
    if (turn === undefined || ticket === undefined) return { kind: 'note', words: this.#words.missing }
    try {
      const path = `/v1/turns/${encodeURIComponent(turn)}/trace`
      return { kind: 'read', trace: await request<Trace>(sameOrigin(), { path, credential: ticket }) }
    } catch (error) {
      const refused =
        error instanceof FoyerError && (error.status === 401 || error.status === 403 || error.status === 404)
      return { kind: 'note', words: refused ? this.#words.expired : this.#words.failed }
    }
  }

  override render(): TemplateResult {
    switch (this.state.kind) {
      case 'reading':
        return html`<main aria-busy="true"></main>`
      case 'read':
        return html`<main>${traceView(this.state.trace, this.#words)}</main>`
      case 'note':
        return html`<main>
          <h1>${this.#words.title}</h1>
          <p role="status">${this.state.words}</p>
        </main>`
      default:
        return this.state satisfies never
    }
  }
}

customElements.define('foyer-trace-page', TracePage)
