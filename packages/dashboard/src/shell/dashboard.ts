import type { Mode } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { at, enter } from '../data/here.ts'
import { findVoice } from '../data/voice.ts'
import { fetchMe, type Me } from '../data/me.ts'
import { createRouter, go, type Match, root } from '../router.ts'
import { routes } from '../routes.ts'
import { words } from '../strings/index.ts'
import { failure, skeleton } from '../ui/loaded.ts'
import '../ui/notices.ts'
import type { Page } from '../ui/page.ts'
import { keysView, listenToKeys } from './keys.ts'
import { Palette } from './palette.ts'
import { type Rail, railView } from './rail.ts'

type Seen =
  | { kind: 'waiting' }
  | { kind: 'page'; page: Page; match: Match; rail: Rail | null }
  | { kind: 'failed'; error: unknown }
  | { kind: 'nowhere'; home: string }

/** The frame: who is here, which page the address means, the rail beside it, and the keys. */
class Dashboard extends LitElement {
  static override properties = { seen: { state: true } }
  declare seen: Seen
  readonly #router = createRouter(routes, () => void this.#show())
  #me: Me | null | undefined
  #latest = 0

  constructor() {
    super()
    this.seen = { kind: 'waiting' }
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    listenToKeys((what) => this.querySelector<HTMLDialogElement>(`dialog.${what}`)?.showModal())
    addEventListener('person-changed', () => {
      this.#me = undefined
      void this.#show()
    })
    void this.#show()
  }

  async #show(): Promise<void> {
    const turn = ++this.#latest
    try {
      const seen = await this.#look()
      if (turn === this.#latest && seen !== null) this.seen = seen
    } catch (error) {
      if (turn === this.#latest) this.seen = { kind: 'failed', error }
    }
  }

  /** What the address means for this person; null when they were sent elsewhere. */
  async #look(): Promise<Seen | null> {
    const url = new URL(location.href)
    const match = this.#router.match(url)
    if (match?.route.door === 'open') return this.#page(match, null)
    this.#me = this.#me ?? (await fetchMe())
    if (this.#me === null) return away(`${root}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
    const home = homeOf(this.#me)
    if (url.pathname === `${root}/` || url.pathname === root) return away(home)
    if (match === null) return { kind: 'nowhere', home }
    if (match.route.door === 'person') return this.#page(match, null)
    const tenant = this.#me.tenants.find(({ slug }) => slug === match.params['tenant'])
    const mode = match.params['mode'] as Mode
    if (tenant === undefined) return { kind: 'nowhere', home }
    enter(this.#me, tenant, mode)
    void findVoice().then(
      (changed) => changed && this.requestUpdate(),
      () => undefined,
    )
    return this.#page(match, { me: this.#me, tenant, mode, path: `/${url.pathname.split('/')[4] ?? ''}` })
  }

  async #page(match: Match, rail: Rail | null): Promise<Seen> {
    await match.route.load()
    const before = this.seen
    const same =
      before.kind === 'page' &&
      before.match.route.tag === match.route.tag &&
      before.rail?.tenant === rail?.tenant &&
      before.rail?.mode === rail?.mode
    const page = same ? before.page : (document.createElement(match.route.tag) as Page)
    page.params = match.params
    page.query = match.query
    if (!same) scrollTo({ top: 0 })
    return { kind: 'page', page, match, rail }
  }

  override render(): TemplateResult {
    const { shell } = words()
    return html`<a class="skip" href="#page" @click=${this.#skip}>${shell.skip}</a>
      ${this.#body()}
      <foyer-notices></foyer-notices>
      <dialog class="keys" aria-label=${shell.keys.title} closedby="any">
        <h2>${shell.keys.title}</h2>
        ${keysView()}
      </dialog>
      ${this.seen.kind === 'page' && this.seen.rail !== null ? html`<foyer-palette></foyer-palette>` : nothing}`
  }

  #body(): TemplateResult {
    const { seen } = this
    switch (seen.kind) {
      case 'waiting':
        return html`<main id="page" class="alone" tabindex="-1">${skeleton(5)}</main>`
      case 'failed':
        return html`<main id="page" class="alone" tabindex="-1">${failure(seen.error, () => void this.#show())}</main>`
      case 'nowhere': {
        const { nowhere } = words().shell
        return html`<main id="page" class="alone" tabindex="-1">
          <h1>${nowhere.title}</h1>
          <p>${nowhere.what}</p>
          <a class="button" href=${seen.home}>${nowhere.home}</a>
        </main>`
      }
      case 'page':
        if (seen.rail === null) return html`<main id="page" class="alone" tabindex="-1">${seen.page}</main>`
        return html`<div class="frame">
          ${railView(seen.rail)}
          <main id="page" tabindex="-1">${seen.page}</main>
        </div>`
      default:
        return seen satisfies never
    }
  }

  readonly #skip = (event: Event) => {
    event.preventDefault()
    this.querySelector<HTMLElement>('#page')?.focus()
  }
}

function away(address: string): null {
  go(address, 'replace')
  return null
}

/** The tenant seen last on this device, else the first; without any, the place where one is made. */
function homeOf({ tenants }: Me): string {
  const last = localStorage.getItem('foyer:tenant')
  const tenant = tenants.find(({ slug }) => slug === last) ?? tenants[0]
  if (tenant === undefined) return `${root}/welcome`
  return at('/', { tenant, mode: tenant.mode })
}

customElements.define('foyer-palette', Palette)
customElements.define('foyer-dashboard', Dashboard)
