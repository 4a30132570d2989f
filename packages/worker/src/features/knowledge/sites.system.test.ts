import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LoopbackSite, page, serveSite } from '../../test/loopback-site.ts'
import { usePlatform, type SiteTenant } from '../../test/platform.ts'
import { readAgain, teachSite } from '../../test/teach.ts'

const platform = usePlatform()

const home = page(
  'Acme Heating',
  '<p>We fix furnaces in Santa Fe.</p><a href="/prices">Prices</a> <a href="/team">Team</a>',
)
const prices = (tuneUp: string) => page('Prices', `<p>A tune-up costs $${tuneUp}.</p>`)
const team = page('Team', '<p>Ana and Luis answer the phone.</p>')

describe('a site that is read', () => {
  let site: LoopbackSite
  let acme: SiteTenant
  let bolt: SiteTenant
  let sourceId = ''
  const pagesOf = async () =>
    (await acme.call('GET', `/v1/sources/${sourceId}/pages`)).body.items as {
      url: string
      state: string
      versionId: string
    }[]
  const pageAt = async (path: string) => (await pagesOf()).find(({ url }) => url === site.origin + path)

  beforeAll(async () => {
    site = await serveSite({ '/': home, '/prices': prices('89'), '/team': team })
    acme = await platform.tenant()
    bolt = await platform.tenant('Bolt Plumbing')
    const source = await teachSite(platform, acme, site)
    expect(source).toMatchObject({
      state: 'read',
      note: '',
      lastRead: { state: 'done', revision: 1, counters: { read: 3, found: 0 } },
    })
    sourceId = source.id
  }, 60_000)
  afterAll(() => site.close())

  test('shows each page and the text its quotes are cut from', async () => {
    const found = await pageAt('/prices')
    const { body } = await acme.call('GET', `/v1/documents/versions/${found?.versionId}`)
    expect(body).toMatchObject({
      url: `${site.origin}/prices`,
      title: 'Prices',
      lang: 'en',
      fromRevision: 1,
      toRevision: null,
    })
    expect(body.text).toContain('A tune-up costs $89.')
  })

  test('is nobody else’s', async () => {
    const versionId = (await pageAt('/prices'))?.versionId
    for (const path of [
      `/v1/sources/${sourceId}`,
      `/v1/sources/${sourceId}/pages`,
      `/v1/documents/versions/${versionId}`,
    ]) {
      expect((await bolt.call('GET', path)).status, path).toBe(404)
    }
    expect((await bolt.call('POST', `/v1/sources/${sourceId}/read`)).status).toBe(404)
    expect((await bolt.call('DELETE', `/v1/sources/${sourceId}`)).status).toBe(404)
    expect((await bolt.call('GET', '/v1/sources')).body.items).toEqual([])
    expect((await bolt.call('GET', '/v1/revisions')).body.items).toEqual([])
  })

  test('makes no revision when it is read again and says the same', async () => {
    const source = await readAgain(acme, sourceId)
    expect(source.lastRead).toMatchObject({ state: 'done', revision: null, counters: { unchanged: 3, read: 0 } })
    expect((await acme.call('GET', '/v1/tenant')).body.knowledgeRevision).toBe(1)
  })

  test('makes new only what changed, and the old words can still be shown', async () => {
    const before = await pageAt('/prices')
    const home = await pageAt('/')
    site.pages.set('/prices', prices('99'))
    const source = await readAgain(acme, sourceId)
    expect(source.lastRead).toMatchObject({ revision: 2, counters: { read: 1, unchanged: 2 } })
    expect((await pageAt('/'))?.versionId).toBe(home?.versionId)
    const old = await acme.call('GET', `/v1/documents/versions/${before?.versionId}`)
    expect(old.body).toMatchObject({ fromRevision: 1, toRevision: 2 })
    expect(old.body.text).toContain('$89')
    const now = await acme.call('GET', `/v1/documents/versions/${(await pageAt('/prices'))?.versionId}`)
    expect(now.body).toMatchObject({ fromRevision: 2, toRevision: null, documentId: old.body.documentId })
    expect(now.body.text).toContain('$99')
  })

  test('loses a page that is gone, not one that fails for a moment', async () => {
    const gone = await pageAt('/team')
    const failing = await pageAt('/prices')
    site.pages.delete('/team')
    site.pages.set('/prices', { status: 500, body: 'sorry' })
    const source = await readAgain(acme, sourceId)
    expect(source.lastRead).toMatchObject({ revision: 3, counters: { gone: 1, failed: 1, unchanged: 1 } })
    expect((await acme.call('GET', `/v1/documents/versions/${gone?.versionId}`)).body).toMatchObject({ toRevision: 3 })
    expect((await acme.call('GET', `/v1/documents/versions/${failing?.versionId}`)).body).toMatchObject({
      toRevision: null,
    })
    const [revision] = (await acme.call('GET', '/v1/revisions?limit=1')).body.items
    expect(revision).toMatchObject({ number: 3, documents: 2 })
  })

  test('keeps what it knew when the whole site is down', async () => {
    const held = (await pageAt('/'))?.versionId
    await site.close()
    const source = await readAgain(acme, sourceId)
    expect(source).toMatchObject({ state: 'failed', lastRead: { state: 'failed', revision: null } })
    expect(source.note).toMatch(/could not reach/i)
    expect((await acme.call('GET', `/v1/documents/versions/${held}`)).body.toRevision).toBe(null)
    expect((await acme.call('GET', '/v1/tenant')).body.knowledgeRevision).toBe(3)
  })

  test('leaves with the next revision when it is forgotten', async () => {
    const held = (await pageAt('/'))?.versionId
    expect((await acme.call('DELETE', `/v1/sources/${sourceId}`)).status).toBe(204)
    expect((await acme.call('GET', `/v1/sources/${sourceId}`)).status).toBe(404)
    await expect
      .poll(async () => (await acme.call('GET', '/v1/tenant')).body.knowledgeRevision, { timeout: 20_000 })
      .toBe(4)
    const [revision] = (await acme.call('GET', '/v1/revisions?limit=1')).body.items
    expect(revision).toMatchObject({ documents: 0, passages: 0 })
    expect((await acme.call('GET', `/v1/documents/versions/${held}`)).body).toMatchObject({ toRevision: 4 })
  })
}, 60_000)

test('a site that was never read is answered from after its first pages, and read to its end', async () => {
  const names = Array.from({ length: 14 }, (_, at) => `/page-${at}`)
  const links = names.map((name) => `<a href="${name}">${name}</a>`).join(' ')
  const pages = names.map((name): [string, string] => [name, page(name, `<p>What stands on ${name} is its own.</p>`)])
  const site = await serveSite({ '/': page('Home', links), ...Object.fromEntries(pages) })
  const tenant = await platform.tenant('Long Site')
  const source = await teachSite(platform, tenant, site)
  expect(source.lastRead).toMatchObject({ state: 'done', revision: 2, counters: { read: 15, found: 0 } })
  const { items } = (await tenant.call('GET', '/v1/revisions')).body
  expect(items.map(({ documents }: { documents: number }) => documents)).toEqual([15, expect.any(Number)])
  expect(items[1].documents).toBeLessThan(15)
  await site.close()
}, 60_000)
