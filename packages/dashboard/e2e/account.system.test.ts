import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../local/src/test/provided.ts'
import { openBrowser, owner, pageFor, violations } from './desk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A device that keeps passkeys, and asks who holds it. */
async function withDevice(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Passkeys belong to a name: the same server, by the name of this machine. */
const named = (): string => testPlatform().apiUrl.replace('127.0.0.1', 'localhost')

test('a passkey is added in Settings, signs in by itself, and is known nowhere once it was removed', async () => {
  const desk = await owner('Keys & Co')
  const page = await pageFor(browser, desk, { baseURL: named() })
  await page.context().addCookies([...desk.person.cookies].map(([name, value]) => ({ name, value, url: named() })))
  await withDevice(page)
  await page.goto(`/dashboard/${desk.slug}/test/settings/account`)
  await page.locator('input[name=name]').fill('This laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('This laptop').waitFor()
  expect(await violations(page)).toEqual([])

  await page.context().clearCookies()
  await page.goto('/dashboard/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(new RegExp(`/dashboard/${desk.slug}/`))

  await page.goto(`/dashboard/${desk.slug}/test/settings/account`)
  const row = page.locator('p', { hasText: 'This laptop' })
  await row.getByRole('button', { name: 'Remove' }).click()
  await row.waitFor({ state: 'detached' })
  await page.context().clearCookies()
  await page.goto('/dashboard/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.evaluate(async () => (await fetch('/v1/me')).status)).toBe(401)
  await page.context().close()
}, 120_000)
