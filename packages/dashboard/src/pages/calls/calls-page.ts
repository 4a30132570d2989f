import type { Call } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { go } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { empty } from '../../ui/empty.ts'
import { loaded } from '../../ui/loaded.ts'
import { span } from '../../ui/number.ts'
import { Page } from '../../ui/page.ts'
import { ago, languageName } from '../../ui/when.ts'

const filters = ['outcome', 'lang'] as const
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
    return html`<div class="head"><h1>${say.title}</h1></div>
      <search class="tools">
        ${this.#choice('outcome', say.outcome, say.all, Object.entries(say.outcomes))}
        ${this.#choice(
          'lang',
          say.language,
          say.anyLanguage,
          ['en', 'es', 'ar'].map((tag) => [tag, languageName(tag)]),
        )}
      </search>
      ${loaded(this.#list, (list) => this.#rows(list))}`
  }

  #choice(name: keyof Filter, label: string, all: string, choices: [string, string][]): TemplateResult {
    const choose = (event: Event) => {
      const { [name]: _, ...others } = this.#filter
      const { value } = event.target as HTMLSelectElement
      const query = new URLSearchParams(value === '' ? others : { ...others, [name]: value })
      go(`${at('/calls')}${query.size === 0 ? '' : `?${query}`}`, 'replace')
    }
    return html`<select aria-label=${label} @change=${choose}>
      <option value="">${all}</option>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${this.#filter[name] === value}>${text}</option>`)}
    </select>`
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

/** A call as a sentence: how long it was; then how it came, in which language and when, and how it ended. */
function callRow(call: Call): TemplateResult {
  const { channel, caller, purpose, state, reason, lang, joinedAt, endedAt } = call
  const { calls: say } = words()
  const lastedMs = joinedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(joinedAt)
  const bad = reason !== null && ['agent_lost', 'media_lost', 'failed'].includes(reason)
  return html`<a data-row href=${at(`/conversations/${call.conversationId}`)}>
    <b
      >${lastedMs === null ? (state === 'ended' ? say.neverTalked : say.now) : fill(say.lasted, { time: span(lastedMs) })}</b
    >
    <span class="row small soft">
      <span>${say.channels[channel]}${caller === '' ? nothing : html` · <bdi dir="ltr">${caller}</bdi>`}</span>
      ${lang === '' ? nothing : html`<span>${languageName(lang)}</span>`} ${ago(call.createdAt)}
      <span class="tag ${state !== 'ended' ? 'pine' : bad ? 'brick' : ''}">${say.outcomes[reason ?? 'running']}</span>
      ${purpose === 'message' ? html`<span class="tag pine">${say.message}</span>` : nothing}
      ${call.recording === 'on' ? html`<span class="tag">${say.recorded}</span>` : nothing}
    </span>
  </a>`
}

customElements.define('calls-page', CallsPage)
