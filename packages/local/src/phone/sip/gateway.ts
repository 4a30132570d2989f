// livekit-sip beside the media server, on loopback only. Nobody installs it here: LIVEKIT_SIP_BIN names it.

import { createSocket } from 'node:dgram'
import { setTimeout as sleep } from 'node:timers/promises'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { offlineEnvironment } from '../../launcher/environment.ts'
import { Part } from '../../launcher/part.ts'
import { freeUdpPort, type VoiceSettings } from '../../voice/settings.ts'

const LEASH = fileURLToPath(new URL('../../launcher/leash.mjs', import.meta.url))
const LEASHED = fileURLToPath(new URL('../../voice/leashed.mjs', import.meta.url))
const READY_MS = 15_000

export type GatewayChoice = { binary: string; settings: VoiceSettings; redis: string; dataDir: string }

export async function startGateway({ binary, settings, redis, dataDir }: GatewayChoice) {
  const port = await freeUdpPort()
  const config = join(dataDir, 'run', 'livekit-sip.yaml')
  mkdirSync(join(config, '..'), { recursive: true })
  const { media, apiKey, apiSecret } = settings
  // Both addresses must be named: on loopback it finds neither, and sends its sound nowhere.
  const content = {
    ...{ api_key: apiKey, api_secret: apiSecret, ws_url: media.url, redis: { address: redis } },
    ...{ sip_port: port, listen_ip: '127.0.0.1', nat_1_to_1_ip: '127.0.0.1', media_nat_1_to_1_ip: '127.0.0.1' },
    ...{
      rtp_port: '20000-20400',
      use_external_ip: false,
      max_cpu_utilization: 1,
      logging: { level: 'info', json: true },
    },
  }
  writeFileSync(config, JSON.stringify(content), { mode: 0o600 })
  const part = new Part({
    name: 'livekit-sip',
    args: ['--import', LEASH, LEASHED, binary, '--config', config],
    env: offlineEnvironment(),
    logDir: join(dataDir, 'log'),
    awaken: () => untilAnswers(port),
  })
  await part.start()
  return { part, port }
}

async function untilAnswers(port: number): Promise<void> {
  const socket = createSocket('udp4')
  try {
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    let isThere = false
    socket.once('message', () => (isThere = true))
    const own = `127.0.0.1:${socket.address().port}`
    const asked = [
      `OPTIONS sip:127.0.0.1:${port} SIP/2.0`,
      `Via: SIP/2.0/UDP ${own};branch=z9hG4bKready`,
      ...[`From: <sip:test@${own}>;tag=1`, `To: <sip:127.0.0.1:${port}>`, 'Call-ID: ready', 'CSeq: 1 OPTIONS'],
      ...['Max-Forwards: 70', 'Content-Length: 0', '', ''],
    ].join('\r\n')
    for (const from = Date.now(); Date.now() - from < READY_MS; await sleep(100)) {
      if (isThere) return
      socket.send(asked, port, '127.0.0.1')
    }
  } finally {
    socket.close()
  }
  throw new Error(`livekit-sip was not ready after ${READY_MS / 1000} s.`)
}
