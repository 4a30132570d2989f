import { html, nothing, type TemplateResult } from 'lit'
import type { Filter } from '../../data/conversations.ts'
import { fill, words } from '../../strings/index.ts'
import { findBox } from '../../ui/find-box.ts'
import { icons } from '../../ui/icons.ts'
import { day, languageName } from '../../ui/when.ts'

const patienceMs = 250
let waiting: ReturnType<typeof setTimeout> | undefined

/** The box that "/" goes to, and three choices; what a number on Home brought along can be let go. */
export function filterView(filter: Filter, seek: (filter: Filter) => void): TemplateResult {
  const { conversations: say } = words()
  const set = (name: keyof Filter, value: string) => {
    const { [name]: _, ...others } = filter
    seek(value === '' ? others : { ...others, [name]: value })
  }
  const type = (typed: string) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => set('q', typed.trim()), patienceMs)
  }
  const choice = (name: 'outcome' | 'tier' | 'lang', label: string, all: string, choices: [string, string][]) =>
    html`<select aria-label=${label} @change=${(event: Event) => set(name, (event.target as HTMLSelectElement).value)}>
      <option value="">${all}</option>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${filter[name] === value}>${text}</option>`)}
    </select>`
  return html`<search class="tools">
    ${findBox(say.filter, filter.q ?? '', type)}
    <div class="choices">
      ${choice('outcome', say.outcome, say.all, Object.entries(say.outcomes))}
      ${choice('tier', say.tier, say.anyTier, Object.entries(say.tiers))}
      ${choice(
        'lang',
        say.language,
        say.anyLanguage,
        ['en', 'es', 'ar'].map((tag) => [tag, languageName(tag)]),
      )}
    </div>
    ${
      filter.from === undefined
        ? nothing
        : html`<button type="button" class="tag pine" @click=${() => seek(without(filter, 'from', 'to'))}>
            ${fill(say.between, { from: day(filter.from), to: day(filter.to ?? filter.from) })} ${icons.close}
          </button>`
    }
  </search>`
}

function without(filter: Filter, ...names: (keyof Filter)[]): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as keyof Filter)))
}
