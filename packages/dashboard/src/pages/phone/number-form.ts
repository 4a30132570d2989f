import type { AtCarrier, NewPhoneNumber, PhoneNumber } from '@foyer/sdk/admin'
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { languages } from '../../data/languages.ts'
import { mayRun } from '../../data/role.ts'
import { fill, words } from '../../strings/index.ts'
import { choiceField, entriesOf, linesField, textField } from '../../ui/field.ts'
import { inOrder } from '../../ui/in-order.ts'
import { dateTime, languageName } from '../../ui/when.ts'
import { type Desk, reachChoices } from './desk.ts'
import { e164Of, isE164 } from './e164.ts'
import { EditForm } from './edit-form.ts'
import { rulesView } from './rules.ts'
import './handset.ts'
import './test-call.ts'

export type Shape = Required<NewPhoneNumber>

/** One number: who answers it and when, whom it fetches, and which callers it takes. */
class NumberForm extends EditForm<PhoneNumber, Shape> {
  static override properties: PropertyDeclarations = {
    ...EditForm.properties,
    desk: { attribute: false },
    atCarrier: { state: true },
  }
  declare desk: Desk
  /** What becomes of it at the carrier when it is released. */
  declare atCarrier: AtCarrier
  protected readonly list = '/settings/phone'

  constructor() {
    super()
    this.atCarrier = 'restore'
  }

  protected override titleView(): TemplateResult | string {
    return this.kept === null ? words().phone.addNumber : html`<bdi dir="ltr">${this.kept.number}</bdi>`
  }

  protected override shapeOf(kept: PhoneNumber | null): Shape {
    if (kept !== null) {
      const { id: _, mode: __, createdAt: ___, carrier: ____, lowSince: _____, ...shape } = kept
      return shape
    }
    const { assistants, locations, trunks } = this.desk
    return {
      number: '',
      trunkId: trunks[0]?.id ?? '',
      assistantId: assistants[0]?.id ?? '',
      locationId: locations[0]?.id ?? '',
      ...{ answers: 'always', anonymous: 'answer', spam: 'note', transfers: 'warm', whenBusy: 'message' },
      repeatCallers: 'ignore',
      ...{ languages: [], blocked: [], rules: [], source: '', reach: '', ownPhone: '', staffFirstMs: 15_000 },
    }
  }

  protected override fieldsView(wanted: Shape): TemplateResult {
    return html`${this.kept === null ? this.#newView(wanted) : this.#stateView(this.kept)}
      ${this.#answeringView(wanted)} ${this.#fetchingView(wanted)} ${this.#callersView(wanted)}
      <section class="card stack">${rulesView(wanted, this.desk, (rules) => this.set({ rules }))}</section>`
  }

