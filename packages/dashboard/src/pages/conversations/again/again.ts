import type { Trace } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { addressOf, type Again, againOf, type Made, makeAgain, versionsOf } from '../../../data/again.ts'
import { Load } from '../../../data/load.ts'
import { go } from '../../../router.ts'
import { fill, words } from '../../../strings/index.ts'
import { valuesOf } from '../../../ui/field.ts'
import { loaded, skeleton } from '../../../ui/loaded.ts'
import { manyView } from './many.ts'
import { oneView } from './one.ts'

/** Runs the question again, as it was or with a change; what came out stands at an address that a colleague can open. */
class TraceAgain extends LitElement {
  static override properties: PropertyDeclarations = { trace: { attribute: false }, query: { attribute: false } }
  declare trace: Trace
  declare query: URLSearchParams
  readonly #made = new Load<Made>(this)
  readonly #versions = new Load<number[]>(this)
  #asked = ''
  #of = ''

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(): void {
    const { turnId, conversationId } = this.trace
    if (this.#of !== conversationId) {
      this.#of = conversationId
      void this.#versions.run((signal) => versionsOf(conversationId, signal))
    }
    const again = againOf(this.query)
    const asked = again === null ? '' : turnId + addressOf(again)
    if (asked === this.#asked) return
    this.#asked = asked
    if (again === null) return
    void this.#made.run((signal) => makeAgain(turnId, again, signal))
    void this.updateComplete.then(() => this.scrollIntoView({ block: 'nearest' }))
  }

  override render(): TemplateResult {
    const { again: say } = words()
    const again = againOf(this.query)
    return html`<section class="card stack again" aria-labelledby="again">
      <div>
        <h2 id="again">${say.title}</h2>
        <p class="soft">${say.lead}</p>
      </div>
      ${this.#form(again ?? { playbook: '', threshold: '', knowledge: '', over: '' })}
      ${again === null ? nothing : html`<div aria-live="polite">${loaded(this.#made, (made) => this.#madeView(made, again), skeleton(3))}</div>`}
    </section>`
  }

  #madeView(made: Made, again: Again): TemplateResult {
    return made.kind === 'one' ? oneView(made.replay, this.trace, again) : manyView(made.whatIf, again)
  }

  #form(again: Again): TemplateResult {
    const { again: say } = words()
    const threshold = this.trace.steps.find(({ tier }) => tier === 'semantic')?.threshold ?? null
    const choice = (name: keyof Again, label: string, choices: readonly (readonly [string, string])[]) =>
      html`<label class="field">
        <span>${label}</span>
        <select name=${name}>
          ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === again[name]}>${text}</option>`)}
        </select>
      </label>`
    const send = (event: SubmitEvent) => {
      const { playbook = '', threshold: typed = '', knowledge = '', over = '' } = valuesOf(event)
      // Pressed again with the same wishes: the draft may have changed since.
      this.#asked = ''
      go(location.pathname + addressOf({ playbook, threshold: typed, knowledge, over }), 'replace')
      this.requestUpdate()
    }
    return html`<form class="wishes" @submit=${send}>
      ${choice('playbook', say.playbook, [
        ['', say.asItWas],
        ['draft', say.draft],
        ...(this.#versions.value ?? []).map((number) => [String(number), fill(say.version, { n: number })] as const),
      ])}
      <label class="field">
        <span>${say.threshold}</span>
        <input
          name="threshold"
          type="number"
          step="0.01"
          min="-2"
          max="2"
          dir="ltr"
          placeholder=${threshold === null ? say.asItWas : threshold.toFixed(2)}
          title=${say.thresholdMeans}
          .value=${again.threshold}
        />
      </label>
      ${choice('knowledge', say.knowledge, [
        ['', say.asItWas],
        ['now', say.today],
      ])}
      ${choice('over', say.over, [['', say.thisTurn], ...['10', '25', '50'].map((n) => [n, fill(say.newest, { n })] as const)])}
      <button class="button primary">${say.run}</button>
    </form>`
  }
}

customElements.define('trace-again', TraceAgain)
