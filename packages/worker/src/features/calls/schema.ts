import { z } from '@hono/zod-openapi'
import { pageOf, pageQuery } from '../../web/operation.ts'
import { words } from '../conversations/schema.ts'
import { Mode } from '../tenants/schema.ts'
import { outcomes } from './after/outcome.ts'
import { CallLeg } from './reaching/schema.ts'
import { callStates, endReasons } from './table.ts'

export const lang = z.string().regex(/^[a-z]{2,3}$/, 'must be a language such as "en"')
const maybeInstant = z.union([z.iso.datetime(), z.null()])

export const EndReason = z.enum(endReasons).openapi('CallEndReason')

export const Outcome = z.enum(outcomes).openapi('CallOutcome')

const CallSummary = z
  .object({
    name: z.string(),
    number: z.string().describe('E.164: the one they left, else the one they called from; empty when there is none.'),
    reason: z.string().describe('A sentence of theirs, at most 200 characters; empty when nothing was said.'),
    urgency: z.enum(['danger', 'urgent', 'normal']),
  })
  .openapi('CallSummary')

export const Call = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    mode: Mode,
    channel: z.enum(['web', 'phone']),
    caller: z.string().describe('E.164, as the phone network claims it; empty when hidden, or on the web.'),
    dialled: z.string().describe('E.164; empty on the web.'),
    recognised: z
      .boolean()
      .describe(
        'The same number had called before, and `repeatCallers` lets it be known: it chose the language, and who is fetched is told. Nothing of it is said to the caller.',
      ),
    purpose: z
      .enum(['talk', 'message'])
      .describe('`message`: all lines were busy, or it was set so: only a message was taken.'),
    state: z.enum(callStates),
    reason: z.union([EndReason, z.null()]).describe('Why it ended; null while it runs.'),
    outcome: z
      .union([Outcome, z.null()])
      .describe('What came of it: as a member set it, else as we found it; null until a moment after its end.'),
    foundOutcome: z.union([Outcome, z.null()]).describe('As we found it.'),
    correctedBy: z.string().describe('The member or key that set it right; empty when nobody did.'),
    correctedAt: maybeInstant,
    summary: z.union([CallSummary, z.null()]).describe('Of their own words alone; null until a moment after its end.'),
    source: z.string().describe('What brought it: the label of the number, or the page of your site; may be empty.'),
    lang: z.string().describe('The language it began in.'),
    recording: z.enum(['on', 'off']),
    recordingBytes: z.number().int().describe('0 when there is no recording.'),
    generation: z.number().int().describe('Of the agent that holds it: counts those that were asked for.'),
    createdAt: z.iso.datetime(),
    joinedAt: maybeInstant,
    greetedAt: maybeInstant,
    endedAt: maybeInstant,
  })
  .openapi('Call')

export const CallPage = pageOf(Call, 'CallPage')

const filter = {
  outcome: z
    .enum(['running', ...outcomes])
    .optional()
    .describe('Those that run, or of which this came.'),
  reason: EndReason.optional().describe('Those that ended for this reason.'),
  q: z.string().trim().min(1).max(100).optional().describe('Sought in numbers, names and what the call was about.'),
  lang: lang.optional().describe('The language they began in.'),
  caller: z.string().min(1).max(16).optional().describe('Those from exactly this number, E.164.'),
  conversationId: z.string().optional().describe('Those in this conversation.'),
}

export const CallFilter = z.strictObject(filter)
export const CallQuery = pageQuery.extend(filter)

export const CallCorrection = z
  .strictObject({ outcome: z.union([Outcome, z.null()]).describe('null takes a correction back.') })
  .openapi('CallCorrection')

export const NewCall = z
  .strictObject({
    lang: lang.optional().describe('What the visitor reads; the conversation’s own when left out.'),
    recording: z.enum(['agreed', 'refused', 'not_asked']).describe('What the visitor answered to the notice.'),
    noticeVersion: z.string().max(40).describe('Of the notice that was shown.'),
    page: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .describe('Of your site, where it is made; host and path are kept as `source`.'),
  })
  .openapi('NewCall')

const Join = z
  .object({
    url: z.string().describe('WebSocket address of the media server.'),
    token: z.string().describe('Lets this visitor into this room, with microphone and data only.'),
    expiresInMs: z.number().int().describe('For joining; who is connected stays.'),
    now: z.iso.datetime().describe('Our clock, to tell the difference from yours.'),
  })
  .openapi('CallJoin')

export const OpenedCall = z.object({ call: Call, join: Join }).openapi('OpenedCall')

export const HeardTurn = z
  .strictObject({
    turnId: z.string(),
    playedAt: z.iso.datetime().describe('When the first audio of the reply was played, by our clock.'),
  })
  .openapi('HeardTurn')

export const CallChange = z
  .strictObject({
    to: z.enum(['greeted', 'in_conversation', 'reconnecting', 'ended']),
    reason: z
      .enum(['visitor_hung_up', 'assistant_ended', 'silence', 'visitor_lost', 'media_lost', 'time_limit', 'failed'])
      .optional()
      .describe('With `ended`.'),
  })
  .openapi('CallChange')

export const CallBeat = z
  .object({
    now: z.iso.datetime().describe('Our clock.'),
    endsAt: z.iso.datetime().describe('When the call’s time is over.'),
  })
  .openapi('CallBeat')

export const SaidFirst = z
  .strictObject({
    said: words().trim().min(1).max(2000).describe('Words, or the key that was pressed.'),
    via: z.enum(['voice', 'keys']),
  })
  .openapi('SaidFirst')

export const Opening = z
  .object({
    isOpen: z.boolean().describe('Whether what is said next belongs here too.'),
    isTurn: z.boolean().describe('What was said is about something else: take it as a turn.'),
    lang: z.string().describe('Speak this one from now on.'),
    recording: z.enum(['on', 'off']),
    say: z.array(z.object({ text: z.string(), lang: z.string() })).describe('As it is; empty before a turn.'),
    isHandedOn: z.boolean().describe('Another assistant goes on: ask for the setting anew, before you speak.'),
  })
  .openapi('CallOpening')

export const LateWords = z
  .strictObject({
    messageId: z.uuid().describe('Of these words; told again with it they are there once.'),
    saidAt: z.iso.datetime().describe('When they were said; it is brought into the call where it lies outside.'),
    text: words().trim().min(1).max(2000),
  })
  .openapi('CallLateWords')

export const NewConsent = z
  .strictObject({
    kind: z.enum(['recording']),
    answer: z.enum(['agreed', 'refused']),
    lang,
    wording: z.string().min(1).max(1000).describe('The words that were spoken.'),
    noticeVersion: z.string().max(40),
  })
  .openapi('NewConsent')

export const Consent = z
  .object({
    id: z.string(),
    kind: z.enum(['recording']),
    answer: z
      .enum(['agreed', 'refused', 'not_asked', 'announced'])
      .describe('announced: the law asks no question there, and they were told.'),
    lang: z.string(),
    wording: z.string(),
    noticeVersion: z.string(),
    rule: z.string().describe('The rule of recording law that was applied; empty where everybody is asked.'),
    ruleVersion: z.string().describe('Of the table it is from.'),
    createdAt: z.iso.datetime(),
  })
  .openapi('Consent')

export const CallRecord = z
  .object({
    call: Call,
    consents: z.array(Consent),
    legs: z.array(CallLeg).describe('Whom we rang for it, in order.'),
  })
  .openapi('CallRecord')

export const RecordingPart = z.object({ part: z.number().int(), bytes: z.number().int() }).openapi('RecordingPart')
