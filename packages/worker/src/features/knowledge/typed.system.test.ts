import { describe, expect, test } from 'vitest'
import { call, createTenant, readDone, type Reply, type TestTenant, until } from '../../test/foyer.ts'
import { docxOf, encryptedPdf, paragraph, pdfOf } from './reading/test-files.ts'

const get = (tenant: TestTenant, path: string): Promise<Reply> => call('GET', path, { key: tenant.sk })
const post = (tenant: TestTenant, path: string, body: unknown): Promise<Reply> =>
  call('POST', path, { key: tenant.sk, body })
const upload = (tenant: TestTenant, name: string, content: string | Uint8Array): Promise<Reply> =>
  call('POST', `/v1/files?name=${encodeURIComponent(name)}`, {
    key: tenant.sk,
    raw: content as BodyInit,
    headers: { 'content-type': 'application/octet-stream' },
  })
const untilRead = async (tenant: TestTenant, made: Reply) => (await readDone(tenant, made.body.id)).body

describe('what is typed or uploaded', () => {
  test('is read at once, each into its own revision', async () => {
    const tenant = await createTenant()
    const pair = { questions: ['Do you take cards?', 'Can I pay by card?'], answer: 'Yes, all major cards.' }
    const asked = await untilRead(tenant, await post(tenant, '/v1/sources', { kind: 'questions', pairs: [pair] }))
    const typed = await untilRead(
      tenant,
      await post(tenant, '/v1/sources', { kind: 'text', title: 'Parking', text: 'Park behind the house.' }),
    )
    expect([asked.lastRead.revision, typed.lastRead.revision]).toEqual([1, 2])
    const [held] = (await get(tenant, `/v1/sources/${asked.id}/pages`)).body.items
    const { body } = await get(tenant, `/v1/documents/versions/${held.versionId}`)
    expect(body.text).toBe('Do you take cards?\nCan I pay by card?\nYes, all major cards.')
  })

  test('is replaced by a file of the same name, and makes nothing new when it says the same', async () => {
    const tenant = await createTenant()
    const first = await upload(tenant, 'care/notes.md', '# Warranty\n\nOne year on all work.')
    expect(first.status).toBe(201)
    expect(await untilRead(tenant, first)).toMatchObject({
      kind: 'file',
      name: 'care/notes.md',
      state: 'read',
      lastRead: { revision: 1 },
    })
    const second = await upload(tenant, 'care/notes.md', '# Warranty\n\nTwo years on all work.')
    expect(second.body.id).toBe(first.body.id)
    expect((await untilRead(tenant, second)).lastRead.revision).toBe(2)
    expect(
      (await untilRead(tenant, await upload(tenant, 'care/notes.md', '# Warranty\n\nTwo years on all work.'))).lastRead
        .revision,
    ).toBe(null)
    expect((await get(tenant, '/v1/revisions')).body.items[0]).toMatchObject({ number: 2, documents: 1 })
  })

  test('is what was uploaded last, also when the one before is still being read', async () => {
    const tenant = await createTenant()
    const made = await upload(tenant, 'notes.txt', 'Version 1 of the notes.')
    for (const n of [2, 3, 4]) await upload(tenant, 'notes.txt', `Version ${n} of the notes.`)
    const textNow = async () => {
      const [held] = (await get(tenant, `/v1/sources/${made.body.id}/pages`)).body.items
      return held?.versionId ? (await get(tenant, `/v1/documents/versions/${held.versionId}`)).body.text : ''
    }
    await until(textNow, (text) => text === 'Version 4 of the notes.')
    expect((await get(tenant, '/v1/sources')).body.items).toHaveLength(1)
  })

  test('holds every question of a CSV and names the rows it left out', async () => {
    const tenant = await createTenant()
    const source = await untilRead(
      tenant,
      await upload(
        tenant,
        'faq.csv',
        'question,answer,also\nDo you work on Sundays?,"No, never.",Open Sunday?\nbroken,\n',
      ),
    )
    expect(source).toMatchObject({ state: 'read', note: expect.stringContaining('line 3') })
    const [held] = (await get(tenant, `/v1/sources/${source.id}/pages`)).body.items
    expect((await get(tenant, `/v1/documents/versions/${held.versionId}`)).body.text).toBe(
      'Do you work on Sundays?\nOpen Sunday?\nNo, never.',
    )
  })

  test('says in a sentence why a file is not taken, and keeps what it knew of it', async () => {
    const tenant = await createTenant()
    const good = await untilRead(tenant, await upload(tenant, 'prices.txt', 'A visit costs $59.'))
    const bad = await untilRead(tenant, await upload(tenant, 'prices.pdf', 'not a PDF at all'))
    expect(bad).toMatchObject({
      state: 'failed',
      note: expect.stringContaining('prices.pdf'),
      lastRead: { revision: null },
    })
    const spoiled = await untilRead(
      tenant,
      await upload(tenant, 'prices.txt', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 2])),
    )
    expect(spoiled).toMatchObject({ id: good.id, state: 'failed' })
    expect((await get(tenant, '/v1/revisions')).body.items).toHaveLength(1)
    expect((await upload(tenant, 'empty.txt', new Uint8Array(0))).status).toBe(400)
  })

  test.each([
    ['locked.pdf', encryptedPdf(), 'password'],
    ['pictures.pdf', pdfOf([[], []]), 'text'],
    [
      'bomb.docx',
      docxOf(paragraph('Hello'), { 'word/media/image1.bin': [new Uint8Array(51 * 1_048_576), { level: 1 }] }),
      '50 MB',
    ],
  ])('says why %s cannot be read', async (name, bytes, why) => {
    const tenant = await createTenant()
    const source = await untilRead(tenant, await upload(tenant, name, bytes))
    expect(source).toMatchObject({
      state: 'failed',
      note: expect.stringContaining(why),
      lastRead: { state: 'failed', revision: null },
    })
  })

  test('is refused whole when it is too large or malformed, and nothing is changed', async () => {
    const tenant = await createTenant()
    const file = await upload(tenant, 'big.txt', new Uint8Array(20 * 1024 * 1024 + 1))
    expect(file).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } })
    expect((await post(tenant, '/v1/sources', { kind: 'text', title: 'Long', text: 'x'.repeat(300_000) })).status).toBe(
      422,
    )
    const text = await post(tenant, '/v1/sources', { kind: 'text', title: 'Long', text: 'x'.repeat(5 * 1024 * 1024) })
    expect(text).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } })
    for (const body of [
      { kind: 'site', url: 'ftp://example.com' },
      { kind: 'site', url: 'https://user:secret@example.com' },
      { kind: 'site', url: 'https://example.com', depth: 3 },
      { kind: 'questions', pairs: [] },
      { kind: 'carrier pigeon' },
    ]) {
      expect(await post(tenant, '/v1/sources', body), JSON.stringify(body)).toMatchObject({
        status: 422,
        body: { error: { code: 'unprocessable' } },
      })
    }
    expect((await get(tenant, '/v1/sources')).body.items).toEqual([])
  })

  test('is published whole when many are taught at once', async () => {
    const tenant = await createTenant()
    const titles = ['One', 'Two', 'Three', 'Four', 'Five']
    const made = await Promise.all(
      titles.map((title) => post(tenant, '/v1/sources', { kind: 'text', title, text: `All about number ${title}.` })),
    )
    for (const each of made) expect((await untilRead(tenant, each)).state).toBe('read')
    const { items } = (await get(tenant, '/v1/revisions')).body
    expect(items.map(({ number }: { number: number }) => number)).toEqual([5, 4, 3, 2, 1])
    expect(items[0]).toMatchObject({ documents: 5, passages: 5 })
    const pages = [(await get(tenant, '/v1/sources?limit=2')).body]
    pages.push((await get(tenant, `/v1/sources?limit=3&after=${pages[0].next}`)).body)
    expect(pages.flatMap(({ items: some }) => some.map(({ name }: { name: string }) => name)).toSorted()).toEqual(
      titles.toSorted(),
    )
  })

  test('is refused when it holds what no database can: NUL and half a character', async () => {
    const tenant = await createTenant()
    const odd = await post(tenant, '/v1/sources', {
      kind: 'text',
      title: 'Odd',
      text: 'A visit\u0000 costs \ud83d $59.',
    })
    expect(odd).toMatchObject({ status: 422, body: { error: { details: [{ path: 'text' }] } } })
    const page = await upload(tenant, 'odd.html', '<title>Odd</title><p>A visit&#0; costs &#xD83D; $59.</p>')
    expect((await untilRead(tenant, page)).state).toBe('read')
  })
})
