import type { NewPerson, Person } from '@foyer/sdk/admin'
import { html, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { textField } from '../../ui/field.ts'
import { inOrder } from '../../ui/in-order.ts'
import { languageName } from '../../ui/when.ts'
import { e164Of, isE164 } from './e164.ts'
import { EditForm } from './edit-form.ts'
import { languages } from '../../data/languages.ts'
import { shiftsView } from './week.ts'

type Shape = Required<NewPerson>

/** Somebody who can be rung for a caller. */
class PersonForm extends EditForm<Person, Shape> {
  static override properties: PropertyDeclarations = { ...EditForm.properties, country: { attribute: false } }
  /** Where numbers are read as they are written at home. */
  declare country: string
  protected readonly list = '/settings/people'

  protected override titleView(): TemplateResult | string {
    return this.kept === null ? words().phone.people.add : html`<bdi>${this.kept.name}</bdi>`
  }

  protected override shapeOf(kept: Person | null): Shape {
    const { name = '', number = '', languages: spoken = [], hours = [] } = kept ?? {}
    return { name, number, languages: spoken, hours }
  }

  protected override fieldsView({ name, number, languages: spoken, hours }: Shape): TemplateResult {
    const { phone: say } = words()
    return html`<div class="card stack">
      ${textField({ name: 'name', label: say.people.name, note: say.people.nameNote, value: name, maxlength: 80, required: true, change: (to) => this.set({ name: to }) })}
      ${textField({ name: 'number', type: 'tel', label: say.number, note: say.numberNote, wrong: number === '' || isE164(number) ? undefined : say.numberWrong, value: number, required: true, change: (typed) => this.set({ number: e164Of(typed, this.country) }) })}
      ${inOrder({ label: say.people.languages, note: say.people.languagesNote, chosen: spoken, choices: languages, nameOf: languageName, change: (to) => this.set({ languages: to }) })}
      ${shiftsView(hours, (to) => this.set({ hours: to }))}
    </div>`
  }

  protected override async look(id: string): Promise<Person | undefined> {
    return (await here().foyer.people.list()).find((person) => person.id === id)
  }

  protected override add(wanted: Shape): Promise<Person> {
    return here().foyer.people.add(wanted)
  }

  protected override change(id: string, changes: Partial<Shape>): Promise<Person> {
    return here().foyer.people.change(id, changes)
  }

  protected override drop(id: string): Promise<void> {
    return here().foyer.people.remove(id)
  }

  protected override removal() {
    const { people: say } = words().phone
    return { button: say.remove, done: fill(say.removed, { name: `\u2068${this.kept?.name}\u2069` }) }
  }
}

customElements.define('person-form', PersonForm)
