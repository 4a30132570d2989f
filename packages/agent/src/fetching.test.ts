import type { CallReachEvent, CallReachStep } from '@foyer/sdk/agent'
import { expect, it } from 'vitest'
import { Fetching, type FetchingOptions } from './fetching.ts'

const words = (text: string) => [{ text, lang: 'en' }]
const ring: CallReachStep = { kind: 'ring', say: words('I am calling Ana.'), next: words('Ana is busy.') }
const whisper = (withinMs = 60_000): CallReachStep => ({
  ...{ kind: 'whisper', legId: 'leg_1', identity: 'person-leg_1', aside: words('Press 1.'), withinMs },
})
const connected: CallReachStep = {
  kind: 'connected',
  legId: 'leg_1',
  identity: 'person-leg_1',
  say: words('Ana is here.'),
}
const back: CallReachStep = { kind: 'back', say: words('I am back.') }

/** The worker says these one after another; what was told to it, said and heard is noted in order. */
function fetching(
  steps: (CallReachStep | Error)[],
  meanwhile: (deed: Fetching, told: CallReachEvent) => void = () => undefined,
) {
  const noted: string[] = []
  const options: FetchingOptions = {
    line: {
      reach: async (event) => {
        noted.push('legId' in event ? event.event : `${event.event} ${event.purpose}`)
        meanwhile(one, event)
        const step = steps.shift()
        if (step instanceof Error || step === undefined) throw step ?? new Error('nothing is left')
        return step
      },
    },
    purpose: 'transfer',
    say: async (said) => void noted.push(`say ${said[0]?.text ?? ''}`),
    prepare: ([said]) => void noted.push(`have ready ${said?.text ?? ''}`),
    sayAside: async (said) => void noted.push(`aside ${said[0]?.text ?? ''}`),
    openAside: async () => void noted.push('open'),
    hold: (isHeld) => void noted.push(isHeld ? 'hold' : 'release'),
    hears: (what) => void noted.push(what === 'nothing' ? 'deaf' : 'hears'),
    log: () => undefined,
  }
  const one = new Fetching(options)
  return { one, noted, run: () => one.run({ event: 'asked', purpose: 'transfer', turnId: 'trn_1' }) }
}

const press =
  (key: string) =>
  (one: Fetching, { event }: CallReachEvent) => {
    if (event === 'ring') one.person('person-leg_1', { kind: 'pressed', key })
  }

it('puts two together when a key says so, hears nothing of them, and is back when the person leaves', async () => {
  const { one, noted, run } = fetching([ring, whisper(), connected, back], press('1'))
  const running = run()
  await expect.poll(() => noted).toContain('deaf')
  one.person('person-leg_1', { kind: 'left' })
  expect(await running).toBe('parted')
  const told = noted.filter((note) => /^(?:asked|ring|accepted|left|deaf|aside|open|say Ana|say I am back)/.test(note))
  expect(told.slice(0, 2)).toEqual(['open', 'asked transfer'])
  expect(told.slice(2)).toEqual([
    'ring transfer',
    'aside Press 1.',
    'accepted',
    'say Ana is here.',
    'deaf',
    'left',
    'say I am back.',
  ])
  expect(noted.at(-1)).toBe('hears')
})

it.each([
  ['another key', press('2'), 60_000, 'declined'],
  ['no key', () => undefined, 1, 'unanswered'],
  [
    'who hung up before the whisper',
    (one: Fetching, { event }: CallReachEvent) => {
      if (event === 'ring') one.person('person-leg_1', { kind: 'left' })
    },
    60_000,
    'left',
  ],
] as const)('takes %s for no', async (_what, meanwhile, withinMs, told) => {
  const { noted, run } = fetching([ring, whisper(withinMs), back], meanwhile)
  expect(await run()).toBe('back')
  expect(noted).toContain(told)
  expect(noted).not.toContain('deaf')
})

it('taken up while somebody hears who calls, plays what the caller waits to until that is over', async () => {
  const { one, noted, run } = fetching([whisper(), back], () =>
    one.person('person-leg_1', { kind: 'pressed', key: '2' }),
  )
  expect(await run()).toBe('back')
  expect(noted.filter((note) => /^(?:hold|aside|declined|release|say)/.test(note))).toEqual([
    'hold',
    'aside Press 1.',
    'declined',
    'release',
    'say I am back.',
    'release',
  ])
})

it('hears no key of anybody else', async () => {
  const { noted, run } = fetching([ring, whisper(1), back], (one) =>
    one.person('sip_+15055550147', { kind: 'pressed', key: '1' }),
  )
  await run()
  expect(noted).not.toContain('accepted')
})

it('is back when the worker cannot say what is next, and holds nobody any longer', async () => {
  const { noted, run } = fetching([ring, new Error('away')])
  expect(await run()).toBe('failed')
  expect(noted.slice(-2)).toEqual(['release', 'hears'])
})

it('says no more once the caller is handed over', async () => {
  const { run } = fetching([ring, { kind: 'handed_over' }])
  expect(await run()).toBe('gone')
})
