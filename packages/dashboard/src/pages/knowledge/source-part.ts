import { FoyerError, type SitePage, type Source } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { delayed } from '../../ui/delayed.ts'
import { inWords, loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { pagesView } from './source-pages.ts'
import { settingsForm } from './source-settings.ts'
import { sourceState } from './source-words.ts'

interface Seen {
  source: Source
  pages: SitePage[]
}

/** One source: every page with what became of it, and for a site which pages are read and how often. */
class SourcePart extends Page {
  static override properties: PropertyDeclarations = { ...Page.properties, state: { state: true } }
  declare state: SitePage['state'] | ''
  readonly #seen = new Load<Seen>(this)
  #shown = ''
  #following = new AbortController()

  constructor() {
    super()
    this.state = ''
  }

  override willUpdate(): void {
    const id = this.params['id'] ?? ''
    if (id === this.#shown) return
    this.#shown = id
    void this.#fetch('afresh').then(() => (this.#seen.value === undefined ? undefined : this.#follow()))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#following.abort()
  }

  #fetch(how: 'afresh' | 'quietly'): Promise<void> {
    const { sources } = here().foyer
    const id = this.#shown
    return this.#seen.run(async (signal) => {
      const [source, pages] = await Promise.all([
        sources.get(id, { signal }),
        sources.pages(id, { signal, limit: 200 }).toArray(2000),
      ])
      return { source, pages }
    }, how)
  }

  override render(): TemplateResult {
    return html`<a class="back" href=${at('/knowledge')}>${icons.onward} ${words().knowledge.parts.sources}</a>
      ${loaded(this.#seen, (seen) => this.#view(seen))}`
  }

  #view({ source, pages }: Seen): TemplateResult {
    const { source: say } = words().knowledge
    return html`<div class="stack">
      <div class="head">
        <h2 class="one-line"><bdi>${source.name}</bdi></h2>
        ${
          mayRun()
            ? html`<button type="button" class="button" @click=${() => void this.#read(source)}>${say.read}</button>
                <button type="button" class="button danger" @click=${() => this.#forget(source)}>${say.forget}</button>`
            : nothing
        }
      </div>
      <p>${sourceState(source)}</p>
      ${source.site === null || !mayRun() ? nothing : settingsForm(source, (change) => void this.#save(source, change))}
      ${pagesView(pages, this.state, (state) => (this.state = state))}
    </div>`
  }

  async #read(source: Source): Promise<void> {
    try {
      await here().foyer.sources.read(source.id)
      await this.#follow()
    } catch (error) {
      notice(inWords(error), { kind: 'wrong' })
    }
  }

  /** Out of sight at once; forgotten when the time to undo it is over. */
  #forget(source: Source): void {
    const { foyer } = here()
    const back = location.href
    go(at('/knowledge'))
    const told = fill(words().knowledge.source.forgotten, { name: source.name })
    delayed(
      told,
      () => foyer.sources.remove(source.id),
      () => go(back),
    )
  }

  async #save(source: Source, change: { readEveryHours: number; include: string[]; exclude: string[] }): Promise<void> {
    try {
      const changed = await here().foyer.sources.change(source.id, change, source.revision)
      this.#seen.change((seen) => ({ ...seen, source: changed }))
      notice(words().knowledge.source.saved)
    } catch (error) {
      const lost = error instanceof FoyerError && error.code === 'revision_conflict'
      notice(lost ? words().setup.conflict : inWords(error), { kind: 'wrong' })
      if (lost) await this.#fetch('quietly')
    }
  }

  /** While it is read, the pages come in one by one. */
  async #follow(): Promise<void> {
    this.#following.abort()
    const { signal } = (this.#following = new AbortController())
    try {
      for await (const _source of here().foyer.sources.followRead(this.#shown, { signal })) await this.#fetch('quietly')
    } catch (error) {
      if (!signal.aborted) notice(inWords(error), { kind: 'wrong' })
    }
  }
}

customElements.define('knowledge-source', SourcePart)
