import { expect } from '@open-wc/testing'
import type { FoyerWidget } from '../../index.ts'
import { expectAccessible } from '../../test/axe.ts'
import { ask, desk, find, focused, leave, until, visit, within } from '../../test/visit.ts'

afterEach(leave)

async function openForm(): Promise<FoyerWidget> {
  const widget = await visit()
  await ask(widget, 'Do you sell pianos?')
  ;(await find(widget, '.offers button')).click()
  await find(widget, 'foyer-message-form')
  return widget
}

async function fill(widget: FoyerWidget, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = (await find(widget, `[name=${name}]`)) as HTMLInputElement
    field.value = value
  }
  ;(await find(widget, 'button[type=submit]')).click()
}

describe('the message form', () => {
  it('says what is missing, beside the field, and goes to the first', async () => {
    const widget = await openForm()
    await fill(widget, {})
    await find(widget, '#name-fault', 'Tell us your name.')
    await find(widget, '#phone-fault', 'Give a phone number or an e-mail address')
    await until(() => focused()?.id === 'name')
    expect(focused()?.getAttribute('aria-invalid')).to.equal('true')
    expect(focused()?.getAttribute('aria-describedby')).to.equal('name-fault')
    await expectAccessible(widget)
  })

  it('takes an e-mail address alone, and refuses what is none', async () => {
    const widget = await openForm()
    await fill(widget, { name: 'Ann', email: 'ann@', text: 'Pianos' })
    await find(widget, '#email-fault', 'needs an @')
    await fill(widget, { email: 'ann@example.com' })
    await find(widget, '.notice', 'ann@example.com')
  })

  it('leaves the message once and says where the answer will come', async () => {
    const widget = await openForm()
    const before = (await desk()).leads.length
    await fill(widget, { name: 'Ann', phone: '505 555 0101', text: 'Pianos' })
    expect((await find(widget, '.notice')).textContent).to.contain('Saltbush Heating & Cooling gets back to you at')
    const { leads } = await desk()
    expect(leads.length).to.equal(before + 1)
    expect(leads.at(-1)).to.include({ name: 'Ann', phone: '505 555 0101', text: 'Pianos', reason: 'message' })
    expect(within(widget, '.notice').length).to.equal(1)
  })

  it('leaves it once even when the first try got no answer', async () => {
    const widget = await openForm()
    await desk({ faults: [{ on: 'POST /v1/conversations/:id/leads', status: 503 }] })
    await fill(widget, { name: 'Ann', phone: '505 555 0101', text: 'Pianos' })
    await find(widget, '.notice')
    const ids = (await desk()).leads.map((lead) => lead['messageId'])
    expect(new Set(ids).size).to.equal(ids.length)
  })

  it('goes back with Escape, and the panel stays', async () => {
    const widget = await openForm()
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    await find(widget, 'foyer-log')
    expect(widget.isOpen).to.equal(true)
  })
})
