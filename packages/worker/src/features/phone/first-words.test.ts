import { expect, it } from 'vitest'
import { type Beginning, firstWords, readFirst, spokenOn } from './first-words.ts'

const beginning: Beginning = {
  business: 'Saltbush Heating',
  languages: ['en', 'es'],
  lang: 'en',
  greeting: '',
  purpose: 'talk',
  notice: 'ask',
  menu: [],
}
const texts = (more: Partial<Beginning> = {}) => firstWords({ ...beginning, ...more }).map(({ text }) => text)

it('says who speaks and that it is an AI, offers the other language in its own words, and asks one question', () => {
  expect(firstWords(beginning)).toEqual([
    { lang: 'en', text: 'Hello, this is the AI assistant of Saltbush Heating.' },
    { lang: 'es', text: 'Para español, diga español o marque dos.' },
    { lang: 'en', text: 'May we record this call?' },
  ])
  expect(texts({ notice: 'none' }).at(-1)).toBe('How can I help you?')
  expect(texts({ languages: ['es', 'en'], lang: 'es', notice: 'none' })).toEqual([
    'Hola, soy la asistente de inteligencia artificial de Saltbush Heating.',
    'For English, say English or press two.',
    '¿En qué puedo ayudarle?',
  ])
})

it('keeps the keys of the menu, whichever of its languages speaks', () => {
  expect(texts({ languages: ['en', 'es', 'ar'], lang: 'es', notice: 'none' })).toEqual([
    'Hola, soy la asistente de inteligencia artificial de Saltbush Heating.',
    'For English, say English or press one.',
    'للعربية، قل عربي أو اضغط ثلاثة.',
    '¿En qué puedo ayudarle?',
  ])
})

it('takes the owner’s greeting when that says it is an AI, and its own when it does not', () => {
  expect(texts({ greeting: 'Hi, Robin here, the AI of Saltbush.' })[0]).toBe('Hi, Robin here, the AI of Saltbush.')
  expect(texts({ greeting: 'Hi, Robin here. Maid to clean.' })[0]).toContain('AI assistant')
})

it('speaks English where it does not know the language, and offers a language as it calls itself', () => {
  const spoken = firstWords({ ...beginning, languages: ['fr', 'sw', 'ar', 'qqx'], lang: 'fr', notice: 'none' })
  expect(spoken.map(({ text, lang }) => (lang === 'en' ? lang : `${lang}: ${text}`))).toEqual([
    'en',
    'sw: Kiswahili: 2.',
    'ar: للعربية، قل عربي أو اضغط ثلاثة.',
    'en',
  ])
  expect(firstWords({ ...beginning, languages: ['en', 'fr'] })[1]).toEqual({ text: 'français: 2.', lang: 'fr' })
})

it('tells what the owner offers before it asks how to help, and not beside another question', () => {
  const menu = ['For bills, press 3 or say bill.']
  expect(texts({ menu, notice: 'none' }).slice(-2)).toEqual([...menu, 'How can I help you?'])
  expect(texts({ menu, notice: 'ask' })).not.toContain(menu[0])
  expect(texts({ menu, notice: 'none', purpose: 'message' })).not.toContain(menu[0])
})

it('is held in the languages of the number that the playbook speaks, or in all of the playbook’s', () => {
  expect(spokenOn(['es', 'fr'], ['en', 'es'])).toEqual(['es'])
  expect([spokenOn([], ['en', 'es']), spokenOn(['fr'], ['en']), spokenOn(['fr'])]).toEqual([
    ['en', 'es'],
    ['en'],
    ['en'],
  ])
})

/** At 160 words a minute. */
const inEightSeconds = 21

it('is short: as many words as a voice says in eight seconds', () => {
  for (const languages of [
    ['en', 'es'],
    ['es', 'en'],
    ['ar', 'en'],
  ])
    expect(
      texts({ languages, lang: languages[0] ?? '' })
        .join(' ')
        .split(/\s+/).length,
      languages.join(),
    ).toBeLessThanOrEqual(inEightSeconds)
})

it.each([
  ['yes', 'voice', { kind: 'agreed' }],
  ['Yes, that is fine.', 'voice', { kind: 'agreed' }],
  ['no thanks', 'voice', { kind: 'refused' }],
  ['Español.', 'voice', { kind: 'language', lang: 'es' }],
  ['Spanish please', 'voice', { kind: 'language', lang: 'es' }],
  ['2', 'keys', { kind: 'language', lang: 'es' }],
  ['9', 'keys', { kind: 'other' }],
  ['0', 'keys', { kind: 'other' }],
  ['arabic', 'voice', { kind: 'other' }],
  ['Yes, I smell gas!', 'voice', { kind: 'other' }],
  ['How much is a tune-up?', 'voice', { kind: 'other' }],
] as const)('takes “%s” by %s for %o', (said, via, first) => {
  expect(readFirst(said, via, ['en', 'es'])).toEqual(first)
})

it('hears a language by its name in any of the menu’s; a key is none where there is one language', () => {
  for (const said of ['Français.', 'French', 'francés'])
    expect(readFirst(said, 'voice', ['en', 'es', 'fr'])).toEqual({ kind: 'language', lang: 'fr' })
  expect(readFirst('3', 'keys', ['en', 'es', 'fr'])).toEqual({ kind: 'language', lang: 'fr' })
  expect(readFirst('1', 'keys', ['en'])).toEqual({ kind: 'other' })
})
