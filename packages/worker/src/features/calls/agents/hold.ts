import type { z } from '@hono/zod-openapi'
import { type Ctx, requireScope } from '../../../core/ctx.ts'
import { withTenant } from '../../../db/tenant.ts'
import { newId } from '../../../shared/ids.ts'
import { log } from '../../../shared/log.ts'
import { callEnded, holderOf, requireHeld, superseded } from '../access.ts'
import { endTheCall } from '../end.ts'
import { type CallRow, presentCall, presentConsent } from '../present.ts'
import type { CallChange, NewConsent } from '../schema.ts'
import * as store from '../store.ts'

/** Every second, so it touches no database: the conversation's object knows who holds the call. */
export async function holdCall(ctx: Ctx, callId: string) {
  requireScope(ctx, 'call:hold')
  const { conversationId, generation } = holderOf(ctx, callId)
  const beat = await ctx.objects.conversation(conversationId).beat(callId, generation)
  switch (beat.kind) {
    case 'held':
      if (beat.isBack) await goOn(ctx, callId, generation)
      return { now: ctx.now().toISOString(), endsAt: new Date(beat.endsAt).toISOString() }
    case 'superseded':
      throw superseded()
    case 'ended':
      throw callEnded()
    default:
      return beat satisfies never
  }
}

/** It had been given up for lost, and nobody has taken its place. */
async function goOn(ctx: Ctx, callId: string, generation: number): Promise<void> {
  log('info', 'call.agent-back', { tenantId: ctx.tenantId, callId, generation })
  const [[call]] = await withTenant(ctx).batch(store.goOn(callId, generation))
  if (call !== undefined) await announce(ctx, call)
}

async function announce(ctx: Ctx, call: CallRow) {
  const event = { type: 'call.changed', call: presentCall(call) }
  await ctx.objects.conversation(call.conversationId).announce(call.conversationId, event)
  return event.call
}

const leadTo = {
  greeted: ['claimed', 'opened'],
  in_conversation: ['claimed', 'greeted', 'consent', 'reconnecting'],
  reconnecting: ['greeted', 'consent', 'in_conversation'],
} as const

/** One conditional update; saying again where the call stands already changes nothing. */
export async function changeCall(ctx: Ctx, callId: string, { to, reason }: z.output<typeof CallChange>) {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  if (to === 'ended') {
    const [[found]] = await withTenant(ctx).batch(store.selectCall(callId))
    const before = requireHeld(found, holder)
    return presentCall(before.state === 'ended' ? before : await endTheCall(ctx, before, reason ?? 'assistant_ended'))
  }
  const set = { state: to, ...(to === 'greeted' ? { greetedAt: ctx.now() } : {}) }
  const [[found], [call]] = await withTenant(ctx).batch(
    store.selectCall(callId),
    store.changeState(callId, holder.generation, leadTo[to], set),
  )
  const before = requireHeld(found, holder)
  if (before.state === 'ended') throw callEnded()
  if (call === undefined) return presentCall(before)
  return announce(ctx, call)
}

export async function consent(ctx: Ctx, callId: string, given: z.output<typeof NewConsent>) {
  requireScope(ctx, 'call:hold')
  const holder = holderOf(ctx, callId)
  const [[found]] = await withTenant(ctx).batch(store.selectCall(callId))
  const call = requireHeld(found, holder)
  // What was agreed can be taken back in words; agreeing in words to what the notice did not ask for changes nothing.
  const stops = given.answer === 'refused' && call.recording === 'on'
  const [[receipt]] = await withTenant(ctx).batch(
    store.insertConsent({ id: newId('consent'), callId, ...given }),
    ...(stops ? [store.stopRecording(callId)] : []),
  )
  if (receipt === undefined) throw new Error('a receipt that was just written cannot be read')
  return presentConsent(receipt)
}
