import type { Trunk, TrunkCheck } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { notice } from '../../ui/notices.ts'
import { tell } from './edit-form.ts'

/** A trunk: who may call in by it, whether the gateway has it as it should, and the way out. */
class TrunkPage extends LitElement {
  static override properties: PropertyDeclarations = {
    trunk: { attribute: false },
    check: { state: true },
    busy: { state: true },
  }
  declare trunk: Trunk
  declare check: TrunkCheck | null
  declare busy: boolean

  constructor() {
    super()
    this.check = null
    this.busy = false
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  override render(): TemplateResult {
    const { phone } = words()
    const { trunks: say } = phone
    const { name, addresses, username, numbers, sendTo } = this.trunk
    return html`<div class="stack">
      <div>
        <a class="to-list" href=${at('/settings/phone')}>${phone.back}</a>
        <h2 tabindex="-1"><bdi>${name}</bdi></h2>
      </div>
      <section class="card stack">
        ${sendTo === '' ? nothing : html`<p>${say.sendTo} <code dir="ltr">${sendTo}</code></p>`}
        <p>
          ${addresses.length === 0 ? say.fromAnywhere : html`${say.from} <bdi dir="ltr">${addresses.join(', ')}</bdi>`}
        </p>
        ${username === '' ? nothing : html`<p>${fill(say.signsIn, { username: `\u2068${username}\u2069` })}</p>`}
        <p>${numbers.length === 0 ? say.noNumber : html`${say.numbers} <bdi dir="ltr">${numbers.join(', ')}</bdi>`}</p>
        ${this.#checkView()}
        ${mayRun() && numbers.length === 0 ? html`<p><a class="button" href=${at('/settings/phone/new')}>${phone.addNumber}</a></p>` : nothing}
      </section>
      ${this.#wayOutView()}
      ${
        mayRun()
          ? html`<div>
              <button type="button" class="button danger" ?disabled=${numbers.length > 0} @click=${this.#remove}>
                ${say.remove}
              </button>
              ${numbers.length === 0 ? nothing : html`<p class="soft small">${say.inUse}</p>`}
            </div>`
          : nothing
      }
    </div>`
  }

  #checkView(): TemplateResult | typeof nothing {
    const { trunks: say } = words().phone
    if (!mayRun() || this.trunk.numbers.length === 0) return nothing
    const { mended } = this.check ?? {}
    return html`<div class="row">
      <button type="button" class="button" ?disabled=${this.busy} @click=${this.#look}>${say.check}</button>
      <span role="status">
        ${mended === undefined ? nothing : mended.length === 0 ? say.stands : fill(say.mended, { parts: new Intl.ListFormat(words().lang).format(mended.map((part) => say.parts[part])) })}
      </span>
    </div>`
  }

  #wayOutView(): TemplateResult {
    const { phone, shell, settings } = words()
    const { trunks: say } = phone
    const { address, countries } = this.trunk.out
    const disabled = !mayRun()
    return html`<form class="card stack" @submit=${this.#save}>
      <div>
        <h3>${say.wayOut}</h3>
        <p class="soft">${disabled ? settings.readOnly : say.wayOutLead}</p>
      </div>
      ${textField({ name: 'address', label: say.outAddress, note: say.outAddressNote, value: address, disabled })}
      ${textField({ name: 'countries', label: say.countries, note: say.countriesNote, value: countries.join(' '), disabled })}
      ${disabled ? nothing : html`<div class="row"><button class="button primary" ?disabled=${this.busy}>${shell.save}</button></div>`}
    </form>`
  }

  readonly #look = () => {
    this.busy = true
    const done = () => (this.busy = false)
    attempt(
      here().foyer.trunks.check(this.trunk.id),
      (check) => {
        done()
        this.check = check
      },
      done,
    )
  }

  readonly #save = (event: SubmitEvent) => {
    const { address = '', countries = '' } = valuesOf(event)
    const wanted = countries.split(/[\s,]+/).filter((country) => country !== '')
    this.busy = true
    const done = () => (this.busy = false)
    const out = { address, countries: wanted.map((country) => country.toUpperCase()) }
    attempt(
      here().foyer.trunks.change(this.trunk.id, { out }),
      (changed) => {
        done()
        this.trunk = changed
        tell({ kind: 'saved' })
        notice(words().settings.saved)
      },
      done,
    )
  }

  readonly #remove = () =>
    attempt(here().foyer.trunks.remove(this.trunk.id), () => {
      notice(fill(words().phone.trunks.removed, { name: `\u2068${this.trunk.name}\u2069` }))
      tell({ kind: 'saved' })
      go(at('/settings/phone'))
    })
}

customElements.define('trunk-page', TrunkPage)
