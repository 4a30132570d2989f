// A client that speaks the PostgreSQL wire protocol to us, over TCP or over a WebSocket.

import { cString, askForPassword, errorFrame, FrameReader, readStartup, sqlOf, welcome, type Frame } from './frames.ts'
import type { Backend, Wire } from './backend.ts'
import { refuseImpersonation } from './guard.ts'
import type { Logins } from './logins.ts'
import { DatabaseRefusal } from './refusal.ts'

export type Channel = { send(bytes: Uint8Array): void; end(): void }

type State =
  | { kind: 'new' }
  | { kind: 'named'; user: string }
  | { kind: 'open'; user: string; wire: Wire; batch: Buffer[] }
  | { kind: 'closed' }

export class WireClient {
  readonly #reader = new FrameReader()
  readonly #backend: Backend
  readonly #logins: Logins
  readonly #channel: Channel
  #state: State = { kind: 'new' }
  #work: Promise<void> = Promise.resolve()

  constructor(backend: Backend, logins: Logins, channel: Channel) {
    this.#backend = backend
    this.#logins = logins
    this.#channel = channel
  }

  receive(chunk: Uint8Array): void {
    this.#work = this.#work
      .then(async () => {
        for (const frame of this.#reader.read(chunk)) await this.#take(frame)
      })
      .catch((error: unknown) => this.#fail(error))
  }

  close(): void {
    void this.#work.then(() => {
      if (this.#state.kind === 'open') this.#state.wire.close()
      this.#state = { kind: 'closed' }
    })
  }

  async #take(frame: Frame): Promise<void> {
    const state = this.#state
    if (frame.type === 'ssl') return this.#channel.send(Buffer.from('N'))
    if (frame.type === 'cancel' || frame.type === 'X') return this.#channel.end()
    if (state.kind === 'new') {
      this.#state = { kind: 'named', user: readStartup(frame.bytes)['user'] ?? '' }
      return this.#channel.send(askForPassword())
    }
    if (state.kind === 'named') {
      const user = this.#logins.check(state.user, cString(frame.bytes, 5))
      const wire = await this.#backend.connect(user, {
        receive: (bytes) => this.#channel.send(bytes),
        end: () => this.#channel.end(),
      })
      this.#state = { kind: 'open', user, wire, batch: [] }
      return this.#channel.send(welcome())
    }
    if (state.kind === 'open') this.#forward(state, frame)
  }

  // A refused statement ends the connection: replies are ordered, and a refusal in their middle would shift them.
  #forward(state: Extract<State, { kind: 'open' }>, frame: Frame): void {
    const sql = sqlOf(frame)
    try {
      if (sql !== undefined) refuseImpersonation(state.user, sql)
    } catch (error) {
      if (!(error instanceof DatabaseRefusal)) throw error
      this.#channel.send(errorFrame({ code: error.code, message: error.message, severity: 'FATAL' }))
      return this.#channel.end()
    }
    state.batch.push(frame.bytes)
    if (!'SQHcdf'.includes(frame.type)) return
    state.wire.write(Buffer.concat(state.batch))
    state.batch = []
  }

  #fail(error: unknown): void {
    const code = error instanceof DatabaseRefusal ? error.code : 'XX000'
    const message = error instanceof Error ? error.message : 'The gateway failed.'
    this.#channel.send(errorFrame({ code, message, severity: 'FATAL' }))
    this.#channel.end()
  }
}
