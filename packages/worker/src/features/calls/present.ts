import type { z } from '@hono/zod-openapi'
import type { CallLeg } from './reaching/schema.ts'
import type { Call, Consent } from './schema.ts'
import type { callLegs, calls, consents } from './table.ts'

export type CallRow = typeof calls.$inferSelect

export function presentCall(row: CallRow): z.infer<typeof Call> {
  const { id, conversationId, mode, channel, caller, dialled, purpose, state, endReason, lang, recording, generation } =
    row
  return {
    id,
    conversationId,
    mode,
    channel,
    caller,
    dialled,
    recognised: row.recognised,
    purpose,
    state,
    reason: endReason,
    outcome: row.correctedOutcome ?? row.outcome,
    foundOutcome: row.outcome,
    correctedBy: row.correctedBy,
    correctedAt: row.correctedAt?.toISOString() ?? null,
    summary: row.summary,
    source: row.source,
    lang,
    recording,
    recordingBytes: row.recordingSizes.reduce((sum, bytes) => sum + bytes, 0),
    generation,
    createdAt: row.createdAt.toISOString(),
    joinedAt: row.joinedAt?.toISOString() ?? null,
    greetedAt: row.greetedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

export function presentConsent(row: typeof consents.$inferSelect): z.infer<typeof Consent> {
  const { id, kind, answer, lang, wording, noticeVersion, rule, ruleVersion } = row
  return { id, kind, answer, lang, wording, noticeVersion, rule, ruleVersion, createdAt: row.createdAt.toISOString() }
}

export function presentLeg(row: typeof callLegs.$inferSelect): z.infer<typeof CallLeg> {
  const { id, turnId, purpose, wave, personId, name, number, manner, state, result } = row
  const { rangAt, answeredAt, acceptedAt, endedAt } = row
  const at = (instant: Date | null) => instant?.toISOString() ?? null
  return {
    ...{ id, turnId, purpose, wave, personId, name, number, manner, state, result },
    ...{ rangAt: at(rangAt), answeredAt: at(answeredAt), acceptedAt: at(acceptedAt), endedAt: at(endedAt) },
  }
}
