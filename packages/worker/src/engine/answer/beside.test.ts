import { describe, expect, test } from 'vitest'
import type { Passage } from '../passage.ts'
import { answerFromPassages } from './index.ts'

const passage = (id: string, text: string, more: Partial<Passage> = {}): Passage => ({
  id,
  documentId: id,
  versionId: `v-${id}`,
  url: `/${id}`,
  title: 'Quill Services',
  lang: 'en',
  headings: [],
  anchor: '',
  kind: 'text',
  text,
  start: 0,
  end: text.length,
  dated: '',
  ...more,
})
const ask = (question: string, passages: Passage[], { lang = 'en', previous = [] as string[] } = {}): string => {
  const found = answerFromPassages(question, {
    lang,
    previous,
    candidates: passages.map((one, at) => ({ passage: one, score: 10 - at * 0.5 })),
  })
  return found.kind === 'answer'
    ? found.sentences.map((sentence) => sentence.text).join(' ')
    : `unknown: ${found.reason}`
}
const rows = (...texts: string[]): Passage[] =>
  texts.map((text, at) => passage(`r${at}`, text, { kind: 'table-row', documentId: 'prices', headings: ['Prices'] }))

describe('numbers of a question', () => {
  const tanks = rows('Tank: Up to 500 gallons; Cleaning: $95', 'Tank: Up to 1,000 gallons; Cleaning: $140')

  test('1000 and 1,000 are one number, and a limit holds what lies under it', () => {
    expect(ask('how much is cleaning a 1000 gallon tank', tanks)).toContain('$140')
    expect(ask('how much is cleaning a 800 gallon tank', tanks)).toContain('$140')
    expect(ask('how much is cleaning a 3000 gallon tank', tanks)).toMatch(/^unknown/)
  })

  test('a size that is not in the list has no price', () => {
    const heaters = rows('Heater: 40 gallons; Price: $1,650', 'Heater: 50 gallons; Price: $1,850')
    expect(ask('how much is a 60 gallon heater', heaters)).toMatch(/^unknown/)
  })

  test('three of a thing have the price of one', () => {
    expect(
      ask('how much are 3 sockets', rows('Work: Socket; Price: $90', 'Work: Chandelier of up to 20 kg; Price: $350')),
    ).toContain('$90')
  })

  test('what a visitor only supposes need not stand there', () => {
    expect(ask('how much is a cleaning, is it 85?', rows('Treatment: Cleaning; Fee: $98'))).toContain('$98')
  })

  test('“how many” wants the number of just that', () => {
    const move = passage('m', 'A move-in check of a villa takes 2 hours.')
    expect(ask('how many villas do you serve', [move])).toMatch(/^unknown/)
    expect(ask('how many hours does a check of a villa take', [move])).toContain('2 hours')
  })
})

describe('what keeps beside the question', () => {
  test('a customer’s words in quotation marks are not the business’s', () => {
    expect(
      ask('will the technician bring cash', [passage('r', '“The technician will bring cash to everybody.” Maha, JVC')]),
    ).toMatch(/^unknown/)
  })

  test('a sentence of another thing under a heading of several', () => {
    const one = passage('f', 'Fillings are guaranteed for two years.', {
      headings: ['Fillings, crowns and root canals'],
    })
    expect(ask('how long does a root canal take', [one])).toMatch(/^unknown/)
  })

  test('a heading that is the question itself makes its answer sure', () => {
    const soon = passage('s', 'Most appointments are within two business days.', {
      headings: ['How soon can you come?'],
    })
    expect(ask('How soon can someone come out?', [soon])).toContain('two business days')
  })

  test('“which insurer” wants a name', () => {
    expect(
      ask('which insurer insures you', [passage('i', 'We are insured against damage of up to a million.')]),
    ).toMatch(/^unknown/)
  })
})

describe('across languages', () => {
  test('everyday words are found in the other language, a name by its consonants', () => {
    const contract = passage('c', 'تنظيف الخزان مرتين في السنة.', { lang: 'ar' })
    expect(ask('how often is tank cleaning', [contract])).toContain('الخزان')
    const areas = passage('a', 'نعمل في الفجيرة يوم الثلاثاء فقط.', { lang: 'ar' })
    expect(ask('which days do you work in Fujairah', [areas])).toContain('الفجيرة')
  })
})
