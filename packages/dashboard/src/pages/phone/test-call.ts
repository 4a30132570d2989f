import type { TestCall } from '@foyer/sdk/admin'
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { duration } from '../../ui/number.ts'

/** Rings a number of one's own over one's own carrier, and says what came of it. */
class TestCallButton extends LitElement {
  static override properties: PropertyDeclarations = {
    numberId: { attribute: false },
    made: { state: true },
    busy: { state: true },
  }
  declare numberId: string
  declare made: TestCall | null
  declare busy: boolean

  constructor() {
    super()
    this.made = null
    this.busy = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    const { testCall: say } = words().phone
    return html`<div class="row">
      <button type="button" class="button" ?disabled=${this.busy} @click=${this.#call}>${say.call}</button>
      <span class="soft" role="status">
        ${this.busy ? say.calling : this.made === null ? say.costs : html`${say.results[this.made.result]} (${duration(this.made.tookMs)})`}
      </span>
    </div>`
  }

  readonly #call = () => {
    this.busy = true
    this.made = null
    const done = () => (this.busy = false)
    attempt(
      here().foyer.phone.call(this.numberId),
      (made) => {
        done()
        this.made = made
      },
      done,
    )
  }
}

customElements.define('test-call', TestCallButton)
