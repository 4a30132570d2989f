import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Platform, startPlatform } from '../../../local/src/launcher/platform.ts'
import { goTo } from './foyer.ts'
import { startScriptedModel } from './scripted-model.ts'

export type ScriptedModel = Awaited<ReturnType<typeof startScriptedModel>>

/** A platform of its own whose model endpoint says what the test tells it to; the tests' calls go there from now on. */
export async function startPlatformWithModel(
  settings: Record<string, string> = {},
): Promise<{ platform: Platform; model: ScriptedModel; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'foyer-model-'))
  const model = await startScriptedModel()
  const env = { OPENAI_API_KEY: 'scripted-key-for-tests', OPENAI_BASE_URL: model.url, ...settings }
  const platform = await startPlatform({ dataDir, env, cron: false, serverUrl: '' })
  goTo(platform)
  const stop = async () => {
    await platform.stop()
    await model.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { platform, model, stop }
}
