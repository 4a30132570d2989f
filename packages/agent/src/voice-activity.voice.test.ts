import { expect, test } from 'vitest'
import { WINDOW } from './models.ts'
import { VoiceActivity } from './voice-activity.ts'

const tuning = { speechMs: 60, silenceMs: 96 }

/** A window is as likely a voice as its first sample says, in hundredths. @returns what was noticed, each with the window */
async function notice(likely: readonly number[], isFirstSoundTold = false): Promise<string[]> {
  const noticed: string[] = []
  let now = -1
  const done = Promise.withResolvers<void>()
  const model = {
    predict: async ([first = 0]: Int16Array) => {
      now++
      if (now === likely.length) done.resolve()
      return first / 100
    },
  }
  const events = {
    sound: () => void (isFirstSoundTold && noticed.push(`${now}: sound`)),
    noSpeech: () => void (isFirstSoundTold && noticed.push(`${now}: no speech`)),
    speech: (forMs: number) => void noticed.push(`${now}: speech for ${forMs}`),
    speaking: () => undefined,
    pause: () => void noticed.push(`${now}: pause`),
  }
  const activity = new VoiceActivity(tuning, events, model)
  for (const percent of [...likely, 0]) activity.push(new Int16Array(WINDOW).fill(percent))
  await done.promise
  return noticed
}

test('speech begins after two windows of it, and pauses after three without', async () => {
  expect(await notice([0, 80, 90, 90, 10, 10, 10, 10])).toEqual(['2: speech for 64', '6: pause'])
})

test('a click is no speech, and a gap between two sounds of a word is no pause', async () => {
  expect(await notice([90, 0, 0, 90, 90, 10, 10, 90, 90, 0, 0, 0])).toEqual(['4: speech for 64', '11: pause'])
})

test('the first sound is told at once, and that it was a click', async () => {
  const noticed = ['0: sound', '1: no speech', '3: sound', '4: speech for 64', '7: pause']
  expect(await notice([90, 0, 0, 90, 90, 0, 0, 0, 0], true)).toEqual(noticed)
})

test('it tells where speech began, also when more has been heard by the time it is judged', async () => {
  const places: number[] = []
  const nothing = () => undefined
  const speech = (_forMs: number, upTo: number) => void places.push(upTo)
  const events = { sound: nothing, noSpeech: nothing, speech, speaking: nothing, pause: nothing }
  const activity = new VoiceActivity(tuning, events, { predict: async ([first = 0]) => first / 100 })
  for (const percent of [0, 90, 90, 90, 90, 90]) activity.push(new Int16Array(WINDOW).fill(percent))
  await expect.poll(() => places).toEqual([3 * WINDOW])
})

test('what has begun goes on more softly than it began', async () => {
  expect(await notice([40, 40, 90, 90, 40, 40, 40, 40])).toEqual(['3: speech for 64'])
})

test('it has paused when its sound has faded, though the model says so later, but not in a room as loud as that', async () => {
  const paused: number[] = []
  const windows = [1000, 1000, 1000, 20, 20, 20, 20, 0, 0, 0]
  for (const noise of [0, 60]) {
    let n = -1
    const model = { predict: async () => (n++, n < 7 ? 0.9 : 0.1) }
    const nothing = () => undefined
    const pause = (): void => void paused.push(n)
    const activity = new VoiceActivity(
      tuning,
      { sound: nothing, noSpeech: nothing, speech: nothing, speaking: nothing, pause },
      model,
    )
    for (const loud of windows) activity.push(new Int16Array(WINDOW).fill(Math.max(loud, noise)))
    await expect.poll(() => n).toBe(windows.length - 1)
  }
  expect(paused).toEqual([5, 9])
})

test('what may be a voice is told before it is sure, and once', async () => {
  expect(await notice([30, 40, 90, 90, 0, 0, 0, 30, 0], true)).toEqual([
    '0: sound',
    '3: speech for 64',
    '6: pause',
    '7: sound',
    '8: no speech',
  ])
})

test('a murmur that goes on is none, until it is a voice', async () => {
  const noticed = ['1: sound', '5: no speech', '8: speech for 64', '11: pause']
  expect(await notice([0, 30, 30, 30, 30, 30, 30, 90, 90, 0, 0, 0], true)).toEqual(noticed)
})

test('after a pause the next speech is another one', async () => {
  expect(await notice([90, 90, 0, 0, 0, 90, 90, 0, 0, 0])).toEqual([
    '1: speech for 64',
    '4: pause',
    '6: speech for 64',
    '9: pause',
  ])
})

test('the microphone comes in portions of any length', async () => {
  const heard: number[] = []
  const model = { predict: async (samples: Int16Array) => (heard.push(...samples), 0) }
  const nothing = () => undefined
  const events = { sound: nothing, noSpeech: nothing, speech: nothing, speaking: nothing, pause: nothing }
  const activity = new VoiceActivity(tuning, events, model)
  const all = Int16Array.from({ length: 3 * WINDOW }, (_, i) => i)
  for (const [from, to] of [
    [0, 100],
    [100, 1300],
    [1300, 1536],
  ])
    activity.push(all.subarray(from, to))
  await expect.poll(() => heard.length).toBe(3 * WINDOW)
  expect(heard).toEqual([...all])
})
