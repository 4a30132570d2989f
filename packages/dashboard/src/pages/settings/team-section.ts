import type { Invitation, Member, Role } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { Load } from '../../data/load.ts'
import { isOwner, mayRun } from '../../data/role.ts'
import { go, root } from '../../router.ts'
import { fill, words } from '../../strings/index.ts'
import { attempt } from '../../ui/attempt.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { loaded } from '../../ui/loaded.ts'
import { notice } from '../../ui/notices.ts'
import { Page } from '../../ui/page.ts'
import { date } from '../../ui/when.ts'

interface Seen {
  members: Member[]
  invitations: Invitation[]
}

const roles: readonly Role[] = ['owner', 'admin', 'responder', 'viewer']

/** Who belongs here and as what; who is invited; and the way to invite. */
class TeamSection extends Page {
  readonly #load = new Load<Seen>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load.run(async (signal) => {
      const { members, invitations } = here().foyer
      const [all, waiting] = await Promise.all([members.list({ signal }), mayRun() ? invitations.list({ signal }) : []])
      return { members: all, invitations: waiting }
    })
  }

  override render(): TemplateResult {
    const { team: say } = words().settings
    return loaded(
      this.#load,
      ({ members, invitations }) =>
        html`<div class="stack">
          <div>
            <h2>${say.title}</h2>
            <p class="soft">${say.lead}</p>
          </div>
          <ul class="rows">
            ${members.map((member) => this.#memberView(member))}
          </ul>
          ${
            invitations.length === 0
              ? nothing
              : html`<h2>${say.waiting}</h2>
                  <ul class="rows">
                    ${invitations.map((invitation) => this.#invitationView(invitation))}
                  </ul>`
          }
          ${mayRun() ? this.#inviteView() : nothing}
        </div>`,
    )
  }

  #memberView(member: Member): TemplateResult {
    const { team: say, roles: names } = words().settings
    const isMe = member.userId === here().me.user.id
    const fixed = !mayRun() || (member.role === 'owner' && !isOwner())
    return html`<li>
      <div class="plain person">
        <div class="who">
          <b><bdi>${member.name}</bdi></b>
          ${isMe ? html`<span class="tag">${say.you}</span>` : nothing}
          ${member.asksForCodes ? html`<span class="tag pine">${say.codes}</span>` : nothing}
          <span class="soft one-line"><bdi dir="ltr">${member.email}</bdi></span>
        </div>
        ${fixed ? html`<span class="tag">${names[member.role]}</span>` : roleChoice(member.role, `${say.role}: ${member.name}`, (role) => this.#change(member, role))}
        ${
          isMe
            ? html`<button type="button" class="button danger" @click=${() => this.#leave()}>${say.leave}</button>`
            : fixed
              ? nothing
              : html`<button type="button" class="button danger" @click=${() => this.#remove(member)}>
                  ${say.remove}
                </button>`
        }
      </div>
    </li>`
  }

  #invitationView(invitation: Invitation): TemplateResult {
    const { team: say, roles: names } = words().settings
    const { invitations } = here().foyer
    const resend = () =>
      attempt(invitations.resend(invitation.id), (again) => {
        this.#put({ invitations: (all) => all.map((each) => (each.id === invitation.id ? again : each)) })
        notice(say.resent)
      })
    const revoke = () => {
      const back = this.#put({ invitations: (all) => all.filter((each) => each !== invitation) })
      attempt(
        invitations.revoke(invitation.id),
        () => notice(say.revoked, { undo: () => this.#invite(invitation) }),
        back,
      )
    }
    return html`<li>
      <div class="plain person">
        <div class="who">
          <b class="one-line"><bdi dir="ltr">${invitation.email}</bdi></b>
          <span class="soft">${fill(say.until, { date: date(invitation.expiresAt) })}</span>
        </div>
        <span class="tag">${names[invitation.role]}</span>
        <span class="row">
          <button type="button" class="button" @click=${resend}>${say.resend}</button>
          <button type="button" class="button danger" @click=${revoke}>${say.revoke}</button>
        </span>
      </div>
    </li>`
  }

  #inviteView(): TemplateResult {
    const { team: say, roles: names } = words().settings
    const send = (event: SubmitEvent) => {
      const { email = '', role = 'viewer' } = valuesOf(event)
      this.#invite({ email, role: role as Role }, () => (event.target as HTMLFormElement).reset())
    }
    const offered = roles.filter((role) => role !== 'owner' || isOwner())
    return html`<form class="card stack" @submit=${send}>
      <h2>${say.invite}</h2>
      ${textField({ name: 'email', label: say.email, type: 'email', required: true })}
      <fieldset class="roles">
        <legend>${say.role}</legend>
        ${offered.map(
          (role) =>
            html`<label>
              <input type="radio" name="role" value=${role} ?checked=${role === 'viewer'} />
              <span><b>${names[role]}</b><small>${say.can[role]}</small></span>
            </label>`,
        )}
      </fieldset>
      <div class="row"><button class="button primary">${say.invite}</button></div>
    </form>`
  }

  #invite({ email, role }: { email: string; role: Role }, done: () => void = () => undefined): void {
    attempt(here().foyer.invitations.create({ email, role }), (made) => {
      this.#put({ invitations: (all) => [...all.filter((each) => each.email !== made.email), made] })
      notice(fill(words().settings.team.invited, { email: `\u2068${email}\u2069` }))
      done()
    })
  }

  #change(member: Member, role: Role): void {
    const shown = (as: Role) =>
      this.#put({ members: (all) => all.map((each) => (each.id === member.id ? { ...each, role: as } : each)) })
    const back = shown(role)
    const undo = () => this.#change({ ...member, role }, member.role)
    attempt(here().foyer.members.changeRole(member.id, role), () => notice(words().settings.saved, { undo }), back)
  }

  #remove(member: Member): void {
    const back = this.#put({ members: (all) => all.filter((each) => each !== member) })
    const { removed } = words().settings.team
    const undo = () => this.#invite(member)
    attempt(
      here().foyer.members.remove(member.id),
      () => notice(fill(removed, { name: `\u2068${member.name}\u2069` }), { undo }),
      back,
    )
  }

  #leave(): void {
    const { foyer, tenant } = here()
    attempt(foyer.me.leave(tenant.id), () => {
      dispatchEvent(new CustomEvent('person-changed'))
      go(`${root}/`, 'replace')
    })
  }

  #put(alter: {
    members?: (all: Member[]) => Member[]
    invitations?: (all: Invitation[]) => Invitation[]
  }): () => void {
    return this.#load.change((seen) => ({
      members: alter.members?.(seen.members) ?? seen.members,
      invitations: alter.invitations?.(seen.invitations) ?? seen.invitations,
    }))
  }
}

function roleChoice(now: Role, label: string, choose: (role: Role) => void): TemplateResult {
  const { roles: names } = words().settings
  return html`<select
    aria-label=${label}
    .value=${now}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Role)}
  >
    ${roles.filter((role) => role !== 'owner' || isOwner()).map((role) => html`<option value=${role} ?selected=${role === now}>${names[role]}</option>`)}
  </select>`
}

customElements.define('team-section', TeamSection)
