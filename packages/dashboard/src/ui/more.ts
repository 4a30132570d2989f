import type { List } from '@foyer/sdk/admin'
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { Load } from '../data/load.ts'
import { words } from '../strings/index.ts'
import { attempt } from './attempt.ts'
import { loaded } from './loaded.ts'

interface Seen<Item> {
  items: Item[]
  next: string
}

/** A list that grows by a page at a time, by its button. */
export class More<Item> {
  readonly #load: Load<Seen<Item>>
  readonly #list: (after: string, signal?: AbortSignal) => List<Item>

  constructor(host: ReactiveControllerHost, list: (after: string, signal?: AbortSignal) => List<Item>) {
    this.#load = new Load(host)
    this.#list = list
  }

  begin(): void {
    void this.#load.run((signal) => this.#list('', signal).page())
  }

  view(row: (item: Item) => TemplateResult, nothingYet: TemplateResult): TemplateResult {
    return loaded(this.#load, ({ items, next }) =>
      items.length === 0
        ? nothingYet
        : html`<ul class="rows">
              ${items.map(row)}
            </ul>
            ${next === '' ? nothing : html`<p class="row"><button type="button" class="button" @click=${() => this.#more(next)}>${words().shell.more}</button></p>`}`,
    )
  }

  #more(after: string): void {
    attempt(this.#list(after).page(), (page) =>
      this.#load.change(({ items }) => ({ items: [...items, ...page.items], next: page.next })),
    )
  }
}
