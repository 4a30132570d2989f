import type { LocationFacts } from '../engine/location-facts.ts'
import type { Passage } from '../engine/passage.ts'
import { buildIndex, openIndex, resolveFollowUp } from '../engine/retrieve/index.ts'
import type { LlmPort } from '../ports/llm.ts'
import type { Toolbox } from '../features/tools/index.ts'
import { Breaker } from '../features/turns/model/breaker.ts'
import { respond } from '../features/turns/respond.ts'
import { Trace } from '../features/turns/trace.ts'
import type { Answer, CompiledPlaybook, ModelAllowance, Turn } from '../features/turns/turn.ts'

export interface BarePage {
  title: string
  heading: string
  lang: string
  text: string
  url?: string
}

/** An index of pages, one passage and one document each. */
export function indexOf(pages: readonly BarePage[]) {
  const passages = pages.map(({ title, heading, lang, text, url = 'https://a.example/' }, at): Passage => ({
    id: `p${at}`,
    documentId: `d${at}`,
    versionId: `dv${at}`,
    url,
    title,
    lang,
    headings: [heading],
    anchor: '',
    kind: 'text',
    text,
    start: 0,
    end: text.length,
    dated: '',
  }))
  return openIndex(buildIndex(passages))
}

export const noTools: Toolbox = {
  specs: [],
  pending: null,
  ask: async () => undefined,
  leave: async () => undefined,
  use: async () => ({ kind: 'failed', callId: '', sent: false, reason: 'There is no tool.' }),
}

/** A model that may be asked without limits or waiting. */
export function allowed(llm: LlmPort): ModelAllowance {
  const hold = async () => true
  const nothing = async () => undefined
  return {
    kind: 'allowed',
    llm,
    priceIn: 1,
    priceOut: 1,
    hold,
    settle: nothing,
    breaker: new Breaker(),
    pause: nothing,
  }
}

export interface BareTurn {
  question: string
  lang?: string
  previous?: readonly string[]
  lastKind?: Turn['lastKind']
  index?: Turn['knowledge']['index']
  facts?: readonly LocationFacts[]
  playbook?: CompiledPlaybook | null
  model?: ModelAllowance
  tools?: Toolbox
  recognised?: true
}

/** A turn through all tiers, without database and doors: what it says, and its trace. */
export async function answerBare(given: BareTurn): Promise<Answer & { told: string; trace: Trace }> {
  const { question, lang = 'en', previous = [], lastKind = null, index = null, facts = [], playbook = null } = given
  const assistant = { id: 'a', name: 'Ada' }
  const business = { name: 'Mesa Boilers', country: 'US' }
  const turn: Turn = {
    turnId: 't',
    conversationId: 'c',
    question,
    asked: resolveFollowUp(question, previous, lang).text,
    previous,
    lastKind,
    cutOff: null,
    via: null,
    flow: null,
    chosen: null,
    reachable: false,
    leaveMessage: async () => null,
    lang,
    now: new Date('2026-11-23T17:00:00Z'),
    assistant,
    business,
    playbook,
    knowledge: { revision: 1, index, facts, vectors: null },
    look: null,
    model: given.model ?? { kind: 'none', why: 'No model is connected.' },
    tools: given.tools ?? noTools,
    inputs: {
      ...{ until: 0, before: lang, lastKind, cutOff: null, via: null, flow: null, assistant, business },
      ...(given.recognised === undefined ? {} : { recognised: given.recognised }),
    },
    trace: new Trace(),
    signal: new AbortController().signal,
  }
  const work = respond(turn)
  const said: string[] = []
  for (;;) {
    const next = await work.next()
    if (next.done === true) return { ...next.value, told: said.join(' '), trace: turn.trace }
    if (next.value.kind === 'sentence') said.push(next.value.sentence.text)
  }
}
