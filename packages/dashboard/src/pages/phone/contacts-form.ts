import type { Onboarding } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { Acting } from '../../ui/acting.ts'
import { textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { orderTools } from '../../ui/order-tools.ts'

type Contact = Omit<Onboarding['contacts'][number], 'id'>

const most = 5

/** Whom to fetch when life is in danger, in this order; the first two are asked for when setting up. */
class ContactsForm extends Acting {
  static override properties: PropertyDeclarations = {
    wanted: { state: true },
  }
  declare wanted: readonly Contact[] | null
  readonly #seen = new Load<Onboarding>(this)

  constructor() {
    super()
    this.wanted = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  #fetch(): Promise<void> {
    return this.#seen.run((signal) => here().foyer.onboarding.get({ signal }))
  }

  override render(): TemplateResult {
    return loaded(this.#seen, (seen) => this.#formView(this.wanted ?? seen.contacts))
  }

  #formView(contacts: readonly Contact[]): TemplateResult {
    const { phone, shell } = words()
    const { contacts: say } = phone
    const disabled = !mayRun()
    return html`<form class="card stack" novalidate @submit=${this.#submit}>
      <div>
        <h2>${say.title}</h2>
        <p class="soft">${disabled ? words().settings.readOnly : say.lead}</p>
      </div>
      <fieldset class="stack" ?disabled=${disabled}>
        ${contacts.map((contact, at) => this.#contactView(contact, at, contacts))}
        ${contacts.length >= most ? nothing : html`<p><button type="button" class="button" @click=${() => (this.wanted = [...contacts, { name: '', phone: '', email: '' }])}>${icons.plus}${say.add}</button></p>`}
      </fieldset>
      ${this.wrong === '' ? nothing : html`<p class="note brick row" role="alert"><span>${this.wrong}</span> ${this.lost ? html`<button type="button" class="link" @click=${this.#takeTheirs}>${phone.takeTheirs}</button>` : nothing}</p>`}
      ${disabled ? nothing : html`<div class="row"><button class="button primary" ?disabled=${this.busy || this.wanted === null}>${shell.save}</button></div>`}
    </form>`
  }

  #contactView({ name, phone, email }: Contact, at: number, all: readonly Contact[]): TemplateResult {
    const { contacts: say } = words().phone
    const { contacts: fields } = words().setup
    const put = (to: Partial<Contact>) => (this.wanted = all.with(at, { name, phone, email, ...to }))
    return html`<fieldset class="part">
      <legend>${fill(say.nth, { n: at + 1 })}</legend>
      <div class="pair">
        ${textField({ name: 'name', label: fields.name, value: name, maxlength: 120, required: true, change: (to) => put({ name: to }) })}
        ${textField({ name: 'phone', type: 'tel', label: fields.phone, value: phone, maxlength: 40, change: (to) => put({ phone: to }) })}
        ${textField({ name: 'email', type: 'email', label: fields.email, value: email, maxlength: 120, change: (to) => put({ email: to }) })}
      </div>
      <p class="row away">
        ${orderTools({ all, at, up: fill(say.up, { n: at + 1 }), drop: fill(say.drop, { n: at + 1 }), change: (to) => (this.wanted = to) })}
      </p>
    </fieldset>`
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { value } = this.#seen
    if (value === undefined || this.wanted === null || this.busy) return
    const unreachable = this.wanted.findIndex(({ name, phone, email }) => name === '' || `${phone}${email}` === '')
    if (unreachable < 0) void this.#save(this.wanted, value.revision)
    else this.wrong = fill(words().setup.contacts.nameless, { n: unreachable + 1 })
  }

  #save(wanted: readonly Contact[], revision: number): Promise<void> {
    const contacts = wanted.map(({ name, phone, email }) => ({ name, phone, email }))
    return this.act(async () => {
      const saved = await here().foyer.onboarding.change({ contacts }, revision)
      this.#seen.change(() => saved)
      this.wanted = null
      notice(words().settings.saved)
    })
  }

  readonly #takeTheirs = () => {
    this.wanted = null
    this.wrong = ''
    this.lost = false
    void this.#fetch()
  }
}

customElements.define('contacts-form', ContactsForm)
