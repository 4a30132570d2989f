import type { ConversationSummary } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { fetchSummaries, type Filter, filterOf, fetchThread, type Thread } from '../../data/conversations.ts'
import { at } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { go } from '../../router.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { icons } from '../../ui/icons.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { inWords } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'
import type { CallCard, HeardEvent } from './call-card.ts'
import './call-card.ts'
import { filterView } from './filter.ts'
import { rowView } from './row.ts'
import { threadView } from './thread.ts'

interface Listed {
  items: ConversationSummary[]
  next: string
}

/** The list, and beside it the chosen conversation as its visitor saw it. */
class ConversationsPage extends Page {
  readonly #list = new Load<Listed>(this)
  readonly #thread = new Load<Thread>(this)
  #filter: Filter = {}
  #asked = ''
  #opened = ''
  #heard = ''

  override willUpdate(): void {
    const filter = filterOf(this.query)
    const asked = JSON.stringify(filter)
    if (asked !== this.#asked) {
      this.#asked = asked
      this.#filter = filter
      void this.#list.run(
        (signal) => fetchSummaries(filter, '', signal),
        this.#list.value === undefined ? 'afresh' : 'quietly',
      )
    }
    const id = this.params['id'] ?? ''
    if (id === this.#opened) return
    this.#opened = id
    if (id !== '') void this.#thread.run((signal) => fetchThread(id, signal))
  }

  override render(): TemplateResult {
    const { conversations } = words()
    const open = this.#opened
    this.named(conversations.title)
    return html`<div class="split ${open === '' ? '' : 'open'}">
      <section class="list" aria-label=${conversations.title}>
        <div class="head"><h1>${conversations.title}</h1></div>
        ${filterView(this.#filter, (filter) => this.#seek(filter))}
        ${loaded(this.#list, (list) => this.#listView(list))}
      </section>
      <section class="detail">
        ${
          open === ''
            ? html`<p class="choose soft">${conversations.choose}</p>`
            : html`<a class="back" href=${this.#address('')}>${icons.onward} ${conversations.back}</a>
                ${loaded(this.#thread, (thread) => this.#threadView(thread))}`
        }
      </section>
    </div>`
  }

  #threadView(thread: Thread): TemplateResult {
    const listenFrom = (callId: string, instant: string) =>
      this.querySelector<CallCard>(`call-card[data-call="${callId}"]`)?.listenFrom(instant)
    return html`<div @call-heard=${(event: HeardEvent) => this.#follow(thread, event.detail.instantMs)}>
      ${threadView(thread, { messageId: this.#heard, listenFrom })}
    </div>`
  }

  /** The recording and the transcript go in step: what was said last stands out. */
  #follow({ messages }: Thread, instantMs: number): void {
    const heard = messages.findLast(({ createdAt }) => Date.parse(createdAt) <= instantMs)?.id ?? ''
    if (heard === this.#heard) return
    this.#heard = heard
    this.requestUpdate()
  }

  #listView({ items, next }: Listed): TemplateResult {
    const { conversations, shell } = words()
    if (items.length === 0) {
      if (Object.keys(this.#filter).length === 0)
        return empty(
          conversations.empty.title,
          conversations.empty.what,
          html`<a class="button primary" href=${at('/playground')}>${conversations.empty.action}</a>`,
        )
      return empty(
        conversations.none.title,
        conversations.none.what,
        html`<button type="button" class="button" @click=${() => this.#seek({})}>${conversations.clear}</button>`,
      )
    }
    return html`<ul class="rows">
        ${items.map((item) => rowView(item, this.#address(item.id), item.id === this.#opened))}
      </ul>
      ${next === '' ? nothing : html`<button type="button" class="button more" @click=${() => void this.#more(next)}>${shell.more}</button>`}`
  }

  async #more(after: string): Promise<void> {
    try {
      const page = await fetchSummaries(this.#filter, after, AbortSignal.timeout(20_000))
      this.#list.change(({ items }) => ({ items: [...items, ...page.items], next: page.next }))
    } catch (error) {
      notice(inWords(error), { kind: 'wrong' })
    }
  }

  #seek(filter: Filter): void {
    const query = new URLSearchParams(filter)
    go(`${at('/conversations')}${query.size === 0 ? '' : `?${query}`}`, 'replace')
  }

  /** The same list with this one open. */
  #address(id: string): string {
    return `${at(`/conversations${id === '' ? '' : `/${id}`}`)}${location.search}`
  }
}

customElements.define('conversations-page', ConversationsPage)
