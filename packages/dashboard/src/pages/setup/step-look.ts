import type { SiteCheck } from '@foyer/sdk/admin'
import { html, nothing, svg, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { skeleton } from '../../ui/loaded.ts'
import { SetupStep } from './step.ts'

const ours = '#2f6f4e'

/** The colour of the widget: the site's own, darkened where white words on it could not be read. */
class StepLook extends SetupStep {
  static override properties: PropertyDeclarations = {
    ...SetupStep.properties,
    check: { state: true },
    chosen: { state: true },
  }
  declare check: SiteCheck | 'looking' | null
  declare chosen: string
  #looked = ''

  constructor() {
    super()
    this.check = null
    this.chosen = ''
  }

  override willUpdate(): void {
    const { website } = this.setup
    if (website === '' || website === this.#looked) return
    this.#looked = website
    void this.#look(website)
  }

  override render(): TemplateResult {
    const { look: say } = words().setup
    const colours = this.check === null || this.check === 'looking' ? [] : this.check.colours
    const chosen = this.chosen || this.setup.accent || colours[0]?.shown || ours
    const offered = [...colours, { colour: ours, shown: ours, from: 'ours' as const, contrast: 6.1 }]
    return html`${this.check === 'looking' ? skeleton(1) : nothing}
      <div class="look">
        <fieldset class="swatches">
          <legend>${colours.length === 0 ? say.none : say.found}</legend>
          ${offered.map(
            ({ colour, shown, from }) =>
              html`<label class="choice">
                <input type="radio" name="accent" .checked=${shown === chosen} @change=${() => (this.chosen = shown)} />
                <svg class="swatch" viewBox="0 0 24 24" aria-hidden="true">
                  <rect width="24" height="24" rx="6" fill=${shown} />
                </svg>
                <span>
                  <span dir="ltr">${shown}</span>
                  <small class="soft"
                    >${say.from[from]}${shown === colour ? '' : ` · ${fill(say.darkened, { colour })}`}</small
                  >
                </span>
              </label>`,
          )}
          <label class="choice">
            <input
              type="color"
              aria-label=${say.own}
              .value=${chosen}
              @input=${(event: InputEvent) => (this.chosen = (event.target as HTMLInputElement).value)}
            />
            <span>${say.own}</span>
          </label>
        </fieldset>
        ${this.#preview(chosen)}
      </div>
      ${this.wrongView()}
      <div class="row">
        <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => void this.#keep(chosen)}>
          ${say.keep}
        </button>
      </div>`
  }

  /** The launcher and a visitor's words, as they will be seen. */
  #preview(accent: string): TemplateResult {
    const { look: say } = words().setup
    return html`<svg class="preview" viewBox="0 0 220 150" role="img" aria-label=${say.preview}>
      ${svg`<rect class="paper" x="0.5" y="0.5" width="219" height="149" rx="12" />
        <rect class="line" x="16" y="20" width="120" height="8" rx="4" /><rect class="line" x="16" y="36" width="90" height="8" rx="4" />
        <rect x="96" y="58" width="108" height="30" rx="12" fill=${accent} />
        <text x="150" y="77" fill="#fff" font-size="11" text-anchor="middle">${say.sample}</text>
        <circle cx="186" cy="120" r="20" fill=${accent} /><path d="M178 114h16v10h-9l-4 4v-4h-3z" fill="#fff" />`}
    </svg>`
  }

  async #look(url: string): Promise<void> {
    this.check = 'looking'
    try {
      this.check = await here().foyer.onboarding.checkSite({ url })
    } catch {
      // Without its colours ours is offered, which the page says.
      this.check = null
    }
  }

  #keep(accent: string): Promise<void> {
    return this.act(async () => {
      await this.save({ accent })
      this.next()
    })
  }
}

customElements.define('setup-look', StepLook)
