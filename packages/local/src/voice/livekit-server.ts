// The media server on this machine: found, or built once by Go; on loopback only.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { offlineEnvironment } from '../launcher/environment.ts'
import { Part } from '../launcher/part.ts'
import { CACHE } from '../launcher/places.ts'
import { runToEnd } from './run-to-end.ts'
import type { VoiceSettings } from './settings.ts'

const VERSION = 'v1.13.5'
const MODULE = `github.com/livekit/livekit-server/cmd/server@${VERSION}`
const LEASH = fileURLToPath(new URL('../launcher/leash.mjs', import.meta.url))
const LEASHED = fileURLToPath(new URL('./leashed.mjs', import.meta.url))
const BUILD_MS = 600_000
const READY_MS = 15_000

/**
 * The path of livekit-server: one on PATH, the one built before, or a new one.
 * @throws with what to install or set, when there is none and none can be built.
 */
export async function findLivekitServer(say: (line: string) => void): Promise<string> {
  const built = join(CACHE, `livekit-server-${VERSION}`, process.platform === 'win32' ? 'server.exe' : 'server')
  const found = onPath('livekit-server') ?? (existsSync(built) ? built : undefined)
  if (found !== undefined) return found
  const go = onPath('go')
  if (go === undefined)
    throw new Error(
      'there is no livekit-server and no Go to build it. Install either, or set LIVEKIT_URL with its key.',
    )
  say('Building livekit-server with Go (once; up to two minutes) …')
  await build(go, join(built, '..'))
  return built
}

async function build(go: string, folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`
  mkdirSync(making, { recursive: true })
  try {
    await runToEnd(go, ['install', MODULE], { env: { GOBIN: making }, mostMs: BUILD_MS })
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw new Error('Go could not build livekit-server. Install livekit-server, or set LIVEKIT_URL with its key.', {
      cause: error,
    })
  }
  try {
    renameSync(making, folder)
  } catch {
    // Another start was quicker.
    rmSync(making, { recursive: true, force: true })
  }
}

export type MediaServerChoice = {
  binary: string
  settings: VoiceSettings
  dataDir: string
  /** Where it tells what happens in its rooms. */
  webhookUrl: string
  /** Of all that happens only this; everything without it. */
  tells?: readonly string[]
  /** Address of a Redis: phones need one, browsers do not. */
  redis?: string
  onCrash: (name: string) => void
}

export async function startLivekitServer({
  binary,
  settings: { media, apiKey, apiSecret },
  dataDir,
  webhookUrl,
  tells = [],
  redis,
  onCrash,
}: MediaServerChoice): Promise<Part> {
  if (media.kind === 'theirs') throw new Error('LIVEKIT_URL names a server; none is started beside it.')
  const config = join(dataDir, 'run', 'livekit.yaml')
  mkdirSync(join(config, '..'), { recursive: true })
  // JSON is YAML. With a TCP port for media it would listen on all interfaces. Rooms are made by who joins, so that calls
  // come back after a restart; a used token gains nothing by that (docs/design/voice.md).
  const settings = {
    port: media.port,
    bind_addresses: ['127.0.0.1'],
    keys: { [apiKey]: apiSecret },
    rtc: {
      udp_port: media.udpPort,
      tcp_port: 0,
      node_ip: '127.0.0.1',
      enable_loopback_candidate: true,
      use_external_ip: false,
      ips: { includes: ['127.0.0.1/32'] },
    },
    room: { auto_create: true, empty_timeout: 120, departure_timeout: 20 },
    webhook: { api_key: apiKey, urls: [webhookUrl], filter_params: { include_events: tells } },
    ...(redis === undefined ? {} : { redis: { address: redis } }),
    logging: { level: 'info', json: true },
  }
  rmSync(config, { force: true })
  writeFileSync(config, JSON.stringify(settings, null, 2), { mode: 0o600 })
  const part = new Part({
    name: 'livekit-server',
    args: ['--import', LEASH, LEASHED, binary, '--config', config],
    env: offlineEnvironment(),
    logDir: join(dataDir, 'log'),
    awaken: () => untilAnswers(`http://127.0.0.1:${media.port}/`),
    onCrash,
  })
  await part.start()
  return part
}

async function untilAnswers(url: string): Promise<void> {
  for (const from = Date.now(); Date.now() - from < READY_MS; await sleep(50)) {
    if (
      await fetch(url, { signal: AbortSignal.timeout(1000) }).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
  }
  throw new Error(`livekit-server was not ready after ${READY_MS / 1000} s.`)
}

function onPath(name: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find((path) => existsSync(path))
}
