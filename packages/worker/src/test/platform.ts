import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Platform, startPlatform } from '../../../local/src/launcher/platform.ts'

export interface Answer {
  status: number
  body: any
}

export interface TestTenant {
  secretKey: string
  locationId: string
  call(method: string, path: string, body?: unknown): Promise<Answer>
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
  let made = 0
  return {
    get: running,
    async tenant(name = 'Acme Heating'): Promise<TestTenant> {
      const slug = `t${Date.now().toString(36)}-${made++}`
      const location = { name: 'Main', timeZone: 'America/Denver' }
      const { status, body } = await call(running().apiUrl, running().operatorKey, 'POST', '/v1/tenants', {
        slug, name, country: 'US', location, assistant: { name: 'Mia' },
      })
      if (status !== 201) throw new Error(`no tenant was made: ${JSON.stringify(body)}`)
      const secretKey: string = body.secretKey.key
      return { secretKey, locationId: body.locationId, call: (method, path, input) => call(running().apiUrl, secretKey, method, path, input) }
    },
    /** What the minute's cron would do. */
    async tick(): Promise<void> {
      const answer = await fetch(`${running().apiUrl}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`)
      await answer.text()
    },
  }
}

async function call(apiUrl: string, key: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const bytes = body instanceof Uint8Array
  const headers = { authorization: `Bearer ${key}`, 'content-type': bytes ? 'application/octet-stream' : 'application/json' }
  const sent = body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }
  const reply = await fetch(apiUrl + path, { method, headers, ...sent })
  const text = await reply.text()
  return { status: reply.status, body: text === '' ? null : JSON.parse(text) }
}
