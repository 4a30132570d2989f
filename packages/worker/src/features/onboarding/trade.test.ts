import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { tradesDocument } from '../../../trades.ts'
import { matchScenario, openModel, trainScenarios } from '../../engine/classify/index.ts'
import { detectEmergency } from '../../engine/emergency/index.ts'
import { fold } from '../../engine/evidence/index.ts'
import { lint } from '../playbook/compile.ts'
import { offeredTrades, tradePlaybook } from './trade.ts'

const langs = ['en', 'es', 'ar'] as const
/** By language, by scenario; `none` is what no scenario is about. */
type Phrasings = Record<(typeof langs)[number], Record<string, string[]>>

const heard = (trade: string): Phrasings =>
  parse(readFileSync(new URL(`phrasings/${trade}.yaml`, import.meta.url), 'utf8')) as Phrasings

interface Tally {
  asked: number
  right: number
  wrong: number
}

const models = new Map(
  offeredTrades.map(({ id: trade }) => {
    const scenarios = tradePlaybook(trade).scenarios.map(({ id, examples }) => ({
      id,
      examples: Object.values(examples).flatMap((list) => list ?? []),
    }))
    return [trade, openModel(trainScenarios(scenarios))]
  }),
)

/** `right`: the scenario was recognised · `wrong`: another was, and it alone or in both guesses of a question back. */
function tally(trade: string, lang: (typeof langs)[number]): Tally {
  const model = models.get(trade)
  if (model === undefined) throw new Error(`no model for ${trade}`)
  const sum = { asked: 0, right: 0, wrong: 0 }
  for (const [id, phrasings] of Object.entries(heard(trade)[lang])) {
    if (id === 'none') continue
    for (const phrasing of phrasings) {
      const verdict = matchScenario(model, phrasing)
      const found = verdict.kind === 'match' ? [verdict.id] : verdict.kind === 'pass' ? [] : verdict.ids
      sum.asked++
      if (verdict.kind !== 'ask' && found.includes(id)) sum.right++
      else if (found.length > 0 && !found.includes(id)) sum.wrong++
    }
  }
  return sum
}

describe.each(offeredTrades.map((trade) => trade.id))('the playbook for %s', (trade) => {
  const playbook = tradePlaybook(trade)

  test('has 15 to 25 scenarios, each with phrasings and what it says in every language', () => {
    expect(playbook.scenarios.length).toBeGreaterThanOrEqual(15)
    expect(playbook.scenarios.length).toBeLessThanOrEqual(25)
    for (const { id, examples, answer } of playbook.scenarios) {
      for (const lang of langs) {
        expect(examples[lang]?.length, `${id} ${lang}`).toBeGreaterThanOrEqual(5)
        if (!answer.knowledge) expect(answer.say?.[lang], `${id} ${lang}`).toBeTruthy()
      }
    }
    for (const lang of langs) expect(playbook.suggestions[lang]).toHaveLength(4)
  })

  test('says of an appointment that it is a request, and nothing is booked before somebody confirms it', () => {
    const say = playbook.scenarios.find(({ id }) => id === 'appointment-request')?.answer.say
    expect(say?.['en']).toMatch(/request.*confirm/)
    expect(say?.['es']).toMatch(/solicitud.*confirm/)
    expect(say?.['ar']).toMatch(/طلب.*(?:يؤكد|تؤكد)/)
  })

  test('gives the linter nothing to say but the emergency line that only the owner knows', () => {
    expect(lint(playbook).filter((finding) => finding.path !== 'emergency.phone')).toEqual([])
  })

  test('is measured with at least 60 phrasings a language, none of which stands among its examples', () => {
    const examples = new Set(
      playbook.scenarios
        .flatMap((scenario) => Object.values(scenario.examples).flatMap((list) => list ?? []))
        .map(bare),
    )
    for (const lang of langs) {
      const { none = [], ...phrasings } = heard(trade)[lang]
      const all = Object.values(phrasings).flat()
      expect(all.length).toBeGreaterThanOrEqual(60)
      expect([...all, ...none].filter((phrasing) => examples.has(bare(phrasing)))).toEqual([])
      const known = playbook.scenarios.map((scenario) => scenario.id)
      expect(Object.keys(phrasings).filter((id) => !known.includes(id))).toEqual([])
    }
  })
})

test('of all those phrasings at least 85 of 100 find their scenario, and at most 5 another', () => {
  const rows = offeredTrades.flatMap(({ id }) => langs.map((lang) => ({ id, lang, ...tally(id, lang) })))
  const sum = (of: (tally: Tally) => number) => rows.reduce((total, row) => total + of(row), 0)
  const asked = sum((row) => row.asked)
  for (const { id, lang, ...row } of rows) {
    expect(row.right / row.asked, `${id} ${lang}: found`).toBeGreaterThanOrEqual(0.78)
    expect(row.wrong / row.asked, `${id} ${lang}: mistaken`).toBeLessThanOrEqual(0.1)
  }
  expect(sum((row) => row.right) / asked).toBeGreaterThanOrEqual(0.85)
  expect(sum((row) => row.wrong) / asked).toBeLessThanOrEqual(0.05)
})

test('what an owner of a practice must know stands beside the trade, in every language', () => {
  const dental = offeredTrades.find((trade) => trade.id === 'dental')
  for (const lang of langs) expect(dental?.notice[lang]).toMatch(/HIPAA/)
  expect(tradePlaybook('dental').messages.detailsInMail).toBe(false)
  expect(tradePlaybook('hvac').messages.detailsInMail).toBe(true)
})

test.each([
  ['plumbing-electrical', 'I smell gas in the kitchen'],
  ['plumbing-electrical', 'the outlet is sparking and there is smoke'],
  ['hvac', 'the carbon monoxide alarm is going off'],
])('for %s, “%s” is met by the safety words that no playbook can switch off', (_trade, words) => {
  expect(detectEmergency(words, 'en').grade).not.toBe('none')
})

test('the trades that the worker carries are those of the playbooks folder', () => {
  const committed = readFileSync(new URL('trades.json', import.meta.url), 'utf8')
  expect(committed, 'run `node packages/worker/trades.ts`').toBe(tradesDocument())
})

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
