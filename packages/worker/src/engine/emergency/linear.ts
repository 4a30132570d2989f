import { type Cause, causes } from './rules.ts'
import { longest, type Signs, signsOf, wordsOf } from './signs.ts'

export interface Tables {
  /** Emergency or not. */
  alarm: Float32Array
  /** Each cause against everything else, in the order of `causes`. */
  cause: readonly Float32Array[]
  /** Urgent rather than danger to life, among emergencies. */
  urgent: Float32Array
}

export interface Judgement {
  /** Above 0 an emergency is likelier than not; comparable between sayings. */
  score: number
  cause: Cause
  /** Above 0: harm to property or health rather than danger to life. */
  urgent: number
}

/** What a saying that names no hazard at all must make up for. */
const withoutHazard = 0.15
/** So low that no cause's score could raise it to an alarm: most ordinary talk ends here. */
const hopeless = -0.8
/** The likeliest cause's own score adds at this share. */
const ofCause = 0.5
/** A long message is judged by its sentences too, a little stricter. */
const manyWords = 22
/** However calm the rest of a long message, it weighs no more than this against a sentence. */
const calmest = -0.5

export function judge(tables: Tables, text: string): Judgement {
  const words = wordsOf(text)
  const whole = judgeWords(tables, words)
  if (words.length <= manyWords) return whole
  const parts = text
    .slice(0, longest)
    .split(/[.!?؟\n]+/u)
    .map(wordsOf)
    .filter((part) => part.length >= 3 && part.length < words.length)
  return parts
    .map((part) => judgeWords(tables, part))
    .map((part) => ({ ...part, score: (part.score + Math.max(whole.score, calmest)) / 2 }))
    .reduce((best, part) => (part.score > best.score ? part : best), whole)
}

function judgeWords(tables: Tables, words: readonly string[]): Judgement {
  const { fine, rough, hazard } = signsOf(words)
  const alarm = weighed(tables.alarm, fine) - (hazard ? 0 : withoutHazard)
  if (alarm < hopeless) return { score: alarm, cause: 'medical', urgent: 0 }
  let best = -Infinity
  let cause: Cause = 'medical'
  tables.cause.forEach((table, at) => {
    const score = weighed(table, rough)
    if (score <= best) return
    best = score
    cause = causes[at] ?? cause
  })
  return { score: alarm + ofCause * best, cause, urgent: weighed(tables.urgent, rough) }
}

function weighed(table: Float32Array, { at, value }: Signs): number {
  let sum = 0
  for (let i = 0; i < at.length; i += 1) sum += (table[at[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const far = 62
const most = 31

/** A table from its text: for each weight but zero how far on it stands, then its size in 31 steps to either side. */
export function unpack(text: string, size: number, step: number): Float32Array {
  const table = new Float32Array(size)
  let place = -1
  let gap = 0
  let weight = false
  for (let i = 0; i < text.length; i += 1) {
    const value = alphabet.indexOf(text.charAt(i))
    if (value < 0) continue
    if (weight) table[place] = (value - most) * step
    else if (value === far) gap += far
    else place += 1 + gap + value
    if (weight || value !== far) {
      weight = !weight
      if (weight) gap = 0
    }
  }
  return table
}

export function pack(table: Float32Array, step: number): string {
  let text = ''
  let gap = 0
  for (const weight of table) {
    const rounded = Math.max(-most, Math.min(most, Math.round(weight / step)))
    if (rounded === 0) {
      gap += 1
      continue
    }
    text += alphabet.charAt(far).repeat(Math.floor(gap / far))
    text += alphabet.charAt(gap % far) + alphabet.charAt(rounded + most)
    gap = 0
  }
  return text
}
