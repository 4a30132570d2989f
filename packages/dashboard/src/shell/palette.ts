import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { at } from '../data/here.ts'
import { type Findable, findables } from '../data/find.ts'
import { parts } from '../pages/knowledge/parts.ts'
import { mySections } from '../pages/settings/sections.ts'
import { go } from '../router.ts'
import { placesHere } from '../routes.ts'
import { words } from '../strings/index.ts'

const most = 12

/** ⌘K: one box that finds pages, scenarios and conversations, and goes there. */
export class Palette extends LitElement {
  static override properties = { sought: { state: true }, found: { state: true }, at: { state: true } }
  declare sought: string
  declare found: Findable[]
  declare at: number

  constructor() {
    super()
    this.sought = ''
    this.found = []
    this.at = 0
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('find', this.#open)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('find', this.#open)
  }

  override render(): TemplateResult {
    const { find } = words().shell
    const matches = this.#matches()
    return html`<dialog
      class="find"
      aria-label=${find.title}
      closedby="any"
      @toggle=${this.#fetch}
      @keydown=${this.#key}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant=${matches.length === 0 ? nothing : `found-${this.at}`}
        aria-label=${find.title}
        placeholder=${find.placeholder}
        autocomplete="off"
        spellcheck="false"
        .value=${this.sought}
        @input=${this.#seek}
      />
      <ul id="found" role="listbox" aria-label=${find.title}>
        ${matches.map(
          ({ label, kind }, index) =>
            html`<li
              id="found-${index}"
              role="option"
              aria-selected=${index === this.at}
              @click=${() => this.#go(index)}
            >
              <span dir="auto">${label}</span><span class="soft">${kind}</span>
            </li>`,
        )}
      </ul>
      ${matches.length === 0 ? html`<p class="soft" role="status">${find.nothing}</p>` : nothing}
    </dialog>`
  }

  #matches(): { label: string; kind: string; href: string }[] {
    const { shell } = words()
    const pages = pagesToGo().map(([label, path]) => ({ label, kind: shell.find.goTo, href: at(path) }))
    const wanted = fold(this.sought)
    const found = this.found.map((each) => ({ ...each, kind: shell.find[each.kind] }))
    return [...pages, ...found].filter(({ label }) => fold(label).includes(wanted)).slice(0, most)
  }

  readonly #open = () => {
    this.sought = ''
    this.at = 0
    this.querySelector('dialog')?.showModal()
  }

  readonly #fetch = (event: ToggleEvent) => {
    if (event.newState !== 'open') return
    this.querySelector('input')?.focus()
    void findables()
      .then((found) => (this.found = found))
      .catch(() => undefined)
  }

  readonly #seek = (event: Event) => {
    this.sought = (event.target as HTMLInputElement).value
    this.at = 0
  }

  readonly #key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const { length } = this.#matches()
    if (step !== undefined && length > 0) {
      event.preventDefault()
      this.at = (this.at + step + length) % length
    }
    if (event.key === 'Enter') this.#go(this.at)
  }

  #go(index: number): void {
    const chosen = this.#matches()[index]
    if (chosen === undefined) return
    this.querySelector('dialog')?.close()
    go(chosen.href)
  }
}

/** The places of the rail, and what stands within them. */
function pagesToGo(): (readonly [string, string])[] {
  const { knowledge, settings, setup, shell } = words()
  return [
    ...placesHere().map(({ name, path }) => [shell.places[name], path] as const),
    [setup.title, '/setup'],
    ...parts.map(
      ({ name, path }) => [`${shell.places.knowledge}: ${knowledge.parts[name]}`, `/knowledge${path}`] as const,
    ),
    ...mySections().map(
      ({ name }) => [`${shell.places.settings}: ${settings.sections[name]}`, `/settings/${name}`] as const,
    ),
  ]
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
