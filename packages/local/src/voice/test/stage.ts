// Real livekit-server, real agent, real browser; the worker is the caller's: a script, or the platform.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resampled } from '../../speech/voice.ts'
import { chooseVoice, type VoiceSettings } from '../settings.ts'
import { startVoice, type Voice, type VoicePart } from '../voice.ts'
import { type Caller, openCallers } from './caller.ts'
import type { Sound } from './hearing.ts'
import { mediaOf, type TestMedia } from './media.ts'
import { wavOf } from './wav.ts'

export type Stage = {
  media: TestMedia
  voice: Voice
  settings: VoiceSettings
  dataDir: string
  /** A room with an agent on its way, and somebody in it. */
  call(): Promise<{ room: string; caller: Caller }>
  /** Somebody else in a room. */
  join(room: string): Promise<Caller>
  kill(part: VoicePart): void
  close(): Promise<void>
}

/** @param speech SPEECH_* for the agent */
export async function openStage(apiUrl: string, speech: Record<string, string>): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-voice-'))
  const settings = await chooseVoice(
    { livekitSecret: 'a secret that is long enough for it', agentKey: 'ag_a-test-agent-key' },
    {},
  )
  const voice = startVoice({ platform: { apiUrl, dataDir, voice: settings }, speech, progress: () => undefined })
  const outcome = await voice.ready
  if (outcome.kind === 'off') throw new Error(`Voice is off: ${outcome.why}`)
  const media = mediaOf(settings)
  const callers = await openCallers()
  let calls = 0
  return {
    media,
    voice,
    settings,
    dataDir,
    call: async () => {
      const n = ++calls
      const room = `room-${process.pid}-${n}`
      await media.open(room)
      await media.dispatch(room)
      const caller = await callers.call(settings.media.url, media.token(room, `visitor-${n}`))
      return { room, caller }
    },
    join: (room) => callers.call(settings.media.url, media.token(room, `visitor-${++calls}`)),
    kill: voice.kill,
    close: async () => {
      await callers.close()
      await voice.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The test voice and the test recogniser, as a person's mouth and ears. */
export type Tongue = { speak(text: string): Promise<Sound>; understand(sound: Sound): Promise<string> }

export function tongueAt(baseUrl: string): Tongue {
  return {
    async speak(text) {
      const response = await fetch(`${baseUrl}/audio/speech`, { method: 'POST', body: JSON.stringify({ input: text }) })
      return { samples: new Int16Array(await response.arrayBuffer()), rate: 24_000 }
    },
    async understand({ samples, rate }) {
      const form = new FormData()
      form.set('file', new Blob([wavOf(resampled(samples, rate, 16_000), 16_000)]), 'heard.wav')
      const response = await fetch(`${baseUrl}/audio/transcriptions`, { method: 'POST', body: form })
      return ((await response.json()) as { text: string }).text
    },
  }
}
