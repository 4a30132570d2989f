import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveSite, type Site } from './site.ts'

const parent = mkdtempSync(join(tmpdir(), 'foyer-site-'))
const folder = join(parent, 'site')
let site: Site
beforeAll(async () => {
  mkdirSync(join(folder, 'ar'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<a href="{{SITE_URL}}/ar/">{{NAME}} {{UNKNOWN}}</a>')
  writeFileSync(join(folder, 'ar/index.html'), 'مرحبا')
  writeFileSync(join(folder, 'list.pdf'), Buffer.from([37, 80, 68, 70]))
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  symlinkSync(join(parent, 'secret.txt'), join(folder, 'link.txt'))
  site = await serveSite({ folder, words: () => ({ NAME: '<b>&' }) })
})
afterAll(async () => {
  await site.close()
  rmSync(parent, { recursive: true })
})

test('pages are filled in, escaped, and say their character set', async () => {
  const response = await fetch(site.url)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await response.text()).toBe(`<a href="${site.url}/ar/">&#60;b&#62;&#38; {{UNKNOWN}}</a>`)
})

test('a folder is its index.html, under its own address', async () => {
  const response = await fetch(`${site.url}/ar`)
  expect(response.url).toBe(`${site.url}/ar/`)
  expect(await response.text()).toBe('مرحبا')
})

test('a file is sent as it is, and HEAD without it', async () => {
  const response = await fetch(`${site.url}/list.pdf`)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect((await response.arrayBuffer()).byteLength).toBe(4)
  const head = await fetch(`${site.url}/list.pdf`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '4'])
})

test.each(['/nothing', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/link.txt', '/%00', '/%ff'])(
  '%s is not there',
  async (path) => {
    const status = await new Promise((resolve, reject) => {
      request(site.url, { path }, (response) => resolve(response.statusCode))
        .once('error', reject)
        .end()
    })
    expect(status).toBe(404)
  },
)
