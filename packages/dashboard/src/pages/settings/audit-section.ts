import type { AuditEntry } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { More } from '../../ui/more.ts'
import { Page } from '../../ui/page.ts'
import { ago } from '../../ui/when.ts'

/** Who changed what, newest first. */
class AuditSection extends Page {
  readonly #more = new More<AuditEntry>(this, (after, signal) => here().foyer.tenant.audit({ after, signal }))

  override connectedCallback(): void {
    super.connectedCallback()
    this.#more.begin()
  }

  override render(): TemplateResult {
    const { audit: say } = words().settings
    return html`<div class="stack">
      <div>
        <h2>${say.title}</h2>
        <p class="soft">${say.lead}</p>
      </div>
      ${this.#more.view(rowView, empty(say.title, say.empty))}
    </div>`
  }
}

function rowView(entry: AuditEntry): TemplateResult {
  const { action, target, targetName, at, details } = entry
  const about = targetName === '' ? target : targetName
  const more = Object.keys(details).length === 0 ? '' : JSON.stringify(details)
  return html`<li>
    <div class="plain" data-row tabindex="-1">
      <span class="row"><b dir="auto">${actorIn(entry)}</b><code dir="ltr">${action}</code>${ago(at)}</span>
      <span class="soft one-line" dir="auto"
        >${about}${more === '' ? nothing : html` <code dir="ltr">${more}</code>`}</span
      >
    </div>
  </li>`
}

function actorIn({ actor, actorName }: AuditEntry): string {
  const { audit: say } = words().settings
  if (actorName !== '') return actorName
  if (actor === 'operator') return say.operator
  return actor.startsWith('key_') ? say.key : say.system
}

customElements.define('audit-section', AuditSection)
