import type { PhoneNumber } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { fill, words } from '../../strings/index.ts'
import { choiceField, entriesOf, textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { orderTools } from '../../ui/order-tools.ts'
import { type Desk, reachChoices } from './desk.ts'
import { daysView } from './week.ts'

type Rule = PhoneNumber['rules'][number]

/** What comes before the usual way: the first rule that holds decides. */
export function rulesView(rules: readonly Rule[], desk: Desk, change: (rules: Rule[]) => void): TemplateResult {
  const { rules: say } = words().phone
  const rule = (each: Rule, at: number): TemplateResult => {
    const put = (to: Rule) => change(rules.with(at, to))
    return html`<fieldset class="part">
      <legend>${fill(say.rule, { n: at + 1 })}</legend>
      ${whenView(each, put)} ${toView(each, desk, put)}
      <p class="row away">
        ${orderTools({ all: rules, at, up: fill(say.up, { n: at + 1 }), drop: fill(say.drop, { n: at + 1 }), change })}
      </p>
    </fieldset>`
  }
  return html`<div>
      <h3>${say.title}</h3>
      <p class="soft">${say.note}</p>
    </div>
    ${rules.map(rule)}
    ${rules.length >= 20 ? nothing : html`<p><button type="button" class="button" @click=${() => change([...rules, { when: {}, to: 'message' }])}>${icons.plus}${say.add}</button></p>`}`
}

function whenView(rule: Rule, put: (to: Rule) => void): TemplateResult {
  const { phone: say } = words()
  const { caller, between, days } = rule.when
  const when = <Name extends keyof Rule['when']>(name: Name, value: Rule['when'][Name]) => {
    const { [name]: _, ...others } = rule.when
    put({ ...rule, when: value === undefined ? others : { ...others, [name]: value } })
  }
  const span = (from: string, to: string) => when('between', from === '' || to === '' ? undefined : [from, to])
  return html`${choiceField({ label: say.rules.caller, value: caller ?? 'any', choices: entriesOf(say.rules.callers), change: (to) => when('caller', to === 'any' ? undefined : to) })}
    ${daysView(days, (ticked) => when('days', ticked))}
    <div class="pair">
      ${textField({ name: 'from', type: 'time', label: say.from, value: between?.[0] ?? '', change: (from) => span(from, between?.[1] ?? '23:59') })}
      ${textField({ name: 'to', type: 'time', label: say.to, value: between?.[1] ?? '', change: (to) => span(between?.[0] ?? '00:00', to) })}
    </div>`
}

function toView(rule: Rule, desk: Desk, put: (to: Rule) => void): TemplateResult {
  const { rules: say, assistant } = words().phone
  const { reach = '', assistantId = '' } = rule
  const one = (name: 'reach' | 'assistantId', id: string) => {
    const { [name]: _, ...others } = rule
    put(id === '' ? others : { ...others, [name]: id })
  }
  return html`<div class="pair">
    ${choiceField({ label: say.to, value: rule.to, choices: entriesOf(say.tos), change: (to) => put({ ...rule, to }) })}
    ${rule.to === 'ring' ? choiceField({ label: say.reach, value: reach, choices: reachChoices(desk, say.usual), change: (id) => one('reach', id) }) : nothing}
    ${
      desk.assistants.length > 1 && rule.to !== 'passed_on'
        ? choiceField({
            label: assistant,
            value: assistantId,
            choices: [['', say.usualAssistant], ...desk.assistants.map(({ id, name }): [string, string] => [id, name])],
            change: (id) => one('assistantId', id),
          })
        : nothing
    }
  </div>`
}
