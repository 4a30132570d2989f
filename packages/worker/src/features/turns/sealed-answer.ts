import type { Ctx } from '../../core/ctx.ts'
import { hearYesNo, soundsAsked, toldCard } from '../../engine/capture/index.ts'
import { detectEmergency } from '../../engine/emergency/index.ts'
import { detectBuiltIn } from '../../engine/intents/index.ts'
import { seal } from '../../shared/secret.ts'
import { answerPurpose } from '../leads/index.ts'

/** What stands in a conversation where a sensitive question was answered. */
export const sealedWords = '••••'

/** An answer to a sensitive question, sealed before anything is written; null when something else was said. */
export async function sealedAnswer(ctx: Ctx, text: string): Promise<string | null> {
  const isElse =
    toldCard(text) ||
    hearYesNo(text) === 'cancel' ||
    soundsAsked(text) ||
    detectBuiltIn(text) !== null ||
    detectEmergency(text).grade !== 'none'
  return isElse ? null : seal(text, ctx.config.FOYER_SECRET, answerPurpose)
}
