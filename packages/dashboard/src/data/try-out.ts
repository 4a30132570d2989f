import { createFoyer, type Foyer, FoyerError, type StreamEvent } from '@foyer/sdk'
import { here } from './here.ts'
import { snippetKey } from './setup-key.ts'

export type Answered = Extract<StreamEvent, { type: 'turn.answered' }> & { conversationId: string }

let visitor: { of: ReturnType<typeof here>; foyer: Promise<Foyer> } | undefined

/** Asks as a visitor of the site would, with the key that will stand on it; nothing of it is kept on this device. */
export async function askAsVisitor(question: string, lang: string): Promise<Answered> {
  const now = here()
  if (visitor?.of !== now) visitor = { of: now, foyer: enter() }
  const { conversation } = await visitor.foyer
  const conversationId = await conversation.start()
  for await (const event of conversation.send(question, { lang })) {
    if (event.type === 'turn.answered') return { ...event, conversationId }
    if (event.type === 'turn.failed') throw new FoyerError('unreadable', event.message)
  }
  throw new FoyerError('unreadable', 'The turn ended without an answer. Ask again.')
}

async function enter(): Promise<Foyer> {
  const { foyer } = here()
  const { key } = await snippetKey()
  const { origin } = location
  const origins = await foyer.origins.list()
  const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(origin)
  if (!loopback && !origins.includes(origin)) await foyer.origins.set([...origins, origin])
  const kept = new Map<string, string>()
  return createFoyer({
    publishableKey: key,
    baseUrl: origin,
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
  })
}
