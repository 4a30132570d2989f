import { createAdmin, FoyerError } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { keepKey } from '../../data/setup-key.ts'
import { go, root } from '../../router.ts'
import { words } from '../../strings/index.ts'
import { inWords } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'

/** A person without a business makes one: its name, and where its site is. */
class WelcomePage extends Page {
  static override properties: PropertyDeclarations = { busy: { state: true }, wrong: { state: true } }
  declare busy: boolean
  declare wrong: string

  constructor() {
    super()
    this.busy = false
    this.wrong = ''
  }

  override render(): TemplateResult {
    const { welcome } = words().setup
    this.named(welcome.title)
    return html`<div class="door">
      <p class="wordmark">Foyer</p>
      <h1>${welcome.title}</h1>
      <p class="lead">${welcome.what}</p>
      <form class="stack" novalidate @submit=${this.#begin}>
        <div class="field">
          <label for="business">${welcome.business}</label>
          <input id="business" name="business" dir="auto" autocomplete="organization" maxlength="120" autofocus />
        </div>
        <div class="field">
          <label for="site">${welcome.site}</label>
          <input id="site" name="site" type="url" inputmode="url" dir="ltr" autocomplete="url" placeholder="https://" />
          <small>${welcome.siteNote}</small>
        </div>
        ${this.wrong === '' ? nothing : html`<p class="note brick" role="alert">${this.wrong}</p>`}
        <button class="button primary wide" ?disabled=${this.busy}>${welcome.begin}</button>
      </form>
    </div>`
  }

  readonly #begin = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const typed = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const name = typed('business')
    if (name === '') this.wrong = words().setup.welcome.nameless
    else void this.#make(name, typed('site'))
  }

  async #make(name: string, site: string): Promise<void> {
    this.busy = true
    this.wrong = ''
    try {
      const { tenant, publishableKey } = await made(name)
      keepKey(tenant.id, tenant.mode, publishableKey)
      localStorage.setItem('foyer:tenant', tenant.slug)
      dispatchEvent(new Event('person-changed'))
      go(`${root}/${tenant.slug}/${tenant.mode}/setup/site${site === '' ? '' : `?site=${encodeURIComponent(site)}`}`)
    } catch (error) {
      this.wrong = inWords(error)
    } finally {
      this.busy = false
    }
  }
}

/** A name that is taken gets a few letters more. */
async function made(name: string) {
  const foyer = createAdmin({ baseUrl: location.origin })
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const country = new Intl.Locale(navigator.language).maximize().region ?? 'US'
  const { welcome } = words().setup
  for (let more = ''; ; more = `-${crypto.randomUUID().slice(0, 4)}`) {
    try {
      return await foyer.me.createTenant({
        name,
        slug: `${slugOf(name)}${more}`,
        country,
        location: { name: welcome.location, timeZone },
        assistant: { name: welcome.assistant },
      })
    } catch (error) {
      if (!(error instanceof FoyerError) || error.code !== 'taken' || more !== '') throw error
    }
  }
}

function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
  return plain.length >= 3 ? plain : `desk-${crypto.randomUUID().slice(0, 6)}`
}

customElements.define('welcome-page', WelcomePage)
