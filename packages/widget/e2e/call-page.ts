// What the pages of the call tests are made of: the client, and LiveKit itself for whoever else is in a room.
import { createFoyer } from '@foyer/sdk'
import { type Call, type CallEvent, startCall } from '@foyer/sdk/voice'
import * as livekit from 'livekit-client'

/** A call by the SDK alone, and everything it told. */
function callAs(baseUrl: string, call: Parameters<typeof startCall>[1]['call']): { call: Call; events: CallEvent[] } {
  const events: CallEvent[] = []
  const foyer = createFoyer({ publishableKey: 'pk_test_1', baseUrl })
  return { call: startCall(foyer, { call, onEvent: (event) => events.push(event) }), events }
}

/** Somebody else in the room: as an agent it sounds, says what it does, and sends the words. */
async function joinAs(url: string, token: string) {
  const room = new livekit.Room()
  const texts: { text: string; messageId: string }[] = []
  const heard = new Set<string>()
  room.registerTextStreamHandler('lk.chat', (reader) => {
    const messageId = reader.info.attributes?.['foyer.message_id'] ?? ''
    void reader.readAll().then((text) => texts.push({ text, messageId }))
  })
  room.on(livekit.RoomEvent.TrackSubscribed, (_track, _publication, { identity }) => heard.add(identity))
  await room.connect(url, token)
  const context = new AudioContext()
  const loudness = new GainNode(context, { gain: 0 })
  const out = new MediaStreamAudioDestinationNode(context)
  loudness.connect(out)
  return {
    room,
    texts,
    heard,
    async publish() {
      const tone = new OscillatorNode(context, { frequency: 440 })
      tone.connect(loudness)
      tone.start()
      const [track] = out.stream.getAudioTracks()
      if (track !== undefined)
        await room.localParticipant.publishTrack(track, { source: livekit.Track.Source.Microphone })
    },
    /** What it does now; it sounds while it speaks. */
    async be(state: string) {
      loudness.gain.value = state === 'speaking' ? 0.3 : 0
      // On a busy machine the receipt is late, and the change is made all the same.
      await room.localParticipant.setAttributes({ 'lk.agent.state': state }).catch(() => {})
    },
    async caption(text: string, attributes: Record<string, string>) {
      await room.localParticipant.sendText(text, { topic: 'lk.transcription', attributes })
    },
  }
}

declare global {
  interface Window {
    voice: { callAs: typeof callAs; joinAs: typeof joinAs }
    mine: ReturnType<typeof callAs>
    theirs: Awaited<ReturnType<typeof joinAs>>
  }
}

window.voice = { callAs, joinAs }
