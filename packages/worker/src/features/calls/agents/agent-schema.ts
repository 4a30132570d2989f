import { z } from '@hono/zod-openapi'
import { Conversation } from '../../conversations/schema.ts'
import { expectable } from '../../turns/schema.ts'
import { Call, lang } from '../schema.ts'

export const AgentHeartbeat = z
  .strictObject({
    agentId: z.string().min(1).max(100),
    calls: z.number().int().min(0),
    capacity: z.number().int().min(0),
    draining: z.boolean(),
    speech: z.strictObject({
      recognises: z.array(lang).max(100),
      speaks: z.array(lang).max(100),
      label: z.string().max(120).describe('Says what kind of voice it is, such as "test voice".'),
    }),
  })
  .openapi('AgentHeartbeat')

export const AgentWelcome = z
  .object({ now: z.iso.datetime().describe('Our clock.'), validMs: z.number().int() })
  .openapi('AgentWelcome')

export const NewClaim = z
  .strictObject({
    room: z.string().min(1).max(200),
    jobId: z.string().min(1).max(200).describe('The media server’s id of the job that was given to this agent.'),
    dispatchId: z.string().min(1).max(200),
  })
  .openapi('NewClaim')

/** `name` is empty for answers that are fixed by the playbook. */
export const PhraseName = z.enum([
  'greeting',
  'back',
  'still_there',
  'silence_end',
  'not_understood',
  'trouble',
  'filler',
  'time_over',
  'safety',
  'answer',
])

const Phrase = z
  .object({
    name: PhraseName.openapi('CallPhraseName').describe(
      'What it is for. greeting: first · back: another agent took over · still_there, silence_end: nobody speaks · not_understood: nothing was recognised · trouble: our side failed · filler: the answer takes long · time_over: the call’s time ends · safety, answer: what the brain says word for word.',
    ),
    lang: z.string(),
    text: z.string().describe('To be spoken as it is.'),
  })
  .openapi('CallPhrase')

/** All that an agent needs in order to speak for a business; it decides nothing about content. */
export const CallSetting = z
  .object({
    assistant: z.string(),
    business: z.object({ name: z.string(), country: z.string(), phone: z.string() }),
    languages: z.array(z.string()),
    lang: z.string().describe('The language to begin in.'),
    greeting: z.string().describe('In `lang`, to be spoken as it is.'),
    opening: z
      .array(z.object({ text: z.string(), lang: z.string() }))
      .describe(
        'Of a phone call: said in place of the greeting; what is said first after it goes to the opening. Else empty.',
      ),
    keys: z
      .array(z.string())
      .describe('Of the phone: each is a choice by itself, as 0 is, unless something is asked for.'),
    voices: z
      .record(z.string(), z.object({ provider: z.string(), voice: z.string(), speed: z.number() }))
      .describe('By language; `provider` is empty when none was chosen.'),
    recognisers: z.record(z.string(), z.string()).describe('The provider that was chosen, by language.'),
    pronunciation: z.array(z.object({ written: z.string(), spoken: z.string(), lang: z.string() })),
    phrases: z.array(Phrase).describe('Said often: render them beforehand.'),
    playbookVersionId: z.string().describe('Phrases of one version never change; empty before the first.'),
    keyterms: z.array(z.string()).describe('Names and services, for the recogniser.'),
    patience: z.enum(['brisk', 'normal', 'patient']),
    recording: z.object({
      state: z.enum(['on', 'off']),
      nextPart: z.number().int().describe('The number of the next part to be put; above 0 after another job was lost.'),
    }),
    silence: z.object({ promptMs: z.number().int(), endMs: z.number().int() }),
    endsAt: z.iso.datetime().describe('When the call’s time is over.'),
  })
  .openapi('CallSetting')

export const CallResume = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('greet') }),
    z
      .object({
        kind: z.literal('reach'),
        isFirst: z.boolean().describe('Nothing was said yet: then they hear it ring.'),
      })
      .describe('Somebody is being fetched, or talks to the caller: say that it goes on, and do what comes back.'),
    z.object({
      kind: z.literal('go_on'),
      lastHeard: z.string().describe('The last that was said to the visitor, as far as it was heard.'),
      unanswered: z
        .union([z.object({ messageId: z.string(), text: z.string(), via: z.enum(['voice', 'keys']) }), z.null()])
        .describe('What the visitor said and was not answered: say the same turn again, with the same id.'),
      awaited: z
        .union([z.object({ field: expectable, about: expectable }), z.null()])
        .describe('What the visitor was asked for last; `about` is what a yes or no would confirm, else the same.'),
    }),
  ])
  .openapi('CallResume')

export const Claim = z
  .object({
    kind: z.literal('taken'),
    call: Call,
    conversation: Conversation,
    token: z.string().describe('For this call and the turns of its conversation.'),
    expiresInMs: z.number().int(),
    setting: CallSetting,
    resume: CallResume,
    isAlarming: z.boolean().describe('Those who are to know of a danger are still being rung: go on with it.'),
  })
  .openapi('CallClaim')

export const TurnedAway = z
  .object({
    kind: z.literal('turned_away'),
    say: z.array(z.object({ text: z.string(), lang: z.string() })).describe('To be spoken as it is; then hang up.'),
  })
  .openapi('CallTurnedAway')

export const ClaimReply = z.discriminatedUnion('kind', [Claim, TurnedAway]).openapi('CallClaimReply')
