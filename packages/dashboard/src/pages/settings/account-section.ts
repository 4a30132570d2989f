import type { Passkey, SignedInSession } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { accounts, knowsPasskeys, passkeys } from '../../data/door.ts'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { date } from '../../ui/when.ts'

interface Seen {
  passkeys: Passkey[]
  sessions: SignedInSession[]
}

/** The person's own account: passkeys, codes of an authenticator app, and where they are signed in. */
class AccountSection extends Page {
  static override properties: PropertyDeclarations = { ...Page.properties, codes: { state: true } }
  /** Shown once, while codes are being switched on. */
  declare codes: { totpURI: string; backupCodes: string[] } | null
  readonly #load = new Load<Seen>(this)

  constructor() {
    super()
    this.codes = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#look('afresh')
  }

  override render(): TemplateResult {
    return loaded(
      this.#load,
      (seen) =>
        html`<div class="stack">
          ${this.#passkeysView(seen.passkeys)} ${this.#codesView()} ${this.#sessionsView(seen.sessions)}
        </div>`,
    )
  }

  #passkeysView(all: readonly Passkey[]): TemplateResult {
    const { account: say } = words().settings
    const add = (event: SubmitEvent) =>
      attempt(passkeys.add(valuesOf(event)['name'] ?? ''), () => this.#again(say.added))
    return html`<section class="card stack">
      <div>
        <h2>${say.passkeys}</h2>
        <p class="soft">${say.passkeysLead}</p>
      </div>
      ${all.map(
        ({ id, name, createdAt }) =>
          html`<p class="row apart">
            <span><bdi>${name}</bdi> <small class="soft">${fill(say.since, { date: date(createdAt) })}</small></span>
            <button
              type="button"
              class="button danger"
              @click=${() => attempt(passkeys.remove(id), () => this.#again(say.removed))}
            >
              ${say.remove}
            </button>
          </p>`,
      )}
      ${
        knowsPasskeys()
          ? html`<form class="row" @submit=${add}>
              ${textField({ name: 'name', label: say.name, required: true })}
              <button class="button">${say.add}</button>
            </form>`
          : html`<p class="soft">${say.passkeysNot}</p>`
      }
    </section>`
  }

  #codesView(): TemplateResult {
    const { account: say } = words().settings
    const start = (event: SubmitEvent) =>
      attempt(accounts.enableCodes(valuesOf(event)['password'] ?? ''), (made) => (this.codes = made))
    const confirm = (event: SubmitEvent) =>
      attempt(accounts.confirmCodes(valuesOf(event)['code'] ?? ''), () => {
        this.codes = null
        this.#again(say.codesReady)
      })
    const stop = (event: Event) => {
      const field = (event.target as HTMLElement).closest('form')?.querySelector('input')
      attempt(accounts.disableCodes(field?.value ?? ''), () => notice(say.codesGone))
    }
    return html`<section class="card stack">
      <div>
        <h2>${say.codes}</h2>
        <p class="soft">${say.codesLead}</p>
      </div>
      ${
        this.codes === null
          ? html`<form class="row" @submit=${start}>
              ${textField({ name: 'password', label: say.password, type: 'password', required: true })}
              <button class="button">${say.codesOn}</button>
              <button type="button" class="button danger" @click=${stop}>${say.codesOff}</button>
            </form>`
          : html`<p>${say.secret}</p>
              <pre tabindex="0" dir="ltr"><code>${this.codes.totpURI}</code></pre>
              <p>${say.recovery}</p>
              <pre tabindex="0" dir="ltr"><code>${this.codes.backupCodes.join('\n')}</code></pre>
              <form class="row" @submit=${confirm}>
                ${textField({ name: 'code', label: say.code, required: true })}
                <button class="button primary">${say.confirm}</button>
              </form>`
      }
    </section>`
  }

  #sessionsView(all: readonly SignedInSession[]): TemplateResult {
    const { account: say } = words().settings
    const { sessions } = here().foyer
    return html`<section class="card stack">
      <h2>${say.sessions}</h2>
      ${all.map(
        ({ id, createdAt, userAgent, isThis }) =>
          html`<p class="row apart">
            <span
              ><bdi>${userAgent}</bdi> <small class="soft">${fill(say.since, { date: date(createdAt) })}</small></span
            >
            ${
              isThis
                ? html`<small>${say.thisOne}</small>`
                : html`<button
                    type="button"
                    class="button"
                    @click=${() => attempt(sessions.end(id), () => this.#again(say.ended))}
                  >
                    ${say.end}
                  </button>`
            }
          </p>`,
      )}
      ${
        all.length < 2
          ? nothing
          : html`<div class="row">
              <button
                type="button"
                class="button"
                @click=${() => attempt(sessions.endOthers(), () => this.#again(say.ended))}
              >
                ${say.endOthers}
              </button>
            </div>`
      }
    </section>`
  }

  #again(said: string): void {
    notice(said)
    void this.#look('quietly')
  }

  #look(how: 'afresh' | 'quietly'): Promise<void> {
    return this.#load.run(async (signal) => {
      const [known, sessions] = await Promise.all([passkeys.list({ signal }), here().foyer.sessions.list({ signal })])
      return { passkeys: known, sessions }
    }, how)
  }
}

customElements.define('account-section', AccountSection)
