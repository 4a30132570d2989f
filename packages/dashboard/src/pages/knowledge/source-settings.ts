import type { Source } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { words } from '../../strings/index.ts'
import { typedIn } from './add-form.ts'

const everyHours = [0, 6, 24, 168, 720] as const

/** Which pages of a site are read, and how often. */
export function settingsForm(
  { site, readEveryHours }: Source,
  save: (change: { readEveryHours: number; include: string[]; exclude: string[] }) => void,
): TemplateResult | typeof nothing {
  if (site === null) return nothing
  const { source: say } = words().knowledge
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    const lines = (name: string) =>
      typedIn(data, name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    save({ readEveryHours: Number(typedIn(data, 'every')), include: lines('include'), exclude: lines('exclude') })
  }
  const patterns = (name: 'include' | 'exclude', label: string, note: string) =>
    html`<div class="field">
      <label for=${name}>${label}</label>
      <textarea id=${name} name=${name} rows="2" dir="ltr" .defaultValue=${site[name].join('\n')}></textarea>
      <small>${note}</small>
    </div>`
  return html`<details class="card">
    <summary>${say.settings}</summary>
    <form class="stack" @submit=${send}>
      <div class="field">
        <label for="every">${say.every}</label>
        <select id="every" name="every">
          ${everyHours.map(
            (hours) => html`<option value=${hours} ?selected=${hours === readEveryHours}>${say.hours[hours]}</option>`,
          )}
        </select>
      </div>
      ${patterns('include', say.include, say.includeNote)} ${patterns('exclude', say.exclude, say.excludeNote)}
      <div class="row"><button class="button primary">${words().shell.save}</button></div>
    </form>
  </details>`
}
