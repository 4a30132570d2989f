import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Platform, startPlatform } from '../../../local/src/launcher/platform.ts'
import { call, type Reply } from './foyer.ts'

export interface SiteTenant {
  call(method: string, path: string, body?: unknown): Promise<Reply>
}

/** The whole platform for one test file: database, both workers, web door; cron is fired by hand. */
export function usePlatform() {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-test-'))
  let platform: Platform | undefined
  beforeAll(async () => {
    platform = await startPlatform({ dataDir, cron: false, serverUrl: '' })
  }, 90_000)
  afterAll(async () => {
    await platform?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }, 30_000)
  const running = () => {
    if (platform === undefined) throw new Error('the platform is not running')
    return platform
  }
  let count = 0
  return {
    get: running,
    async tenant(name = 'Acme Heating'): Promise<SiteTenant> {
      const slug = `t${Date.now().toString(36)}-${count++}`
      const location = { name: 'Main', timeZone: 'America/Denver' }
      const { apiUrl, operatorKey } = running()
      const made = { slug, name, country: 'US', location, assistant: { name: 'Mia' } }
      const { status, body } = await call('POST', `${apiUrl}/v1/tenants`, { key: operatorKey, body: made })
      if (status !== 201) throw new Error(`no tenant was made: ${JSON.stringify(body)}`)
      const secretKey: string = body.secretKey.key
      return { call: (method, path, input) => call(method, apiUrl + path, { key: secretKey, body: input }) }
    },
    /** What the minute's cron would do. */
    async tick(): Promise<void> {
      const answer = await fetch(`${running().apiUrl}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`)
      await answer.text()
    },
  }
}
