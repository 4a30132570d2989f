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

/** A sentence, and behind it the entry as it is kept. */
function rowView(entry: AuditEntry): TemplateResult {
  const { action, target, targetName, at, details } = entry
  return html`<li>
    <details class="plain letter">
      <summary data-row>
        <b class="one-line"><bdi>${actorIn(entry)}</bdi></b>
        <span class="soft row">
          <span>${inWords(action)}</span>
          ${targetName === '' ? nothing : html`<bdi>${targetName}</bdi>`} ${ago(at)}
        </span>
      </summary>
      <pre dir="ltr">${`${action} ${target}\n${JSON.stringify(details, null, 2)}`}</pre>
    </details>
  </li>`
}

function inWords(action: string): string {
  const { things, deeds } = words().audit
  const [thing = '', deed = ''] = action.split('.')
  if (!(thing in things && deed in deeds)) return action
  return `${things[thing as keyof typeof things]}: ${deeds[deed as keyof typeof deeds]}`
}

function actorIn({ actor, actorName }: AuditEntry): string {
  const { audit: say } = words().settings
  if (actorName !== '') return actorName
  if (actor === 'operator') return say.operator
  return actor.startsWith('key_') ? say.key : say.system
}

customElements.define('audit-section', AuditSection)
