import type * as LiveKit from 'livekit-client'
import type { SimulatedCall } from '../generated/types.gen.ts'
import { listening, MicrophoneRefusal, type MicrophoneTrouble, openMicrophone } from './microphone.ts'
import { overALine } from './telephone-sound.ts'

/** `closed`: the assistant, or who spoke last with the caller, hung up. `not_answered`: the carrier would go on from here. */
export type PhoneEnd = 'hung_up' | 'closed' | 'not_answered' | 'unreachable' | MicrophoneTrouble

/** A phone without a carrier: this device's microphone, as it sounds over a line, and keys. */
export interface Phone {
  /** Resolves with how it ended. @throws FoyerError when the service refuses the call */
  readonly ended: Promise<PhoneEnd>
  /** One of `0` to `9`, `*` and `#`. */
  press(key: string): void
  hangUp(): void
}

/**
 * Calls a number of yours in test mode. Asks for the microphone first, then for the call. Needs `livekit-client`.
 * @param open such as `() => foyer.phone.simulate(numberId, { from: '+15055550177' })`
 * @param answered when the assistant, or a person, picks up
 */
export function startPhone(open: () => Promise<SimulatedCall>, answered: () => void): Phone {
  let end: (how: PhoneEnd) => void = () => {}
  let room: LiveKit.Room | undefined
  const over = new Promise<PhoneEnd>((resolve) => (end = resolve))
  const undo: (() => void)[] = []
  let isOver = false

  const release = () => {
    isOver = true
    for (const step of undo.splice(0).toReversed()) step()
  }
  const run = async (): Promise<PhoneEnd> => {
    const loading = import('livekit-client')
    loading.catch(() => {})
    const microphone = await openMicrophone()
    undo.push(() => microphone.stop())
    if (isOver) return 'hung_up'
    const sound = overALine(microphone)
    undo.push(sound.close)
    const [call, livekit] = await Promise.all([open(), loading])
    livekit.setLogLevel('error')
    if (isOver) return 'hung_up'
    room = new livekit.Room()
    const { RoomEvent, Track } = livekit
    let isAnswered = false
    let ringing: ReturnType<typeof setTimeout> | undefined
    undo.push(
      () => clearTimeout(ringing),
      () => void room?.disconnect(true).catch(() => {}),
    )
    room
      .on(RoomEvent.TrackSubscribed, (track) => {
        track.attach()
        if (isAnswered) return
        isAnswered = true
        clearTimeout(ringing)
        answered()
      })
      .on(RoomEvent.TrackUnsubscribed, (track) => void track.detach())
    const mine = new livekit.LocalAudioTrack(sound.track, { ...listening }, true)
    try {
      await room.connect(call.url, call.token, { maxRetries: 1 })
      await room.localParticipant.publishTrack(mine as LiveKit.LocalTrack, {
        source: Track.Source.Microphone,
        dtx: false,
      })
    } catch {
      return 'unreachable'
    }
    if (!isAnswered) ringing = setTimeout(() => end('not_answered'), call.ringMs)
    room.on(RoomEvent.Disconnected, () => end(isAnswered ? 'closed' : 'not_answered'))
    // Closed before anybody listened.
    if (room.state === livekit.ConnectionState.Disconnected) return 'not_answered'
    return over
  }

  const ended = Promise.race([over, run().finally(() => isOver && release())])
    .catch((error: unknown) => {
      if (error instanceof MicrophoneRefusal) return error.reason
      throw error
    })
    .finally(release)
  return {
    ended,
    press: (key) => void room?.localParticipant.publishDtmf('0123456789*#'.indexOf(key), key).catch(() => {}),
    hangUp: () => end('hung_up'),
  }
}
