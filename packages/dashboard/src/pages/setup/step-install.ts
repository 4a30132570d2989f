import type { SiteBuilder, SiteCheck } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { snippetKey } from '../../data/setup-key.ts'
import { fill, words } from '../../strings/index.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { SetupStep } from './step.ts'

/** The line of code, the steps of what the site was built with, and a look whether it is there. */
class StepInstall extends SetupStep {
  static override properties: PropertyDeclarations = {
    ...SetupStep.properties,
    key: { state: true },
    builder: { state: true },
    check: { state: true },
  }
  declare key: { id: string; key: string } | null
  declare builder: SiteBuilder['id'] | ''
  declare check: SiteCheck | null
  readonly #builders = new Load<SiteBuilder[]>(this)

  constructor() {
    super()
    this.key = null
    this.builder = ''
    this.check = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#builders.run((signal) => here().foyer.onboarding.siteBuilders({ signal }))
  }

  override render(): TemplateResult {
    const { install: say } = words().setup
    if (this.key === null)
      return html`${this.wrongView()}
        <p>${say.before}</p>
        <div class="row">
          <button type="button" class="button primary" ?disabled=${this.busy} @click=${() => void this.#make()}>
            ${say.show}
          </button>
        </div>`
    return html`<div class="snippet">
        <pre dir="ltr" tabindex="0"><code>${this.#snippet()}</code></pre>
        <button type="button" class="button primary" @click=${() => void this.#copy()}>${words().shell.copy}</button>
      </div>
      ${loaded(this.#builders, (builders) => this.#steps(builders))} ${this.#mail()} ${this.#look()} ${this.wrongView()}`
  }

  #steps(builders: readonly SiteBuilder[]): TemplateResult {
    const { install: say } = words().setup
    const chosen = builders.find(({ id }) => id === (this.builder || this.check?.builder)) ?? builders.at(-1)
    return html`<div class="field">
        <label for="builder">${say.builder}</label>
        <select
          id="builder"
          @change=${(event: Event) => (this.builder = (event.target as HTMLSelectElement).value as SiteBuilder['id'])}
        >
          ${builders.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen?.id}>${name}</option>`)}
        </select>
      </div>
      <ol class="steps">
        ${(chosen?.steps[words().lang] ?? []).map((step) => html`<li dir="auto">${step}</li>`)}
      </ol>`
  }

  #mail(): TemplateResult {
    const { install: say } = words().setup
    return html`<form class="field" novalidate @submit=${this.#send}>
      <label for="developer">${say.developer}</label>
      <span class="with-action">
        <input id="developer" name="to" type="email" dir="ltr" autocomplete="off" placeholder="name@example.com" />
        <button class="button" ?disabled=${this.busy}>${say.send}</button>
      </span>
    </form>`
  }

  #look(): TemplateResult {
    const { install: say } = words().setup
    const { check } = this
    const state = check?.snippet.state
    return html`<form class="field" novalidate @submit=${this.#seek}>
      <label for="page">${say.page}</label>
      <span class="with-action">
        <input id="page" name="url" type="url" dir="ltr" .defaultValue=${this.setup.website} placeholder="https://" />
        <button class="button" ?disabled=${this.busy}>${say.check}</button>
      </span>
      ${
        state === undefined
          ? nothing
          : html`<p class="note ${state === 'installed' ? 'pine' : ''}" role="status">
              ${fill(say.states[state], { page: check?.url ?? '' })}
            </p>`
      }
    </form>`
  }

  #snippet(): string {
    const key = this.key?.key ?? ''
    return `<script src="${location.origin}/foyer.js" data-key="${key}" async></script>`
  }

  #make(): Promise<void> {
    return this.act(async () => {
      this.key = await snippetKey()
      const { website } = this.setup
      if (website === '') return
      const { foyer } = here()
      const { origin } = new URL(website)
      const origins = await foyer.origins.list()
      if (!origins.includes(origin) && isAllowed(origin)) await foyer.origins.set([...origins, origin])
      // What the site was built with is a help, not a condition.
      const seen = await foyer.onboarding.checkSite({ url: website }).catch(() => null)
      this.builder ||= seen?.builder ?? ''
    })
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.#snippet())
    notice(words().shell.copied)
  }

  readonly #send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const to = new FormData(form).get('to')
    if (typeof to !== 'string' || to === '' || this.key === null) return
    const { key } = this.key
    void this.act(async () => {
      const builder = this.builder || this.check?.builder || 'html'
      await here().foyer.onboarding.mailDeveloper({ to, lang: words().lang, builder, key })
      notice(fill(words().setup.install.sent, { to }))
      form.reset()
    })
  }

  readonly #seek = (event: SubmitEvent) => {
    event.preventDefault()
    const url = new FormData(event.target as HTMLFormElement).get('url')
    if (typeof url !== 'string' || url === '') return
    void this.act(async () => {
      this.check = await here().foyer.onboarding.checkSite({ url, keyId: this.key?.id ?? '' })
      if (this.check.snippet.state === 'installed') await this.save({ steps: { install: 'done' } })
    })
  }
}

/** The service takes https, and http on this machine only. */
const isAllowed = (origin: string): boolean =>
  origin.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin)

customElements.define('setup-install', StepInstall)
