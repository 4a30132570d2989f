import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdmin } from '@foyer/sdk/admin'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testPlatform } from '../test/provided.ts'
import { setUpDemo } from './set-up.ts'

let dataDir = ''
let files = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'foyer-demo-'))
  files = mkdtempSync(join(tmpdir(), 'foyer-demo-files-'))
  writeFileSync(join(files, 'opening.md'), '# Opening\n\nThe museum shop opens at 10 in the morning.\n')
})
afterEach(() => [dataDir, files].forEach((each) => rmSync(each, { recursive: true, force: true })))

async function setUp(pageUrl = 'http://127.0.0.1:4001', more: object = {}) {
  const said: string[] = []
  const demo = await setUpDemo(
    { ...testPlatform(), dataDir },
    { files, pageUrl, progress: (line) => said.push(line), ...more },
  )
  return { demo, said: said.join('\n') }
}

test('the second start makes nothing twice and reads nothing again', async () => {
  const first = await setUp()
  expect(first.said).toContain('read: opening.md')
  const second = await setUp()
  expect(second.said).toBe('')
  expect(second.demo.publishableKey).toBe(first.demo.publishableKey)
  const { apiUrl, operatorKey } = testPlatform()
  const tenants = await createAdmin({ baseUrl: apiUrl, key: operatorKey }).tenants.list().toArray()
  const { id } = await first.demo.foyer.tenant.get()
  expect(tenants.filter((tenant) => tenant.id === id)).toHaveLength(1)
})

test('a file that changed is read, one that is gone is forgotten, and all of it when asked', async () => {
  const { demo } = await setUp()
  writeFileSync(join(files, 'opening.md'), '# Opening\n\nThe museum shop opens at 11 in the morning.\n')
  writeFileSync(join(files, 'tickets.txt'), 'A ticket for the museum costs $12.\n')
  expect((await setUp()).said).toContain('2 read')
  expect((await demo.foyer.conversations.ask('When does the museum shop open?')).answer).toContain('11')
  rmSync(join(files, 'opening.md'))
  expect((await setUp()).said).toBe('')
  expect((await demo.foyer.sources.list().toArray()).map(({ name }) => name)).toEqual(['tickets.txt'])
  expect((await setUp(undefined, { again: true })).said).toContain('1 read')
})

test('its keys are kept for their owner only, and its page may move to another port', async () => {
  const { demo } = await setUp('http://127.0.0.1:4001')
  const kept = join(dataDir, 'demo.json')
  expect(statSync(kept).mode & 0o777).toBe(0o600)
  expect(readFileSync(kept, 'utf8')).toContain(demo.publishableKey)
  await setUp('http://127.0.0.1:4002')
  expect(await demo.foyer.origins.list()).toEqual(['http://127.0.0.1:4002'])
})

test('two folders are two tenants', async () => {
  const { demo } = await setUp()
  const other = mkdtempSync(join(tmpdir(), 'foyer-demo-files-'))
  try {
    writeFileSync(join(other, 'menu.md'), '# Menu\n\nSoup of the day costs $6.\n')
    const second = await setUp(undefined, { files: other })
    expect(second.demo.publishableKey).not.toBe(demo.publishableKey)
    expect((await second.demo.foyer.conversations.ask('When does the museum shop open?')).quotes).toEqual([])
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})
