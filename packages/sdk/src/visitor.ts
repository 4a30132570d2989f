import { FoyerError } from './errors.ts'
import { type Http, request } from './request.ts'
import { alone, recall, remember, type Remembered, type VisitorStorage } from './storage.ts'
import type { NewConversation, VisitorTokens } from './generated/types.gen.ts'
import type { ConversationRecord, WidgetConfig } from './types.ts'

/** A JWT of the site about its signed-in user, or what fetches a fresh one (it lives ten minutes at most). */
export type Identity = string | (() => Promise<string>)

interface Access {
  token: string
  /** Milliseconds since the epoch. */
  until: number
}

const earlyMs = 30_000

/** Who is talking: the access token in memory, the refresh token on the device, and the conversation they were in. */
export class Visitor {
  readonly #http: Http
  readonly #key: string
  readonly #storage: VisitorStorage
  #config: Promise<WidgetConfig> | undefined
  #access: Access | undefined
  #identity: Identity | undefined

  constructor(http: Http, publishableKey: string, storage: VisitorStorage) {
    this.#http = http
    this.#key = publishableKey
    this.#storage = storage
  }

  /** Asked once; a failure is forgotten, so that the next call asks again. */
  config(): Promise<WidgetConfig> {
    this.#config ??= request<WidgetConfig>(this.#http, { path: '/v1/widget', credential: this.#key }).catch(
      (error: unknown) => {
        this.#config = undefined
        throw error
      },
    )
    return this.#config
  }

  async storageKey(): Promise<string> {
    return `foyer:${(await this.config()).keyId}`
  }

  async remembered(): Promise<Remembered | undefined> {
    return recall(this.#storage, await this.storageKey())
  }

  /** Runs a call as this visitor; a token that ran out is renewed once. Becomes a visitor when there is none yet. */
  async as<T>(run: (token: string) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const token = await this.token(signal)
    try {
      return await run(token)
    } catch (error) {
      if (!(error instanceof FoyerError) || error.status !== 401) throw error
      return run(await this.renewed(token, signal))
    }
  }

  /** A token good for at least half a minute. */
  async token(signal?: AbortSignal): Promise<string> {
    const held = this.#access
    if (held !== undefined && held.until - earlyMs > this.#http.clock.now()) return held.token
    return this.renewed(held?.token, signal)
  }

  /** Another token than the one refused: from another call of this page, by refresh, or by entering anew. */
  async renewed(refused: string | undefined, signal?: AbortSignal): Promise<string> {
    const name = await this.storageKey()
    return alone(name, async () => {
      if (this.#access !== undefined && this.#access.token !== refused) return this.#access.token
      const known = recall(this.#storage, name)
      if (known !== undefined) {
        const tokens = await this.#refresh(known.refreshToken, signal)
        if (tokens !== undefined) return this.#keep(name, tokens, known)
        this.#drop(name)
      }
      return this.#enter(name, signal)
    })
  }

  /** The conversation this device was in, begun when there is none; one at a time, so two tabs share one. */
  async conversation(start: NewConversation, signal?: AbortSignal): Promise<string> {
    await this.token(signal)
    const name = await this.storageKey()
    const known = recall(this.#storage, name)?.conversationId
    if (known !== undefined) return known
    return alone(`${name}:conversation`, async () => {
      const meanwhile = recall(this.#storage, name)?.conversationId
      if (meanwhile !== undefined) return meanwhile
      const call = { path: '/v1/conversations', body: start, signal }
      const begun = await this.as(
        (credential) => request<ConversationRecord>(this.#http, { ...call, credential }),
        signal,
      )
      this.#note(name, { conversationId: begun.id })
      return begun.id
    })
  }

  /** The next thing said begins a new conversation. */
  async leave(conversationId: string): Promise<void> {
    const name = await this.storageKey()
    const known = recall(this.#storage, name)
    if (known?.conversationId !== conversationId) return
    const { conversationId: _left, ...rest } = known
    remember(this.#storage, name, rest)
  }

  async identify(identity: Identity, signal?: AbortSignal): Promise<void> {
    this.#identity = identity
    const name = await this.storageKey()
    if (this.#access === undefined && recall(this.#storage, name) === undefined) return
    const jwt = await read(identity)
    if (recall(this.#storage, name)?.sub === subjectOf(jwt)) return
    const join = await this.token(signal)
    await alone(name, async () => {
      const tokens = await this.#newTokens({ identity: jwt, join }, signal)
      const conversationId = recall(this.#storage, name)?.conversationId
      const kept = { sub: subjectOf(jwt), ...(conversationId === undefined ? {} : { conversationId }) }
      this.#keep(name, tokens, kept)
    })
  }

  async forget(): Promise<void> {
    this.#identity = undefined
    const name = await this.storageKey()
    await alone(name, async () => this.#drop(name))
  }

  async #enter(name: string, signal?: AbortSignal): Promise<string> {
    if (this.#identity === undefined) return this.#keep(name, await this.#newTokens({}, signal), {})
    const identity = await read(this.#identity)
    return this.#keep(name, await this.#newTokens({ identity }, signal), { sub: subjectOf(identity) })
  }

  #newTokens(body: { identity?: string; join?: string }, signal?: AbortSignal): Promise<VisitorTokens> {
    return request(this.#http, { path: '/v1/visitors', body, credential: this.#key, signal })
  }

  /** Nothing when the refresh token is no longer good. */
  async #refresh(refreshToken: string, signal?: AbortSignal): Promise<VisitorTokens | undefined> {
    try {
      const call = { path: '/v1/visitors/refresh', body: { refreshToken }, credential: this.#key, signal }
      return await request<VisitorTokens>(this.#http, call)
    } catch (error) {
      if (error instanceof FoyerError && ['unauthenticated', 'token_expired', 'gone'].includes(error.code))
        return undefined
      throw error
    }
  }

  #keep(name: string, tokens: VisitorTokens, rest: Omit<Remembered, 'refreshToken'>): string {
    this.#access = { token: tokens.accessToken, until: this.#http.clock.now() + tokens.expiresInMs }
    remember(this.#storage, name, { ...rest, refreshToken: tokens.refreshToken })
    return tokens.accessToken
  }

  #note(name: string, more: Partial<Remembered>): void {
    const known = recall(this.#storage, name)
    if (known !== undefined) remember(this.#storage, name, { ...known, ...more })
  }

  #drop(name: string): void {
    this.#access = undefined
    remember(this.#storage, name, undefined)
  }
}

async function read(identity: Identity): Promise<string> {
  return typeof identity === 'string' ? identity : identity()
}

/** The `sub` of a JWT, unverified: only to notice that the same person came back. */
function subjectOf(jwt: string): string {
  try {
    const payload = (jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))
    return (JSON.parse(new TextDecoder().decode(bytes)) as { sub?: string }).sub ?? ''
  } catch {
    return ''
  }
}
