import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testNumber } from '../../worker/src/test/phoning.ts'
import { goTo, openBrowser, type Owner, owner, pageFor } from './desk.ts'

vi.setConfig({ testTimeout: 120_000 })

let browser: Browser
let one: Owner
beforeAll(async () => {
  ;[browser, one] = await Promise.all([openBrowser(), owner('Phoned')])
}, 120_000)
afterAll(() => browser.close(), 30_000)

const open = async (path: string): Promise<Page> => {
  const page = await pageFor(browser, one)
  await goTo(page, `/dashboard/${one.slug}/test${path}`)
  return page
}
const field = (page: Page, name: string) => page.locator(`input[name=${name}]`)
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('an owner brings a trunk, names who is rung, adds a number, and finds all of it after a reload', async () => {
  const page = await open('/settings/phone')
  await page.getByRole('link', { name: 'Bring a SIP trunk' }).click()
  await field(page, 'name').fill('Carrier')
  await save(page)
  await page.getByText('otherwise anybody could call in').waitFor()
  await field(page, 'username').fill('desk')
  await field(page, 'password').fill('a long password')
  await save(page)
  await page.getByRole('heading', { name: 'Carrier' }).waitFor()
  await page.getByText('sip:sip.desk.example').waitFor()
  expect(await page.content()).not.toContain('a long password')

  await goTo(page, `/dashboard/${one.slug}/test/settings/people/new`)
  await field(page, 'name').fill('Dana')
  await field(page, 'number').fill('555-0147')
  await save(page)
  await page.getByText('This is no whole phone number').waitFor()
  await field(page, 'number').fill('(505) 555-0147')
  await page.getByRole('button', { name: 'Add hours' }).click()
  await field(page, 'from').fill('07:30')
  await save(page)
  await page.getByRole('link', { name: /Dana/ }).waitFor()
  await page.getByRole('link', { name: 'Make a group' }).click()
  await field(page, 'name').fill('Desk')
  await page.getByLabel('People, in order: Add…').selectOption('Dana')
  await save(page)
  await page.getByRole('link', { name: /Desk/ }).waitFor()

  const number = testNumber()
  await goTo(page, `/dashboard/${one.slug}/test/settings/phone/new`)
  await field(page, 'number').fill(number)
  await page.getByRole('combobox', { name: /^The assistant answers/ }).selectOption('when staff does not')
  await page.getByRole('combobox', { name: /^Fetch/ }).selectOption('Desk')
  await page.getByRole('combobox', { name: /^Who calls again/ }).selectOption('is recognised')
  for (const language of ['English', 'Spanish'])
    await page.getByLabel('Languages of the menu: Add…').selectOption(language)
  await page.getByLabel('Blocked numbers').fill('+1900*')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByRole('combobox', { name: /^When the caller is/ }).selectOption('unknown')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const second = page.getByRole('group', { name: 'Rule 2' })
  await second.getByRole('combobox', { name: /^Then/ }).selectOption('ring')
  await second.getByRole('combobox', { name: /^When the caller speaks/ }).selectOption('es')
  await second.getByRole('textbox', { name: /^When the caller said/ }).fill('factura, el recibo')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const third = page.getByRole('group', { name: 'Rule 3' })
  await third.getByRole('combobox', { name: /^Then/ }).selectOption('ring')
  await third.getByRole('combobox', { name: /^Or pressed the key/ }).selectOption('4')
  await save(page)
  await third.getByText('Write a word too').waitFor()
  await third.getByRole('textbox', { name: /^When the caller said/ }).fill('repair')
  await third.getByRole('textbox', { name: /told of it, in English/ }).fill('For repairs, press 5.')
  await save(page)
  await page.getByText('does not name its key').waitFor()
  await third.getByRole('textbox', { name: /told of it, in English/ }).fill('Repairs: press 4.')
  await save(page)
  await page.getByText(/fetches .Desk/).waitFor()
  // Nobody has called yet: with a number there is a place for it.
  await page.getByRole('link', { name: 'Calls', exact: true }).waitFor()

  await page.reload()
  const row = page.locator('a[href*=num_]', { hasText: number })
  await row.click()
  expect(await page.getByRole('combobox', { name: /^Fetch/ }).inputValue()).toMatch(/^rgr_/)
  expect(await page.getByLabel('Blocked numbers').inputValue()).toBe('+1900*')
  const [kept] = (await one.call('GET', '/v1/phone-numbers')).body.items
  expect(kept).toMatchObject({
    ...{ number, answers: 'staff_first', repeatCallers: 'recognise', blocked: ['+1900*'] },
    rules: [
      { when: { caller: 'unknown' }, to: 'message' },
      { when: { lang: 'es', says: ['factura', 'el recibo'] }, to: 'ring' },
      { when: { says: ['repair'], presses: '4' }, to: 'ring', menu: { en: 'Repairs: press 4.' } },
    ],
  })
  const [dana] = (await one.call('GET', '/v1/people')).body.items
  expect(dana).toMatchObject({ number: '+15055550147', hours: [{ between: ['07:30', '17:00'] }] })
  const list = `/dashboard/${one.slug}/test/settings/phone`
  await goTo(page, `${list}/${kept.trunkId}`)
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByText('The gateway has it as it should.').waitFor()

  // Bought, at test mode's carrier; given back when it is released.
  await goTo(page, `${list}/buy`)
  await field(page, 'areaCode').fill('998')
  await page.getByRole('button', { name: 'Look for numbers' }).click()
  await page
    .getByRole('button', { name: /^Buy \+1998/ })
    .first()
    .click()
  await page.getByLabel('When it is released').selectOption('give_back')
  const bought = (await one.call('GET', '/v1/phone-numbers')).body.items
  expect(bought.map(({ carrier }: { carrier: string }) => carrier).toSorted()).toEqual(['own', 'pointed'])

  // Released, and kept after all.
  await goTo(page, `${list}/${kept.id}`)
  await page.getByRole('button', { name: 'Release this number' }).click()
  await page.getByText('is released').waitFor()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.waitFor()
  await page.context().close()
})

