import { FoyerError, type OutboxItem } from '@foyer/sdk'
import { request, sameOrigin } from '@foyer/sdk/page'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { keep, openedWith } from '../opened-with.ts'
import { pageStyles } from '../page.styles.ts'
import { outboxStyles } from './outbox.styles.ts'

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
  #key = openedWith('foyer:outbox', ['key']).key ?? ''

  constructor() {
    super()
    this.state = { kind: 'reading' }
  }

  override connectedCallback(): void {
    super.connectedCallback()
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
        why: error instanceof FoyerError ? error.message : 'The outbox could not be read. Try again.',
      }
    }
  }

  readonly #unlock = (event: SubmitEvent) => {
    event.preventDefault()
    this.#key = this.renderRoot.querySelector('input')?.value.trim() ?? ''
    keep('foyer:outbox', { key: this.#key })
    void this.#read('')
  }

  override render(): TemplateResult {
    return html`<main>
      <p class="kicker">Test mode</p>
      <h1>Outbox</h1>
      <p class="soft">What would have been sent to the business. Nothing here has left this machine.</p>
      ${this.#bodyView()}
    </main>`
  }

  #bodyView(): TemplateResult | typeof nothing {
    const { state } = this
    switch (state.kind) {
      case 'reading':
        return nothing
      case 'locked':
        return html`<form @submit=${this.#unlock}>
          <label for="key">A secret key of the tenant (sk_test_…)</label>
          <input id="key" type="password" autocomplete="off" spellcheck="false" aria-describedby="why" />
          <p id="why" class="fault" role="alert">${state.why || nothing}</p>
          <button type="submit">Open the outbox</button>
        </form>`
      case 'open':
        return html`<p class="again">
            <button type="button" class="quiet" @click=${() => void this.#read('')}>Look again</button>
          </p>
          ${state.items.length === 0 ? html`<p>Nothing yet. Leave a message in the widget, and it lies here.</p>` : nothing}
          ${state.items.map(mailView)}
          ${state.next === '' ? nothing : html`<button type="button" @click=${() => void this.#read(state.next)}>Show older</button>`}`
      default:
        return state satisfies never
    }
  }
}

function mailView(mail: OutboxItem): TemplateResult {
  const at = new Date(mail.createdAt)
  return html`<article>
    <h2 dir="auto">${mail.subject}</h2>
    <dl>
      <dt>To</dt>
      <dd><bdi>${mail.recipient || 'nobody yet: the tenant has no address for messages'}</bdi></dd>
      ${
        mail.body.replyTo === ''
          ? nothing
          : html`<dt>Answers go to</dt>
              <dd><bdi>${mail.body.replyTo}</bdi></dd>`
      }
      <dt>Written</dt>
      <dd>
        <time datetime=${mail.createdAt}>${at.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}</time>
      </dd>
    </dl>
    <div class="text" dir="auto">${mail.body.text}</div>
  </article>`
}

customElements.define('foyer-outbox-page', OutboxPage)
