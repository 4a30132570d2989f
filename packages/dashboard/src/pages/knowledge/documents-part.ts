import type { Document } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { count, words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { findBox } from '../../ui/find-box.ts'
import { loaded } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'

const mostShown = 300

/** The pages and files themselves, as they were read. */
class DocumentsPart extends Page {
  static override properties: PropertyDeclarations = { ...Page.properties, find: { state: true } }
  declare find: string
  readonly #list = new Load<Document[]>(this)

  constructor() {
    super()
    this.find = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#list.run((signal) => here().foyer.documents.list({ signal, limit: 200 }).toArray(2000))
  }

  override render(): TemplateResult {
    const { documents: say } = words().knowledge
    return html`<div class="tools">${findBox(say.find, this.find, (typed) => (this.find = typed))}</div>
      ${loaded(this.#list, (list) => this.#rows(list))}`
  }

  #rows(list: readonly Document[]): TemplateResult {
    const { documents: say } = words().knowledge
    if (list.length === 0) return empty(say.none.title, say.none.what)
    const shown = list.filter(({ title, url }) => `${title} ${url}`.toLowerCase().includes(this.find.toLowerCase()))
    return html`<ul class="rows">
      ${shown.slice(0, mostShown).map(
        ({ id, title, url, current, versions }) =>
          html`<li>
            <a href=${at(`/knowledge/documents/${id}`)} data-row>
              <b class="one-line"><bdi>${title || url}</bdi></b>
              <span class="soft one-line">
                <bdi dir="ltr">${url}</bdi> · ${count(say.versions, versions)}
                ${current ? nothing : html`<span class="tag">${say.past}</span>`}
              </span>
            </a>
          </li>`,
      )}
    </ul>`
  }
}

customElements.define('knowledge-documents', DocumentsPart)
