import { html, type TemplateResult } from 'lit'
import { fill, words } from '../../strings/index.ts'
import { SetupStep } from './step.ts'

const places = [0, 1] as const

/** Whom to fetch in an emergency: the first, then the second. */
class StepContacts extends SetupStep {
  override render(): TemplateResult {
    const { contacts: say } = words().setup
    return html`<form class="stack" novalidate @submit=${this.#keep}>
      ${places.map((place) => this.#person(place))} ${this.wrongView()}
      <div class="row"><button class="button primary" ?disabled=${this.busy}>${say.keep}</button></div>
    </form>`
  }

  #person(place: (typeof places)[number]): TemplateResult {
    const { contacts: say } = words().setup
    const { name = '', phone = '', email = '' } = this.setup.contacts[place] ?? {}
    const field = (key: 'name' | 'phone' | 'email', value: string, type: string, autocomplete: AutoFill) =>
      html`<div class="field">
        <label for="contact-${place}-${key}">${say[key]}</label>
        <input
          id="contact-${place}-${key}"
          name="${key}-${place}"
          type=${type}
          autocomplete=${autocomplete}
          dir=${key === 'name' ? 'auto' : 'ltr'}
          maxlength="120"
          .defaultValue=${value}
        />
      </div>`
    return html`<fieldset class="person">
      <legend>${place === 0 ? say.first : say.second}</legend>
      ${field('name', name, 'text', 'off')} ${field('phone', phone, 'tel', 'off')}
      ${field('email', email, 'email', 'off')}
    </fieldset>`
  }

  readonly #keep = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const typed = (key: string, place: number): string => {
      const value = data.get(`${key}-${place}`)
      return typeof value === 'string' ? value.trim() : ''
    }
    const contacts = places
      .map((place) => ({ name: typed('name', place), phone: typed('phone', place), email: typed('email', place) }))
      .filter(({ name, phone, email }) => `${name}${phone}${email}` !== '')
    void this.act(async () => {
      const unreachable = contacts.findIndex(({ name, phone, email }) => name === '' || `${phone}${email}` === '')
      if (contacts.length === 0 || unreachable >= 0) {
        this.wrong = fill(words().setup.contacts.nameless, { n: unreachable + 1 })
        return
      }
      await this.save({ contacts, steps: { contacts: 'done' } })
      this.next()
    })
  }
}

customElements.define('setup-contacts', StepContacts)
