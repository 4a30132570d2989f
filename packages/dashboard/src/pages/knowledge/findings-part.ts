import type { Finding } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { delayed } from '../../ui/delayed.ts'
import { empty } from '../../ui/empty.ts'
import { icons } from '../../ui/icons.ts'
import { loaded } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'

type Quoted = NonNullable<Finding['believed']>

/** What to look at in what was taught: two pages that disagree, pages grown old, links that lead nowhere. */
class FindingsPart extends Page {
  readonly #list = new Load<Finding[]>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#list.run((signal) => here().foyer.findings.list({ signal, limit: 200 }).toArray(400))
  }

  override render(): TemplateResult {
    const { findings: say } = words().knowledge
    return loaded(this.#list, (list) =>
      list.length === 0
        ? empty(say.none.title, say.none.what)
        : html`<ul class="stack findings">
            ${repeat(
              list,
              ({ id }) => id,
              (finding) => html`<li class="card stack" data-row tabindex="-1">${this.#finding(finding)}</li>`,
            )}
          </ul>`,
    )
  }

  #finding(finding: Finding): TemplateResult {
    const say = words().knowledge.findings[finding.kind]
    return html`<h2>${icons.warning} ${say.title}</h2>
      ${this.#evidence(finding)}
      <p class="soft">${say.what}</p>
      ${
        mayRun()
          ? html`<div class="row">
              <button type="button" class="button" @click=${() => this.#close(finding, 'resolved')}>
                ${words().knowledge.findings.resolve}
              </button>
              <button type="button" class="button" @click=${() => this.#close(finding, 'dismissed')}>
                ${say.dismiss}
              </button>
            </div>`
          : nothing
      }`
  }

  #evidence({ kind, about, url, believed, other }: Finding): TemplateResult {
    const { findings: say } = words().knowledge
    switch (kind) {
      case 'contradiction':
        return html`<div class="pair">${quoteView(say.believed, believed)} ${quoteView(say.other, other)}</div>`
      case 'stale':
        return html`<p>${pageLink(url, about)}</p>`
      case 'dead-link':
        return html`<p dir="ltr"><bdi>${about}</bdi></p>
          <p class="small">${say.foundOn} ${pageLink(url, url)}</p>`
      default:
        return kind satisfies never
    }
  }

  #close(finding: Finding, state: 'resolved' | 'dismissed'): void {
    const { foyer } = here()
    const back = this.#list.change((list) => list.filter((each) => each !== finding))
    delayed(words().knowledge.findings.closed[state], () => foyer.findings.close(finding.id, state), back)
  }
}

function quoteView(label: string, quote: Quoted | null): TemplateResult | typeof nothing {
  if (quote === null) return nothing
  const page = at(`/knowledge/documents/${quote.documentId}?version=${quote.versionId}`)
  return html`<figure>
    <figcaption class="small soft">${label}</figcaption>
    <blockquote dir="auto" lang=${quote.lang || nothing}><mark>${quote.text}</mark></blockquote>
    <a class="link small" href=${page}><bdi>${quote.title || quote.url}</bdi></a>
  </figure>`
}

const pageLink = (url: string, text: string): TemplateResult =>
  /^https?:/.test(url)
    ? html`<a class="link" href=${url} target="_blank" rel="noopener"><bdi>${text}</bdi> ↗</a>`
    : html`<bdi>${text}</bdi>`

customElements.define('knowledge-findings', FindingsPart)
