import { readFile } from 'node:fs/promises'
import { type Admin, FoyerError } from '@foyer/sdk/admin'
import { fingerprint } from './content.ts'

/** Puts and publishes the playbook's file when it changed; a draft that a person changed since is left alone. */
export async function publishPlaybook(
  foyer: Admin,
  assistantId: string,
  file: string,
  known: string | undefined,
): Promise<string> {
  const text = await readFile(file, 'utf8')
  const content = fingerprint(text)
  if (content === known) return content
  const { revision } = await foyer.playbook.get(assistantId)
  try {
    await foyer.playbook.putYaml(assistantId, text, { revision })
    await foyer.playbook.publish(assistantId, { note: 'From its file' })
  } catch (error) {
    if (!(error instanceof FoyerError) || error.details.length === 0) throw error
    const wrong = error.details.map(({ path, message }) => `  ${path}: ${message}`).join('\n')
    throw new Error(`The playbook ${file} was refused. ${error.message}\n${wrong}`, { cause: error })
  }
  return content
}
