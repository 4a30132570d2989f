import { expect, test } from 'vitest'
import { Mouth, RATE, type Sink } from './mouth.ts'

/** A sink that plays nothing by itself: the test says how much of what it took was played. */
function sink() {
  const taken: Int16Array[] = []
  let queued = 0
  return {
    taken,
    samples: () => taken.reduce((sum, { length }) => sum + length, 0),
    play: (ms: number) => (queued = Math.max(0, queued - ms)),
    loudest: () => Math.max(0, ...taken.flatMap((frame) => [...frame])),
    sink: {
      capture: async (samples) => {
        taken.push(samples)
        queued += (samples.length / RATE) * 1000
      },
      queuedMs: () => queued,
      clear: () => (queued = 0),
    } satisfies Sink,
  }
}

async function* tone(ms: number): AsyncGenerator<Int16Array> {
  yield new Int16Array((ms / 1000) * RATE).fill(1000)
}

const ms = (samples: number): number => Math.round((samples / RATE) * 1000)

test('what was said to its end was heard, sentence after sentence', async () => {
  const out = sink()
  const mouth = new Mouth(out.sink)
  const speech = mouth.begin()
  speech.say({ text: 'One.', audio: tone(100) })
  speech.say({ text: 'Two.', audio: tone(100) })
  speech.close()
  await expect.poll(() => ms(out.samples())).toBe(200)
  out.play(200)
  expect(await speech.played).toEqual({ heard: 'One. Two.', whole: true })
  expect(mouth.isBusy).toBe(false)
})

test('stopped, it knows the words that were played, and not those that only lay ready', async () => {
  const out = sink()
  const mouth = new Mouth(out.sink)
  const speech = mouth.begin()
  speech.say({ text: 'One.', audio: tone(100) })
  speech.say({ text: 'two three four five', audio: tone(400) })
  await expect.poll(() => ms(out.samples())).toBe(500)
  out.play(300)
  expect(mouth.stop()).toBe('One. two three')
  expect(await speech.played).toEqual({ heard: 'One. two three', whole: false })
})

test('softer means softer from the next sample: what lay ready is taken back and said again', async () => {
  const out = sink()
  const mouth = new Mouth(out.sink)
  const speech = mouth.begin()
  speech.say({ text: 'One.', audio: tone(400) })
  speech.close()
  await expect.poll(() => ms(out.samples())).toBe(400)
  out.play(100)
  out.taken.length = 0
  mouth.duck()
  await expect.poll(() => ms(out.samples())).toBe(300)
  expect(out.loudest()).toBeLessThan(300)
  mouth.stop()
})

test('what was taken back is said again at once: nobody hears a gap', async () => {
  const out = sink()
  const mouth = new Mouth(out.sink)
  mouth.begin().say({ text: 'One.', audio: tone(1000) })
  await expect.poll(() => ms(out.samples())).toBeGreaterThan(600)
  await new Promise((resolve) => setImmediate(resolve))
  out.taken.length = 0
  mouth.duck()
  for (let n = 0; n < 5; n++) await Promise.resolve()
  expect(out.taken).not.toEqual([])
  mouth.stop()
})

test('held, it is silent and loses nothing; released, it goes on where it was, at full volume', async () => {
  const out = sink()
  const mouth = new Mouth(out.sink)
  const speech = mouth.begin()
  speech.say({ text: 'One.', audio: tone(400) })
  speech.close()
  await expect.poll(() => ms(out.samples())).toBe(400)
  out.play(150)
  mouth.hold()
  expect([mouth.isSpeaking, out.sink.queuedMs()]).toEqual([false, 0])
  out.taken.length = 0
  mouth.release()
  await expect.poll(() => ms(out.samples())).toBe(250)
  expect(out.loudest()).toBe(1000)
  out.play(250)
  expect(await speech.played).toEqual({ heard: 'One.', whole: true })
})

test('a sentence whose audio was lost is passed over, and counts as its words say', async () => {
  const out = sink()
  const mouth = new Mouth(out.sink)
  const speech = mouth.begin()
  const broken = (async function* (): AsyncGenerator<Int16Array> {
    yield* tone(20)
    throw new Error('gone')
  })()
  speech.say({ text: '', audio: broken })
  speech.say({ text: 'Two.', audio: tone(100) })
  speech.close()
  await expect.poll(() => ms(out.samples())).toBe(120)
  out.play(120)
  expect(await speech.played).toEqual({ heard: 'Two.', whole: true })
})
