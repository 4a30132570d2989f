import type { Call, CallOutcome } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { languages } from '../../data/languages.ts'
import { Load } from '../../data/load.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { empty } from '../../ui/empty.ts'
import { findBox } from '../../ui/find-box.ts'
import { loaded } from '../../ui/loaded.ts'
import { span } from '../../ui/number.ts'
import { Page } from '../../ui/page.ts'
import { save } from '../../ui/save.ts'
import { ago, languageName } from '../../ui/when.ts'
import './callbacks.ts'

const filters = ['outcome', 'lang', 'q'] as const
const patienceMs = 250
type Filter = Partial<Record<(typeof filters)[number], string>>
interface Listed {
  items: Call[]
  next: string
}

/** Every call with how long it was and how it ended; each opens its conversation. */
class CallsPage extends Page {
  readonly #list = new Load<Listed>(this)
  #filter: Filter = {}
  #asked = ''
  #waiting: ReturnType<typeof setTimeout> | undefined

  override willUpdate(): void {
    this.#filter = Object.fromEntries(
      filters.flatMap((name) => (this.query.get(name) ? [[name, this.query.get(name)]] : [])),
    )
    const asked = JSON.stringify(this.#filter)
    if (asked === this.#asked) return
    this.#asked = asked
    void this.#list.run((signal) => this.#page('', signal), this.#list.value === undefined ? 'afresh' : 'quietly')
  }

  #page(after: string, signal?: AbortSignal): Promise<Listed> {
    return here()
      .foyer.calls.list(this.#filter as object, { after, signal })
      .page()
  }

  override render(): TemplateResult {
    const { calls: say } = words()
    this.named(say.title)
    return html`<div class="head">
        <h1>${say.title}</h1>
        <a class="button" href=${at('/settings/phone')}>${words().settings.sections.phone}</a>
        <button type="button" class="button" @click=${() => this.#saveTable()}>${say.table}</button>
      </div>
      <waiting-callbacks></waiting-callbacks>
      <search class="tools">
        ${findBox(say.find, this.#filter.q ?? '', (typed) => {
          clearTimeout(this.#waiting)
          this.#waiting = setTimeout(() => this.#seek('q', typed.trim()), patienceMs)
        })}
        ${this.#choice('outcome', say.outcome, say.all, Object.entries(say.outcomes))}
        ${this.#choice(
          'lang',
          say.language,
          say.anyLanguage,
          languages.map((tag) => [tag, languageName(tag)]),
        )}
      </search>
      ${loaded(this.#list, (list) => this.#rows(list))}`
  }

  #choice(name: keyof Filter, label: string, all: string, choices: [string, string][]): TemplateResult {
    const choose = (event: Event) => this.#seek(name, (event.target as HTMLSelectElement).value)
    return html`<select aria-label=${label} @change=${choose}>
      <option value="">${all}</option>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${this.#filter[name] === value}>${text}</option>`)}
    </select>`
  }

  #seek(name: keyof Filter, value: string): void {
    const { [name]: _, ...others } = this.#filter
    const query = new URLSearchParams(value === '' ? others : { ...others, [name]: value })
    go(`${at('/calls')}${query.size === 0 ? '' : `?${query}`}`, 'replace')
  }

  #saveTable(): void {
    attempt(here().foyer.calls.csv(this.#filter as object), (table) => save('calls.csv', table, 'text/csv'))
  }

  #rows({ items, next }: Listed): TemplateResult {
    const { calls: say, shell } = words()
    if (items.length === 0) {
      const { title, what } = Object.keys(this.#filter).length === 0 ? say.empty : say.none
      return empty(title, what)
    }
    return html`<ul class="rows">
        ${items.map((call) => html`<li>${callRow(call)}</li>`)}
      </ul>
      ${
        next === ''
          ? nothing
          : html`<p class="row">
              <button type="button" class="button more" @click=${() => this.#more(next)}>${shell.more}</button>
            </p>`
      }`
  }

  #more(after: string): void {
    attempt(this.#page(after), (page) =>
      this.#list.change(({ items }) => ({ items: [...items, ...page.items], next: page.next })),
    )
  }
}

/** A call as a sentence: what it was about, or how long it was; then how it came, in which language and when, and what came of it. */
function callRow(call: Call): TemplateResult {
  const { channel, caller, state, outcome, reason, summary, source, lang, joinedAt, endedAt } = call
  const { calls: say } = words()
  const lastedMs = joinedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(joinedAt)
  const bad = reason !== null && ['agent_lost', 'media_lost', 'failed'].includes(reason)
  const length =
    lastedMs === null ? (state === 'ended' ? say.neverTalked : say.now) : fill(say.lasted, { time: span(lastedMs) })
  const about = summary?.reason ?? ''
  return html`<a data-row href=${at(`/conversations/${call.conversationId}`)}>
    <b class="one-line" dir="auto">${about === '' ? length : about}</b>
    <span class="row small soft">
      <span>${say.channels[channel]}${caller === '' ? nothing : html` · <bdi dir="ltr">${caller}</bdi>`}</span>
      ${source === '' ? nothing : html`<bdi>${source}</bdi>`} ${about === '' ? nothing : html`<span>${length}</span>`}
      ${lang === '' ? nothing : html`<span>${languageName(lang)}</span>`} ${ago(call.createdAt)}
      <span class="tag ${tones[outcome ?? 'running'] ?? ''}">
        ${outcome === null && reason !== null ? say.reasons[reason] : say.outcomes[outcome ?? 'running']}
      </span>
      ${bad ? html`<span class="tag brick">${say.reasons[reason]}</span>` : nothing}
      ${call.recording === 'on' ? html`<span class="tag">${say.recorded}</span>` : nothing}
    </span>
  </a>`
}

const tones: Partial<Record<CallOutcome | 'running', string>> = {
  ...{ running: 'pine', scheduled_callback: 'pine', message_taken: 'pine', voicemail: 'pine' },
  ...{ emergency: 'brick', missed: 'brass', answered_no_answer: 'brass' },
}

customElements.define('calls-page', CallsPage)
