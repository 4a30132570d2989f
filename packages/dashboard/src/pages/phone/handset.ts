import type { Phone, PhoneEnd } from '@foyer/sdk/voice'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { Acting } from '../../ui/acting.ts'
import { textField } from '../../ui/field.ts'
import { e164Of, isE164 } from './e164.ts'

type State = { kind: 'idle' | 'asking' | 'ringing' | 'answered' } | { kind: 'over'; how: PhoneEnd }

const keys = [...'123456789*0#']

/** Calls one's own number with the microphone, as somebody would by phone. */
class PhoneHandset extends Acting {
  static override properties: PropertyDeclarations = {
    numberId: { attribute: false },
    country: { attribute: false },
    from: { state: true },
    state: { state: true },
  }
  declare numberId: string
  /** Where numbers are read as they are written at home. */
  declare country: string
  declare from: string
  declare state: State
  #phone: Phone | undefined

  constructor() {
    super()
    this.from = '+15055550177'
    this.state = { kind: 'idle' }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#phone?.hangUp()
  }

  override render(): TemplateResult {
    const { handset: say, numberWrong } = words().phone
    const wrong = this.from === '' || isE164(this.from) ? undefined : numberWrong
    const isIdle = this.state.kind === 'idle' || this.state.kind === 'over'
    return html`<section class="card stack handset" aria-labelledby="handset">
      <div>
        <h3 id="handset">${say.title}</h3>
        <p class="soft">${say.lead}</p>
      </div>
      ${textField({ name: 'from', type: 'tel', label: say.from, note: say.fromNote, wrong, value: this.from, disabled: !isIdle, change: (typed) => (this.from = typed === '' ? '' : e164Of(typed, this.country)) })}
      ${this.state.kind === 'answered' ? this.#keysView() : nothing}
      <div class="row">
        <button
          type="button"
          class="button ${isIdle ? '' : 'danger'}"
          ?disabled=${wrong !== undefined}
          @click=${() => (isIdle ? void this.act(() => this.#call()) : this.#phone?.hangUp())}
        >
          ${isIdle ? say.call : say.hangUp}
        </button>
        <span role="status">${this.#stateView()}</span>
      </div>
      ${this.wrongView()}
    </section>`
  }

  #stateView(): TemplateResult | string | typeof nothing {
    const { handset: say } = words().phone
    if (this.state.kind === 'idle') return nothing
    if (this.state.kind !== 'over') return say[this.state.kind]
    const { how } = this.state
    const isLogged = how === 'hung_up' || how === 'closed' || how === 'not_answered'
    return html`${say.ends[how]} ${isLogged ? html`<a href=${at('/calls')}>${say.log}</a>` : nothing}`
  }

  #keysView(): TemplateResult {
    return html`<div class="keys" role="group" aria-label=${words().phone.handset.keys} dir="ltr">
      ${keys.map((key) => html`<button type="button" class="button" @click=${() => this.#phone?.press(key)}>${key}</button>`)}
    </div>`
  }

  async #call(): Promise<void> {
    const { foyer } = here()
    const { from, numberId } = this
    this.state = { kind: 'asking' }
    try {
      const { startPhone } = await import('@foyer/sdk/voice')
      const ring = () => {
        this.state = { kind: 'ringing' }
        return foyer.phone.simulate(numberId, { from })
      }
      this.#phone = startPhone(ring, () => (this.state = { kind: 'answered' }))
      this.state = { kind: 'over', how: await this.#phone.ended }
    } catch (error) {
      this.state = { kind: 'idle' }
      throw error
    }
  }
}

customElements.define('phone-handset', PhoneHandset)
