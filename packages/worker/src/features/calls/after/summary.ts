import { detectEmergency } from '../../../engine/emergency/index.ts'
import { fold } from '../../../engine/evidence/index.ts'
import type { Happened } from './outcome.ts'

/** Who called about what, in their own words; '' where they did not say. */
export interface Summary {
  name: string
  /** E.164: the one they left, else the one they called from. */
  number: string
  reason: string
  urgency: 'danger' | 'urgent' | 'normal'
}

export interface Told {
  said: Happened['said']
  left: readonly { name: string; phone: string; text: string }[]
  caller: string
}

const longest = 200
const introduces =
  /(?:\b[Mm]y name is|\b[Mm]e llamo|\b[Mm]i nombre es|(?<!\p{L})اسمي)\s+((?:\p{Lu}[\p{L}'’-]+|[\p{Script=Arabic}]+)(?:\s+\p{Lu}[\p{L}'’-]+){0,2})/u
const hurries =
  /\b(?:urgent|urgently|as soon as possible|asap|right away|right now|immediately|today|urgente|cuanto antes|ahora mismo|hoy mismo|lo antes posible)\b|عاجل|مستعجل|فورا|حالا|في اسرع وقت/u
/** Words that open or close a call, and are about nothing. */
const empty =
  /^(?:\P{L}|hi|hello|hey|good (?:morning|afternoon|evening)|yes|no|ok|okay|thanks?|thank you|bye|goodbye|hola|buenos dias|buenas tardes|si|gracias|adios|مرحبا|السلام عليكم|نعم|لا|شكرا|مع السلامه)+$/u

/** Nothing in it is written by us: the reason is a sentence of theirs, the one that matters most. */
export function summaryOf({ said, left, caller }: Told): Summary {
  const newest = left.at(-1)
  const about = said.filter(({ text }) => !empty.test(fold(text).trim()))
  const danger = about.find(({ kind }) => kind === 'emergency')
  const reason =
    danger?.text ?? newest?.text ?? about.find(({ kind }) => kind !== 'handoff')?.text ?? about[0]?.text ?? ''
  return {
    name: newest?.name ?? said.map(({ text }) => introduces.exec(text)?.[1]).find((name) => name !== undefined) ?? '',
    number: newest?.phone || caller,
    reason: reason.length > longest ? `${reason.slice(0, longest - 1).trimEnd()}…` : reason,
    urgency: danger === undefined ? urgencyOf([...about.map(({ text }) => text), newest?.text ?? '']) : 'danger',
  }
}

function urgencyOf(texts: readonly string[]): Summary['urgency'] {
  const grades = texts.map((text) => detectEmergency(text).grade)
  if (grades.includes('danger')) return 'danger'
  return grades.includes('urgent') || texts.some((text) => hurries.test(fold(text))) ? 'urgent' : 'normal'
}
