import type { OutboxItem } from '@foyer/sdk/admin'
import { html, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { More } from '../../ui/more.ts'
import { Page } from '../../ui/page.ts'
import { ago } from '../../ui/when.ts'

/** What test mode would have sent. */
class OutboxSection extends Page {
  readonly #more = new More<OutboxItem>(this, (after, signal) => here().foyer.outbox.list({ after, signal }))

  override connectedCallback(): void {
    super.connectedCallback()
    this.#more.begin()
  }

  override render(): TemplateResult {
    const { outbox: say } = words().settings
    return html`<div class="stack">
      <div>
        <h2>${say.title}</h2>
        <p class="soft">${say.lead}</p>
      </div>
      ${this.#more.view(rowView, empty(say.title, say.empty))}
    </div>`
  }
}

function rowView({ subject, recipient, body, createdAt }: OutboxItem): TemplateResult {
  return html`<li>
    <details class="plain letter">
      <summary data-row>
        <b class="one-line" dir="auto">${subject}</b>
        <span class="soft row">
          <span>${words().settings.outbox.to} <bdi>${recipient}</bdi></span> ${ago(createdAt)}
        </span>
      </summary>
      <pre dir="auto">${body.text}</pre>
    </details>
  </li>`
}

customElements.define('outbox-section', OutboxSection)
