import { FoyerError, newMessageId } from '@foyer/sdk'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { icons } from '../../icons.ts'
import type { Chat } from '../../session/chat.ts'
import { tokens } from '../../tokens.styles.ts'
import { check, type Faults, type Field, type Values } from './check.ts'
import { formStyles } from './message-form.styles.ts'

const fields: readonly Field[] = ['name', 'phone', 'email', 'text']

/** Name, a way to be reached, and what it is about. @fires done when it was sent, or given up */
export class FoyerMessageForm extends LitElement {
  static override properties = {
    chat: { attribute: false },
    reason: {},
    faults: { state: true },
    sending: { state: true },
    failure: { state: true },
  }
  static override styles = [tokens, formStyles]
  declare chat: Chat
  declare reason: 'message' | 'handoff'
  declare faults: Faults
  declare sending: boolean
  declare failure: string
  /** Kept over retries, so that a message is never left twice. */
  readonly #messageId = newMessageId()

  constructor() {
    super()
    this.reason = 'message'
    this.faults = {}
    this.sending = false
    this.failure = ''
  }

  override render(): TemplateResult {
    const { strings } = this.chat
    const words = strings.form
    return html`<form
      novalidate
      dir=${strings.dir}
      lang=${strings.lang}
      aria-labelledby="title"
      @submit=${this.#submit}
    >
      <div class="head">
        <button type="button" aria-label=${words.back} @click=${this.#done}>${icons.back}</button>
        <h2 id="title">${this.reason === 'handoff' ? words.handoffTitle : words.title}</h2>
      </div>
      <p>${this.chat.say(words.intro)}</p>
      ${this.#field('name', words.name, html`<input id="name" name="name" autocomplete="name" maxlength="120" />`)}
      <fieldset>
        ${this.#field('phone', words.phone, html`<input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" dir="ltr" />`)}
        ${this.#field('email', words.email, html`<input id="email" name="email" type="email" autocomplete="email" maxlength="200" dir="ltr" />`)}
        <p class="hint">${words.oneOf}</p>
      </fieldset>
      ${this.#field('text', words.text, html`<textarea id="text" name="text" rows="4" maxlength="4000" dir="auto"></textarea>`)}
      <p class="fault" role="alert">${this.failure || nothing}</p>
      <button type="submit" aria-disabled=${this.sending}>${this.sending ? words.sending : words.send}</button>
    </form>`
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus({ preventScroll: true })
  }

  #field(name: Field, label: string, input: TemplateResult): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${label}</label>${input}
      <p class="fault" id="${name}-fault">${this.faults[name] ?? nothing}</p>
    </div>`
  }

  protected override updated(): void {
    for (const name of fields) {
      const input = this.#input(name)
      const faulty = this.faults[name] !== undefined
      input?.setAttribute('aria-invalid', String(faulty))
      if (faulty) input?.setAttribute('aria-describedby', `${name}-fault`)
      else input?.removeAttribute('aria-describedby')
    }
  }

  #input(name: Field): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${name}`)
  }

  readonly #done = () => this.dispatchEvent(new CustomEvent('done'))

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!this.sending) void this.#send()
  }

  async #send(): Promise<void> {
    const values = Object.fromEntries(fields.map((name) => [name, this.#input(name)?.value.trim() ?? ''])) as Values
    this.failure = ''
    this.faults = check(values, this.chat.strings.form)
    if (Object.keys(this.faults).length > 0) return this.#toFirstFault()
    this.sending = true
    try {
      await this.chat.leaveMessage({ ...values, messageId: this.#messageId, reason: this.reason })
      this.#done()
    } catch (error) {
      this.#refused(error)
    } finally {
      this.sending = false
    }
  }

  /** The service named fields: our words beside them; else one sentence above the button. */
  #refused(error: unknown): void {
    const words = this.chat.strings.form
    const named = error instanceof FoyerError ? error.details.map((detail) => detail.path) : []
    const said: Values = { name: words.needName, phone: words.badPhone, email: words.badEmail, text: words.needText }
    this.faults = Object.fromEntries(fields.filter((name) => named.includes(name)).map((name) => [name, said[name]]))
    if (Object.keys(this.faults).length === 0) this.failure = this.chat.words(error)
    else this.#toFirstFault()
  }

  #toFirstFault(): void {
    const first = fields.find((name) => this.faults[name] !== undefined)
    if (first !== undefined) void this.updateComplete.then(() => this.#input(first)?.focus())
  }
}
