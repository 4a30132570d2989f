import { expect, test } from 'vitest'
import { exampleGrammar, spoken } from './grammar.ts'

test('questions and playbook phrasings of the example are in the grammar, as they are spoken', () => {
  const sentences = new Map(exampleGrammar().sentences)
  expect(sentences.get('how much is a tune up')).toBe('How much is a tune-up?')
  expect(sentences.get("i'd like to make an appointment")).toBe("I'd like to make an appointment")
  expect(sentences.get('hi anyone there')).toBe('hi, anyone there?')
  expect([...sentences.keys()].filter((text) => /[^a-z' ]/.test(text))).toEqual([])
})

test('numbers are words: a ZIP code digit by digit, a small one as a number', () => {
  expect(spoken('is 87114 in your area?')).toBe('is eight seven one one four in your area')
  expect(spoken('if I have 14 vents')).toBe('if i have fourteen vents')
})
