import { beforeAll, expect, it } from 'vitest'
import { call, createTenant, type TestTenant } from '../../test/foyer.ts'

const playbook = {
  name: 'Desk',
  languages: ['en'],
  scenarios: [
    {
      id: 'prices',
      examples: { en: ['how much is a tune-up', 'what does a visit cost', 'your prices'] },
      answer: { say: { en: 'From $79.' } },
    },
    {
      id: 'hours',
      examples: { en: ['when are you open', 'opening hours', 'are you open on saturday'] },
      answer: { knowledge: true },
    },
  ],
}

let tenant: TestTenant
const at = (rest: string) => `/v1/assistants/${tenant.assistantId}/playbook${rest}`
beforeAll(async () => void (tenant = await createTenant()))

it('tries words against the draft as it stands, before anything is published', async () => {
  const put = await call('PUT', at(''), { key: tenant.sk, body: playbook, headers: { 'if-match': '0' } })
  expect(put.status).toBe(200)
  const texts = ['what does a tune-up cost?', 'opening hours please', 'zebra quantum']
  const { body } = await call('POST', at('/try'), { key: tenant.sk, body: { texts } })
  expect(body.revision).toBe(1)
  expect(body.results.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['match', 'match', 'pass'])
  expect(body.results[0]).toMatchObject({ scenarioIds: ['prices'] })
  expect(body.results[0].score).toBeGreaterThanOrEqual(body.results[0].threshold)
  const versions = await call('GET', at('/versions'), { key: tenant.sk })
  expect(versions.body.items).toEqual([])
})

it('follows the draft: a scenario that is taken away matches no more', async () => {
  await call('PUT', at(''), { key: tenant.sk, body: { ...playbook, scenarios: [] }, headers: { 'if-match': '1' } })
  const { body } = await call('POST', at('/try'), { key: tenant.sk, body: { texts: ['opening hours'] } })
  expect(body.results[0].verdict).toBe('pass')
})
