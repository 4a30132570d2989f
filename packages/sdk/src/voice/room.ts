import type * as LiveKit from 'livekit-client'
import type {
  ConnectionQuality,
  LocalAudioTrack,
  LocalTrack,
  RemoteAudioTrack,
  RemoteTrack,
  Room,
} from 'livekit-client'
import type { AssistantState, Closed, JoinRoom, Line, LineEvents } from './line.ts'
import { listening } from './microphone.ts'
import { followTranscription } from './transcription.ts'
import type { Device, Quality } from './state.ts'

/** LiveKit comes back by itself after these; then we ask for a new token, which a new media server wants anyway. */
const retriesMs = [0, 300, 700, 1500, 2500]

/** Joins rooms with LiveKit's client, which the caller loads. @throws LiveKit's ConnectionError */
export function joinWith(livekit: typeof LiveKit): JoinRoom {
  livekit.setLogLevel('error')
  return async (join, microphone, events) => {
    const room = new livekit.Room({
      reconnectPolicy: new livekit.DefaultReconnectPolicy(retriesMs),
      audioCaptureDefaults: listening,
    })
    const mine = new livekit.LocalAudioTrack(microphone, { ...listening }, false)
    const line = new RoomLine(livekit, room, mine, events)
    try {
      await room.connect(join.url, join.token, { maxRetries: 1, peerConnectionTimeout: 10_000, websocketTimeout: 8000 })
      await room.localParticipant.publishTrack(mine as LocalTrack, { source: livekit.Track.Source.Microphone })
    } catch (error) {
      await line.close()
      throw error
    }
    events.track('microphone', microphone)
    return line
  }
}

class RoomLine implements Line {
  readonly #livekit: typeof LiveKit
  readonly #room: Room
  readonly #mine: LocalAudioTrack
  readonly #events: LineEvents
  #voice: RemoteAudioTrack | undefined
  #volume = 1
  #isClosed = false

  constructor(livekit: typeof LiveKit, room: Room, mine: LocalAudioTrack, events: LineEvents) {
    this.#livekit = livekit
    this.#room = room
    this.#mine = mine
    this.#events = events
    const { RoomEvent, TrackEvent } = livekit
    const changed = () => events.changed()
    room
      .on(RoomEvent.ParticipantConnected, changed)
      .on(RoomEvent.ParticipantDisconnected, changed)
      .on(RoomEvent.ParticipantAttributesChanged, changed)
      .on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
        if (participant.isAgent) this.#hear(track)
      })
      .on(RoomEvent.TrackUnsubscribed, (track) => this.#unhear(track))
      .on(RoomEvent.Reconnecting, () => events.network('away'))
      .on(RoomEvent.SignalReconnecting, () => events.network('away'))
      .on(RoomEvent.Reconnected, () => events.network('back'))
      .on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
        if (participant.isLocal) events.quality(qualities[quality])
      })
      .on(RoomEvent.AudioPlaybackStatusChanged, (canPlay) => events.playback(!canPlay))
      .on(RoomEvent.MediaDevicesChanged, () => events.devices())
      .on(RoomEvent.ActiveDeviceChanged, () => events.devices())
      .on(RoomEvent.Disconnected, (reason) => {
        if (!this.#isClosed) events.closed(this.#closedBy(reason))
      })
    mine.on(TrackEvent.Ended, () => events.microphoneLost())
    mine.on(TrackEvent.Restarted, () => events.track('microphone', mine.mediaStreamTrack))
    followTranscription(room, events)
  }

  assistant(): AssistantState | undefined {
    const agent = [...this.#room.remoteParticipants.values()].find((participant) => participant.isAgent)
    const state = agent?.attributes['lk.agent.state']
    return state === 'listening' || state === 'thinking' || state === 'speaking' ? state : undefined
  }

  async setMuted(muted: boolean): Promise<void> {
    await (muted ? this.#mine.mute() : this.#mine.unmute())
  }

  async sendText(text: string, messageId: string): Promise<void> {
    const attributes = { 'foyer.message_id': messageId }
    await this.#room.localParticipant.sendText(text, { topic: 'lk.chat', attributes })
  }

  async devices(): Promise<Device[]> {
    const all = await navigator.mediaDevices.enumerateDevices()
    const canChoose = this.#livekit.supportsAudioOutputSelection()
    return all.flatMap(({ kind, deviceId, label }): Device[] => {
      if (deviceId === '' || (kind !== 'audioinput' && (kind !== 'audiooutput' || !canChoose))) return []
      const active = (this.#room.getActiveDevice(kind) ?? 'default') === deviceId
      return [{ kind: kind === 'audioinput' ? 'microphone' : 'speaker', id: deviceId, label, active }]
    })
  }

  async useDevice(kind: Device['kind'], id: string): Promise<void> {
    await this.#room.switchActiveDevice(kind === 'microphone' ? 'audioinput' : 'audiooutput', id)
  }

  setVolume(volume: number): void {
    this.#volume = volume
    this.#voice?.setVolume(volume)
  }

  play(): Promise<void> {
    return this.#room.startAudio()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#voice?.detach()
    // The microphone outlives the room: the same one goes into the next, when the call comes back.
    await this.#room.disconnect(false).catch(() => {})
  }

  #hear(track: RemoteTrack): void {
    if (!(track instanceof this.#livekit.RemoteAudioTrack)) return
    this.#voice = track
    track.setVolume(this.#volume)
    track.attach()
    this.#events.track('assistant', track.mediaStreamTrack)
  }

  #unhear(track: RemoteTrack): void {
    if (track !== this.#voice) return
    track.detach()
    this.#voice = undefined
    this.#events.track('assistant', undefined)
  }

  #closedBy(reason: LiveKit.DisconnectReason | undefined): Closed {
    const { DisconnectReason } = this.#livekit
    if (reason === DisconnectReason.DUPLICATE_IDENTITY) return 'taken'
    const gone = [
      DisconnectReason.ROOM_DELETED,
      DisconnectReason.ROOM_CLOSED,
      DisconnectReason.PARTICIPANT_REMOVED,
    ] as (typeof reason)[]
    return gone.includes(reason) ? 'gone' : 'lost'
  }
}

const qualities: Record<ConnectionQuality, Quality> = {
  unknown: 'unknown',
  excellent: 'good',
  good: 'good',
  poor: 'fair',
  lost: 'lost',
}
