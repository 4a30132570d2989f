// A phone call without a carrier: a participant that does in the room what the SIP gateway does there.

import { randomBytes } from 'node:crypto'
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import { AccessToken, RoomAgentDispatch, RoomConfiguration } from 'livekit-server-sdk'
import { depart } from '../depart.ts'
import { Ear } from './ear.ts'
import { overTheLine } from './mu-law.ts'
import { type Quality, Wire } from './wire.ts'

const LINE_RATE = 8000
const FRAME = LINE_RATE / 50
/** Packets that are given away together: each portion costs the same, and it is they that fill the machine of many callers. */
const PORTION = 3
const PORTION_MS = PORTION * 20

export type Ringing = {
  url: string
  apiKey: string
  apiSecret: string
  agentName: string
  /** E.164; '' hides it. */
  from: string
  dialled: string
  /** As the gateway names the trunk. */
  trunkId: string
  /** Nobody answers for so long, and it is given up, as the gateway's trunk is set. */
  ringingMs: number
  quality: Quality
}

/** A phone that we ring: it stands in the room while it rings, as the gateway's participant does. */
export type Rung = Pick<Ringing, 'url' | 'apiKey' | 'apiSecret' | 'quality'> & {
  room: string
  identity: string
  number: string
  /** What test mode's gateway takes for the answer of the network. */
  does: 'answers' | 'busy' | 'declined'
}

export type LineEvent =
  | { kind: 'ringing'; room: string }
  | { kind: 'answered' }
  | { kind: 'sound'; on: boolean }
  | { kind: 'said' }
  /** `rejected`: nobody answered, or it was refused while it rang. */
  | { kind: 'ended'; by: 'them' | 'us' | 'rejected' }

export class SimulatedLine {
  readonly #call: Ringing | Rung
  readonly #tell: (event: LineEvent) => void
  readonly #room = new Room()
  readonly #source = new AudioSource(LINE_RATE, 1, 2 * PORTION_MS)
  readonly #queue: Int16Array[] = []
  readonly #heard = new Set<ReturnType<AudioStream['getReader']>>()
  #status: 'ringing' | 'active' | 'hangup' = 'ringing'
  readonly #ear = new Ear((on) => void setTimeout(() => this.#tell({ kind: 'sound', on }), this.#call.quality.delayMs))
  #isOver = false
  #sending: Promise<void> = Promise.resolve()

  constructor(call: Ringing | Rung, tell: (event: LineEvent) => void) {
    this.#call = call
    this.#tell = tell
    this.#room
      .on(RoomEvent.TrackSubscribed, (track) => void this.#hear(track))
      .on(RoomEvent.Disconnected, () => this.#over(this.#status === 'ringing' ? 'rejected' : 'them'))
  }

  /** The room is made by our joining, and its configuration asks for the agent, as a dispatch rule does. */
  async ring(): Promise<void> {
    if ('does' in this.#call) return this.#beRung(this.#call)
    const { url, from, ringingMs } = this.#call
    const room = `call-_${from || 'anonymous'}_${randomBytes(9).toString('base64url')}`
    const identity = `sip_${from || 'anonymous'}`
    await this.#room.connect(url, await this.#token(this.#call, room, identity), {
      autoSubscribe: true,
      dynacast: false,
    })
    await this.#publish(identity)
    this.#tell({ kind: 'ringing', room })
    setTimeout(() => {
      if (this.#status === 'ringing') void this.#leave('rejected')
    }, ringingMs).unref()
    this.#sending = this.#send()
  }

  /** It rings, and then does what it is to do. */
  async #beRung({ url, room, identity, does, ...call }: Rung): Promise<void> {
    const token = await this.#tokenOfRung({ ...call, url, room, identity, does })
    await this.#room.connect(url, token, { autoSubscribe: true, dynacast: false })
    await this.#show('ringing')
    await this.#publish(identity)
    this.#tell({ kind: 'ringing', room })
    this.#sending = this.#send()
    if (does !== 'answers') return void (await this.#room.localParticipant?.setAttributes({ 'foyer.simulated': does }))
    this.#status = 'active'
    await this.#set({
      'sip.callIDFull': randomBytes(16).toString('hex'),
      'sip.callTag': randomBytes(8).toString('hex'),
    })
    await this.#show('active')
    this.#tell({ kind: 'answered' })
  }

