import type { Location, Tenant } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'

interface Seen {
  tenant: Tenant
  locations: Location[]
}

/** The business: its name, where messages go, its locations and their time zones. */
class ProfileSection extends Page {
  readonly #load = new Load<Seen>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load.run(async (signal) => {
      const { tenant } = here().foyer
      const [found, locations] = await Promise.all([tenant.get({ signal }), tenant.locations({ signal })])
      return { tenant: found, locations }
    })
  }

  override render(): TemplateResult {
    return loaded(
      this.#load,
      (seen) =>
        html`<div class="stack">${this.#businessView(seen.tenant)} ${this.#locationsView(seen.locations)}</div>`,
    )
  }

  #businessView(tenant: Tenant): TemplateResult {
    const { profile: say, readOnly, saved } = words().settings
    const disabled = !mayRun()
    const save = (event: SubmitEvent) => {
      const { name = '', notifyEmail = '', country = '' } = valuesOf(event)
      attempt(here().foyer.tenant.change({ name, notifyEmail, country: country.toUpperCase() }), (changed) => {
        this.#load.change((seen) => ({ ...seen, tenant: changed }))
        dispatchEvent(new CustomEvent('person-changed'))
        notice(saved)
      })
    }
    return html`<form class="card stack" @submit=${save}>
      <div>
        <h2>${say.title}</h2>
        <p class="soft">${disabled ? readOnly : say.lead}</p>
      </div>
      ${textField({ name: 'name', label: say.name, value: tenant.name, required: true, disabled })}
      ${textField({ name: 'notifyEmail', label: say.notify, value: tenant.notifyEmail, type: 'email', note: say.notifyNote, disabled })}
      ${textField({ name: 'country', label: say.country, value: tenant.country, note: say.countryNote, required: true, disabled })}
      ${disabled ? nothing : html`<div class="row"><button class="button primary">${say.save}</button></div>`}
    </form>`
  }

  #locationsView(locations: readonly Location[]): TemplateResult {
    const { profile: say } = words().settings
    return html`<div class="card stack">
      <h2>${say.locations}</h2>
      ${locations.map((location) => this.#locationView(location, locations.length > 1))}
      ${mayRun() ? html`<div class="row"><button type="button" class="button" @click=${() => this.#add(locations)}>${say.add}</button></div>` : nothing}
    </div>`
  }

  #locationView(location: Location, removable: boolean): TemplateResult {
    const { profile: say, saved } = words().settings
    const { tenant } = here().foyer
    const disabled = !mayRun()
    const save = (event: SubmitEvent) => {
      const { name = '', timeZone = '' } = valuesOf(event)
      attempt(tenant.changeLocation(location.id, { name, timeZone }), (changed) => {
        this.#put((all) => all.map((each) => (each.id === changed.id ? changed : each)))
        notice(saved)
      })
    }
    const remove = () => {
      const back = this.#put((all) => all.filter((each) => each !== location))
      attempt(tenant.removeLocation(location.id), () => notice(say.removed), back)
    }
    return html`<form class="location" @submit=${save}>
      ${textField({ name: 'name', label: say.location, value: location.name, required: true, disabled })}
      <label class="field">
        <span>${say.timeZone}</span>
        <select name="timeZone" dir="ltr" ?disabled=${disabled}>
          ${zones(location.timeZone).map((zone) => html`<option ?selected=${zone === location.timeZone}>${zone}</option>`)}
        </select>
      </label>
      ${
        disabled
          ? nothing
          : html`<div class="row">
              <button class="button">${say.save}</button>
              ${removable ? html`<button type="button" class="button danger" @click=${remove}>${say.remove}</button>` : nothing}
            </div>`
      }
    </form>`
  }

  #add(locations: readonly Location[]): void {
    const { country = 'US', timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = locations[0] ?? {}
    const name = `${words().settings.profile.location} ${locations.length + 1}`
    attempt(here().foyer.tenant.addLocation({ name, timeZone, country }), (made) => this.#put((all) => [...all, made]))
  }

  #put(alter: (all: Location[]) => Location[]): () => void {
    return this.#load.change((seen) => ({ ...seen, locations: alter(seen.locations) }))
  }
}

/** Every zone the browser knows, and the one that is set. */
const zones = (now: string): string[] => [...new Set([now, ...Intl.supportedValuesOf('timeZone')])].toSorted()

customElements.define('profile-section', ProfileSection)
