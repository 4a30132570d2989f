import { setTimeout as sleep } from 'node:timers/promises'
import { get, type Service } from './client.ts'
import type { Said } from './talker.ts'

type Message = { clientId: string; author: string; turnId: string; text: string }

export type Verdict = {
  acknowledged: number
  /** Acknowledged and not there, in words. */
  lost: string[]
  /** There more than once, or answered more than once. */
  doubled: string[]
  /** Acknowledged, and no reply is stored. */
  unanswered: string[]
  /** Never acknowledged, whatever was tried. */
  refused: string[]
}

/** What the record says of what the visitors were told. Turns that a dead object left are given `patienceMs` to be found. */
export async function judge(
  { apiUrl }: Service,
  secretKey: string,
  said: readonly Said[],
  patienceMs: number,
): Promise<Verdict> {
  const deadline = Date.now() + patienceMs
  const verdict: Verdict = { acknowledged: 0, lost: [], doubled: [], unanswered: [], refused: [] }
  for (const [conversationId, ours] of Map.groupBy(said, (one) => one.conversationId)) {
    const acknowledged = ours.filter(({ turnId }) => turnId !== '')
    verdict.acknowledged += acknowledged.length
    verdict.refused.push(...ours.filter(({ turnId }) => turnId === '').map(wordsOf))
    let stored = await messagesOf(apiUrl, secretKey, conversationId)
    while (Date.now() < deadline && acknowledged.some((one) => repliesTo(one, stored) === 0)) {
      await sleep(500)
      stored = await messagesOf(apiUrl, secretKey, conversationId)
    }
    for (const one of acknowledged) {
      const copies = stored.filter(({ clientId }) => clientId === one.messageId).length
      if (copies === 0) verdict.lost.push(wordsOf(one))
      if (copies > 1 || repliesTo(one, stored) > 1) verdict.doubled.push(wordsOf(one))
      if (repliesTo(one, stored) === 0) verdict.unanswered.push(wordsOf(one))
    }
  }
  return verdict
}

const repliesTo = (one: Said, stored: readonly Message[]): number =>
  stored.filter(({ author, turnId }) => author === 'assistant' && turnId === one.turnId).length

const wordsOf = ({ messageId, turnId, conversationId, end, tries }: Said): string =>
  `${messageId} (turn ${turnId} of ${conversationId}): ${end} after ${tries} tries`

async function messagesOf(apiUrl: string, secretKey: string, conversationId: string): Promise<Message[]> {
  return (await get<{ items: Message[] }>(apiUrl, `/v1/conversations/${conversationId}/messages?limit=200`, secretKey))
    .items
}
