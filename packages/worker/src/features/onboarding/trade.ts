import { notFound } from '../../shared/errors.ts'
import { Playbook, type PlaybookDocument } from '../playbook/index.ts'
import trades from './trades.json' with { type: 'json' }

type Wording = Record<string, string>
type Lists = Partial<Record<string, string[]>>

/** A business the owner may say they are; `notice` is what they must know before they choose it. */
interface Trade {
  id: string
  label: Wording
  notice: Wording
}

interface RawScenario {
  id: string
  name?: string
  examples: Lists
  answer?: object
}

/** A playbook as it is written: one that `extends` another holds only what differs. */
interface RawPlaybook extends Record<string, unknown> {
  extends?: string
  /** Scenarios of the extended one that this trade does not know. */
  without?: string[]
  scenarios: RawScenario[]
}

const playbooks = trades.playbooks as Record<string, RawPlaybook>

export const offeredTrades: readonly Trade[] = trades.offered.map(({ id, label, ...more }) => ({
  id,
  label,
  notice: 'notice' in more ? (more.notice as Wording) : {},
}))

/** A trade's whole playbook, ready to be drafted. @throws AppError not_found */
export function tradePlaybook(id: string): PlaybookDocument {
  if (!offeredTrades.some((trade) => trade.id === id)) throw notFound('trade')
  return Playbook.parse(composed(id))
}

function composed(id: string): { scenarios: RawScenario[] } {
  const own = playbooks[id]
  if (own === undefined) throw new Error(`the playbook "${id}" is not among the trades`)
  const { extends: base, without = [], ...rest } = own
  if (base === undefined) return rest
  const held = composed(base)
  const kept = held.scenarios.filter((scenario) => !without.includes(scenario.id))
  const fresh = rest.scenarios.filter((scenario) => !kept.some((each) => each.id === scenario.id))
  const merged = kept.map((scenario) => mergedWith(scenario, rest.scenarios))
  return { ...held, ...rest, scenarios: [...merged, ...fresh] }
}

/**
 * The trade's own words come first: an assistant that asks back shows the first example. What it puts under another of
 * its scenarios leaves this one.
 */
function mergedWith(scenario: RawScenario, own: readonly RawScenario[]): RawScenario {
  const more = own.find((each) => each.id === scenario.id)
  const elsewhere = new Set(own.flatMap((each) => (each === more ? [] : Object.values(each.examples).flat())))
  const langs = new Set([...Object.keys(scenario.examples), ...Object.keys(more?.examples ?? {})])
  const examples = Object.fromEntries(
    [...langs].map((lang) => {
      const held = (scenario.examples[lang] ?? []).filter((example) => !elsewhere.has(example))
      return [lang, [...new Set([...(more?.examples[lang] ?? []), ...held])]]
    }),
  )
  return { ...scenario, ...more, examples }
}
