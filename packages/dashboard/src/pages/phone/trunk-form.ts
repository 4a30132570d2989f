import { html, type TemplateResult } from 'lit'
import { at, here } from '../../data/here.ts'
import { go } from '../../router.ts'
import { words } from '../../strings/index.ts'
import { Acting } from '../../ui/acting.ts'
import { textField, valuesOf } from '../../ui/field.ts'
import { notice } from '../../ui/notices.ts'
import { tell } from './edit-form.ts'

/** A new trunk. Its password is typed here once, and shown nowhere ever again. */
class TrunkForm extends Acting {
  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus()
  }

  override render(): TemplateResult {
    const { shell, phone } = words()
    const { trunks: say } = phone
    return html`<form class="stack" @submit=${this.#submit}>
      <div>
        <a class="to-list" href=${at('/settings/phone')}>${phone.back}</a>
        <h2 tabindex="-1">${say.add}</h2>
        <p class="soft">${say.addLead}</p>
      </div>
      <div class="card stack">
        ${textField({ name: 'name', label: say.name, note: say.nameNote, maxlength: 60, required: true })}
        <label class="field">
          <span>${say.addresses}</span>
          <textarea name="addresses" dir="ltr" spellcheck="false"></textarea>
          <small>${say.addressesNote}</small>
        </label>
        <div class="pair">
          ${textField({ name: 'username', label: say.username, maxlength: 100 })}
          ${textField({ name: 'password', type: 'password', label: say.password, note: say.passwordNote })}
        </div>
      </div>
      ${this.wrongView()}
      <div class="row">
        <button class="button primary" ?disabled=${this.busy}>${shell.save}</button>
        <a class="button" href=${at('/settings/phone')}>${shell.cancel}</a>
      </div>
    </form>`
  }

  readonly #submit = (event: SubmitEvent) => {
    const { name = '', addresses = '', username = '', password = '' } = valuesOf(event)
    const { trunks: say } = words().phone
    const from = addresses.split(/[\s,]+/).filter((line) => line !== '')
    const login = username === '' && password === '' ? undefined : { username, password }
    if (login === undefined && from.length === 0) this.wrong = say.open
    else if (login !== undefined && (username === '' || password.length < 8)) this.wrong = say.weakLogin
    else void this.#add({ name, addresses: from, ...(login && { login }) })
  }

  #add(trunk: Parameters<ReturnType<typeof here>['foyer']['trunks']['create']>[0]): Promise<void> {
    return this.act(async () => {
      const { id } = await here().foyer.trunks.create(trunk)
      notice(words().settings.saved)
      tell({ kind: 'saved' })
      go(at(`/settings/phone/${id}`))
    })
  }
}

customElements.define('trunk-form', TrunkForm)