test('two who change the same are told; two who change different things both have it', async () => {
  const { body: rosa } = await one.call('POST', '/v1/people', { name: 'Rosa', number: '+15055550148' })
  const change = (to: object) => one.call('PATCH', `/v1/people/${rosa.id}`, to)
  const page = await open(`/settings/people/${rosa.id}`)
  const name = field(page, 'name')
  await change({ number: '+15055550149' })
  await name.fill('Rosa I.')
  await save(page)
  await page.getByRole('link', { name: /Rosa I\..*0149/ }).click()
  await change({ name: 'Rosalía' })
  await name.fill('Rosa Ibarra')
  await save(page)
  await page.getByText('Somebody changed this meanwhile').waitFor()
  expect(await name.inputValue()).toBe('Rosa Ibarra')
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect.poll(() => name.inputValue()).toBe('Rosalía')
  await page.context().close()
})

test('a voice, and how a name is said, are chosen by language and kept in the draft', async () => {
  const page = await open('/playbook/voice')
  await page.getByLabel('Visitors can talk to it').check()
  const spanish = page.locator('section', { has: page.getByRole('heading', { name: 'Spanish' }) })
  await spanish.getByRole('combobox').first().selectOption('Cartesia')
  await spanish.locator('input[name=speed]').fill('0.9')
  await page.getByLabel('Written').fill('Nguyen')
  await page.getByLabel('Said like').fill('win')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Draft saved').waitFor()
  await expect
    .poll(async () => (await one.call('GET', `/v1/assistants/${one.assistantId}/playbook`)).body.playbook.voice)
    .toMatchObject({
      enabled: true,
      voices: { es: { provider: 'cartesia', voice: '', speed: 0.9 } },
      pronunciation: [{ written: 'Nguyen', spoken: 'win', lang: 'en' }],
    })
  await page.context().close()
})
