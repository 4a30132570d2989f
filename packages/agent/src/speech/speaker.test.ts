import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from './provider.ts'
import { Rendered } from './rendered.ts'
import { Speaker } from './speaker.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-rendered-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A voice whose samples are its number, one for each character, in two pieces. */
function voice(name: string, sample: number, breaks?: 'at once' | 'half way'): Voice & { asked: string[] } {
  const asked: string[] = []
  return {
    name,
    version: name,
    languages: ['en'],
    asked,
    async *speak(text) {
      asked.push(text)
      if (breaks === 'at once') throw new Error('500')
      const half = Math.floor(text.length / 2)
      yield new Int16Array(half).fill(sample)
      if (breaks === 'half way') throw new Error('cut')
      yield new Int16Array(text.length - half).fill(sample)
    },
  }
}

function speaker(voices: Voice[], more: { pronunciation?: { written: string; spoken: string; lang: string }[] } = {}) {
  const sayersOf = (lang: string) =>
    voices.map((each) => ({ voice: each, manner: { lang, voice: undefined, speed: 1 } }))
  return new Speaker({
    sayersOf,
    rendered: new Rendered(folder),
    apologies: (lang) => [{ text: 'sorry', sayers: sayersOf(lang) }],
    pronunciation: () => more.pronunciation ?? [],
    log: () => undefined,
  })
}

async function samplesOf(audio: AsyncIterable<Int16Array>): Promise<number[]> {
  const all: number[] = []
  for await (const chunk of audio) all.push(...chunk)
  return all
}

test('when the first voice refuses, the second says all of it', async () => {
  const voiced = speaker([voice('a', 1, 'at once'), voice('b', 2)]).voice('abcd', 'en')
  expect(await samplesOf(voiced.audio)).toEqual([2, 2, 2, 2])
  expect(voiced).toMatchObject({ text: 'abcd', by: 'b' })
})

test('when the first voice breaks off, the second goes on from there', async () => {
  expect(await samplesOf(speaker([voice('a', 1, 'half way'), voice('b', 2)]).voice('abcd', 'en').audio)).toEqual([
    1, 1, 2, 2,
  ])
})

test('when nobody speaks, an apology is heard that was rendered before, and the words do not count as heard', async () => {
  const works = voice('a', 3)
  const both = speaker([works])
  await both.render([{ text: 'sorry', lang: 'en' }], 'some day', new AbortController().signal)
  works.speak = () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('500')) }) })
  const voiced = both.voice('abcd', 'en')
  expect(await samplesOf(voiced.audio)).toEqual([3, 3, 3, 3, 3])
  expect(voiced.text).toBe('')
})

test('what was rendered is said without asking anybody, also by the next process', async () => {
  const first = voice('a', 4)
  await speaker([first]).render([{ text: 'hello', lang: 'en' }], 'some day', new AbortController().signal)
  const next = voice('a', 5)
  const speaks = speaker([next])
  await speaks.render([{ text: 'hello', lang: 'en' }], 'some day', new AbortController().signal)
  expect(await samplesOf(speaks.voice('hello', 'en').audio)).toEqual([4, 4, 4, 4, 4])
  expect(next.asked).toEqual([])
})

test('names are said as the business says them, whole words only and in their language', async () => {
  const asked = voice('a', 1)
  const pronunciation = [
    { written: 'SEER', spoken: 'seer', lang: 'en' },
    { written: 'Ana', spoken: 'Anna', lang: 'es' },
  ]
  await samplesOf(speaker([asked], { pronunciation }).voice('Ana: SEER, not SEERS', 'en').audio)
  expect(asked.asked).toEqual(['Ana: seer, not SEERS'])
})

test('many calls that want the same rendered have it rendered once, one sentence at a time', async () => {
  const all = voice('a', 6)
  const phrases = ['one', 'two', 'three'].map((text) => ({ text, lang: 'en' }))
  const one = speaker([all])
  await Promise.all(Array.from({ length: 5 }, () => one.render(phrases, 'some day', new AbortController().signal)))
  expect(all.asked).toEqual(['one', 'two', 'three'])
  const next = speaker([voice('a', 7)])
  await next.recall(phrases)
  expect(await samplesOf(next.voice('two', 'en').audio)).toEqual([6, 6, 6])
})

test('what is said often is kept by whoever says it first, to its end; nothing else is', async () => {
  const asked = voice('a', 8)
  const one = speaker([asked])
  const say = (text: string) => samplesOf(one.voice(text, 'en').audio)
  await one.recall([{ text: 'welcome', lang: 'en' }])
  const cut = one.voice('welcome', 'en').audio[Symbol.asyncIterator]()
  await cut.next()
  await cut.return?.()
  for (const text of ['welcome', 'welcome', 'a secret', 'a secret']) expect(await say(text)).toHaveLength(text.length)
  expect(asked.asked).toEqual(['welcome', 'welcome', 'a secret', 'a secret'])
})

test('what is said soon waits behind nothing that may be said some day', async () => {
  const stuck = voice('a', 1)
  const speak = stuck.speak
  stuck.speak = (text, ...more) =>
    text === 'some day'
      ? { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) }
      : speak(text, ...more)
  const one = speaker([stuck])
  const over = new AbortController()
  void one.render([{ text: 'some day', lang: 'en' }], 'some day', over.signal)
  await one.render([{ text: 'now then', lang: 'en' }], 'soon', over.signal)
  expect(stuck.asked).toEqual(['now then'])
})

test('of what was rendered as much is held in memory as there is room for, and what was used last', async () => {
  const rendered = new Rendered(folder, 8)
  const samples = (of: string): Int16Array => new Int16Array(2).fill(of.charCodeAt(0))
  for (const key of ['held-a', 'held-b']) await rendered.keep(key, samples(key))
  rendered.get('held-a')
  await rendered.keep('held-c', samples('held-c'))
  expect(['held-a', 'held-b', 'held-c'].map((key) => rendered.get(key) !== undefined)).toEqual([true, false, true])
  expect(await rendered.load('held-b')).toBe(true)
  expect(rendered.get('held-b')).toEqual(samples('held-b'))
})
