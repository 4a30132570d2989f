// Calls by phone to two businesses at once, with agents killed in the middle of them: nobody may be dropped by us, and
// nobody may hear the other business.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Admin } from '@foyer/sdk/admin'
import { callFrom, repliesIn } from '../phone/play.ts'
import type { LineEvent, Telephone } from '../phone/telephone.ts'

export type PhoneSoak = {
  calls: number
  kills: number
  /** From the first ring to the first sound, in ms. */
  greetedMs: number[]
  /** Nobody picked up in the trunk's ringing time: the carrier rings the business itself. */
  passedOn: number
  /** Questions that were put again, because nothing came. */
  askedAgain: number
  /** In words: hung up on, or left without an answer. */
  dropped: string[]
  /** In words: an answer of one business in a call to the other. */
  mixed: string[]
}

/** A business that is called; what it answers is its own. */
export type Called = { foyer: Admin; says: string; dial: (from: string) => Telephone }

export type PhoneSoakOptions = {
  called: readonly [Called, Called]
  /** The recogniser must make the same words of it whenever it is heard. */
  question: Int16Array
  calls: number
  atOnce: number
  /** One of the agents; the other ones take its calls. */
  kill: () => void
  kills: number
  /** What a caller waits for an answer before asking again. */
  patienceMs: number
  random: () => number
  say: (line: string) => void
}

const PICK_UP_MS = 60_000
const TRIES = 4
const LOOK_MS = 500
/** Two losses of one call in a row are not what is asked about here. */
const BETWEEN_KILLS_MS = 20_000

export async function soakPhones(options: PhoneSoakOptions): Promise<PhoneSoak> {
  const { calls, atOnce, kills, called, random, say } = options
  const seen: PhoneSoak = {
    ...{ calls: 0, kills: 0, greetedMs: [], passedOn: 0, askedAgain: 0, dropped: [], mixed: [] },
  }
  let begun = 0
  let talking = 0
  let isOver = false
  const callers = Array.from({ length: atOnce }, async () => {
    while (begun < calls) {
      const nth = begun++
      const [own, other] = nth % 2 === 0 ? called : [called[1], called[0]]
      const from = `+1505556${String(nth).padStart(4, '0')}`
      await one(options, { own, other, from, seen, isTalking: () => talking++ })
      seen.calls++
      if (seen.calls % 10 === 0) say(`  ${seen.calls} of ${calls} calls, ${seen.kills} kills`)
    }
  })
  const killer = async (): Promise<void> => {
    while (seen.kills < kills && !isOver) {
      // A kill says something only when it hits somebody: as many as call at once have begun to ask since the last one.
      const enough = talking + Math.min(atOnce, calls)
      while (talking < enough && !isOver) await sleep(50)
      await sleep(random() * 1500)
      if (isOver) return
      options.kill()
      seen.kills++
      for (const from = Date.now(); Date.now() - from < BETWEEN_KILLS_MS && !isOver;) await sleep(100)
    }
  }
  const killing = killer()
  await Promise.all(callers)
  isOver = true
  await killing
  return seen
}

type One = { own: Called; other: Called; from: string; seen: PhoneSoak; isTalking: () => void }

/** One call: greeted, asks, is answered, hangs up. */
async function one(options: PhoneSoakOptions, { own, other, from, seen, isTalking }: One): Promise<void> {
  const phone = own.dial(from)
  const isOver = ({ kind }: LineEvent): boolean => kind === 'ended'
  try {
    const rang = await phone.seen.next((event) => event.kind === 'ringing' || isOver(event), 0, PICK_UP_MS)
    const first = await phone.seen.next((event) => event.kind === 'sound' || isOver(event), 0, PICK_UP_MS)
    if (first.kind === 'ended') {
      if (first.by === 'rejected') seen.passedOn++
      else seen.dropped.push(`${from} was hung up on before a word`)
      return
    }
    seen.greetedMs.push(first.at - rang.at)
    let replies: string[] = []
    for (let tries = 0; tries < TRIES && !replies.includes(own.says); tries++) {
      if (tries > 0) seen.askedAgain++
      phone.say(options.question)
      isTalking()
      replies = await untilAnswered(options, phone, own, from)
      if (phone.seen.has('ended')) break
    }
    if (phone.seen.has('ended')) seen.dropped.push(`${from} was hung up on`)
    else if (!replies.includes(own.says)) seen.dropped.push(`${from} was not answered: ${JSON.stringify(replies)}`)
    if (replies.includes(other.says)) seen.mixed.push(`${from} heard “${other.says}”`)
    phone.hangUp()
    await untilEnded(own, from)
  } catch (error) {
    seen.dropped.push(`${from}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    phone.close()
  }
}

async function untilAnswered(
  { patienceMs }: PhoneSoakOptions,
  phone: Telephone,
  { foyer, says }: Called,
  from: string,
): Promise<string[]> {
  let replies: string[] = []
  for (const since = Date.now(); Date.now() - since < patienceMs && !phone.seen.has('ended'); await sleep(LOOK_MS)) {
    const call = await callFrom(foyer, from)
    if (call !== undefined) replies = await repliesIn(foyer, call)
    if (replies.includes(says)) return replies
  }
  return replies
}

/** The books of a caller who hung up are closed. @throws Error when they are not */
async function untilEnded({ foyer }: Called, from: string): Promise<void> {
  for (const since = Date.now(); Date.now() - since < PICK_UP_MS; await sleep(LOOK_MS)) {
    const call = await callFrom(foyer, from)
    if (call?.state === 'ended') return
  }
  throw new Error('the call did not end with its caller')
}
