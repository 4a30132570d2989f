import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { SitePage, Source } from '@foyer/sdk/admin'
import { at, here } from '../../data/here.ts'
import { count, fill, words } from '../../strings/index.ts'
import { SetupStep } from './step.ts'

/** The site is read, and seen being read; whoever has none says so. */
class StepSite extends SetupStep {
  static override properties: PropertyDeclarations = {
    ...SetupStep.properties,
    source: { state: true },
    pages: { state: true },
  }
  declare source: Source | null
  declare pages: SitePage[]
  #following = new AbortController()
  #followed = ''

  constructor() {
    super()
    this.source = null
    this.pages = []
  }

  override willUpdate(): void {
    const { sourceId } = this.setup
    if (sourceId === '' || sourceId === this.#followed) return
    this.#followed = sourceId
    void this.#follow(sourceId)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#following.abort()
    this.#followed = ''
  }

  override render(): TemplateResult {
    const { site } = words().setup
    const asked = new URLSearchParams(location.search).get('site') ?? ''
    return html`<form class="stack" novalidate @submit=${this.#read}>
        <div class="field">
          <label for="site-url">${site.address}</label>
          <span class="with-action">
            <input
              id="site-url"
              name="url"
              type="url"
              inputmode="url"
              autocomplete="url"
              dir="ltr"
              placeholder="https://"
              .defaultValue=${this.setup.website || asked}
              aria-invalid=${this.wrong === '' ? nothing : 'true'}
            />
            <button class="button primary" ?disabled=${this.busy}>${site.read}</button>
          </span>
        </div>
        ${this.wrongView()}
        <button type="button" class="link start" @click=${() => void this.#none()}>${site.none}</button>
      </form>
      ${this.source === null ? nothing : this.#progress(this.source)}`
  }

  #progress(source: Source): TemplateResult {
    const { site } = words().setup
    const { counters, state = 'queued', note = '' } = source.lastRead ?? {}
    const read = (counters?.read ?? 0) + (counters?.unchanged ?? 0)
    const all = Object.values(counters ?? {}).reduce((sum, n) => sum + n, 0)
    const over = state === 'done' || state === 'failed'
    return html`<div class="stack reading" role="status">
      <progress max=${Math.max(all, 1)} value=${over ? Math.max(all, 1) : read} aria-label=${site.progress}></progress>
      <p>
        ${state === 'failed' ? site.failed : state === 'done' ? count(site.done, read) : count(site.reading, read)}
        ${state === 'failed' ? note : nothing}
      </p>
      <ul class="lines" tabindex="0" aria-label=${site.progress}>
        ${this.pages.map(
          (page) =>
            html`<li>
              <span class="one-line" dir="ltr">${pathOf(page.url)}</span>
              <small class="soft">${page.reason === '' ? site.pages[page.state] : page.reason}</small>
            </li>`,
        )}
      </ul>
      ${
        this.pages.some((page) => page.code === 'needs-scripts') || state === 'failed'
          ? html`<p class="note">
              ${site.scripts} <a class="link" href=${at('/knowledge?add=text')}>${site.paste}</a>
            </p>`
          : nothing
      }
      ${
        read > 0 || over
          ? html`<div class="row">
              <button type="button" class="button primary" @click=${() => this.next()}>
                ${over ? words().setup.next : site.meanwhile}
              </button>
            </div>`
          : nothing
      }
    </div>`
  }

  readonly #read = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.target as HTMLFormElement).get('url')
    const url = wholeAddress(typeof typed === 'string' ? typed : '')
    void this.act(async () => {
      if (url === '') {
        this.wrong = words().setup.site.odd
        return
      }
      const { foyer } = here()
      const held = (await foyer.sources.list().toArray(200)).find(({ site }) => site?.url === url)
      const source = held ?? (await foyer.sources.addSite(url))
      this.source = source
      this.pages = []
      await this.save({ website: url, sourceId: source.id })
    })
  }

  #none(): Promise<void> {
    return this.act(async () => {
      await this.save({ steps: { site: 'done' }, website: '', sourceId: '' })
      this.next()
    })
  }

  /** Shows each page as it comes in, until the read has ended. */
  async #follow(sourceId: string): Promise<void> {
    this.#following.abort()
    const { signal } = (this.#following = new AbortController())
    const { foyer } = here()
    try {
      for await (const source of foyer.sources.followRead(sourceId, { signal })) {
        this.source = source
        const pages = await foyer.sources.pages(sourceId, { signal }).toArray(200)
        this.pages = pages.filter(({ state }) => state !== 'found').slice(-12)
      }
    } catch {
      if (!signal.aborted) this.wrong = fill(words().setup.site.lost, {})
    }
  }
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url)

/** As people type it: without the protocol too. Empty when it is no address. */
function wholeAddress(typed: string): string {
  const text = typed.trim()
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (text === '' || !URL.canParse(url)) return ''
  const parsed = new URL(url)
  return parsed.hostname.includes('.') || parsed.hostname === 'localhost' ? parsed.href : ''
}

customElements.define('setup-site', StepSite)
