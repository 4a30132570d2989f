import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { errors as ar } from './ar/errors.ts'
import { errors as es } from './es/errors.ts'

const document = JSON.parse(readFileSync(new URL('../../../worker/openapi.json', import.meta.url), 'utf8')) as {
  components: { schemas: { Problem: { properties: { error: { properties: { code: { enum: string[] } } } } } } }
}
const codes = document.components.schemas.Problem.properties.error.properties.code.enum
const saidByTheShell = ['forbidden', 'unauthenticated', 'not_found']

it.each([
  ['Spanish', es, /[a-záéíóúñ]{3}/],
  ['Arabic', ar, /\p{Script=Arabic}{3}/u],
])('every code the service refuses with has its own sentence in %s', (_lang, sentences, letters) => {
  const wanted = codes.filter((code) => !saidByTheShell.includes(code))
  expect(wanted.length).toBeGreaterThan(30)
  const said = wanted.map((code) => (sentences as Record<string, string | undefined>)[code] ?? '')
  for (const [index, sentence] of said.entries()) expect(sentence, wanted[index]).toMatch(letters)
  expect(new Set(said).size).toBe(said.length)
})
