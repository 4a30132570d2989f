import type { Room } from 'livekit-client'
import type { LineEvents } from './line.ts'

/**
 * The words of a call on their way. Only an agent is listened to, under its own name or the visitor's (the media server lets
 * nobody else speak for them). An agent's stream says whose words it carries.
 */
export function followTranscription(room: Room, events: Pick<LineEvents, 'caption'>): void {
  room.registerTextStreamHandler('lk.transcription', (reader, { identity }) => {
    const ofVisitor = identity === room.localParticipant.identity
    if (!ofVisitor && room.remoteParticipants.get(identity)?.isAgent !== true) return
    const attributes = reader.info.attributes ?? {}
    const isFinal = attributes['lk.transcription_final'] === 'true'
    const who = ofVisitor || attributes['foyer.speaker'] === 'visitor' ? 'visitor' : 'assistant'
    const id = attributes['lk.segment_id'] ?? reader.info.id
    const read = async () => {
      let text = ''
      for await (const piece of reader) {
        text += piece
        events.caption({ who, id, text, final: false })
      }
      // The assistant's streams say nothing of their end but by ending.
      if (text !== '' && (isFinal || who === 'assistant')) events.caption({ who, id, text, final: true })
    }
    // A stream that breaks off leaves the words it brought.
    read().catch(() => {})
  })
}
