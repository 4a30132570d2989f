import type { TurnExpects } from '@foyer/sdk'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { icons } from '../../icons.ts'
import type { Strings } from '../../strings/index.ts'
import { tokens } from '../../tokens.styles.ts'
import { composerStyles } from './composer.styles.ts'

/** Where the visitor writes: Enter sends, Shift+Enter begins a line. @fires say with the text @fires talk */
export class FoyerComposer extends LitElement {
  static override properties = {
    strings: { attribute: false },
    talk: {},
    typed: { attribute: false },
    filled: { state: true },
  }
  static override styles = [tokens, composerStyles]
  declare strings: Strings
  /** What the microphone says; no microphone when it says nothing. */
  declare talk: string
  /** What is asked for in writing; the keyboard fits it. */
  declare typed: TurnExpects['field'] | undefined
  declare filled: boolean

  constructor() {
    super()
    this.talk = ''
    this.typed = undefined
    this.filled = false
  }

  override render(): TemplateResult {
    const { strings } = this
    return html`<form dir=${strings.dir} lang=${strings.lang} @submit=${this.#submit}>
      <label class="unseen" for="text">${strings.input}</label>
      <textarea
        id="text"
        rows="1"
        maxlength="4000"
        dir="auto"
        enterkeyhint="send"
        autocomplete="off"
        inputmode=${this.typed === 'phone' ? 'tel' : this.typed === 'email' ? 'email' : 'text'}
        placeholder=${this.#placeholder()}
        @input=${this.#typed}
        @keydown=${this.#key}
      ></textarea>
      ${
        this.talk === ''
          ? nothing
          : html`<button type="button" class="talk" aria-label=${this.talk} title=${this.talk} @click=${this.#talk}>
              ${icons.microphone}
            </button>`
      }
      <button type="submit" aria-label=${strings.send} aria-disabled=${!this.filled} data-filled=${this.filled}>
        ${icons.send}
      </button>
    </form>`
  }

  #placeholder(): string {
    const { type } = this.strings.voice
    return (type as Partial<Record<string, string>>)[this.typed ?? ''] ?? this.strings.placeholder
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('typed') && this.typed !== undefined) this.focus()
  }

  override focus(): void {
    this.#field?.focus({ preventScroll: true })
  }

  /** Where a call began: there the focus returns after it. */
  focusTalk(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.talk')?.focus())
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  readonly #talk = () => this.dispatchEvent(new CustomEvent('talk'))

  readonly #typed = () => {
    const field = this.#field
    if (field === null) return
    this.filled = field.value.trim() !== ''
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`
  }

  readonly #key = (event: KeyboardEvent) => {
    // While an input method composes, Enter picks a character.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.#send()
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    this.#send()
  }

  #send(): void {
    const field = this.#field
    const text = field?.value.trim() ?? ''
    if (field === null || text === '') return
    field.value = ''
    this.#typed()
    this.dispatchEvent(new CustomEvent('say', { detail: text }))
    field.focus()
  }
}
