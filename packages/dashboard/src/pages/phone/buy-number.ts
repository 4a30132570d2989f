import type { CarrierNumber, Tenant } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { Acting } from '../../ui/acting.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { notice } from '../../ui/notices.ts'
import { tell } from './edit-form.ts'

/** Numbers that the tenant's carrier sells, by area code. Bought is bought: the button says so. */
class BuyNumber extends Acting {
  static override properties: PropertyDeclarations = {
    tenant: { attribute: false },
    found: { state: true },
  }
  declare tenant: Tenant
  declare found: readonly CarrierNumber[] | null

  constructor() {
    super()
    this.found = null
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  override render(): TemplateResult {
    const { phone, settings } = words()
    const { buy: say } = phone
    return html`<div class="stack">
      <div>
        <a class="to-list" href=${at('/settings/phone')}>${phone.back}</a>
        <h2 tabindex="-1">${say.title}</h2>
        <p class="soft">${say.lead} <a href=${at('/settings/connections')}>${settings.sections.connections}</a></p>
      </div>
      <form class="card stack" @submit=${this.#search}>
        <div class="pair">
          ${textField({ name: 'areaCode', label: say.areaCode, note: say.areaCodeNote, maxlength: 3 })}
          ${textField({ name: 'country', label: settings.profile.country, note: say.countryNote, value: this.tenant.country, maxlength: 2, required: true })}
        </div>
        <div class="row"><button class="button primary" ?disabled=${this.busy}>${say.search}</button></div>
      </form>
      ${this.wrongView()}
      <div role="status">${this.found?.length === 0 ? html`<p class="soft">${say.none}</p>` : nothing}</div>
      ${
        this.found === null || this.found.length === 0
          ? nothing
          : html`<ul class="rows">
              ${this.found.map((each) => this.#row(each))}
            </ul>`
      }
    </div>`
  }

  #row({ number, place }: CarrierNumber): TemplateResult {
    const { buy: say } = words().phone
    return html`<li>
      <div class="plain person">
        <span class="who"
          ><b><bdi dir="ltr">${number}</bdi></b> <bdi class="soft">${place}</bdi></span
        >
        <button
          type="button"
          class="button"
          aria-label=${fill(say.buyNumber, { number })}
          ?disabled=${this.busy}
          @click=${() => this.#buy(number)}
        >
          ${say.buy}
        </button>
      </div>
    </li>`
  }

  readonly #search = (event: SubmitEvent) => {
    const { areaCode = '', country = '' } = valuesOf(event)
    const wish = { areaCode, country: country.toUpperCase(), limit: 20 }
    void this.act(async () => {
      this.found = await here().foyer.phoneNumbers.search(wish)
    })
  }

  readonly #buy = (number: string) =>
    void this.act(async () => {
      const { id } = await here().foyer.phoneNumbers.buy({ number })
      notice(fill(words().phone.buy.bought, { number: `\u2068${number}\u2069` }))
      tell({ kind: 'saved' })
      go(at(`/settings/phone/${id}`))
    })
}

customElements.define('buy-number', BuyNumber)
