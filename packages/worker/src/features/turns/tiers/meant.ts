import { matchScenario, type ScenarioVerdict } from '../../../engine/classify/index.ts'
import { readQuestion } from '../../../engine/answer/question.ts'
import { fold } from '../../../engine/evidence/index.ts'
import { terms } from '../../../engine/text/index.ts'
import type { PlaybookDocument } from '../../playbook/index.ts'
import { heard } from '../retrieve.ts'
import type { CompiledPlaybook, Turn } from '../turn.ts'

export type Scenario = PlaybookDocument['scenarios'][number]

/**
 * What the visitor meant, of the playbook's scenarios. `clear`: said in so many words, so it comes before the pages ·
 * `likely`: only when nothing taught answers · `either`: two are as likely, and asking back would help · `topic`: what it
 * is about; the pages answer · `none`.
 */
export type Meant = { verdict: ScenarioVerdict } & (
  | { kind: 'clear' | 'likely'; scenarios: [Scenario, ...Scenario[]] }
  | { kind: 'either'; scenarios: [Scenario, Scenario] }
  | { kind: 'topic'; scenario: Scenario }
  | { kind: 'none' }
)

/** Over the threshold by this much, a scenario that accounts for half the words is meant. */
const surely = 0.3
/** By this much however it is put. */
const beyondDoubt = 0.6
/** By less than this it is chance, not meaning. */
const perhaps = 0.15

const meantBefore = new WeakMap<Turn, Meant>()

/** Looked at once a turn, though three tiers ask. */
export function meant(turn: Turn): Meant | null {
  if (turn.playbook === null) return null
  const known = meantBefore.get(turn) ?? understand(turn, turn.playbook)
  meantBefore.set(turn, known)
  return known
}

function understand(turn: Turn, playbook: CompiledPlaybook): Meant {
  const { scenarios: model, document } = playbook
  const verdict = matchScenario(model, heard(turn).question, new Map(turn.trace.near?.scenarios))
  const find = (id: string): Scenario[] => document.scenarios.filter((scenario) => scenario.id === id)
  switch (verdict.kind) {
    case 'pass':
      return { verdict, kind: 'none' }
    case 'match': {
      const [scenario] = find(verdict.id)
      if (scenario === undefined) return { verdict, kind: 'none' }
      if (scenario.answer.knowledge) return { verdict, kind: 'topic', scenario }
      return single(turn, verdict, scenario)
    }
    case 'both': {
      const [first, second] = verdict.ids.flatMap(find)
      if (first === undefined || second === undefined) return { verdict, kind: 'none' }
      if (first.answer.knowledge || second.answer.knowledge)
        return { verdict, kind: 'topic', scenario: first.answer.knowledge ? first : second }
      return {
        verdict,
        kind: explained(turn, [first, second]).share >= 0.5 ? 'clear' : 'likely',
        scenarios: [first, second],
      }
    }
    case 'ask':
      return oneOfTwo(turn, verdict, verdict.ids.flatMap(find))
    default:
      return verdict satisfies never
  }
}

function single(turn: Turn, verdict: ScenarioVerdict & { kind: 'match' | 'ask' }, scenario: Scenario): Meant {
  const { share, whole, asks } = explained(turn, [scenario])
  const over = verdict.score - verdict.threshold
  // Who asks how long, how much or where wants to be told; that is a request only when the scenario has every word of it.
  const clear = whole || (!asks && (over >= beyondDoubt || (over >= surely && share >= 0.5)))
  if (clear) return { verdict, kind: 'clear', scenarios: [scenario] }
  const likely = !asks && over >= perhaps && share >= 0.5
  return likely ? { verdict, kind: 'likely', scenarios: [scenario] } : { verdict, kind: 'none' }
}

/** Two came out close. What the words of the message speak against is no choice to offer. */
function oneOfTwo(turn: Turn, verdict: ScenarioVerdict & { kind: 'ask' }, scenarios: readonly Scenario[]): Meant {
  const likely = scenarios.filter((scenario) => explained(turn, [scenario]).share >= 0.5)
  const [first, second] = likely
  if (first === undefined) return { verdict, kind: 'none' }
  const topic = likely.find((scenario) => scenario.answer.knowledge)
  if (topic !== undefined) return { verdict, kind: 'topic', scenario: topic }
  if (second === undefined) return single(turn, verdict, first)
  return { verdict, kind: 'either', scenarios: [first, second] }
}

/** How much of the message stands in the scenarios' own examples; a day, a time or a number needs no example. */
function explained(turn: Turn, scenarios: readonly Scenario[]): { share: number; whole: boolean; asks: boolean } {
  const said = scenarios.flatMap(({ examples }) =>
    Object.entries(examples).flatMap(([lang, list]) => (list ?? []).flatMap((text) => terms(text, lang))),
  )
  const known = new Set(said)
  const { question } = heard(turn)
  const heardTerms = terms(question, turn.lang)
  const needed = heardTerms.filter((term) => !/\d/.test(term) && !whenWords.has(term))
  const held = needed.filter((term) => known.has(term)).length
  // "And on Sunday?" names no scenario, however near its letters are to one.
  const timeAlone = needed.length === 0 && heardTerms.length > 0
  const share = timeAlone ? 0 : needed.length === 0 ? 1 : held / needed.length
  return { share, whole: !timeAlone && held === needed.length, asks: readQuestion(question, turn.lang).asks !== 'open' }
}

const whenWords = new Set(
  Object.entries({
    en: 'monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow next week month morning afternoon evening noon am pm please',
    es: 'lunes martes miércoles jueves viernes sábado domingo hoy mañana próxima próximo semana mes tarde noche favor',
    ar: 'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد اليوم غدا بكرة الأسبوع الشهر صباحا مساء يوم ممكن',
  }).flatMap(([lang, words]) => terms(fold(words), lang)),
)
