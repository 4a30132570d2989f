import { createHmac, randomUUID } from 'node:crypto'
import type { Call, CallEndReason, NewCall, OpenedCall } from '../types.ts'

/** A LiveKit server, by whose key rooms are made and tokens signed. */
export interface MediaServer {
  url: string
  apiKey: string
  apiSecret: string
}

interface Begun {
  record: Call
  room: string
  asked: NewCall
  heard: { turnId: string; playedAt: string }[]
}

/** The calls of the test desk: rooms on a real media server where there is one, else tokens that open nothing. */
export class Calls {
  media: MediaServer | undefined
  readonly begun: Begun[] = []

  async open(conversationId: string, asked: NewCall): Promise<OpenedCall> {
    const record = newRecord(conversationId, asked.lang ?? 'en')
    const call: Begun = { record, room: `foyer-${randomUUID()}`, asked, heard: [] }
    this.begun.push(call)
    await this.#rooms('CreateRoom', { name: call.room, empty_timeout: 60, max_participants: 4 })
    return this.join(call.record.id)
  }

  find(id: string): Begun | undefined {
    return this.begun.find(({ record }) => record.id === id)
  }

  async join(id: string): Promise<OpenedCall> {
    const { record } = this.#at(id)
    const now = new Date().toISOString()
    const url = this.media?.url ?? 'ws://127.0.0.1:9'
    return { call: record, join: { url, token: this.token(id, 'visitor'), expiresInMs: 120_000, now } }
  }

  /** A token for the call's room; `agent` is what LiveKit gives to jobs, `stranger` somebody who should not be there. */
  token(id: string, who: 'visitor' | 'agent' | 'stranger'): string {
    const grants = {
      room: this.#at(id).room,
      roomJoin: true,
      canPublish: true,
      canSubscribe: true,
      canPublishData: true,
    }
    const more = who === 'agent' ? { agent: true, canUpdateOwnMetadata: true } : {}
    return this.#sign({
      sub: `${who}-${id}`,
      kind: who === 'agent' ? 'agent' : 'standard',
      video: { ...grants, ...more },
    })
  }

  async end(id: string, reason: CallEndReason): Promise<Call> {
    const call = this.#at(id)
    if (call.record.state !== 'ended') {
      Object.assign(call.record, { state: 'ended', reason, endedAt: new Date().toISOString() })
      await this.#rooms('DeleteRoom', { room: call.room })
    }
    return call.record
  }

  #at(id: string): Begun {
    const call = this.find(id)
    if (call === undefined) throw new Error(`There is no call ${id}.`)
    return call
  }

  async #rooms(verb: 'CreateRoom' | 'DeleteRoom', body: object): Promise<void> {
    if (this.media === undefined) return
    const token = this.#sign({ video: { roomCreate: true, roomAdmin: true } })
    const response = await fetch(`${this.media.url.replace(/^ws/, 'http')}/twirp/livekit.RoomService/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok && response.status !== 404) throw new Error(`${verb}: ${response.status} ${await response.text()}`)
  }

  /** A JWT as LiveKit wants it (HS256), good for two minutes. */
  #sign(claims: object): string {
    const { apiKey, apiSecret } = this.media ?? { apiKey: 'none', apiSecret: 'none' }
    const now = Math.floor(Date.now() / 1000)
    const part = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url')
    const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: apiKey, nbf: now - 5, exp: now + 120, ...claims })}`
    return `${signed}.${createHmac('sha256', apiSecret).update(signed).digest('base64url')}`
  }
}

function newRecord(conversationId: string, lang: string): Call {
  return {
    id: `call_${randomUUID()}`,
    conversationId,
    mode: 'test',
    channel: 'web',
    caller: '',
    dialled: '',
    recognised: false,
    purpose: 'talk',
    state: 'opened',
    reason: null,
    outcome: null,
    foundOutcome: null,
    correctedBy: '',
    correctedAt: null,
    summary: null,
    source: '',
    lang,
    recording: 'off',
    recordingBytes: 0,
    generation: 1,
    createdAt: new Date().toISOString(),
    joinedAt: null,
    greetedAt: null,
    endedAt: null,
  }
}
