// One LiveKit room as a call needs it: the visitor's microphone in, our voice out, words typed and shown.

import {
  AudioFrame,
  AudioSource,
  AudioStream,
  DisconnectReason,
  LocalAudioTrack,
  ParticipantKind,
  type RemoteParticipant,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import { depart } from './depart.ts'
import { EAR_RATE } from './ears.ts'
import { RATE, type Sink } from './mouth.ts'
import type { PersonDeed } from './fetching.ts'
import type { Line } from './turn-taking.ts'

const FRAME_MS = 32

export type RoomEvents = {
  /** 16 kHz mono. */
  heard(samples: Int16Array): void
  typed(text: string, messageId: string): void
  /** A key of the phone. */
  pressed(key: string): void
  /** Somebody whom we rang. */
  person(identity: string, deed: PersonDeed): void
  came(channel: Line): void
  went(how: 'hung-up' | 'lost'): void
  /** The room is gone, or we are: nothing can be said any more. */
  closed(): void
}

export class CallRoom {
  readonly #room = new Room()
  readonly #events: RoomEvents
  #joining: Promise<void> = Promise.resolve()
  readonly #source = new AudioSource(RATE, 1, 1000)
  /** By a reader of our own: a stream that a loop reads cannot be cancelled, and would go on. */
  readonly #microphones = new Map<string, ReturnType<AudioStream['getReader']>>()
  #aside: Promise<Sink> | undefined
  #asideSource: AudioSource | undefined
  #visitor: string | undefined
  #isClosed = false
  #subscribed: () => void = () => undefined
  /** Resolves when somebody can hear us. */
  readonly audible = new Promise<void>((resolve) => (this.#subscribed = resolve))

  constructor(events: RoomEvents) {
    this.#events = events
    this.#room
      .on(RoomEvent.ParticipantConnected, (who) => this.#came(who))
      .on(RoomEvent.ParticipantDisconnected, (who) => {
        // Who leaves says nothing more of the call.
        if (this.#isClosed) return
        if (isPerson(who)) return this.#events.person(who.identity, { kind: 'left' })
        const hungUp = who.kind === ParticipantKind.SIP && who.disconnectReason === DisconnectReason.CLIENT_INITIATED
        if (this.#isVisitor(who)) this.#events.went(hungUp ? 'hung-up' : 'lost')
        // Gave up while it rang: there is nobody to claim the call for.
        else if (hungUp && this.#visitor === undefined) this.#events.closed()
      })
      .on(RoomEvent.DtmfReceived, (_code, key, who) => {
        if (this.#isVisitor(who)) this.#events.pressed(key)
        else if (isPerson(who)) this.#events.person(who.identity, { kind: 'pressed', key })
      })
      .on(RoomEvent.TrackSubscribed, (track, _publication, who) => this.#hear(track, who))
      .on(RoomEvent.TrackUnsubscribed, (track) => this.#microphones.delete(track.sid ?? ''))
      .on(RoomEvent.LocalTrackSubscribed, () => this.#subscribed())
      .on(RoomEvent.Disconnected, () => {
        if (!this.#isClosed) this.#events.closed()
      })
  }

  /** Joins, and says nothing yet: a phone rings until it can hear us. */
  async join(url: string, token: string): Promise<void> {
    this.#room.registerTextStreamHandler('lk.chat', (reader, { identity }) => void this.#read(reader, identity))
    this.#joining = this.#room.connect(url, token, { autoSubscribe: true, dynacast: false })
    await this.#joining
  }

  /** Publishes our voice: this answers a phone. */
  async answer(): Promise<void> {
    const track = LocalAudioTrack.createAudioTrack('assistant', this.#source)
    await this.#room.localParticipant?.publishTrack(
      track,
      new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
    )
  }

  /** Says whom the call is with: anybody else in the room is neither heard nor read, and before this nobody is. */
  admit(identity: string): void {
    this.#visitor = identity
    for (const who of this.#room.remoteParticipants.values()) {
      this.#came(who)
      for (const { track } of who.trackPublications.values()) if (track !== undefined) this.#hear(track, who)
    }
  }

  get sink(): Sink {
    return sinkOf(this.#source)
  }

  /** A second track: what we say to who was rung. Who hears which is the worker's to arrange, by its name. */
  async openAside(): Promise<Sink> {
    this.#aside ??= this.#publishAside()
    return this.#aside
  }

  async #publishAside(): Promise<Sink> {
    const source = new AudioSource(RATE, 1, 1000)
    this.#asideSource = source
    const track = LocalAudioTrack.createAudioTrack('aside', source)
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_UNKNOWN })
    await this.#room.localParticipant?.publishTrack(track, options)
    return sinkOf(source)
  }

  show(state: string): void {
    void this.#room.localParticipant?.setAttributes({ 'lk.agent.state': state }).catch(() => undefined)
  }

  /** What was recognised, before the worker says so. */
  caption(text: string): void {
    void this.#room.localParticipant
      ?.sendText(text, {
        topic: 'lk.transcription',
        attributes: { 'lk.transcription_final': 'true', 'foyer.speaker': 'visitor' },
      })
      .catch(() => undefined)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    for (const reader of this.#microphones.values()) await reader.cancel().catch(() => undefined)
    await depart(this.#room)
    // Who leaves while still joining would be in the room for ever.
    void this.#joining.then(() => depart(this.#room)).catch(() => undefined)
    await this.#source.close().catch(() => undefined)
    await this.#asideSource?.close().catch(() => undefined)
  }

  #isVisitor(who: RemoteParticipant): boolean {
    const isCaller = who.kind === ParticipantKind.SIP && !isPerson(who)
    return this.#visitor !== undefined && (who.identity === this.#visitor || isCaller)
  }

  #came(who: RemoteParticipant): void {
    if (this.#isVisitor(who)) this.#events.came(who.kind === ParticipantKind.SIP ? 'phone' : 'web')
  }

  #hear(track: RemoteTrack, who: RemoteParticipant): void {
    // Told after we left, it would be listened to for ever.
    if (this.#isClosed || track.kind !== TrackKind.KIND_AUDIO) return
    if (!this.#isVisitor(who) || this.#microphones.has(track.sid ?? '')) return
    const options = { sampleRate: EAR_RATE, numChannels: 1, frameSizeMs: FRAME_MS }
    const listen = async (): Promise<void> => {
      const reader = new AudioStream(track, options).getReader()
      this.#microphones.set(track.sid ?? '', reader)
      for (let read = await reader.read(); !read.done; read = await reader.read()) this.#events.heard(read.value.data)
    }
    void listen().catch(() => undefined)
  }

  async #read(
    reader: { readAll(): Promise<string>; info: { attributes?: Record<string, string> } },
    identity: string,
  ): Promise<void> {
    const who = this.#room.remoteParticipants.get(identity)
    const messageId = reader.info.attributes?.['foyer.message_id'] ?? ''
    const text = (await reader.readAll().catch(() => '')).trim()
    if (who !== undefined && this.#isVisitor(who) && text !== '' && messageId !== '')
      this.#events.typed(text, messageId)
  }
}

/** Whom we rang; a caller is called by the number they claim, and never so. */
const isPerson = ({ identity, kind }: RemoteParticipant): boolean =>
  kind === ParticipantKind.SIP && identity.startsWith('person-')

const sinkOf = (source: AudioSource): Sink => ({
  capture: (samples) => source.captureFrame(new AudioFrame(samples, RATE, 1, samples.length)),
  queuedMs: () => source.queuedDuration,
  clear: () => source.clearQueue(),
})
