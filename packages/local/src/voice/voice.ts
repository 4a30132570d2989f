// Voice on one machine, in the background: what is missing is installed or built, then started, part by part.

import { join } from 'node:path'
import type { Part } from '../launcher/part.ts'
import type { Platform } from '../launcher/platform.ts'
import { findLivekitServer, startLivekitServer } from './livekit-server.ts'

export type VoicePart = 'livekit-server'

export type Voice = {
  /** Resolves when a call can be made, or with why none can be and what to set. */
  ready: Promise<{ kind: 'on' } | { kind: 'off'; why: string }>
  /** Crashes one part, which is started again. For tests. */
  kill(part: VoicePart): void
  stop(): Promise<void>
}

export type VoiceOptions = {
  platform: Pick<Platform, 'apiUrl' | 'dataDir' | 'voice'>
  progress: (line: string) => void
}

export function startVoice({ platform, progress }: VoiceOptions): Voice {
  const { apiUrl, dataDir, voice: settings } = platform
  const parts = new Map<VoicePart, Part>()
  let isStopping = false
  const onCrash = (name: string): void =>
    progress(`The ${name} crashed and is started again (log: ${join(dataDir, 'log', `${name}.log`)}).`)

  const start = async (): Promise<void> => {
    if (settings.media.kind === 'ours') {
      const binary = await findLivekitServer(progress)
      if (isStopping) return
      const webhookUrl = `${apiUrl}/v1/media/webhooks`
      parts.set('livekit-server', await startLivekitServer({ binary, settings, dataDir, webhookUrl, onCrash }))
    }
  }

  const ready = start().then(
    () => ({ kind: 'on' }) as const,
    (error: unknown) => ({ kind: 'off', why: error instanceof Error ? error.message : String(error) }) as const,
  )
  return {
    ready,
    kill: (part) => parts.get(part)?.kill(),
    stop: async () => {
      isStopping = true
      await Promise.all([...parts.values()].map((part) => part.stop()))
    },
  }
}
