import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { offlineEnvironment } from '../launcher/environment.ts'
import { Part } from '../launcher/part.ts'
import { CACHE } from '../launcher/places.ts'
import { AGENT } from './agent-modules.ts'
import { voiceVars, type VoiceSettings } from './settings.ts'

const LEASH = fileURLToPath(new URL('../launcher/leash.mjs', import.meta.url))
const READY_MS = 60_000
/** A drain that waits for calls is for deploys; on this machine they end with us. */
const GRACE_MS = 300

export type AgentChoice = {
  name: string
  apiUrl: string
  settings: VoiceSettings
  /** SPEECH_* of the test voice; empty when the person's own environment names one. */
  speech: Record<string, string>
  dataDir: string
  onCrash: (name: string) => void
}

export async function startAgent({ name, apiUrl, settings, speech, dataDir, onCrash }: AgentChoice): Promise<Part> {
  const part = new Part({
    name,
    args: ['--disable-warning=ExperimentalWarning', '--import', LEASH, join(AGENT, 'src/main.ts')],
    env: {
      AGENT_CACHE: join(CACHE, 'voice'),
      ...offlineEnvironment(),
      ...voiceVars(settings),
      ...speech,
      FOYER_URL: apiUrl,
    },
    logDir: join(dataDir, 'log'),
    awaken: ready,
    graceMs: GRACE_MS,
    onCrash,
  })
  await part.start()
  return part
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = new Error(`The agent was not ready after ${READY_MS / 1000} s.`)
    const timer = setTimeout(() => reject(late), READY_MS)
    child.once('message', () => {
      clearTimeout(timer)
      resolve()
    })
    child.once('exit', () => clearTimeout(timer))
  })
}
