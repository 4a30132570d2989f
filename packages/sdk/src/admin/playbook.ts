import type {
  Assistant,
  AssistantLook,
  NewAssistant,
  NewLook,
  Playbook,
  PlaybookDraft,
  PlaybookTrialResults,
  PlaybookVersion,
  PlaybookVersionWithPlaybook,
  PublishedPlaybookVersion,
} from '../generated/types.gen.ts'
import { type Asking, type Caller, type Changing, json } from './caller.ts'
import { listOf, type Paging } from './list.ts'

const lookAt = (assistantId: string) => `/v1/assistants/${encodeURIComponent(assistantId)}/look`

export function assistantsOf(caller: Caller) {
  return {
    create: (assistant: NewAssistant, options: Changing = {}) =>
      caller.post<Assistant>('/v1/assistants', assistant, options),
    list: (paging?: Paging) => listOf<Assistant>(caller, '/v1/assistants', paging),
    /** How its widget looks. */
    look: (assistantId: string, options: Asking = {}) => caller.get<AssistantLook>(lookAt(assistantId), {}, options),
    putLook: (assistantId: string, look: NewLook, options: Putting) =>
      caller.put<AssistantLook>(lookAt(assistantId), json(look), ifMatch(options), options),
  }
}

export interface Putting extends Asking {
  /** The revision you have seen (`get` names it; 0 at first). Another in its place refuses with `revision_conflict`. */
  revision: number
}

const yaml = 'application/yaml'

/** An assistant's playbook: one draft, and the numbered versions made of it. */
export function playbookOf(caller: Caller) {
  const at = (assistantId: string, rest = '') => `/v1/assistants/${encodeURIComponent(assistantId)}/playbook${rest}`
  return {
    get: (assistantId: string, options: Asking = {}) => caller.get<PlaybookDraft>(at(assistantId), {}, options),
    /** The draft as YAML, as people edit it. */
    getYaml: (assistantId: string, options: Asking = {}) => caller.text(at(assistantId), yaml, options),
    /** @throws FoyerError `unprocessable`, its `details` naming the fields. */
    put: (assistantId: string, playbook: NonNullable<Playbook>, options: Putting) =>
      caller.put<PlaybookDraft>(at(assistantId), json(playbook), ifMatch(options), options),
    putYaml: (assistantId: string, text: string, options: Putting) =>
      caller.put<PlaybookDraft>(at(assistantId), { type: yaml, data: text }, ifMatch(options), options),
    /** Makes the draft the next version, which answers from now on; `findings` are warnings about it. */
    publish: (assistantId: string, { note = '', ...options }: Changing & { note?: string } = {}) =>
      caller.post<PublishedPlaybookVersion>(at(assistantId, '/publish'), { note }, options),
    /** Which scenario of the draft these words would be; changes nothing. At most 20 at once. */
    try: (assistantId: string, texts: readonly string[], options: Changing = {}) =>
      caller.post<PlaybookTrialResults>(at(assistantId, '/try'), { texts }, options),
    /** Newest first. */
    versions: (assistantId: string, paging?: Paging) =>
      listOf<PlaybookVersion>(caller, at(assistantId, '/versions'), paging),
    version: (assistantId: string, number: number, options: Asking = {}) =>
      caller.get<PlaybookVersionWithPlaybook>(at(assistantId, `/versions/${number}`), {}, options),
    /** Makes a version the draft again; publish it to go back. */
    restore: (assistantId: string, number: number, options: Changing = {}) =>
      caller.post<PlaybookDraft>(at(assistantId, `/versions/${number}/restore`), undefined, options),
  }
}

const ifMatch = ({ revision }: Putting) => ({ 'if-match': `"${revision}"` })
