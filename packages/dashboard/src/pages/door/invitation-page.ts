import { FoyerError, type OpenInvitation } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { invitations, takeToken, waitingInvitation } from '../../data/door.ts'
import { at } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { fetchMe, type Me } from '../../data/me.ts'
import { go, root } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { loaded } from '../../ui/loaded.ts'
import { Page } from '../../ui/page.ts'
import { refusal } from './refusal.ts'

interface Seen {
  invitation: OpenInvitation
  me: Me | null
}

/** Who invites whom to what, and the way in for somebody with an account, or without. */
class InvitationPage extends Page {
  static override properties: PropertyDeclarations = { wrong: { state: true } }
  declare wrong: string
  readonly #load = new Load<Seen | null>(this)

  constructor() {
    super()
    this.wrong = ''
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('params')) return
    const token = takeToken()
    if (token !== '') waitingInvitation.keep(token)
    void this.#load.run((signal) => look(signal))
  }

  override render(): TemplateResult {
    const say = words().door.invitation
    this.named(say.title)
    return html`<div class="door">
      <p class="wordmark">Foyer</p>
      <h1>${say.title}</h1>
      ${loaded(this.#load, (seen) => (seen === null ? this.#overView() : this.#seenView(seen)))}
    </div>`
  }

  #overView(): TemplateResult {
    return html`<p class="lead">${words().door.wrong.token}</p>
      <p class="foot"><a href="${root}/">${words().shell.nowhere.home}</a></p>`
  }

  #seenView({ invitation, me }: Seen): TemplateResult {
    const { door: say, settings } = words()
    const { tenantName, email, role, invitedBy } = invitation
    const values = {
      tenant: `\u2068${tenantName}\u2069`,
      by: `\u2068${invitedBy}\u2069`,
      email: `\u2068${email}\u2069`,
    }
    return html`<p class="lead">
        ${fill(invitedBy === '' ? say.invitation.leadAlone : say.invitation.lead, { ...values, role: settings.roles[role] })}
      </p>
      ${this.wrong === '' ? nothing : html`<p class="note brick" role="alert">${this.wrong}</p>`}
      ${
        me === null
          ? html`<a class="button primary wide" href="${root}/sign-up">${say.invitation.signUp}</a>
              <p class="foot">${say.signUp.haveAccount} <a href="${root}/sign-in">${say.signUp.signIn}</a></p>`
          : html`<button type="button" class="button primary wide" @click=${() => this.#accept()}>
                ${say.invitation.accept}
              </button>
              <p class="foot">${fill(say.invitation.as, { email: `\u2068${me.user.email}\u2069` })}</p>`
      }`
  }

  #accept(): void {
    const token = waitingInvitation.read()
    void invitations
      .accept(token)
      .then((tenant) => {
        waitingInvitation.drop()
        dispatchEvent(new CustomEvent('person-changed'))
        go(at('/', { tenant, mode: tenant.mode }), 'replace')
      })
      .catch((error: unknown) => (this.wrong = Object.values(refusal(error, 'password'))[0] ?? ''))
  }
}

/** Null when the invitation is no longer good. */
async function look(signal: AbortSignal): Promise<Seen | null> {
  const token = waitingInvitation.read()
  if (token === '') return null
  try {
    const [invitation, me] = await Promise.all([invitations.look(token, { signal }), fetchMe()])
    return { invitation, me }
  } catch (error) {
    if (!(error instanceof FoyerError) || error.code !== 'link_expired') throw error
    waitingInvitation.drop()
    return null
  }
}

customElements.define('invitation-page', InvitationPage)
