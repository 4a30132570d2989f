import { expect, test } from 'vitest'
import type { Recogniser, Voice } from './provider.ts'
import { Speech, unset } from './speech.ts'

type Asked = { by: string; voice?: string | undefined; speed?: number }

/** A process with two of each; the ones in `broken` refuse. */
function stage(broken: string[] = []) {
  const asked: Asked[] = []
  const logged: { step: string; facts: object }[] = []
  const voice = (name: string): Voice => ({
    name,
    version: name,
    languages: ['en', 'es'],
    async *speak(_text, manner) {
      asked.push({ by: name, voice: manner.voice, speed: manner.speed })
      if (broken.includes(name)) throw new Error('500')
      yield Int16Array.of(1)
    },
  })
  const recogniser = (name: string): Recogniser => ({
    name,
    languages: ['en', 'es'],
    async recognise() {
      asked.push({ by: name })
      if (broken.includes(name)) throw new Error('500')
      return { text: 'hi', lang: undefined }
    },
  })
  const speech = new Speech({
    recognisers: [recogniser('deepgram'), recogniser('endpoint')],
    voices: [voice('elevenlabs'), voice('cartesia')],
    folder: '/nowhere',
    label: '',
  })
  const log = (step: string, facts: object = {}): void => void logged.push({ step, facts })
  return {
    asked,
    logged,
    open: (chosen: Partial<typeof unset>) => speech.forCall({ ...unset, lang: 'en', ...chosen }, log),
  }
}

const chosen = { voices: { es: { provider: 'cartesia', voice: 'Ana', speed: 1.1 } } }

async function says({ speaker }: ReturnType<ReturnType<typeof stage>['open']>, lang: string): Promise<string> {
  const said = speaker.voice('hola', lang)
  for await (const _samples of said.audio);
  return said.by
}

test('the voice that the business chose for a language speaks it, as chosen; another language has its own', async () => {
  const { asked, logged, open } = stage()
  const call = open(chosen)
  expect([await says(call, 'es'), await says(call, 'en')]).toEqual(['cartesia', 'elevenlabs'])
  expect(asked).toEqual([
    { by: 'cartesia', voice: 'Ana', speed: 1.1 },
    { by: 'elevenlabs', voice: undefined, speed: 1 },
  ])
  expect(logged).toEqual([])
})

test('when it fails the other one takes over within the sentence, with a voice of its own', async () => {
  const { asked, open } = stage(['cartesia'])
  expect(await says(open(chosen), 'es')).toBe('elevenlabs')
  expect(asked.at(-1)).toEqual({ by: 'elevenlabs', voice: undefined, speed: 1.1 })
})

test('a voice without a provider is meant for the first one', async () => {
  const { asked, open } = stage(['elevenlabs'])
  await says(open({ voices: { es: { provider: '', voice: 'v1', speed: 1 } } }), 'es')
  expect(asked).toMatchObject([
    { by: 'elevenlabs', voice: 'v1' },
    { by: 'cartesia', voice: undefined },
  ])
})

test('the recogniser that was chosen is asked first, also while the language is not known yet; then the other', async () => {
  const { asked, open } = stage(['endpoint'])
  const { listener } = open({ recognisers: { en: 'endpoint' } })
  for (const lang of ['en', '', 'es']) {
    const heard = await listener.hear(new Int16Array(10), { lang, keyterms: [] })
    expect(heard).toMatchObject({ kind: 'words', by: 'deepgram' })
  }
  expect(asked.map(({ by }) => by)).toEqual(['endpoint', 'deepgram', 'endpoint', 'deepgram', 'deepgram'])
})

test('a provider that this process has not is said so, and nobody is left without a voice', async () => {
  const { logged, open } = stage()
  const call = open({ voices: { en: { provider: 'other', voice: 'x', speed: 1 } }, recognisers: { es: 'another' } })
  expect(await says(call, 'en')).toBe('elevenlabs')
  expect(logged).toEqual([
    { step: 'voice.not_set_up', facts: { provider: 'other', lang: 'en' } },
    { step: 'recogniser.not_set_up', facts: { provider: 'another', lang: 'es' } },
  ])
})
