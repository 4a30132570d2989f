import { expect, test } from 'vitest'
import { Language } from './language.ts'

test('the first utterances say which language it is; then it is locked', () => {
  const language = new Language('en', ['en', 'es'])
  expect(language.hint).toBe('')
  language.heard('es')
  expect([language.now, language.hint]).toEqual(['es', ''])
  language.heard('es')
  expect(language.hint).toBe('es')
  language.heard('en')
  expect(language.now).toBe('es')
})

test('an answer in another language turns to it, one that is not spoken does not', () => {
  const language = new Language('en', ['en', 'es'])
  language.answered('es')
  expect(language.now).toBe('es')
  language.answered('fr')
  language.heard('fr')
  expect(language.now).toBe('es')
})

test('where one language is spoken nothing is listened for', () => {
  expect(new Language('es', ['es']).hint).toBe('es')
})
