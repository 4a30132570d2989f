import { html, nothing, type TemplateResult } from 'lit'

/** Nothing here yet: what would stand here, and what to do so that it does. */
export function empty(title: string, what: string, action?: TemplateResult): TemplateResult {
  return html`<div class="empty">
    <h2>${title}</h2>
    <p>${what}</p>
    ${action ?? nothing}
  </div>`
}
