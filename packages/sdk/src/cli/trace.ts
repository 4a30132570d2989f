import type { Replay, Trace } from '../admin.ts'
import { only, parse, type Verb } from './command.ts'

export const verb: Verb = {
  summary: 'show why it said that',
  help: `foyer trace TURN

Shows what each tier decided and why, what the answer stands on, and what was waited for.

  --link    print a link to the trace page instead; good for a short while
  --replay  make the turn again and say what comes out otherwise
  --draft   the same, answered by the draft of the playbook
  --json    the whole trace as JSON`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      link: { type: 'boolean', default: false },
      replay: { type: 'boolean', default: false },
      draft: { type: 'boolean', default: false },
    })
    const turnId = only(positionals, 'the turn, such as turn_…')
    if (values.link) return terminal.print(await terminal.foyer().traces.link(turnId))
    if (values.replay || values.draft) {
      const replay = await terminal.foyer().traces.replay(turnId, values.draft ? { playbook: 'draft' } : {})
      return terminal.print(values.json ? JSON.stringify(replay) : madeAgain(replay))
    }
    const trace = await terminal.foyer().traces.get(turnId)
    terminal.print(values.json ? JSON.stringify(trace) : inWords(trace))
  },
}

function inWords(trace: Trace): string {
  const understood = trace.asked !== '' && trace.asked !== trace.question ? [`understood as: ${trace.asked}`] : []
  const steps = trace.steps.map(({ tier, verdict, reason, score, threshold }) => {
    const numbers =
      score === null
        ? ''
        : threshold === null
          ? ` (${score.toFixed(2)})`
          : ` (${score.toFixed(2)} against ${threshold.toFixed(2)})`
    return `  ${tier}: ${verdict}, ${reason}${numbers}`
  })
  const rejected = trace.rejected.map(({ text, reason }) => `  not said: “${text}”, because ${reason}`)
  const waits = trace.waits.map(({ what, ms }) => `${what} ${ms} ms`)
  const { engine, playbook, knowledgeRevision } = trace.versions
  return [
    `asked: ${trace.question}`,
    ...understood,
    ...(trace.recognised ? ['the number had called before; nothing was said because of it'] : []),
    `answered: ${trace.answer || '(nothing)'}`,
    ...steps,
    ...rejected,
    ...(waits.length === 0 ? [] : [`waited for: ${waits.join(', ')}`]),
    `with knowledge revision ${knowledgeRevision}, playbook version ${playbook}, engine ${engine}`,
  ].join('\n')
}

function madeAgain({ verdict, reason, answer, differences }: Replay): string {
  return [
    `${verdict}: ${reason}`,
    ...(answer === null ? [] : [`answered: ${answer.text}`]),
    ...differences.map(({ step, recorded, recomputed }) => `  ${step}: ${recorded}\n    now ${recomputed}`),
  ].join('\n')
}
