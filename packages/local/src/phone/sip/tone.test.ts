import { expect, it } from 'vitest'
import { holdMusic } from '../../../../agent/src/sounds.ts'
import { tone, ToneEar } from './tone.ts'

const heardMs = (samples: Int16Array, rate: number) => {
  const ear = new ToneEar(rate)
  for (let at = 0; at < samples.length; at += rate / 50) ear.hear(samples.subarray(at, at + rate / 50))
  return ear.heardMs
}

it('is heard as long as it sounds, and nothing of the music is taken for it', () => {
  expect(heardMs(tone(500, 8000), 8000)).toBe(500)
  expect(heardMs(holdMusic(), 24_000)).toBe(0)
})