  async #publish(identity: string): Promise<void> {
    const track = LocalAudioTrack.createAudioTrack(identity, this.#source)
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, red: false })
    await this.#room.localParticipant?.publishTrack(track, options)
  }

  /** @param samples 24 kHz mono */
  say(samples: Int16Array): void {
    const heard = overTheLine(samples)
    for (let at = 0; at < heard.length; at += FRAME) this.#queue.push(heard.subarray(at, at + FRAME))
  }

  async press(keys: string): Promise<void> {
    for (const key of keys) {
      const code = '0123456789*#'.indexOf(key)
      if (code >= 0) await this.#room.localParticipant?.publishDtmf(code, key)
    }
  }

  hangUp(): Promise<void> {
    return this.#leave('us')
  }

  #token(call: Ringing, room: string, identity: string): Promise<string> {
    const { apiKey, apiSecret, agentName, from, dialled, trunkId } = call
    const callId = `SCL_${randomBytes(9).toString('base64url')}`
    const agents = [new RoomAgentDispatch({ agentName, metadata: JSON.stringify({ phone: true }) })]
    const token = new AccessToken(apiKey, apiSecret, {
      identity,
      name: `Phone ${from}`,
      ttl: 60,
      attributes: {
        'sip.callID': callId,
        'sip.callIDFull': randomBytes(16).toString('hex'),
        'sip.callStatus': 'ringing',
        'sip.callTag': randomBytes(8).toString('hex'),
        'sip.hostname': '127.0.0.1',
        'sip.phoneNumber': from,
        'sip.ruleID': 'SDR_simulated',
        'sip.trunkID': trunkId,
        'sip.trunkPhoneNumber': dialled,
      },
    })
    token.kind = 'sip'
    token.roomConfig = new RoomConfiguration({ agents, departureTimeout: 20 })
    return grant(token, room)
  }

  /** As recorded: no rule, and no id of the far end before it answers. */
  #tokenOfRung({ apiKey, apiSecret, room, identity, number }: Rung): Promise<string> {
    const attributes = {
      'sip.callID': `SCL_${randomBytes(9).toString('base64url')}`,
      'sip.callStatus': 'dialing',
      'sip.hostname': '127.0.0.1',
      'sip.phoneNumber': number,
      'sip.trunkID': 'ST_simulated',
      'sip.trunkPhoneNumber': '+15055550100',
    }
    const token = new AccessToken(apiKey, apiSecret, { identity, ttl: 60, attributes })
    token.kind = 'sip'
    return grant(token, room)
  }

  /** A line carries sound all the time, spoken or not: packet after packet. */
  async #send(): Promise<void> {
    const wire = new Wire(this.#call.quality)
    while (!this.#isOver) {
      const said = this.#queue.splice(0, PORTION)
      const heard = new Int16Array(PORTION * FRAME)
      for (let at = 0; at < PORTION; at++) heard.set(wire.pass(said[at] ?? null, FRAME), at * FRAME)
      const frame = new AudioFrame(heard, LINE_RATE, 1, heard.length)
      await this.#source.captureFrame(frame).catch(() => undefined)
      if (said.length > 0 && this.#queue.length === 0) this.#tell({ kind: 'said' })
    }
  }

  async #hear(track: RemoteTrack): Promise<void> {
    // Told after we left, it would be listened to for ever.
    if (this.#isOver || track.kind !== TrackKind.KIND_AUDIO) return
    if (this.#status === 'ringing' && !('does' in this.#call)) {
      this.#status = 'active'
      void this.#show('active')
      this.#tell({ kind: 'answered' })
    }
    const reader = new AudioStream(track, {
      sampleRate: LINE_RATE,
      numChannels: 1,
      frameSizeMs: PORTION_MS,
    }).getReader()
    this.#heard.add(reader)
    for (let read = await reader.read(); !read.done; read = await reader.read())
      for (let at = 0; at < read.value.data.length; at += FRAME)
        this.#ear.hear(read.value.data.subarray(at, at + FRAME))
    this.#heard.delete(reader)
  }

  /** A caller who hangs up is shown to have, also while it rings; one whom nobody answered in time is not. */
  async #leave(by: 'us' | 'rejected'): Promise<void> {
    if (by === 'us') await this.#show('hangup')
    this.#status = 'hangup'
    this.#over(by)
  }

  #show(status: string): Promise<void> {
    return this.#set({ 'sip.callStatus': status })
  }

  async #set(attributes: Record<string, string>): Promise<void> {
    await this.#room.localParticipant?.setAttributes(attributes).catch(() => undefined)
  }

  #over(by: 'them' | 'us' | 'rejected'): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#ear.close()
    this.#tell({ kind: 'ended', by })
    void this.#release()
  }

  /** What is left open goes on working every ten milliseconds, as long as the process lives. */
  async #release(): Promise<void> {
    await Promise.allSettled([...this.#heard].map((reader) => reader.cancel()))
    await depart(this.#room)
    // A frame that waits to be taken would wait for ever once the source is closed.
    this.#source.clearQueue()
    await this.#sending
    await this.#source.close().catch(() => undefined)
  }
}

function grant(token: AccessToken, room: string): Promise<string> {
  token.addGrant({
    ...{ roomJoin: true, room, canPublish: true, canSubscribe: true, canPublishData: true },
    canUpdateOwnMetadata: true,
  })
  return token.toJwt()
}