  /** What is under way at the carrier, whether enough calls are answered, and a call to try it. */
  #stateView({ id, mode, carrier, lowSince }: PhoneNumber): TemplateResult {
    const { phone: say } = words()
    return html`${say.carriers[carrier] === '' ? nothing : html`<p class="note">${say.carriers[carrier]}</p>`}
    ${lowSince === null ? nothing : html`<p class="note brick">${fill(say.lowSince, { date: dateTime(lowSince) })}</p>`}
    ${mayRun() ? this.#tryView(id, mode) : nothing}
    ${carrier === 'own' ? nothing : choiceField({ label: say.atCarrier, value: this.atCarrier, choices: entriesOf(say.atCarrierChoices), change: (to) => (this.atCarrier = to) })}`
  }

  #tryView(id: string, mode: PhoneNumber['mode']): TemplateResult {
    return mode === 'live'
      ? html`<test-call .numberId=${id}></test-call>`
      : html`<phone-handset .numberId=${id} .country=${this.desk.tenant.country}></phone-handset>`
  }

  #newView({ number, trunkId }: Shape): TemplateResult {
    const { phone: say } = words()
    return html`<section class="card stack">
      ${textField({ name: 'number', type: 'tel', label: say.number, note: say.numberNote, wrong: this.#wrongNumber(number), value: number, required: true, change: (typed) => this.set({ number: this.#read(typed) }) })}
      ${choiceField({ label: say.trunk, value: trunkId, choices: this.desk.trunks.map(({ id, name }) => [id, name] as const), change: (to) => this.set({ trunkId: to }) })}
    </section>`
  }

  #answeringView({
    answers,
    assistantId,
    locationId,
    languages: spoken,
    reach,
    staffFirstMs,
    source,
  }: Shape): TemplateResult {
    const { phone: say } = words()
    const { assistants, locations } = this.desk
    return html`<section class="card stack">
      <h3>${say.answering}</h3>
      ${choiceField({ label: say.answers, note: say.answersNote[answers], value: answers, choices: entriesOf(say.answersChoices), change: (to) => this.set({ answers: to }) })}
      ${answers === 'staff_first' && reach === '' ? html`<p class="note">${say.nobodyFirst}</p>` : nothing}
      ${answers === 'staff_first' ? textField({ name: 'staff', type: 'number', min: 5, max: 60, label: say.staffSeconds, value: staffFirstMs / 1000, required: true, change: (to) => this.set({ staffFirstMs: Number(to) * 1000 }) }) : nothing}
      ${assistants.length > 1 ? choiceField({ label: say.assistant, value: assistantId, choices: assistants.map(({ id, name }) => [id, name] as const), change: (to) => this.set({ assistantId: to }) }) : nothing}
      ${locations.length > 1 ? choiceField({ label: say.location, note: say.locationNote, value: locationId, choices: locations.map(({ id, name }) => [id, name] as const), change: (to) => this.set({ locationId: to }) }) : nothing}
      ${inOrder({ label: say.languages, note: say.languagesNote, chosen: spoken, choices: languages, nameOf: languageName, change: (to) => this.set({ languages: to }) })}
      ${textField({ name: 'source', label: say.source, note: say.sourceNote, value: source, maxlength: 60, change: (to) => this.set({ source: to }) })}
    </section>`
  }

  #fetchingView({ reach, transfers, whenBusy, ownPhone }: Shape): TemplateResult {
    const { phone: say } = words()
    return html`<section class="card stack">
      <h3>${say.fetching}</h3>
      ${choiceField({ label: say.reach, note: say.reachNote, value: reach, choices: reachChoices(this.desk, say.nobody), change: (to) => this.set({ reach: to }) })}
      ${reach === '' ? nothing : choiceField({ label: say.transfers, value: transfers, choices: entriesOf(say.transfersChoices), change: (to) => this.set({ transfers: to }) })}
      ${choiceField({ label: say.whenBusy, value: whenBusy, choices: entriesOf(say.whenBusyChoices), change: (to) => this.set({ whenBusy: to }) })}
      ${textField({ name: 'own', type: 'tel', label: say.ownPhone, note: say.ownPhoneNote, wrong: this.#wrongNumber(ownPhone), value: ownPhone, change: (typed) => this.set({ ownPhone: this.#read(typed) }) })}
    </section>`
  }

  #callersView({ anonymous, repeatCallers, spam, blocked }: Shape): TemplateResult {
    const { phone: say } = words()
    const odd = blocked.find((entry) => !/^\+[1-9]\d{0,14}\*?$/.test(entry))
    return html`<section class="card stack">
      <h3>${say.callers}</h3>
      ${choiceField({ label: say.anonymous, value: anonymous, choices: entriesOf(say.anonymousChoices), change: (to) => this.set({ anonymous: to }) })}
      ${choiceField({ label: say.repeatCallers, note: say.repeatCallersNote, value: repeatCallers, choices: entriesOf(say.repeatCallersChoices), change: (to) => this.set({ repeatCallers: to }) })}
      ${choiceField({ label: say.spam, note: say.spamNote, value: spam, choices: entriesOf(say.spamChoices), change: (to) => this.set({ spam: to }) })}
      ${linesField({ label: say.blocked, note: say.blockedNote, wrong: odd === undefined ? undefined : fill(say.blockedWrong, { entry: `\u2068${odd}\u2069` }), lines: blocked, change: (lines) => this.set({ blocked: lines.map((line) => (line.endsWith('*') ? line : this.#read(line))) }) })}
    </section>`
  }

  #read(typed: string): string {
    return e164Of(typed, this.desk.tenant.country)
  }

  #wrongNumber(number: string): string | undefined {
    return number === '' || isE164(number) ? undefined : words().phone.numberWrong
  }

  protected override look(id: string): Promise<PhoneNumber | undefined> {
    return here().foyer.phoneNumbers.get(id)
  }

  protected override add(wanted: Shape): Promise<PhoneNumber> {
    return here().foyer.phoneNumbers.add(wanted)
  }

  protected override change(id: string, changes: Partial<Shape>): Promise<PhoneNumber> {
    return here().foyer.phoneNumbers.change(id, changes)
  }

  protected override drop(id: string): Promise<void> {
    return here().foyer.phoneNumbers.release(id, { carrier: this.atCarrier })
  }

  protected override removal() {
    const { phone: say } = words()
    return { button: say.release, done: fill(say.released, { number: `\u2068${this.kept?.number}\u2069` }) }
  }
}

customElements.define('number-form', NumberForm)
