import { type Clock, systemClock } from './clock.ts'
import { Conversation } from './conversation.ts'
import { type Http, request } from './request.ts'
import { deviceStorage, type VisitorStorage } from './storage.ts'
import type { TraceTicket } from './generated/types.gen.ts'
import type { WidgetConfig } from './types.ts'
import { type Identity, Visitor } from './visitor.ts'

export interface FoyerOptions {
  /** `pk_test_…` or `pk_live_…`: public, good for what a visitor may do and nothing else. */
  publishableKey: string
  /** Where the service is; the page's own origin when left out. */
  baseUrl?: string
  fetch?: typeof globalThis.fetch
  /** Where the visitor is remembered; `localStorage` by default, memory where there is none. */
  storage?: VisitorStorage
  /** Milliseconds one attempt may take, and a stream may stand still; 20,000 by default. */
  timeoutMs?: number
  /** Milliseconds `send` goes on trying to resume without any progress; 60,000 by default. */
  patienceMs?: number
  clock?: Clock
}

export interface Foyer {
  /** What to show before the first word; stores nothing. */
  config(): Promise<WidgetConfig>
  readonly conversation: Conversation
  /** The name under which the device remembers the visitor: listen for its `storage` event to follow other tabs. */
  storageKey(): Promise<string>
  /** The visitor accepted the note: become a visitor now instead of with the first message. */
  enter(): Promise<void>
  /**
   * Tells who the visitor is by a JWT your server signed (HS256, `kid`, `aud` = tenant id, `sub`, `exp` ≤ 10 min). Before
   * anything was said it is kept in memory and used with the first message; give a function to have a fresh one then.
   */
  identify(identity: Identity): Promise<void>
  /** Log-out: the device remembers neither visitor nor conversation. */
  forget(): Promise<void>
  /** A link to the page that shows why this was answered; good for one minute. Test mode only. */
  traceLink(turnId: string): Promise<string>
}

/**
 * A client for visitors. Makes no request and stores nothing by itself.
 * @example
 * const foyer = createFoyer({ publishableKey: 'pk_test_…', baseUrl: 'https://foyer.example' })
 * for await (const event of foyer.conversation.send('Are you open now?')) {
 *   if (event.type === 'sentence') console.log(event.sentence.text)
 * }
 */
export function createFoyer(options: FoyerOptions): Foyer {
  const http: Http = {
    baseUrl: (options.baseUrl ?? (globalThis as { location?: Location }).location?.origin ?? '').replace(/\/+$/, ''),
    fetch: options.fetch ?? ((...given) => globalThis.fetch(...given)),
    clock: options.clock ?? systemClock,
    timeoutMs: options.timeoutMs ?? 20_000,
    attempts: 3,
  }
  const visitor = new Visitor(http, options.publishableKey, options.storage ?? deviceStorage())
  return {
    config: () => visitor.config(),
    conversation: new Conversation(http, visitor, options.patienceMs ?? 60_000),
    storageKey: () => visitor.storageKey(),
    enter: async () => void (await visitor.token()),
    identify: (identity) => visitor.identify(identity),
    forget: () => visitor.forget(),
    async traceLink(turnId) {
      const path = `/v1/turns/${turnId}/trace-tickets`
      const { url } = await visitor.as((credential) => request<TraceTicket>(http, { method: 'POST', path, credential }))
      return new URL(url, http.baseUrl === '' ? undefined : http.baseUrl).href
    },
  }
}
