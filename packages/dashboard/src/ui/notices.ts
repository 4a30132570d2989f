import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { words } from '../strings/index.ts'

interface Notice {
  id: number
  text: string
  kind: 'done' | 'wrong'
  undo?: (() => void) | undefined
}

const stayMs = 8000
/** What can be undone stays longer: it must be read, decided and reached. */
export const undoMs = 15_000
let count = 0

/** Says in a line what was done, with an undo where there is one; never "are you sure". */
export function notice(text: string, { kind = 'done', undo }: Partial<Pick<Notice, 'kind' | 'undo'>> = {}): void {
  dispatchEvent(new CustomEvent<Notice>('notice', { detail: { id: ++count, text, kind, undo } }))
}

class Notices extends LitElement {
  static override properties = { notices: { state: true } }
  declare notices: Notice[]

  constructor() {
    super()
    this.notices = []
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('notice', this.#take as EventListener)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('notice', this.#take as EventListener)
  }

  override render(): TemplateResult {
    return html`<div class="notices" role="status">
      ${repeat(
        this.notices,
        ({ id }) => id,
        (each) =>
          html`<p class=${each.kind}>
            <span>${each.text}</span>
            ${each.undo === undefined ? nothing : html`<button type="button" class="link" @click=${() => this.#undo(each)}>${words().shell.undo}</button>`}
          </p>`,
      )}
    </div>`
  }

  readonly #take = ({ detail }: CustomEvent<Notice>) => {
    this.notices = [...this.notices.slice(-2), detail]
    setTimeout(() => this.#drop(detail), detail.undo === undefined ? stayMs : undoMs)
  }

  #undo(each: Notice): void {
    each.undo?.()
    this.#drop(each)
  }

  #drop(each: Notice): void {
    this.notices = this.notices.filter((other) => other !== each)
  }
}

customElements.define('foyer-notices', Notices)
