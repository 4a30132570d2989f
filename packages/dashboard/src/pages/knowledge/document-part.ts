import type { DocumentHistory, DocumentVersion } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { loaded } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'

interface Seen {
  history: DocumentHistory
  text: DocumentVersion
}

/** One document: its text as it was in each version, and what was said on its word. */
class DocumentPart extends Page {
  readonly #seen = new Load<Seen>(this)
  #shown = ''

  override willUpdate(): void {
    const { id = '' } = this.params
    const version = this.query.get('version') ?? ''
    if (`${id} ${version}` === this.#shown) return
    this.#shown = `${id} ${version}`
    const { documents } = here().foyer
    void this.#seen.run(async (signal) => {
      const history = await documents.get(id, { signal })
      return { history, text: await documents.version(version || history.document.versionId, { signal }) }
    })
  }

  override render(): TemplateResult {
    return html`<a class="back" href=${at('/knowledge/documents')}
        >${icons.onward} ${words().knowledge.parts.documents}</a
      >
      ${loaded(this.#seen, (seen) => this.#view(seen))}`
  }

  #view({ history, text }: Seen): TemplateResult {
    const { document: say } = words().knowledge
    const { document, versions } = history
    return html`<div class="stack">
      <div>
        <h2><bdi>${document.title || document.url}</bdi></h2>
        ${
          /^https?:/.test(document.url)
            ? html`<a class="link small" dir="ltr" href=${document.url} target="_blank" rel="noopener"
                >${document.url} ↗</a
              >`
            : nothing
        }
      </div>
      ${
        versions.length < 2
          ? nothing
          : html`<nav class="row" aria-label=${say.versions}>
              ${versions.map(
                ({ versionId, createdAt }) =>
                  html`<a
                    class="tag ${versionId === text.versionId ? 'pine' : ''}"
                    aria-current=${versionId === text.versionId ? 'true' : nothing}
                    href=${at(`/knowledge/documents/${document.id}?version=${versionId}`)}
                    >${shortDate(createdAt)}</a
                  >`,
              )}
            </nav>`
      }
      ${this.#answers(history)}
      <section class="stack">
        <h3>${say.text}</h3>
        <div class="card page-text" dir="auto" lang=${text.lang}>${text.text}</div>
      </section>
    </div>`
  }

  #answers({ answers }: DocumentHistory): TemplateResult {
    const { document: say } = words().knowledge
    return html`<section class="stack">
      <h3>${say.answers}</h3>
      ${
        answers.length === 0
          ? html`<p class="soft">${say.noAnswers}</p>`
          : html`<ul class="rows">
              ${answers.map(
                (answer) =>
                  html`<li>
                    <a href=${at(`/conversations/${answer.conversationId}/${answer.turnId}`)} data-row>
                      <bdi>${answer.text}</bdi>
                      <small class="soft">${shortDate(answer.at)}</small>
                    </a>
                  </li>`,
              )}
            </ul>`
      }
    </section>`
  }
}

const shortDate = (at: string): string =>
  new Intl.DateTimeFormat(words().lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

customElements.define('knowledge-document', DocumentPart)
