import { beforeAll, describe, expect, it } from 'vitest'
import { goodKeys } from '../../../../local/src/test/scripted-services.ts'
import { testPlatform } from '../../../../local/src/test/provided.ts'
import { askFresh, teach } from '../../test/foyer.ts'
import { own, type OwnTenant } from '../../test/members.ts'

describe('a tenant’s own keys', () => {
  let desk: OwnTenant
  let beside: OwnTenant
  beforeAll(async () => {
    desk = await own('Own keys')
    beside = await own('Beside')
  })
  const model = (more: object = {}) => ({
    baseUrl: `${testPlatform().servicesUrl}/v1/`,
    model: 'small',
    key: goodKeys.model,
    priceIn: 1,
    priceOut: 4,
    ...more,
  })
  const of = async (tenant: OwnTenant, kind: string) =>
    (await tenant.call('GET', '/v1/connections')).body.items.find((each: { kind: string }) => each.kind === kind)

  it('begin with what the server has, and say of each whether it is there', async () => {
    const { items } = (await desk.call('GET', '/v1/connections')).body
    expect(items.map(({ kind, source }: { kind: string; source: string }) => [kind, source])).toEqual([
      ['model', 'none'],
      ['embeddings', 'none'],
      ['speech', expect.stringMatching(/^(none|platform)$/)],
      ['mail', 'none'],
      ['carrier', 'none'],
    ])
  })

  it.each([
    ['a key the endpoint refuses', { key: 'a-key-of-nobody' }, 'key', /refuses this key/],
    ['a model it does not have', { model: 'large' }, 'key', /does not have a model "large"/],
    ['an address where nothing of the kind is', { baseUrl: 'placeholder' }, 'key', /answered 404/],
    ['a host the operator does not allow', { baseUrl: 'https://models.example/v1' }, 'baseUrl', /MODEL_HOSTS/],
  ])('are tried before they are kept: not %s', async (_what, more, path, words) => {
    const given = 'baseUrl' in more && more.baseUrl === 'placeholder' ? { baseUrl: testPlatform().servicesUrl } : more
    const { status, body } = await desk.call('PUT', '/v1/connections/model', model(given))
    expect([status, body.error.details[0].path]).toEqual([422, path])
    expect(body.error.message).toMatch(words)
    expect((await of(desk, 'model')).source).toBe('none')
  })

  it('are used from then on, cost what is said, and are shown to nobody again', async () => {
    const kept = await desk.call('PUT', '/v1/connections/model', model())
    expect(kept.body).toMatchObject({ source: 'own', model: 'small', keyEnds: goodKeys.model.slice(-4) })
    // 2,000 tokens at $1 and 150 at $4, a million each, a thousand times.
    expect(kept.body.costPerThousandTurns).toBe(2.6)
    expect((await of(beside, 'model')).source).toBe('none')
    await teach(desk, 'Lessons', 'A rowing lesson for beginners takes ninety minutes and costs $42.')
    await askFresh(desk, 'Tell me about a rowing lesson for beginners')
    expect(await (await fetch(`${testPlatform().servicesUrl}/asked`)).json()).toContain(goodKeys.model)
    const shown = [
      await desk.call('GET', '/v1/connections'),
      await desk.call('GET', '/v1/audit'),
      await desk.call('GET', '/v1/tenant'),
    ]
    expect(JSON.stringify(shown.map(({ body }) => body))).not.toContain(goodKeys.model)
  })

  it('for mail may be good for sending only, and are refused when they are not good', async () => {
    const wrong = await desk.call('PUT', '/v1/connections/mail', { from: 'desk@shop.example', key: 'a-key-of-nobody' })
    expect(wrong.body.error.message).toMatch(/refuses this key/)
    for (const key of [goodKeys.mail, goodKeys.mailOnly])
      expect((await desk.call('PUT', '/v1/connections/mail', { from: 'desk@shop.example', key })).status).toBe(200)
    expect(await of(desk, 'mail')).toMatchObject({ source: 'own', from: 'desk@shop.example' })
    const headers = await desk.call('PUT', '/v1/connections/mail', {
      from: 'a\r\nBcc: b@c.example',
      key: goodKeys.mail,
    })
    expect(headers.status).toBe(422)
  })

  it('are forgotten when told to; the log says who did what', async () => {
    expect((await desk.call('DELETE', '/v1/connections/model')).status).toBe(204)
    expect((await of(desk, 'model')).source).toBe('none')
    expect((await desk.call('DELETE', '/v1/connections/model')).status).toBe(404)
    const { items } = (await desk.call('GET', '/v1/audit')).body
    const actions = items.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(expect.arrayContaining(['connection.set', 'connection.removed']))
    expect(actions.filter((action: string) => action === 'connection.removed')).toHaveLength(1)
  })
})
