// Voice on one machine, in the background: what is missing is installed or built, then started, part by part.

import { join } from 'node:path'
import type { Part } from '../launcher/part.ts'
import type { Platform } from '../launcher/platform.ts'
import { freePort } from '../launcher/ports.ts'
import { installTestVoice } from '../speech/install.ts'
import { installAgent } from './agent-modules.ts'
import { startAgent } from './agent-part.ts'
import { findLivekitServer, startLivekitServer } from './livekit-server.ts'
import { hasOwnSpeech, startTestSpeech, testSpeechVars } from './speech-part.ts'

/** What the worker takes for a reason to look; half of all that a media server tells is about tracks. */
const HEARD = [
  'room_started',
  'room_finished',
  'participant_joined',
  'participant_left',
  'participant_connection_aborted',
]

export type VoicePart = 'livekit-server' | 'speech' | 'agent' | 'second-agent'

export type Voice = {
  /** Resolves when a call can be made, or with why none can be and what to set. */
  ready: Promise<{ kind: 'on'; isTestVoice: boolean } | { kind: 'off'; why: string }>
  /** Crashes one part, which is started again. For tests. */
  kill(part: VoicePart): void
  stop(): Promise<void>
}

export type VoiceOptions = {
  platform: Pick<Platform, 'apiUrl' | 'dataDir' | 'voice'>
  /** SPEECH_* for the agent instead of the environment's or the test voice. For tests. */
  speech?: Record<string, string>
  /** Two share the calls, so that one can be lost. For tests. */
  agents?: 1 | 2
  progress: (line: string) => void
}

export function startVoice({ platform, speech, agents = 1, progress }: VoiceOptions): Voice {
  const { apiUrl, dataDir, voice: settings } = platform
  const parts = new Map<VoicePart, Part>()
  let isStopping = false
  const onCrash = (name: string): void =>
    progress(`The ${name} crashed and is started again (log: ${join(dataDir, 'log', `${name}.log`)}).`)
  /** Runs one step unless everything is ending; a part that came up meanwhile is ended too. */
  const step = async (name: VoicePart, start: () => Promise<Part>): Promise<void> => {
    if (isStopping) return
    const part = await start()
    parts.set(name, part)
    if (isStopping) await part.stop()
  }

  const media = async (): Promise<void> => {
    if (settings.media.kind === 'theirs') return
    const binary = await findLivekitServer(progress)
    const webhookUrl = `${apiUrl}/v1/media/webhooks`
    const server = { binary, settings, dataDir, webhookUrl, tells: HEARD, onCrash }
    await step('livekit-server', () => startLivekitServer(server))
  }

  const ears = async (): Promise<{ vars: Record<string, string>; isTestVoice: boolean }> => {
    if (speech !== undefined) return { vars: speech, isTestVoice: false }
    if (hasOwnSpeech()) return { vars: {}, isTestVoice: false }
    const [voice, port] = [await installTestVoice(progress), await freePort()]
    await step('speech', () => startTestSpeech({ voice, port, dataDir, onCrash }))
    return { vars: testSpeechVars(port), isTestVoice: true }
  }

  const start = async (): Promise<{ kind: 'on'; isTestVoice: boolean }> => {
    // One after the other: the person may be talking to the assistant already, and has one machine.
    await media()
    const { vars, isTestVoice } = await ears()
    await installAgent('runtime', progress)
    for (const name of (['agent', 'second-agent'] as const).slice(0, agents))
      await step(name, () => startAgent({ name, apiUrl, settings, speech: vars, dataDir, onCrash }))
    return { kind: 'on', isTestVoice }
  }

  return {
    ready: start().catch((error: unknown) => ({
      kind: 'off' as const,
      why: error instanceof Error ? error.message : String(error),
    })),
    kill: (part) => parts.get(part)?.kill(),
    stop: async () => {
      isStopping = true
      await Promise.all([...parts.values()].map((part) => part.stop()))
    },
  }
}
