import { html, type TemplateResult } from 'lit'
import { words } from '../../strings/index.ts'
import { languageName } from '../../ui/when.ts'

export interface Pretending {
  lang: string
  /** As the browser's own field writes it, in local time. */
  local: string
}

/** Which language the visitor reads, and what time it is for them. */
export function pretenceView(now: Pretending, change: (to: Pretending) => void): TemplateResult {
  const { playground: say } = words()
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value
  return html`<div class="pretence">
    <label class="field">
      <span>${say.language}</span>
      <select @change=${(event: Event) => change({ ...now, lang: value(event) })}>
        <option value="">${say.detect}</option>
        ${['en', 'es', 'ar'].map((tag) => html`<option value=${tag} ?selected=${tag === now.lang}>${languageName(tag)}</option>`)}
      </select>
    </label>
    <label class="field">
      <span>${say.time}</span>
      <input
        type="datetime-local"
        title=${say.timeHint}
        .value=${now.local}
        @change=${(event: Event) => change({ ...now, local: value(event) })}
      />
    </label>
  </div>`
}
