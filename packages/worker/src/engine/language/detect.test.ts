import { describe, expect, test } from 'vitest'
import { detectLanguage } from './index.ts'

const allowed = ['en', 'es', 'ar']
const langOf = (text: string, previous?: string): string =>
  detectLanguage(text, { allowed, ...(previous === undefined ? {} : { previous }) }).lang

describe('detectLanguage', () => {
  test.each([
    ['hola', 'es'],
    ['¿y los domingos?', 'es'],
    ['y los domingos', 'es'],
    ['cuanto cuesta la limpieza', 'es'],
    ['precio', 'es'],
    ['mi aire acondicionado no enfria', 'es'],
    ['hello', 'en'],
    ['price?', 'en'],
    ['and on sundays', 'en'],
    ['my furnace is leaking', 'en'],
    ['I smell gas', 'en'],
    ['gas leak', 'en'],
    ['huelo gas', 'es'],
    ['hay olor a gas', 'es'],
    ['كم سعر الصيانة؟', 'ar'],
    ['مرحبا AC', 'ar'],
  ])('hears “%s” as %s', (text, lang) => {
    expect(langOf(text)).toBe(lang)
  })
  test('keeps the language of the conversation where a text says too little', () => {
    for (const text of ['ok', '12', '👍', '', '???', 'AC']) expect(langOf(text, 'es')).toBe('es')
    expect(langOf('no', 'es')).toBe('es')
    expect(langOf('ok', 'ar')).toBe('ar')
  })
  test('takes the first allowed language when nothing speaks for another', () => {
    expect(detectLanguage('', { allowed: ['es', 'en'] })).toEqual({ lang: 'es', confidence: 0 })
    expect(detectLanguage('كم', { allowed: ['es', 'en'] }).lang).toBe('es')
    expect(detectLanguage('hello', { allowed: [] }).lang).toBe('en')
  })
  test('understands tags with a region', () => {
    expect(detectLanguage('gracias', { allowed: ['en-US', 'es-MX'] }).lang).toBe('es')
  })
  test('is not fooled by invisible characters', () => {
    expect(langOf('\u202Eho\u200Bla\u202C')).toBe('es')
  })
})
