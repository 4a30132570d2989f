import type { Callback } from '@foyer/sdk/admin'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { mayAnswer } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { notice } from '../../ui/notices.ts'

/** Who waits to be called back, the next one first; nothing at all while nobody does. */
class WaitingCallbacks extends LitElement {
  readonly #open = new Load<Callback[]>(this)

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#open.run((signal) => here().foyer.callbacks.list({ state: 'open' }, { signal }).toArray(100))
  }

  override render(): TemplateResult | typeof nothing {
    const { callbacks: say } = words().calls
    const open = this.#open.value?.toSorted((a, b) => a.fromAt.localeCompare(b.fromAt)) ?? []
    if (open.length === 0) return nothing
    return html`<section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">${say.title}</h2>
      <ul class="rows">
        ${open.map((callback) => html`<li class="row">${this.#row(callback)}</li>`)}
      </ul>
    </section>`
  }

  #row(callback: Callback): TemplateResult {
    const { callbacks: say } = words().calls
    const { message, toAt } = callback
    const late = Date.parse(toAt) < Date.now()
    return html`<a class="grow" href=${at(`/conversations/${message.conversationId}`)}>
        <b><bdi>${message.name}</bdi> · <bdi dir="ltr">${message.phone || message.email}</bdi></b>
        <span class="one-line" dir="auto">${message.text}</span>
        <span class="row small soft">
          <span>${whenHeard(callback)}</span>
          ${late ? html`<span class="tag brick">${say.late}</span>` : nothing}
        </span>
      </a>
      ${
        mayAnswer()
          ? html`<button
              type="button"
              class="button"
              aria-label=${fill(say.doneWith, { name: message.name })}
              @click=${() => this.#done(callback)}
            >
              ${say.done}
            </button>`
          : nothing
      }`
  }

  #done(callback: Callback): void {
    const takeBack = this.#open.change((open) => open.filter(({ id }) => id !== callback.id))
    const { callbacks } = here().foyer
    const again = () => attempt(callbacks.change(callback.id, 'open'), takeBack)
    attempt(
      callbacks.change(callback.id, 'done'),
      () => notice(fill(words().calls.callbacks.isDone, { name: callback.message.name }), { undo: again }),
      takeBack,
    )
  }
}

/** By the clock of the place, as the caller heard it. */
function whenHeard({ fromAt, toAt, timeZone }: Callback): string {
  const { lang } = words()
  const format = new Intl.DateTimeFormat(lang, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  })
  return format.formatRange(new Date(fromAt), new Date(toAt))
}

customElements.define('waiting-callbacks', WaitingCallbacks)
