import { beforeAll, describe, expect, it } from 'vitest'
import { askFresh, call, createTenant, type Reply, type TestTenant, until } from '../../../test/foyer.ts'

const add = (tenant: TestTenant, phrasings: string[], answer: string) =>
  call('POST', '/v1/questions', { key: tenant.sk, body: { phrasings, answer } })
const list = async (tenant: TestTenant, query = '') =>
  (await call('GET', `/v1/questions?limit=200${query}`, { key: tenant.sk })).body.items
const bring = (tenant: TestTenant, csv: string): Promise<Reply> =>
  call('POST', '/v1/questions/import', { key: tenant.sk, raw: csv, headers: { 'content-type': 'text/csv' } })
const answerTo = async (tenant: TestTenant, question: string): Promise<string> =>
  (await askFresh(tenant, question))['message'].text

describe('questions with the owner’s own answers', () => {
  let tenant: TestTenant
  let other: TestTenant
  beforeAll(async () => {
    tenant = await createTenant()
    other = await createTenant()
  })

  it('are answered from as they stand: taught, changed, and forgotten', async () => {
    const made = await add(
      tenant,
      ['Do you sharpen skates?', 'skate sharpening'],
      'We sharpen skates for nine dollars.',
    )
    expect(made).toMatchObject({ status: 201, body: { revision: 1 } })
    const said = (words: string) =>
      until(
        () => answerTo(tenant, 'Do you sharpen skates?'),
        (text) => text.includes(words),
      )
    await said('nine dollars')
    const path = `/v1/questions/${made.body.id}`
    const change = { key: tenant.sk, body: { answer: 'We sharpen skates on Fridays only.' } }
    const changed = await call('PATCH', path, { ...change, headers: { 'if-match': '1' } })
    expect(changed.body).toMatchObject({ revision: 2 })
    await said('Fridays only')
    expect((await call('PATCH', path, { ...change, headers: { 'if-match': '1' } })).status).toBe(409)
    expect(await list(other)).toEqual([])
    expect((await call('DELETE', path, { key: other.sk })).status).toBe(404)
    expect((await call('DELETE', path, { key: tenant.sk })).status).toBe(204)
    await until(
      () => answerTo(tenant, 'Do you sharpen skates?'),
      (text) => !text.includes('Fridays'),
    )
  }, 90_000)

  it('stand there once, however they are written', async () => {
    await add(tenant, ['Is parking free?'], 'Parking is free behind the shop.')
    const again = await add(tenant, ['is parking FREE'], 'No.')
    expect(again.status).toBe(409)
    expect(again.body.error.message).toContain('there already')
    expect(await list(tenant, '&find=parking')).toHaveLength(1)
  })

  it('show what was written, never as markup of ours', async () => {
    const markup = '<img src=x onerror=alert(1)>'
    await add(other, [markup], markup)
    expect((await list(other))[0]).toMatchObject({ phrasings: [markup], answer: markup })
  })

  it('come in by the ten thousand, and the lines that do not fit are named', async () => {
    const third = await createTenant()
    const rows = Array.from({ length: 10_000 }, (_, at) => `Question number ${at} of the list?,The answer is ${at}.`)
    rows[4] = 'Only a question?,'
    rows[999] = ',Only an answer.'
    rows[5000] = 'Question number 7 of the list?,Another answer.'
    const first = await bring(third, ['question,answer', ...rows].join('\n'))
    expect(first.body).toEqual({
      added: 9997,
      changed: 0,
      same: 0,
      refused: [
        { line: 6, why: 'the answer is missing' },
        { line: 1001, why: 'the question is missing' },
        { line: 5002, why: 'asks the same as line 9' },
      ],
    })
    rows[4] = 'Only a question?,Now answered.'
    rows[0] = 'Question number 0 of the list?,The answer is zero.'
    const second = await bring(third, ['question,answer', ...rows].join('\n'))
    expect(second.body).toMatchObject({ added: 1, changed: 1, same: 9996 })
    expect(second.body.refused).toHaveLength(2)
  }, 120_000)

  it('are refused whole when it is no table', async () => {
    const reply = await bring(other, 'question,answer\n"never closed')
    expect(reply.status).toBe(422)
    expect(reply.body.error.message).toContain('Nothing was changed')
  })
})

describe('a document', () => {
  it('shows its versions and the answers given on its word', async () => {
    const tenant = await createTenant()
    const other = await createTenant()
    await add(tenant, ['Do you wax skis?'], 'We wax skis while you wait.')
    const { message } = await until(
      () => askFresh(tenant, 'Do you wax skis?'),
      (end) => end['message'].text.includes('while you wait'),
    )
    const [document] = (await call('GET', '/v1/documents', { key: tenant.sk })).body.items
    expect(document).toMatchObject({ current: true, versions: 1 })
    const history = await call('GET', `/v1/documents/${document.id}`, { key: tenant.sk })
    expect(history.body.versions).toHaveLength(1)
    expect(history.body.answers[0]).toMatchObject({ turnId: message.turnId, versionIds: [document.versionId] })
    expect((await call('GET', `/v1/documents/${document.id}`, { key: other.sk })).status).toBe(404)
  }, 60_000)
})
