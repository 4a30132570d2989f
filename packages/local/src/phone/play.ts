import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import type { Admin, Call, CallLeg } from '@foyer/sdk/admin'
import { RATE } from '../speech/voice.ts'
import { readWav } from '../speech/wav.ts'
import type { Scenario, Step } from './scenario.ts'
import { type BeingRung, isSpeech, type LineEvent, type Telephone } from './telephone.ts'

export type Stage = {
  foyer: Admin
  /** A phone that calls; the assistant's own number where none is named. */
  dial(from: string, dialled?: string, line?: Scenario['line']): Telephone | Promise<Telephone>
  /** A phone of somebody whom the assistant rings; absent where nobody can be. */
  rung?(who: BeingRung): Telephone
  /** 24 kHz mono. */
  speak(text: string): Promise<Int16Array>
  /** Each step as it is done. */
  tell?: (words: string) => void
}

const LOOK_MS = 250
const DIALLING_MS = 60_000
/** Slow is not wrong: from what was said to a phone that rings. */
const RUNG_MS = 120_000

/** Plays one call. @throws Error that names the step which did not come true, and what was seen instead */
export async function play({ name, from, dials, line, steps }: Scenario, stage: Stage): Promise<void> {
  const caller = from ?? `+1505${randomInt(2_000_000, 9_999_999)}`
  const phone = await stage.dial(caller, dials, line)
  const call = new Playing(phone, stage, caller)
  try {
    // A telephone takes its time to dial; what must come within a time counts from its first ring.
    await phone.seen.next(({ kind }) => kind === 'ringing' || kind === 'ended', 0, DIALLING_MS)
    for (const [at, step] of steps.entries()) {
      const begun = Date.now()
      const tell = (how: string): void =>
        stage.tell?.(`${String(Date.now() - begun).padStart(6)} ms  ${how} ${JSON.stringify(step)}`)
      await call.do(step).catch((error: unknown) => {
        tell('✗')
        const why = error instanceof Error ? error.message : String(error)
        throw new Error(`“${name}”, step ${at + 1}, ${JSON.stringify(step)}: ${why}`, { cause: error })
      })
      tell('✓')
    }
  } finally {
    call.leave()
  }
}

class Playing {
  readonly #phone: Telephone
  readonly #stage: Stage
  readonly #caller: string
  /** What happened before the caller's last deed is no answer to it. */
  #since = 0
  #person: Telephone | undefined
  readonly #rang: Telephone[] = []
  readonly #played = new Set<string>()

  constructor(phone: Telephone, stage: Stage, caller: string) {
    this.#phone = phone
    this.#stage = stage
    this.#caller = caller
  }

  async do(step: Step): Promise<void> {
    if ('says' in step || 'plays' in step) {
      const samples = 'says' in step ? await this.#stage.speak(step.says) : readWav(readFileSync(step.plays), RATE)
      this.#since = Date.now()
      this.#phone.say(samples)
      await this.#phone.seen.next(({ kind }) => kind === 'said', this.#since, 60_000)
    } else if ('presses' in step) {
      this.#since = Date.now()
      this.#phone.press(step.presses)
    } else if ('hangs_up' in step) {
      this.#phone.hangUp()
      await this.#phone.seen.next(({ kind }) => kind === 'ended', 0, 10_000)
    } else if ('person' in step) await this.#rung(step.person)
    else if ('person_presses' in step) this.#person?.press(step.person_presses)
    else await this.#expect(step.expects, step.within_ms)
  }

  /** The phones of everybody. */
  leave(): void {
    for (const phone of [this.#phone, ...this.#rang]) phone.close()
  }

  /** Who rings now is the next one whom nobody has played yet. */
  async #rung(does: Extract<Step, { person: unknown }>['person']): Promise<void> {
    if (does === 'hangs up') {
      this.#person?.hangUp()
      await this.#person?.seen.next(({ kind }) => kind === 'ended', 0, 10_000)
      return
    }
    const rings = ({ state, id }: CallLeg): boolean => state === 'ringing' && !this.#played.has(id)
    const legs = await this.#until(
      RUNG_MS,
      () => this.#legs(),
      (all) => all.some(rings),
    )
    const leg = legs.find(rings)
    const { rung } = this.#stage
    if (leg === undefined || rung === undefined) throw new Error('Nobody can be rung here.')
    this.#played.add(leg.id)
    const room = this.#phone.seen.last('ringing')?.room ?? ''
    this.#person = rung({ room, identity: `person-${leg.id}`, number: leg.number, does: played[does] })
    this.#rang.push(this.#person)
  }

  async #expect(what: Extract<Step, { expects: unknown }>['expects'], withinMs: number): Promise<void> {
    if (typeof what === 'string') {
      const from = what === 'speech' || what === 'pause' ? this.#since : 0
      const { at } = await this.#phone.seen.next(saidOf[what], from, withinMs)
      if (from > 0) this.#since = at
      return
    }
    if ('reply' in what)
      return void (await this.#until(
        withinMs,
        () => this.#replies(),
        (replies) => replies.some((text) => text.includes(what.reply)),
      ))
    if ('legs' in what) {
      const same = (legs: CallLeg[]): boolean => isDeepStrictEqual(legs.map(outcomeOf), what.legs)
      return void (await this.#until(withinMs, () => this.#legs(), same))
    }
    const wanted = Object.entries(what.call)
    await this.#until(
      withinMs,
      () => callFrom(this.#stage.foyer, this.#caller),
      (call) => wanted.every(([name, value]) => isDeepStrictEqual(call?.[name as keyof Call], value)),
    )
  }

  async #until<Seen>(withinMs: number, look: () => Promise<Seen>, holds: (seen: Seen) => boolean): Promise<Seen> {
    for (const from = Date.now(); ; await sleep(LOOK_MS)) {
      const seen = await look()
      if (holds(seen)) return seen
      if (Date.now() - from > withinMs)
        throw new Error(`It did not come true in ${withinMs} ms. Seen: ${JSON.stringify(seen)}`)
    }
  }

  async #legs(): Promise<CallLeg[]> {
    const call = await callFrom(this.#stage.foyer, this.#caller)
    return call === undefined ? [] : (await this.#stage.foyer.calls.get(call.id)).legs
  }

  async #replies(): Promise<string[]> {
    const call = await callFrom(this.#stage.foyer, this.#caller)
    return call === undefined ? [] : repliesIn(this.#stage.foyer, call)
  }
}

export const callFrom = async (foyer: Admin, caller: string): Promise<Call | undefined> =>
  (await foyer.calls.list(caller === '' ? {} : { q: caller }, { limit: 5 }).toArray(5)).find(
    (call) => call.caller === caller,
  )

export async function repliesIn(foyer: Admin, { conversationId }: Call): Promise<string[]> {
  const messages = await foyer.conversations.messages(conversationId).toArray(50)
  return messages.filter(({ author }) => author === 'assistant').map(({ text }) => text)
}

const played = { answers: 'answers', 'is busy': 'busy', declines: 'declined' } as const

const outcomeOf = ({ result, state }: CallLeg): string => result ?? state

type Sign = Extract<Extract<Step, { expects: unknown }>['expects'], string>

const saidOf: Record<Sign, (event: LineEvent) => boolean> = {
  ringing: ({ kind }) => kind === 'ringing',
  answered: ({ kind }) => kind === 'answered',
  speech: isSpeech,
  pause: (event) => event.kind === 'sound' && !event.on,
  hung_up: (event) => event.kind === 'ended' && event.by === 'them',
  not_answered: (event) => event.kind === 'ended' && event.by === 'rejected',
}
