// Calls by phone to two businesses at once, with agents killed in the middle of them: nobody may be dropped by us, and
// nobody may hear the other business.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Admin, Call, CallLeg } from '@foyer/sdk/admin'
import { callFrom, repliesIn } from '../phone/play.ts'
import { type BeingRung, isEnd, isSpeech, type Telephone } from '../phone/telephone.ts'

export type PhoneSoak = {
  calls: number
  kills: number
  /** From the first ring to the first sound, in ms. */
  greetedMs: number[]
  /** From the end of the question to the first sound of the answer. */
  answeredMs: number[]
  /** From the moment that somebody who is fetched is busy until the caller is told so. */
  toldMs: number[]
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
export type Called = {
  foyer: Admin
  says: string
  dial: (from: string) => Telephone
  rung: (who: BeingRung) => Telephone
}

export type PhoneSoakOptions = {
  called: readonly [Called, Called]
  /** The recogniser must make the same words of it whenever it is heard. */
  question: Int16Array
  calls: number
  atOnce: number
  /** No call is begun after so long. */
  mostMs: number
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
/** After so long a pause nothing is said any more. */
const SAID_MS = 3000
/** What is heard while the question is put is no answer to it. */
const ASKED_MS = 2000
const LEFT_WAITING_MS = 4000
/** One in so many callers asks for a person, who is busy. */
const ASKS_FOR_A_PERSON = 10
/** Two losses of one call in a row are not what is asked about here. */
const BETWEEN_KILLS_MS = 20_000

export async function soakPhones(options: PhoneSoakOptions): Promise<PhoneSoak> {
  const { calls, atOnce, kills, called, random, say } = options
  const seen: PhoneSoak = {
    ...{ calls: 0, kills: 0, greetedMs: [], answeredMs: [], toldMs: [] },
    ...{ passedOn: 0, askedAgain: 0, dropped: [], mixed: [] },
  }
  let begun = 0
  let talking = 0
  let isOver = false
  const end = Date.now() + options.mostMs
  const callers = Array.from({ length: atOnce }, async () => {
    while (begun < calls && Date.now() < end) {
      const nth = begun++
      const [own, other] = nth % 2 === 0 ? called : [called[1], called[0]]
      const from = `+1505556${String(nth).padStart(4, '0')}`
      const asksFor = nth % ASKS_FOR_A_PERSON === ASKS_FOR_A_PERSON - 1 ? 'person' : 'answer'
      await one(options, { own, other, from, asksFor, seen, isTalking: () => talking++ })
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

type One = {
  own: Called
  other: Called
  from: string
  asksFor: 'answer' | 'person'
  seen: PhoneSoak
  isTalking: () => void
}

/** One call: greeted, asks, is answered, hangs up. */
async function one(options: PhoneSoakOptions, call: One): Promise<void> {
  const { own, other, from, asksFor, seen } = call
  const phone = own.dial(from)
  try {
    const rang = await phone.seen.next((event) => event.kind === 'ringing' || isEnd(event), 0, PICK_UP_MS)
    const first = await phone.seen.next((event) => isSpeech(event) || isEnd(event), 0, PICK_UP_MS)
    if (first.kind === 'ended') {
      if (first.by === 'rejected') seen.passedOn++
      else seen.dropped.push(`${from} was hung up on before a word`)
      return
    }
    seen.greetedMs.push(first.at - rang.at)
    const made = await until(
      () => callFrom(own.foyer, from),
      (known) => known !== undefined,
      PICK_UP_MS,
    )
    if (made === undefined) throw new Error('there is no such call')
    const replies =
      asksFor === 'person' ? await fetched(options, call, phone, made.id) : await answered(options, call, phone, made)
    const known = async () => (await own.foyer.calls.get(made.id)).call
    if (phone.seen.has('ended')) seen.dropped.push(`${from} was hung up on: ${(await known()).reason ?? 'unknown'}`)
    if (replies.includes(other.says)) seen.mixed.push(`${from} heard “${other.says}”`)
    phone.hangUp()
    const { state } = await until(known, (call) => call.state === 'ended', PICK_UP_MS)
    if (state !== 'ended') throw new Error('the call did not end with its caller')
  } catch (error) {
    seen.dropped.push(`${from}: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    phone.close()
  }
}

/** Asks until it is answered. @returns what was said to it */
async function answered(options: PhoneSoakOptions, call: One, phone: Telephone, made: Call): Promise<string[]> {
  const { own, from, seen, isTalking } = call
  let replies: string[] = []
  for (let tries = 0; tries < TRIES && !phone.seen.has('ended'); tries++) {
    if (tries > 0) seen.askedAgain++
    const begun = Date.now()
    phone.say(options.question)
    isTalking()
    // Who hears something else and then nothing, as that the line was lost for a moment, does not wait any longer.
    const isLeftWaiting = (): boolean => {
      const last = phone.seen.last('sound')
      return last?.on === false && last.at > begun + ASKED_MS && Date.now() - last.at > LEFT_WAITING_MS
    }
    replies = await until(
      () => repliesIn(own.foyer, made),
      (known) => known.includes(own.says) || phone.seen.has('ended') || isLeftWaiting(),
      options.patienceMs,
    )
    if (!replies.includes(own.says)) continue
    const { at } = await phone.seen.next(({ kind }) => kind === 'said', begun, options.patienceMs)
    const sound = await phone.seen.next((event) => isSpeech(event) || isEnd(event), at, options.patienceMs)
    seen.answeredMs.push(sound.at - at)
    return replies
  }
  if (!phone.seen.has('ended')) seen.dropped.push(`${from} was not answered: ${JSON.stringify(replies)}`)
  return replies
}

/** Asks for a person, who is busy, and is told so. @returns what was said to it */
async function fetched(options: PhoneSoakOptions, called: One, phone: Telephone, callId: string): Promise<string[]> {
  const { own, seen, isTalking } = called
  const rings = ({ state }: CallLeg): boolean => state === 'ringing'
  let { call, legs } = await own.foyer.calls.get(callId)
  let pressedAt = 0
  // A key that an agent took with it is pressed again, as a question is put again.
  for (let tries = 0; tries < TRIES && !legs.some(rings) && !phone.seen.has('ended'); tries++) {
    if (tries > 0) seen.askedAgain++
    phone.press('0')
    pressedAt = Date.now()
    isTalking()
    ;({ call, legs } = await until(
      () => own.foyer.calls.get(callId),
      (known) => known.legs.some(rings) || phone.seen.has('ended'),
      options.patienceMs,
    ))
  }
  const leg = legs.find(rings)
  const room = phone.seen.last('ringing')?.room ?? ''
  if (leg === undefined) throw new Error('nobody was rung')
  // Whom it calls was said, and the music has begun: what is said next is that they are busy, and begins then.
  await until(
    async () => phone.seen.last('sound'),
    (last) => last?.on === false && last.at > pressedAt && Date.now() - last.at > SAID_MS,
    PICK_UP_MS,
  )
  const busy = own.rung({ room, identity: `person-${leg.id}`, number: leg.number, does: 'busy' })
  try {
    const { at } = await busy.seen.next(({ kind }) => kind === 'ringing', 0, PICK_UP_MS)
    const told = await phone.seen.next((event) => isSpeech(event) || isEnd(event), at, PICK_UP_MS)
    seen.toldMs.push(told.at - at)
  } finally {
    busy.close()
  }
  return repliesIn(own.foyer, call)
}

/** What is seen last, also when it never held. */
async function until<Seen>(look: () => Promise<Seen>, holds: (seen: Seen) => boolean, withinMs: number): Promise<Seen> {
  for (const from = Date.now(); ; await sleep(LOOK_MS)) {
    const seen = await look()
    if (holds(seen) || Date.now() - from > withinMs) return seen
  }
}
