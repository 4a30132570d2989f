import { html, nothing, type TemplateResult } from 'lit'

/** Yes or no, with what it means. */
export const tick = (label: string, on: boolean, change: (on: boolean) => void, note = ''): TemplateResult =>
  html`<label class="tick">
    <input
      type="checkbox"
      .checked=${on}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span><b>${label}</b>${note === '' ? nothing : html`<small class="soft">${note}</small>`}</span>
  </label>`
