import type { PhoneNumber } from '@foyer/sdk/admin'
import { html, nothing, type TemplateResult } from 'lit'
import { languages as all } from '../../data/languages.ts'
import { fill, words } from '../../strings/index.ts'
import { choiceField, entriesOf, textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { orderTools } from '../../ui/order-tools.ts'
import { languageName } from '../../ui/when.ts'
import { type Desk, reachChoices } from './desk.ts'
import { daysView } from './week.ts'

type Rule = PhoneNumber['rules'][number]

type Numbered = Pick<PhoneNumber, 'rules' | 'languages'>

/** What comes before the usual way: the first rule that holds decides. */
export function rulesView({ rules, languages }: Numbered, desk: Desk, change: (rules: Rule[]) => void): TemplateResult {
  const { rules: say } = words().phone
  const rule = (each: Rule, at: number): TemplateResult => {
    const put = (to: Rule) => change(rules.with(at, to))
    return html`<fieldset class="part">
      <legend>${fill(say.rule, { n: at + 1 })}</legend>
      ${whenView(each, put)} ${toView(each, desk, put)} ${heardView(each, { rules, languages }, put)}
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

/** The rule with this condition, or without it. */
function when<Name extends keyof Rule['when']>(rule: Rule, name: Name, value: Rule['when'][Name]): Rule {
  const { [name]: _, ...others } = rule.when
  return { ...rule, when: value === undefined ? others : { ...others, [name]: value } }
}

function whenView(rule: Rule, put: (to: Rule) => void): TemplateResult {
  const { phone: say } = words()
  const { caller, between, days, busyLines } = rule.when
  const span = (from: string, to: string) =>
    put(when(rule, 'between', from === '' || to === '' ? undefined : [from, to]))
  return html`${choiceField({ label: say.rules.caller, value: caller ?? 'any', choices: entriesOf(say.rules.callers), change: (to) => put(when(rule, 'caller', to === 'any' ? undefined : to)) })}
    ${daysView(days, (ticked) => put(when(rule, 'days', ticked)))}
    <div class="pair">
      ${textField({ name: 'from', type: 'time', label: say.from, value: between?.[0] ?? '', change: (from) => span(from, between?.[1] ?? '23:59') })}
      ${textField({ name: 'to', type: 'time', label: say.to, value: between?.[1] ?? '', change: (to) => span(between?.[0] ?? '00:00', to) })}
    </div>
    ${textField({ name: 'busyLines', type: 'number', min: 1, max: 1000, label: say.rules.busy, note: say.rules.busyNote, value: busyLines ?? '', change: (to) => put(when(rule, 'busyLines', to === '' ? undefined : Number(to))) })}`
}

/** What is known only when the caller has spoken: in which language they go on, what they said, which key they pressed. */
function heardView(
  rule: Rule,
  { rules, languages }: Numbered,
  put: (to: Rule) => void,
): TemplateResult | typeof nothing {
  if (rule.to !== 'ring' && rule.to !== 'assistant') return nothing
  const { rules: say } = words().phone
  const { lang = '', says = [], presses = '' } = rule.when
  const offered = languages.length === 0 ? all : languages
  const spoken = [...new Set([...offered, ...(lang === '' ? [] : [lang])])]
  const phrases = (text: string) =>
    text
      .split(/[,،]/)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
  const free = keys.filter((key) => key === presses || isFree(key, { rules, languages }))
  return html`${
    spoken.length > 1 || lang !== ''
      ? choiceField({
          label: say.lang,
          value: lang,
          choices: [['', say.anyLang], ...spoken.map((each): [string, string] => [each, languageName(each)])],
          change: (to) => put(when(rule, 'lang', to === '' ? undefined : to)),
        })
      : nothing
  }
  ${textField({
    ...{ name: 'says', label: say.says, value: says.join(', ') },
    note: rule.to === 'ring' && presses === '' ? say.saysNote : say.saysChooses,
    wrong: presses !== '' && says.length === 0 ? say.saysMissing : undefined,
    change: (to) => put(tidy(when(rule, 'says', phrases(to).length === 0 ? undefined : phrases(to)))),
  })}
  ${choiceField({
    ...{ label: say.presses, note: say.pressesNote, value: presses },
    choices: [['', say.noKey], ...free.map((key): [string, string] => [key, key])],
    change: (to) => put(tidy(when(rule, 'presses', to === '' ? undefined : to))),
  })}
  ${isChoice(rule) ? offered.map((each, at) => menuView(rule, each, at === offered.length - 1, put)) : nothing}`
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** No other rule's, and no language's; where all languages of the playbook are spoken, the service says it. */
const isFree = (key: string, { rules, languages }: Numbered): boolean =>
  (languages.length < 2 || Number(key) > languages.length) && rules.every(({ when }) => when.presses !== key)

/** Callers can choose it, and so be told of it. */
const isChoice = ({ to, when: { says, presses } }: Rule): boolean =>
  to === 'assistant' ? says !== undefined || presses !== undefined : to === 'ring' && presses !== undefined

function tidy(rule: Rule): Rule {
  if (isChoice(rule)) return rule
  const { menu: _, ...others } = rule
  return others
}

/** The last one says how it is written. */
function menuView(rule: Rule, lang: string, isLast: boolean, put: (to: Rule) => void): TemplateResult {
  const { rules: say } = words().phone
  const { [lang]: told = '', ...others } = rule.menu ?? {}
  const menu = (text: string) => (text === '' ? others : { ...others, [lang]: text })
  return textField({
    ...{
      name: `menu-${lang}`,
      label: fill(say.menu, { language: languageName(lang) }),
      ...(isLast ? { note: say.menuNote } : {}),
    },
    ...{ value: told, maxlength: 200, change: (text) => put({ ...rule, menu: menu(text) }) },
  })
}

/** Leads there; what such a rule cannot ask is dropped. */
function leading(rule: Rule, to: Rule['to']): Rule {
  if (to === 'ring' || to === 'assistant') return tidy({ ...rule, to })
  const plain = when(when(when(rule, 'says', undefined), 'presses', undefined), 'lang', undefined)
  return tidy({ ...plain, to })
}

function toView(rule: Rule, desk: Desk, put: (to: Rule) => void): TemplateResult {
  const { rules: say, assistant } = words().phone
  const { reach = '', assistantId = '' } = rule
  const one = (name: 'reach' | 'assistantId', id: string) => {
    const { [name]: _, ...others } = rule
    put(id === '' ? others : { ...others, [name]: id })
  }
  return html`<div class="pair">
    ${choiceField({ label: say.to, value: rule.to, choices: entriesOf(say.tos), change: (to) => put(leading(rule, to)) })}
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
