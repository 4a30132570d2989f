import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Browser as Person, browser as personAt, password } from '../../worker/src/test/person.ts'
import { cookiesOf, goTo, longName, openBrowser, type Owner, owner, pageFor, teach, violations } from './desk.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
let one: Owner
let other: Owner
beforeAll(async () => {
  ;[browser, one, other] = await Promise.all([openBrowser(), owner(longName), owner('Larkmoor Dental')])
}, 180_000)
afterAll(() => browser.close(), 30_000)

const open = async (path: string, who: Owner = one): Promise<Page> => {
  const page = await pageFor(browser, who)
  await goTo(page, `/dashboard/${one.slug}/test${path}`)
  return page
}

const ask = async (page: Page, question: string): Promise<void> => {
  const turns = page.locator('.turn')
  const before = await turns.count()
  await page.locator('foyer-composer textarea').fill(question)
  await page.locator('foyer-composer textarea').press('Enter')
  await turns.nth(before).waitFor()
}

test('signs in where one wanted to go, and says in words when the password is wrong', async () => {
  const page = await pageFor(browser, { person: { ...one.person, cookies: new Map() } })
  await page.goto(`/dashboard/${one.slug}/test/playbook`)
  await page.getByLabel('E-mail', { exact: true }).fill(one.person.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('E-mail and password don’t go together.').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Playbook' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/dashboard/${one.slug}/test/playbook`)
  expect(await page.locator('.rail .tenant b').innerText()).toBe(longName)
})

test('the playground shows why, and an earlier question can be put otherwise', async () => {
  const page = await open('/playground')
  await ask(page, 'How much is a furnace tune-up?')
  await page.locator('foyer-trace').getByText('$89').first().waitFor()
  await ask(page, 'Is there a warranty?')
  await page.getByRole('button', { name: 'Edit: Is there a warranty?' }).click()
  await page.getByLabel('What the visitor says instead').fill('Where can I park?')
  await page.getByRole('button', { name: 'Run on from here' }).click()
  await page.locator('foyer-widget').getByText('Park behind the house.').first().waitFor()
  await page.locator('.turn').nth(1).getByText('Where can I park?').waitFor()
  expect(await page.locator('.turn').count()).toBe(2)
})

test('what was said stands in the list, opens by keys, and leads to why', async () => {
  const playground = await open('/playground')
  await ask(playground, 'Do you sell grand pianos?')
  const page = await open('/conversations')
  await page.keyboard.press('/')
  await page.keyboard.type('grand pianos')
  await page.waitForURL(/q=grand/)
  await page.locator('.rows li').getByText('Do you sell grand pianos?').waitFor()
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.locator('.thread').getByText('I don’t have that in writing').waitFor()
  await page.getByRole('link', { name: 'Why?' }).click()
  await page.locator('foyer-trace').getByRole('heading', { name: 'Do you sell grand pianos?' }).waitFor()
  const link = page.url()
  // A colleague opens the same link; somebody of another business finds nothing there.
  const stranger = await pageFor(browser, other)
  await stranger.goto(link)
  await stranger.getByRole('heading', { name: 'There is nothing here' }).waitFor()
})

test('an answer is run again: identical as it was, something else by the draft, for one turn and for many', async () => {
  const page = await open('/playground')
  await ask(page, 'Where can I park?')
  await page.locator('foyer-widget').getByText('Park behind the house.').first().waitFor()
  const { body } = await one.call('GET', '/v1/insights/conversations')
  const messages = await one.call('GET', `/v1/conversations/${body.items[0].id}/messages`)
  const path = `/v1/assistants/${one.assistantId}/playbook`
  const draft = (await one.call('GET', path)).body
  const written = JSON.stringify(draft.playbook).replace('Park behind the house.', 'Park in the yard.')
  await one.call('PUT', path, JSON.parse(written), { 'if-match': String(draft.revision) })
  await goTo(page, `/dashboard/${one.slug}/test/conversations/${body.items[0].id}/${messages.body.items[0].turnId}`)
  await page.getByRole('link', { name: 'Run it again' }).click()
  await page.getByText('Identical: every step came out as recorded.').waitFor()
  await page.locator('.again').getByLabel('Playbook').selectOption('The draft')
  await page.getByRole('button', { name: 'Run it again' }).click()
  await page.getByText('It would say something else.').waitFor()
  await page.getByRole('cell', { name: 'Park in the yard.' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('.again').getByLabel('Ask').selectOption('10')
  await page.getByRole('button', { name: 'Run it again' }).click()
  // A colleague who opens the address sees the same.
  await page.waitForURL(/playbook=draft&over=10/)
  await page.reload()
  await page.locator('.again .rows li').filter({ hasText: 'Park in the yard.' }).first().waitFor()
  await one.call('PUT', path, draft.playbook, { 'if-match': String(draft.revision + 1) })
})

test('two pages that disagree stand under Knowledge with both sentences; closing it can be undone until the page is left', async () => {
  await teach(other, 'Flyer', 'A furnace tune-up costs $75.')
  const page = await pageFor(browser, other)
  await goTo(page, `/dashboard/${other.slug}/test/knowledge/findings`)
  await page.getByText('A furnace tune-up costs $89.').waitFor()
  await page.getByText('A furnace tune-up costs $75.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Both are right' }).click()
  await page.getByText('Nothing to look at').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Two pages name different prices').waitFor()
  // Leaving the page is no undo: what was done is done.
  await page.getByRole('button', { name: 'Both are right' }).click()
  await page.getByText('Nothing to look at').waitFor()
  await page.goto('about:blank')
  await expect.poll(async () => (await other.call('GET', '/v1/knowledge/findings')).body.items).toEqual([])
})

test('⌘K goes anywhere, and "?" tells the keys', async () => {
  const page = await open('/')
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find anything' }).fill('playgr')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/playground$/)
})

test('a draft saves itself, is tried, published, and taken back', async () => {
  const page = await open('/playbook/scenarios/parking')
  const say = page.getByRole('group', { name: 'What to say' }).getByLabel('English')
  await say.fill('Park in front of the house.')
  await say.blur()
  await page.getByText('Draft saved').waitFor()
  await page.getByLabel('Words to try').fill('is there parking')
  await page.getByRole('button', { name: 'Try', exact: true }).click()
  await page.getByText('This is “Parking”.').waitFor()
  await page.getByRole('button', { name: 'Publish version 2' }).click()
  await page.getByText('Version 2 answers from now on.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Version 1 answers again.').waitFor()
  const draft = await one.call('GET', `/v1/assistants/${one.assistantId}/playbook`)
  const versions = await one.call('GET', `/v1/assistants/${one.assistantId}/playbook/versions`)
  const newest = await one.call(
    'GET',
    `/v1/assistants/${one.assistantId}/playbook/versions/${versions.body.items[0].number}`,
  )
  expect(newest.body.playbook.scenarios[1].answer.say.en).toBe('Park behind the house.')
  await expect
    .poll(
      async () =>
        (await one.call('GET', `/v1/assistants/${one.assistantId}/playbook`)).body.playbook.scenarios[1].answer.say.en,
    )
    .toBe('Park in front of the house.')
  expect(draft.status).toBe(200)
})

test('a session that is ended while somebody types: said in words, nothing lost, and it goes on after signing in', async () => {
  const signIn = async (): Promise<Person> => {
    const person = personAt(one.person.email)
    await person.account('sign-in/email', { email: person.email, password })
    return person
  }
  const person = await signIn()
  const page = await pageFor(browser, { person })
  await goTo(page, `/dashboard/${one.slug}/test/playbook/scenarios/warranty`)
  const say = page.getByRole('group', { name: 'What to say' }).getByLabel('English')
  await person.account('sign-out', {})
  await say.fill('Three years on every part.')
  await say.blur()
  await page.getByText('You have been signed out.').waitFor()
  expect(await say.inputValue()).toBe('Three years on every part.')
  await page.context().addCookies(cookiesOf(await signIn()))
  await say.fill('Three years on every single part.')
  await say.blur()
  await page.getByText('Draft saved').waitFor()
})

test('two people who edit one draft: nothing is overwritten unseen', async () => {
  const page = await open('/playbook/tone')
  const path = `/v1/assistants/${one.assistantId}/playbook`
  const { body } = await one.call('GET', path)
  await one.call('PUT', path, { ...body.playbook, greeting: { en: 'Theirs' } }, { 'if-match': String(body.revision) })
  const greeting = page.getByRole('group', { name: 'Greeting' }).getByLabel('English')
  await greeting.fill('Mine')
  await greeting.blur()
  await page.getByText('Somebody else changed the draft meanwhile.').waitFor()
  expect(await greeting.inputValue()).toBe('Mine')
  await page.getByRole('button', { name: 'Take their draft' }).click()
  await expect.poll(() => greeting.inputValue()).toBe('Theirs')
})
