import {
  type Given,
  lineOf,
  type PendingCall,
  readArguments,
  type ToolOutcome,
  type ToolSpec,
} from '../../tools/index.ts'
import type { OfferOut, SentenceOut } from '../../conversations/schema.ts'
import type { ModelLine } from '../model/line.ts'
import type { Answer, Reasoned, Turn, Verdict } from '../turn.ts'
import { callOffer, fixed } from '../wording/wording.ts'
import { fillIn } from '../wording/words.ts'

type Wanted = Extract<ModelLine, { kind: 'tool' }>

/** What becomes of a model's wish to use a tool: a question for what is missing, "Shall I …?", or the tool's own answer. */
export async function toolAnswer(turn: Turn, wanted: Wanted): Promise<Verdict> {
  const spec = turn.tools.specs.find(({ name }) => name === wanted.tool)
  if (spec === undefined) return refused(turn, wanted, 'There is no such tool.')
  const words = [...turn.previous.slice(-6), turn.question].join('\n')
  const { lang, business } = turn
  const read = readArguments(spec.arguments, wanted.arguments, { words, lang, country: business.country })
  switch (read.kind) {
    case 'refused':
      return refused(turn, wanted, read.reason)
    case 'missing':
      return turn.lastKind === 'clarify'
        ? refused(turn, wanted, 'What it needs was asked for before and not told.')
        : answered('clarify', [fixed(turn, 'toolNeeds', { what: namesOf(spec, read.names) })], [], {
            reason: `The tool “${spec.name}” needs ${read.names.join(', ')}.`,
          })
    case 'ready':
      if (spec.confirm === 'never') return used(turn, spec, read.given, null)
      turn.trace.tools.used = spec
      await turn.tools.ask(spec, read.given)
      return answered('confirm', [asking(turn, spec, read.given)], [], {
        reason: `The tool “${spec.name}” acts only when the visitor agrees.`,
      })
    default:
      return read satisfies never
  }
}

/** Carries a call out and tells what came of it: the owner's words around the tool's own values, or its lines quoted. */
export async function used(
  turn: Turn,
  spec: ToolSpec,
  given: Given,
  pending: PendingCall | null,
): Promise<Verdict & { kind: 'answered' }> {
  const outcome = await turn.trace.waitFor(`tool ${spec.name}`, turn.tools.use(spec, given, pending))
  Object.assign(turn.trace.tools, { used: spec, outcome })
  if (outcome.kind === 'failed') {
    const words = fixed(turn, outcome.sent && spec.confirm === 'always' ? 'toolUnsure' : 'toolFailed')
    return answered('unknown', [words], [{ kind: 'message' }, ...callOffer(turn)], {
      reason: `The tool “${spec.name}” failed: ${outcome.reason}`,
    })
  }
  return answered('answer', told(turn, spec, outcome), [], { reason: `The tool “${spec.name}” answered.` })
}

function told(turn: Turn, spec: ToolSpec, outcome: Extract<ToolOutcome, { lines: string }>): SentenceOut[] {
  const own = ownWords(turn, spec, outcome)
  const sentences = own === null ? quotedLines(turn, spec, outcome) : [own]
  if (outcome.kind === 'dry') return [fixed(turn, 'toolDry'), ...sentences]
  return sentences.length === 0 ? [fixed(turn, 'toolDone')] : sentences
}

const evidenceOf = (turn: Turn, spec: ToolSpec, callId: string, line: NonNullable<ReturnType<typeof lineOf>>) => ({
  kind: 'tool' as const,
  toolId: spec.id,
  name: spec.name,
  callId,
  at: turn.now.toISOString(),
  text: line.text,
  start: line.start,
  end: line.end,
})

/** The owner's sentence, when the result has every field it names. */
function ownWords(
  turn: Turn,
  spec: ToolSpec,
  { callId, lines }: Extract<ToolOutcome, { lines: string }>,
): SentenceOut | null {
  const lang = spec.say[turn.lang] === undefined ? Object.keys(spec.say)[0] : turn.lang
  const wording = lang === undefined ? undefined : spec.say[lang]
  if (lang === undefined || wording === undefined) return null
  const fields = [...wording.matchAll(/\{([\w.]+)\}/g)].map((match) => match[1] ?? '')
  const found = [...new Set(fields)].map((field) => ({ field, line: lineOf(lines, field) }))
  if (found.length === 0) return { text: wording, lang, evidence: [{ kind: 'fixed', name: `tool.${spec.name}` }] }
  const evidence = found.flatMap(({ line }) => (line === null ? [] : [evidenceOf(turn, spec, callId, line)]))
  if (evidence.length < found.length) return null
  const values = Object.fromEntries(found.map(({ field, line }) => [field, line?.value ?? '']))
  return { text: wording.replace(/\{([\w.]+)\}/g, (_, field: string) => values[field] ?? ''), lang, evidence }
}

function quotedLines(
  turn: Turn,
  spec: ToolSpec,
  { callId, lines }: Extract<ToolOutcome, { lines: string }>,
): SentenceOut[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 3)
    .flatMap((text) => {
      const line = lineOf(lines, text.slice(0, text.indexOf(': ')))
      if (line === null) return []
      const quoted = fixed(turn, 'toolSays', { quote: line.text })
      return [{ ...quoted, evidence: [evidenceOf(turn, spec, callId, line)] }]
    })
}

function asking(turn: Turn, spec: ToolSpec, given: Given): SentenceOut {
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
  const own = spec.ask[turn.lang]
  const named = own === undefined ? [] : [...own.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  if (own !== undefined && named.every((name) => name in values))
    return { text: fillIn(own, values), lang: turn.lang, evidence: [{ kind: 'fixed', name: `tool.${spec.name}` }] }
  const list = Object.entries(values).map(([name, value]) => `${namesOf(spec, [name])}: ${value}`)
  const what = [spec.name.replaceAll('_', ' '), ...list].join(', ')
  return fixed(turn, 'toolAsk', { what })
}

function namesOf(spec: ToolSpec, names: readonly string[]): string {
  return names.map((name) => spec.arguments.properties[name]?.description || name.replaceAll('_', ' ')).join(', ')
}

function refused(turn: Turn, wanted: Wanted, reason: string): Verdict {
  turn.trace.rejected.push({
    text: JSON.stringify({ tool: wanted.tool, arguments: wanted.arguments }).slice(0, 300),
    reason,
  })
  return { kind: 'passed', reason: `The model wanted to use “${wanted.tool.slice(0, 40)}”: ${reason}` }
}

function answered(
  kind: Answer['kind'],
  sentences: SentenceOut[],
  offers: OfferOut[],
  why: Reasoned,
): Verdict & { kind: 'answered' } {
  return { kind: 'answered', answer: { tier: 'llm', kind, confidence: 1, sentences, offers }, ...why }
}
