import {
  matchScenario,
  openModel,
  trainScenarios,
  type Scenario,
  type TrainOptions,
} from '../../src/engine/classify/index.ts'
import type { Passage } from '../../src/engine/passage.ts'
import { buildIndex, openIndex, search } from '../../src/engine/retrieve/index.ts'
import type { Doc, IntentTask, RetrievalTask } from './sets.ts'

/** One decision: the closed-set best, the final decision (null: passed on), and the confidence that it is in scope. */
export interface Decision {
  id: string
  top: string
  intent: string | null
  score: number
  asked: boolean
}
export interface Ranking {
  id: string
  ranked: string[]
  target: boolean
}
export interface Timing {
  /** The first time: code that never ran before. */
  prepareMs: number
  perQueryMs: number
  bytes: number
}

/** Examples of a set that is trained again to be timed. */
const FEW = 1000

export interface TrainingTiming extends Timing {
  /** The best of three further times, and what opening the model takes of it. */
  againMs: number
  openMs: number
}

export function decideAll(
  task: IntentTask,
  options: TrainOptions = {},
): { decisions: Decision[]; timing: TrainingTiming } {
  const scenarios = new Map<string, string[]>()
  for (const { text, intent } of task.train) {
    if (intent === null) continue
    scenarios.set(intent, [...(scenarios.get(intent) ?? []), text])
  }
  const list: Scenario[] = [...scenarios].map(([id, examples]) => ({ id, examples }))
  const prepare = () => {
    const begin = performance.now()
    const blob = trainScenarios(list, options)
    const trained = performance.now()
    const model = openModel(blob)
    const ready = performance.now()
    return { blob, model, prepareMs: ready - begin, openMs: ready - trained }
  }
  const { blob, model, prepareMs, openMs } = prepare()
  const again = task.train.length > FEW ? [] : [prepare(), prepare(), prepare()]
  const begin = performance.now()
  const decisions = task.queries.map(({ id, text }): Decision => {
    const verdict = matchScenario(model, text)
    switch (verdict.kind) {
      case 'match':
        return { id, top: verdict.id, intent: verdict.id, score: verdict.score, asked: false }
      case 'ask':
      case 'both':
        return { id, top: verdict.ids[0], intent: verdict.ids[0], score: verdict.score, asked: verdict.kind === 'ask' }
      case 'pass':
        return { id, top: verdict.best?.id ?? '', intent: null, score: verdict.best?.score ?? -9, asked: false }
    }
  })
  const perQueryMs = (performance.now() - begin) / Math.max(1, task.queries.length)
  const againMs = Math.min(prepareMs, ...again.map((one) => one.prepareMs))
  return { decisions, timing: { prepareMs, againMs, openMs, perQueryMs, bytes: blob.byteLength } }
}

export function rankAll(task: RetrievalTask): { rankings: Ranking[]; timing: Timing } {
  const begin = performance.now()
  const blob = buildIndex(task.docs.map((doc) => passageOf(doc, task.lang)))
  const index = openIndex(blob)
  const ready = performance.now()
  const rankings = task.queries.map(({ id, text, before }): Ranking => {
    const { candidates } = search(index, text, { lang: task.lang, k: 10, context: before })
    const best = candidates[0]
    const ranked = candidates.map((one) => one.passage.id)
    return { id, ranked, target: best !== undefined && best.coverage >= 0.6 }
  })
  const perQueryMs = (performance.now() - ready) / Math.max(1, task.queries.length)
  return { rankings, timing: { prepareMs: ready - begin, perQueryMs, bytes: blob.byteLength } }
}

export function passageOf(doc: Doc, lang: string): Passage {
  return {
    id: doc.id,
    documentId: doc.id,
    versionId: '1',
    url: 'https://example.com/',
    title: doc.title,
    lang,
    headings: doc.heading === '' ? [] : [doc.heading],
    anchor: '',
    kind: doc.heading.endsWith('?') ? 'question' : 'text',
    text: doc.text,
    start: 0,
    end: doc.text.length,
    dated: '',
  }
}
