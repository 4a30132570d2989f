// Worker, media server, agent and a real SIP gateway, and a business with a number behind a trunk that asks for a login.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import type { Part } from '../../launcher/part.ts'
import { type Platform, startPlatform } from '../../launcher/platform.ts'
import { installAgent } from '../../voice/agent-modules.ts'
import { startAgent } from '../../voice/agent-part.ts'
import { findLivekitServer, startLivekitServer } from '../../voice/livekit-server.ts'
import { startRedis } from '../../voice/test/redis.ts'
import { openTestSpeech, type TestSpeech } from '../../voice/test/test-speech.ts'
import { type Desk, openDesk } from '../desk.ts'
import { startGateway } from './gateway.ts'
import type { Login } from './message.ts'

export const LOGIN: Login = { username: 'desk', password: 'a long password' }

/** Of the business; an agent takes ten calls, so that some who call at once find none free. */
export const LINES = 8

export type SipStage = Desk & {
  platform: Platform
  /** The gateway's port for SIP. */
  gateway: number
  speech: TestSpeech
  /** 24 kHz mono; recognised as these words. */
  speak(text: string): Promise<Int16Array>
  startAgent(): Promise<Part>
  /** As a crash would; it is started again. */
  killGateway(): void
  close(): Promise<void>
}

/** All but the agent. */
export async function openSipStage(binary: string): Promise<SipStage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-sip-'))
  const undo: (() => unknown)[] = [() => rm(dataDir, { recursive: true, force: true })]
  const close = async (): Promise<void> => {
    for (const each of undo.splice(0).toReversed()) await each()
  }
  try {
    const platform = await startPlatform({ dataDir, serverUrl: '', cron: false })
    undo.push(() => platform.stop())
    const { apiUrl, voice: settings, operatorKey } = platform
    const redis = await startRedis()
    undo.push(redis.stop)
    const onCrash = (): void => undefined
    const server = await startLivekitServer({
      ...{ binary: await findLivekitServer(console.log), settings, dataDir, redis: redis.address, onCrash },
      webhookUrl: `${apiUrl}/v1/media/webhooks`,
    })
    undo.push(() => server.stop())
    const gateway = await startGateway({ binary, settings, redis: redis.address, dataDir })
    undo.push(() => gateway.part.stop())
    const speech = await openTestSpeech(dataDir)
    undo.push(() => speech.close())
    await installAgent('runtime', console.log)
    // The catch-all is the operator's: whoever dials a number of nobody hears so.
    const checked = await fetch(`${apiUrl}/v1/platform/phone/check`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorKey}` },
    })
    if (!checked.ok) throw new Error(`No catch-all: ${await checked.text()}`)
    const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
    const desk = await openDesk(operator, apiUrl, { mode: 'live', login: LOGIN, lines: LINES })
    return {
      ...{ ...desk, platform, gateway: gateway.port, speech, close },
      speak: async (text) => {
        speech.speech.injected.words = text
        return (await speech.tongue.speak(text)).samples
      },
      killGateway: () => gateway.part.kill(),
      startAgent: async () => {
        const vars = { ...speech.vars, SPEECH_LANGUAGES: 'en,es' }
        const part = await startAgent({ name: 'agent', apiUrl, settings, speech: vars, dataDir, onCrash })
        undo.push(() => part.stop())
        return part
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
