import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBrowser } from './browser.ts'

test('CHROME_PATH comes first, and a wrong one is named', async () => {
  expect((await findBrowser({ CHROME_PATH: process.execPath })).executablePath).toBe(process.execPath)
  await expect(findBrowser({ CHROME_PATH: '/nowhere/chrome' })).rejects.toThrow('CHROME_PATH says /nowhere/chrome')
})

test('an installed one comes next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-browser-'))
  symlinkSync(process.execPath, join(folder, 'chromium'))
  expect((await findBrowser({ PATH: folder })).executablePath).toBe(join(folder, 'chromium'))
  rmSync(folder, { recursive: true })
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'without either, the one from the package shows a page',
  { timeout: 120_000 },
  async () => {
    const { executablePath, args } = await findBrowser({ PATH: '' })
    const browser = await chromium.launch({ executablePath, args })
    const page = await browser.newPage()
    await page.setContent('<h1>Hallo</h1>')
    expect(await page.textContent('h1')).toBe('Hallo')
    await browser.close()
  },
)
