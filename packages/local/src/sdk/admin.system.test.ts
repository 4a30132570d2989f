import { beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../test/provided.ts'
import { type Admin, createAdmin } from '@foyer/sdk/admin'

interface Tenant {
  foyer: Admin
  assistantId: string
  publishableKey: string
  secretKey: string
}

async function makeTenant(name: string): Promise<Tenant> {
  const { apiUrl, operatorKey } = testPlatform()
  const operator = createAdmin({ baseUrl: apiUrl, key: operatorKey, timeoutMs: 60_000 })
  const slug = `sdk-${crypto.randomUUID().slice(0, 13)}`
  const made = await operator.tenants.create({
    slug,
    name,
    country: 'US',
    location: { name, timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  const secretKey = made.secretKey.key
  return {
    foyer: createAdmin({ baseUrl: apiUrl, key: secretKey }),
    assistantId: made.assistantId,
    publishableKey: made.publishableKey.key,
    secretKey,
  }
}

let ours: Tenant
let theirs: Tenant
beforeAll(async () => {
  ours = await makeTenant('Juniper Bakery')
  theirs = await makeTenant('Quarry Gym')
})

test('what was taught is answered with a quote that stands in the document', async () => {
  const { foyer } = ours
  const added = await foyer.sources.addText({
    title: 'Prices',
    text: 'A sourdough loaf costs $9. A birthday cake costs $48 and needs two days.',
  })
  await foyer.sources.waitForRead(added.id)
  const asked = await foyer.conversations.ask('How much is a birthday cake?')
  expect(asked).toMatchObject({ kind: 'answer', lang: 'en' })
  expect(asked.answer).toContain('$48')
  const [quote] = asked.quotes
  const document = await foyer.documents.version(quote?.versionId ?? '')
  expect(document.text.slice(quote?.start, quote?.end)).toBe(quote?.text)
  expect((await foyer.traces.get(asked.turnId)).question).toBe('How much is a birthday cake?')
  expect((await foyer.usage.days()).length).toBeGreaterThan(0)
})

test('another tenant sees none of it', async () => {
  expect(await theirs.foyer.sources.list().toArray()).toEqual([])
  const asked = await theirs.foyer.conversations.ask('How much is a birthday cake?')
  expect(asked.kind).toBe('unknown')
  expect(asked.quotes).toEqual([])
  const [source] = await ours.foyer.sources.list().toArray(1)
  await expect(theirs.foyer.sources.get(source?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
})

test('a file is streamed up, read, replaced by its name, and forgotten', async () => {
  const { foyer } = theirs
  const file = await foyer.sources.upload({
    name: 'hours/holidays.md',
    data: new Blob(['# Holidays\n\nThe gym is closed on 25 December.\n']),
    type: 'text/markdown',
  })
  expect((await foyer.sources.waitForRead(file.id)).lastRead?.state).toBe('done')
  expect((await foyer.conversations.ask('Is the gym closed on 25 December?')).quotes[0]?.url).toBe('hours/holidays.md')
  const again = await foyer.sources.upload({ name: 'hours/holidays.md', data: 'The gym is open every day.' })
  expect(again.id).toBe(file.id)
  await foyer.sources.waitForRead(file.id)
  await foyer.sources.remove(file.id)
  await expect(foyer.sources.get(file.id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a playbook travels as YAML and as JSON, and an unseen change is not overwritten', async () => {
  const { foyer, assistantId } = ours
  const yaml = 'name: Bakery\nlanguages: [en]\ngreeting:\n  en: Good morning.\n'
  const draft = await foyer.playbook.putYaml(assistantId, yaml, { revision: 0 })
  expect(draft.playbook?.name).toBe('Bakery')
  expect(await foyer.playbook.getYaml(assistantId)).toContain('Good morning.')
  await expect(foyer.playbook.putYaml(assistantId, yaml, { revision: 0 })).rejects.toMatchObject({
    code: 'revision_conflict',
  })
  const first = await foyer.playbook.publish(assistantId, { note: 'first' })
  await foyer.playbook.put(
    assistantId,
    { ...draft.playbook, name: 'Bakery and café', languages: ['en'] },
    { revision: draft.revision },
  )
  await foyer.playbook.publish(assistantId)
  expect((await foyer.playbook.versions(assistantId).toArray()).map(({ number }) => number)).toEqual([2, 1])
  expect((await foyer.playbook.restore(assistantId, first.number)).playbook?.name).toBe('Bakery')
})

test('a POST that is said twice happens once', async () => {
  const idempotencyKey = crypto.randomUUID()
  const key = { name: 'Twice', kind: 'publishable', mode: 'test' } as const
  const first = await ours.foyer.keys.create(key, { idempotencyKey })
  const second = await ours.foyer.keys.create(key, { idempotencyKey })
  expect(second.key).toBe(first.key)
  expect((await ours.foyer.keys.list().toArray()).filter(({ name }) => name === 'Twice')).toHaveLength(1)
})

test('a rotated key works on beside its successor, a revoked one says so', async () => {
  const { apiUrl } = testPlatform()
  const old = await ours.foyer.keys.create({ name: 'Server', kind: 'secret', mode: 'test' })
  const next = await ours.foyer.keys.rotate(old.id, { overlapMs: 60_000 })
  for (const { key } of [old, next]) await createAdmin({ baseUrl: apiUrl, key }).tenant.get()
  await ours.foyer.keys.revoke(next.id)
  await expect(createAdmin({ baseUrl: apiUrl, key: next.key }).tenant.get()).rejects.toMatchObject({
    code: 'key_revoked',
    status: 401,
  })
  expect((await ours.foyer.tenant.audit().toArray()).map(({ action }) => action)).toContain('key.revoked')
})

test('facts are added, listed by state, and answered from', async () => {
  const { foyer } = theirs
  const [location] = await foyer.tenant.locations()
  await foyer.facts
    .change({ add: [{ locationId: location?.id ?? '', kind: 'phones', value: [{ number: '+15055550123' }] }] })
    .catch((error: unknown) => expect(error).toMatchObject({ code: 'unprocessable' }))
  for await (const fact of foyer.facts.list({ state: 'confirmed' })) expect(fact.state).toBe('confirmed')
})

test('a conversation goes on: its messages are listed, it ends, and its export holds it', async () => {
  const { foyer } = ours
  const { id } = await foyer.conversations.start()
  const types: string[] = []
  for await (const event of foyer.conversations.say(id, 'How much is a sourdough loaf?')) types.push(event.type)
  expect([types.at(0), types.at(-1)]).toEqual(['message.accepted', 'turn.answered'])
  await foyer.conversations.ask('And a birthday cake?', { conversationId: id })
  expect(await foyer.conversations.messages(id).toArray()).toHaveLength(4)
  expect((await foyer.conversations.end(id)).state).toBe('ended')
  expect((await foyer.conversations.export(id)).messages).toHaveLength(4)
})

test('a publishable key and the operator’s key open no door of a tenant’s server', async () => {
  const { apiUrl, operatorKey } = testPlatform()
  for (const key of [ours.publishableKey, operatorKey]) {
    await expect(createAdmin({ baseUrl: apiUrl, key }).sources.list().toArray()).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  await expect(ours.foyer.tenants.list().toArray()).rejects.toMatchObject({ code: 'forbidden' })
})
