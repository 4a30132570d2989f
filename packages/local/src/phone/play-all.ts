import { play, type Stage } from './play.ts'
import type { Scenario } from './scenario.ts'

export type Printed = {
  /** What is asked for. */
  tell: (line: string) => void
  /** What is wrong. */
  say: (line: string) => void
}

/** Looks whether calls can come in, and plays one after the other. @returns how many things are wrong */
export async function playAll(scenarios: readonly Scenario[], stage: Stage, { tell, say }: Printed): Promise<number> {
  const { findings } = await stage.foyer.phone.examine()
  const broken = findings.filter(({ state }) => state === 'broken')
  for (const { check, subject, what, next } of broken) say(`✗ ${check} ${subject}: ${what} ${next}`)
  let failures = broken.length
  for (const scenario of scenarios) {
    tell(scenario.name)
    await play(scenario, { ...stage, tell }).catch((error: unknown) => {
      failures++
      say(error instanceof Error ? error.message : String(error))
    })
  }
  return failures
}
