import axe from 'axe-core'
import { type Browser as Chromium, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../local/src/browser.ts'
import { testPlatform } from '../../local/src/test/provided.ts'
import { until } from '../../worker/src/test/foyer.ts'
import { type Browser as Person, signUp } from '../../worker/src/test/person.ts'

/** 80 characters, some of which a careless page would read as HTML. */
export const longName = '<b>Heating</b> & Cooling "of" the Upper Valley, its Neighbours and Friends <i>Ltd</i>'.slice(
  0,
  80,
)

const text = `# Prices
A furnace tune-up costs $89. A diagnostic visit costs $79.
# Hours
We are open Monday to Friday from 8:00 am to 5:00 pm.`

const playbook = {
  name: 'Desk',
  languages: ['en', 'es', 'ar'],
  greeting: { en: 'Hello, I am {assistant} of {business}.' },
  scenarios: [
    {
      id: 'warranty',
      name: 'Warranty',
      examples: { en: ['is there a warranty', 'how long is the guarantee', 'warranty on parts'] },
      answer: { say: { en: 'Parts are under warranty for two years.' } },
    },
    {
      id: 'parking',
      name: 'Parking',
      examples: { en: ['where can I park', 'is there parking', 'parking lot'] },
      answer: { say: { en: 'Park behind the house.' } },
    },
  ],
}

export interface Owner {
  person: Person
  slug: string
  tenantId: string
  assistantId: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): ReturnType<Person['call']>
}

/** A person with a tenant of their own that was taught a page and has a published playbook. */
export async function owner(name: string): Promise<Owner> {
  const person = await signUp()
  const slug = `d${Date.now().toString(36)}${Math.random().toString(36).slice(2, 7)}`
  const made = await person.call('POST', '/v1/me/tenants', {
    slug,
    name,
    country: 'US',
    location: { name: 'Main', timeZone: 'America/Denver' },
    assistant: { name: 'Robin' },
  })
  if (made.status !== 201) throw new Error(`no tenant: ${JSON.stringify(made.body)}`)
  const { tenant, assistantId } = made.body
  const call: Owner['call'] = (method, path, body, headers = {}) =>
    person.call(method, path, body, { 'foyer-tenant': tenant.id, 'foyer-mode': 'test', ...headers })
  await teach({ call }, 'Prices and hours', text)
  await call('PUT', `/v1/assistants/${assistantId}/playbook`, playbook, { 'if-match': '0' })
  await call('POST', `/v1/assistants/${assistantId}/playbook/publish`, {})
  return { person, slug, tenantId: tenant.id, assistantId, call }
}

/** A text that is known when this returns. */
export async function teach({ call }: Pick<Owner, 'call'>, title: string, written: string): Promise<void> {
  const source = await call('POST', '/v1/sources', { kind: 'text', title, text: written })
  await until(
    async () => (await call('GET', `/v1/sources/${source.body.id}`)).body.lastRead?.state,
    (state) => state === 'done',
    60_000,
  )
}

export const openBrowser = async (): Promise<Chromium> => chromium.launch(await findBrowser())

export const cookiesOf = (person: Person) =>
  [...person.cookies].map(([name, value]) => ({ name, value, url: testPlatform().apiUrl }))

/** A page of the dashboard as this person sees it; `lang` as they chose it. */
export async function pageFor(
  browser: Chromium,
  { person }: Pick<Owner, 'person'>,
  { lang = 'en', ...options }: BrowserContextOptions & { lang?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    baseURL: testPlatform().apiUrl,
    ...options,
  })
  context.setDefaultTimeout(90_000)
  await context.addCookies(cookiesOf(person))
  await context.addInitScript((chosen) => localStorage.setItem('foyer:lang', chosen), lang)
  return context.newPage()
}

/** Goes there, and waits until everything that was asked for has come. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('main :is(h1, foyer-trace, .thread):visible').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.skeleton') === null)
}

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(where: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
  })
}
