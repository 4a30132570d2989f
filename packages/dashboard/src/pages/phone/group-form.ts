import type { Person, RingGroup } from '@foyer/sdk/admin'
import { html, type PropertyDeclarations, type TemplateResult } from 'lit'
import { here } from '../../data/here.ts'
import { fill, words } from '../../strings/index.ts'
import { choiceField, entriesOf, textField } from '../../ui/field.ts'
import { inOrder } from '../../ui/in-order.ts'
import { EditForm } from './edit-form.ts'

type Shape = Pick<RingGroup, 'name' | 'order' | 'people' | 'ringMs' | 'schedule'>

/** Several people who are rung one after another, all at once, or taking turns. */
class GroupForm extends EditForm<RingGroup, Shape> {
  static override properties: PropertyDeclarations = { ...EditForm.properties, people: { attribute: false } }
  declare people: readonly Person[]
  protected readonly list = '/settings/people'

  protected override titleView(): TemplateResult | string {
    return this.kept === null ? words().phone.groups.add : html`<bdi>${this.kept.name}</bdi>`
  }

  protected override shapeOf(kept: RingGroup | null): Shape {
    const { name = '', order = 'in_order', people = [], ringMs = 20_000, schedule = '' } = kept ?? {}
    // Who was removed from the list is rung no more, and goes with the next change of the group.
    const known = people.filter((id) => this.people.some((person) => person.id === id))
    return { name, order, people: known, ringMs, schedule }
  }

  protected override fieldsView({ name, order, people, ringMs, schedule }: Shape): TemplateResult {
    const { phone: say } = words()
    return html`<div class="card stack">
      ${textField({ name: 'name', label: say.groups.name, value: name, maxlength: 80, required: true, change: (to) => this.set({ name: to }) })}
      ${choiceField({ label: say.groups.order, choices: entriesOf(say.groups.orders), value: order, change: (to) => this.set({ order: to }) })}
      ${inOrder({ label: say.groups.people, chosen: people, choices: this.people.map(({ id }) => id), nameOf: (id) => this.people.find((person) => person.id === id)?.name ?? '', change: (to) => this.set({ people: to }) })}
      ${people.length === 0 ? html`<p class="soft small">${say.groups.empty}</p>` : ''}
      ${textField({ name: 'ring', type: 'number', min: 5, max: 60, label: say.groups.seconds, value: ringMs / 1000, required: true, change: (to) => this.set({ ringMs: Number(to) * 1000 }) })}
      ${textField({ name: 'schedule', type: 'url', label: say.groups.schedule, note: say.groups.scheduleNote, value: schedule, maxlength: 500, change: (to) => this.set({ schedule: to }) })}
    </div>`
  }

  protected override async look(id: string): Promise<RingGroup | undefined> {
    return (await here().foyer.ringGroups.list()).find((group) => group.id === id)
  }

  protected override add(wanted: Shape): Promise<RingGroup> {
    return here().foyer.ringGroups.add(wanted)
  }

  protected override change(id: string, changes: Partial<Shape>): Promise<RingGroup> {
    return here().foyer.ringGroups.change(id, changes)
  }

  protected override drop(id: string): Promise<void> {
    return here().foyer.ringGroups.remove(id)
  }

  protected override removal() {
    const { groups: say } = words().phone
    return { button: say.remove, done: fill(say.removed, { name: `\u2068${this.kept?.name}\u2069` }) }
  }
}

customElements.define('group-form', GroupForm)
