import { expect, test } from 'vitest'
import { testPlatform } from '../test/provided.ts'

const get = (path: string): Promise<Response> => fetch(new URL(path, testPlatform().apiUrl))

test('an error links to a page that explains its code', async () => {
  const refused = (await (await get('/v1/keys')).json()) as { error: { code: string; docs: string } }
  const page = await get(refused.error.docs)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`<h2 id="${refused.error.code}">`)
})

test('the API reference comes from the worker, and fetches from nowhere else', async () => {
  const page = await get('/reference')
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'")
  const text = await page.text()
  const scripts = [...text.matchAll(/src="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(scripts).toHaveLength(2)
  for (const script of scripts) expect((await get(script)).headers.get('content-type')).toContain('javascript')
  expect((await get('/openapi.json')).status).toBe(200)
})
