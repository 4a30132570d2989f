import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { ConversationRecord, EventsSince, Message, StreamEvent } from '../types.ts'
import { answerTo } from './answers.ts'

type Unnumbered<T> = T extends { n: number } ? Omit<T, 'n'> : never
type Listener = (event: StreamEvent) => void

/** One conversation of the test desk: its messages, its numbered events, and who listens. */
export class Talk {
  readonly record: ConversationRecord
  readonly messages: Message[] = []
  n = 0
  readonly #events: StreamEvent[] = []
  readonly #listeners = new Set<Listener>()
  readonly #turns = new Map<string, { from: number; ended: boolean }>()
  readonly #pace: { ms: number }

  constructor(visitorId: string, pace: { ms: number }) {
    this.#pace = pace
    const id = `conv_${randomUUID()}`
    this.record = {
      id,
      mode: 'test',
      assistantId: 'ast_1',
      visitorId,
      channel: 'chat',
      lang: 'en',
      state: 'open',
      createdAt: new Date().toISOString(),
      endedAt: null,
    }
  }

  tell(event: Unnumbered<StreamEvent>): void {
    const numbered: StreamEvent = { ...event, n: ++this.n }
    this.#events.push(numbered)
    for (const listener of this.#listeners) listener(numbered)
  }

  listen(after: number, listener: Listener): () => void {
    for (const event of this.#events) if (event.n > after) listener(event)
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  since(after: number): EventsSince {
    const running = [...this.#turns.values()].some((turn) => !turn.ended)
    return { events: this.#events.filter((event) => event.n > after), running }
  }

  /** Streams the turn; the same message id again attaches to the same turn. */
  answer(given: { messageId: string; text: string }, response: ServerResponse, cutAfter = Infinity): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(
      `id: 0\ndata: ${JSON.stringify({ n: this.n, type: 'hello', protocol: 1, conversationId: this.record.id })}\n\n`,
    )
    let turn = this.#turns.get(given.messageId)
    if (turn === undefined) {
      turn = { from: this.n, ended: false }
      this.#turns.set(given.messageId, turn)
      void this.#run(given, turn)
    }
    let told = 0
    const stop = this.listen(turn.from, (event) => {
      if (told++ >= cutAfter) return void response.socket?.destroy()
      response.write(`id: ${event.n}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`)
      if (event.type === 'turn.answered' || event.type === 'turn.failed') response.end()
    })
    response.on('close', stop)
  }

  async #run(given: { messageId: string; text: string }, turn: { ended: boolean }): Promise<void> {
    const turnId = `trn_${given.messageId}`
    const { kind, lang, sentences, offers } = answerTo(given.text)
    const common = { turnId, lang, createdAt: new Date().toISOString() }
    const asked: Message = {
      ...common,
      id: `msg_${randomUUID()}`,
      clientId: given.messageId,
      author: 'visitor',
      text: given.text,
      sentences: [],
      offers: [],
    }
    this.messages.push(asked)
    await this.#rest()
    this.tell({ type: 'message.accepted', turnId, message: asked })
    await this.#rest()
    if (/fail/.test(given.text)) {
      turn.ended = true
      return this.tell({
        type: 'turn.failed',
        turnId,
        code: 'unavailable',
        message: 'The answer could not be made. Ask again.',
      })
    }
    this.tell({ type: 'thinking', turnId, words: 'Looking in the price list…' })
    for (const [index, sentence] of sentences.entries()) {
      await this.#rest()
      this.tell({ type: 'sentence', turnId, index, sentence })
    }
    await this.#rest()
    const text = sentences.map((sentence) => sentence.text).join(' ')
    const message: Message = {
      ...common,
      id: `msg_${randomUUID()}`,
      clientId: '',
      author: 'assistant',
      text,
      sentences,
      offers,
    }
    this.messages.push(message)
    turn.ended = true
    this.tell({ type: 'turn.answered', turnId, tier: 'semantic', kind, confidence: 0.9, lang, offers, message })
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => (this.#pace.ms === 0 ? setImmediate(resolve) : setTimeout(resolve, this.#pace.ms)))
  }
}
