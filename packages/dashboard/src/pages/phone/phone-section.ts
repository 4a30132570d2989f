import type { PhoneNumber, Trunk } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { at, here } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { languageName } from '../../ui/when.ts'
import { type Desk, reachName } from './desk.ts'
import { PhoneList } from './phone-list.ts'
import './buy-number.ts'
import './examination.ts'
import './number-form.ts'
import './trunk-form.ts'
import './trunk-page.ts'

/** The numbers people call and the carriers they come by; one of them open where the address names it. */
class PhoneSection extends PhoneList {
  protected override openView(desk: Desk): TemplateResult {
    const id = this.params['id'] ?? ''
    const number = desk.numbers.find((each) => each.id === id)
    const trunk = desk.trunks.find((each) => each.id === id)
    if (number !== undefined || id === 'new')
      return html`${keyed(id, html`<number-form .desk=${desk} .kept=${number ?? null}></number-form>`)}`
    if (id === 'buy') return html`<buy-number .tenant=${desk.tenant}></buy-number>`
    if (id === 'new-trunk') return html`<trunk-form></trunk-form>`
    if (trunk !== undefined) return html`${keyed(id, html`<trunk-page .trunk=${trunk}></trunk-page>`)}`
    return this.#listView(desk)
  }

  #listView(desk: Desk): TemplateResult {
    const { phone: say } = words()
    const { numbers, trunks } = desk
    return html`<div class="stack">
      <div>
        <h2 tabindex="-1">${say.title}</h2>
        <p class="soft">${say.lead}</p>
      </div>
      ${here().mode === 'test' ? html`<p class="note pine">${say.testMode} <a href=${at('/playground')}>${say.talk}</a></p>` : nothing}
      ${
        numbers.length === 0
          ? empty(say.none.title, trunks.length === 0 ? say.none.noTrunk : say.none.what)
          : html`<ul class="rows">
              ${numbers.filter(this.isShown).map((number) => numberRow(number, desk))}
            </ul>`
      }
      ${mayRun() ? html`<p class="row"><a class="button ${numbers.length === 0 ? 'primary' : ''}" href=${at('/settings/phone/buy')}>${say.buy.title}</a> ${trunks.length === 0 ? nothing : html`<a class="button" href=${at('/settings/phone/new')}>${say.addNumber}</a>`}</p>` : nothing}
      <div>
        <h2>${say.trunks.title}</h2>
        <p class="soft">${say.trunks.lead}</p>
      </div>
      ${
        trunks.length === 0
          ? nothing
          : html`<ul class="rows">
              ${trunks.filter(this.isShown).map(trunkRow)}
            </ul>`
      }
      ${mayRun() ? html`<p><a class="button" href=${at('/settings/phone/new-trunk')}>${say.trunks.add}</a></p>` : nothing}
      ${mayRun() ? html`<phone-examination></phone-examination>` : nothing}
    </div>`
  }
}

function numberRow(
  { id, number, answers, reach, source, languages, carrier, lowSince }: PhoneNumber,
  desk: Desk,
): TemplateResult {
  const { phone: say } = words()
  const name = reachName(desk, reach)
  return html`<li>
    <a data-row href=${at(`/settings/phone/${id}`)}>
      <span class="row">
        <b><bdi dir="ltr">${number}</bdi></b>
        <span class="tag ${answers === 'off' ? 'brass' : 'pine'}">${say.answersChoices[answers]}</span>
        ${['own', 'pointed'].includes(carrier) ? nothing : html`<span class="tag brass">${say.underWay}</span>`}
        ${lowSince === null ? nothing : html`<span class="tag brick">${say.low}</span>`}
      </span>
      <span class="row small soft">
        ${source === '' ? nothing : html`<bdi>${source}</bdi>`}
        <span>${name === '' ? say.fetchesNobody : fill(say.fetches, { name: `\u2068${name}\u2069` })}</span>
        ${languages.length === 0 ? nothing : html`<span>${languages.map(languageName).join(' · ')}</span>`}
      </span>
    </a>
  </li>`
}

function trunkRow({ id, name, numbers, out }: Trunk): TemplateResult {
  const { trunks: say } = words().phone
  return html`<li>
    <a data-row href=${at(`/settings/phone/${id}`)}>
      <b><bdi>${name}</bdi></b>
      <span class="row small soft">
        <span>${numbers.length === 0 ? say.noNumber : html`<bdi dir="ltr">${numbers.join(', ')}</bdi>`}</span>
        <span>${out.address === '' ? say.noWayOut : say.hasWayOut}</span>
      </span>
    </a>
  </li>`
}

customElements.define('phone-section', PhoneSection)
