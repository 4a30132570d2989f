import type { ConversationSummary } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { count, words } from '../../strings/index.ts'
import { icons } from '../../ui/icons.ts'
import { ago, languageName } from '../../ui/when.ts'

/** A conversation as a sentence: what was asked first, then how it went. */
export function rowView(item: ConversationSummary, href: string, isOpen: boolean): TemplateResult {
  const { conversations: say } = words()
  const { kinds } = item
  return html`<li>
    <a data-row href=${href} aria-current=${isOpen ? 'true' : nothing}>
      <b class="one-line" dir="auto">${item.opening === '' ? say.silent : item.opening}</b>
      <span class="row small soft">
        <span>${count(say.questions, item.turns)}</span>
        ${item.lang === '' ? nothing : html`<span>${languageName(item.lang)}</span>`} ${ago(item.lastAt)}
        ${kinds.includes('emergency') ? html`<span class="tag brick">${icons.warning}${say.outcomes.emergency}</span>` : nothing}
        ${kinds.includes('unknown') ? html`<span class="tag brass">${say.outcomes.unanswered}</span>` : nothing}
        ${kinds.includes('handoff') ? html`<span class="tag pine">${say.outcomes.handoff}</span>` : nothing}
        ${item.messages > 0 ? html`<span class="tag pine">${say.outcomes.message}</span>` : nothing}
        ${item.up > 0 ? html`<span class="tag" title=${say.outcomes.up}>${icons.up}<span class="unseen">${say.outcomes.up}</span></span>` : nothing}
        ${item.down > 0 ? html`<span class="tag brick" title=${say.outcomes.down}>${icons.down}<span class="unseen">${say.outcomes.down}</span></span>` : nothing}
      </span>
    </a>
  </li>`
}
