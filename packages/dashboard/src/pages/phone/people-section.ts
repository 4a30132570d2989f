import type { Person, RingGroup } from '@foyer/sdk/admin'
import { html, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { at } from '../../data/here.ts'
import { mayRun } from '../../data/role.ts'
import { words } from '../../strings/index.ts'
import { empty } from '../../ui/empty.ts'
import { languageName } from '../../ui/when.ts'
import type { Desk } from './desk.ts'
import { PhoneList } from './phone-list.ts'
import './contacts-form.ts'
import './group-form.ts'
import './person-form.ts'

/** Whom we may ring: people, groups of them, and whom to fetch in an emergency; one of them open where the address names it. */
class PeopleSection extends PhoneList {
  protected override openView(desk: Desk): TemplateResult {
    const id = this.params['id'] ?? ''
    const { people, tenant } = desk
    const person = people.find((each) => each.id === id)
    const group = desk.groups.find((each) => each.id === id)
    if (person !== undefined || id === 'new')
      return html`${keyed(id, html`<person-form .kept=${person ?? null} .country=${tenant.country}></person-form>`)}`
    if (group !== undefined || id === 'new-group')
      return html`${keyed(id, html`<group-form .kept=${group ?? null} .people=${people}></group-form>`)}`
    return this.#listView(desk)
  }

  #listView(desk: Desk): TemplateResult {
    const { people: say, groups } = words().phone
    const people = desk.people.filter(this.isShown)
    const found = desk.groups.filter(this.isShown)
    return html`<div class="stack">
      <div>
        <h2 tabindex="-1">${say.title}</h2>
        <p class="soft">${say.lead}</p>
      </div>
      ${
        people.length === 0
          ? empty(say.none.title, say.none.what)
          : html`<ul class="rows">
              ${people.map(personRow)}
            </ul>`
      }
      ${mayRun() ? html`<p><a class="button ${people.length === 0 ? 'primary' : ''}" href=${at('/settings/people/new')}>${say.add}</a></p>` : ''}
      <div>
        <h2>${groups.title}</h2>
        <p class="soft">${groups.lead}</p>
      </div>
      ${
        found.length === 0
          ? ''
          : html`<ul class="rows">
              ${found.map((group) => groupRow(group, people))}
            </ul>`
      }
      ${mayRun() && people.length > 0 ? html`<p><a class="button" href=${at('/settings/people/new-group')}>${groups.add}</a></p>` : ''}
      <contacts-form></contacts-form>
    </div>`
  }
}

function personRow({ id, name, number, languages, hours }: Person): TemplateResult {
  const { people: say } = words().phone
  return html`<li>
    <a data-row href=${at(`/settings/people/${id}`)}>
      <b><bdi>${name}</bdi></b>
      <span class="row small soft">
        <bdi dir="ltr">${number}</bdi>
        <span>${hours.length === 0 ? say.always : say.atHours}</span>
        ${languages.length === 0 ? '' : html`<span>${languages.map(languageName).join(' · ')}</span>`}
      </span>
    </a>
  </li>`
}

function groupRow({ id, name, order, people: ids }: RingGroup, people: readonly Person[]): TemplateResult {
  const { groups: say } = words().phone
  const names = ids.flatMap((each) => people.find((person) => person.id === each)?.name ?? [])
  return html`<li>
    <a data-row href=${at(`/settings/people/${id}`)}>
      <span class="row"
        ><b><bdi>${name}</bdi></b> <span class="tag">${say.orders[order]}</span></span
      >
      <span class="small soft one-line"
        >${names.map((each, index) => html`${index === 0 ? '' : ' · '}<bdi>${each}</bdi>`)}</span
      >
    </a>
  </li>`
}

customElements.define('people-section', PeopleSection)
