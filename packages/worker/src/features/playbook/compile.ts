import { lintScenarios, openModel, type ScenarioModel, trainScenarios } from '../../engine/classify/index.ts'
import type { PlaybookDocument } from './schema.ts'

type Finding = { severity: 'error' | 'warning'; path: string; message: string }

/** All languages of a scenario train one model: people mix them. */
const trainingSet = (playbook: PlaybookDocument) =>
  playbook.scenarios.map(({ id, examples }) => ({
    id,
    examples: Object.values(examples).flatMap((list) => list ?? []),
  }))

/** The trained scenario model, base64; the same document gives the same bytes. */
export function train(playbook: PlaybookDocument): string {
  const bytes = trainScenarios(trainingSet(playbook))
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

export function openTrained(model: string): ScenarioModel {
  return openModel(Uint8Array.from(atob(model), (letter) => letter.charCodeAt(0)))
}

/** What the owner should know before publishing; none of it stops them. */
export function lint(playbook: PlaybookDocument): Finding[] {
  const found: Finding[] = lintScenarios(trainingSet(playbook)).map((finding) => ({
    severity: 'warning',
    path: 'scenarios',
    message: finding.message,
  }))
  for (const language of playbook.languages) {
    if (playbook.greeting[language] === undefined)
      found.push({
        severity: 'warning',
        path: `greeting.${language}`,
        message: `There is no greeting in "${language}"; ours is used.`,
      })
  }
  if (playbook.emergency.phone === undefined) {
    found.push({
      severity: 'warning',
      path: 'emergency.phone',
      message: 'No emergency line is set: in an emergency only the public number is given.',
    })
  }
  return found
}
