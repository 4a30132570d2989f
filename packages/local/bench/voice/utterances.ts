// Recordings of people who think while they speak: plain questions, hesitations, dictation, and "and …".

import type { Sound } from '../../src/voice/test/hearing.ts'

export type Utterance = {
  kind: 'plain' | 'hesitant' | 'dictated' | 'trailing'
  sound: Sound
  /** When each stretch of words is over, in ms from the beginning. */
  words: { text: string; endMs: number }[]
  lengthMs: number
}

type Part = { text: string; pauseMs: number }

const QUESTIONS = [
  'How much is a tune-up',
  'Do you come to Rio Rancho',
  'What do you charge to come out',
  'Are you open on Saturday',
  'How long does it take to replace a furnace',
]
const HESITANT: [string, string][] = [
  ['I would like to', 'make an appointment'],
  ['My furnace um', 'makes a strange noise'],
  ['What is the price of', 'a new air conditioner'],
  ['Do you have', 'somebody on Sunday'],
  ['Can you tell me the', 'travel charge to Edgewood'],
]
const TRAILING: [string, string][] = [
  ['I need a tune-up and', 'a new filter'],
  ['The heater is cold because', 'the pilot went out'],
  ['I live in Belen but', 'the house is in Los Lunas'],
]
const DIGITS = ['five zero five', 'five five five', 'zero one four two']

/** `count` of them, in a fixed mixture: half plain, the rest with pauses of 350 to 900 ms in the middle. */
export async function makeUtterances(count: number, speak: (text: string) => Promise<Sound>): Promise<Utterance[]> {
  const spoken = new Map<string, Sound>()
  const say = async (text: string): Promise<Sound> => {
    const known = spoken.get(text)
    if (known !== undefined) return known
    const made = trimmed(await speak(text))
    spoken.set(text, made)
    return made
  }
  const made: Utterance[] = []
  for (let n = 0; n < count; n++) {
    const pauseMs = 350 + ((n * 137) % 550)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(n / 10) % list.length] as T
    const [kind, parts]: [Utterance['kind'], Part[]] =
      n % 10 < 5
        ? ['plain', [{ text: QUESTIONS[n % QUESTIONS.length] ?? '', pauseMs: 0 }]]
        : n % 10 < 7
          ? ['hesitant', inParts(pick(HESITANT), pauseMs)]
          : n % 10 < 9
            ? ['trailing', inParts(pick(TRAILING), pauseMs)]
            : ['dictated', inParts(DIGITS, pauseMs)]
    made.push(await joined(kind, parts, say))
  }
  return made
}

const inParts = (texts: readonly string[], pauseMs: number): Part[] =>
  texts.map((text, n) => ({ text, pauseMs: n === texts.length - 1 ? 0 : pauseMs }))

async function joined(
  kind: Utterance['kind'],
  parts: Part[],
  say: (text: string) => Promise<Sound>,
): Promise<Utterance> {
  const words: Utterance['words'] = []
  const chunks: Int16Array[] = []
  let rate = 24_000
  let length = 0
  for (const { text, pauseMs } of parts) {
    const sound = await say(text)
    rate = sound.rate
    // A microphone is never quite silent.
    const pause = Int16Array.from({ length: (pauseMs / 1000) * rate }, () => Math.round(Math.random() * 16 - 8))
    chunks.push(sound.samples, pause)
    words.push({ text, endMs: ((length + sound.samples.length) / rate) * 1000 })
    length += sound.samples.length + pause.length
  }
  const samples = new Int16Array(length)
  chunks.reduce((at, chunk) => (samples.set(chunk, at), at + chunk.length), 0)
  return { kind, sound: { samples, rate }, words, lengthMs: (length / rate) * 1000 }
}

/** Without the silence that a voice puts around its words: the end of speech is the end of the sound. */
function trimmed({ samples, rate }: Sound): Sound {
  const loud = (sample: number): boolean => Math.abs(sample) > 300
  return { samples: samples.slice(Math.max(0, samples.findIndex(loud)), samples.findLastIndex(loud) + 1), rate }
}
