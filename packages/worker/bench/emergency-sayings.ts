import { readFileSync } from 'node:fs'
import type { Saying } from '../src/engine/emergency/score.ts'
import { grownSayings } from './emergency-grammar.ts'

export const emergencyFolder = new URL('../src/engine/emergency/', import.meta.url)

/** The development sayings, with the file they stand in; the test file is not among them. */
export function developmentSayings(seed = 0): (Saying & { file: string; template?: string })[] {
  const written = ['set/train.jsonl', 'set/more.jsonl', 'set/more-2.jsonl', 'sayings.jsonl'].flatMap((file) =>
    readFileSync(new URL(file, emergencyFolder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => ({ ...(JSON.parse(line) as Saying & { template?: string }), file })),
  )
  return [...written, ...grownSayings(seed)]
}
