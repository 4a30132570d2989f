import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const folder = new URL('playbooks/', import.meta.url)
const file = new URL('src/features/onboarding/trades.json', import.meta.url)

/** The trades as the worker carries them: `playbooks/*.yaml` in one document, since a Worker has no files. */
export function tradesDocument(): string {
  const read = (name: string): unknown => parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'))
  const offered = read('trades') as { id: string }[]
  const playbooks: Record<string, unknown> = {}
  const add = (name: string): void => {
    if (name in playbooks) return
    const playbook = read(name) as { extends?: string }
    playbooks[name] = playbook
    if (playbook.extends !== undefined) add(playbook.extends)
  }
  for (const { id } of offered) add(id)
  return `${JSON.stringify({ offered, playbooks })}\n`
}

/** Writes trades.json. Its test fails when the committed one differs. */
if (import.meta.main) writeFileSync(file, tradesDocument())
