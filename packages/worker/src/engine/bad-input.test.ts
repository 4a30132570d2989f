import { expect, test } from 'vitest'
import { contradictionsIn, isOrder } from './answer/index.ts'
import {
  hearAddress,
  hearDate,
  hearDigits,
  hearEmail,
  hearName,
  hearPhone,
  hearYesNo,
  withoutCards,
} from './capture/index.ts'
import { valuesIn } from './evidence/index.ts'
import { proposeFacts } from './facts/index.ts'
import { detectBuiltIn, detectConsent, detectSmallTalk } from './intents/index.ts'
import { detectLanguage } from './language/index.ts'
import type { Passage } from './passage.ts'
import { resolveFollowUp } from './retrieve/index.ts'
import { speakable } from './speakable/index.ts'
import { sentences, terms } from './text/index.ts'

const page = (text: string): Passage => ({
  id: 'p',
  documentId: 'd',
  versionId: 'v',
  url: 'https://a.example/',
  title: text,
  lang: 'en',
  headings: [text],
  anchor: '',
  kind: 'text',
  text,
  start: 0,
  end: text.length,
  dated: '',
})

// What matching, retrieval, facts, the quoted answer and the emergency detector do with these stands in their own tests.
test.each([
  '',
  ' ',
  'a',
  '👍🎉',
  '\u200B\u202E\u2066',
  'x'.repeat(4000),
  'word '.repeat(800),
  'hola مرحبا hello 東京 ไทย',
  '¿؟?',
  '\ud83d half an emoji',
  '(((((((((((((((((((((('.repeat(100),
  '1'.repeat(4000),
  '1,'.repeat(2000),
  'ًٌٍَُِّْ',
])('every door of the engine takes bad input %#, finds nothing in it and does not throw', (text) => {
  expect(detectBuiltIn(text)).toBeNull()
  expect(detectConsent(text)).toBeNull()
  expect(['greeting', null]).toContain(detectSmallTalk(text))
  expect(['en', 'es', 'ar']).toContain(detectLanguage(text, { allowed: ['en', 'es', 'ar'] }).lang)
  expect(isOrder(text)).toBe(false)
  expect(hearYesNo(text)).toBeNull()
  expect(hearEmail(text).kind).toBe('none')
  expect(contradictionsIn([page(text), page(text)])).toEqual([])
  const location = { locationId: 'l', timeZone: 'America/Phoenix', country: 'US', name: text }
  const read = { ...page(text), passages: [page(text)], structured: [{ openingHours: text }, null, text] }
  expect(proposeFacts([read], location).hours).toEqual([])
  for (const door of [
    () => hearDigits(text),
    () => withoutCards(text),
    () => hearName(text),
    () => hearAddress(text, { street: '', city: '', zip: '' }),
    () => hearDate(text, '2026-11-23', 'US'),
    () => hearPhone(text, '', 'US'),
    () => valuesIn(text, 'en'),
    () => resolveFollowUp(text, [text], 'en'),
    () => speakable(text, 'en', 'US'),
    () => sentences(text, 'en'),
    () => terms(text, 'ar'),
  ])
    expect(door).not.toThrow()
})
