import { html, type TemplateResult } from 'lit'
import type { Rule } from '../../data/draft.ts'
import { words } from '../../strings/index.ts'
import { linesView, wordingView } from './wording.ts'

/** Exact words, and what to say to them, before anything else is tried. */
export function ruleView(rule: Rule, languages: readonly string[], change: (to: Rule) => void): TemplateResult {
  const { playbook: say } = words()
  return html`${linesView(say.phrases, say.phrasesHint, rule.when.phrases, languages, (phrases) => change({ ...rule, when: { phrases: phrases as Rule['when']['phrases'] } }))}
  ${wordingView(say.say, say.sayHint, rule.say, languages, (wording) => change({ ...rule, say: wording as Rule['say'] }))}`
}
