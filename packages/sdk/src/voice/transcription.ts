import type { Room } from 'livekit-client'
import type { LineEvents } from './line.ts'

/**
 * Words on their way: the visitor's as they are recognised, the assistant's as they are spoken. Only an agent may send in
 * a visitor's name (the media server sees to it); what any other participant sends is not listened to.
 */
export function followTranscription(room: Room, events: Pick<LineEvents, 'caption'>): void {
  room.registerTextStreamHandler('lk.transcription', (reader, { identity }) => {
    const isVisitor = identity === room.localParticipant.identity
    if (!isVisitor && room.remoteParticipants.get(identity)?.isAgent !== true) return
    const attributes = reader.info.attributes ?? {}
    const id = attributes['lk.segment_id'] ?? reader.info.id
    // The assistant's streams say nothing of their end but by ending.
    const isFinal = isVisitor ? attributes['lk.transcription_final'] === 'true' : true
    const who = isVisitor ? 'visitor' : 'assistant'
    const read = async () => {
      let text = ''
      for await (const piece of reader) {
        text += piece
        events.caption({ who, id, text, final: false })
      }
      if (isFinal && text !== '') events.caption({ who, id, text, final: true })
    }
    // A stream that breaks off leaves the words it brought.
    read().catch(() => {})
  })
}
