import { speakable } from '../../engine/speakable/index.ts'
import type { Ctx } from '../../core/ctx.ts'
import { withTenant } from '../../db/tenant.ts'
import { isUnavailable } from '../../db/unavailable.ts'
import { newId } from '../../shared/ids.ts'
import { patiently } from '../../shared/patiently.ts'
import { utcDay } from '../../shared/time.ts'
import { presentMessage } from '../conversations/index.ts'
import type { SentenceOut } from '../conversations/schema.ts'
import { insertUsage } from '../usage/index.ts'
import { choose } from './choose.ts'
import { type Opened, prepare, readSetting, type Saying } from './open.ts'
import { respond } from './respond.ts'
import type { StreamEventOut } from './schema.ts'
import * as store from './store.ts'
import type { Answer, Turn } from './turn.ts'

type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'n'> : never
export type NewEvent = Unnumbered<StreamEventOut>

/**
 * Answers an opened turn and closes it; what it yields has been released, what it ends with is stored. While the database
 * is away it waits: what was acknowledged is answered although a server was restarted under it.
 */
export async function* answerTurn(
  ctx: Ctx,
  saying: Saying,
  turnId: string,
  opened: Opened | null,
  signal: AbortSignal,
  interrupted: AbortSignal,
): AsyncGenerator<NewEvent> {
  const whileAway = { again: isUnavailable, signal }
  const found = opened?.setting ?? (await patiently(() => readSetting(ctx, saying.conversationId), whileAway))
  const thinking = AbortSignal.any([signal, interrupted])
  const { setting, chosen } = await patiently(() => choose(ctx, saying, turnId, found), whileAway)
  if (setting.assistantId !== found.assistantId)
    yield { type: 'assistant.changed', turnId, name: setting.assistantName }
  const turn = await patiently(() => prepare(ctx, saying, turnId, setting, chosen, thinking), whileAway)
  if (opened !== null) turn.trace.waits.unshift({ what: 'message stored', ms: opened.waitedMs })
  const saidNow = respond(turn)
  const stop = whenAborted(interrupted)
  const released: SentenceOut[] = []
  for (;;) {
    const next = await unlessInterrupted(saidNow.next(), stop, interrupted)
    if (next === 'interrupted') {
      yield await patiently(() => closeEarly(ctx, turn, released), whileAway)
      return
    }
    if (next.done === true) {
      const answer = next.value
      yield await patiently(() => close(ctx, turn, answer), whileAway)
      return
    }
    if (next.value.kind === 'thinking') {
      yield { type: 'thinking', turnId, words: next.value.words }
      continue
    }
    if (next.value.kind === 'left') {
      yield { type: 'lead.left', leadId: next.value.leadId }
      continue
    }
    const { sentence } = next.value
    const ear =
      saying.via !== undefined ? { speakable: speakable(sentence.text, sentence.lang, turn.business.country) } : {}
    yield { type: 'sentence', turnId, index: released.push(sentence) - 1, sentence, ...ear }
  }
}

/** What is asked of the tiers is left where it is when the visitor speaks over it; a model's call ends with the signal. */
async function unlessInterrupted<T>(
  work: Promise<T>,
  stop: Promise<'interrupted'>,
  interrupted: AbortSignal,
): Promise<T | 'interrupted'> {
  try {
    return await Promise.race([work, stop])
  } catch (error) {
    if (interrupted.aborted) return 'interrupted'
    throw error
  }
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<'interrupted'>((resolve) => {
    if (signal.aborted) resolve('interrupted')
    signal.addEventListener('abort', () => resolve('interrupted'), { once: true })
  })

/** Interrupted: what had been released is the reply; when nothing had, there is none. */
async function closeEarly(ctx: Ctx, turn: Turn, released: SentenceOut[]): Promise<NewEvent> {
  if (released.length === 0) {
    await failTurn(ctx, turn.conversationId, turn.turnId)
    return brokeOff(turn.turnId, 'interrupted')
  }
  return close(ctx, turn, { tier: turn.trace.tier, kind: 'answer', confidence: 1, sentences: released, offers: [] })
}

/** The last batch: answer, trace, usage, lease released. A second closer, or a second try, finds the first one's reply. */
async function close(ctx: Ctx, turn: Turn, answer: Answer): Promise<NewEvent> {
  const { turnId, conversationId, lang } = turn
  const { tier, kind, confidence, sentences, offers } = answer
  const { usage } = turn.trace
  const fetches = answer.fetches === undefined ? {} : { fetches: answer.fetches }
  const expects = answer.expects === undefined ? {} : { expects: answer.expects }
  const now = ctx.now()
  const text = sentences.map((sentence) => sentence.text).join(' ')
  const reply = {
    id: newId('message'),
    conversationId,
    author: 'assistant' as const,
    turnId,
    text,
    lang,
    sentences,
    offers,
  }
  const [, [stored]] = await withTenant(ctx).batch(
    store.insertReply(reply),
    store.selectReply(turnId),
    store.closeTurn(turnId, {
      state: 'answered',
      tier,
      kind,
      confidence,
      lang,
      trace: turn.trace.record(turn),
      closedAt: now,
    }),
    store.releaseLease(conversationId, turnId, lang),
    insertUsage({ id: newId('usage'), day: utcDay(now), kind: 'turn', tier, turnId, ...usage }),
  )
  if (stored === undefined) throw new Error('a reply that was just stored cannot be read')
  return {
    type: 'turn.answered',
    turnId,
    tier,
    kind,
    confidence,
    lang,
    offers,
    ...expects,
    ...fetches,
    message: presentMessage(stored),
  }
}

/** A turn that broke after its message was acknowledged: said so, and the lease given back. */
export async function failTurn(ctx: Ctx, conversationId: string, turnId: string): Promise<NewEvent> {
  await withTenant(ctx).batch(
    store.closeTurn(turnId, { state: 'failed', closedAt: ctx.now() }),
    store.releaseLease(conversationId, turnId, ''),
  )
  return brokeOff(turnId, 'internal')
}

const broke = {
  internal: 'The answer broke off on our side. Your message is kept; please ask again.',
  unavailable: 'The answer broke off on our side. Your message is kept; please ask again.',
  interrupted: 'You went on before an answer came.',
}

export const brokeOff = (turnId: string, code: keyof typeof broke): NewEvent => ({
  type: 'turn.failed',
  turnId,
  code,
  message: broke[code],
})

/** The end of a turn that was closed before, told again. */
export async function retell(ctx: Ctx, turnId: string, signal: AbortSignal): Promise<NewEvent | null> {
  const [[turn], [reply]] = await patiently(
    () => withTenant(ctx).batch(store.selectTurn(turnId), store.selectReply(turnId)),
    { again: isUnavailable, signal },
  )
  if (turn?.state !== 'answered' || reply === undefined || turn.tier === null || turn.kind === null) return null
  const message = presentMessage(reply)
  return {
    type: 'turn.answered',
    turnId,
    tier: turn.tier,
    kind: turn.kind,
    confidence: turn.confidence ?? 0,
    lang: turn.lang,
    offers: message.offers,
    message,
  }
}
