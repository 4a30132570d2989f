// What voice needs to be known by before anything starts, so that the worker is never restarted for it.

import { createSocket } from 'node:dgram'
import { freePort } from '../launcher/ports.ts'
import type { Secrets } from '../launcher/secrets.ts'

export type VoiceSettings = {
  /** Where LiveKit is: the person's own (LIVEKIT_URL), or the server that we start on these ports. */
  media: { kind: 'theirs'; url: string } | { kind: 'ours'; url: string; port: number; udpPort: number }
  apiKey: string
  apiSecret: string
  /** What the agent claims its jobs with. */
  agentKey: string
}

/** @throws when LIVEKIT_URL is set without its key and secret. */
export async function chooseVoice(
  secrets: Pick<Secrets, 'livekitSecret' | 'agentKey'>,
  environment: Record<string, string | undefined> = process.env,
): Promise<VoiceSettings> {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = environment
  const agentKey = environment['FOYER_AGENT_KEY'] || secrets.agentKey
  if (url) {
    if (!apiKey || !apiSecret)
      throw new Error(
        'LIVEKIT_URL is set, and LIVEKIT_API_KEY or LIVEKIT_API_SECRET is not. Set all three, or none for a server of our own.',
      )
    return { media: { kind: 'theirs', url }, apiKey, apiSecret, agentKey }
  }
  const [port, udpPort] = [await freePort(), await freeUdpPort()]
  return {
    media: { kind: 'ours', url: `ws://127.0.0.1:${port}`, port, udpPort },
    apiKey: 'foyer',
    apiSecret: secrets.livekitSecret,
    agentKey,
  }
}

/** What the worker is told of it. */
export const voiceVars = ({ media, apiKey, apiSecret, agentKey }: VoiceSettings): Record<string, string> => ({
  LIVEKIT_URL: media.url,
  LIVEKIT_API_KEY: apiKey,
  LIVEKIT_API_SECRET: apiSecret,
  FOYER_AGENT_KEY: agentKey,
})

export function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}
