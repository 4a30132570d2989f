import { expect, it } from 'vitest'
import { readStored } from './stored.ts'

it('a document of an earlier release is read without the fields that are gone, and with the defaults that are new', () => {
  const old = {
    name: 'Desk',
    languages: ['en'],
    mood: 'sunny',
    limits: { answerSentences: 2, perConversation: 60 },
    rules: [{ id: 'a', when: { phrases: { en: ['x'] }, once: true }, say: { en: 'y' } }],
  }
  const read = readStored(old)
  expect(read).toMatchObject({
    name: 'Desk',
    limits: { answerSentences: 2, turnsPerDay: 2000 },
    rules: [{ id: 'a', say: { en: 'y' } }],
    tone: { spanish: 'usted' },
  })
  expect(JSON.stringify(read)).not.toMatch(/mood|perConversation|once/)
  expect(old.mood).toBe('sunny')
})

it('a document that is wrong in another way is a bug, and says so', () => {
  expect(() => readStored({ name: 'Desk' })).toThrow(/languages/)
})
