import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { keepInSight } from '../../ui/in-sight.ts'
import { skeleton } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'
import { details, parts } from './parts.ts'

/** What the receptionist knows: where it comes from, answers of one's own, facts, and the pages themselves. */
class KnowledgePage extends Page {
  static override properties: PropertyDeclarations = { open: { state: true } }
  declare open: Page | null

  constructor() {
    super()
    this.open = null
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('params') || changed.has('query')) void this.#show()
  }

  async #show(): Promise<void> {
    const { params, query } = this
    const { part = 'sources', id = '' } = params
    const shown = (id === '' ? undefined : details[part]) ?? parts.find(({ name }) => name === part) ?? parts[0]
    await shown.load()
    if (params !== this.params) return
    const { open } = this
    const page = open?.localName === shown.tag ? open : (document.createElement(shown.tag) as Page)
    page.params = params
    page.query = query
    this.open = page
  }

  override updated(): void {
    keepInSight(this)
  }

  override render(): TemplateResult {
    const { knowledge, settings, shell } = words()
    this.named(shell.places.knowledge)
    const part = this.params['part'] || 'sources'
    return html`<div class="head"><h1>${shell.places.knowledge}</h1></div>
      <nav class="tools knowledge" aria-label=${shell.places.knowledge}>
        <span class="segments">
          ${parts.map(
            ({ name, path }) =>
              html`<a href=${at(`/knowledge${path}`)} aria-current=${name === part ? 'true' : nothing}>
                ${knowledge.parts[name]}
              </a>`,
          )}
        </span>
      </nav>
      ${mayRun() ? nothing : html`<p class="note">${settings.readOnly}</p>`} ${this.open ?? skeleton(6)}`
  }
}

customElements.define('knowledge-page', KnowledgePage)
