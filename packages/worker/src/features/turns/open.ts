import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { AppError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { messages } from '../conversations/index.ts'
import { storeMessage } from '../leads/index.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { selectPending, selectTools, toolbox } from '../tools/index.ts'
import { selectMonthSpend } from '../usage/index.ts'
import { compiled } from './compiled.ts'
import { offered } from './flows/asking.ts'
import { lookOf } from './look.ts'
import { modelAllowance } from './model/allowance.ts'
import * as store from './store.ts'
import { hideSplitCard, type SplitCard } from './split-card.ts'
import { hurriedBy } from './spoken.ts'
import { type Chosen, Trace, type TurnInputs } from './trace.ts'
import type { CompiledPlaybook, LeftMessage, Turn, TurnKind } from './turn.ts'
import { understood } from './understood.ts'

export interface Saying {
  conversationId: string
  messageId: string
  text: string
  /** What was said in place of `text`: an answer to a sensitive question. */
  sealed?: string
  lang?: string
  /** Test mode: answer as if it were this instant. */
  now?: string
  /** How it came, when a call was on. */
  via?: 'voice' | 'keys'
  /** How many turns the tenant took today (UTC), this one included. */
  turnsToday: number
}

type MessageRow = typeof messages.$inferSelect
export type Setting = Awaited<ReturnType<typeof readSetting>>

export interface Opened {
  message: MessageRow
  turnState: 'running' | 'answered' | 'failed'
  setting: Setting
  /** Wall time of the batch: what the visitor waited for the acknowledgement. */
  waitedMs: number
}

/** The first batch: the message stored for good, the lease taken, and all that the answer needs read. */
export async function open(ctx: Ctx, saying: Saying, turnId: string, split: SplitCard | null = null): Promise<Opened> {
  const said = {
    turnId,
    messageId: newId('message'),
    conversationId: saying.conversationId,
    clientId: saying.messageId,
    text: saying.text,
    sealed: saying.sealed ?? '',
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
    selectTools(),
    selectPending(saying.conversationId),
  )
  const setting = settingOf(read)
  const mine = ctx.principal.kind !== 'visitor' || setting?.visitorId === ctx.principal.visitorId
  if (setting === undefined || !mine) throw notFound('conversation')
  if (message === undefined) throw new AppError('conversation_ended', 'This conversation has ended. Begin a new one.')
  const turnState = setting.turns.find((turn) => turn.id === message.turnId)?.state ?? 'running'
  if (split === null) return { message, turnState, setting, waitedMs: Date.now() - from }
  await hideSplitCard(ctx, saying.conversationId, split)
  return { message, turnState, setting: await readSetting(ctx, saying.conversationId), waitedMs: Date.now() - from }
}

/** The same reading again, for a turn that had to wait for the one before it. */
export async function readSetting(ctx: Ctx, conversationId: string) {
  const read = await withTenant(ctx).batch(
    store.selectSetting(conversationId),
    store.selectRecent(conversationId),
    store.selectRecentTurns(conversationId),
    selectMonthSpend(ctx.now()),
    selectTools(),
    selectPending(conversationId),
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
    Awaited<ReturnType<typeof selectTools>>,
    Awaited<ReturnType<typeof selectPending>>,
  ],
) {
  const [[row], recent, turns, [spend], tools, [pendingCall]] = read
  return row === undefined
    ? undefined
    : { ...row, recent: recent.toReversed(), turns, spentMicros: spend?.costMicros ?? 0, tools, pendingCall }
}

/** Everything the tiers look at; documents come from the isolate's cache by version and revision. */
export async function prepare(
  ctx: Ctx,
  saying: Saying,
  turnId: string,
  setting: Setting,
  chosen: Chosen | null,
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
  const lastAnswered = setting.turns.find((turn) => turn.id !== turnId && turn.state === 'answered')
  const inputs: TurnInputs = {
    until: setting.recent.at(-1)?.position ?? 0,
    before: setting.lang === '' ? (saying.lang ?? '') : setting.lang,
    lastKind: (lastAnswered?.kind ?? null) as TurnKind | null,
    cutOff: setting.recent.findLast(({ author }) => author !== 'visitor')?.heard ?? null,
    via: saying.via ?? null,
    flow: lastAnswered?.flow ?? (setting.onlyMessage && lastAnswered === undefined ? offered : null),
    ...(chosen === null ? {} : { chosen }),
    ...(setting.reachable || (chosen?.to === 'person' && chosen.reaches) ? { reachable: true as const } : {}),
    ...(setting.recognised ? { recognised: true as const } : {}),
    assistant: { id: setting.assistantId, name: setting.assistantName },
    business: { name: setting.business, country: setting.country },
  }
  return {
    turnId,
    conversationId: saying.conversationId,
    ...understood(turnId, setting.recent, inputs, playbook),
    now: saying.now === undefined ? ctx.now() : new Date(saying.now),
    playbook,
    knowledge,
    model:
      hurry === ''
        ? await modelAllowance(ctx, { turnId, turnsToday: saying.turnsToday, ...setting }, playbook)
        : { kind: 'none', why: hurry },
    look: lookOf(ctx, knowledge, playbook),
    tools: toolbox(ctx, { turnId, conversationId: saying.conversationId, signal }, setting.tools, setting.pendingCall),
    leaveMessage: (message) => leave(ctx, saying.conversationId, turnId, message),
    trace,
    signal,
  }
}

/** One sentence, so that the wait is short. */
export function shortened(playbook: CompiledPlaybook | null): CompiledPlaybook | null {
  if (playbook === null) return null
  const { document } = playbook
  return { ...playbook, document: { ...document, limits: { ...document.limits, answerSentences: 1 } } }
}

/** Once a turn, however often it is tried. What is refused (too many today, no way to answer) is said, not thrown. */
async function leave(ctx: Ctx, conversationId: string, turnId: string, { callback, answers, ...message }: LeftMessage) {
  const reason = callback === undefined ? ('message' as const) : ('handoff' as const)
  try {
    return (await storeMessage(ctx, conversationId, { ...message, messageId: turnId, reason }, callback, answers)).lead
      .id
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
