import { expect, test } from 'vitest'
import { inOrder, Listener } from './listener.ts'
import type { Recogniser } from './provider.ts'

const recogniser = (name: string, languages: string[], text: string | undefined): Recogniser => ({
  name,
  languages,
  async recognise() {
    if (text === undefined) throw new Error('500')
    return { text, lang: undefined }
  },
})
const hear = (...recognisers: Recogniser[]) =>
  new Listener(recognisers, () => undefined).hear(new Int16Array(10), { lang: 'es', keyterms: [] })

test('the next recogniser is asked in the same turn when one fails', async () => {
  expect(await hear(recogniser('a', ['es'], undefined), recogniser('b', ['es'], 'hola'))).toMatchObject({
    kind: 'words',
    text: 'hola',
  })
})

test('when all fail it says so and throws nothing', async () => {
  expect(await hear(recogniser('a', ['es'], undefined))).toEqual({ kind: 'failed' })
})

test('who knows the language is asked before who does not', () => {
  const [en, es, any] = [recogniser('en', ['en'], ''), recogniser('es', ['es'], ''), recogniser('any', [], '')]
  expect(inOrder([en, es, any], 'es').map(({ name }) => name)).toEqual(['es', 'any', 'en'])
})
