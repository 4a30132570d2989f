import { chromium } from 'playwright-core'
import { findBrowser } from './src/browser.ts'
const b = await findBrowser()
const browser = await chromium.launch({ executablePath: b.executablePath, args: b.args })
const url = process.argv[2] ?? '', out = process.argv[3] ?? '/tmp/try/shot'
const asks = process.argv.slice(4)
const page = await browser.newPage({ viewport: { width: Number(process.env.W ?? 1280), height: 860 }, colorScheme: process.env.DARK ? 'dark' : 'light' })
page.on('console', (m) => console.log('console', m.text()))
await page.goto(url)
await page.waitForTimeout(1500)
await page.screenshot({ path: out + '-0.png' })
const w = page.locator('foyer-widget')
await w.locator('button').first().click()
await page.waitForTimeout(1500)
for (const [i, q] of asks.entries()) {
  const input = w.locator('textarea, input[type=text]').last()
  await input.fill(q); await input.press('Enter'); await page.waitForTimeout(3500)
}
await page.screenshot({ path: out + '-1.png' })
const why = w.getByText(/why|por qué|لماذا/i).first()
if (process.env.TRACE && await why.count()) {
  const [pop] = await Promise.all([page.context().waitForEvent('page'), why.click()])
  await pop.waitForTimeout(2500); await pop.setViewportSize({ width: 1280, height: 1000 }); await pop.screenshot({ path: out + '-trace.png', fullPage: true }); console.log(pop.url())
}
await browser.close()
