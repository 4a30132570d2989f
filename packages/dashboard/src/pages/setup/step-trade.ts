import { FoyerError, type Trade } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { words } from '../../strings/index.ts'
import { loaded } from '../../ui/loaded.ts'
import { SetupStep } from './step.ts'

/** What kind of business it is: its playbook is made and published. */
class StepTrade extends SetupStep {
  static override properties: PropertyDeclarations = {
    ...SetupStep.properties,
    chosen: { state: true },
    taken: { state: true },
  }
  declare chosen: string
  /** Somebody has written a playbook: it is replaced only when asked for. */
  declare taken: boolean
  readonly #trades = new Load<Trade[]>(this)

  constructor() {
    super()
    this.chosen = ''
    this.taken = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#trades.run((signal) => here().foyer.onboarding.trades({ signal }))
  }

  override render(): TemplateResult {
    return loaded(this.#trades, (trades) => this.#view(trades))
  }

  #view(trades: readonly Trade[]): TemplateResult {
    const { trade: say } = words().setup
    const { lang } = words()
    const chosen = this.chosen || this.setup.trade
    const notice = trades.find(({ id }) => id === chosen)?.notice[lang] ?? ''
    return html`<fieldset class="choices">
        <legend class="unseen">${words().setup.steps.trade.title}</legend>
        ${trades.map(
          ({ id, label }) =>
            html`<label class="choice">
              <input
                type="radio"
                name="trade"
                value=${id}
                .checked=${id === chosen}
                @change=${() => {
                  this.chosen = id
                  this.taken = false
                }}
              />
              <span><b>${label[lang] ?? label['en'] ?? id}</b><small class="soft">${say.about[id] ?? ''}</small></span>
            </label>`,
        )}
      </fieldset>
      ${notice === '' ? nothing : html`<p class="note">${notice}</p>`}
      ${this.taken ? html`<p class="note" role="alert">${say.taken}</p>` : this.wrongView()}
      <div class="row">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.busy || chosen === ''}
          @click=${() => void this.#choose(chosen)}
        >
          ${this.busy ? say.making : this.taken ? say.replace : say.choose}
        </button>
      </div>
      <p class="soft">${say.requests}</p>`
  }

  #choose(trade: string): Promise<void> {
    return this.act(async () => {
      const { foyer } = here()
      try {
        await foyer.onboarding.chooseTrade({ trade, replace: this.taken })
      } catch (error) {
        this.taken = error instanceof FoyerError && error.code === 'would_replace' && !this.taken
        if (this.taken) return
        throw error
      }
      this.tell(await foyer.onboarding.get())
      this.next()
    })
  }
}

customElements.define('setup-trade', StepTrade)
