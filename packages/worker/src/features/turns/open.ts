import { detectLanguage } from '../../engine/language/index.ts'
import { resolveFollowUp } from '../../engine/retrieve/index.ts'
import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { messages } from '../conversations/index.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { selectMonthSpend } from '../usage/index.ts'
import { compiled } from './compiled.ts'
import { modelAllowance } from './model-allowance.ts'
import * as store from './store.ts'
import { hurriedBy } from './spoken.ts'
import { Trace } from './trace.ts'
import type { CompiledPlaybook, Turn, TurnKind } from './turn.ts'

export interface Saying {
  conversationId: string
  messageId: string
  text: string
  lang?: string
  /** Test mode: answer as if it were this instant. */
  now?: string
  /** How it came, when a call was on. */
  via?: 'voice' | 'keys'
  /** How many turns the tenant took today (UTC), this one included. */
  turnsToday: number
}

type MessageRow = typeof messages.$inferSelect
type Setting = Awaited<ReturnType<typeof readSetting>>

export interface Opened {
  message: MessageRow
  turnState: 'running' | 'answered' | 'failed'
  setting: Setting
  /** Wall time of the batch: what the visitor waited for the acknowledgement. */
  waitedMs: number
}

/** The first batch: the message stored for good, the lease taken, and all that the answer needs read. */
export async function open(ctx: Ctx, saying: Saying, turnId: string): Promise<Opened> {
  const said = {
    turnId,
    messageId: newId('message'),
    conversationId: saying.conversationId,
    clientId: saying.messageId,
    text: saying.text,
    via: saying.via ?? null,
  }
  const from = Date.now()
  const [, , , [message], ...read] = await withTenant(ctx).batch(
    store.insertMessage(ctx, said),
    store.insertTurn(said),
    store.takeLease(saying.conversationId, saying.messageId),
    store.selectByClientId(saying.conversationId, saying.messageId),
    store.selectSetting(saying.conversationId),
    store.selectRecent(saying.conversationId),
    store.selectRecentTurns(saying.conversationId),
    selectMonthSpend(ctx.now()),
  )
  const setting = settingOf(read)
  const mine = ctx.principal.kind !== 'visitor' || setting?.visitorId === ctx.principal.visitorId
  if (setting === undefined || !mine) throw notFound('conversation')
  if (message === undefined) throw new AppError('conversation_ended', 'This conversation has ended. Begin a new one.')
  const turnState = setting.turns.find((turn) => turn.id === message.turnId)?.state ?? 'running'
  return { message, turnState, setting, waitedMs: Date.now() - from }
}

/** The same reading again, for a turn that had to wait for the one before it. */
export async function readSetting(ctx: Ctx, conversationId: string) {
  const read = await withTenant(ctx).batch(
    store.selectSetting(conversationId),
    store.selectRecent(conversationId),
    store.selectRecentTurns(conversationId),
    selectMonthSpend(ctx.now()),
  )
  const setting = settingOf(read)
  if (setting === undefined) throw notFound('conversation')
  return setting
}

function settingOf(
  read: [
    Awaited<ReturnType<typeof store.selectSetting>>,
    Awaited<ReturnType<typeof store.selectRecent>>,
    Awaited<ReturnType<typeof store.selectRecentTurns>>,
    Awaited<ReturnType<typeof selectMonthSpend>>,
  ],
) {
  const [[row], recent, turns, [spend]] = read
  return row === undefined
    ? undefined
    : { ...row, recent: recent.toReversed(), turns, spentMicros: spend?.costMicros ?? 0 }
}

/** Everything the tiers look at; documents come from the isolate's cache by version and revision. */
export async function prepare(
  ctx: Ctx,
  saying: Saying,
  turnId: string,
  setting: Setting,
  signal: AbortSignal,
): Promise<Turn> {
  const trace = new Trace()
  const [published, knowledge] = await trace.waitFor(
    'playbook and knowledge',
    Promise.all([compiled(ctx, setting.publishedVersionId), loadKnowledge(ctx, setting.revision)]),
  )
  const hurry = saying.via === 'voice' ? hurriedBy(setting.turns.filter(({ id }) => id !== turnId)) : ''
  trace.hurried = hurry
  const playbook = hurry === '' ? published : shortened(published)
  const own = setting.recent.filter((message) => message.turnId === turnId && message.author === 'visitor')
  const question = own.map((message) => message.text).join('\n') || saying.text
  const previous = setting.recent
    .filter((message) => message.author === 'visitor' && message.turnId !== turnId)
    .map((message) => message.text)
  const allowed = playbook?.document.languages ?? ['en', 'es', 'ar']
  const before = setting.lang === '' ? saying.lang : setting.lang
  const { lang } = detectLanguage(question, { allowed, ...(before === undefined ? {} : { previous: before }) })
  const lastAnswered = setting.turns.find((turn) => turn.id !== turnId && turn.state === 'answered')
  return {
    turnId,
    conversationId: saying.conversationId,
    question,
    asked: resolveFollowUp(question, previous, lang).text,
    previous,
    cutOff: setting.recent.findLast(({ author }) => author !== 'visitor')?.heard ?? null,
    lastKind: (lastAnswered?.kind ?? null) as TurnKind | null,
    lang,
    now: saying.now === undefined ? ctx.now() : new Date(saying.now),
    assistant: { id: setting.assistantId, name: setting.assistantName },
    business: { name: setting.business, country: setting.country },
    playbook,
    knowledge,
    model:
      hurry === ''
        ? modelAllowance(ctx, { turnId, turnsToday: saying.turnsToday, ...setting }, playbook)
        : { kind: 'none', why: hurry },
    trace,
    signal,
  }
}

/** One sentence, so that the wait is short. */
function shortened(playbook: CompiledPlaybook | null): CompiledPlaybook | null {
  if (playbook === null) return null
  const { document } = playbook
  return { ...playbook, document: { ...document, limits: { ...document.limits, answerSentences: 1 } } }
}
