import { detectLanguage } from '../../engine/language/index.ts'
import { resolveFollowUp } from '../../engine/retrieve/index.ts'
import { askForPerson, pressed } from './pressed.ts'
import type { TurnInputs } from './trace.ts'
import type { CompiledPlaybook, Turn } from './turn.ts'

type Understood = Pick<
  Turn,
  | 'question'
  | 'asked'
  | 'previous'
  | 'lastKind'
  | 'cutOff'
  | 'via'
  | 'flow'
  | 'chosen'
  | 'reachable'
  | 'lang'
  | 'assistant'
  | 'business'
  | 'inputs'
>

interface SaidBefore {
  author: 'visitor' | 'assistant' | 'member'
  turnId: string | null
  text: string
}

/** What was asked, after what was said before, oldest first: the same when a turn is taken and when it is replayed. */
export function understood(
  turnId: string,
  said: readonly SaidBefore[],
  inputs: TurnInputs,
  playbook: CompiledPlaybook | null,
): Understood {
  const visitors = said.filter(({ author }) => author === 'visitor')
  const own = visitors.filter((message) => message.turnId === turnId)
  const typed = own.map(({ text }) => text).join('\n')
  const previous = visitors.filter((message) => message.turnId !== turnId).map(({ text }) => text)
  const allowed = playbook?.document.languages ?? ['en', 'es', 'ar']
  const { lang } = detectLanguage(typed, {
    allowed,
    ...(inputs.before === '' ? {} : { previous: inputs.before }),
  })
  const { lastKind, cutOff, via, flow, assistant, business, chosen = null } = inputs
  const question =
    chosen?.to === 'person' ? askForPerson(lang) : via === 'keys' ? pressed(typed, lang, flow !== null) : typed
  return {
    question,
    asked: resolveFollowUp(question, previous, lang).text,
    previous,
    lastKind,
    cutOff,
    via,
    flow,
    chosen,
    reachable: inputs.reachable === true,
    lang,
    assistant,
    business,
    inputs,
  }
}
