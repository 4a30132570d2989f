import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { accounts, knowsPasskeys, passkeys, takeToken, waitingInvitation } from '../../data/door.ts'
import { go, root } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { doorForm, type Field } from './form.ts'
import { refusal } from './refusal.ts'

type Kind = 'sign-in' | 'sign-up' | 'magic' | 'forgot' | 'reset' | 'verify'
type Sent = { email: string; words: 'verify' | 'link' | 'reset'; again: () => Promise<unknown> }
type Values = Readonly<Record<string, string>>

/** Everything before somebody is signed in: one page a kind, the same form under each. */
class DoorPage extends Page {
  static override properties: PropertyDeclarations = {
    busy: { state: true },
    wrong: { state: true },
    sent: { state: true },
    asked: { state: true },
  }
  declare busy: boolean
  declare wrong: Values
  declare sent: Sent | null
  /** The password was right, and a second factor is asked for. */
  declare asked: 'password' | 'code'
  #values: Values = {}
  /** Of the link in the mail that led here. */
  #token = ''

  constructor() {
    super()
    this.busy = false
    this.wrong = {}
    this.sent = null
    this.asked = 'password'
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('params')) return
    this.sent = null
    this.asked = 'password'
    this.wrong = {}
    const token = takeToken()
    if (token !== '') this.#token = token
    const kind = this.params['kind'] as Kind
    if (kind === 'verify' && token !== '')
      this.#try(
        () => accounts.verify(token),
        () => this.#in(),
      )
    if (kind === 'sign-in' && token !== '')
      this.#try(
        () => accounts.signInWithLink(token),
        () => this.#in(),
      )
  }

  override render(): TemplateResult {
    return html`<div class="door">
      <p class="wordmark">Foyer</p>
      ${this.sent === null ? this.#kindView() : this.#sentView(this.sent)}
    </div>`
  }

  #kindView(): TemplateResult {
    const { door: say } = words()
    const email: Field = { name: 'email', label: say.email, type: 'email', autocomplete: 'email' }
    const password: Field = {
      name: 'password',
      label: say.password,
      type: 'password',
      autocomplete: 'current-password',
    }
    const fresh: Field = { ...password, autocomplete: 'new-password', note: say.passwordRule }
    const link = (to: Kind, text: string) => html`<a href="${root}/${to}${location.search}">${text}</a>`
    switch (this.params['kind'] as Kind) {
      case 'sign-in':
        if (this.asked === 'code')
          return this.#formView(
            say.code,
            [{ name: 'code', label: say.code.label, type: 'code', autocomplete: 'one-time-code' }],
            ({ code = '' }) =>
              this.#try(
                () => accounts.signInWithCode(code),
                () => this.#in(),
              ),
          )
        return html`${this.#formView(say.signIn, [email, password], (values) => this.#signIn(values))}
          ${
            knowsPasskeys()
              ? html`<p>
                  <button
                    type="button"
                    class="button"
                    ?disabled=${this.busy}
                    @click=${() =>
                      this.#try(
                        () => passkeys.signIn(),
                        () => this.#in(),
                      )}
                  >
                    ${say.passkey}
                  </button>
                </p>`
              : nothing
          }
          <p class="row apart">${link('magic', say.signIn.link)} ${link('forgot', say.signIn.forgot)}</p>
          <p class="foot">${link('sign-up', say.signIn.noAccount)}</p>`
      case 'sign-up':
        return html`${this.#formView(say.signUp, [{ name: 'name', label: say.name, type: 'text', autocomplete: 'name' }, email, fresh], (values) => this.#signUp(values))}
          <p class="foot">${say.signUp.haveAccount} ${link('sign-in', say.signUp.signIn)}</p>`
      case 'magic':
        return html`${this.#formView(say.magic, [email], ({ email: to = '' }) => this.#send(to, 'link', () => accounts.askForLink(to)))}
          <p class="foot">${link('sign-in', say.magic.withPassword)}</p>`
      case 'forgot':
        return html`${this.#formView(say.forgot, [email], ({ email: to = '' }) => this.#send(to, 'reset', () => accounts.askForReset(to)))}
          <p class="foot">${link('sign-in', say.forgot.back)}</p>`
      case 'reset': {
        if (this.#token === '')
          return html`<h1>${say.reset.title}</h1>
            <p class="lead">${say.reset.noToken}</p>
            <p class="foot">${link('forgot', say.reset.again)}</p>`
        return this.#formView(say.reset, [{ ...fresh, label: say.newPassword }], ({ password: wanted = '' }) =>
          this.#try(
            () => accounts.resetPassword(this.#token, wanted),
            () => {
              notice(say.reset.done)
              go(`${root}/sign-in`, 'replace')
            },
          ),
        )
      }
      case 'verify':
        this.named(say.verify.title)
        return html`<h1>${say.verify.title}</h1>
          <p class="lead">${this.#token === '' ? say.reset.noToken : (this.wrong[''] ?? say.verify.lead)}</p>
          <p class="foot">${link('sign-in', say.forgot.back)}</p>`
      default:
        return this.params['kind'] as never
    }
  }

  #formView(
    say: { title: string; lead: string; button: string },
    fields: Field[],
    submit: (values: Values) => void,
  ): TemplateResult {
    this.named(say.title)
    const checked = (values: Values) => {
      this.#values = values
      this.wrong = missing(fields, values)
      if (Object.keys(this.wrong).length === 0) submit(values)
      else void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid]')?.focus())
    }
    const { busy, wrong } = this
    return html`<h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      ${doorForm({ fields, button: say.button, submit: checked, busy, wrong, values: this.#values })}`
  }

  #sentView({ email, words: which, again }: Sent): TemplateResult {
    const { sent } = words().door
    this.named(sent.title)
    return html`<h1>${sent.title}</h1>
      <p class="lead">${fill(sent[which], { email: `\u2068${email}\u2069` })}</p>
      ${this.wrong[''] === undefined ? nothing : html`<p class="note brick" role="alert">${this.wrong['']}</p>`}
      <p class="row">
        <button
          type="button"
          class="button"
          ?disabled=${this.busy}
          @click=${() => this.#try(again, () => notice(sent.sentAgain))}
        >
          ${sent.again}
        </button>
        <button type="button" class="link" @click=${() => (this.sent = null)}>${sent.other}</button>
      </p>`
  }

  #signIn({ email = '', password = '' }: Values): void {
    this.#try(
      () => accounts.signIn({ email, password }),
      (signedIn) => (signedIn === 'code-needed' ? (this.asked = 'code') : this.#in()),
    )
  }

  #signUp({ name = '', email = '', password = '' }: Values): void {
    this.#send(
      email,
      'verify',
      () => accounts.signUp({ name, email, password }),
      () => accounts.verifyAgain(email),
    )
  }

  #send(email: string, which: Sent['words'], send: () => Promise<unknown>, again = send): void {
    this.#try(send, () => (this.sent = { email, words: which, again }))
  }

  #try<Reply>(what: () => Promise<Reply>, then: (reply: Reply) => unknown): void {
    this.busy = true
    this.wrong = {}
    void what()
      .then(then)
      .catch((error: unknown) => (this.wrong = refusal(error, this.asked)))
      .finally(() => (this.busy = false))
  }

  #in(): void {
    dispatchEvent(new CustomEvent('person-changed'))
    go(this.#next(), 'replace')
  }

  /** Where the person wanted to go; only ever a page of the dashboard. */
  #next(): string {
    if (waitingInvitation.read() !== '') return `${root}/invitation`
    const next = this.query.get('next') ?? ''
    return next.startsWith(`${root}/`) && !next.includes('//') ? next : `${root}/`
  }
}

function missing(fields: readonly Field[], values: Values): Values {
  const { wrong } = words().door
  return Object.fromEntries(
    fields.flatMap(({ name, type }) => {
      const value = values[name] ?? ''
      if (value === '') return [[name, wrong.required]]
      return type === 'email' && !/^\S+@\S+\.\S+$/.test(value) ? [[name, wrong.email]] : []
    }),
  )
}

customElements.define('door-page', DoorPage)
