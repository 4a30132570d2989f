import { FoyerError, type OutboxItem } from '@foyer/sdk'
import { request, sameOrigin } from '@foyer/sdk/page'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keep, openedWith } from '../opened-with.ts'
import { pageStyles } from '../page.styles.ts'
import { outboxStyles } from './outbox.styles.ts'
import { type OutboxWords, outboxWords } from './words.ts'

interface Page {
  items: OutboxItem[]
  next: string
}

type State = { kind: 'locked'; why: string } | { kind: 'reading' } | { kind: 'open'; items: OutboxItem[]; next: string }

/** `/outbox#key=sk_test_…`: the mails an owner would get, which test mode keeps here. */
class OutboxPage extends LitElement {
  static override properties = { state: { state: true } }
  static override styles = [pageStyles, outboxStyles]
  declare state: State
  readonly #opened = openedWith('foyer:outbox', ['key', 'lang'])
  #key = this.#opened.key ?? ''
  readonly #words = outboxWords([this.#opened.lang ?? '', ...navigator.languages])

  constructor() {
    super()
    this.state = { kind: 'reading' }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { lang, dir, title } = this.#words
    Object.assign(document.documentElement, { lang, dir })
    document.title = `${title} · Foyer`
    void this.#read('')
  }

  async #read(after: string): Promise<void> {
    if (this.#key === '') return void (this.state = { kind: 'locked', why: '' })
    const before = this.state.kind === 'open' && after !== '' ? this.state.items : []
    try {
      const page = await request<Page>(sameOrigin(), {
        path: '/v1/outbox',
        query: { after, limit: 50 },
        credential: this.#key,
      })
      this.state = { kind: 'open', items: [...before, ...page.items], next: page.next }
    } catch (error) {
      this.state = {
        kind: 'locked',
        why: isRefusal(error) ? this.#words.refused : this.#words.failed,
      }
    }
  }

  readonly #unlock = (event: SubmitEvent) => {
    event.preventDefault()
    this.#key = this.renderRoot.querySelector('input')?.value.trim() ?? ''
    keep('foyer:outbox', { key: this.#key, lang: this.#words.lang })
    void this.#read('')
  }

  override render(): TemplateResult {
    return html`<main>
      <p class="kicker">${this.#words.testMode}</p>
      <h1>${this.#words.title}</h1>
      <p class="soft">${this.#words.intro}</p>
      ${this.#bodyView()}
    </main>`
  }

  #bodyView(): TemplateResult | typeof nothing {
    const { state } = this
    const words = this.#words
    switch (state.kind) {
      case 'reading':
        return nothing
      case 'locked':
        return html`<form @submit=${this.#unlock}>
          <label for="key">${words.key}</label>
          <input id="key" type="password" autocomplete="off" spellcheck="false" aria-describedby="why" />
          <p id="why" class="fault" role="alert">${state.why || nothing}</p>
          <button type="submit">${words.open}</button>
        </form>`
      case 'open':
        return html`<p class="again">
            <button type="button" class="quiet" @click=${() => void this.#read('')}>${words.again}</button>
          </p>
          ${state.items.length === 0 ? html`<p>${words.empty}</p>` : nothing}
          ${state.items.map((mail) => mailView(mail, words))}
          ${state.next === '' ? nothing : html`<button type="button" @click=${() => void this.#read(state.next)}>${words.older}</button>`}`
      default:
        return state satisfies never
    }
  }
}

function mailView(mail: OutboxItem, words: OutboxWords): TemplateResult {
  const at = new Date(mail.createdAt)
  return html`<article>
    <h2 dir="auto">${mail.subject}</h2>
    <dl>
      <dt>${words.to}</dt>
      <dd><bdi>${mail.recipient || words.nobody}</bdi></dd>
      ${
        mail.body.replyTo === ''
          ? nothing
          : html`<dt>${words.replyTo}</dt>
              <dd><bdi>${mail.body.replyTo}</bdi></dd>`
      }
      <dt>${words.written}</dt>
      <dd>
        <time datetime=${mail.createdAt}
          >${at.toLocaleString(words.lang, { dateStyle: 'medium', timeStyle: 'short' })}</time
        >
      </dd>
    </dl>
    <div class="text" dir="auto">${mail.body.text}</div>
  </article>`
}

function isRefusal(error: unknown): boolean {
  return error instanceof FoyerError && (error.status === 401 || error.status === 403)
}

customElements.define('foyer-outbox-page', OutboxPage)
