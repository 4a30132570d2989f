// Runs in the browser: somebody on a call, whose voice is WAV files and who writes down every sample that is heard.

import { Room, RoomEvent, Track, type RemoteTrack } from 'livekit-client'
import { awake, head, listenTo, mouth } from './head.ts'

const room = new Room({ adaptiveStream: false, dynacast: false })
const captions: string[] = []

room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => listenTo(track.mediaStreamTrack))

const caller = {
  ...head,
  async join(url: string, token: string): Promise<void> {
    room.registerTextStreamHandler(
      'lk.transcription',
      (reader) => void reader.readAll().then((text) => captions.push(text)),
    )
    await awake()
    await room.connect(url, token)
    const [track] = mouth.stream.getAudioTracks()
    if (track !== undefined)
      await room.localParticipant.publishTrack(track, { source: Track.Source.Microphone, dtx: false })
  },
  type: (text: string, messageId: string) =>
    room.localParticipant
      .sendText(text, { topic: 'lk.chat', attributes: { 'foyer.message_id': messageId } })
      .then(() => undefined),
  state: () => room.state,
  captions: () => captions,
  leave: () => room.disconnect(),
}

export type CallerPage = typeof caller
Object.assign(globalThis, { caller })
