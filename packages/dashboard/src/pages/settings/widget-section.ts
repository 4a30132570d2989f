import { define, type FoyerWidget } from '@foyer/widget'
import { html, type PropertyDeclarations, type TemplateResult } from 'lit'
import { visitorClient } from '../../data/playground.ts'
import { words } from '../../strings/index.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'

define()

const corners = { sharp: '4px', soft: '16px', round: '24px' } as const
const themes = ['auto', 'light', 'dark'] as const
const pine = '#1d6a50'

/** The widget's colour, corners and theme, tried on the widget itself; the code that says so on the owner's site. */
class WidgetSection extends Page {
  static override properties: PropertyDeclarations = {
    colour: { state: true },
    corner: { state: true },
    worn: { state: true },
  }
  declare colour: string
  declare corner: keyof typeof corners
  declare worn: (typeof themes)[number]
  #shown: { key: string; widget: FoyerWidget } | undefined

  constructor() {
    super()
    this.colour = pine
    this.corner = 'soft'
    this.worn = 'auto'
  }

  override render(): TemplateResult {
    const { look: say, shell } = words()
    const { colour, corner, worn } = this
    return html`<div class="look">
      <div class="stack">
        <div>
          <h2>${say.title}</h2>
          <p class="soft">${say.lead}</p>
        </div>
        <label class="field">
          <span>${say.colour}</span>
          <input
            type="color"
            .value=${colour}
            @change=${(event: Event) => (this.colour = (event.target as HTMLInputElement).value)}
          />
          <small>${say.colourHint}</small>
        </label>
        <div class="field">
          <span id="corners">${say.corners}</span>
          <div class="segments" role="group" aria-labelledby="corners">
            ${(Object.keys(corners) as (keyof typeof corners)[]).map((each) => html`<button type="button" aria-pressed=${each === corner} @click=${() => (this.corner = each)}>${say.cornerNames[each]}</button>`)}
          </div>
        </div>
        <label class="field">
          <span>${say.theme}</span>
          <select
            @change=${(event: Event) => (this.worn = (event.target as HTMLSelectElement).value as (typeof themes)[number])}
          >
            ${themes.map((each) => html`<option value=${each} ?selected=${each === worn}>${say.themes[each]}</option>`)}
          </select>
        </label>
        <div class="field">
          <span>${say.code}</span>
          <pre tabindex="0" dir="ltr"><code>${this.#code()}</code></pre>
          <small>${say.codeHint}</small>
          <p>
            <button
              type="button"
              class="button"
              @click=${() => void navigator.clipboard.writeText(this.#code()).then(() => notice(shell.copied))}
            >
              ${shell.copy}
            </button>
          </p>
        </div>
      </div>
      <section class="preview" aria-label=${say.preview}>${this.#preview()}</section>
    </div>`
  }

  #code(): string {
    const { colour, corner, worn } = this
    const style = `<style>foyer-widget { --foyer-accent: ${colour}; --foyer-radius: ${corners[corner]} }</style>`
    return worn === 'auto' ? style : `${style}\n<!-- and on the script: data-theme="${worn}" -->`
  }

  /** The colours are read when the panel is made, so another look is another element. */
  #preview(): FoyerWidget {
    const key = `${this.colour} ${this.corner} ${this.worn}`
    if (this.#shown?.key === key) return this.#shown.widget
    const widget = document.createElement('foyer-widget')
    widget.mode = 'inline'
    widget.client = visitorClient(() => ({ lang: '', now: '' }))
    widget.style.setProperty('--foyer-accent', this.colour)
    widget.style.setProperty('--foyer-radius', corners[this.corner])
    if (this.worn !== 'auto') widget.setAttribute('theme', this.worn)
    this.#shown = { key, widget }
    return widget
  }
}

customElements.define('widget-section', WidgetSection)
