// vitest's global set-up: one whole platform for all system tests, on the database that FOYER_TEST_DATABASE names.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPlatform } from '../launcher/platform.ts'
import { startPostgres } from './postgres-server.ts'
import type { TestPlatform } from './provided.ts'
import { ScriptedCarrier } from './scripted-carrier.ts'
import { startScriptedServices } from './scripted-services.ts'
import { startScriptedMedia } from './scripted-media.ts'

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const kind = process.env['FOYER_TEST_DATABASE'] === 'server' ? 'server' : 'pglite'
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-test-'))
  const server = kind === 'server' ? await startPostgres() : undefined
  const services = await startScriptedServices()
  const carrier = await ScriptedCarrier.start()
  const env = {
    ...{ MODEL_HOSTS: services.url, RESEND_BASE_URL: services.url },
    ...{ TWILIO_BASE_URL: carrier.url, SIP_ADDRESS: 'sip.desk.example' },
  }
  const undo = async (): Promise<void> => {
    await carrier.close()
    await services.close()
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const platform = await startPlatform({
      dataDir,
      env,
      serverUrl: server?.url ?? '',
      cron: false,
      loopbackOrigins: [],
    })
    const {
      apiUrl,
      databaseUrl,
      authUrl,
      ownerUrl,
      gatewayUrl,
      webDoorUrl,
      webDoorSecret,
      operatorKey,
      mailboxUrl,
      mailboxSecret,
      voice,
    } = platform
    if (voice.media.kind !== 'ours')
      throw new Error('LIVEKIT_URL is set: unset it for the tests, which bring their own.')
    const media = await startScriptedMedia(voice.media.port)
    const provided: TestPlatform = {
      database: kind,
      apiUrl,
      databaseUrl,
      authUrl,
      ownerUrl,
      gatewayUrl,
      webDoorUrl,
      webDoorSecret,
      operatorKey,
      mailboxUrl,
      mailboxSecret,
      servicesUrl: services.url,
      carrierUrl: carrier.url,
      dataDir,
      media: { url: media.url, apiKey: voice.apiKey, apiSecret: voice.apiSecret, agentKey: voice.agentKey },
    }
    project.provide('platform', provided)
    return async () => {
      await platform.stop()
      await media.close()
      await undo()
    }
  } catch (error) {
    await undo()
    throw error
  }
}
