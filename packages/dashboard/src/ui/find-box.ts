import { html, type TemplateResult } from 'lit'
import { icons } from './icons.ts'

/** What a list is filtered by; "/" puts the focus into it. */
export function findBox(label: string, value: string, find: (typed: string) => void): TemplateResult {
  return html`<label class="filter">
    ${icons.search}
    <input
      type="search"
      data-filter
      aria-label=${label}
      placeholder=${label}
      .value=${value}
      @input=${(event: InputEvent) => find((event.target as HTMLInputElement).value)}
    />
    <kbd aria-hidden="true">/</kbd>
  </label>`
}
