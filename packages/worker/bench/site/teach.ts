import { readFileSync } from 'node:fs'
import { type Api, call } from './api.ts'
import type { Served } from './serve.ts'

interface Read {
  state: string
  lastRead: { state: string; counters: Record<string, number>; note: string }
}

const mostMs = 300_000
const pauseMs = 400

/** A tenant made, its playbook published and its site read, all as an owner would through the API. */
export async function teach(operator: Api, { business, url }: Served, say: (line: string) => void): Promise<Api> {
  const { name, country, timeZone } = business
  const slug = `${business.slug}-${crypto.randomUUID().slice(0, 8)}`
  const made = await call<{ secretKey: { key: string }; assistantId: string }>(operator, 'POST', '/v1/tenants', {
    slug,
    name,
    country,
    location: { name, timeZone },
    assistant: { name: 'Sage' },
  })
  const api: Api = { url: operator.url, key: made.secretKey.key }
  const playbook = `/v1/assistants/${made.assistantId}/playbook`
  await call(api, 'PUT', playbook, readFileSync(business.playbook, 'utf8'), {
    'content-type': 'application/yaml',
    'if-match': '0',
  })
  await call(api, 'POST', `${playbook}/publish`, {})
  const { id } = await call<{ id: string }>(api, 'POST', '/v1/sources', { kind: 'site', url })
  const from = Date.now()
  for (;;) {
    const { lastRead } = await call<Read>(api, 'GET', `/v1/sources/${id}`)
    if (lastRead.state === 'done') {
      say(
        `${business.slug}: ${lastRead.counters['read']} pages read in ${((Date.now() - from) / 1000).toFixed(1)} s. ${lastRead.note}`,
      )
      return api
    }
    if (lastRead.state === 'failed' || Date.now() - from > mostMs)
      throw new Error(`${business.slug} could not be read: ${JSON.stringify(lastRead)}`)
    await new Promise((done) => setTimeout(done, pauseMs))
  }
}
