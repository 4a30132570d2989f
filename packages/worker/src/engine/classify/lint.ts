import { fold, words } from '../text/index.ts'
import type { Scenario } from './train.ts'

/** Something the owner should look at, in plain words. */
export interface Finding {
  kind: 'same-example' | 'no-examples' | 'few-examples' | 'wordless-example' | 'long-example' | 'same-id' | 'too-many'
  scenarioIds: string[]
  example?: string
  message: string
}
const FEW = 3
const MANY = 300
const LONG = 300

/** What is wrong or weak about a playbook's examples. Training works all the same. */
export function lintScenarios(scenarios: readonly Scenario[]): Finding[] {
  const findings: Finding[] = []
  const owners = new Map<string, { ids: string[]; example: string }>()
  const ids = new Set<string>()
  for (const { id, examples } of scenarios) {
    if (ids.has(id))
      findings.push({
        kind: 'same-id',
        scenarioIds: [id],
        message: `Two scenarios are both called “${id}”. Rename one.`,
      })
    ids.add(id)
    let usable = 0
    for (const example of examples) {
      const key = words(example.slice(0, 4000))
        .map((word) => word.text)
        .join(' ')
      if (key === '') {
        findings.push({
          kind: 'wordless-example',
          scenarioIds: [id],
          example,
          message: `An example of “${id}” has no words. Remove it.`,
        })
        continue
      }
      usable++
      if (fold(example).length > LONG) {
        findings.push({
          kind: 'long-example',
          scenarioIds: [id],
          example,
          message: `An example of “${id}” is longer than ${LONG} characters. Short phrasings work better.`,
        })
      }
      const known = owners.get(key)
      if (known === undefined) owners.set(key, { ids: [id], example })
      else if (!known.ids.includes(id)) known.ids.push(id)
    }
    if (usable === 0)
      findings.push({
        kind: 'no-examples',
        scenarioIds: [id],
        message: `“${id}” has no examples, so it can never match. Add three to five ways to ask.`,
      })
    else if (usable < FEW)
      findings.push({
        kind: 'few-examples',
        scenarioIds: [id],
        message: `“${id}” has ${usable} example${usable === 1 ? '' : 's'}. Three to five make it reliable.`,
      })
  }
  for (const { ids: shared, example } of owners.values()) {
    if (shared.length > 1) {
      const names = shared.map((one) => `“${one}”`).join(' and ')
      findings.push({
        kind: 'same-example',
        scenarioIds: shared,
        example,
        message: `“${example}” stands under ${names}, so nobody can tell which is meant. Keep it under one.`,
      })
    }
  }
  if (scenarios.length > MANY) {
    findings.push({
      kind: 'too-many',
      scenarioIds: [],
      message: `${scenarios.length} scenarios are more than a playbook can keep apart well; merge those with the same answer.`,
    })
  }
  return findings
}
