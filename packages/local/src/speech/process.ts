// The speech server as a process of the platform.

import type { TestVoice } from './install.ts'
import { serveSpeech } from './server.ts'

export type SpeechRequest = { kind: 'open'; port: number; voice: TestVoice }
export type SpeechReply = { kind: 'opened' } | { kind: 'failed'; message: string }

process.once('message', (request: SpeechRequest) => {
  serveSpeech(request.port, request.voice).then(
    () => process.send?.({ kind: 'opened' } satisfies SpeechReply),
    (error: unknown) => process.send?.({ kind: 'failed', message: String(error) } satisfies SpeechReply),
  )
})
