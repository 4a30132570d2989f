// Visitors who do not let go: whatever breaks, they say the same again under the same id until the answer is there.

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { enter, Refused, say, type Service, type StreamEvent, type Visitor } from './client.ts'

export type Said = {
  messageId: string
  conversationId: string
  token: string
  /** Set by `message.accepted`: from here on it must never be lost. */
  turnId: string
  /** What the visitor heard last: an answer, that it failed, or nothing, since they left when it was acknowledged. */
  end: 'answered' | 'failed' | 'left'
  tries: number
}

export type Talk = {
  service: Service
  questions: readonly string[]
  random: () => number
  /** Messages each visitor says. */
  messages: number
  isOver: () => boolean
  said: Said[]
}

/** One visitor: a conversation and some messages in it. One message in five is left as soon as it is acknowledged. */
export async function talk({ service, questions, random, messages, isOver, said }: Talk): Promise<void> {
  const visitor = await insist(() => enter(service))
  for (let at = 0; at < messages && !isOver(); at++) {
    const one: Said = {
      messageId: randomUUID(),
      conversationId: visitor.conversationId,
      token: visitor.token,
      turnId: '',
      end: 'left',
      tries: 0,
    }
    const leaves = random() < 0.2
    const text = questions[Math.floor(random() * questions.length)] ?? ''
    said.push(one)
    await insist(() => attempt(visitor, one, text, leaves))
  }
}

async function attempt(visitor: Visitor, one: Said, text: string, leaves: boolean): Promise<void> {
  one.tries++
  const gone = new AbortController()
  const listen = (event: StreamEvent): void => {
    if (event.type === 'message.accepted' && isOf(event, one.messageId)) one.turnId = event.turnId ?? ''
    if (event.type === 'turn.answered') one.end = 'answered'
    if (event.type === 'turn.failed') one.end = 'failed'
    if (leaves && one.turnId !== '') gone.abort()
  }
  try {
    await say(visitor, text, { messageId: one.messageId, onEvent: listen, signal: gone.signal })
  } catch (error) {
    if (!gone.signal.aborted) throw error
    return
  }
  if (one.end === 'left') throw new Error('The stream ended before the turn did.')
}

const isOf = (event: StreamEvent, messageId: string): boolean =>
  (event['message'] as { clientId?: string } | undefined)?.clientId === messageId

/** A service that is away comes back; what it refuses for good is a fault of ours. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  const from = Date.now()
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const isFinal = error instanceof Refused && error.status < 500 && error.status !== 429
      if (isFinal || Date.now() - from > 240_000) throw error
      await sleep(200 + Math.random() * 300)
    }
  }
}
